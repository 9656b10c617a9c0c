// SPDX-License-Identifier: EUPL-1.2
import type {
  FigureTable,
  Geheimhouding,
  GeheimhoudingZone,
  MeervoudigGeteld,
  NulMogelijk,
  VerborgenCel,
  Vorm,
} from '../contract/index.ts';
import { printed } from './afronden.ts';
import type { Getallen, Onderdeel } from './getallen.ts';
import { samenstellingOf, uitsplitsingKey } from './getallen.ts';
import { isSom } from './grootheid.ts';
import type { Ruimte } from './ruimte.ts';
import type { Besluit } from './show.ts';
import { redenOf } from './show.ts';
import type { Optelling, Verband } from './verbanden.ts';

type Interval = readonly [number | null, number | null];

/** What the attacker of docs/method/geheimhouding.md is assumed to know. */
export function aanvallerOf(
  { regels }: Besluit,
  eerdereReleases: readonly string[],
  nul: readonly NulMogelijk[],
): Geheimhouding['aanvaller'] {
  const ondergrensTelling = regels.toonNul ? 1 : 0;
  return {
    weet: {
      nl: [
        'alle cijfers van deze uitgave en van alle eerdere uitgaven, in alle tabellen en bijlagen',
        'de definities, en dus elk verband: gemeenten tellen op tot groep en regio, bedragen tellen op, een totaal is hoogstens de som van delen die overlappen en minstens het grootste deel',
        'hoeveel kinderen in meer dan één gemeente zijn geteld, waar dat bij meervoudigGeteld staat',
        'wat anderen over dezelfde cijfers publiceren, voor zover dat bij buitenkennis staat',
        'dit beleid en de manier van afronden',
        `dat een verborgen aantal minstens ${ondergrensTelling} is, behalve waar ook nullen verborgen mogen worden (nulMogelijk)`,
        'niets over zichzelf: wat iemand te weten komt die zelf is meegeteld, laat regiovisie attack --insider zien',
      ],
      en: [
        'every figure of this release and of all earlier ones, in all tables and annexes',
        'the definitions, and so every relation: gemeenten add up to group and region, amounts add up, a total is at most the sum of overlapping parts and at least the largest part',
        'how many children are counted in more than one gemeente, where meervoudigGeteld says so',
        'what others publish about the same figures, as far as buitenkennis holds it',
        'this policy and how figures are rounded',
        `that a hidden count is at least ${ondergrensTelling}, but where zeros may be hidden too (nulMogelijk)`,
        'nothing of himself: what somebody finds out who is counted is shown by regiovisie attack --insider',
      ],
    },
    ondergrensTelling,
    nulMogelijk: nul,
    eerdereReleases,
  };
}

/** Where a hidden count can be 0 although zeros are shown elsewhere. */
export function nulMogelijk(getallen: Getallen, ruimte: Ruimte): readonly NulMogelijk[] {
  const found = new Map<string, NulMogelijk>();
  for (const getal of getallen.values()) {
    const key = uitsplitsingKey(getal);
    if (!ruimte.has(key) || found.has(key)) continue;
    const { grootheid, periode, dimensies } = getal;
    found.set(key, {
      grootheid: grootheid.naam,
      periode,
      dimensies: dimensies.map(([dimensie]) => dimensie),
    });
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

/** Every hidden figure with its interval, sorted. */
export function verborgenCellen(
  tables: readonly FigureTable[],
  besluit: Besluit,
  gedrukt: ReadonlySet<string>,
  interval: (key: string) => Interval,
): readonly VerborgenCel[] {
  const cells = tables.flatMap((table) =>
    table.rows.flatMap((row): VerborgenCel[] => {
      const samenstelling = samenstellingOf(table, row, besluit.wereld);
      if (redenOf(row, samenstelling, besluit) !== 'geheim') return [];
      const [first, second] = samenstelling.onderdelen.map((onderdeel) =>
        known(onderdeel, besluit, gedrukt, interval),
      );
      return [
        {
          indicator: row.indicator,
          variant: row.variant,
          periode: row.periode,
          gebied: row.gebied,
          dimensies: Object.fromEntries(table.dimensies.map((name, at) => [name, row.dimensies[at] ?? ''])),
          interval:
            samenstelling.vorm === 'kengetal'
              ? [null, null]
              : samenstelling.vorm === 'waarde' || second === undefined
                ? (first ?? [null, null])
                : ratio(samenstelling.vorm, first ?? [null, null], second),
        },
      ];
    }),
  );
  return cells
    .map((cell) => [celKey(cell), cell] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, cell]) => cell);
}

function celKey({ indicator, variant, periode, gebied, dimensies }: VerborgenCel): string {
  const [names, values] = [Object.keys(dimensies), Object.values(dimensies)];
  return [indicator, variant, periode, gebied, ...values, ...names].join('\t');
}

function known(
  { key, value, plaats }: Onderdeel,
  besluit: Besluit,
  gedrukt: ReadonlySet<string>,
  interval: (key: string) => Interval,
): Interval {
  if (!gedrukt.has(key)) return interval(key);
  if (value === null) return [null, null];
  const shown = printed(value, plaats.grootheid, besluit.regels);
  return [shown, shown];
}

function ratio(vorm: Vorm, teller: Interval, noemer: Interval): Interval {
  const shift = vorm === 'groei' ? 1 : 0;
  const [tellerLow, tellerHigh] = teller;
  const [noemerLow, noemerHigh] = noemer;
  const low = tellerLow === null || noemerHigh === null || noemerHigh === 0 ? 0 : tellerLow / noemerHigh;
  const high = tellerHigh === null || noemerLow === null || noemerLow === 0 ? null : tellerHigh / noemerLow;
  if (vorm !== 'deel') return [low - shift, high === null ? null : high - shift];
  return [low, high === null ? 1 : Math.min(1, high)];
}

/** What is counted more than once in sums that hold a hidden or a rounded number; how often, unless that could point at a child. */
export function meervoudigGeteld(
  verbanden: readonly Verband[],
  { regels }: Besluit,
  isPrinted: (key: string) => boolean,
): readonly MeervoudigGeteld[] {
  return verbanden.flatMap(({ termen, sum, optelling }): MeervoudigGeteld[] => {
    if (optelling === undefined || sum === 0) return [];
    if (regels.afronding <= 1 && termen.every(([key]) => isPrinted(key))) return [];
    const { geheel, over, delen } = optelling;
    return [
      {
        grootheid: geheel.grootheid.naam,
        periode: geheel.periode,
        gebied: geheel.gebied,
        over,
        delen,
        dimensies: Object.fromEntries(geheel.dimensies),
        verschil: isVerteld(optelling, sum, regels) ? sum : null,
      },
    ];
  });
}

/**
 * How much is counted twice is told, unless it is as small as what is hidden, or a sum, which may be that of one child. How many have no known gemeente never is: of some kinds it
 * would tell how many are of the others.
 */
export function isVerteld(
  { geheel, onbekend }: Optelling,
  verschil: number,
  regels: GeheimhoudingZone,
): boolean {
  if (verschil === 0) return true;
  return onbekend !== 'alleen' && !isSom(geheel.grootheid) && Math.abs(verschil) > regels.verbergTotEnMet;
}
