// SPDX-License-Identifier: EUPL-1.2
import type { Sentence } from '../read/running-text.ts';

/** Which way a sentence says that something went. */
export type Richting = 'op' | 'neer' | 'gelijk';

/** What a sentence says about a development in time. */
export interface Claim {
  readonly sentence: Sentence;
  /** The part of the sentence that makes the claim. */
  readonly zinsdeel: string;
  readonly richting: Richting;
  /** Taken over from the sentence before. */
  readonly geerfd?: boolean;
  /** The words that say so. */
  readonly woorden: string;
  /** `verdubbeld` is 2, `gehalveerd` 0,5. */
  readonly factor?: number;
  readonly sterkte?: 'licht' | 'fors';
  /** Every step must go this way: `continu`, `steeds`, `verder`. */
  readonly iederJaar: boolean;
  /** First and last year; undefined ends are the first year and the last of the series. */
  readonly periode: { readonly van?: number; readonly tot?: number; readonly heelDeReeks: boolean };
}

const UP =
  /\b(?:gestegen|stijg(?:t|en|ing|ende)|steeg|toename|toegenomen|toenam(?:en)?|groei(?:t|de)?|gegroeid|op(?:gelopen|lopen)|verdubbel\w*|verdrievoudig\w*|verviervoudig\w*)\b|\bne(?:em|men|emt)\b[^.]{0,80}\btoe\b|\bliepen\b[^.]{0,60}\bop\b/gi;
const DOWN =
  /\b(?:gedaald|da(?:alt|len|ling|lende|alde)|afname|afgenomen|afnam(?:en)?|verminderd|gehalveerd|halvering)\b|\bne(?:em|men|emt)t?\b[^.]{0,120}\baf\b/gi;
const SAME =
  /\b(?:stabiel|stabilisatie|stabiliseren|stabiliseerde|(?:vrij |nagenoeg |ongeveer )?gelijk (?:is |zijn )?(?:ge)?ble(?:ven|ef)|onveranderd)\b/gi;
/** Wishes, conditions and reasons say nothing about what the figures did. */
const NO_CLAIM =
  /\b(?:kan wijzen|kunnen|zou(?:den)?|wanneer|ambitie(?:s)? om|moet(?:en)? (?:leiden|worden)|in deze redenering|het doel|streven|verwacht|percentages?|sneller|blijft het totaal|niet houdbaar)\b/i;
/** `de toegenomen inzet`: what went up is the next word, not the subject of the sentence. */
const ATTRIBUTE = /\bde (?:toegenomen|afgenomen|gestegen|gedaalde|verminderde) \w/i;

const FACTORS: readonly (readonly [pattern: RegExp, factor: number])[] = [
  [/\bverdubbel/i, 2],
  [/\bverdrievoudig/i, 3],
  [/\bverviervoudig/i, 4],
  [/\bgehalveerd|\bhalvering/i, 0.5],
];

const CLAUSES = /(?<=,) (?=maar|terwijl|na |echter|hoewel)|(?<=;) /;

/** The claims of one sentence; a sentence that speaks about two developments gives two. */
export function claimsIn(sentence: Sentence): Claim[] {
  return sentence.tekst.split(CLAUSES).flatMap((clause) => claimsInClause(sentence, clause));
}

function claimsInClause(sentence: Sentence, clause: string): Claim[] {
  if (NO_CLAIM.test(clause) || ATTRIBUTE.test(clause)) return [];
  const found = [
    ...[...clause.matchAll(UP)].map((match) => ({ richting: 'op' as const, match })),
    ...[...clause.matchAll(DOWN)].map((match) => ({ richting: 'neer' as const, match })),
    ...[...clause.matchAll(SAME)].map((match) => ({ richting: 'gelijk' as const, match })),
  ];
  return found
    .sort((a, b) => a.match.index - b.match.index)
    .map(({ richting, match }) => claim(sentence, clause, richting, match))
    .filter((one, index, all) => all.findIndex((other) => sameClaim(one, other)) === index);
}

function sameClaim(a: Claim, b: Claim): boolean {
  return a.richting === b.richting && JSON.stringify(a.periode) === JSON.stringify(b.periode);
}

function claim(sentence: Sentence, tekst: string, richting: Richting, match: RegExpExecArray): Claim {
  const near = tekst.slice(Math.max(0, match.index - 30), match.index + match[0].length + 12);
  const after = tekst.slice(match.index + match[0].length);
  const factor = FACTORS.find(([pattern]) => pattern.test(match[0]))?.[1];
  const sterkte = /\b(?:licht|lichte|iets|enigszins)\b/i.test(near)
    ? 'licht'
    : /\b(?:fors|forse|sterk|sterke|aanzienlijk|grote|flink|flinke)\b/i.test(near)
      ? 'fors'
      : undefined;
  return {
    sentence,
    zinsdeel: tekst,
    richting,
    woorden: match[0],
    ...(factor === undefined ? {} : { factor }),
    ...(sterkte === undefined ? {} : { sterkte }),
    iederJaar:
      /\b(?:continue?|steeds|telkens|elk jaar|ieder jaar|jaar op jaar)\b/i.test(tekst) ||
      /\bverder\b/i.test(near),
    periode: periodeOf(tekst, sentence.tekst, after),
  };
}

function periodeOf(tekst: string, sentence: string, after: string): Claim['periode'] {
  const own = /^ in (20\d\d)\b/.exec(after)?.[1];
  if (own !== undefined) return { van: Number(own) - 1, tot: Number(own), heelDeReeks: false };
  const between = /\b[Tt]ussen (20\d\d) en (20\d\d)\b/.exec(sentence);
  if (between) return { van: Number(between[1]), tot: Number(between[2]), heelDeReeks: false };
  const since = /(?:ten opzichte van|vergeleken met|sinds) (20\d\d)/i.exec(tekst)?.[1];
  if (since !== undefined) return { van: Number(since), heelDeReeks: false };
  if (/^na |\b(?:voorgaande|eerdere) jaren\b/i.test(tekst)) return { tot: -1, heelDeReeks: true };
  return {
    heelDeReeks:
      /\bafgelopen jaren|jarenlang|al jaren|jaren heen|\btrend\b|gelijk (?:is |zijn )?gebleven/i.test(tekst),
  };
}
