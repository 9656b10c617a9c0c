// SPDX-License-Identifier: EUPL-1.2
import type { Binder } from './duckdb-binder.ts';
import { clientColumns } from './duckdb-client.ts';
import { trajectTables } from './duckdb-trajecten.ts';
import type { SourceQuery } from './figure-bundle.ts';
import { tredeSql } from './ladder.ts';
import type { SourceParts } from './source-parts.ts';

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
      `per_periode AS MATERIALIZED (
  SELECT t.plek, q.nr AS periode, t.pseudoniem, t.tot, t.gemeente, t.aanbieder, t.verwijzer, t.categorie, t.type,
    t.type AS van, o.type AS naar,
    CASE WHEN ${after} > ${before} THEN 'opschaling' WHEN ${after} < ${before} THEN 'afschaling' ELSE 'zijwaarts' END AS richting${client.columns}
  FROM moment t JOIN moment o ON o.plek = t.plek AND o.pseudoniem = t.pseudoniem AND o.type <> t.type
    AND o.begin BETWEEN t.tot - ${days} AND t.tot + ${days} AND o.begin > t.begin AND o.tot > t.tot
  JOIN periode q ON t.tot BETWEEN q.van AND q.tot${client.join}
  WHERE t.einde <> 'loopt')`,
    ],
    branches: query.splits.map((split, index) => {
      const cell = ['plek', 'periode', ...split].join(', ');
      return `SELECT ${index}::SMALLINT AS split, ${cell}, count(DISTINCT (pseudoniem, tot, van, naar, richting)) AS overgangen
FROM per_periode GROUP BY ${cell}`;
    }),
  };
}
