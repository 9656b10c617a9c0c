// SPDX-License-Identifier: EUPL-1.2

/** A table of one of our own pages, as a reader sees it. */
export interface HtmlTable {
  /** `Tabel 1`; empty for the table under a figure. */
  readonly nummer: string;
  readonly titel: string;
  readonly eenheid: string;
  readonly rijKop: string;
  /** Heading over the column, and the column itself. */
  readonly kolommen: readonly { readonly groep: string; readonly label: string }[];
  /** Names of the tables of the release that it is made of: `clienten-type`. */
  readonly bestanden: readonly string[];
  readonly rijen: readonly { readonly label: string; readonly cellen: readonly string[] }[];
  /** Which figure stands in each cell, where the page says so. */
  readonly cijfers?: {
    readonly whole: FigureParts;
    readonly rows: readonly FigureParts[];
    readonly columns: readonly FigureParts[];
  };
}

/** Parts of the key of a figure: `indicator`, `variant`, `gebied`, `jaar`, `periode` and dimensions. */
export type FigureParts = Readonly<Record<string, string>>;

/** What a reader sees of one of our own pages. */
export interface HtmlPage {
  readonly taal: string;
  readonly titel: string;
  readonly tabellen: readonly HtmlTable[];
  /** Running text, one block per paragraph, list item or term. */
  readonly alineas: readonly string[];
}

interface Element {
  readonly tag: string;
  readonly attributes: string;
  readonly inner: string;
}

const HIDDEN =
  /<(svg|style|script)\b[\s\S]*?<\/\1>|<span class="hoofdstuk">[^<]*<\/span>|<span class="alleen-hoorbaar">[^<]*<\/span>|<sup\b[\s\S]*?<\/sup>|<a class="noot"[\s\S]*?<\/a>/g;

/** Reads a page that `report` wrote. Not for pages of others: it trusts that every element is closed. */
export function readHtmlPage(html: string): HtmlPage {
  const visible = html.replace(HIDDEN, '');
  const body = visible.slice(Math.max(0, visible.indexOf('<body')));
  const withoutTables = body.replace(/<table\b[\s\S]*?<\/table>/g, '');
  return {
    taal: /<html lang="([a-z]+)"/.exec(html)?.[1] ?? '',
    titel: textOf(elements(body, 'h1')[0]?.inner ?? ''),
    tabellen: tablesIn(body),
    alineas: ['p', 'li', 'dt', 'dd', 'figcaption', 'h2', 'h3']
      .flatMap((tag) => elements(withoutTables, tag))
      .map(({ inner }) => textOf(inner))
      .filter((text) => text !== ''),
  };
}

/** Elements of one name that do not hold another of that name. */
function elements(html: string, tag: string): Element[] {
  return [
    ...html.matchAll(new RegExp(`<(${tag})\\b([^>]*)>((?:(?!<${tag}\\b)[\\s\\S])*?)</${tag}>`, 'g')),
  ].map(([, name = '', attributes = '', inner = '']) => ({ tag: name, attributes, inner }));
}

function textOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

function tablesIn(body: string): HtmlTable[] {
  const figures = [...body.matchAll(/<figcaption>([\s\S]*?)<\/figcaption>/g)].map((match) => ({
    at: match.index,
    inner: match[1] ?? '',
  }));
  return [...body.matchAll(/<table\b([^>]*)>([\s\S]*?)<\/table>/g)].map((match) => {
    const [, attributes = '', inner = ''] = match;
    const cijfers = /data-cijfers="([^"]*)"/.exec(attributes)?.[1];
    const caption = /<caption[^>]*>([\s\S]*?)<\/caption>/.exec(inner)?.[1] ?? '';
    const figure = figures.filter(({ at }) => at < match.index).at(-1)?.inner ?? '';
    const own = span(caption, 'nummer') === '' && figure !== '' ? figure : caption;
    return {
      nummer: span(own, 'nummer'),
      titel: span(own, 'titel') || textOf(own),
      eenheid: span(own, 'eenheid'),
      bestanden: filesUnder(body, match.index + match[0].length),
      ...grid(inner),
      ...(cijfers === undefined
        ? {}
        : { cijfers: JSON.parse(textOf(cijfers)) as NonNullable<HtmlTable['cijfers']> }),
    };
  });
}

/** The files that stand between this table and the next. */
function filesUnder(body: string, from: number): string[] {
  const next = body.indexOf('<table', from);
  const under = body.slice(from, next < 0 ? body.length : next);
  return [
    ...new Set([...under.matchAll(/href="[^"]*cijfers\/([^"/]+)\.csv"/g)].map(([, name = '']) => name)),
  ];
}

function span(html: string, name: string): string {
  const start = html.indexOf(`<span class="${name}">`);
  return start < 0
    ? ''
    : textOf(/^<span[^>]*>((?:<span[^>]*>[^<]*<\/span>|[^<])*)<\/span>/.exec(html.slice(start))?.[1] ?? '');
}

function grid(inner: string): Pick<HtmlTable, 'rijKop' | 'kolommen' | 'rijen'> {
  const head = elements(/<thead>([\s\S]*?)<\/thead>/.exec(inner)?.[1] ?? '', 'tr').map(({ inner: row }) =>
    elements(row, 'th'),
  );
  const [first = [], second] = head;
  const groups = first
    .slice(1)
    .flatMap(({ attributes, inner: label }) =>
      Array.from({ length: Number(/colspan="(\d+)"/.exec(attributes)?.[1] ?? 1) }, () => textOf(label)),
    );
  const labels = second?.map(({ inner: label }) => textOf(label));
  const bodies = elements(inner, 'tbody').flatMap(({ inner: rows }) => elements(rows, 'tr'));
  return {
    rijKop: textOf(first[0]?.inner ?? ''),
    kolommen: labels
      ? labels.map((label, index) => ({ groep: groups[index] ?? '', label }))
      : groups.map((label) => ({ groep: '', label })),
    rijen: bodies.map(({ inner: row }) => ({
      label: textOf(elements(row, 'th')[0]?.inner ?? ''),
      cellen: elements(row, 'td').map(({ inner: cell }) => textOf(cell)),
    })),
  };
}
