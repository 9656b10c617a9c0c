// SPDX-License-Identifier: EUPL-1.2
import type { AmbitieIndicator } from '../contract/index.ts';
import type { Indicator, Site } from './dashboard-source.ts';
import { type Cel, cellenOf, typeOf } from './figure/cel.ts';
import type { FigureData, GebiedData } from './figure/figure-data.ts';
import { cijfersOf } from './figure/figure-rows.ts';
import { type Keuze, reeksOf, tabelOf } from './figure/keuze.ts';
import { differsByChance } from './figure/message.ts';
import { dataOf, reeksKeuze } from './site-figures.ts';

/** What a figure says about an ambition. */
export type Oordeel =
  | 'dichterbij'
  | 'verderWeg'
  | 'gelijk'
  | 'toeval'
  | 'breuk'
  | 'geen'
  | 'omhoog'
  | 'omlaag';

/** How one figure of an ambition went. */
export interface Stand {
  readonly wens: AmbitieIndicator;
  readonly oordeel: Oordeel;
  /** Absent when the release does not hold the indicator. */
  readonly indicator?: Indicator;
  readonly data?: FigureData;
  readonly keuze?: Keuze;
  readonly gebied?: GebiedData;
  readonly toen?: Cel;
  readonly nu?: Cel;
}

/** A change smaller than this share of the earlier figure is no change. */
const GELIJK = 0.01;

/**
 * How one figure of an ambition went, for the region or, where a break leaves the region nothing to compare, the largest group without that
 * break; from the first year after the last break.
 */
export function standOf(site: Site, wens: AmbitieIndicator): Stand {
  const indicator = site.indicatoren.find(({ id }) => id === wens.indicator);
  const data = dataOf(site, wens.indicator);
  const base =
    data && reeksKeuze(data, wens.splitsing, wens.variant === undefined ? {} : { variant: wens.variant });
  const keuze = data && (base ?? undefined);
  if (!indicator || !data || !keuze || !data.varianten.some(({ id }) => id === keuze.variant))
    return { wens, oordeel: 'geen', ...(indicator ? { indicator } : {}) };
  const areas = data.gebieden
    .filter(({ soort }) => soort === 'regio' || (soort === 'groep' && !data.respons))
    .sort((a, b) => sizeOf(site, b.code) - sizeOf(site, a.code));
  const found = areas.map((gebied) => developmentIn(data, keuze, gebied));
  const best =
    found.find(({ toen }) => toen !== undefined) ?? found.find(({ nu }) => nu !== undefined) ?? found[0];
  if (!best) return { wens, oordeel: 'geen', indicator, data, keuze };
  return {
    wens,
    indicator,
    data,
    keuze: { ...keuze, gebied: best.gebied.code, vergelijk: [] },
    gebied: best.gebied,
    ...(best.nu ? { nu: best.nu } : {}),
    ...((best.toen ?? best.eerste) ? { toen: best.toen ?? best.eerste } : {}),
    oordeel: judged(data, keuze, wens, best),
  };
}

interface Development {
  readonly gebied: GebiedData;
  /** First known figure. */
  readonly eerste?: Cel;
  /** First figure that the last one may be compared with. */
  readonly toen?: Cel;
  readonly nu?: Cel;
  readonly gebroken: boolean;
}

function developmentIn(data: FigureData, keuze: Keuze, gebied: GebiedData): Development {
  const tabel = tabelOf(data, keuze.splitsing);
  const cellen = tabel && cellenOf(data, keuze, cijfersOf(data, tabel));
  const codes = keuze.deel === '' ? [] : keuze.deel.split('~');
  const after = lastBreak(data, gebied.code, typeOf(keuze, codes));
  const periods = reeksOf(data);
  const known = (cellen ? periods.map((periode) => cellen.cel(gebied.code, periode, codes)) : []).filter(
    ({ waarde, status }) => waarde !== null && !status.includes('onvolledig'),
  );
  const comparable = known.filter(({ periode }) => Number(periode.slice(0, 4)) >= after);
  const [first, toen, nu] = [known[0], comparable[0], known.at(-1)];
  return {
    gebied,
    gebroken: known.length > comparable.length,
    ...(nu ? { nu } : {}),
    ...(first && nu && first !== nu ? { eerste: first } : {}),
    ...(toen && nu && toen !== nu ? { toen } : {}),
  };
}

function lastBreak({ breuken }: FigureData, gebied: string, type: string | undefined): number {
  const years = breuken
    .filter(
      (breuk) =>
        !breuk.overbrugd &&
        breuk.gebieden.includes(gebied) &&
        (type === undefined || breuk.types.length === 0 || breuk.types.includes(type)),
    )
    .map(({ jaar }) => jaar);
  return Math.max(0, ...years);
}

function judged(
  data: FigureData,
  keuze: Keuze,
  { richting }: AmbitieIndicator,
  { toen, nu, gebroken }: Development,
): Oordeel {
  if (!nu || nu.waarde === null) return 'geen';
  if (!toen || toen.waarde === null) return gebroken ? 'breuk' : 'geen';
  const difference = nu.waarde - toen.waarde;
  if (Math.abs(difference) <= Math.abs(toen.waarde) * GELIJK) return 'gelijk';
  if (differsByChance(data, keuze, toen, nu)) return 'toeval';
  const up = difference > 0;
  if (richting === 'volgen') return up ? 'omhoog' : 'omlaag';
  return up === (richting === 'omhoog') ? 'dichterbij' : 'verderWeg';
}

function sizeOf({ release }: Site, code: string): number {
  return release.samenstelling.gebieden.find((gebied) => gebied.code === code)?.gemeenten.length ?? 0;
}
