// SPDX-License-Identifier: EUPL-1.2
import { clientRules } from './client.ts';
import { declarationRules } from './declarations.ts';
import { deliveryRules } from './delivery.ts';
import { keyRules } from './keys.ts';
import { productRules } from './products.ts';
import { requestRules } from './requests.ts';
import type { Regel } from './rule.ts';

/** Every rule that reading a message judges, beside those of its structure and datatypes. Sorted by code. */
export const REGELS: readonly Regel[] = [
  ...keyRules,
  ...clientRules,
  ...productRules,
  ...requestRules,
  ...deliveryRules,
  ...declarationRules,
].sort((a, b) => (a.code < b.code ? -1 : 1));
