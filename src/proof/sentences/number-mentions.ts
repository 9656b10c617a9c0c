// SPDX-License-Identifier: EUPL-1.2
import type { UitlegSleutel } from '../../text/index.ts';
import { formatDutch, parseDutchNumber, parseNumberWord } from '../dutch-number.ts';
import { type ProofFinding, textFindingId } from '../finding.ts';
import type { PrintedCell, PrintedTable } from '../printed.ts';
import type { Sentence } from '../read/running-text.ts';
import { isTypingError } from '../repair.ts';
import { excerpt, sentencePlace } from './claim-findings.ts';
import { levelChanges } from './level-changes.ts';
import type { Subjects } from './subject.ts';

/** A number this close to one of the table is taken to be meant as that one. */
const CLOSE = 0.05;

interface Mention {
  readonly waarde: number;
  readonly gedrukt: string;
  readonly procent: boolean;
}

/** Numbers in sentences that name a table must be in it: a number that is nearly one of the table, or one of another year, is a finding. */
export function mentionFindings(sentences: readonly Sentence[], subjects: Subjects): ProofFinding[] {
  return sentences.flatMap((sentence, index) => {
    const tables = subjects.tables(sentence, sentences.slice(Math.max(0, index - 3), index));
    const cells = tables.flatMap(({ cellen }) => cellen).filter(({ uitTekst }) => !uitTekst);
    if (cells.length === 0) return [];
    return numbersIn(sentence.tekst).flatMap((mention) => check(sentence, mention, cells, tables));
  });
}

function check(
  sentence: Sentence,
  mention: Mention,
  cells: readonly PrintedCell[],
  tables: readonly PrintedTable[],
): ProofFinding[] {
  const titles = tables
    .map(
      ({ titel, dimensies }) =>
        `${titel} ${dimensies.flatMap(({ waarden }) => waarden.map(({ label }) => label)).join(' ')}`,
    )
    .join(' ');
  const titleNumbers = numbersIn(titles).map(({ waarde }) => waarde);
  const comparable = cells.filter(
    ({ eenheid }) => (eenheid === 'procent' || eenheid === 'groei') === mention.procent,
  );
  const known = comparable.filter(({ waarde }) => Math.abs(waarde) === mention.waarde);
  if (titleNumbers.includes(mention.waarde) || levelChanges(comparable).has(mention.waarde)) return [];
  if (known.length > 0) return otherYear(sentence, mention, known, comparable);
  const candidates = [...comparable.map(({ waarde }) => Math.abs(waarde)), ...titleNumbers];
  const nearest = candidates.find((value) => isNear(mention.waarde, value));
  if (nearest === undefined) return [];
  const expected = `${formatDutch(nearest, mention.procent && !Number.isInteger(nearest) ? 1 : 0)}${mention.procent ? '%' : ''}`;
  return [finding(sentence, 'nietInTabel', mention, expected, tables)];
}

function isNear(value: number, of: number): boolean {
  return (
    value >= 10 &&
    (Math.abs(value - of) <= Math.max(1, CLOSE * of) || isTypingError(value, { low: of, high: of }))
  );
}

/** The sentence gives one year, and the number stands in the table under other years only. */
function otherYear(
  sentence: Sentence,
  mention: Mention,
  known: readonly PrintedCell[],
  cells: readonly PrintedCell[],
): ProofFinding[] {
  const years = sentence.tekst.match(/\b20\d\d\b/g) ?? [];
  const [year] = years;
  if (
    year === undefined ||
    new Set(years).size !== 1 ||
    /hetzelfde kwartaal van|ten opzichte van/.test(sentence.tekst)
  )
    return [];
  if (!cells.some(({ periode }) => periode.startsWith(year))) return [];
  if (known.some(({ periode }) => periode.startsWith(year) || periode === '')) return [];
  const tables = [...new Set(known.map(({ tabel }) => tabel))];
  return [finding(sentence, 'andereJaar', mention, known.map(({ periode }) => periode).join(', '), tables)];
}

function finding(
  sentence: Sentence,
  uitleg: UitlegSleutel,
  mention: Mention,
  expected: string,
  tables: readonly PrintedTable[],
): ProofFinding {
  return {
    id: textFindingId('tekstgetal', `${uitleg}-${mention.gedrukt.replace(/\W/g, '')}`, sentence.tekst),
    regel: 'tekstgetal',
    ernst: 'matig',
    zekerheid: 'waarschijnlijk',
    plaats: sentencePlace(sentence),
    gedrukt: excerpt(sentence.tekst, mention.gedrukt),
    verwacht: expected,
    controles: [
      { uitleg, delen: [mention.gedrukt, tables.map(({ nummer }) => nummer).join(', '), expected] },
    ],
    ook: [],
  };
}

/** Numbers and number words from ten up; years, dates, days, hours and the numbers of tables and chapters are left out. */
export function numbersIn(tekst: string): Mention[] {
  const bare = tekst
    .replace(
      /\b(?:tabel|figuur|figuren|tabellen|hoofdstuk|bijlage|voetnoot|artikel|art\.) \d+[A-Z]?(?:(?:,| en) \d+[A-Z]?)*/gi,
      ' ',
    )
    .replace(
      /\b\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b/gi,
      ' ',
    )
    .replace(/\b\d+(?:[-–]\d+)? ?(?:dagen|uur|jaar|weken|maanden|kwartalen)\b/gi, ' ')
    .replace(/\b(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?\b/g, ' ');
  const digits = [...bare.matchAll(/(?<![\w.,])(?:€ ?)?\d[\d.]*(?:,\d+)?%?/g)].flatMap(([text]) => {
    const parsed = parseDutchNumber(text.replace(/\.$/, ''));
    return parsed
      ? [{ waarde: parsed.waarde, gedrukt: text.replace(/\.$/, ''), procent: parsed.procent }]
      : [];
  });
  const words = [...bare.matchAll(/[a-zà-ÿ]+/gi)].flatMap(([word]) => {
    const value = parseNumberWord(word);
    return value !== undefined && value >= 10 ? [{ waarde: value, gedrukt: word, procent: false }] : [];
  });
  return [...digits, ...words].filter(({ waarde }) => waarde >= 10);
}
