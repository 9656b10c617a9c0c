// SPDX-License-Identifier: EUPL-1.2
import type { ReleaseBreuk, ReleaseGebied, ReleaseStatus, SafeTable } from '../contract/index.ts';
import { markdownBlocks } from '../markup/index.ts';
import { sourceLine } from '../text/index.ts';
import type { Block, DataFile, DefinitionPanel, Note, Provenance } from './document.ts';
import { breaksIn, definitieOf, type Edition, indicatorName } from './edition.ts';

/** Gives each footnote of one table a number in the order in which it is first needed. */
export class NoteBook {
  readonly #general: string[] = [];
  readonly #marked: string[] = [];

  /** A note that holds for the whole table. */
  add(text: string): void {
    if (!this.#general.includes(text)) this.#general.push(text);
  }

  /** The mark of a note that holds for a part. */
  mark(text: string): string {
    if (!this.#marked.includes(text)) this.#marked.push(text);
    return String(this.#marked.indexOf(text) + 1);
  }

  notes(): Note[] {
    return [
      ...this.#marked.map((text, index) => ({ mark: String(index + 1), text })),
      ...this.#general.map((text) => ({ text })),
    ];
  }
}

export function breakNote({ text, taal, notation }: Edition, breuk: ReleaseBreuk): string {
  return text.noot.breuk(breuk.oorzaak[taal], notation.date(breuk.datum));
}

/** Breaks that touch every one of these areas. */
export function sharedBreaks(edition: Edition, gebieden: readonly ReleaseGebied[]): ReleaseBreuk[] {
  const [first, ...others] = gebieden.map((gebied) => breaksIn(edition, gebied));
  return (first ?? []).filter((breuk) => others.every((breaks) => breaks.includes(breuk)));
}

/** Notes on restated series of these areas. */
export function addRestatements(notes: NoteBook, edition: Edition, gebieden: readonly ReleaseGebied[]): void {
  for (const gebied of gebieden) {
    for (const breuk of breaksIn(edition, gebied, { overbrugd: true })) {
      notes.add(edition.text.noot.overbrugd(breuk.oorzaak[edition.taal]));
    }
  }
}

export function provenanceOf(
  edition: Edition,
  part: {
    readonly unit: string;
    readonly notes: NoteBook;
    readonly indicatoren: readonly string[];
    readonly files: readonly DataFile[];
  },
): Provenance {
  const { text, release, notation } = edition;
  return {
    unit: part.unit,
    source: sourceLine(edition.taal, part.indicatoren),
    stamp: [
      text.stempel.figuur(release.id, text.status[release.status].naam, notation.date(release.dataTot)),
      ...(release.fictief ? [text.fictief.kort] : []),
    ].join('; '),
    notes: part.notes.notes(),
    definitions: part.indicatoren.map((indicator) => definitionPanel(edition, indicator)),
    files: part.files,
  };
}

/** Says of which years figures may still change, where that differs from the rest. */
export function addStatuses(
  notes: NoteBook,
  { text }: Edition,
  tables: readonly SafeTable[],
  jaren: readonly number[],
): void {
  const byStatus = new Map<ReleaseStatus, number[]>();
  for (const jaar of [...jaren].sort((a, b) => a - b)) {
    const status = tables
      .map(({ voorlopigheid }) => voorlopigheid?.[jaar])
      .find((found) => found !== undefined);
    if (status !== undefined && status !== 'definitief')
      byStatus.set(status, [...(byStatus.get(status) ?? []), jaar]);
  }
  const parts = [...byStatus].map(([status, years]) =>
    text.noot.voorlopigIn(years.join(', '), text.status[status].naam),
  );
  if (parts.length > 0) notes.add(text.noot.voorlopig(parts.join('; ')));
}

function definitionPanel(edition: Edition, indicator: string): DefinitionPanel {
  const { text, release, taal } = edition;
  const markdown = definitieOf(edition, indicator)?.toelichting[taal] ?? '';
  const name = indicatorName(edition, indicator);
  return {
    title: text.monitor.definitie(name),
    version: text.monitor.definitieVersie(indicator, release.definities[indicator] ?? '–'),
    blocks:
      markdown.trim() === ''
        ? [{ kind: 'paragraph', children: [text.monitor.definitieOntbreekt] }]
        : withoutTitle(markdownBlocks(markdown)),
  };
}

function withoutTitle(blocks: readonly Block[]): readonly Block[] {
  return blocks[0]?.kind === 'subheading' ? blocks.slice(1) : blocks;
}
