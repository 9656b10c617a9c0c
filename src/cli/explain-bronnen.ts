// SPDX-License-Identifier: EUPL-1.2
import type { SqlQuery } from '../contract/index.ts';
import type { Warehouse } from '../store/index.ts';
import type { BronTabelUitleg } from './explain-uitleg.ts';

/** Tables of what other sources delivered and still counts. */
const BRON_TABEL = /\b[a-z_]+_actueel\b/g;
/** Tables made of several of those. */
const SAMENGESTELD: Readonly<Record<string, readonly string[]>> = {
  bevolking_jeugd: ['bevolking_actueel', 'cbs_waarneming_actueel'],
};

/**
 * What of other sources a figure was computed from: per table that its query reads the rows in force, those of the area, and the deliveries that brought them. Tables
 * that messages fill are left out: they have steps of their own.
 */
export async function explainBronnen(
  warehouse: Warehouse,
  sql: readonly SqlQuery[],
  gemeenten: readonly string[],
): Promise<readonly BronTabelUitleg[]> {
  const named = new Set(
    sql.flatMap(({ text }) => [
      ...(text.match(BRON_TABEL) ?? []),
      ...Object.entries(SAMENGESTELD).flatMap(([naam, delen]) => (text.includes(naam) ? delen : [])),
    ]),
  );
  const tabellen: BronTabelUitleg[] = [];
  for (const tabel of [...named].sort()) {
    const columns = await warehouse.query({
      text: 'SELECT column_name AS naam FROM duckdb_columns() WHERE table_name = $1',
      params: [tabel],
    });
    const has = (naam: string): boolean => columns.some((column) => column.naam === naam);
    if (!has('bron_id')) continue;
    const members = gemeenten.map((gemeente) => `'${gemeente.replaceAll("'", "''")}'`).join(', ');
    const area = has('gemeente') ? `, count(*) FILTER (gemeente IN (${members})) AS in_gebied` : '';
    const counts = `SELECT count(*) AS rijen${area} FROM ${tabel}`;
    const [row] = await warehouse.query({ text: counts, params: [] });
    const leveringen = await warehouse.query({
      text: `SELECT l.levering_id, l.pad, l.bekend, count(*) AS rijen FROM ${tabel} JOIN bron USING (bron_id) JOIN levering l USING (levering_id) GROUP BY ALL ORDER BY ALL`,
      params: [],
    });
    tabellen.push({
      tabel,
      sql: counts,
      rijen: Number(row?.rijen ?? 0),
      ...(has('gemeente') && { inGebied: Number(row?.in_gebied ?? 0) }),
      leveringen: leveringen.map((levering) => ({
        levering: Number(levering.levering_id),
        pad: String(levering.pad),
        bekend: String(levering.bekend),
        rijen: Number(levering.rijen),
      })),
    });
  }
  return tabellen;
}
