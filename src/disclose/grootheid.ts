// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie, Unit } from '../contract/index.ts';

/** What is counted or summed: decides which protection rule holds and what an attacker may assume. */
export type Soort = 'personen' | 'aanbieders' | 'bedrag';

/** A quantity that published figures show or are made of. */
export interface Grootheid {
  readonly naam: string;
  readonly soort: Soort;
  /** Sums over parts of an area that do not overlap; what is counted twice is assumed to be known. */
  readonly optelbaar: boolean;
  /** For an amount: the persons who make it up. */
  readonly bijdragers?: string;
  /** The part that a share leaves over is a number too: `geheel − this = rest`. */
  readonly deelVan?: { readonly geheel: string; readonly rest: string };
  /** Never shown itself. */
  readonly afgeleid?: boolean;
}

/** How a row of an indicator is made of quantities. */
export type Weergave =
  | { readonly vorm: 'waarde'; readonly waarde: string }
  | {
      readonly vorm: 'deel' | 'gemiddelde' | 'groei';
      readonly teller: string;
      readonly noemer: string;
      /** Persons behind the denominator. */
      readonly personen: string;
    };

const PERSONEN = { soort: 'personen', optelbaar: true } as const;
const BEDRAG = { soort: 'bedrag', optelbaar: true } as const;

const GROOTHEDEN: readonly Grootheid[] = [
  { naam: 'clienten', ...PERSONEN },
  { naam: 'aanbieders', soort: 'aanbieders', optelbaar: false },
  { naam: 'uitgaven', ...BEDRAG, bijdragers: 'clienten' },
  {
    naam: 'clienten-boven-grens',
    ...PERSONEN,
    deelVan: { geheel: 'clienten', rest: 'clienten-onder-grens' },
  },
  { naam: 'clienten-onder-grens', ...PERSONEN, afgeleid: true },
  {
    naam: 'uitgaven-boven-grens',
    ...BEDRAG,
    bijdragers: 'clienten-boven-grens',
    deelVan: { geheel: 'uitgaven', rest: 'uitgaven-onder-grens' },
  },
  { naam: 'uitgaven-onder-grens', ...BEDRAG, bijdragers: 'clienten-onder-grens', afgeleid: true },
];

const WEERGAVEN: Readonly<Record<string, Weergave>> = {
  'clienten/': { vorm: 'waarde', waarde: 'clienten' },
  'clienten-groei/': { vorm: 'groei', teller: 'clienten', noemer: 'clienten', personen: 'clienten' },
  'uitgaven/': { vorm: 'waarde', waarde: 'uitgaven' },
  'uitgaven-per-client/': {
    vorm: 'gemiddelde',
    teller: 'uitgaven',
    noemer: 'clienten',
    personen: 'clienten',
  },
  'kosten-boven-grens/clienten': {
    vorm: 'deel',
    teller: 'clienten-boven-grens',
    noemer: 'clienten',
    personen: 'clienten',
  },
  'kosten-boven-grens/uitgaven': {
    vorm: 'deel',
    teller: 'uitgaven-boven-grens',
    noemer: 'uitgaven',
    personen: 'clienten',
  },
  'aanbieders/': { vorm: 'waarde', waarde: 'aanbieders' },
};

/** Dimensions in which every person has one value, so that parts add up to the whole. */
const EENDUIDIG: ReadonlySet<Dimensie> = new Set<Dimensie>(['leeftijd', 'geslacht']);

/** How figures of an indicator are made. An indicator without an entry of its own stands on quantities of its own. */
export function weergaveOf(indicator: string, variant: string, eenheid: Unit): Weergave {
  const naam = `${indicator}/${variant}`;
  const own = WEERGAVEN[naam];
  if (own !== undefined) return own;
  if (eenheid !== 'aandeel') return { vorm: 'waarde', waarde: naam };
  return { vorm: 'deel', teller: `${naam}:teller`, noemer: `${naam}:noemer`, personen: `${naam}:noemer` };
}

/** The quantity of this name, as used by an indicator with this unit. */
export function grootheidOf(naam: string, eenheid: Unit): Grootheid {
  const own = GROOTHEDEN.find((grootheid) => grootheid.naam === naam);
  if (own !== undefined) return own;
  if (naam.endsWith(':teller')) {
    const noemer = naam.replace(/:teller$/, ':noemer');
    return { naam, ...PERSONEN, deelVan: { geheel: noemer, rest: naam.replace(/:teller$/, ':rest') } };
  }
  if (naam.endsWith(':rest')) return { naam, ...PERSONEN, afgeleid: true };
  if (eenheid === 'eurocent') return { naam, ...BEDRAG };
  return eenheid === 'aanbieders' ? { naam, soort: 'aanbieders', optelbaar: false } : { naam, ...PERSONEN };
}

/** Parts along this dimension add up to the whole; if not, parts overlap. */
export function splitAddsUp(soort: Soort, dimensie: Dimensie): boolean {
  return soort === 'bedrag' || (soort === 'personen' && EENDUIDIG.has(dimensie));
}
