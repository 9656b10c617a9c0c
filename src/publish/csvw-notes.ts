// SPDX-License-Identifier: EUPL-1.2
import type { SafeTable, Verschil } from '../contract/index.ts';
import { figureFileName, releaseColumns, sortedRows } from './figure-file.ts';
import type { TableSource } from './table-source.ts';

/** The header is row 1. Source: RFC 7111 */
const FIRST_ROW = 2;

/** Notes on rows and cells of a figure file: breaks in the series, and figures that were corrected since the previous release. */
export function cellNotes(table: SafeTable, { release, wijzigingen }: TableSource): readonly object[] {
  const file = `${figureFileName(table)}.csv`;
  const rows = sortedRows(table);
  const breaks = release.breuken.flatMap((breuk) => {
    const touched = rows.flatMap((row, at) => (row.breuken?.includes(breuk.id) ? [at + FIRST_ROW] : []));
    return touched.length === 0
      ? []
      : [
          {
            type: 'reeksbreuk',
            target: `${file}#row=${ranges(touched).join(';')}`,
            motivation: 'describing',
            body: breuk,
          },
        ];
  });
  const place = releaseColumns(table).indexOf('waarde') + 1;
  const rowNumbers = new Map(
    rows.map((row, at) => [keyOf(row.variant, row.periode, row.gebied, row.dimensies), at + FIRST_ROW]),
  );
  const corrected = wijzigingen.verschillen
    .filter((verschil) => verschil.klasse === 'correctie' && isOf(table, verschil))
    .flatMap((verschil) => {
      const key = keyOf(
        verschil.variant,
        verschil.periode,
        verschil.gebied,
        Object.values(verschil.dimensies),
      );
      const row = rowNumbers.get(key);
      if (row === undefined) return [];
      return [
        {
          type: 'correctie',
          target: `${file}#cell=${row},${place}`,
          motivation: 'editing',
          body: {
            vorige: wijzigingen.vorige,
            reden: verschil.reden,
            oud: verschil.oud,
            nieuw: verschil.nieuw,
          },
        },
      ];
    });
  return [...breaks, ...corrected];
}

function isOf(table: SafeTable, { indicator, dimensies }: Verschil): boolean {
  return indicator === table.indicator && Object.keys(dimensies).join() === table.dimensies.join();
}

function keyOf(...parts: readonly (string | readonly string[])[]): string {
  return JSON.stringify(parts);
}

/** Ascending numbers as `3-7`, `9`. */
function ranges(numbers: readonly number[]): readonly string[] {
  const found: [number, number][] = [];
  for (const value of numbers) {
    const last = found.at(-1);
    if (last !== undefined && last[1] === value - 1) last[1] = value;
    else found.push([value, value]);
  }
  return found.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`));
}
