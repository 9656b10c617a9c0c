// SPDX-License-Identifier: EUPL-1.2
import type { UitlegSleutel } from '../../text/index.ts';
import { formatDutch, parseDutchNumber } from '../dutch-number.ts';
import { type ProofFinding, textFindingId } from '../finding.ts';
import type { Sentence } from '../read/running-text.ts';
import { topicsOf } from '../topics.ts';
import { excerpt, sentencePlace } from './claim-findings.ts';
import { claimsIn, type Richting } from './claims.ts';

/** A level that a sentence gives for a year. */
interface Level {
  readonly jaar: number;
  readonly waarde: number;
  readonly gedrukt: string;
}

/** `met bijna 25% gestegen`, `zo’n 8.600 hoger`. */
interface Change {
  readonly waarde: number;
  readonly procent: boolean;
  readonly richting: Richting | undefined;
  readonly benadering: 'bijna' | 'ruim' | 'circa' | 'precies';
  readonly gedrukt: string;
}

/** Sentences that give levels of two years or more: their words and their change must follow from those levels. */
export function pairFindings(sentences: readonly Sentence[]): ProofFinding[] {
  return sentences.flatMap((sentence, index) => {
    const levels = levelsIn(sentence.tekst);
    if (levels.length < 2) return [];
    return [
      ...directionFindings(sentence, levels),
      ...changeFindings(sentence, levels),
      ...subjectFindings(sentence, sentences[index - 1], levels),
    ];
  });
}

const TOKENS = /(?:€\s?)?\d[\d.,]*\d%?|\d%?/g;
const CHANGE_WORDS =
  /^\s*(?:\w+\s)?(?:hoger|meer|gestegen|toegenomen|toenam|lager|minder|gedaald|afgenomen|afnam)/i;

/** Pairs of years and numbers, in the order of the sentence; `respectievelijk` gives the numbers the order of the years. */
function levelsIn(tekst: string): Level[] {
  const years: number[] = [];
  const numbers: { waarde: number; gedrukt: string }[] = [];
  for (const match of tekst.matchAll(TOKENS)) {
    const text = match[0].replace(/[.,]$/, '');
    const parsed = parseDutchNumber(text);
    if (!parsed) continue;
    if (/^(?:19|20)\d\d$/.test(text)) years.push(parsed.waarde);
    else if (!parsed.procent && !CHANGE_WORDS.test(tekst.slice(match.index + match[0].length)))
      numbers.push({ waarde: parsed.waarde, gedrukt: text });
  }
  const distinct = [...new Set(years)];
  const repeated = years.length === numbers.length ? years : years.slice(-numbers.length);
  const order = /respectievelijk/.test(tekst) ? distinct : repeated;
  if (numbers.length < 2 || numbers.length !== order.length || new Set(order).size !== order.length)
    return [];
  return numbers
    .map((number, index) => ({ ...number, jaar: order[index] ?? 0 }))
    .sort((a, b) => a.jaar - b.jaar);
}

function directionFindings(sentence: Sentence, levels: readonly Level[]): ProofFinding[] {
  const [first, last] = [levels[0], levels.at(-1)];
  const claim = claimsIn(sentence)[0];
  if (!first || !last || !claim) return [];
  const went: Richting = last.waarde > first.waarde ? 'op' : last.waarde < first.waarde ? 'neer' : 'gelijk';
  if (claim.richting === went || claim.richting === 'gelijk') return [];
  return [finding(sentence, 'andereRichting', claim.woorden, levels)];
}

function changeFindings(sentence: Sentence, levels: readonly Level[]): ProofFinding[] {
  const [first, last] = [levels[0], levels.at(-1)];
  if (!first || !last || levels.length !== 2) return [];
  return changesIn(sentence.tekst).flatMap((change) => {
    const actual = change.procent ? 100 * (last.waarde / first.waarde - 1) : last.waarde - first.waarde;
    const size = Math.abs(actual);
    if (fits(change, size)) return [];
    return [
      finding(
        sentence,
        'andereVerandering',
        change.gedrukt,
        levels,
        `${formatDutch(actual, change.procent ? 1 : 0)}${change.procent ? '%' : ''}`,
      ),
    ];
  });
}

