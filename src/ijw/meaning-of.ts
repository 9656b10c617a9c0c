// SPDX-License-Identifier: EUPL-1.2
import { EIGEN_CODES, RESTRICTIES } from './finding-codes.ts';
import { REGELS } from './rules/all-rules.ts';

const RULES: ReadonlyMap<string, string> = new Map(REGELS.map(({ code, betekenis }) => [code, betekenis]));

/** What a finding of the reader means, in one sentence; undefined for a code that it does not have. */
export function meaningOf(code: string): string | undefined {
  return RULES.get(code) ?? EIGEN_CODES[code] ?? RESTRICTIES[code];
}
