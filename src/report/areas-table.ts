// SPDX-License-Identifier: EUPL-1.2
import type { TableCell, TableRow } from '../charts/index.ts';
import type { ReleaseGebied } from '../contract/index.ts';
import type { TableBlock } from './document.ts';
import { breaksIn, breakYear, cellOf, type Edition, filesOf, gemeentenOf, tablesNamed } from './edition.ts';
import { pagePath } from './page-frame.ts';
import { addRestatements, addStatuses, breakNote, NoteBook, provenanceOf } from './provenance.ts';

/** Region and gemeenten side by side in the release year; the names lead to their pages. */
export function areasTable(edition: Edition): TableBlock {
  const { text, notation, release, regio } = edition;
  const areas = [regio, ...gemeentenOf(edition)];
  const grens = notation.euro(release.drempels.kostenGrensCents);
  const notes = new NoteBook();
  const rows = areas.map((area) => areaRow(edition, area, notes));
  notes.add(text.noot.tellingGebieden);
  addRestatements(notes, edition, areas);
  addStatuses(notes, edition, tablesNamed(edition, ['clienten'], ['uitgaven']), [release.jaar]);
  return {
    kind: 'table',
    id: 'overzicht',
    number: text.tabel.overzicht,
    title: text.tabel.gemeentenNaastElkaar(release.jaar),
    table: {
      rowHeader: text.tabel.gebied,
      groups: [
        {
          columns: [
            text.tabel.clienten,
            text.tabel.uitgavenMiljoen,
            text.tabel.perClient,
            text.tabel.aandeelBoven(grens),
            text.indicatoren.aanbieders ?? '',
          ],
        },
      ],
      rows,
    },
    provenance: provenanceOf(edition, {
      unit: text.tabel.eenheidOverzicht,
      notes,
      indicatoren: ['clienten', 'uitgaven', 'uitgaven-per-client', 'kosten-boven-grens', 'aanbieders'],
      files: filesOf(
        edition,
        ['clienten'],
        ['uitgaven'],
        ['uitgaven-per-client'],
        ['kosten-boven-grens'],
        ['aanbieders'],
      ),
    }),
  };
}

function areaRow(edition: Edition, area: ReleaseGebied, notes: NoteBook): TableRow {
  const { text, notation, release, regio } = edition;
  const at = (indicator: string, format: (value: number) => string, variant = ''): TableCell =>
    cellOf(edition, { indicator, variant, gebied: area.code, jaar: release.jaar }, format);
  const isRegio = area.code === regio.code;
  return {
    label: isRegio ? text.site.regio(area.naam) : area.naam,
    href: pagePath(edition, area),
    nadruk: isRegio,
    marks: breaksIn(edition, area)
      .filter((breuk) => breakYear(breuk) === release.jaar)
      .map((breuk) => notes.mark(breakNote(edition, breuk))),
    cells: [
      at('clienten', notation.count),
      at('uitgaven', notation.millions),
      at('uitgaven-per-client', notation.euroAmount),
      at('kosten-boven-grens', (share) => notation.percent(share), 'clienten'),
      at('aanbieders', notation.count),
    ],
  };
}