const CHANGE =
  /\b(bijna|ruim|meer dan|zo’n|zo'n|circa|ongeveer|rond de)?\s*(\d[\d.]*(?:,\d+)?)(%?)\s+(?:\w+\s)?(hoger|meer|gestegen|toegenomen|toenam|lager|minder|gedaald|afgenomen|afnam)\b/gi;

/** The changes that a text states as a number: how much, which way, how roughly. */
export function changesIn(tekst: string): Change[] {
  return [...tekst.matchAll(CHANGE)].flatMap(([gedrukt, about = '', number = '', percent, word = '']) => {
    const parsed = parseDutchNumber(number);
    if (!parsed || /^(?:19|20)\d\d$/.test(number)) return [];
    const benadering = /bijna/i.test(about)
      ? 'bijna'
      : /ruim|meer/i.test(about)
        ? 'ruim'
        : about === ''
          ? 'precies'
          : 'circa';
    return [
      {
        waarde: parsed.waarde,
        procent: percent === '%',
        richting: /hoger|meer|gestegen|toe/i.test(word) ? ('op' as const) : ('neer' as const),
        benadering,
        gedrukt: gedrukt.trim(),
      },
    ];
  });
}

/** `bijna` is just under, `ruim` just over, `zo’n` close by; a plain number is the rounded value. */
export function fits({ waarde, procent, benadering }: Change, actual: number): boolean {
  const grain = procent
    ? 0.5 + 1e-9
    : Math.max(0.5, 0.5 * 10 ** (String(waarde).length - String(waarde).replace(/0+$/, '').length));
  const room = Math.max(grain, 0.05 * waarde);
  if (benadering === 'bijna') return actual < waarde && actual >= waarde - room;
  if (benadering === 'ruim') return actual > waarde && actual <= waarde + 2 * room;
  return Math.abs(actual - waarde) <= (benadering === 'circa' ? room : procent ? grain : 0.5);
}

/** Topics of which one cannot stand for the other, though one paragraph often speaks of both. */
const MEASURES = [
  'voogdij',
  'ots',
  'uithuisplaatsing',
  'reclassering',
  'jeugdzorgplus',
  'pleegzorg',
  'aanmelding',
  'besluit',
];

/** A sentence states a trend of one thing and the next proves it with numbers of another. */
function subjectFindings(
  sentence: Sentence,
  before: Sentence | undefined,
  levels: readonly Level[],
): ProofFinding[] {
  if (!before || before.alinea !== sentence.alinea || claimsIn(before).length === 0) return [];
  const claimed = topicsOf(before.tekst).filter((topic) => MEASURES.includes(topic));
  const counted = topicsOf(sentence.tekst).filter((topic) => MEASURES.includes(topic));
  if (claimed.length !== 1 || counted.length !== 1 || claimed[0] === counted[0]) return [];
  return [
    {
      ...finding(sentence, 'anderOnderwerp', counted[0] ?? '', levels),
      id: textFindingId('eenheid', 'anderOnderwerp', sentence.tekst),
      regel: 'eenheid',
      verwacht: claimed[0] ?? '',
      ook: [sentencePlace(before)],
    },
  ];
}

function finding(
  sentence: Sentence,
  uitleg: UitlegSleutel,
  words: string,
  levels: readonly Level[],
  expected?: string,
): ProofFinding {
  const shown = levels.map(({ jaar, gedrukt }) => `${jaar}: ${gedrukt}`).join('; ');
  return {
    id: textFindingId('woord', uitleg, sentence.tekst),
    regel: 'woord',
    ernst: 'ernstig',
    zekerheid: 'zeker',
    plaats: sentencePlace(sentence),
    gedrukt: excerpt(sentence.tekst, words),
    verwacht: expected ?? shown,
    controles: [{ uitleg, delen: [words, shown, expected ?? ''] }],
    ook: [],
  };
}
