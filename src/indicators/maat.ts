// SPDX-License-Identifier: EUPL-1.2
import type { Grootheid, Telbaar } from '../contract/index.ts';
import type { ParameterNaam } from './parameter.ts';
import type { RijBron } from './rij-bron.ts';
import { RIJ_MATEN } from './rij-maat.ts';

/**
 * What a quantity is counted in: standing prestaties; trajecten made of starts and stops, per residential form too (`verblijf`); changes of type
 * (`overgangen`); who is in care on a day and what changed since (`standen`); costs of two periods beside each other (`kosten`); starts of toewijzingen (`starts`);
 * or rows of a source beside message traffic.
 */
export type Bron =
  | 'prestaties'
  | 'trajecten'
  | 'verblijf'
  | 'overgangen'
  | 'standen'
  | 'kosten'
  | 'starts'
  | RijBron;

export interface MaatSoort {
  readonly bron: Bron;
  /** What it counts: decides how it is protected (`opbouw.ts`). */
  readonly telt: Telbaar;
  readonly parameters: readonly ParameterNaam[];
  /** Whether the definition names the reasons of ending that count. */
  readonly redenen?: 'mag' | 'moet' | undefined;
  readonly duurklasse?: true | undefined;
  /** The definition may name codes of the source's `soort` that count. */
  readonly soorten?: true;
  /** Where nothing is known the figure is unknown, not zero. */
  readonly afwezig?: 'onbekend';
  /** No number by itself: a list of whole numbers, in any order, or text. */
  readonly verdeling?: 'lijst' | 'tekst';
  /** Quantities that it is never more than, in the same cell: all of them, also indirectly. */
  readonly deelVan?: readonly string[];
  /** The combination of other quantities in the same cell that it equals. */
  readonly gelijkAan?: Grootheid['gelijkAan'];
  /** It can be below zero. */
  readonly negatief?: true;
  /** For a sum: what it is summed over. */
  readonly over?: string;
  /** How parts relate to a whole, where that differs from what is usual for what it counts. */
  readonly delen?: Partial<Grootheid['delen']>;
}

const GAP: readonly ParameterNaam[] = ['traject-gap-days'];
const GRENS: readonly ParameterNaam[] = ['drempel-cents', 'drempel-over', 'drempel-index'];
const GEEN: Grootheid['delen'] = { gebied: 'geen', kenmerk: 'geen', dimensie: 'geen', periode: 'geen' };

type Rest = Partial<Omit<MaatSoort, 'bron' | 'telt'>>;

function prestaties(telt: Telbaar, rest: Rest = {}): MaatSoort {
  return { bron: 'prestaties', telt, parameters: [], ...rest };
}

function kosten(rest: Rest = {}): MaatSoort {
  return {
    bron: 'kosten',
    telt: 'eurocent',
    parameters: ['vergelijk-met'],
    negatief: true,
    over: 'clienten',
    delen: GEEN,
    ...rest,
  };
}

/** What is summed over products, each of one gemeente. */
const PER_PRODUCT: Grootheid['delen'] = { ...GEEN, gebied: 'som' };
const OORZAKEN = ['omvang', 'clienten', 'mix', 'volume', 'prijs', 'rest'] as const;

/** Of trajecten; `more` are parameters beside the gap that still joins two. */
function trajecten(telt: Telbaar, more: readonly ParameterNaam[] = [], rest: Rest = {}): MaatSoort {
  return { bron: 'trajecten', telt, ...rest, parameters: [...GAP, ...more] };
}

function standen(telt: Telbaar, rest: Rest = {}): MaatSoort {
  return { bron: 'standen', telt, parameters: GAP, delen: { periode: 'geen' }, ...rest };
}

function starts(telt: Telbaar, rest: Rest = {}): MaatSoort {
  return { bron: 'starts', telt, parameters: [], ...rest };
}

const IN_TRAJECTEN: Rest = { deelVan: ['trajecten'], delen: { gebied: 'hoogstens-som' } };
const EINDE: Rest = { redenen: 'mag', deelVan: ['trajecten'], delen: { periode: 'som' } };

