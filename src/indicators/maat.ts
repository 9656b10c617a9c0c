// SPDX-License-Identifier: EUPL-1.2
import type { Aard } from '../contract/index.ts';
import type { ParameterNaam } from './parameter.ts';

/**
 * What a quantity is counted in: standing prestaties; trajecten made of starts and stops, per residential form too (`verblijf`); changes of type
 * (`overgangen`); who is in care on a day and what changed since (`standen`); costs of two periods beside each other (`kosten`); starts of toewijzingen (`starts`).
 */
export type Bron = 'prestaties' | 'trajecten' | 'verblijf' | 'overgangen' | 'standen' | 'kosten' | 'starts';

export interface MaatSoort {
  readonly bron: Bron;
  readonly aard: Aard;
  readonly parameters: readonly ParameterNaam[];
  /** Filters that a term can set, and whether it must. */
  readonly redenen: 'nee' | 'mag' | 'moet';
  readonly duurklasse?: true;
}

const GAP: readonly ParameterNaam[] = ['traject-gap-days'];
const GRENS: readonly ParameterNaam[] = ['drempel-cents', 'drempel-over', 'drempel-index'];
const KOSTEN: readonly ParameterNaam[] = ['vergelijk-met'];

function prestaties(aard: Aard, parameters: readonly ParameterNaam[] = []): MaatSoort {
  return { bron: 'prestaties', aard, parameters, redenen: 'nee' };
}

function trajecten(
  aard: Aard,
  parameters: readonly ParameterNaam[] = [],
  redenen: MaatSoort['redenen'] = 'nee',
): MaatSoort {
  return { bron: 'trajecten', aard, parameters: [...GAP, ...parameters], redenen };
}

function standen(aard: Aard): MaatSoort {
  return { bron: 'standen', aard, parameters: GAP, redenen: 'nee' };
}

function kosten(): MaatSoort {
  return { bron: 'kosten', aard: 'bedrag', parameters: KOSTEN, redenen: 'nee' };
}

function starts(aard: Aard, parameters: readonly ParameterNaam[] = []): MaatSoort {
  return { bron: 'starts', aard, parameters, redenen: 'nee' };
}

/** What the engine can measure per cell, and what each needs; a definition uses them as numerator and denominator. */
const CATALOGUS = {
  clienten: prestaties('personen'),
  'clienten-onder-18': prestaties('personen'),
  'clienten-verwijzer-afgeleid': prestaties('personen'),
  uitgaven: prestaties('bedrag'),
  'uitgaven-verwijzer-afgeleid': prestaties('bedrag'),
  'clienten-boven-grens': prestaties('personen', GRENS),
  'uitgaven-boven-grens': prestaties('bedrag', GRENS),
  aanbieders: prestaties('aanbieders'),

  'kosten-verschil': kosten(),
  'kosten-omvang': kosten(),
  'kosten-clienten': kosten(),
  'kosten-mix': kosten(),
  'kosten-volume': kosten(),
  'kosten-prijs': kosten(),
  'kosten-rest': kosten(),

  trajecten: trajecten('gebeurtenissen'),
  'trajecten-verwijzer-afgeleid': trajecten('gebeurtenissen'),
  begonnen: trajecten('gebeurtenissen'),
  'begonnen-na-eerdere-hulp': trajecten('gebeurtenissen', ['eerdere-hulp-dagen']),
  instroom: trajecten('personen', ['terugkijk-dagen']),
  'instroom-in-een-keer-goed': trajecten('personen', ['terugkijk-dagen', 'in-een-keer-dagen']),
  uitstroom: trajecten('personen', ['uitstroom-dagen']),
  eindes: trajecten('gebeurtenissen', [], 'mag'),
  'dagen-van-eindes': trajecten('dagen', [], 'mag'),
  duren: trajecten('verdeling'),
  lopend: { ...trajecten('gebeurtenissen'), duurklasse: true },
  'uitstroom-momenten': trajecten('gebeurtenissen', ['uitstroom-dagen'], 'moet'),
  'momenten-met-terugkeer': trajecten('gebeurtenissen', ['uitstroom-dagen', 'return-window-days'], 'moet'),
  'stand-begin': standen('personen'),
  'stand-begonnen': standen('gebeurtenissen'),
  'stand-beeindigd': standen('gebeurtenissen'),
  'stand-eind': standen('personen'),
  'stand-residu': standen('gebeurtenissen'),
  zorgdagen: { bron: 'verblijf', aard: 'dagen', parameters: GAP, redenen: 'nee' },
  overgangen: {
    bron: 'overgangen',
    aard: 'gebeurtenissen',
    parameters: [...GAP, 'doorstroom-dagen'],
    redenen: 'nee',
  },

  'starts-binnen': starts('gebeurtenissen'),
  'starts-buiten': starts('gebeurtenissen'),
  'starts-boven-norm': starts('gebeurtenissen', ['norm-dagen']),
  'start-dagen': starts('verdeling'),
  'toewijzing-dagen': starts('verdeling'),
  'verzoek-start-dagen': starts('verdeling'),
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
