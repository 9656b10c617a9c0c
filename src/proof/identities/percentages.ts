// SPDX-License-Identifier: EUPL-1.2
import { formatDutch } from '../dutch-number.ts';
import type { Identity } from '../identity.ts';
import type { PrintedCell, PrintedDocument, PrintedTable } from '../printed.ts';
import type { Lookup } from './lookup.ts';

/** Percentages that must follow from printed counts: growth since a base year, shares of a total, and shares that together are everything. */
export function percentageIdentities({ tabellen }: PrintedDocument, lookup: Lookup): Identity[] {
  return tabellen
    .filter(({ soort }) => soort !== 'tekst')
    .flatMap((table) => [
      ...table.cellen
        .filter(({ eenheid }) => eenheid === 'groei')
        .flatMap((cell) => growth(table, cell, lookup)),
      ...table.cellen.filter(({ eenheid }) => eenheid === 'procent').flatMap((cell) => share(table, cell)),
      ...complements(table),
    ]);
}

/** The year that a growth table starts from, as its unit, title or notes say. */
export function baseYear({ eenheid, titel, noten }: PrintedTable): string | undefined {
  const named =
    /(?:ten opzichte van|sinds|referentiejaar|ijkjaar)[^.\d]*(20\d\d)|(20\d\d) als (?:ijk|basis|referentie)jaar/i;
  const match = [eenheid, titel, ...noten].map((text) => named.exec(text)).find((found) => found !== null);
  return match?.[1] ?? match?.[2];
}

function growth(table: PrintedTable, cell: PrintedCell, lookup: Lookup): Identity[] {
  const base = baseYear(table);
  if (base === undefined) return [];
  const count = counterpart(cell, lookup, cell.periode);
  const start = counterpart(cell, lookup, base);
  if (!count || !start || start.waarde === 0) return [];
  const exact = 100 * (count.waarde / start.waarde - 1);
  return [
    {
      regel: 'percentage',
      uitleg: 'groei',
      berekening: `${count.gedrukt} / ${start.gedrukt} − 1 = ${formatDutch(exact, cell.decimalen + 1)}%; ${cell.gedrukt}`,
      zekerheid: 'zeker',
      terms:
        count === start
          ? [{ factor: 1, cells: [cell] }]
          : [
              { factor: 1, cells: [cell, start] },
              { factor: 100, cells: [start] },
              { factor: -100, cells: [count] },
            ],
      target: { low: 0, high: 0 },
      afgeleid: cell,
    },
  ];
}

/** The count beside this percentage: in a table of the same part of the document when there is one. */
function counterpart(cell: PrintedCell, lookup: Lookup, periode: string): PrintedCell | undefined {
  const found = lookup.like(cell, { eenheid: 'personen', periode });
  return found.find(({ tabel }) => tabel.deel === cell.tabel.deel) ?? found[0];
}

/**
 * Shares beside their counts in one table. The measure says of what: `pct-wachtend` is `wachtend` of the first count of the row,
 * `pct-wachtend-van-totaal` is `wachtend` of the first count of the total row.
 */
function share(table: PrintedTable, cell: PrintedCell): Identity[] {
  const match = /^pct-(.+?)(-van-totaal)?$/.exec(cell.splitsing.measure ?? '');
  if (!match) return [];
  const [, measure = '', ofTotal] = match;
  const counts = table.cellen.filter(
    ({ eenheid, periode }) => eenheid === 'personen' && periode === cell.periode,
  );
  const row = counts.filter((other) => sameRow(other, cell));
  const totalRow = counts.filter((other) =>
    Object.entries(other.splitsing).some(([key, value]) => key !== 'measure' && /^totaal/.test(value)),
  );
  const part = row.find(({ splitsing }) => splitsing.measure === measure);
  const whole = (ofTotal ? totalRow : row).find((other) => other !== part || ofTotal !== undefined);
  if (!part || !whole || whole.waarde === 0) return [];
  const exact = (100 * part.waarde) / whole.waarde;
  return [
    {
      regel: 'percentage',
      uitleg: 'aandeel',
      berekening: `${part.gedrukt} / ${whole.gedrukt} = ${formatDutch(exact, cell.decimalen + 1)}%; ${cell.gedrukt}`,
      zekerheid: 'zeker',
      terms: [
        { factor: 1, cells: [cell, whole] },
        { factor: -100, cells: [part] },
      ],
      target: { low: 0, high: 0 },
      afgeleid: cell,
    },
  ];
}

function sameRow(a: PrintedCell, b: PrintedCell): boolean {
  return Object.keys(a.splitsing).every((key) => key === 'measure' || a.splitsing[key] === b.splitsing[key]);
}

const OPPOSITES = /^(?:meer|boven|minder|onder|hoogstens|minstens|vanaf|tot)\b/i;

/** `Meer dan` and `minder dan` of one threshold are together 100%. */
function complements(table: PrintedTable): Identity[] {
  const dimension = table.dimensies.find(
    ({ waarden }) => waarden.length === 2 && waarden.every(({ label }) => OPPOSITES.test(label)),
  );
  if (!dimension) return [];
  const [first = '', second = ''] = dimension.waarden.map(({ code }) => code);
  return table.cellen
    .filter(({ eenheid, splitsing }) => eenheid === 'procent' && splitsing[dimension.naam] === first)
    .flatMap((cell) => {
      const other = table.cellen.find(
        (candidate) =>
          candidate.splitsing[dimension.naam] === second &&
          candidate.periode === cell.periode &&
          candidate.gebied === cell.gebied &&
          Object.entries(cell.splitsing).every(
            ([key, value]) => key === dimension.naam || candidate.splitsing[key] === value,
          ),
      );
      if (!other) return [];
      return [
        {
          regel: 'som' as const,
          uitleg: 'samenHonderd',
          berekening: `${cell.gedrukt} + ${other.gedrukt} ≠ 100%`,
          zekerheid: 'zeker' as const,
          terms: [
            { factor: 1, cells: [cell] },
            { factor: 1, cells: [other] },
          ],
          target: { low: 100, high: 100 },
          afgeleid: other,
        },
      ];
    });
}
