// SPDX-License-Identifier: EUPL-1.2
import type { DuckDBConnection } from '@duckdb/node-api';
import { readRows } from './duckdb.ts';
import { type Herkomst, herkomstOf, NAMED_ROWS, type RijenNaam, type RijWijziging } from './explain.ts';

/** Where kept rows of other sources (bron_id, rij, rol) come from, and what was found about the files that they stand in. */
export async function originOfBronRows(connection: DuckDBConnection, naam: RijenNaam): Promise<Herkomst> {
  const tabel = `uitleg_${naam}`;
  const [{ regels = 0 } = {}] = await readRows(connection, `SELECT count(*) AS regels FROM ${tabel}`);
  const rijen = await readRows(
    connection,
    `SELECT b.levering_id, b.volgnummer, u.rij AS regel, u.rol FROM ${tabel} u JOIN bron b USING (bron_id) ORDER BY ALL LIMIT ${NAMED_ROWS}`,
  );
  const leveringen = await readRows(
    connection,
    `SELECT l.levering_id, u.rol, l.pad, l.sha256, l.bekend, count(DISTINCT bron_id) AS berichten, count(*) AS regels
     FROM ${tabel} u JOIN bron b USING (bron_id) JOIN levering l USING (levering_id) GROUP BY ALL ORDER BY ALL`,
  );
  const bevindingen = await readRows(connection, bevindingenSql(tabel));
  return herkomstOf(regels, rijen, leveringen, bevindingen);
}

/** What differs between the rows of other sources kept earlier and now: a newer file brings all of its rows anew. */
export async function changesOfBronRows(
  connection: DuckDBConnection,
  toen: RijenNaam,
  nu: RijenNaam,
): Promise<readonly RijWijziging[]> {
  const [oud, nieuw] = [`uitleg_${toen}`, `uitleg_${nu}`];
  const gekomen = await readRows(
    connection,
    `SELECT b.levering_id, count(*) AS regels FROM ${nieuw} u ANTI JOIN ${oud} t USING (bron_id, rij)
     JOIN bron b ON b.bron_id = u.bron_id GROUP BY ALL ORDER BY ALL`,
  );
  const [weg] = await readRows(
    connection,
    `SELECT count(*) AS regels FROM ${oud} t ANTI JOIN ${nieuw} n USING (bron_id, rij)`,
  );
  return [
    ...gekomen.map((row) => ({
      soort: 'nieuw' as const,
      levering: Number(row.levering_id),
      regels: Number(row.regels),
      bedragCents: 0,
    })),
    ...(Number(weg?.regels ?? 0) === 0
      ? []
      : [{ soort: 'verdwenen' as const, regels: Number(weg?.regels), bedragCents: 0 }]),
  ];
}

/** Findings of the files themselves, and across files: of the same delivery, or of children who wait twice where waiting is counted. */
function bevindingenSql(tabel: string): string {
  return `WITH eigen AS (SELECT DISTINCT b.* FROM ${tabel} u JOIN bron b USING (bron_id))
    SELECT code, ernst, count(*) AS aantal FROM (
      SELECT v.code, v.ernst FROM bevinding v WHERE v.bericht_id IS NULL AND v.levering_id IN (SELECT levering_id FROM eigen)
      UNION ALL
      SELECT f.code, f.ernst FROM bevinding_bron f WHERE EXISTS (SELECT 1 FROM eigen e WHERE e.leverancier = f.aanbieder AND (
        (e.soort = f.soort AND e.opgesteld_op = f.dagtekening) OR (e.soort = 'wachttijden' AND f.soort = 'wachtlijst' AND f.dagtekening BETWEEN e.van AND e.tot))))
    GROUP BY ALL ORDER BY ALL`;
}
