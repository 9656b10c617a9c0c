// SPDX-License-Identifier: EUPL-1.2
import type { Buitenkennis, FigureTable } from '../contract/index.ts';

/** Our indicator that counts what a percentage of CBS is about. Help itself is not here: CBS counts what gemeenten buy locally too. */
const ZELFDE: Readonly<Record<string, string>> = {
  jeugdbescherming: 'jeugdbescherming',
  jeugdreclassering: 'jeugdreclassering',
};
/** CBS prints percentages with one decimal. Unit: share. */
const HALF = 0.0005;

/**
 * What CBS published about our numbers: its percentage of young people, as many residents of 0 to 17 as we publish, and what rounding leaves. Where CBS
 * counts otherwise the true number lies outside, and then it bounds nothing.
 */
export function cbsKennis(tables: readonly FigureTable[]): readonly Buitenkennis[] {
  const whole = (indicator: string) =>
    tables.find((table) => table.indicator === indicator && table.dimensies.length === 0);
  const place = (periode: string, gebied: string) => `${periode} ${gebied}`;
  const inwoners = new Map(
    whole('bevolking-0-17')?.rows.map(({ periode, gebied, waarde }) => [place(periode, gebied), waarde]),
  );
  return (whole('cbs-jeugdhulp')?.rows ?? []).flatMap(
    ({ variant, periode, gebied, waarde }): Buitenkennis[] => {
      const own = whole(ZELFDE[variant] ?? '')?.opbouw?.[0]?.teller.naam;
      const residents = inwoners.get(place(periode, gebied)) ?? null;
      if (own === undefined || waarde === null || residents === null) return [];
      return [
        {
          grootheid: own,
          periode,
          gebied,
          dimensies: {},
          interval: [
            Math.max(0, Math.ceil((waarde - HALF) * residents)),
            Math.floor((waarde + HALF) * residents),
          ],
          bron: `CBS 85098NED, ${variant}`,
        },
      ];
    },
  );
}
