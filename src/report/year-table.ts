// SPDX-License-Identifier: EUPL-1.2
import type { TableCell, TableRow } from '../charts/index.ts';
import type { ReleaseGebied } from '../contract/index.ts';
import { groepName } from './area-names.ts';
import type { TableBlock } from './document.ts';
import { breaksIn, breakYear, cellOf, type Edition, filesOf } from './edition.ts';
import { figureFormat } from './figure-format.ts';
import { addRestatements, breakNote, NoteBook, provenanceOf, sharedBreaks } from './provenance.ts';

/** One or more indicators, a row per area, a column per year. */
export interface YearTableSpec {
  readonly indicatoren: readonly string[];
  readonly variant?: string;
  readonly gebieden: readonly ReleaseGebied[];
  readonly jaren: readonly number[];
  readonly number: number;
  readonly title: string;
}

export function yearTable(edition: Edition, spec: YearTableSpec): TableBlock {
  const { text } = edition;
  const { gebieden, indicatoren, jaren } = spec;
  const notes = new NoteBook();
  const general = sharedBreaks(edition, gebieden).filter(({ types }) => types.length === 0);
  for (const breuk of general) notes.add(breakNote(edition, breuk));
  const rows: TableRow[] = gebieden.map((gebied) => ({
    label: gebied.soort === 'groep' ? groepName(edition, gebied) : gebied.naam,
    nadruk: gebied.soort === 'regio' && gebieden.length > 1,
    marks: breaksIn(edition, gebied)
      .filter((breuk) => !general.includes(breuk))
      .map((breuk) => notes.mark(breakNote(edition, breuk))),
    cells: indicatoren.flatMap((indicator) => cellsOf(edition, spec, indicator, gebied)),
  }));
  addRestatements(notes, edition, gebieden);
  const units = indicatoren.map((id) => text.ods.eenheden[edition.figures.table(id)?.eenheid ?? 'aandeel']);
  return {
    kind: 'table',
    id: `tabel-${spec.number}`,
    number: `${text.tabel.woord} ${spec.number}`,
    title: spec.title,
    table: {
      rowHeader: text.tabel.gebied,
      groups: indicatoren.map((id) => ({
        ...(indicatoren.length > 1 ? { label: text.indicatoren[id] ?? id } : {}),
        columns: jaren.map(String),
      })),
      rows,
    },
    provenance: provenanceOf(edition, {
      unit: text.tabel.perJaar([...new Set(units)].join('; ')),
      notes,
      indicatoren,
      files: filesOf(edition, ...indicatoren.map((id) => [id] as const)),
    }),
  };
}

function cellsOf(
  edition: Edition,
  spec: YearTableSpec,
  indicator: string,
  gebied: ReleaseGebied,
): TableCell[] {
  const eenheid = edition.figures.table(indicator)?.eenheid ?? 'aandeel';
  const format = figureFormat(edition, eenheid, eenheid === 'aandeel' ? 'tiende' : undefined);
  return spec.jaren.map((jaar) => {
    const key = {
      indicator,
      gebied: gebied.code,
      jaar,
      ...(spec.variant === undefined ? {} : { variant: spec.variant }),
    };
    const cell = cellOf(edition, key, format);
    const broken = breaksIn(edition, gebied).some((breuk) => breakYear(breuk) === jaar);
    return broken ? { ...cell, breuk: true } : cell;
  });
}
