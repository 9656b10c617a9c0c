// SPDX-License-Identifier: EUPL-1.2
import type { Chart, DataTable } from '../../charts/index.ts';
import { figureTexts } from '../../text/index.ts';
import { inSentence } from '../in-sentence.ts';
import { cellenOf } from './cel.ts';
import { drawing } from './drawing.ts';
import type { FigureData } from './figure-data.ts';
import { cijfersOf } from './figure-rows.ts';
import { type Keuze, tabelOf } from './keuze.ts';
import { messageOf } from './message.ts';
import { notesOf } from './notes.ts';
import { areaOf, type Blik, dimensionNames, isOvergang, partName, type Raster, rasterOf } from './raster.ts';
import { tableOf } from './view-table.ts';

/** A figure: chart, table and words, made from the same numbers. */
export interface FigureView {
  readonly titel: string;
  /** Unit, areas, period. */
  readonly ondertitel: string;
  /** What it says, in sentences. */
  readonly boodschap: readonly string[];
  readonly chart: Chart;
  readonly table: DataTable;
  readonly noten: readonly string[];
  readonly eenheid: string;
  readonly raster: Raster;
}

/** The figure of a choice. `id` is unique on the page. The same choice gives the same figure, at publish time and in a browser. */
export function figureView(data: FigureData, keuze: Keuze, id: string): FigureView {
  const tabel = tabelOf(data, keuze.splitsing);
  if (!tabel) throw new Error(`${data.indicator} has no table split by ${keuze.splitsing}`);
  const cellen = cellenOf(data, keuze, cijfersOf(data, tabel));
  const blik: Blik = { data, keuze, tabel, cellen, raster: rasterOf(data, keuze, tabel, cellen) };
  const titel = titleOf(blik);
  const ondertitel = subtitleOf(blik);
  const table = tableOf(blik);
  const boodschap = messageOf(blik);
  return {
    titel,
    ondertitel,
    boodschap,
    table,
    chart: drawing(blik, { id, title: titel, description: descriptionOf(blik, titel, boodschap), table }),
    noten: notesOf(blik),
    eenheid: cellen.eenheid,
    raster: blik.raster,
  };
}

function titleOf({ data, keuze, tabel }: Blik): string {
  const { kop } = figureTexts(data.taal);
  const variant = data.varianten.find(({ id }) => id === keuze.variant);
  const naam = keuze.variant === '' || !variant ? data.naam : kop.met(data.naam, inSentence(variant.naam));
  const dimensie = inSentence(dimensionNames(data, tabel));
  const subject = keuze.deel === '' ? naam : `${naam}, ${inSentence(partName(tabel, keuze.deel))}`;
  switch (keuze.weergave) {
    case 'delen':
      return isOvergang(tabel)
        ? kop.overgangen(naam, keuze.periode)
        : kop.verdeling(naam, dimensie, keuze.periode);
    case 'opbouw':
      return kop.opbouw(data.naam, keuze.periode);
    case 'verloop':
      return kop.verloop(
        keuze.deel === '' ? data.naam : `${data.naam}, ${inSentence(partName(tabel, keuze.deel))}`,
        keuze.periode,
      );
    case 'jaren':
      if (keuze.splitsing === '' || keuze.deel !== '') return subject;
      return isOvergang(tabel) ? kop.overgangenDoorDeJaren(naam) : kop.naar(naam, dimensie);
    default:
      return kop.perGebied(subject, keuze.periode);
  }
}

function subtitleOf({ data, keuze, cellen, raster }: Blik): string {
  const shown = new Set(raster.reeksen.flatMap((reeks) => reeks.cellen.map(({ gebied }) => gebied)));
  const names = [...shown].map((code) => areaOf(data, code).naam);
  const period =
    keuze.weergave !== 'jaren'
      ? keuze.periode
      : keuze.van === keuze.tot
        ? keuze.van
        : `${keuze.van}–${keuze.tot}`;
  const eachArea = keuze.weergave === 'gebieden' || keuze.weergave === 'kaart';
  const areas = eachArea ? [] : [names.join(', ')];
  const unit = cellen.eenheid.charAt(0).toUpperCase() + cellen.eenheid.slice(1);
  return [unit, ...areas, period].join(' · ');
}

function descriptionOf({ data, keuze }: Blik, titel: string, boodschap: readonly string[]): string {
  const { beschrijving } = figureTexts(data.taal);
  return [beschrijving[keuze.weergave](titel), ...boodschap, beschrijving.tabel].join(' ');
}
