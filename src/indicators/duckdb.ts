// SPDX-License-Identifier: EUPL-1.2
import { DIMENSIES, type Dimensie, type SqlQuery, type SqlValue } from '../contract/index.ts';
import { LEEFTIJDSKLASSEN } from './dimensie.ts';
import type { FigureBundle } from './figure-bundle.ts';
import type { Maat } from './maat.ts';

/** Name of a measured quantity as a column: `clienten_boven_grens`. */
export function maatColumn(maat: Maat): string {
  return maat.replaceAll('-', '_');
}

/**
 * A bundle as DuckDB SQL over the derived tables of the warehouse.
 *
 * Shape: one row per split, area, measured period and combination of dimension values that occurs, with columns `split` (its place in the
 * bundle), `gebied`, `periode`, one per dimension of the bundle (null where the split has it not), and one per maat.
 *
 * Cost: one pass over the prestaties, which folds them to a row per client, gemeente and period; one pass over that fold per split.
 * A client with one gemeente in a period counts alike in every area that holds it, so only clients who moved are counted per area.
 */
export function bundleSql(bundle: FigureBundle): SqlQuery {
  const bind = new Binder();
  const dimensies = usedDimensies(bundle);
  const columns = bundle.maten.map(maatColumn);
  const ctes = [
    periodeTable(bundle, bind),
    lidTable(bundle, bind),
    plekTable(bundle, bind),
    plekGebiedTable(bundle, bind),
    vensterTable(),
    regelTable(bundle),
    verhuisdTable(),
    basisTable(bundle),
    geteldTable(bundle),
    `cel AS (\n${cellBranches(bundle, bind).join('\nUNION ALL BY NAME\n')})`,
  ];
  const text = [
    `WITH ${ctes.join(',\n')}`,
    `SELECT ${['c.split', 'g.gebied', 'q.label AS periode', ...dimensies.map((dimensie) => `c.${dimensie}`)].join(', ')},`,
    `  ${columns.map((column) => `coalesce(sum(c.${column}), 0)::BIGINT AS ${column}`).join(', ')}`,
    'FROM cel c JOIN plek_gebied g ON g.plek = c.plek JOIN periode q ON q.nr = c.periode',
    'GROUP BY ALL',
  ].join('\n');
  return { text, params: bind.params };
}

class Binder {
  readonly params: SqlValue[] = [];

  value(value: SqlValue, type: 'VARCHAR' | 'DATE' | 'SMALLINT' | 'BIGINT'): string {
    this.params.push(value);
    return `$${this.params.length}::${type}`;
  }
}

function usedDimensies(bundle: FigureBundle): readonly Dimensie[] {
  return DIMENSIES.filter((dimensie) => bundle.splits.some((split) => split.includes(dimensie)));
}

function periodeTable(bundle: FigureBundle, bind: Binder): string {
  const rows = bundle.meetperioden.map(
    ({ label, van, tot, peiljaar }, nr) =>
      `(${nr}::TINYINT, ${bind.value(label, 'VARCHAR')}, ${bind.value(van, 'DATE')}, ${bind.value(tot, 'DATE')}, ${bind.value(peiljaar, 'SMALLINT')})`,
  );
  return `periode(nr, label, van, tot, peiljaar) AS (VALUES ${rows.join(', ')})`;
}

function lidTable(bundle: FigureBundle, bind: Binder): string {
  const rows = bundle.leden.map(
    ({ gemeente, van, tot }) =>
      `(${bind.value(gemeente, 'VARCHAR')}, ${bind.value(van, 'DATE')}, ${bind.value(tot, 'DATE')})`,
  );
  return `lid(gemeente, van, tot) AS (VALUES ${rows.join(', ')})`;
}

/** Places to count at: each gemeente for those who have one in the period, and (`samen`) each area as a whole for those who moved. */
function plekTable(bundle: FigureBundle, bind: Binder): string {
  const gemeenten = gemeentenOf(bundle);
  const rows = [
    ...gemeenten.map((gemeente, index) => `(${index}::SMALLINT, ${bind.value(gemeente, 'VARCHAR')}, false)`),
    ...bundle.gebieden.flatMap((gebied, index) =>
      gebied.gemeenten.map(
        (gemeente) => `(${gemeenten.length + index}::SMALLINT, ${bind.value(gemeente, 'VARCHAR')}, true)`,
      ),
    ),
  ];
  return `plek(plek, gemeente, samen) AS (VALUES ${rows.join(', ')})`;
}

function plekGebiedTable(bundle: FigureBundle, bind: Binder): string {
  const gemeenten = gemeentenOf(bundle);
  const rows = bundle.gebieden.flatMap((gebied, index) =>
    [...gebied.gemeenten.map((gemeente) => gemeenten.indexOf(gemeente)), gemeenten.length + index].map(
      (plek) => `(${plek}::SMALLINT, ${bind.value(gebied.code, 'VARCHAR')})`,
    ),
  );
  return `plek_gebied(plek, gebied) AS (VALUES ${rows.join(', ')})`;
}

function gemeentenOf(bundle: FigureBundle): readonly string[] {
  return [...new Set(bundle.leden.map(({ gemeente }) => gemeente))];
}

/** Which product periods touch which period, and which begin in it. */
function vensterTable(): string {
  return `venster AS MATERIALIZED (
  SELECT p.begin, p.eind, q.nr AS periode, p.begin >= q.van AS begint
  FROM (SELECT DISTINCT "begin", eind FROM prestatie_staand) p
  JOIN periode q ON p.begin <= q.tot AND p.eind >= q.van)`;
}

