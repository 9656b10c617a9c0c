// SPDX-License-Identifier: EUPL-1.2
import { columnLineChart, type Panel, palette, type SeriesColour } from '../charts/index.ts';
import type { ReleaseGebied } from '../contract/index.ts';
import { listing, shortName } from './area-names.ts';
import {
  breakSentences,
  figureTable,
  fromToSentences,
  panelOf,
  points,
  series,
  yearsOf,
} from './client-series.ts';
import type { FigureBlock } from './document.ts';
import { breakIndexes, type Edition, filesOf, gemeentenOf, tablesNamed } from './edition.ts';
import { addRestatements, addStatuses, NoteBook, provenanceOf } from './provenance.ts';

/** Gemeenten that may be stacked on the stable group: as many as there are colours that differ in grey too. */
const MOST_PARTS = 2;

/** Clients of the region as columns, parted where a break makes the parts differ, above spending per client as lines. */
export function regionFigure(edition: Edition, number: string): FigureBlock {
  const { regio } = edition;
  const parts = partsOf(edition);
  const areas = [regio, ...parts];
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
    notes: parts.length > 1 ? [edition.text.noot.stapel] : [],
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
    notes: [figuur.eigenSchaal],
  });
}

interface FigureParts {
  readonly number: string;
  readonly title: string;
  readonly description: string;
  readonly panels: readonly Panel[];
  readonly areas: readonly ReleaseGebied[];
  /** How to read the drawing. */
  readonly notes: readonly string[];
}

function figureBlock(edition: Edition, parts: FigureParts): FigureBlock {
  const { text, release } = edition;
  const notes = new NoteBook();
  const table = figureTable(edition, parts.areas, notes);
  for (const note of [...parts.notes, text.noot.tellingGebieden]) notes.add(note);
  addRestatements(notes, edition, parts.areas);
  addStatuses(notes, edition, tablesNamed(edition, ['clienten'], ['uitgaven-per-client']), release.jaren);
  const id = `figuur-${parts.number.toLowerCase()}`;
  const description = [
    parts.description,
    ...fromToSentences(edition, parts.areas),
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
      notes,
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
