// SPDX-License-Identifier: EUPL-1.2
import type { Grootheid, Opbouw } from '../../src/contract/index.ts';

const PERSONEN = { gebied: 'overlap', kenmerk: 'som', dimensie: 'overlap', periode: 'overlap' } as const;
const SOM = { gebied: 'som', kenmerk: 'som', dimensie: 'som', periode: 'som' } as const;
const TRAJECTEN = { gebied: 'hoogstens-som', kenmerk: 'som', dimensie: 'som', periode: 'som' } as const;

export const CLIENTEN: Grootheid = { naam: 'clienten', telt: 'personen', maat: 'clienten', delen: PERSONEN };
export const UITGAVEN: Grootheid = {
  naam: 'uitgaven',
  telt: 'eurocent',
  maat: 'uitgaven',
  over: 'clienten',
  delen: SOM,
};
const GRENS = { parameters: { 'drempel-cents': 1_000_000, 'drempel-over': 'gebied' } } as const;
const CLIENTEN_BOVEN: Grootheid = {
  ...GRENS,
  naam: 'clienten-boven-grens',
  telt: 'personen',
  maat: 'clienten-boven-grens',
  deelVan: ['clienten'],
  delen: { ...PERSONEN, gebied: 'minstens-deel', periode: 'minstens-deel' },
};
const UITGAVEN_BOVEN: Grootheid = {
  ...GRENS,
  naam: 'uitgaven-boven-grens',
  telt: 'eurocent',
  maat: 'uitgaven-boven-grens',
  deelVan: ['uitgaven'],
  over: 'clienten-boven-grens',
  delen: { ...SOM, gebied: 'minstens-som', periode: 'minstens-som' },
};
const AANBIEDERS: Grootheid = {
  naam: 'aanbieders',
  telt: 'aanbieders',
  maat: 'aanbieders',
  delen: { ...PERSONEN, kenmerk: 'overlap' },
};

/** Trajecten that ended with one of these reasons. */
export function eindes(...codes: readonly string[]): Grootheid {
  return {
    naam: `eindes ${codes.join('+')}`,
    telt: 'trajecten',
    maat: 'eindes',
    codes,
    deelVan: ['trajecten'],
    delen: TRAJECTEN,
  };
}

/** Days of residence. */
export const zorgdagen: Grootheid = {
  naam: 'zorgdagen',
  telt: 'dagen',
  maat: 'zorgdagen',
  over: 'trajecten',
  delen: { ...SOM, gebied: 'geen' },
};

const ALLE = ['31', '32', '33', '34', '35'];

/** How the figures of the indicators of the tests are made. */
export function opbouwVan(indicator: string): readonly Opbouw[] {
  switch (indicator) {
    case 'clienten':
      return [{ variant: '', vorm: 'waarde', teller: CLIENTEN }];
    case 'clienten-groei':
      return [{ variant: '', vorm: 'groei', teller: CLIENTEN, noemer: CLIENTEN }];
    case 'uitgaven':
      return [{ variant: '', vorm: 'waarde', teller: UITGAVEN }];
    case 'uitgaven-per-client':
      return [{ variant: '', vorm: 'gemiddelde', teller: UITGAVEN, noemer: CLIENTEN }];
    case 'kosten-boven-grens':
      return [
        { variant: 'clienten', vorm: 'deel', teller: CLIENTEN_BOVEN, noemer: CLIENTEN },
        { variant: 'uitgaven', vorm: 'deel', teller: UITGAVEN_BOVEN, noemer: UITGAVEN },
      ];
    case 'aanbieders':
      return [{ variant: '', vorm: 'waarde', teller: AANBIEDERS }];
    case 'uitval':
      return [
        { variant: 'U1', vorm: 'deel', teller: eindes('32'), noemer: eindes(...ALLE) },
        { variant: 'U2', vorm: 'deel', teller: eindes('32', '33'), noemer: eindes(...ALLE) },
        { variant: 'U3', vorm: 'deel', teller: eindes('32', '33', '34', '35'), noemer: eindes(...ALLE) },
      ];
    default:
      throw new Error(`no example of ${indicator}`);
  }
}
