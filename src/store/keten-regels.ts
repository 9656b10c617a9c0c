// SPDX-License-Identifier: EUPL-1.2
import { ketenDeclaraties } from './keten/keten-declaraties.ts';
import { ketenEigen } from './keten/keten-eigen.ts';
import type { KetenRegel } from './keten/keten-regel.ts';
import { ketenVerzoeken } from './keten/keten-verzoeken.ts';
import { ketenZorg } from './keten/keten-zorg.ts';

/** Every rule across messages that traffic alone can show. Sorted by code: rules of the standard first. */
export const KETEN_REGELS: readonly KetenRegel[] = [
  ...ketenDeclaraties,
  ...ketenEigen,
  ...ketenVerzoeken,
  ...ketenZorg,
].sort((a, b) => (a.code < b.code ? -1 : 1));
