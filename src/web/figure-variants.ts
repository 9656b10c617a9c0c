// SPDX-License-Identifier: EUPL-1.2
import type { FigureRow, Unit } from '../contract/index.ts';
import type { Indicator, Site } from './dashboard-source.ts';
import type { VariantData, Vorm } from './figure/figure-data.ts';

/** Amounts from ten times this on are written in millions. Unit: eurocents. */
const MILJOEN = 100_000_000;

/** The variant that is meant when nobody names one, where that is not the first. Source: the definition, `bronnen` */
const HOOFD: Readonly<Record<string, string>> = {
  uitval: 'U2',
  'in-een-keer-goed': 'G2',
  tevredenheid: 'positief',
  doelrealisatie: 'positief',
  'zonder-hulp-verder': 'positief',
};

/** The variants that figures have, the one that is meant first, each with its unit in words and the way its values are written. */
export function variantsOf(
  { taal, text, woord, release }: Site,
  { definitie }: Indicator,
  rows: readonly FigureRow[],
): VariantData[] {
  const used = new Set(rows.map(({ variant }) => variant));
  const largest = Math.max(0, ...rows.map(({ waarde }) => Math.abs(waarde ?? 0)));
  return definitie.varianten
    .filter(({ id }) => used.has(id))
    .sort((a, b) => Number(b.id === HOOFD[definitie.id]) - Number(a.id === HOOFD[definitie.id]))
    .map(({ id, naam, eenheid, berekening }) => {
      const vorm = formOf(eenheid, berekening, largest);
      const word =
        vorm === 'verandering'
          ? woord.eenheden.verandering(String(release.basisjaar))
          : { ...text.eenheden, ...woord.eenheden }[eenheid];
      const days = berekening === 'overleving' ? Number(/\d+$/.exec(id)?.[0] ?? 0) : 0;
      return { id, naam: naam[taal], eenheid, woord: word, vorm, ...(days > 0 ? { dagen: days } : {}) };
    });
}

function formOf(eenheid: Unit, berekening: string, largest: number): Vorm {
  if (eenheid === 'aandeel') return berekening === 'groei' ? 'verandering' : 'procent';
  if (eenheid === 'eurocent') return largest >= 10 * MILJOEN ? 'miljoen' : 'euro';
  return 'aantal';
}
