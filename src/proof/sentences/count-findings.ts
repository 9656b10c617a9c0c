// SPDX-License-Identifier: EUPL-1.2
import type { Areas } from '../areas.ts';
import { parseNumberWord } from '../dutch-number.ts';
import { type ProofFinding, textFindingId } from '../finding.ts';
import type { Sentence } from '../read/running-text.ts';
import { excerpt, sentencePlace } from './claim-findings.ts';

const NUMBER = '(twee|drie|vier|vijf|zes|zeven|acht|negen|tien)';
const COLON = new RegExp(`\\b${NUMBER} ([a-zà-ÿ’]+(?: [a-zA-Zà-ÿ-]+){0,3}): ([^.:]+)`, 'i');
const BRACKETS = new RegExp(`\\b${NUMBER} ([a-zà-ÿ’]+) \\(([^)]*,[^)]*)\\)`, 'i');
const SHORT = new RegExp(`\\b(?:overige |van de )?${NUMBER} gemeenten \\((H\\d)\\)`, 'i');
const GROUP = /\b(H(\d)) gemeenten ((?:[A-Z][\w-]+(?: [A-Z][\w-]+)?(?:, | en )?\s*)+)/;

/** `vier actielijnen: …`: as many things must follow as the word says; `H3 gemeenten …` as the group has. */
export function countFindings(sentences: readonly Sentence[], areas: Areas): ProofFinding[] {
  return sentences.flatMap((sentence) => {
    const { tekst } = sentence;
    const found: ProofFinding[] = [];
    for (const pattern of [COLON, BRACKETS]) {
      const match = pattern.exec(tekst);
      const said = match && parseNumberWord(match[1] ?? '');
      const count = match ? itemsIn(match[3] ?? '') : 0;
      if (match && said && count > 1 && count !== said)
        found.push(finding(sentence, match[1] ?? '', String(count), match[3] ?? ''));
    }
    const short = SHORT.exec(tekst);
    const group = short && areas.find(({ code }) => code === short[2]);
    if (short && group && parseNumberWord(short[1] ?? '') !== group.leden.length)
      found.push(finding(sentence, short[1] ?? '', String(group.leden.length), short[2] ?? ''));
    const named = GROUP.exec(tekst);
    const listed = named ? itemsIn(named[3] ?? '') : 0;
    if (named && listed > 1 && listed !== Number(named[2]))
      found.push(finding(sentence, named[1] ?? '', String(listed), named[3] ?? ''));
    return found;
  });
}

/** Items of a list with commas and one closing `en`; an `en` inside an item does not count when the item before it ended with a comma. */
function itemsIn(list: string): number {
  const parts = list.split(/,\s*/).filter((part) => part.trim() !== '');
  const last = parts.at(-1) ?? '';
  return parts.length - 1 + last.split(/\s+en\s+/).filter((part) => part.trim() !== '').length;
}

function finding(sentence: Sentence, words: string, expected: string, list: string): ProofFinding {
  return {
    id: textFindingId('woord', 'andersGeteld', sentence.tekst),
    regel: 'woord',
    ernst: 'matig',
    zekerheid: 'waarschijnlijk',
    plaats: sentencePlace(sentence),
    gedrukt: excerpt(sentence.tekst, words),
    verwacht: expected,
    controles: [{ uitleg: 'andersGeteld', delen: [words, expected, list.trim()] }],
    ook: [],
  };
}
