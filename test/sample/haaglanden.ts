// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AgbCode, GebiedCode, GemeenteCode, ProductRegel, Regio } from '../../src/contract/index.ts';
import { parsePlainDate } from '../../src/contract/index.ts';
import { projectRoot } from '../project-root.ts';

const GEMEENTEN: readonly (readonly [string, string])[] = [
  ['GM0503', 'Delft'],
  ['GM0518', 'Den Haag'],
  ['GM1916', 'Leidschendam-Voorburg'],
  ['GM1842', 'Midden-Delfland'],
  ['GM1926', 'Pijnacker-Nootdorp'],
  ['GM0603', 'Rijswijk'],
  ['GM0629', 'Wassenaar'],
  ['GM1783', 'Westland'],
  ['GM0637', 'Zoetermeer'],
];
const codes = GEMEENTEN.map(([code]) => code as GemeenteCode);
const zone = {
  verbergTotEnMet: 9,
  toonNul: false,
  afronding: 0,
  minimumNoemer: 10,
  minimumBijdragers: 3,
  dominantie: 0.85,
  pProcent: 0,
  intervalBreedte: 10,
  bedragBescherming: 0.1,
};

/** The region of the monitor, as far as the sample looks at it. */
export const haaglanden: Regio = {
  naam: 'Haaglanden',
  code: 'JZ24' as GebiedCode,
  gemeenten: GEMEENTEN.map(([code, naam]) => ({ code: code as GemeenteCode, naam })),
  groepen: [
    { code: 'H9' as GebiedCode, naam: 'H9', gemeenten: codes },
    { code: 'H8' as GebiedCode, naam: 'H8', gemeenten: codes.filter((code) => code !== 'GM0518') },
  ],
  basisjaar: 2020,
  publicatiejaar: 2024,
  drempels: { kostenGrensCents: 1_000_000 },
  breuken: [],
  geheimhouding: { open: zone, intern: zone },
};

export const jaren = [2020, 2021, 2022, 2023, 2024] as const;

const templates = join(projectRoot, 'regio', 'haaglanden');

/** The published figures that come with the project. */
export const figuresFiles = readdirSync(join(templates, 'gepubliceerd'))
  .filter((name) => name.endsWith('.csv'))
  .sort()
  .map((name) => ({ name, text: readFileSync(join(templates, 'gepubliceerd', name), 'utf8') }));

/** The product table that comes with the project. */
export const producten: readonly ProductRegel[] = readFileSync(join(templates, 'producten.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [categorie = '', code, aanbieder, type = '', vorm, van, tot] = line.split(',');
    const from = parsePlainDate(van ?? '');
    const until = parsePlainDate(tot ?? '');
    return {
      categorie,
      type,
      ...(code ? { code } : {}),
      ...(aanbieder ? { aanbieder: aanbieder as AgbCode } : {}),
      ...(vorm ? { verblijfsvorm: vorm } : {}),
      ...(from === undefined ? {} : { van: from }),
      ...(until === undefined ? {} : { tot: until }),
    };
  });
