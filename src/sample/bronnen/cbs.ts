// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Regio } from '../../contract/index.ts';
import { writeCbs } from '../../sources/index.ts';
import type { PublishedFigures } from '../published-figure.ts';
import type { Geschreven } from '../write-bronnen.ts';
import { MAP } from './write-bronbestanden.ts';

const TABEL = '85098NED';
/** Topics of the table by the variants of our indicator. Source: CBS, DataProperties of 85098NED. */
const ONDERWERPEN = [
  {
    variant: 'jeugdhulp',
    sleutel: 'JongerenMetJeugdhulpInNatura_1',
    titel: 'Jongeren met jeugdhulp in natura',
  },
  { variant: 'verblijf', sleutel: 'JongerenMetJeugdhMetVerblInNat_2', titel: 'Waarvan met verblijf' },
  {
    variant: 'jeugdbescherming',
    sleutel: 'JongerenMetJeugdbescherming_3',
    titel: 'Jongeren met jeugdbescherming',
  },
  {
    variant: 'jeugdreclassering',
    sleutel: 'JongerenMetJeugdreclassering_5',
    titel: 'Jongeren met jeugdreclassering',
  },
] as const;
/** CBS publishes a year in April of the next one; it is provisional for a year and definitive after that. */
const GEWIJZIGD = '04-30';

/**
 * Writes the published percentages of CBS as a saved table, for the Netherlands, the region and its gemeenten. They are what somebody published, or our
 * estimates of it, and not counts of the fictional children: no scale touches them. Result: nothing when nothing was published.
 */
export function writeCbsTabel(
  outDir: string,
  figures: PublishedFigures,
  regio: Regio,
  jaren: readonly number[],
): Geschreven[] {
  const own = figures.filter(({ indicator, jaar }) => indicator === 'cbs-jeugdhulp' && jaren.includes(jaar));
  const percentages = new Map(
    own.map(({ variant, gebied, jaar, waarde }) => [
      `${variant}|${gebied}|${jaar}`,
      Math.round(waarde * 1000) / 10,
    ]),
  );
  const known = [...new Set(own.map(({ jaar }) => jaar))].sort();
  const last = known.at(-1);
  if (last === undefined) return [];
  const regios = [
    { code: 'NL01', naam: 'Nederland' },
    { code: regio.code, naam: `${regio.naam} (JZ)` },
    ...regio.gemeenten.map(({ code, naam }) => ({ code, naam })),
  ].filter(({ code }) => own.some(({ gebied }) => gebied === code));
  const bytes = writeCbs({
    identifier: TABEL,
    titel: 'Indicatoren jeugdzorg in natura; gemeenten',
    gewijzigd: `${last + 1}-${GEWIJZIGD}`,
    onderwerpen: ONDERWERPEN.map(({ sleutel, titel }) => ({ sleutel, titel, eenheid: '%' })),
    regios,
    jaren: known.map((jaar) => ({ jaar, status: jaar === last ? 'Voorlopig' : 'Definitief' })),
    waarde: (code, jaar, onderwerp) => {
      const variant = ONDERWERPEN.find(({ sleutel }) => sleutel === onderwerp)?.variant ?? '';
      return percentages.get(`${variant}|${code}|${jaar}`);
    },
  });
  const folder = join(outDir, MAP, 'cbs');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${TABEL}.json`), bytes);
  return [
    {
      gemeente: '',
      soort: 'cbs',
      berichten: regios.length * known.length,
      bestanden: 1,
      bytes: bytes.length,
    },
  ];
}
