// SPDX-License-Identifier: EUPL-1.2
import type { Identity } from '../identity.ts';
import type { PrintedCell, PrintedDocument, PrintedTable } from '../printed.ts';
import { sumText } from './show.ts';

/** Footnotes by which a total of persons is lower than its rows, because some are counted in more than one. */
export const COUNTED_ONCE = /lager dan de op(?:s)?telsom|tellen[^.]*(?:één|1) keer|dubbel meegeteld/i;

/** Rows and columns that must give their printed total, and totals of persons that must lie between the largest row and the sum. */
export function totalIdentities({ tabellen }: PrintedDocument): Identity[] {
  return tabellen.filter(({ soort }) => soort !== 'tekst').flatMap(ofTable);
}

function ofTable(table: PrintedTable): Identity[] {
  const totals = table.cellen.flatMap((cell) =>
    Object.keys(cell.splitsing)
      .filter((dimension) => cell.splitsing[dimension] === 'totaal')
      .map((dimension) => ({ cell, parts: partsOf(table, cell, dimension) })),
  );
  const once = table.noten.some((note) => COUNTED_ONCE.test(note));
  return totals
    .filter(({ cell, parts }) => parts.length > 1 && (cell.eenheid !== 'procent' || !once))
    .flatMap(({ cell, parts }) => (once ? unionBounds(cell, parts) : [sumIdentity(cell, parts)]));
}

function partsOf(table: PrintedTable, total: PrintedCell, dimension: string): PrintedCell[] {
  return table.cellen.filter(
    (cell) =>
      cell.eenheid === total.eenheid &&
      cell.periode === total.periode &&
      cell.gebied === total.gebied &&
      cell.splitsing[dimension] !== 'totaal' &&
      cell.splitsing[dimension] !== undefined &&
      Object.entries(total.splitsing).every(
        ([key, value]) => key === dimension || cell.splitsing[key] === value,
      ),
  );
}

function sumIdentity(cell: PrintedCell, parts: readonly PrintedCell[]): Identity {
  return {
    regel: 'som',
    uitleg: 'telOp',
    berekening: sumText(parts, cell, '≠'),
    zekerheid: 'zeker',
    terms: [...parts.map((part) => ({ factor: 1, cells: [part] })), { factor: -1, cells: [cell] }],
    target: { low: 0, high: 0 },
    afgeleid: cell,
  };
}

function unionBounds(cell: PrintedCell, parts: readonly PrintedCell[]): Identity[] {
  const total = { factor: -1, cells: [cell] };
  return [
    {
      regel: 'grens',
      uitleg: 'hoogstensSom',
      berekening: sumText(parts, cell, '<'),
      zekerheid: 'zeker',
      terms: [...parts.map((part) => ({ factor: 1, cells: [part] })), total],
      target: { low: 0, high: Number.POSITIVE_INFINITY },
      afgeleid: cell,
    },
    ...parts.map(
      (part): Identity => ({
        regel: 'grens',
        uitleg: 'minstensGrootste',
        berekening: `${part.gedrukt} > ${cell.gedrukt}`,
        zekerheid: 'zeker',
        terms: [
          { factor: 1, cells: [cell] },
          { factor: -1, cells: [part] },
        ],
        target: { low: 0, high: Number.POSITIVE_INFINITY },
        afgeleid: cell,
      }),
    ),
  ];
}