/** What the engine can measure per cell, and what each needs; a definition uses them as numerator and denominator. */
const CATALOGUS = {
  clienten: prestaties('personen'),
  'clienten-onder-18': prestaties('personen', { deelVan: ['clienten'] }),
  'clienten-verwijzer-afgeleid': prestaties('personen', { deelVan: ['clienten'] }),
  uitgaven: prestaties('eurocent', { over: 'clienten' }),
  'uitgaven-verwijzer-afgeleid': prestaties('eurocent', {
    deelVan: ['uitgaven'],
    over: 'clienten-verwijzer-afgeleid',
  }),
  'clienten-boven-grens': prestaties('personen', {
    parameters: GRENS,
    deelVan: ['clienten'],
    delen: { gebied: 'minstens-deel', periode: 'minstens-deel' },
  }),
  'uitgaven-boven-grens': prestaties('eurocent', {
    parameters: GRENS,
    deelVan: ['uitgaven'],
    over: 'clienten-boven-grens',
    delen: { gebied: 'minstens-som', periode: 'minstens-som' },
  }),
  aanbieders: prestaties('aanbieders'),

  'kosten-verschil': kosten({
    gelijkAan: OORZAKEN.map((oorzaak) => ({ maat: `kosten-${oorzaak}`, factor: 1 })),
    delen: PER_PRODUCT,
  }),
  'kosten-omvang': kosten({ delen: PER_PRODUCT }),
  'kosten-clienten': kosten(),
  'kosten-mix': kosten(),
  'kosten-volume': kosten(),
  'kosten-prijs': kosten({ delen: PER_PRODUCT }),
  'kosten-rest': kosten(),

  trajecten: trajecten('trajecten'),
  'trajecten-verwijzer-afgeleid': trajecten('trajecten', [], { deelVan: ['trajecten'] }),
  begonnen: trajecten('trajecten', [], { deelVan: ['trajecten'], delen: { periode: 'som' } }),
  'begonnen-na-eerdere-hulp': trajecten('trajecten', ['eerdere-hulp-dagen'], {
    deelVan: ['begonnen', 'trajecten'],
    delen: { gebied: 'geen', periode: 'som' },
  }),
  instroom: trajecten('personen', ['terugkijk-dagen'], {
    ...IN_TRAJECTEN,
    deelVan: ['begonnen', 'stand-begonnen', 'trajecten'],
  }),
  'instroom-in-een-keer-goed': trajecten('personen', ['terugkijk-dagen', 'in-een-keer-dagen'], {
    deelVan: ['instroom', 'begonnen', 'stand-begonnen', 'trajecten'],
    delen: { gebied: 'geen' },
  }),
  'instroom-in-een-keer-afgerond': trajecten('personen', ['terugkijk-dagen', 'in-een-keer-dagen'], {
    deelVan: ['instroom-in-een-keer-goed', 'instroom', 'begonnen', 'stand-begonnen', 'trajecten'],
    delen: { gebied: 'geen' },
  }),
  uitstroom: trajecten('personen', ['uitstroom-dagen'], IN_TRAJECTEN),
  eindes: trajecten('trajecten', [], EINDE),
  'dagen-van-eindes': trajecten('dagen', [], { redenen: 'mag', over: 'eindes', delen: { periode: 'som' } }),
  duren: trajecten('trajecten', [], { verdeling: 'lijst', deelVan: ['begonnen', 'trajecten'], delen: GEEN }),
  lopend: trajecten('trajecten', [], {
    duurklasse: true,
    deelVan: ['trajecten'],
    delen: { periode: 'geen' },
  }),
  'uitstroom-momenten': trajecten('momenten', ['uitstroom-dagen'], {
    redenen: 'moet',
    deelVan: ['eindes', 'trajecten'],
  }),
  'momenten-met-terugkeer': trajecten('momenten', ['uitstroom-dagen', 'return-window-days'], {
    redenen: 'moet',
    deelVan: ['uitstroom-momenten', 'eindes', 'trajecten'],
    delen: { gebied: 'geen' },
  }),
  'stand-begin': standen('personen'),
  'stand-begonnen': standen('momenten', { deelVan: ['begonnen', 'trajecten'], delen: GEEN }),
  'stand-beeindigd': standen('momenten', { delen: GEEN }),
  'stand-eind': standen('personen', {
    deelVan: ['trajecten'],
    gelijkAan: [
      { maat: 'stand-begin', factor: 1 },
      { maat: 'stand-begonnen', factor: 1 },
      { maat: 'stand-beeindigd', factor: -1 },
      { maat: 'stand-residu', factor: 1 },
    ],
  }),
  'stand-residu': standen('openbaar', { negatief: true, delen: GEEN }),
  zorgdagen: {
    bron: 'verblijf',
    telt: 'dagen',
    parameters: GAP,
    over: 'trajecten',
    delen: { gebied: 'geen', periode: 'som' },
  },
  overgangen: {
    bron: 'overgangen',
    telt: 'momenten',
    parameters: [...GAP, 'doorstroom-dagen'],
    delen: { gebied: 'geen', dimensie: 'som' },
  },

  'starts-binnen': starts('trajecten', { delen: { gebied: 'som', periode: 'som' } }),
  'starts-buiten': starts('trajecten', { delen: { gebied: 'som', periode: 'som' } }),
  'starts-met-verzoek': starts('trajecten', {
    deelVan: ['starts-binnen'],
    delen: { gebied: 'som', periode: 'som' },
  }),
  'starts-boven-norm': starts('trajecten', {
    parameters: ['norm-dagen'],
    deelVan: ['starts-binnen'],
    delen: { gebied: 'som', periode: 'som' },
  }),
  'start-dagen': starts('trajecten', { verdeling: 'lijst', deelVan: ['starts-binnen'], delen: GEEN }),
  'toewijzing-dagen': starts('trajecten', {
    verdeling: 'lijst',
    deelVan: ['starts-met-verzoek'],
    delen: GEEN,
  }),
  'verzoek-start-dagen': starts('trajecten', {
    verdeling: 'lijst',
    deelVan: ['starts-met-verzoek'],
    delen: GEEN,
  }),

  ...RIJ_MATEN,
} as const satisfies Readonly<Record<string, MaatSoort>>;

export type Maat = keyof typeof CATALOGUS;
export const MATEN: Readonly<Record<Maat, MaatSoort>> = CATALOGUS;

/** Names of the quantities. */
export const MAAT_NAMEN = Object.keys(CATALOGUS) as readonly Maat[];

/** JZ588: reasons why help ended; `onbekend` for none given. 20 is a pause and ends nothing. */
export const REDENEN_BEEINDIGING = [
  '02',
  '31',
  '32',
  '33',
  '34',
  '35',
  '36',
  '37',
  '38',
  '39',
  'onbekend',
] as const;

/** How long a running traject has lasted: from so many whole months on, up to so many. */
export const DUURKLASSEN = [
  { code: '0-3m', vanaf: 0, tot: 3 },
  { code: '3-6m', vanaf: 3, tot: 6 },
  { code: '6-12m', vanaf: 6, tot: 12 },
  { code: '1-2j', vanaf: 12, tot: 24 },
  { code: '2-3j', vanaf: 24, tot: 36 },
  { code: '3-4j', vanaf: 36, tot: 48 },
  { code: '4j+', vanaf: 48, tot: undefined },
] as const;
export type Duurklasse = (typeof DUURKLASSEN)[number]['code'];
