// SPDX-License-Identifier: EUPL-1.2
import {
  barChart,
  type Chart,
  type DataTable,
  dotChart,
  lineChart,
  lineColours,
  matrixChart,
  multiplesChart,
  type Point,
  palette,
  type Series,
  type SeriesColour,
  survivalChart,
  tileMap,
} from '../../charts/index.ts';
import { figureTexts } from '../../text/index.ts';
import type { Cel } from './cel.ts';
import { areaOf, type Blik, isOvergang, type Reeks } from './raster.ts';
import { columnName } from './view-table.ts';

interface Base {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly table: DataTable;
}

/** Most bars in one row, and most curves in one plot. */
export const MOST_DRAWN = 3;

const BARS: readonly (readonly SeriesColour[])[] = [
  [palette.blauw],
  [palette.blauw, palette.licht],
  [palette.blauw, palette.licht, palette.grijs],
];

/** The drawing of a figure, in the form that fits its view. */
export function drawing(blik: Blik, base: Base): Chart {
  switch (blik.keuze.weergave) {
    case 'jaren':
      return overTime(blik, base);
    case 'verloop':
      return course(blik, base);
    case 'opbouw':
      return bars(blik, base, blik.raster.reeksen);
    case 'delen':
      return parts(blik, base);
    case 'kaart':
      return tiles(blik, base);
    default:
      return areas(blik, base);
  }
}

/** Lines of one plot, or a panel for each when there are more than can be told apart. */
function overTime(blik: Blik, base: Base): Chart {
  const { data, raster, cellen } = blik;
  const { reeksbreuk: breakLabel } = figureTexts(data.taal);
  const periods = raster.kolommen.map((column) => columnName(blik, column));
  const many = raster.reeksen.length > lineColours.length;
  const lines = raster.reeksen.map(
    (reeks, index): Series => ({
      name: many ? withoutAside(lineName(blik, reeks)) : lineName(blik, reeks),
      colour: (many ? palette.blauw : lineColours[index]) ?? palette.grijs,
      points: reeks.cellen.map((cel) => pointOf(blik, cel)),
      breaksBefore: reeks.cellen.flatMap(({ breuk }, place) => (breuk && place > 0 ? [place] : [])),
      ...(reeks.nadruk ? { emphasis: true } : {}),
    }),
  );
  const plot = { ...base, periods, measure: cellen.eenheid, breakLabel };
  return many ? multiplesChart({ ...plot, panels: lines }) : lineChart({ ...plot, lines });
}

function lineName({ data, keuze }: Blik, { naam, gebied, codes }: Reeks): string {
  return codes.length > 0 && keuze.deel === '' ? naam : areaOf(data, gebied).kort;
}

/** `Jeugd-ggz` from `Jeugd-ggz (zonder dyslexie)`: where room is scarce; the table has the whole name. */
function withoutAside(name: string): string {
  return name.replace(/ \([^)]*\)$/, '');
}

function parts(blik: Blik, base: Base): Chart {
  const { raster, tabel } = blik;
  if (isOvergang(tabel) && raster.kolommen.length === 1) return ways(blik, base);
  return bars(blik, base, ordered(blik));
}

/** A row of bars per series, a bar per column. */
function bars(blik: Blik, base: Base, reeksen: readonly Reeks[]): Chart {
  const columns = blik.raster.kolommen.slice(0, MOST_DRAWN);
  const colours = BARS[columns.length - 1] ?? [];
  return barChart({
    ...base,
    series: columns.map((name, index) => ({ name, colour: colours[index] ?? palette.grijs })),
    rows: reeksen.map(({ naam, cellen, nadruk }) => ({
      label: naam,
      bars: cellen.slice(0, MOST_DRAWN).map((cel) => pointOf(blik, cel)),
      ...(nadruk ? { strong: true } : {}),
    })),
  });
}

/** What is left after each moment; everything is there at the begin. */
function course(blik: Blik, base: Base): Chart {
  const { data, raster, cellen } = blik;
  const text = figureTexts(data.taal);
  return survivalChart({
    ...base,
    measure: cellen.eenheid,
    moments: [
      { days: 0, label: text.begin },
      ...data.varianten.map(({ dagen = 0 }) => ({ days: dagen, label: text.dagen(dagen) })),
    ],
    curves: raster.reeksen.slice(0, MOST_DRAWN).map(({ gebied, cellen: own }, index) => ({
      name: areaOf(data, gebied).kort,
      colour: lineColours[index] ?? palette.grijs,
      points: [
        { value: 1, label: '' },
        ...own.map((cel) => ({
          ...pointOf(blik, cel),
          ...(cel.marge ? { interval: { low: cel.marge[0], high: cel.marge[1] } } : {}),
        })),
      ],
    })),
  });
}

