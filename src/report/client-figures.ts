// SPDX-License-Identifier: EUPL-1.2
import {
  columnLineChart,
  type DataTable,
  type Panel,
  type Point,
  palette,
  type Series,
  type SeriesColour,
  type TableCell,
} from '../charts/index.ts';
import type { ReleaseGebied } from '../contract/index.ts';
import { groepName, listing, shortName } from './area-names.ts';
import type { FigureBlock } from './document.ts';
import { breakIndexes, breaksIn, breakYear, cellOf, type Edition, filesOf, gemeentenOf } from './edition.ts';
import { addRestatements, breakNote, NoteBook, provenanceOf, sharedBreaks } from './provenance.ts';

type Measure = 'clienten' | 'uitgaven-per-client';

/** Gemeenten beside the stable group that may be stacked on it, so that every part can carry its name. */
const MOST_PARTS = 5;

/** Clients of the region as columns, parted where a break makes the parts differ, above spending per client as lines. */
export function regionFigure(edition: Edition, number: string): FigureBlock {
  const { regio } = edition;
  const parts = partsOf(edition);
  const areas = [regio, ...parts];
  const notes = new NoteBook();
  if (parts.length > 1) notes.add(edition.text.noot.stapel);
  const colours: readonly SeriesColour[] = [palette.blauw, palette.oker, palette.grijs];
  const lead = parts.length > 1 ? palette.zwart : palette.blauw;
  const panel = panelOf(edition, regio, {
    columns:
      parts.length > 1
        ? parts.map((part, index) => series(edition, part, 'clienten', colours[index] ?? palette.grijs))
        : [series(edition, regio, 'clienten', palette.blauw)],
    ...(parts.length > 1 ? { totals: points(edition, regio, 'clienten') } : {}),
    lines: [
      { ...series(edition, regio, 'uitgaven-per-client', lead), emphasis: true },
      ...parts.map((part, index) =>
        series(edition, part, 'uitgaven-per-client', colours[index] ?? palette.grijs),
      ),
    ],
  });
  const { figuur } = edition.text;
  const [first, last] = yearsOf(edition);
  return figureBlock(edition, {
    number,
    title: figuur.clientenEnUitgaven,
    description:
      parts.length > 1
        ? figuur.beschrijvingGestapeld(regio.naam, listing(edition, parts), first, last)
        : figuur.beschrijvingKolommen(regio.naam, first, last),
    panels: [panel],
    areas,
    notes,
  });
}

/** A small multiple for every area: columns on their own scale, lines on a shared one. */
export function areasFigure(
  edition: Edition,
  number: string,
  title: string,
  areas: readonly ReleaseGebied[],
): FigureBlock {
  const { figuur } = edition.text;
  const [first, last] = yearsOf(edition);
  const notes = new NoteBook();
  notes.add(figuur.eigenSchaal);
  return figureBlock(edition, {
    number,
    title,
    description: figuur.beschrijvingVakken(listing(edition, areas), first, last),
    panels: areas.map((area) =>
      panelOf(edition, area, {
        title: shortName(area),
        columns: [series(edition, area, 'clienten', palette.blauw)],
        lines: [series(edition, area, 'uitgaven-per-client', palette.zwart)],
      }),
    ),
    areas,
    notes,
  });
}

/** Areas whose first and last numbers a description reads out; with more, the table does it better. */
const MOST_DESCRIBED = 3;

interface FigureParts {
  readonly number: string;
  readonly title: string;
  readonly description: string;
  readonly panels: readonly Panel[];
  readonly areas: readonly ReleaseGebied[];
  readonly notes: NoteBook;
}

function figureBlock(edition: Edition, parts: FigureParts): FigureBlock {
  const { text, release } = edition;
  const table = figureTable(edition, parts.areas, parts.notes);
  parts.notes.add(text.noot.tellingGebieden);
  addRestatements(parts.notes, edition, parts.areas);
  const id = `figuur-${parts.number.toLowerCase()}`;
  const description = [
    parts.description,
    ...(parts.areas.length <= MOST_DESCRIBED
      ? parts.areas.flatMap((area) => fromToSentence(edition, area))
      : []),
    ...breakSentences(edition, parts.areas),
    text.figuur.tabelHieronder,
  ].join(' ');
  return {
    kind: 'figure',
    id,
    number: `${text.figuur.woord} ${parts.number}`,
    title: parts.title,
    chart: columnLineChart({
      id,
      title: parts.title,
      description,
      periods: release.jaren.map(String),
      columnTitle: text.figuur.aantalClienten,
      lineTitle: text.tabel.perClient,
      breakLabel: text.figuur.reeksbreuk,
      panels: parts.panels,
      table,
    }),
    provenance: provenanceOf(edition, {
      unit: text.tabel.eenheidFiguur3,
      notes: parts.notes,
      indicatoren: ['clienten', 'uitgaven-per-client'],
      files: filesOf(edition, ['clienten'], ['uitgaven-per-client']),
    }),
  };
}

