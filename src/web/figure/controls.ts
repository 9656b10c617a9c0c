// SPDX-License-Identifier: EUPL-1.2
import { figureTexts } from '../../text/index.ts';
import type { FigureData, GebiedData } from './figure-data.ts';
import {
  delenOf,
  type Keuze,
  matenOf,
  overVarianten,
  reeksVan,
  splitsingen,
  tabelOf,
  weergavenOf,
} from './keuze.ts';
import { dimensionNames, partName } from './raster.ts';

export interface Optie {
  readonly waarde: string;
  readonly tekst: string;
}

/** Names of the controls with one value, in the order in which they stand. */
export const ENKELE = [
  'weergave',
  'variant',
  'gebied',
  'splitsing',
  'deel',
  'van',
  'tot',
  'periode',
  'maat',
] as const satisfies readonly (keyof Keuze)[];
export type Enkele = (typeof ENKELE)[number];

/** One control with one value. */
export interface Control {
  readonly naam: Enkele;
  readonly opties: readonly Optie[];
  readonly waarde: string;
  /** False when there is nothing to choose, or when it does nothing in this view. */
  readonly zichtbaar: boolean;
}

/** Areas that can stand beside the chosen one. */
export interface Vergelijking {
  readonly opties: readonly { readonly gebied: GebiedData; readonly aan: boolean }[];
  readonly zichtbaar: boolean;
}

/** What can be chosen once this is chosen. */
export function controlsOf(data: FigureData, keuze: Keuze): readonly Control[] {
  const text = figureTexts(data.taal);
  const tabel = tabelOf(data, keuze.splitsing);
  const overTime = keuze.weergave === 'jaren';
  const split = keuze.splitsing !== '';
  const same = (values: readonly string[]): Optie[] => values.map((waarde) => ({ waarde, tekst: waarde }));
  const opties: Record<Enkele, readonly Optie[]> = {
    weergave: weergavenOf(data).map((waarde) => ({ waarde, tekst: text.weergaven[waarde] })),
    variant: data.varianten.map(({ id, naam }) => ({ waarde: id, tekst: naam })),
    gebied: data.gebieden.map(({ code, naam }) => ({ waarde: code, tekst: naam })),
    splitsing: splitsingen(data)
      .filter((naam) => naam !== '' || keuze.weergave !== 'delen')
      .map((naam) => ({ waarde: naam, tekst: splitName(data, naam) })),
    deel: [
      ...(overTime ? [{ waarde: '', tekst: text.alles }] : []),
      ...(tabel && split
        ? delenOf(tabel).map((deel) => ({ waarde: deel, tekst: partName(tabel, deel) }))
        : []),
    ],
    van: same(data.perioden),
    tot: same(reeksVan(data, keuze.van)),
    periode: same(data.perioden),
    maat: matenOf(data)
      .filter((maat) => maat !== 'index' || overTime)
      .map((waarde) => ({ waarde, tekst: text.maten[waarde] })),
  };
  const applies: Record<Enkele, boolean> = {
    weergave: true,
    variant: !overVarianten(keuze.weergave),
    gebied: true,
    splitsing: true,
    deel: split && keuze.weergave !== 'delen',
    van: overTime,
    tot: overTime,
    periode: !overTime,
    maat: !overVarianten(keuze.weergave),
  };
  return ENKELE.map((naam) => ({
    naam,
    opties: opties[naam],
    waarde: keuze[naam],
    zichtbaar: applies[naam] && opties[naam].length > 1,
  }));
}

/** Which areas stand beside the chosen one. */
export function vergelijkingOf(data: FigureData, keuze: Keuze): Vergelijking {
  const oneEach = keuze.weergave === 'jaren' && (keuze.splitsing === '' || keuze.deel !== '');
  return {
    opties: data.gebieden
      .filter(({ code }) => code !== keuze.gebied)
      .map((gebied) => ({ gebied, aan: keuze.vergelijk.includes(gebied.code) })),
    zichtbaar:
      data.gebieden.length > 1 && (oneEach || keuze.weergave === 'delen' || overVarianten(keuze.weergave)),
  };
}

function splitName(data: FigureData, naam: string): string {
  const tabel = tabelOf(data, naam);
  return naam === '' || !tabel ? figureTexts(data.taal).nietVerdeeld : dimensionNames(data, tabel);
}
