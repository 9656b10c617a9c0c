// SPDX-License-Identifier: EUPL-1.2
import type { EditionSource } from '../../src/report/index.ts';
import { editionSource } from './haaglanden-release.ts';

const FORMS = [
  '{{ figuur kaart clienten by=gebied gebieden=gemeenten jaar=nu }}',
  '{{ figuur vakken clienten by=gebied gebieden=H8,gemeenten }}',
  '{{ figuur lijnen uitgaven-per-client by=gebied gebieden=H8,Delft,Westland }}',
  '{{ figuur staven clienten by=type gebied=H8 jaren=nu-1..nu }}',
  '{{ figuur stippen kosten-boven-grens variant=clienten by=gebied gebieden=regio,gemeenten jaar=nu }}',
  '{{ figuur delen clienten by=type waarden=pleegzorg,gezinshuizen gebied=H8 totaal=nee }}',
  '{{ figuur warmte clienten by=type per=gebied gebieden=gemeenten totaal=nee }}',
  '{{ tabel clienten by=type gebieden=H8,H9 }}',
  '{{ tabel kosten-boven-grens by=variant gebied=H8 jaren=nu-1..nu }}',
];

/** The made-up release with a chapter in which every form of table and figure stands, a letter, a glossary and places on the map. */
export function writtenSource(): EditionSource {
  const source = editionSource();
  const { samenstelling } = source.release;
  const gebieden = samenstelling.gebieden.map((gebied, index) =>
    gebied.soort === 'gemeente'
      ? { ...gebied, tegel: { rij: 1 + Math.floor(index / 4), kolom: 1 + (index % 4) } }
      : gebied,
  );
  return {
    ...source,
    release: { ...source.release, samenstelling: { ...samenstelling, gebieden } },
    begrippen: [
      {
        id: 'client',
        term: { nl: 'Cliënt', en: 'Client' },
        uitleg: { nl: 'Een jeugdige met hulp.', en: 'A young person with care.' },
        ook: [],
        hoofdstukken: [2],
        zie: [],
      },
    ],
    hoofdstukken: {
      nl: [
        {
          pad: 'hoofdstukken/01-inleiding.md',
          markdown: '# Inleiding\n\nWaarom deze monitor er is.\n\nTekst.\n',
        },
        {
          pad: 'hoofdstukken/02-hoofdlijnen.md',
          markdown: `# Hoofdlijnen\n\nWaar het **over** gaat.\n\n## Cliënten\n\n- een\n- twee\n\nHet waren er {{ clienten gebied=H8 }}.\n\n> Hier staat iets niet.\n\n${FORMS.join('\n\n')}\n`,
        },
      ],
    },
    brief: {
      nl: {
        pad: 'hoofdstukken/brief.md',
        markdown:
          '# Brief\n\nGeachte raad,\n\n## Beeld\n\nHet waren er {{ clienten }}.\n\n## Slot\n\nTot ziens.\n\n## Bijlage\n\n> Geen cijfer.\n',
      },
    },
  };
}
