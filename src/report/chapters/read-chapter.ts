// SPDX-License-Identifier: EUPL-1.2

import { OperatorError, type Problem } from '../../contract/index.ts';
import { markdownBlocks } from '../../markup/index.ts';
import { slug } from '../../text/index.ts';
import type { Block } from '../document.ts';
import type { ChapterContext } from './chapter-context.ts';
import type { ChapterSource } from './chapter-source.ts';
import { type Directive, type Piece, type Place, pieces, showPlace } from './directive.ts';
import { liveBlock } from './live-block.ts';
import { liveText } from './live-text.ts';
import { typedNumbers } from './typed-numbers.ts';

/** A chapter with its figures in place. */
export type Chapter = Extract<Block, { kind: 'section' }>;

/** Directives that stand alone in a paragraph and become a table or a figure. */
const BLOCK_DIRECTIVES = ['tabel', 'figuur'];

/**
 * Reads a chapter for one release, language and area: headings become sections, live figures become text, tables and figures get their numbers.
 *
 * Of a passage `[[ … || … ]]` the first alternative is taken whose figures the release holds and shows, or nothing; anywhere else such a figure is
 * a problem.
 *
 * Throws: `report.open-passage`, `report.typed-number`, `report.figure-not-shown`, `report.unknown-figure`, `report.unknown-area`, `report.unknown-option`,
 * `report.open-directive`, `report.not-in-release`, `report.too-many-series`, `report.no-map`, `report.quotation-without-source`, `report.no-interval`, `report.no-title`, with every place at once.
 */
export function readChapters(
  sources: readonly ChapterSource[],
  context: Omit<ChapterContext, 'problems'>,
): Chapter[] {
  const full: ChapterContext = { ...context, problems: [] };
  const chapters = sources.map((source) => readChapter(source, full));
  if (full.problems.length > 0) throw new OperatorError(full.problems);
  return chapters;
}

function readChapter({ pad, markdown }: ChapterSource, context: ChapterContext): Chapter {
  const inserted: Block[][] = [];
  const found = pieces(pad, markdown.replaceAll('\r\n', '\n'), context.problems);
  const text = withoutUnshown(found, context, (piece, inner) => {
    if (piece.kind === 'text') {
      inner.problems.push(...typedNumbers(piece.place, piece.text));
      return piece.text;
    }
    if (!isBlock(piece.directive)) return liveText(inner, piece.directive);
    inserted.push(liveBlock(inner, piece.directive));
    return `\n\n${marker(inserted.length - 1)}\n\n`;
  });
  const [title, rest] = titleOf(text);
  if (title === '') {
    context.problems.push({
      code: 'report.no-title',
      subject: pad,
      place: `${pad}:1:1`,
      remedy: 'begin the chapter with its title: # Title',
    });
  }
  const id = slug(title);
  const [first, ...blocks] = sections(rest, 2, id, inserted);
  const lead = first?.kind === 'paragraph' ? first.children : undefined;
  const number = /(?:^|\/)0*(\d+)-[^/]*$/.exec(pad)?.[1];
  return {
    kind: 'section',
    id,
    title,
    ...(number === undefined ? {} : { number }),
    ...(lead === undefined ? {} : { lead }),
    blocks: [...(lead === undefined && first ? [first] : []), ...blocks],
  };
}

type Content = Extract<Piece, { kind: 'text' | 'directive' }>;

/** Figures that a release may hold or not, and show or not: a passage about them is left out, or its next alternative taken. */
const TOLERATED = ['report.figure-not-shown', 'report.not-in-release'];

/** The pieces as one text; of each passage the first alternative whose figures may all be shown, or nothing. */
function withoutUnshown(
  found: readonly Piece[],
  context: ChapterContext,
  write: (piece: Content, context: ChapterContext) => string,
): string {
  let passage: Passage | undefined;
  let text = '';
  for (const piece of found) {
    if (piece.kind === 'open') {
      if (passage) context.problems.push(unpaired(passage.place));
      passage = { alternatives: [[]], place: piece.place };
    } else if (piece.kind === 'or' || piece.kind === 'close') {
      if (!passage) context.problems.push(unpaired(piece.place));
      else if (piece.kind === 'or') passage.alternatives.push([]);
      else text += settled(passage, context, write);
      if (piece.kind === 'close') passage = undefined;
    } else if (passage) passage.alternatives.at(-1)?.push(piece);
    else text += write(piece, context);
  }
  if (passage) context.problems.push(unpaired(passage.place));
  return text;
}

interface Passage {
  readonly alternatives: Content[][];
  readonly place: Place;
}

function settled(
  { alternatives }: Passage,
  context: ChapterContext,
  write: (piece: Content, context: ChapterContext) => string,
): string {
  for (const alternative of alternatives) {
    const own: ChapterContext = { ...context, problems: [], numbering: context.numbering.copy() };
    const text = alternative.map((piece) => write(piece, own)).join('');
    context.problems.push(...own.problems.filter(({ code }) => !TOLERATED.includes(code)));
    if (own.problems.length === 0) {
      context.numbering.adopt(own.numbering);
      return text;
    }
  }
  return '';
}

function unpaired(place: Place): Problem {
  return {
    code: 'report.open-passage',
    subject: '[[ … ]]',
    place: showPlace(place),
    remedy:
      'a passage that may be left out begins with [[ and ends with ]], and holds no other one; || parts its alternatives',
  };
}

function isBlock({ words }: Directive): boolean {
  return BLOCK_DIRECTIVES.includes(words[0] ?? '');
}

function marker(index: number): string {
  return `\uE000${index}\uE000`;
}

function titleOf(text: string): readonly [title: string, rest: string] {
  const match = /^\s*# (.+)\n?/.exec(text);
  return match ? [match[1]?.trim() ?? '', text.slice(match[0].length)] : ['', text];
}

/** The text under a heading: what stands before the first heading of `level`, and a section for each of those. */
function sections(
  text: string,
  level: number,
  parent: string,
  inserted: readonly (readonly Block[])[],
): Block[] {
  const head = new RegExp(`^${'#'.repeat(level)} (.+)$`, 'm');
  const [before = '', ...rest] = text.split(head);
  const blocks = prose(before, inserted);
  for (let index = 0; index < rest.length; index += 2) {
    const title = rest[index]?.trim() ?? '';
    const id = `${parent}-${slug(title)}`;
    blocks.push({
      kind: 'section',
      id,
      title,
      blocks: sections(rest[index + 1] ?? '', level + 1, id, inserted),
    });
  }
  return blocks;
}

function prose(text: string, inserted: readonly (readonly Block[])[]): Block[] {
  return text
    .split(/\uE000(\d+)\uE000/)
    .flatMap((part, index) =>
      index % 2 === 0 ? markdownBlocks(part).map(remarked) : (inserted[Number(part)] ?? []),
    );
}

/** A paragraph that begins with `>` is a remark. */
function remarked(block: Block): Block {
  if (block.kind !== 'paragraph') return block;
  const [first, ...children] = block.children;
  return typeof first === 'string' && first.startsWith('> ')
    ? { kind: 'remark', children: [first.slice(2), ...children] }
    : block;
}
