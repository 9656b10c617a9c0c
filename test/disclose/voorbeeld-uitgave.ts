// SPDX-License-Identifier: EUPL-1.2
import type { PlainDate, Regio } from '../../src/contract/index.ts';
import { describeRelease } from '../../src/publish/index.ts';

/** What a fictional release of 2024 says of itself. */
export function voorbeeldUitgave(
  regio: Regio,
  id: string,
  definities: Readonly<Record<string, string>> = {},
) {
  return describeRelease(regio, {
    id,
    jaar: 2024,
    status: 'voorlopig',
    dataTot: 20_000 as PlainDate,
    jaren: [2020, 2024],
    definities,
    zone: 'open',
    fictief: true,
    programma: 'test',
  });
}
