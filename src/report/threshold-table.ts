// SPDX-License-Identifier: EUPL-1.2
import type { TableCell, TableRow } from '../charts/index.ts';
import type { ReleaseGebied } from '../contract/index.ts';
import { shortName } from './area-names.ts';
import type { TableBlock } from './document.ts';
import { cellOf, type Edition, filesOf, tablesNamed } from './edition.ts';
import { addRestatements, addStatuses, NoteBook, provenanceOf } from './provenance.ts';

/** Share of clients and of their spending above and below the threshold in the release year, of one area or of two side by side. */
export function thresholdTable(
  edition: Edition,
  number: number,
  gebieden: readonly ReleaseGebied[],
): TableBlock {
  const { text, release, notation } = edition;
  const grens = notation.euro(release.drempels.kostenGrensCents);
  const above = gebieden.flatMap((gebied) => [
    shareAbove(edition, gebied, 'clienten'),
    shareAbove(edition, gebied, 'uitgaven'),
  ]);
  const rows: TableRow[] = [
    { label: text.tabel.meerDan(grens), marks: [], cells: above },
    { label: text.tabel.hoogstens(grens), marks: [], cells: above.map((cell) => shareBelow(edition, cell)) },
  ];
  const notes = new NoteBook();
  notes.add(text.noot.grensBerekening);
  addRestatements(notes, edition, gebieden);
  addStatuses(notes, edition, tablesNamed(edition, ['kosten-boven-grens']), [release.jaar]);
  return {
    kind: 'table',
    id: `tabel-${number}`,
    number: `${text.tabel.woord} ${number}`,
    title: text.tabel.grens(grens, release.jaar),
    table: {
      rowHeader: text.tabel.uitgavenPerClient,
      groups: gebieden.map((gebied) => ({
        ...(gebieden.length > 1 ? { label: shortName(gebied) } : {}),
        columns: [text.tabel.deelClienten, text.tabel.deelUitgaven],
      })),
      rows,
    },
    provenance: provenanceOf(edition, {
      unit: text.tabel.grensEenheid,
      notes,
      indicatoren: ['kosten-boven-grens'],
      files: filesOf(edition, ['kosten-boven-grens']),
    }),
  };
}

function shareAbove(edition: Edition, gebied: ReleaseGebied, variant: 'clienten' | 'uitgaven'): TableCell {
  return cellOf(
    edition,
    { indicator: 'kosten-boven-grens', variant, gebied: gebied.code, jaar: edition.release.jaar },
    (share) => edition.notation.percent(share),
  );
}

/** The rest of a hundred per cent, from the rounded share, so that the two printed numbers add up. */
function shareBelow({ notation }: Edition, above: TableCell): TableCell {
  if (above.waarde === null) return above;
  const waarde = 1 - Math.round(above.waarde * 100) / 100;
  return { text: above.text.replace(notation.percent(above.waarde), notation.percent(waarde)), waarde };
}
