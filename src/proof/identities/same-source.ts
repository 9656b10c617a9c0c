// SPDX-License-Identifier: EUPL-1.2
import { formatDutch } from '../dutch-number.ts';
import type { Identity } from '../identity.ts';
import type { PrintedCell, PrintedDocument, PrintedTable } from '../printed.ts';

/**
 * Two tables from one source of which the one counts as a column what the other counts as a whole: the column adds up to the grand total,
 * and rows of the same name agree.
 */
export function sameSourceIdentities({ tabellen }: PrintedDocument): Identity[] {
  return tabellen.flatMap((whole) =>
    grandTotals(whole).flatMap((total) =>
      tabellen
        .filter((table) => table !== whole && sameSource(table, whole))
        .flatMap((table) => against(table, total)),
    ),
  );
}

function sourceOf({ bron }: PrintedTable): string {
  return bron
    .replace(/\(r\.[^)]*\)/g, '')
    .replace(/[^a-z0-9]+/gi, ' ')
    .trim()
    .toLowerCase();
}

function sameSource(a: PrintedTable, b: PrintedTable): boolean {
  return sourceOf(a) !== '' && sourceOf(a) === sourceOf(b);
}

function grandTotals({ cellen }: PrintedTable): PrintedCell[] {
  return cellen.filter(({ splitsing }) => {
    const codes = Object.values(splitsing);
    return codes.length > 1 && codes.every((code) => code === 'totaal');
  });
}

function against(table: PrintedTable, total: PrintedCell): Identity[] {
  const column = table.cellen.filter(
    ({ splitsing, periode, eenheid }) =>
      splitsing.measure !== undefined &&
      eenheid === 'personen' &&
      periode === total.periode &&
      total.tabel.eenheid.startsWith(splitsing.measure),
  );
  if (column.length < 2) return [];
  const sum = column.reduce((all, { waarde }) => all + waarde, 0);
  const rows = column.flatMap((cell) => {
    const row = total.tabel.cellen.find(
      ({ splitsing }) => stem(splitsing.care) === stem(cell.splitsing.care) && splitsing.age === 'totaal',
    );
    return row ? [equal(cell, row)] : [];
  });
  return [
    {
      regel: 'dubbel',
      uitleg: 'zelfdeBron',
      berekening: `${column.map(({ gedrukt }) => gedrukt).join(' + ')} = ${formatDutch(sum)} ≠ ${total.gedrukt}`,
      zekerheid: 'waarschijnlijk',
      terms: [...column.map((cell) => ({ factor: 1, cells: [cell] })), { factor: -1, cells: [total] }],
      target: { low: 0, high: 0 },
      afgeleid: total,
    },
    ...rows,
  ];
}

/** `gezinshuis` and `gezinshuizen` are one word. */
function stem(word = ''): string {
  return word.replace(/(?:zen|sen|en|s)$/, '');
}

function equal(a: PrintedCell, b: PrintedCell): Identity {
  return {
    regel: 'dubbel',
    uitleg: 'zelfdeBron',
    berekening: `${a.gedrukt} ≠ ${b.gedrukt}`,
    zekerheid: 'waarschijnlijk',
    terms: [
      { factor: 1, cells: [a] },
      { factor: -1, cells: [b] },
    ],
    target: { low: 0, high: 0 },
    afgeleid: a,
  };
}
