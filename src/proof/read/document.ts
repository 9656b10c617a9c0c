// SPDX-License-Identifier: EUPL-1.2
import type { Areas } from '../areas.ts';
import type { PrintedDocument, PrintedTable, RunningText } from '../printed.ts';
import { readFiguresCsv } from './figures-csv.ts';
import { readFiguresJson } from './figures-json.ts';
import { readRunningText } from './running-text.ts';

/** A file as it was read; the name decides between JSON, CSV and running text. */
export interface SourceFile {
  readonly naam: string;
  readonly tekst: string;
}

/**
 * Published figures (`.json`, `.csv`) and running text (anything else) as one document. A text gets the name by which the figures cite it:
 * the one of whose lines most are right.
 * Throws: `proof.unreadable-figures`
 */
export function readDocument(files: readonly SourceFile[], gebieden: Areas): PrintedDocument {
  const tabellen = files.flatMap(({ naam, tekst }) => {
    if (/\.json$/i.test(naam)) return readFiguresJson(tekst, naam, gebieden);
    return /\.csv$/i.test(naam) ? readFiguresCsv(tekst, naam, gebieden) : [];
  });
  const texts = files.filter(({ naam }) => !/\.(?:json|csv)$/i.test(naam));
  const teksten = texts.map(({ naam, tekst }) => named(readRunningText(tekst, naam), tabellen));
  const years = tabellen
    .filter(({ soort }) => soort !== 'tekst')
    .flatMap(({ cellen }) => cellen.map(({ periode }) => Number(periode.slice(0, 4))))
    .filter(Number.isInteger);
  return { tabellen, teksten, gebieden, jaar: years.length > 0 ? Math.max(...years) : yearOf(teksten) };
}

function named(text: RunningText, tables: readonly PrintedTable[]): RunningText {
  const cells = tables.flatMap(({ cellen }) => cellen);
  const names = [...new Set(cells.map(({ plaats }) => plaats.bron))].filter((name) => name !== '');
  const rate = (name: string) => {
    const own = cells.filter(({ plaats }) => plaats.bron === name && plaats.regel !== undefined);
    const right = own.filter(({ plaats, gedrukt }) =>
      text.regels[(plaats.regel ?? 0) - 1]?.includes(gedrukt),
    );
    return own.length === 0 ? 0 : right.length / own.length;
  };
  const best = names.map((name) => ({ name, share: rate(name) })).sort((a, b) => b.share - a.share)[0];
  return best && best.share > 0.5 ? { ...text, bron: best.name } : text;
}

/** The year that a text without figures names most. */
function yearOf(texts: readonly RunningText[]): number {
  const counts = new Map<number, number>();
  for (const { regels } of texts)
    for (const line of regels)
      for (const year of line.match(/\b20\d\d\b/g) ?? [])
        counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}