function regelTable(bundle: FigureBundle): string {
  const columns = PRESTATIE_DIMENSIES.filter(
    (dimensie) =>
      usedDimensies(bundle).includes(dimensie) ||
      (dimensie === 'aanbieder' && bundle.maten.includes('aanbieders')),
  ).map((dimensie) => `coalesce(p.${dimensie}, 'onbekend') AS ${dimensie}, `);
  return `regel AS MATERIALIZED (
  SELECT v.periode, p.gemeente, p.pseudoniem, ${columns.join('')}
    sum(CASE WHEN v.begint THEN p.bedrag_cents ELSE 0 END)::BIGINT AS uitgaven
  FROM prestatie_staand p
  JOIN lid l ON l.gemeente = p.gemeente AND p.begin BETWEEN l.van AND l.tot
  JOIN venster v ON v.begin = p.begin AND v.eind = p.eind
  GROUP BY ALL)`;
}

function verhuisdTable(): string {
  return `verhuisd AS (
  SELECT periode, pseudoniem FROM regel GROUP BY periode, pseudoniem HAVING min(gemeente) <> max(gemeente))`;
}

function basisTable(bundle: FigureBundle): string {
  const ofClient = CLIENT_DIMENSIES.filter((dimensie) => usedDimensies(bundle).includes(dimensie));
  const columns = ofClient.map((dimensie) => `, ${CLIENT_DIMENSIE_SQL[dimensie]} AS ${dimensie}`);
  const client =
    ofClient.length === 0
      ? ''
      : '\n  JOIN periode q ON q.nr = r.periode LEFT JOIN client c ON c.pseudoniem = r.pseudoniem';
  return `basis AS MATERIALIZED (
  SELECT r.*, v.pseudoniem IS NOT NULL AS samen${columns.join('')}
  FROM regel r LEFT JOIN verhuisd v ON v.periode = r.periode AND v.pseudoniem = r.pseudoniem${client})`;
}

function geteldTable(bundle: FigureBundle): string {
  const overGebied = bundle.maten.some(isBovenGrens) && bundle.parameters['drempel-over'] !== 'cel';
  const getoetst = overGebied
    ? ', sum(b.uitgaven) OVER (PARTITION BY pl.plek, b.periode, b.pseudoniem)::BIGINT AS getoetst'
    : '';
  return `geteld AS MATERIALIZED (
  SELECT b.*, pl.plek${getoetst}
  FROM basis b JOIN plek pl ON pl.gemeente = b.gemeente AND pl.samen = b.samen)`;
}

function cellBranches(bundle: FigureBundle, bind: Binder): readonly string[] {
  const ofClient = bundle.maten.filter((maat) => maat !== 'aanbieders');
  const measures = ofClient.map((maat) => `${clientMeasure(maat, bundle, bind)} AS ${maatColumn(maat)}`);
  return bundle.splits.flatMap((split, index) => [
    ...(ofClient.length > 0 ? [clientBranch(bundle, split, index, measures)] : []),
    ...(ofClient.length < bundle.maten.length ? [aanbiederBranch(split, index)] : []),
  ]);
}

function clientBranch(
  bundle: FigureBundle,
  split: readonly Dimensie[],
  index: number,
  measures: readonly string[],
): string {
  const cell = ['plek', 'periode', ...split].join(', ');
  const overGebied = bundle.maten.some(isBovenGrens) && bundle.parameters['drempel-over'] !== 'cel';
  const getoetst = overGebied ? 'any_value(getoetst)' : 'sum(uitgaven)';
  return `SELECT ${index}::SMALLINT AS split, ${cell}, ${measures.join(', ')}
FROM (SELECT ${cell}, sum(uitgaven)::BIGINT AS uitgaven, ${getoetst} AS getoetst FROM geteld GROUP BY ${cell}, pseudoniem)
GROUP BY ${cell}`;
}

function clientMeasure(maat: Maat, bundle: FigureBundle, bind: Binder): string {
  if (maat === 'clienten') return 'count(*)';
  if (!isBovenGrens(maat)) return 'sum(uitgaven)';
  const above = `getoetst > ${bind.value(bundle.parameters['drempel-cents'] ?? null, 'BIGINT')}`;
  return maat === 'clienten-boven-grens' ? `count(*) FILTER (${above})` : `sum(uitgaven) FILTER (${above})`;
}

function isBovenGrens(maat: Maat): boolean {
  return maat === 'clienten-boven-grens' || maat === 'uitgaven-boven-grens';
}

function aanbiederBranch(split: readonly Dimensie[], index: number): string {
  const cell = ['plek', 'periode', ...split].join(', ');
  const columns = ['periode', 'gemeente', 'aanbieder', ...split];
  return `SELECT ${index}::SMALLINT AS split, ${cell}, count(DISTINCT geteld) AS aanbieders
FROM (SELECT b.*, b.aanbieder AS geteld, pl.plek
  FROM (SELECT DISTINCT ${[...new Set(columns)].join(', ')} FROM basis) b JOIN plek pl ON pl.gemeente = b.gemeente AND pl.samen)
GROUP BY ${cell}`;
}

const PRESTATIE_DIMENSIES = [
  'type',
  'aanbieder',
  'verwijzer',
  'categorie',
] as const satisfies readonly Dimensie[];
const CLIENT_DIMENSIES = ['leeftijd', 'geslacht'] as const satisfies readonly Dimensie[];

const CLIENT_DIMENSIE_SQL: Readonly<Record<(typeof CLIENT_DIMENSIES)[number], string>> = {
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
