// SPDX-License-Identifier: EUPL-1.2
import { ketenDeclaraties } from './keten-declaraties.ts';
import { ketenEigen } from './keten-eigen.ts';
import type { KetenRegel } from './keten-regel.ts';
import { ketenVerzoeken } from './keten-verzoeken.ts';
import { ketenZorg } from './keten-zorg.ts';

/** Every rule across messages that traffic alone can show. Sorted by code: rules of the standard first. */
export const KETEN_REGELS: readonly KetenRegel[] = [
  ...ketenDeclaraties,
  ...ketenEigen,
  ...ketenVerzoeken,
  ...ketenZorg,
].sort((a, b) => (a.code < b.code ? -1 : 1));
