// SPDX-License-Identifier: EUPL-1.2
import type { DefinitieBlad } from '../../src/contract/index.ts';

const both = (nl: string, en: string) => ({ nl, en });

/** A definition as the program hands it to a release. */
export const clientenBlad: DefinitieBlad = {
  id: 'clienten',
  versie: '2020-01-01',
  status: 'regionaal',
  naam: both('Unieke cliënten', 'Unique clients'),
  betekenis: both('Hoeveel kinderen kregen hulp?', 'How many children received care?'),
  telt: both(
    'Verschillende cliënten met een staande prestatie.',
    'Distinct clients with a standing prestatie.',
  ),
  populatie: both('Cliënten met jeugdhulp in natura.', 'Clients with youth care in kind.'),
  eenheid: 'unieke cliënten',
  varianten: [
    {
      id: '',
      naam: both('Unieke cliënten', 'Unique clients'),
      eenheid: 'unieke cliënten',
      berekening: 'waarde',
      teller: both('cliënten in de periode', 'clients in the period'),
    },
  ],
  perioden: ['jaar'],
  dimensies: ['type', 'leeftijd'],
  parameters: [],
  naast: [],
  bronnen: [{ soort: 'standaard', tekst: 'iJw 3.2, JW323 en JW325' }],
  gevoeligVoor: ['woonplaatsbeginsel'],
  toelichting: both(
    'Hoeveel kinderen kregen hulp? Elk kind telt één keer.',
    'How many children received care?',
  ),
  methode: both('docs/method/clienten.nl.md', 'docs/method/clienten.en.md'),
};
