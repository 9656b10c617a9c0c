// SPDX-License-Identifier: EUPL-1.2
import type { Onbekende } from './kennis.ts';

/** `low ≤ Σ factor · number ≤ high`, and what it was read from. */
export interface Vergelijking {
  readonly termen: readonly { readonly number: Onbekende; readonly factor: number }[];
  readonly low: number;
  readonly high: number;
  readonly bronnen: readonly string[];
}
