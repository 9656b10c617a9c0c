// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie, SqlQuery, SqlValue } from '../contract/index.ts';
import { LEEFTIJDSKLASSEN } from './dimensie.ts';
import type { FigurePlan } from './figure-plan.ts';
import type { Maat } from './maat.ts';

const PRESTATIE_DIMENSIES: readonly Dimensie[] = ['type', 'aanbieder', 'verwijzer', 'categorie'];
const CLIENT_DIMENSIES: readonly Dimensie[] = ['leeftijd', 'geslacht'];

/** Name of a measured quantity as a column: `clienten_boven_grens`. */
export function maatColumn(maat: Maat): string {
  return maat.replaceAll('-', '_');
}

/**
 * The plan as DuckDB SQL over the derived tables of the warehouse.
 *
 * Shape: one row per area, measured period and combination of dimension values that occurs, with columns `gebied`, `periode`, one per
 * dimension, and one per maat.
 */
export function figureSql(plan: FigurePlan): SqlQuery {
  const bind = new Binder();
  const cell = ['gebied', 'periode', ...plan.dimensies].join(', ');
  const inputs = [periodeTable(plan, bind), lidTable(plan, bind), gebiedTable(plan, bind), regelTable(plan)];
  const branches = [...clientBranches(plan, bind), ...aanbiederBranches(plan)];
  const columns = plan.maten.map(maatColumn);
  const text = [
    `WITH ${inputs.join(',\n')}`,
    `SELECT ${cell}, ${columns.map((column) => `max(${column})::BIGINT AS ${column}`).join(', ')}`,
    `FROM (\n${branches.join('\nUNION ALL BY NAME\n')}\n)`,
    `GROUP BY ${cell}`,
  ].join('\n');
  return { text, params: bind.params };
}

class Binder {
  readonly params: SqlValue[] = [];

  value(value: SqlValue, type: 'VARCHAR' | 'DATE' | 'INTEGER' | 'BIGINT'): string {
    this.params.push(value);
    return `$${this.params.length}::${type}`;
  }
}

function periodeTable(plan: FigurePlan, bind: Binder): string {
  const rows = plan.meetperioden.map(
    ({ label, van, tot, peiljaar }) =>
      `(${bind.value(label, 'VARCHAR')}, ${bind.value(van, 'DATE')}, ${bind.value(tot, 'DATE')}, ${bind.value(peiljaar, 'INTEGER')})`,
  );
  return `periode(periode, van, tot, peiljaar) AS (VALUES ${rows.join(', ')})`;
}

function lidTable(plan: FigurePlan, bind: Binder): string {
  const rows = plan.leden.map(
    ({ gemeente, van, tot }) =>
      `(${bind.value(gemeente, 'VARCHAR')}, ${bind.value(van, 'DATE')}, ${bind.value(tot, 'DATE')})`,
  );
  return `lid(gemeente, van, tot) AS (VALUES ${rows.join(', ')})`;
}

function gebiedTable(plan: FigurePlan, bind: Binder): string {
  const rows = plan.gebieden.flatMap(({ code, gemeenten }) =>
    gemeenten.map((gemeente) => `(${bind.value(code, 'VARCHAR')}, ${bind.value(gemeente, 'VARCHAR')})`),
  );
  return `gebied(gebied, gemeente) AS (VALUES ${rows.join(', ')})`;
}

/** Standing prestaties, folded to one row per period, gemeente, client and what the split needs: everything after this is small. */
function regelTable(plan: FigurePlan): string {
  const dimensies = PRESTATIE_DIMENSIES.filter(
    (dimensie) =>
      plan.dimensies.includes(dimensie) || (dimensie === 'aanbieder' && plan.maten.includes('aanbieders')),
  );
  return `regel AS (
  SELECT q.periode, p.gemeente, p.pseudoniem${dimensies.map((dimensie) => `, coalesce(p.${dimensie}, 'onbekend') AS ${dimensie}`).join('')},
    sum(CASE WHEN p.begin >= q.van THEN p.bedrag_cents ELSE 0 END) AS uitgaven
  FROM prestatie_staand p
  JOIN lid l ON l.gemeente = p.gemeente AND p.begin BETWEEN l.van AND l.tot
  JOIN periode q ON p.begin <= q.tot AND p.eind >= q.van
  GROUP BY ALL)`;
}

