// SPDX-License-Identifier: EUPL-1.2
import type { UitlegSleutel } from '../../text/index.ts';
import { formatDutch } from '../dutch-number.ts';
import { type Ernst, type ProofFinding, textFindingId } from '../finding.ts';
import type { Zekerheid } from '../identity.ts';
import type { Plaats } from '../printed.ts';
import type { Sentence } from '../read/running-text.ts';
import { type Claim, claimsIn, type Richting } from './claims.ts';
import type { Series, SeriesPoint } from './series.ts';
import type { Subjects } from './subject.ts';

/** A change up to this share may still be called stable. */
const STABLE = 0.1;
/** A change below this share is not `fors`, one above the other is not `licht`. */
const FORS_FROM = 0.03;
const LICHT_TO = 0.15;
/** `verdubbeld` allows what rounds to 1,9 and more, and the same distance for other factors. */
const FACTOR_ROOM = 0.1;

interface Checked {
  readonly claim: Claim;
  readonly series: Series;
}

/** Words about a development against the figures they are about, and sentences that say opposite things about one series. */
export function claimFindings(sentences: readonly Sentence[], subjects: Subjects): ProofFinding[] {
  const checked = sentences.flatMap((sentence, index) =>
    claimsWithInherited(sentence, sentences[index - 1]).flatMap((claim) =>
      subjects
        .series(sentence, claim.zinsdeel, sentences.slice(Math.max(0, index - 3), index))
        .map((series) => ({ claim, series })),
    ),
  );
  return [...checked.flatMap((one) => againstFigures(one, subjects)), ...opposites(checked)];
}

/** `Ditzelfde geldt voor …` repeats the claims of the sentence before. */
function claimsWithInherited(sentence: Sentence, before: Sentence | undefined): Claim[] {
  const own = claimsIn(sentence);
  if (!before || before.alinea !== sentence.alinea || !/^(?:Ditzelfde|Hetzelfde) geldt/.test(sentence.tekst))
    return own;
  const inherited = claimsIn(before).map((claim) => ({
    ...claim,
    sentence,
    zinsdeel: sentence.tekst,
    geerfd: true,
  }));
  return [...inherited, ...own];
}

function againstFigures({ claim, series }: Checked, subjects: Subjects): ProofFinding[] {
  const problem = problemOf(claim, series);
  if (!problem) return [];
  const points = pointsOf(claim, series);
  const shown = points.map(({ jaar, waarde }) => `${jaar}: ${showValue(series, waarde)}`).join('; ');
  const ratio = (points.at(-1)?.waarde ?? 0) / (points[0]?.waarde ?? 1);
  const holdsFor = subjects
    .elsewhere(series)
    .filter((other) => pointsOf(claim, other).length > 1 && !problemOf(claim, other));
  const areas = [...new Set(holdsFor.map(({ gebied }) => gebied?.code ?? ''))];
  return [
    {
      id: textFindingId('woord', problem.uitleg, claim.zinsdeel),
      regel: 'woord',
      ernst: problem.ernst,
      zekerheid: problem.zekerheid,
      plaats: sentencePlace(claim.sentence),
      gedrukt: quoteAround(claim),
      verwacht: `${shown} (${ratio > 1 ? '+' : ''}${formatDutch(100 * (ratio - 1), 1)}%)`,
      controles: [
        { uitleg: problem.uitleg, delen: [claim.woorden, nameOf(series), shown] },
        ...(areas.length > 0 ? [{ uitleg: 'kloptWelVoor' as const, delen: [areas.join(', ')] }] : []),
      ],
      ook: [placeOfSeries(series)],
    },
  ];
}

/** The points that the claim is about: the last step unless it names years or speaks of the whole series. */
function pointsOf({ periode }: Claim, { punten }: Series): readonly SeriesPoint[] {
  const last = punten.at(-1)?.jaar ?? 0;
  const tot = periode.tot === undefined ? last : periode.tot < 0 ? last + periode.tot : periode.tot;
  const before = punten.filter(({ jaar }) => jaar < tot).at(-1)?.jaar ?? tot;
  const van = periode.van ?? (periode.heelDeReeks ? Number.NEGATIVE_INFINITY : before);
  return punten.filter(({ jaar }) => jaar >= van && jaar <= tot);
}

interface Problem {
  readonly uitleg: UitlegSleutel;
  readonly ernst: Ernst;
  readonly zekerheid: Zekerheid;
}

function problemOf(claim: Claim, series: Series): Problem | undefined {
  const points = pointsOf(claim, series);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first === last || first.waarde === 0) return undefined;
  const ratio = last.waarde / first.waarde;
  const change = Math.abs(ratio - 1);
  if (claim.richting === 'gelijk')
    return change > STABLE
      ? {
          uitleg: 'nietStabiel',
          ernst: change > 2 * STABLE ? 'ernstig' : 'matig',
          zekerheid: claim.geerfd ? 'mogelijk' : 'waarschijnlijk',
        }
      : undefined;
  if (claim.richting !== directionOf(ratio))
    return { uitleg: 'andereRichting', ernst: 'ernstig', zekerheid: certaintyOf(claim, series) };
  if (claim.factor !== undefined && !fitsFactor(claim.factor, ratio, claim.sentence.tekst))
    return { uitleg: 'andereFactor', ernst: 'ernstig', zekerheid: 'zeker' };
  if (claim.iederJaar && steps(points).some((step) => step !== 'gelijk' && step !== claim.richting))
    return {
      uitleg: 'nietIederJaar',
      ernst: 'matig',
      zekerheid: /continu|steeds|elk|ieder/i.test(claim.sentence.tekst) ? 'zeker' : 'mogelijk',
    };
  if (claim.sterkte === 'licht' && change > LICHT_TO)
    return { uitleg: 'nietLicht', ernst: 'licht', zekerheid: 'mogelijk' };
  if (claim.sterkte === 'fors' && change < FORS_FROM)
    return { uitleg: 'nietFors', ernst: 'licht', zekerheid: 'waarschijnlijk' };
  return undefined;
}

