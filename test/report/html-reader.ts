// SPDX-License-Identifier: EUPL-1.2

/** A table as a reader of the page sees it, without what only a screen reader hears. */
export interface SeenTable {
  readonly caption: string;
  /** Body rows: the row header, then the cells. */
  readonly rows: readonly (readonly string[])[];
  /** All text of the table, headers and caption included. */
  readonly text: string;
}

/** The part of a page with this id: a table block or a figure. */
export function blockOf(html: string, id: string): string {
  const start = html.search(new RegExp(`<(div|figure) class="blok" id="${id}">`));
  if (start < 0) throw new Error(`no block ${id}`);
  const next = html.slice(start + 1).search(/<(?:div|figure) class="blok"|<\/main>/);
  return html.slice(start, next < 0 ? undefined : start + 1 + next);
}

export function blockIds(html: string): string[] {
  return [...html.matchAll(/<(?:div|figure) class="blok" id="([^"]+)"/g)].map((match) => match[1] ?? '');
}

export function tableIn(block: string): SeenTable {
  const table = /<table[^>]*>([\s\S]*?)<\/table>/.exec(block)?.[1] ?? '';
  const body = /<tbody>([\s\S]*?)<\/tbody>/.exec(table)?.[1] ?? '';
  return {
    caption: plain(/<caption[^>]*>([\s\S]*?)<\/caption>/.exec(table)?.[1] ?? ''),
    rows: [...body.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map((row) =>
      [...(row[1] ?? '').matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map((cell) => plain(cell[1] ?? '')),
    ),
    text: plain(table),
  };
}

/** Texts of every drawing, each with its title and description. */
export function drawingsIn(block: string): string[] {
  return [...block.matchAll(/<svg[\s\S]*?<\/svg>/g)].map((svg) => plain(svg[0]));
}

/** Numbers as they are printed; digits inside a word (`H8`) are part of the word. */
export function numbersIn(text: string): string[] {
  return text.match(/(?<![\p{L}\d.,])\d[\d.,]*(?<![.,])(?!\p{L})/gu) ?? [];
}

function plain(markup: string): string {
  return markup
    .replace(/<sup>[\s\S]*?<\/sup>/g, '')
    .replace(/<span class="alleen-hoorbaar">[\s\S]*?<\/span>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}
