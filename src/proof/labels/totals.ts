// SPDX-License-Identifier: EUPL-1.2
import type { ProofFinding } from '../finding.ts';
import { COUNTED_ONCE } from '../identities/totals.ts';
import type { PrintedDocument, PrintedTable } from '../printed.ts';
import { countedIn } from '../topics.ts';
import { labelFinding } from './label-finding.ts';
import { tablePlaceOf } from './years.ts';

/** Total rows that are called after another count, and totals that a footnote says are lower than they are. */
export function totalFindings({ tabellen }: PrintedDocument): ProofFinding[] {
  return [...tabellen.flatMap(totalNames), ...missingOverlap(tabellen)];
}

function totalNames(table: PrintedTable): ProofFinding[] {
  const about = countedIn(`${table.titel} ${table.eenheid}`);
  return table.dimensies.flatMap(({ waarden }) =>
    waarden
      .filter(({ code }) => code.toLowerCase() === 'totaal')
      .flatMap(({ label }) => {
        const counts = countedIn(label);
        if (counts.length === 0 || counts.some((kind) => about.includes(kind))) return [];
        return [
          labelFinding('label', 'totaalNaam', {
            plaats: tablePlaceOf(table),
            gedrukt: label,
            verwacht: about.join(', '),
            delen: [table.titel],
            ernst: 'matig',
            sleutel: table.id,
          }),
        ];
      }),
  );
}

interface Overlap {
  readonly table: PrintedTable;
  readonly sum: number;
  readonly total: number;
}

/** So many double counts must be expected, at the rate of the other tables, before none at all is remarkable. Chance of none: e⁻⁵. */
const EXPECTED_OVERLAP = 5;

/** The footnote says that the total is lower than the sum, and in no year it is, though the other areas would make one expect it. */
function missingOverlap(tables: readonly PrintedTable[]): ProofFinding[] {
  const overlaps = tables
    .filter(({ noten }) => noten.some((note) => COUNTED_ONCE.test(note)))
    .flatMap(overlapOf);
  return overlaps
    .filter(({ sum, total }) => sum === total && sum > 0)
    .flatMap(({ table, sum }) => {
      const others = overlaps.filter((other) => other.table !== table && other.sum !== other.total);
      const all = others.reduce((count, other) => count + other.sum, 0);
      const double = others.reduce((count, other) => count + other.sum - other.total, 0);
      const expected = all === 0 ? 0 : (double / all) * sum;
      if (expected < EXPECTED_OVERLAP) return [];
      return [
        labelFinding('samenvoeging', 'nietOntdubbeld', {
          plaats: tablePlaceOf(table),
          gedrukt: table.cellen
            .filter(({ splitsing }) => Object.values(splitsing).includes('totaal'))
            .map(({ gedrukt }) => gedrukt)
            .join('; '),
          delen: [String(Math.round(expected))],
          ernst: 'matig',
          zekerheid: 'waarschijnlijk',
          sleutel: table.id,
        }),
      ];
    });
}

function overlapOf(table: PrintedTable): Overlap[] {
  const isTotal = (codes: readonly string[]) => codes.includes('totaal');
  const counts = table.cellen.filter(({ eenheid }) => eenheid === 'personen');
  const totals = counts.filter(({ splitsing }) => isTotal(Object.values(splitsing)));
  const parts = counts.filter(({ splitsing }) => !isTotal(Object.values(splitsing)));
  const add = (cells: typeof counts) => cells.reduce((sum, { waarde }) => sum + waarde, 0);
  return totals.length > 1 ? [{ table, sum: add(parts), total: add(totals) }] : [];
}
