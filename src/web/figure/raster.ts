// SPDX-License-Identifier: EUPL-1.2
import { figureTexts } from '../../text/index.ts';
import { type Cel, type Cellen, cellenOf } from './cel.ts';
import type { FigureData, TabelData } from './figure-data.ts';
import { cijfersOf } from './figure-rows.ts';
import { delenOf, type Keuze, reeksVan } from './keuze.ts';

/** A row or a line of a figure: an area, or a part of the whole. */
export interface Reeks {
  readonly naam: string;
  readonly gebied: string;
  readonly codes: readonly string[];
  readonly cellen: readonly Cel[];
  /** The subject or the whole, set apart. */
  readonly nadruk: boolean;
}

/** The numbers of a choice before they are drawn: rows over the same columns. */
export interface Raster {
  readonly kolommen: readonly string[];
  readonly reeksen: readonly Reeks[];
  /** What the rows are. */
  readonly rijKop: string;
}

/** What everything about one figure is made from. */
export interface Blik {
  readonly data: FigureData;
  readonly keuze: Keuze;
  readonly tabel: TabelData;
  readonly cellen: Cellen;
  readonly raster: Raster;
}

/** The numbers of a choice, as rows over columns. */
export function rasterOf(data: FigureData, keuze: Keuze, tabel: TabelData, cellen: Cellen): Raster {
  const text = figureTexts(data.taal);
  const deel = keuze.deel === '' ? [] : keuze.deel.split('~');
  const chosen = [keuze.gebied, ...keuze.vergelijk];
  if (keuze.weergave === 'verloop') return courseOf(data, keuze, tabel, deel);
  if (keuze.weergave === 'opbouw') return madeOf(data, keuze, tabel, deel);
  const perArea = (codes: readonly string[], areas: readonly string[], periods: readonly string[]): Reeks[] =>
    areas.map((gebied) => ({
      naam: areaOf(data, gebied).naam,
      gebied,
      codes,
      cellen: periods.map((periode) => cellen.cel(gebied, periode, codes)),
      nadruk: gebied === keuze.gebied,
    }));
  const perPart = (areas: readonly string[], periods: readonly string[]): Reeks[] =>
    delenOf(tabel).map((part) => ({
      naam: partName(tabel, part),
      gebied: keuze.gebied,
      codes: part.split('~'),
      cellen: areas.flatMap((gebied) =>
        periods.map((periode) => cellen.cel(gebied, periode, part.split('~'))),
      ),
      nadruk: false,
    }));
  if (keuze.weergave === 'delen') {
    return {
      kolommen: chosen.map((code) => areaOf(data, code).kort),
      reeksen: perPart(chosen, [keuze.periode]).filter(known),
      rijKop: dimensionNames(data, tabel),
    };
  }
  if (keuze.weergave !== 'jaren') {
    const areas = data.gebieden.filter(({ soort }) => keuze.weergave === 'gebieden' || soort === 'gemeente');
    return {
      kolommen: [keuze.periode],
      reeksen: perArea(
        deel,
        areas.map(({ code }) => code),
        [keuze.periode],
      ),
      rijKop: text.gebied,
    };
  }
  const periods = reeksVan(data, keuze.van).filter((periode) => periode >= keuze.van && periode <= keuze.tot);
  const whole = keuze.splitsing === '' || keuze.deel !== '';
  return {
    kolommen: periods,
    reeksen: whole ? perArea(deel, chosen, periods) : perPart([keuze.gebied], periods).filter(known),
    rijKop: whole ? text.gebied : dimensionNames(data, tabel),
  };
}

/** A row per area, a column per moment of its course. */
function courseOf(data: FigureData, keuze: Keuze, tabel: TabelData, codes: readonly string[]): Raster {
  const text = figureTexts(data.taal);
  const moments = data.varianten.map((variant) => ({
    naam: text.naDagen(variant.dagen ?? 0),
    cellen: cellenOf(data, { ...keuze, variant: variant.id }, cijfersOf(data, tabel)),
  }));
  return {
    kolommen: moments.map(({ naam }) => naam),
    reeksen: [keuze.gebied, ...keuze.vergelijk].map((gebied) => ({
      naam: areaOf(data, gebied).naam,
      gebied,
      codes,
      cellen: moments.map(({ cellen }) => cellen.cel(gebied, keuze.periode, codes)),
      nadruk: gebied === keuze.gebied,
    })),
    rijKop: text.gebied,
  };
}

/** A row per part of a change and one for the whole, a column per area. */
function madeOf(data: FigureData, keuze: Keuze, tabel: TabelData, codes: readonly string[]): Raster {
  const areas = [keuze.gebied, ...keuze.vergelijk];
  return {
    kolommen: areas.map((code) => areaOf(data, code).kort),
    reeksen: data.varianten.map(({ id, naam }) => {
      const cellen = cellenOf(data, { ...keuze, variant: id }, cijfersOf(data, tabel));
      return {
        naam,
        gebied: keuze.gebied,
        codes,
        cellen: areas.map((gebied) => cellen.cel(gebied, keuze.periode, codes)),
        nadruk: id === data.opbouw,
      };
    }),
    rijKop: figureTexts(data.taal).onderdeel,
  };
}

/** A part that the release says nothing about, in any column, is no row. */
function known({ cellen }: Reeks): boolean {
  return cellen.some(({ status, waarde }) => waarde !== null || status !== 'onbekend');
}

/** The area with this code. */
export function areaOf({ gebieden }: FigureData, code: string): FigureData['gebieden'][number] {
  return gebieden.find((gebied) => gebied.code === code) ?? { code, naam: code, kort: code, soort: 'extern' };
}

/** Whether the parts of a table are ways from one thing to another. */
export function isOvergang({ dimensies }: Pick<TabelData, 'dimensies'>): boolean {
  return dimensies.join('-') === 'van-naar';
}

/** `Jeugd-ggz`, or for two dimensions `Jeugd-ggz, Pleegzorg`, or `Jeugd-ggz → Pleegzorg`. */
export function partName({ codes, dimensies }: TabelData, deel: string): string {
  return deel
    .split('~')
    .map((code, index) => codes[index]?.find(([known]) => known === code)?.[1] ?? code)
    .join(isOvergang({ dimensies }) ? ' → ' : ', ');
}

/** `type jeugdhulp`. */
export function dimensionNames({ dimensies: names }: FigureData, { dimensies }: TabelData): string {
  return dimensies
    .map((dimensie) => names[dimensie] ?? dimensie)
    .join(isOvergang({ dimensies }) ? ' → ' : ', ');
}
