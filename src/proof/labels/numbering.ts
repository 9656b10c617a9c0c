// SPDX-License-Identifier: EUPL-1.2
import type { ProofFinding } from '../finding.ts';
import type { PrintedDocument, PrintedTable } from '../printed.ts';
import { labelFinding } from './label-finding.ts';
import { tablePlaceOf } from './years.ts';

/** Tables and figures whose numbers are skipped or used twice within one part of the document. */
export function numberingFindings({ tabellen }: PrintedDocument): ProofFinding[] {
  const series = new Map<string, PrintedTable[]>();
  for (const table of tabellen) {
    const word = /^([A-Za-z]+) \d/.exec(table.nummer)?.[1];
    if (word === undefined) continue;
    const key = `${table.deel}:${word}`;
    series.set(key, [...(series.get(key) ?? []), table]);
  }
  return [...series.values()].flatMap((tables) => [...gaps(tables), ...doubles(tables)]);
}

function numberOf({ nummer }: PrintedTable): number {
  return Number(/\d+/.exec(nummer)?.[0] ?? 0);
}

function gaps(tables: readonly PrintedTable[]): ProofFinding[] {
  const numbers = new Set(tables.map(numberOf));
  const last = Math.max(...numbers);
  const missing = Array.from({ length: last }, (_, index) => index + 1).filter(
    (number) => !numbers.has(number),
  );
  const first = tables[0];
  const word = first?.nummer.split(' ')[0] ?? '';
  if (!first || missing.length === 0) return [];
  return [
    labelFinding('ontbreekt', 'nummerOvergeslagen', {
      plaats: tablePlaceOf(first),
      gedrukt: [...numbers]
        .sort((a, b) => a - b)
        .map((number) => `${word} ${number}`)
        .join(', '),
      verwacht: missing.map((number) => `${word} ${number}`).join(', '),
      sleutel: `${first.deel} ${word}`,
    }),
  ];
}

function doubles(tables: readonly PrintedTable[]): ProofFinding[] {
  return tables
    .filter((table, index) => tables.findIndex(({ nummer }) => nummer === table.nummer) < index)
    .map((table) =>
      labelFinding('label', 'nummerDubbel', {
        plaats: tablePlaceOf(table),
        gedrukt: table.nummer,
        ernst: 'matig',
        sleutel: table.id,
      }),
    );
}
