// SPDX-License-Identifier: EUPL-1.2
import type { SqlValue } from '../contract/index.ts';
import type { Binder } from './duckdb-binder.ts';
import { clientColumns } from './duckdb-client.ts';
import { countIf } from './duckdb-eenmaal.ts';
import { codeTables, foldAll, kolommenVan } from './duckdb-woord.ts';
import type { SourceQuery } from './figure-bundle.ts';
import type { PlanMaat } from './figure-plan.ts';
import { vormSql } from './ladder.ts';
import type { SourceParts } from './source-parts.ts';

/**
 * Columns with a number of days, by the quantity that distributes them.
 */
const DAGEN: Readonly<Record<string, string>> = {
  'start-dagen': 'dagen',
  'toewijzing-dagen': 'verzoek_toewijzing',
  'verzoek-start-dagen': 'verzoek_start',
};

const MET_VERZOEK = ' AND verzoek_start >= 0 AND verzoek_toewijzing >= 0';

/**
 * Toewijzingen whose care started in the period, and how long that took. Inside (`binnen`) are the initial ones: not retroactive, no link in a
 * chain of the same product, not started before their first day. Deleted ones do not exist.
 */
export function startParts(query: SourceQuery, bind: Binder): SourceParts {
  return {
    ctes: [...startsPerPeriode(query, bind), ...codeTables(query, 'per_periode', 'feit')],
    branches: [foldAll(query, kolommenVan(query.maten, startMeasure), 'feit')],
  };
}

/** The starts of every place in each period, up to the table `per_periode`. */
export function startsPerPeriode(query: SourceQuery, bind: Binder): readonly string[] {
  const client = clientColumns(query, 's.pseudoniem');
  return [
    startTable(),
    `per_periode AS MATERIALIZED (
  SELECT l.plek, q.nr AS periode, s.*, ${normSql(query, bind)} AS norm${client.columns}
  FROM start_rij s JOIN lid l ON l.gemeente = s.gemeente AND s.begin BETWEEN l.van AND l.tot
  JOIN periode q ON s.begin BETWEEN q.van AND q.tot${client.join})`,
  ];
}

function startTable(): string {
  return `eerste_start AS (
  SELECT gemeente, toewijzing_nummer, min(begin) AS begin, arg_min(type, (begin, type)) AS type,
    arg_min(${vormSql('z')}, (begin, type, ${vormSql('z')})) AS verblijfsvorm, arg_min(categorie, (begin, type, categorie)) AS categorie
  FROM zorg_interval z WHERE toewijzing_nummer IS NOT NULL GROUP BY gemeente, toewijzing_nummer),
start_rij AS MATERIALIZED (
  SELECT t.gemeente, t.pseudoniem, t.aanbieder, t.verwijzer, e.type, e.verblijfsvorm, e.categorie, e.begin,
    e.begin - t.ingangsdatum AS dagen, t.eerste_datum - t.verzoek_datum AS verzoek_toewijzing, e.begin - t.verzoek_datum AS verzoek_start,
    t.eerste_datum <= t.ingangsdatum AND e.begin >= t.ingangsdatum AND NOT EXISTS (
      SELECT 1 FROM toewijzing_actueel o WHERE o.gemeente = t.gemeente AND o.pseudoniem = t.pseudoniem AND o.aanbieder = t.aanbieder
        AND o.categorie IS NOT DISTINCT FROM t.categorie AND o.code IS NOT DISTINCT FROM t.code AND o.ingangsdatum < t.ingangsdatum
        AND coalesce(o.einddatum, DATE '9999-12-31') >= t.ingangsdatum - 1) AS binnen
  FROM toewijzing_actueel t JOIN eerste_start e ON e.gemeente = t.gemeente AND e.toewijzing_nummer = t.toewijzing_nummer)`;
}

/** A quantity over rows of `per_periode`. */
export function startMeasure({ maat }: PlanMaat): string {
  const dagen = DAGEN[maat];
  if (dagen !== undefined)
    return `list(${dagen}::INTEGER) FILTER (binnen${maat === 'start-dagen' ? '' : MET_VERZOEK})`;
  switch (maat) {
    case 'starts-binnen':
      return countIf('binnen');
    case 'starts-buiten':
      return countIf('NOT binnen');
    case 'starts-met-verzoek':
      return countIf(`binnen${MET_VERZOEK}`);
    case 'starts-boven-norm':
      return countIf('binnen AND dagen > norm');
    default:
      throw new Error(`${maat} is not counted in starts`);
  }
}

function normSql({ normen }: SourceQuery, bind: Binder): string {
  const norm = (value: SqlValue | undefined): string => bind.value(value, 'INTEGER');
  const { standaard, ...perType } = normen ?? {};
  const cases = Object.entries(perType).map(
    ([type, days]) => `WHEN ${bind.value(type, 'VARCHAR')} THEN ${norm(days)}`,
  );
  return cases.length === 0 ? norm(standaard) : `CASE s.type ${cases.join(' ')} ELSE ${norm(standaard)} END`;
}