/** A sentence that names the table is about it; one that names a row among other things may be about more. */
function certaintyOf({ zinsdeel, sentence, geerfd }: Claim, { rij, tabel }: Series): Zekerheid {
  if (sentence.tekst.toLowerCase().includes(tabel.nummer.toLowerCase())) return 'zeker';
  const start = rij.split(' ')[0]?.toLowerCase() ?? '';
  if (geerfd) return 'mogelijk';
  const joined = start !== '' && new RegExp(`[a-z]+ en ${start}`, 'i').test(`${sentence.tekst} ${zinsdeel}`);
  return joined ? 'mogelijk' : 'waarschijnlijk';
}

function directionOf(ratio: number): Richting {
  return ratio > 1 ? 'op' : ratio < 1 ? 'neer' : 'gelijk';
}

function steps(points: readonly SeriesPoint[]): Richting[] {
  return points.slice(1).map(({ waarde }, index) => directionOf(waarde / (points[index]?.waarde ?? waarde)));
}

function fitsFactor(factor: number, ratio: number, text: string): boolean {
  const room = FACTOR_ROOM * Math.abs(factor - 1);
  if (/\bbijna\b/i.test(text)) return ratio >= factor - 3 * room && ratio < factor;
  if (/\bruim\b|\bmeer dan\b/i.test(text)) return factor > 1 ? ratio > factor : ratio < factor;
  return Math.abs(ratio - factor) <= room || (factor > 1 && ratio > factor && ratio < factor + 3 * room);
}

/** Two sentences of which the one says that a series changed and the other that it did not, about the same years. */
function opposites(checked: readonly Checked[]): ProofFinding[] {
  const found: ProofFinding[] = [];
  const paired = new Set<string>();
  checked.forEach((one, index) => {
    for (const other of checked.slice(index + 1)) {
      if (one.series !== other.series || !opposed(one, other)) continue;
      const key = `${nameOf(one.series)}:${[one.claim.richting, other.claim.richting].sort().join('-')}`;
      if (paired.has(key)) continue;
      paired.add(key);
      found.push({
        id: textFindingId('woord', 'tegenstrijdig', one.claim.sentence.tekst),
        regel: 'woord',
        ernst: 'matig',
        zekerheid: 'waarschijnlijk',
        plaats: sentencePlace(other.claim.sentence),
        gedrukt: quoteAround(other.claim),
        verwacht: quoteAround(one.claim),
        controles: [{ uitleg: 'tegenstrijdig', delen: [quoteAround(one.claim), quoteAround(other.claim)] }],
        ook: [sentencePlace(one.claim.sentence)],
      });
    }
  });
  return found;
}

function opposed(a: Checked, b: Checked): boolean {
  if (a.claim.richting === b.claim.richting || a.claim.sentence === b.claim.sentence) return false;
  const [left, right] = [pointsOf(a.claim, a.series), pointsOf(b.claim, b.series)];
  const years = (points: readonly SeriesPoint[]) => `${points[0]?.jaar}-${points.at(-1)?.jaar}`;
  return left.length > 1 && years(left) === years(right);
}

/** Where a sentence begins. */
export function sentencePlace({ bron, regel }: Sentence): Plaats {
  return { bron, regel, waar: '' };
}

function placeOfSeries({ punten }: Series): Plaats {
  return punten.at(-1)?.cell.plaats ?? { bron: '', waar: '' };
}

function nameOf({ tabel, rij, eenheid }: Series): string {
  return [tabel.nummer, rij, eenheid === 'euro-totaal' ? 'Σ €' : ''].filter((part) => part !== '').join(', ');
}

function showValue({ eenheid }: Series, value: number): string {
  if (eenheid === 'euro-totaal') return `€ ${formatDutch(value / 1e6, 1)} mln`;
  return `${eenheid === 'euro' ? '€ ' : ''}${formatDutch(value)}`;
}

/** The claim with the words around it: enough to find it back. */
function quoteAround({ sentence, woorden }: Claim): string {
  return excerpt(sentence.tekst, woorden);
}

/** At most some twenty words of a sentence around the words that matter. */
export function excerpt(text: string, words: string): string {
  const at = text.indexOf(words);
  const start = at < 90 ? 0 : text.indexOf(' ', at - 90) + 1;
  const stop = text.length - at < 130 ? text.length : text.lastIndexOf(' ', at + 120);
  return `${start > 0 ? '… ' : ''}${text.slice(start, stop)}${stop < text.length ? ' …' : ''}`;
}
