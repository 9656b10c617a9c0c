// SPDX-License-Identifier: EUPL-1.2
import { figureTexts } from '../../text/index.ts';
import type { Cel } from './cel.ts';
import type { FigureData } from './figure-data.ts';
import type { FigureView } from './figure-view.ts';
import type { Keuze } from './keuze.ts';
import { areaOf } from './raster.ts';

/** What a figure shows as rows of a file: a head, and a row per number. Shape: the columns of the release's own files, with names and what is printed. */
export interface FigureRows {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The numbers of a figure, each once, with the text that stands in its table. */
export function figureRows(data: FigureData, keuze: Keuze, view: FigureView): FigureRows {
  const { bestand } = figureTexts(data.taal);
  const tabel = data.tabellen.find(({ dimensies }) => dimensies.join('-') === keuze.splitsing);
  const dimensies = tabel?.dimensies ?? [];
  const nameOf = (code: string, place: number) =>
    tabel?.codes[place]?.find(([known]) => known === code)?.[1] ?? code;
  return {
    head: [
      'indicator',
      'variant',
      'periode',
      'gebied',
      bestand.gebiedNaam,
      ...dimensies.flatMap((dimensie) => [dimensie, bestand.naam(dimensie)]),
      'waarde',
      'eenheid',
      'teller',
      'noemer',
      'status',
      'ondergrens',
      'bovengrens',
      'reeksbreuk',
      bestand.getoond,
    ],
    rows: view.raster.reeksen.flatMap(({ cellen }) =>
      cellen.map((cel) => [
        areaOf(data, cel.gebied).uit ?? data.indicator,
        cel.variant,
        cel.periode,
        cel.gebied,
        areaOf(data, cel.gebied).naam,
        ...cel.codes.flatMap((code, place) => [code, nameOf(code, place)]),
        ...numbers(cel, unitOf(data, keuze, view)),
      ]),
    ),
  };
}

function numbers(cel: Cel, eenheid: string): (string | number)[] {
  return [
    cel.waarde ?? '',
    eenheid,
    cel.teller ?? '',
    cel.noemer ?? '',
    cel.status,
    cel.marge?.[0] ?? '',
    cel.marge?.[1] ?? '',
    cel.breuk ? 'ja' : '',
    cel.text,
  ];
}

/** The unit of the value as it stands in the file: that of the release, or what the page made of it. */
function unitOf(data: FigureData, keuze: Keuze, view: FigureView): string {
  return keuze.maat === 'waarde'
    ? (data.varianten.find(({ id }) => id === keuze.variant)?.eenheid ?? '')
    : view.eenheid;
}

/** The rows as CSV: UTF-8, comma, decimal point, `\n`. */
export function rowsCsv({ head, rows }: FigureRows): string {
  return [head, ...rows].map((row) => `${row.map((field) => quoted(String(field))).join(',')}\n`).join('');
}

function quoted(field: string): string {
  return /[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** Name of a file with what a figure shows. */
export function fileName({ indicator, release }: FigureData, keuze: Keuze): string {
  const parts = [indicator, keuze.splitsing, keuze.deel, keuze.gebied, keuze.weergave, release];
  return parts
    .filter((part) => part !== '')
    .join('-')
    .replace(/[^\w-]+/g, '-');
}
