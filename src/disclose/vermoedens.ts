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
