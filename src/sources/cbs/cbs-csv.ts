// SPDX-License-Identifier: EUPL-1.2
import type { Blad } from '../blad.ts';
import type { CbsRecord } from './cbs-tabel.ts';

/** The records of a CSV file with one header row, as an answer would have them: decimal commas become points, and `Value` of version 4 a number. */
export function recordsOfCsv({ rijen }: Blad): readonly CbsRecord[] {
  const [kop, ...rest] = rijen;
  const namen = (kop?.cellen ?? []).map(String);
  return rest.map(({ cellen }) =>
    Object.fromEntries(
      namen.map((naam, place) => {
        const value = String(cellen[place] ?? '').replace(/^(-?\d+),(\d+)$/, '$1.$2');
        if (naam !== 'Value') return [naam, value];
        return [naam, value === '' ? null : Number(value)];
      }),
    ),
  );
}
