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

const FOOTNOTE = /^\d{1,2}\s*[\t�]/;
const NO_PROSE = /^(?:[\s\d.,%€|–-]|\d{4})*$/;

/**
 * Running text as sentences. Lines that are table rows, axis labels, footnotes, captions or headings do not belong to a sentence; a sentence
 * goes on over them, because text taken from a PDF puts them in the middle of it. A hyphen at the end of a line is taken away.
 */
export function sentencesOf({ bron, regels }: RunningText): Sentence[] {
  const sentences: Sentence[] = [];
  let open = { tekst: '', regel: 0 };
  let alinea = 0;
  const close = () => {
    if (open.tekst.trim() !== '') sentences.push({ bron, ...open, tekst: open.tekst.trim(), alinea });
    open = { tekst: '', regel: 0 };
  };
  regels.forEach((raw, index) => {
    const line = raw.replaceAll('\u0000', '').trim();
    if (line === '') {
      if (/[.!?:]["”’]?$/.test(open.tekst.trim())) close();
      alinea += open.tekst === '' ? 1 : 0;
      return;
    }
    if (isNoProse(line)) return;
    for (const piece of line.split(/(?<=[a-zà-ÿ\d)%”’"][.!?]["”’]?)\s+(?=[A-ZÀ-Ý‘“€])/)) {
      const hyphenated = /[a-zà-ÿ]-$/.test(open.tekst);
      open = {
        regel: open.regel || index + 1,
        tekst: hyphenated ? open.tekst.slice(0, -1) + piece : `${open.tekst} ${piece}`,
      };
      if (/[a-zà-ÿ\d)%”’"][.!?]["”’]?$/.test(piece)) close();
    }
  });
  close();
  return sentences;
}

/** Rows of tables, axes, captions, footnotes and page furniture. */
export function isNoProse(line: string): boolean {
  const numbers = line.match(/(?:^|\s)[+−-]?€?\s?\d[\d.,]*%?(?=\s|$)/g)?.length ?? 0;
  const words = line.match(/[A-Za-zÀ-ÿ]{2,}/g)?.length ?? 0;
  return (
    NO_PROSE.test(line) ||
    FOOTNOTE.test(line) ||
    /^(?:Tabel|Figuur) \d+[A-Z]?:/.test(line) ||
    /^\(?Bron:/i.test(line) ||
    /\bINHOUD\b/.test(line) ||
    (numbers >= 3 && numbers * 4 > words) ||
    (words === 1 && line.length < 4)
  );
}
