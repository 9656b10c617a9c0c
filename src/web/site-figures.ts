// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie } from '../contract/index.ts';
import type { Site } from './dashboard-source.ts';
import { type Cellen, cellenOf } from './figure/cel.ts';
import type { FigureData } from './figure/figure-data.ts';
import { cijfersOf } from './figure/figure-rows.ts';
import { type Keuze, reeksOf, standaardKeuze, tabelOf } from './figure/keuze.ts';
import { figureDataOf } from './figure-data-of.ts';

const made = new WeakMap<Site, Map<string, FigureData>>();

/** The figures of an indicator, made once per site; undefined when the release does not hold them. */
export function dataOf(site: Site, id: string): FigureData | undefined {
  const all = made.get(site) ?? new Map<string, FigureData>();
  made.set(site, all);
  const known = all.get(id);
  if (known) return known;
  const indicator = site.indicatoren.find((candidate) => candidate.id === id);
  if (!indicator) return undefined;
  const data = figureDataOf(site, indicator);
  all.set(id, data);
  return data;
}

/** A choice for one series of an indicator: as usual, but for what is given; undefined when the release has no such table. */
export function reeksKeuze(
  data: FigureData,
  splitsing: Readonly<Partial<Record<Dimensie, string>>> = {},
  rest: Partial<Keuze> = {},
): Keuze | undefined {
  const names = Object.keys(splitsing);
  const tabel = data.tabellen.find(
    ({ dimensies }) =>
      dimensies.length === names.length && dimensies.every((dimensie) => names.includes(dimensie)),
  );
  if (!tabel) return undefined;
  return {
    ...standaardKeuze(data),
    splitsing: tabel.dimensies.join('-'),
    deel: tabel.dimensies.map((dimensie) => splitsing[dimensie] ?? '').join('~'),
    ...rest,
  };
}

/** Reads the numbers of a choice. */
export function cellenIn(data: FigureData, keuze: Keuze): Cellen | undefined {
  const tabel = tabelOf(data, keuze.splitsing);
  return tabel && cellenOf(data, keuze, cijfersOf(data, tabel));
}

/** The last period with figures, of the kind that is shown first. */
export function lastPeriod(data: FigureData): string {
  return reeksOf(data).at(-1) ?? '';
}
