// SPDX-License-Identifier: EUPL-1.2
import type { ProofFinding } from '../finding.ts';
import { labelFinding } from '../labels/label-finding.ts';
import type { RunningText } from '../printed.ts';
import type { Sentence } from '../read/running-text.ts';
import { sentencePlace } from '../sentences/claim-findings.ts';

interface Chapter {
  readonly nummer: number;
  readonly van: number;
  readonly tot: number;
}

const HEADING = /^\s?(\d)\.? [\uFFFD\s]*([A-Z][a-zà-ÿ]+(?:[ ,]|$).{0,60}|[A-Z][a-zà-ÿ]+)$/;

/** Chapters by their numbered headings: 1, 2, 3, … in that order. */
export function chaptersOf({ regels }: RunningText): Chapter[] {
  const starts: { nummer: number; van: number }[] = [];
  regels.forEach((line, index) => {
    const match = HEADING.exec(line.trimEnd());
    if (match && Number(match[1]) === starts.length + 1 && !/[.;:]$/.test(line.trim()))
      starts.push({ nummer: Number(match[1]), van: index });
  });
  return starts.map(({ nummer, van }, index) => ({
    nummer,
    van,
    tot: starts[index + 1]?.van ?? regels.length,
  }));
}

const GLOSSARY = /^\s*Begrippen(?:lijst)?\s*$/;

/** References to chapters that do not exist, and a glossary that is promised after every chapter and is not there. */
export function chapterFindings(text: RunningText, sentences: readonly Sentence[]): ProofFinding[] {
  const chapters = chaptersOf(text);
  if (chapters.length < 3) return [];
  const last = chapters.at(-1)?.nummer ?? 0;
  const numbers = [
    'een',
    'twee',
    'drie',
    'vier',
    'vijf',
    'zes',
    'zeven',
    'acht',
    'negen',
    'tien',
    'elf',
    'twaalf',
  ];
  return sentences.flatMap((sentence) => {
    const found: ProofFinding[] = [];
    for (const [quote, word = ''] of sentence.tekst.matchAll(/\bhoofdstuk (\d{1,2}|[a-z]+)\b/gi)) {
      const number = /^\d/.test(word) ? Number(word) : numbers.indexOf(word.toLowerCase()) + 1;
      if (number > last)
        found.push(
          labelFinding('verwijzing', 'hoofdstukBestaatNiet', {
            plaats: sentencePlace(sentence),
            gedrukt: quote,
            verwacht: `1–${last}`,
            ernst: 'matig',
          }),
        );
    }
    if (/\b(?:begrippen|afkortingen)\b[^.]*\bn?a?\s?(?:elk|ieder) hoofdstuk/i.test(sentence.tekst))
      found.push(...missingGlossaries(text, chapters, sentence));
    return found;
  });
}

function missingGlossaries(
  text: RunningText,
  chapters: readonly Chapter[],
  promise: Sentence,
): ProofFinding[] {
  const present = text.regels.flatMap((line, index) => (GLOSSARY.test(line) ? [index] : []));
  const without = chapters.filter(({ van, tot }) => !present.some((index) => index > van && index <= tot));
  if (without.length === 0) return [];
  const list = without.map(({ nummer }) => nummer).join(', ');
  return [
    labelFinding('ontbreekt', 'begrippenlijst', {
      plaats: sentencePlace(promise),
      gedrukt: promise.tekst,
      verwacht: list,
      delen: [String(present.length), String(chapters.length), list],
      ernst: 'matig',
    }),
  ];
}
