// SPDX-License-Identifier: EUPL-1.2
import type { Binder } from './duckdb-binder.ts';
import { clientColumns } from './duckdb-client.ts';
import { onceBranches, onceTable } from './duckdb-eenmaal.ts';
import { trajectTables } from './duckdb-trajecten.ts';
import { codeTables, kolommenVan } from './duckdb-woord.ts';
import type { SourceQuery } from './figure-bundle.ts';
import { tredeSql } from './ladder.ts';
import type { SourceParts } from './source-parts.ts';

/** What makes a change one, whatever the number of trajecten that end or begin in it. */
const WAT = ['pseudoniem', 'tot', 'van_type', 'naar_type', 'kant'];

/**
 * Changes of type: a traject ends, and around that day another of the same client and another type begins that began later and lasts longer.
 * Counted once per client, day, types and direction. The gemeente, provider, verwijzer and category are those of the traject that ended.
 */
export function overgangParts(query: SourceQuery, bind: Binder): SourceParts {
  const client = clientColumns(query, 't.pseudoniem');
  const days = bind.value(query.parameters['doorstroom-dagen'], 'INTEGER');
  const before = tredeSql('t.vorm_eind');
  const after = tredeSql('o.vorm_begin');
  return {
    ctes: [
      ...trajectTables(query, bind),
      `overgang AS MATERIALIZED (
  SELECT t.plek, q.nr AS periode, t.pseudoniem, t.tot, t.gemeente, t.aanbieder, t.verwijzer, t.categorie, t.type,
    t.type AS van, o.type AS naar, t.type AS van_type, o.type AS naar_type,
    CASE WHEN ${after} > ${before} THEN 'opschaling' WHEN ${after} < ${before} THEN 'afschaling' ELSE 'zijwaarts' END AS richting, richting AS kant${client.columns}
  FROM moment t JOIN moment o ON o.plek = t.plek AND o.pseudoniem = t.pseudoniem AND o.type <> t.type
    AND o.begin BETWEEN t.tot - ${days} AND t.tot + ${days} AND o.begin > t.begin AND o.tot > t.tot
  JOIN periode q ON t.tot BETWEEN q.van AND q.tot${client.join}
  WHERE t.einde <> 'loopt')`,
      ...codeTables(query, 'overgang', 'gecodeerd'),
      onceTable('geteld', WAT, 'SELECT * FROM gecodeerd'),
    ],
    branches: onceBranches(
      query,
      'geteld',
      WAT,
      kolommenVan(query.maten, () => 'count(*)'),
    ),
  };
}