/** From each row to each column; a way that nobody went, or that is not told, is left open. */
function ways({ data, tabel, raster }: Blik, base: Base): Chart {
  const [from = [], to = []] = tabel.codes;
  const [rowTitle = '', columnTitle = ''] = tabel.dimensies.map((dimensie) => data.dimensies[dimensie] ?? '');
  const cell = (...way: readonly string[]): Point => {
    const cel = raster.reeksen.find(({ codes }) => codes.join('~') === way.join('~'))?.cellen[0];
    return cel ? { value: cel.waarde, label: cel.text } : { value: null, label: '' };
  };
  return matrixChart({
    ...base,
    rowTitle,
    columnTitle,
    columns: to.map(([, naam]) => withoutAside(naam)),
    rows: from.map(([code, naam]) => ({
      label: withoutAside(naam),
      cells: to.map(([other]) => cell(code, other)),
    })),
  });
}

/** Parts that have an order of their own keep it; others stand from much to little. */
function ordered({ tabel, raster }: Blik): readonly Reeks[] {
  const own = tabel.dimensies.some((dimensie) => dimensie === 'leeftijd' || dimensie === 'wachtklasse');
  if (own) return raster.reeksen;
  return [...raster.reeksen].sort(({ cellen: [a] }, { cellen: [b] }) => largestFirst(a, b));
}

function largestFirst(a: Cel | undefined, b: Cel | undefined): number {
  return (b?.waarde ?? -1) - (a?.waarde ?? -1);
}

/** Dots with margins for shares and changes, bars for everything that is counted from zero. */
function areas(blik: Blik, base: Base): Chart {
  const { data, raster, keuze } = blik;
  const vorm = data.varianten.find(({ id }) => id === keuze.variant)?.vorm;
  const found = raster.reeksen.flatMap(({ gebied, nadruk, cellen: [cel] }) =>
    cel ? [{ gebied, nadruk, cel, gemeente: areaOf(data, gebied).soort === 'gemeente' }] : [],
  );
  const rows = [
    ...found.filter(({ gemeente }) => !gemeente),
    ...found.filter(({ gemeente }) => gemeente).sort((a, b) => largestFirst(a.cel, b.cel)),
  ];
  if (keuze.maat === 'waarde' && (vorm === 'procent' || vorm === 'verandering')) {
    return dotChart({
      ...base,
      rows: rows.map(({ gebied, nadruk, cel }) => ({
        name: areaOf(data, gebied).kort,
        ...pointOf(blik, cel),
        ...(cel.marge ? { interval: { low: cel.marge[0], high: cel.marge[1] } } : {}),
        ...(nadruk ? { strong: true } : {}),
      })),
      ...(vorm === 'verandering' ? { reference: { value: 1, label: data.basisjaar } } : {}),
    });
  }
  return barChart({
    ...base,
    series: [{ name: raster.kolommen[0] ?? '', colour: palette.blauw }],
    rows: rows.map(({ gebied, nadruk, cel }) => ({
      label: areaOf(data, gebied).kort,
      bars: [pointOf(blik, cel)],
      ...(nadruk ? { strong: true } : {}),
    })),
  });
}

function tiles(blik: Blik, base: Base): Chart {
  const { data, raster, keuze, cellen } = blik;
  return tileMap({
    ...base,
    measure: cellen.eenheid,
    tiles: raster.reeksen.flatMap(({ gebied, cellen: [cel] }) => {
      const { tegel, kort } = areaOf(data, gebied);
      if (!tegel || !cel) return [];
      const [rij, kolom] = tegel;
      return [
        {
          name: kort,
          rij,
          kolom,
          value: cel.waarde,
          label: cel.text,
          ...(gebied === keuze.gebied ? { strong: true } : {}),
        },
      ];
    }),
  });
}

/** A change is drawn from its base year, so that a fall is a shorter line and never a negative one. */
function pointOf({ data, keuze }: Blik, { waarde, text }: Cel): Point {
  const vorm = data.varianten.find(({ id }) => id === keuze.variant)?.vorm;
  const value = waarde !== null && vorm === 'verandering' && keuze.maat === 'waarde' ? 1 + waarde : waarde;
  return { value, label: text };
}
