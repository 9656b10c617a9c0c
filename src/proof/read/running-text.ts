// SPDX-License-Identifier: EUPL-1.2
import type { RunningText } from '../printed.ts';

/** One sentence with the line it begins on. */
export interface Sentence {
  readonly bron: string;
  readonly regel: number;
  readonly tekst: string;
  /** Number of the paragraph in its text: sentences of one paragraph speak about one thing. */
  readonly alinea: number;
}

/** A text as lines; the name is what findings call it. */
export function readRunningText(text: string, bron: string): RunningText {
  return { bron, regels: text.split(/\r?\n/) };
}

const END = /(?:[a-zà-ÿ\d)%”’"]|[A-Z]{2})[.!?:]["”’]?$/;
const BETWEEN = /(?<=(?:[a-zà-ÿ\d)%”’"]|[A-Z]{2})[.!?]["”’]?)\s+(?=[A-ZÀ-Ý‘“€])/;
const NOTE_OR_CAPTION = /^(?:\d{1,2}(?:\s*[\t\uFFFD]|\s{2,})|(?:Tabel|Figuur) \d+[A-Z]?:|\(?Bron:)/i;
const RUNNING_TITLE = /[A-Z]{4,}(?: [A-Z]{3,})+ (?:19|20)\d\d/;
const NUMBERS_AT_END = /(?:(?:^|\s)[+−-]?€?\s?\d[\d.,]*%?){3,}$/;
const NO_LETTERS = /^[\s\d.,%€|–>K-]*$/;
/** Unit: characters. */
const LONGEST_HEADING = 70;

/**
 * Running text as sentences. Rows of tables, axis labels, footnotes, captions and headings belong to no sentence; a sentence goes on over
 * them, because text taken from a PDF puts them in the middle of it. A hyphen at the end of a line is taken away.
 */
export function sentencesOf({ bron, regels }: RunningText): Sentence[] {
  const sentences: Sentence[] = [];
  let open = { tekst: '', regel: 0 };
  let alinea = 0;
  let aside = false;
  let heading = false;
  const close = () => {
    if (open.tekst.trim() !== '') sentences.push({ bron, ...open, tekst: open.tekst.trim(), alinea });
    open = { tekst: '', regel: 0 };
  };
  regels.forEach((raw, index) => {
    const line = raw.trim();
    if (line === '') {
      if (END.test(open.tekst.trim())) close();
      if (open.tekst === '') alinea += 1;
      aside = false;
      heading = false;
      return;
    }
    if (open.tekst === '' && isBlank(regels[index - 1])) heading = isHeading(regels, index);
    aside = NOTE_OR_CAPTION.test(line) || (aside && !/^\s/.test(raw));
    if (aside || heading || isNoProse(line)) return;
    for (const piece of line.split(BETWEEN)) {
      const hyphenated = /[a-zà-ÿ]-$/.test(open.tekst) && !/^(?:en|of)\b/.test(piece);
      open = {
        regel: open.regel || index + 1,
        tekst: hyphenated ? open.tekst.slice(0, -1) + piece : `${open.tekst} ${piece}`,
      };
      if (END.test(piece) && !piece.endsWith(':')) close();
    }
  });
  close();
  return sentences;
}

/** A short block between blank lines that ends without a full stop. */
function isHeading(regels: readonly string[], start: number): boolean {
  const next = regels.findIndex((line, index) => index > start && isBlank(line));
  const block = regels.slice(start, next < 0 ? regels.length : next).map((line) => line.trim());
  return (
    block.length <= 3 &&
    block.every((line) => line.length < LONGEST_HEADING) &&
    !END.test(block.at(-1) ?? '') &&
    !BETWEEN.test(block.join(' '))
  );
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

/** Rows of tables, axes and page furniture. */
function isNoProse(line: string): boolean {
  return NO_LETTERS.test(line) || RUNNING_TITLE.test(line) || NUMBERS_AT_END.test(line) || line.length < 4;
}