function clientBranches(plan: FigurePlan, bind: Binder): readonly string[] {
  const maten = plan.maten.filter((maat) => maat !== 'aanbieders');
  if (maten.length === 0) return [];
  const cell = ['gebied', 'periode', ...plan.dimensies].join(', ');
  const tested =
    plan.parameters['drempel-over'] === 'cel'
      ? 'uitgaven'
      : 'sum(uitgaven) OVER (PARTITION BY gebied, periode, pseudoniem)';
  const measures = maten.map((maat) => `${clientMeasure(maat, plan, bind)} AS ${maatColumn(maat)}`);
  return [
    `SELECT ${cell}, ${measures.join(', ')}
FROM (SELECT *, ${tested} AS getoetst
  FROM (SELECT ${cellColumns(plan)}, r.pseudoniem, sum(r.uitgaven) AS uitgaven
    ${regelInGebied(plan)}
    GROUP BY ALL))
GROUP BY ${cell}`,
  ];
}

function clientMeasure(maat: Maat, plan: FigurePlan, bind: Binder): string {
  const above = (): string => `getoetst > ${bind.value(plan.parameters['drempel-cents'] ?? null, 'BIGINT')}`;
  if (maat === 'clienten-boven-grens') return `count(*) FILTER (${above()})`;
  if (maat === 'uitgaven-boven-grens') return `coalesce(sum(uitgaven) FILTER (${above()}), 0)`;
  return maat === 'clienten' ? 'count(*)' : 'sum(uitgaven)';
}

function aanbiederBranches(plan: FigurePlan): readonly string[] {
  if (!plan.maten.includes('aanbieders')) return [];
  const cell = ['gebied', 'periode', ...plan.dimensies].join(', ');
  return [
    `SELECT ${cell}, count(DISTINCT geteld) AS aanbieders
FROM (SELECT ${cellColumns(plan)}, r.aanbieder AS geteld
  ${regelInGebied(plan)})
GROUP BY ${cell}`,
  ];
}

function cellColumns(plan: FigurePlan): string {
  const columns = plan.dimensies.map((dimensie) => `${DIMENSIE_SQL[dimensie]} AS ${dimensie}`);
  return ['g.gebied', 'r.periode', ...columns].join(', ');
}

function regelInGebied(plan: FigurePlan): string {
  const client = plan.dimensies.some((dimensie) => CLIENT_DIMENSIES.includes(dimensie))
    ? ' JOIN periode q ON q.periode = r.periode LEFT JOIN client c ON c.pseudoniem = r.pseudoniem'
    : '';
  return `FROM regel r JOIN gebied g ON g.gemeente = r.gemeente${client}`;
}

const DIMENSIE_SQL: Readonly<Record<Dimensie, string>> = {
  type: 'r.type',
  gemeente: 'r.gemeente',
  aanbieder: 'r.aanbieder',
  verwijzer: 'r.verwijzer',
  categorie: 'r.categorie',
  geslacht: "coalesce(c.geslacht, '0')",
  leeftijd: leeftijdSql(),
};

/** Only year and month of birth are kept: as if born on the first of the month, and in January when the month is unknown too. */
function leeftijdSql(): string {
  const age = '(q.peiljaar - c.geboorte_jaar - CASE WHEN c.geboorte_maand > 1 THEN 1 ELSE 0 END)';
  const classes = LEEFTIJDSKLASSEN.map(({ code, totEnMet }) =>
    totEnMet === undefined ? `ELSE '${code}'` : `WHEN ${age} <= ${totEnMet} THEN '${code}'`,
  );
  return `CASE WHEN c.geboorte_jaar IS NULL THEN 'onbekend' ${classes.join(' ')} END`;
}
