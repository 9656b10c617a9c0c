// SPDX-License-Identifier: EUPL-1.2
import type { PublishedTable, Unit } from '../../contract/index.ts';
import { texts } from '../../text/index.ts';
import { type Areas, areaOf } from '../areas.ts';
import { formatDutch, parseDutchNumber } from '../dutch-number.ts';
import type { ProofFinding } from '../finding.ts';
import { labelFinding } from '../labels/label-finding.ts';
import type { FigureParts, HtmlPage, HtmlTable } from '../read/html.ts';
import { printsOf, valuePrints } from './prints.ts';

/** What a page of a release is about: the area that its tables mean where they do not say so. */
export interface PageSubject {
  readonly pad: string;
  readonly gebied: string;
}

/** Everything that may be printed for one table of the release, one area, and one period and row where the page says which. */
export type Prints = (bestand: string, gebied: string, periode?: string, rij?: string) => ReadonlySet<string>;

/** Indexes the figures by file, area and period, in every notation that a page may use. */
export function printIndex(tables: readonly PublishedTable[], areas: Areas): Prints {
  const index = new Map<string, Set<string>>();
  const add = (key: string, prints: readonly string[]) => {
    const known = index.get(key) ?? new Set<string>();
    for (const print of prints) known.add(print);
    index.set(key, known);
  };
  for (const { indicator, dimensies, eenheid, rows } of tables) {
    const file = [indicator, ...dimensies].join('-');
    for (const row of rows) {
      const area = areaOf(areas, row.gebied)?.code ?? row.gebied;
      const prints = printsOf(eenheid, row);
      for (const periode of [row.periode.slice(0, 4), ''])
        for (const rij of [row.dimensies.join(), '']) add([file, area, periode, rij].join('|'), prints);
    }
  }
  return (bestand, gebied, periode = '', rij = '') =>
    index.get([bestand, gebied, periode, rij].join('|')) ?? new Set();
}

/** Everything that may be printed, with its sign, in a cell that says which figure it holds; nothing for one that is hidden or not there. */
export type ExactPrints = (key: string) => ReadonlySet<string>;

/** Indexes the figures by their full key. */
export function exactIndex(tables: readonly PublishedTable[]): ExactPrints {
  const index = new Map<string, () => Set<string>>();
  for (const { indicator, dimensies, eenheid, rows } of tables) {
    for (const { variant, periode, gebied, dimensies: values, waarde } of rows) {
      const split = Object.fromEntries(dimensies.map((dimensie, place) => [dimensie, values[place] ?? '']));
      if (waarde !== null) {
        index.set(keyText({ indicator, variant, periode, gebied, ...split }), () =>
          signedPrints(eenheid, waarde),
        );
      }
    }
  }
  const nothing = new Set<string>();
  return (key) => index.get(key)?.() ?? nothing;
}

function signedPrints(eenheid: Unit, waarde: number): Set<string> {
  const sizes = valuePrints(eenheid, Math.abs(waarde), false);
  const signed = sizes.flatMap((size) => (waarde < 0 ? [`−${size}`] : [size, `+${size}`]));
  return new Set([...signed, ...sizes.filter((size) => !/[1-9]/.test(size))]);
}

function figureKey(
  { whole, rows, columns }: NonNullable<HtmlTable['cijfers']>,
  row: number,
  column: number,
): string {
  const { jaar = '', periode, ...key } = { ...whole, ...rows[row], ...columns[column] };
  const inYear = periode?.startsWith('Q') ? `${jaar}-${periode}` : (periode ?? jaar);
  return keyText({ variant: '', ...key, periode: inYear });
}

function keyText(parts: FigureParts): string {
  return JSON.stringify(Object.entries(parts).sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Cells of the tables of a page that none of the figures they are made of could have given. */
export function cellFindings(
  page: HtmlPage,
  subject: PageSubject,
  areas: Areas,
  prints: Prints,
  exact: ExactPrints,
): ProofFinding[] {
  return page.tabellen.flatMap((table, at) =>
    table.bestanden.length === 0
      ? []
      : table.rijen.flatMap((row, place) =>
          row.cellen.flatMap((text, column) => {
            const parsed = parseDutchNumber(text.replace(/^\+/, ''));
            const head = table.kolommen[column];
            if (!parsed || !head) return [];
            const areasMeant = meant(row.label, head, subject, areas);
            const year =
              /(20\d\d)/.exec(head.label)?.[1] ??
              /^(20\d\d)/.exec(row.label)?.[1] ??
              /(?:,| in) (20\d\d)$/.exec(table.titel)?.[1];
            if (table.cijfers) {
              const known = exact(figureKey(table.cijfers, place, column)).has(text.replace(/ \(.*\)$/, ''));
              return known ? [] : [finding(table, at, row.label, head, text, subject)];
            }
            const shown = `${formatDutch(Math.abs(parsed.waarde), parsed.decimalen)}${parsed.procent ? '%' : ''}`;
            const type = typeNamed(row.label);
            const known = table.bestanden.some((file) =>
              areasMeant.some((gebied) => prints(file, gebied, year, type).has(shown)),
            );
            return known ? [] : [finding(table, at, row.label, head, text, subject)];
          }),
        ),
  );
}

/** Code of the type of youth care that a row is called after. */
function typeNamed(label: string): string | undefined {
  return Object.entries(texts('nl').typen).find(([, naam]) => naam === label)?.[0];
}

function meant(
  row: string,
  head: HtmlTable['kolommen'][number],
  subject: PageSubject,
  areas: Areas,
): string[] {
  const named = [row, head.groep, head.label].flatMap(
    (text) => areaOf(areas, text.replace(/ \(.*$/, ''))?.code ?? [],
  );
  return named.length > 0 ? named : [subject.gebied];
}

function finding(
  table: HtmlTable,
  at: number,
  row: string,
  head: HtmlTable['kolommen'][number],
  text: string,
  { pad }: PageSubject,
): ProofFinding {
  const waar = [table.nummer || table.titel, row, head.groep, head.label]
    .filter((part) => part !== '')
    .join(', ');
  return labelFinding('tekstgetal', 'nietUitCijfers', {
    plaats: { bron: pad, waar },
    gedrukt: text,
    delen: [text],
    ernst: 'ernstig',
    sleutel: `${pad} ${at + 1} ${waar}`,
  });
}
