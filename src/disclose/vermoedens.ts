// SPDX-License-Identifier: EUPL-1.2
import type { Getal, Getallen } from './getallen.ts';
import { plaatsKey } from './getallen.ts';
import type { Jaarverband } from './jaarverbanden.ts';

/** Children who wait longer than this are counted apart. Unit: days. */
const LANG = 90;

/**
 * What no definition says and a reader may suppose all the same: a child is in one closed institution at a time, and those who wait longer than 90 days are
 * those of the classes beyond it, although providers are asked for both apart. The plan is made against it where it is true.
 */
export function vermoedens(getallen: Getallen): readonly Jaarverband[] {
  const plaatsingen = [...getallen.values()].flatMap((getal): Jaarverband[] => {
    const { grootheid, periode, gebied, dimensies } = getal;
    const jeugdigen = getallen.get(plaatsKey('jeugdigen-geplaatst', periode, gebied, dimensies));
    return grootheid.maat !== 'plaatsingen-op-einde' || jeugdigen === undefined
      ? []
      : [{ meer: [jeugdigen], minder: [getal] }];
  });
  return [...plaatsingen, ...wachtklassen(getallen)];
}

/** A number that a reader can estimate, and how far off he may be. Unit of `marge`: that of the number. */
export interface Schatting {
  readonly getal: Getal;
  readonly marge: number;
}

const GESCHAT = ['omvang', 'clienten', 'mix', 'prijs', 'rest'].map((oorzaak) => `kosten-${oorzaak}`);
const TIENDE = 0.1;
const EURO_CENTS = 100;

/**
 * Why spending changed: clients and spending of before give the part of the clients and of the mix, tariffs that of the price, and the remainder is what
 * rounding leaves. Only the volume per client is told nowhere else, so a hidden change can hide behind that alone.
 */
export function schattingen(getallen: Getallen): readonly Schatting[] {
  return [...getallen.values()].flatMap((getal) =>
    GESCHAT.includes(getal.grootheid.maat)
      ? [{ getal, marge: TIENDE * Math.abs(getal.value) + EURO_CENTS }]
      : [],
  );
}

interface Wachtlijst {
  readonly lang: Getal[];
  readonly zeker: Getal[];
  readonly mogelijk: Getal[];
}

function wachtklassen(getallen: Getallen): Jaarverband[] {
  const lists = new Map<string, Wachtlijst>();
  for (const getal of getallen.values()) {
    const { grootheid, periode, gebied, dimensies } = getal;
    const [first, more] = dimensies;
    if (first === undefined || more !== undefined || grootheid.afgeleid === true) continue;
    const key = `${periode} ${gebied}`;
    const list = lists.get(key) ?? { lang: [], zeker: [], mogelijk: [] };
    lists.set(key, list);
    const [dimensie, code] = first;
    if (grootheid.maat === 'wachtenden-lang' && dimensie === 'zorgvorm') list.lang.push(getal);
    if (grootheid.maat !== 'wachtenden' || dimensie !== 'wachtklasse') continue;
    const [low = 0, high = Number.POSITIVE_INFINITY] = code.match(/\d+/g)?.map(Number) ?? [];
    if (low > LANG) list.zeker.push(getal);
    if (high > LANG) list.mogelijk.push(getal);
  }
  return [...lists.values()].flatMap(({ lang, zeker, mogelijk }) =>
    lang.length === 0 || mogelijk.length === 0
      ? []
      : [
          { meer: lang, minder: zeker },
          { meer: mogelijk, minder: lang },
        ],
  );
}
