// SPDX-License-Identifier: EUPL-1.2
import type { CbsVraag } from './fetch-cbs.ts';

/** Ages 0 to 17 in table 03759ned: 10010 is a child of 0, 10100 of 1, 11700 of 17. */
const LEEFTIJDEN = ['10010', ...Array.from({ length: 17 }, (_, year) => String(10_100 + year * 100))];

/** What is asked of the tables that the monitor uses: by table, without regions. Source: docs/reference/bronnen.md */
const BEKEND: Readonly<Record<string, Omit<CbsVraag, 'tabel' | 'regios'>>> = {
  '03759ned': {
    onderwerpen: ['M000352'],
    codes: { Leeftijd: LEEFTIJDEN, Geslacht: ['T001038', '3000', '4000'], BurgerlijkeStaat: ['T001019'] },
  },
  '85098NED': {},
  '85099NED': {},
};

/** Tables that `regiovisie cbs fetch` fetches when none is named: residents by age, and youth care. */
export const CBS_TABELLEN: readonly string[] = Object.keys(BEKEND);

/** What to ask of a table for these regions; the Netherlands are always among them. */
export function cbsVraag(tabel: string, regios: readonly string[]): CbsVraag {
  return { tabel, regios: ['NL01', 'NL00', ...regios], ...BEKEND[tabel] };
}
