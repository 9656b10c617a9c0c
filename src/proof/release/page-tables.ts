// SPDX-License-Identifier: EUPL-1.2
import { type Areas, areaOf, slugOf } from '../areas.ts';
import { parseDutchNumber } from '../dutch-number.ts';
import type { Eenheid, PrintedCell, PrintedTable } from '../printed.ts';
import { tableName } from '../printed.ts';
import type { HtmlPage, HtmlTable } from '../read/html.ts';
import { printedValue } from '../read/printed-value.ts';
import { topicsOf } from '../topics.ts';

/** What a page of a release is about: the area and year that its tables mean where they do not say so. */
export interface PageSubject {
  readonly pad: string;
  readonly gebied: string;
  readonly jaar: number;
}

/** The tables of a page as printed tables, so that the same rules hold for them as for those of others. */
export function pageTables(page: HtmlPage, subject: PageSubject, areas: Areas): PrintedTable[] {
  return page.tabellen.map((table, index) => tableOf(table, index, subject, areas));
}

function tableOf(html: HtmlTable, index: number, subject: PageSubject, areas: Areas): PrintedTable {
  const cells: PrintedCell[] = [];
  const table: PrintedTable = {
    id: `${subject.pad}#${index + 1}`,
    soort: /^Figuur|^Figure/.test(html.nummer) ? 'figuur' : 'tabel',
    nummer: html.nummer,
    deel: subject.pad,
    titel: html.titel,
    eenheid: html.eenheid,
    bron: '',
    noten: [],
    onderwerpen: topicsOf(html.titel),
    dimensies: [
      {
        naam: slugOf(html.rijKop),
        label: html.rijKop,
        waarden: html.rijen.map(({ label }) => ({ code: slugOf(label), label })),
      },
    ],
    cellen: cells,
  };
  for (const row of html.rijen)
    row.cellen.forEach((text, column) => {
      const head = html.kolommen[column];
      const parsed = parseDutchNumber(text.replace(/^\+/, ''));
      if (!head || !parsed) return;
      cells.push(cellOf(table, html, row.label, head, text, subject, areas));
    });
  return table;
}

function cellOf(
  table: PrintedTable,
  html: HtmlTable,
  row: string,
  head: HtmlTable['kolommen'][number],
  gedrukt: string,
  subject: PageSubject,
  areas: Areas,
): PrintedCell {
  const named = (text: string) => areaOf(areas, text.replace(/ \(.*$/, ''));
  const area = named(row) ?? named(head.groep);
  const year = /^(20\d\d)/.exec(head.label)?.[1];
  const eenheid = unitOf(`${head.groep} ${head.label}`, html.eenheid, html.titel);
  const parsed = parseDutchNumber(gedrukt.replace(/^\+/, ''));
  const measure = year === undefined ? slugOf(head.label) : '';
  const everything = named(row) !== undefined || /^alle |^all /i.test(row);
  return {
    id: [table.id, slugOf(row), slugOf(head.groep), slugOf(head.label)].join('/'),
    tabel: table,
    plaats: {
      bron: subject.pad,
      waar: [tableName(table), row, head.groep, head.label].filter((part) => part !== '').join(', '),
    },
    gebied: area?.code ?? subject.gebied,
    periode: year ?? String(subject.jaar),
    eenheid,
    splitsing: {
      ...(everything ? {} : { [slugOf(html.rijKop)]: slugOf(row) }),
      ...(measure === '' || eenheid === 'personen' || eenheid === 'euro' ? {} : { measure }),
    },
    gedrukt,
    ...printedValue(gedrukt.replace(/^\+/, ''), parsed?.waarde ?? 0, eenheid),
    circa: false,
    uitTekst: false,
  };
}

/** The heading of a column says what it counts; otherwise the unit of the table does. */
function unitOf(head: string, unit: string, titel: string): Eenheid {
  if (/uitgaven per cliënt/i.test(head)) return 'euro';
  if (/miljoen/i.test(head)) return 'euro-totaal';
  if (/%/.test(head)) return 'procent';
  if (/unieke cliënten/i.test(head)) return 'personen';
  if (/verandering ten opzichte van/i.test(unit)) return 'groei';
  if (/percentage|%|aandeel/i.test(`${unit} ${head}`)) return 'procent';
  if (/^unieke cliënten per kalenderjaar$/i.test(unit) && !/aandeel|gemiddeld/i.test(titel))
    return 'personen';
  return 'anders';
}