/** The largest group that escapes a break of the region, and the gemeenten outside it; none when there is no such group or too many parts. */
function partsOf(edition: Edition): ReleaseGebied[] {
  const { regio, release } = edition;
  const broken = breakIndexes(edition, regio).length;
  const [stable] = release.samenstelling.gebieden
    .filter((gebied) => gebied.soort === 'groep' && breakIndexes(edition, gebied).length < broken)
    .sort((left, right) => right.gemeenten.length - left.gemeenten.length);
  if (!stable) return [];
  const others = gemeentenOf(edition).filter(
    ({ code }) => !stable.gemeenten.some((member) => member === code),
  );
  return others.length > 0 && others.length <= MOST_PARTS ? [stable, ...others] : [];
}

function figureTable(edition: Edition, areas: readonly ReleaseGebied[], notes: NoteBook): DataTable {
  const { text, release } = edition;
  const columns = release.jaren.map(String);
  const general = sharedBreaks(edition, areas).filter(({ types }) => types.length === 0);
  for (const breuk of general) notes.add(breakNote(edition, breuk));
  return {
    rowHeader: text.tabel.gebied,
    groups: [
      { label: text.tabel.clienten, columns },
      { label: text.tabel.perClient, columns },
    ],
    rows: areas.map((area) => ({
      label: area.soort === 'groep' ? groepName(edition, area) : area.naam,
      marks: breaksIn(edition, area)
        .filter((breuk) => !general.includes(breuk))
        .map((breuk) => notes.mark(breakNote(edition, breuk))),
      nadruk: area.soort === 'regio',
      cells: [...cells(edition, area, 'clienten'), ...cells(edition, area, 'uitgaven-per-client')],
    })),
  };
}

function panelOf(
  edition: Edition,
  area: ReleaseGebied,
  drawing: Pick<Panel, 'title' | 'columns' | 'totals' | 'lines'>,
): Panel {
  return { ...drawing, breaksBefore: breakIndexes(edition, area) };
}

function series(edition: Edition, area: ReleaseGebied, measure: Measure, colour: SeriesColour): Series {
  return {
    name: shortName(area),
    colour,
    points: points(edition, area, measure),
    breaksBefore: breakIndexes(edition, area),
  };
}

function points(edition: Edition, area: ReleaseGebied, measure: Measure): Point[] {
  return cells(edition, area, measure).map(({ waarde, text }) => ({ value: waarde, label: text }));
}

function cells(edition: Edition, area: ReleaseGebied, measure: Measure): TableCell[] {
  const { notation, release } = edition;
  const format = measure === 'clienten' ? notation.count : notation.euroAmount;
  return release.jaren.map((jaar) => {
    const cell = cellOf(edition, { indicator: measure, gebied: area.code, jaar }, format);
    const broken = breaksIn(edition, area).some((breuk) => breakYear(breuk) === jaar);
    return broken ? { ...cell, breuk: true } : cell;
  });
}

function fromToSentence(edition: Edition, area: ReleaseGebied): string[] {
  const [clienten, uitgaven] = (['clienten', 'uitgaven-per-client'] as const).map((measure) => {
    const all = cells(edition, area, measure);
    return [all[0], all.at(-1)].map((cell) => (typeof cell?.waarde === 'number' ? cell.text : ''));
  });
  const [first, last] = yearsOf(edition);
  const [from = '', to = ''] = clienten ?? [];
  const [fromCost = '', toCost = ''] = uitgaven ?? [];
  if ([from, to, fromCost, toCost].includes('')) return [];
  return [edition.text.figuur.vanTot(shortName(area), first, last, [from, to], [fromCost, toCost])];
}

function breakSentences(edition: Edition, areas: readonly ReleaseGebied[]): string[] {
  const { text } = edition;
  return edition.release.jaren.flatMap((jaar) => {
    const touched = areas.filter((area) =>
      breaksIn(edition, area).some((breuk) => breakYear(breuk) === jaar),
    );
    return touched.length === 0 ? [] : [text.figuur.breukIn(jaar, listing(edition, touched))];
  });
}

function yearsOf({ release }: Edition): readonly [first: number, last: number] {
  return [release.jaren[0] ?? release.jaar, release.jaren.at(-1) ?? release.jaar];
}
