// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '../../contract/index.ts';

/** A place in a chapter: line and column from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** `{{ verschil clienten gebied=JZ24 jaar=2024 }}`: words first, then options. */
export interface Directive {
  readonly words: readonly string[];
  readonly options: ReadonlyMap<string, string>;
  readonly place: Place;
  /** As it was written, for messages. */
  readonly source: string;
}

/** Text between directives, a directive, or the border of a passage of which the first alternative is taken whose figures may all be shown: `[[ … || … ]]`. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly place: Place }
  | { readonly kind: 'directive'; readonly directive: Directive }
  | { readonly kind: 'open'; readonly place: Place }
  | { readonly kind: 'or'; readonly place: Place }
  | { readonly kind: 'close'; readonly place: Place };

const DIRECTIVE = /\{\{([^{}]*)\}\}|\[\[ ?| ?\]\]| ?\|\| ?/g;
const PART = /([a-z][a-z-]*)=(?:"([^"]*)"|(\S+))|"([^"]*)"|(\S+)/g;

/** The pieces of a chapter in order. A brace that is never closed is a problem, and stays text. */
export function pieces(file: string, source: string, problems: Problem[]): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const match of source.matchAll(DIRECTIVE)) {
    if (match.index > at) found.push(textPiece(file, source, at, match.index, problems));
    const place = placeAt(file, source, match.index);
    if (match[1] === undefined) found.push({ kind: borderOf(match[0]), place });
    else found.push({ kind: 'directive', directive: parseDirective(match[0], match[1], place) });
    at = match.index + match[0].length;
  }
  if (at < source.length) found.push(textPiece(file, source, at, source.length, problems));
  return found;
}

function borderOf(sign: string): 'open' | 'or' | 'close' {
  return sign.includes('[[') ? 'open' : sign.includes('||') ? 'or' : 'close';
}

/** `hoofdstukken/02.md:12:5`. */
export function showPlace({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

/** Line and column of a position in a text. */
export function placeAt(file: string, source: string, index: number): Place {
  const before = source.slice(0, index);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { file, line: before.split('\n').length, column: index - lineStart + 1 };
}

/** A place further on in a piece of text. */
export function placeWithin(place: Place, text: string, index: number): Place {
  const inner = placeAt(place.file, text, index);
  return inner.line === 1
    ? { ...place, column: place.column + index }
    : { ...inner, line: place.line + inner.line - 1 };
}

function textPiece(file: string, source: string, from: number, to: number, problems: Problem[]): Piece {
  const text = source.slice(from, to);
  const place = placeAt(file, source, from);
  const loose = text.search(/\{\{|\}\}/);
  if (loose >= 0) {
    problems.push({
      code: 'report.open-directive',
      subject: text.slice(loose, loose + 40).split('\n')[0] ?? '',
      place: showPlace(placeWithin(place, text, loose)),
      remedy: 'a live figure begins with {{ and ends with }} on the same line',
    });
  }
  return { kind: 'text', text, place };
}

function parseDirective(source: string, inner: string, place: Place): Directive {
  const words: string[] = [];
  const options = new Map<string, string>();
  for (const [, key, quoted, plain, quotedWord, word] of inner.matchAll(PART)) {
    if (key !== undefined) options.set(key, quoted ?? plain ?? '');
    else words.push(quotedWord ?? word ?? '');
  }
  return { words, options, place, source };
}
