// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie } from '../contract/index.ts';
import type { Binder } from './duckdb-binder.ts';
import { clientColumns } from './duckdb-client.ts';
import type { FigureBundle } from './figure-bundle.ts';
import type { PlanMaat } from './figure-plan.ts';
import type { SourceParts } from './source-parts.ts';

const PRESTATIE_DIMENSIES = [
  'type',
  'aanbieder',
  'verwijzer',
  'categorie',
] as const satisfies readonly Dimensie[];

/** Quantities over standing prestaties. */
export function prestatieParts(bundle: FigureBundle, bind: Binder): SourceParts {
  return {
    ctes: [
      vensterTable(),
      regelTable(bundle),
      ...(isPerClient(bundle) ? [verhuisdTable()] : []),
      basisTable(bundle),
      geteldTable(bundle),
    ],
    branches: cellBranches(bundle, bind),
  };
}

/** Whether clients must be told apart; amounts and providers alone are folded without them. */
function isPerClient(bundle: FigureBundle): boolean {
  const counted = bundle.maten.some(({ maat }) => maat !== 'uitgaven' && maat !== 'aanbieders');
  return counted || clientColumns(bundle, '').columns !== '';
}

function hasAmounts(bundle: FigureBundle): boolean {
  return bundle.maten.some(({ maat }) => maat !== 'clienten' && maat !== 'aanbieders');
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
      bundle.splits.some((split) => split.includes(dimensie)) ||
      (dimensie === 'aanbieder' && bundle.maten.some(({ maat }) => maat === 'aanbieders')),
  ).map((dimensie) => `coalesce(p.${dimensie}, 'onbekend') AS ${dimensie}`);
  const client = isPerClient(bundle) ? ['p.pseudoniem'] : [];
  const amount = hasAmounts(bundle)
    ? ['sum(CASE WHEN v.begint THEN p.bedrag_cents ELSE 0 END)::BIGINT AS uitgaven']
    : [];
  return `regel AS MATERIALIZED (
  SELECT ${['v.periode', 'p.gemeente', ...client, ...columns, ...amount].join(', ')}
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
  if (!isPerClient(bundle)) return 'basis AS MATERIALIZED (SELECT *, false AS samen FROM regel)';
  const client = clientColumns(bundle, 'r.pseudoniem');
  return `basis AS MATERIALIZED (
  SELECT r.*, v.pseudoniem IS NOT NULL AS samen${client.columns}
  FROM regel r JOIN periode q ON q.nr = r.periode
  LEFT JOIN verhuisd v ON v.periode = r.periode AND v.pseudoniem = r.pseudoniem${client.join})`;
}

function geteldTable(bundle: FigureBundle): string {
  const getoetst = testsWholeArea(bundle)
    ? ', sum(b.uitgaven) OVER (PARTITION BY pl.plek, b.periode, b.pseudoniem)::BIGINT AS getoetst'
    : '';
  return `geteld AS MATERIALIZED (
  SELECT b.*, pl.plek${getoetst}
  FROM basis b JOIN plek pl ON pl.gemeente = b.gemeente AND pl.samen = b.samen)`;
}

function cellBranches(bundle: FigureBundle, bind: Binder): readonly string[] {
  const ofClient = bundle.maten.filter(({ maat }) => maat !== 'aanbieders');
  const measures = ofClient.map((maat) => `${clientMeasure(maat, bundle, bind)} AS ${maat.kolom}`);
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
  const amount = hasAmounts(bundle) ? ', sum(uitgaven)::BIGINT AS uitgaven' : '';
  const getoetst = testsWholeArea(bundle) ? 'any_value(getoetst)' : 'sum(uitgaven)';
  const tested = testsThreshold(bundle) ? `, ${getoetst} AS getoetst` : '';
  const client = isPerClient(bundle) ? ', pseudoniem' : '';
  return `SELECT ${index}::SMALLINT AS split, ${cell}, ${measures.join(', ')}
FROM (SELECT ${cell}${amount}${tested} FROM geteld GROUP BY ${cell}${client})
GROUP BY ${cell}`;
}

function clientMeasure({ maat }: PlanMaat, bundle: FigureBundle, bind: Binder): string {
  const above = (): string => `getoetst > ${bind.value(bundle.parameters['drempel-cents'], 'BIGINT')}`;
  if (maat === 'clienten-boven-grens') return `count(*) FILTER (${above()})`;
  if (maat === 'uitgaven-boven-grens') return `sum(uitgaven) FILTER (${above()})`;
  return maat === 'clienten' ? 'count(*)' : 'sum(uitgaven)';
}

function testsThreshold(bundle: FigureBundle): boolean {
  return bundle.maten.some(({ maat }) => maat.endsWith('boven-grens'));
}

function testsWholeArea(bundle: FigureBundle): boolean {
  return testsThreshold(bundle) && bundle.parameters['drempel-over'] !== 'cel';
}

function aanbiederBranch(split: readonly Dimensie[], index: number): string {
  const cell = ['plek', 'periode', ...split].join(', ');
  const columns = [...new Set(['periode', 'gemeente', 'aanbieder', ...split])].join(', ');
  return `SELECT ${index}::SMALLINT AS split, ${cell}, count(DISTINCT geteld) AS aanbieders
FROM (SELECT b.*, b.aanbieder AS geteld, pl.plek
  FROM (SELECT DISTINCT ${columns} FROM basis) b JOIN plek pl ON pl.gemeente = b.gemeente AND pl.samen)
GROUP BY ${cell}`;
}
