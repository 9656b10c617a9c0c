// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie } from '../contract/index.ts';
import type { Binder } from './duckdb-binder.ts';
import { clientColumns } from './duckdb-client.ts';
import { countIf } from './duckdb-eenmaal.ts';
import { prestatieTable } from './duckdb-prestatie-tabel.ts';
import { codeTables, foldAll, kolommenVan, selected } from './duckdb-woord.ts';
import type { SourceQuery } from './figure-bundle.ts';
import type { PlanMaat } from './figure-plan.ts';
import { MATEN, type Maat } from './maat.ts';
import type { SourceParts } from './source-parts.ts';

const PRESTATIE_DIMENSIES = [
  'gemeente',
  'type',
  'aanbieder',
  'verwijzer',
  'categorie',
] as const satisfies readonly Dimensie[];

/** Quantities over standing prestaties. */
export function prestatieParts(query: SourceQuery, bind: Binder): SourceParts {
  return isPerClient(query) ? clientParts(query, bind) : foldedParts(query);
}

/** Quantities that need no client to be told from another. */
const ZONDER_CLIENT: readonly Maat[] = ['uitgaven', 'uitgaven-verwijzer-afgeleid', 'aanbieders'];

/** Whether clients must be told apart; amounts and providers alone are folded without them. */
function isPerClient(query: SourceQuery): boolean {
  const counted = query.maten.some(({ maat }) => !ZONDER_CLIENT.includes(maat));
  return counted || clientColumns(query, '').columns !== '';
}

function hasAmounts(query: SourceQuery): boolean {
  return testsThreshold(query) || query.maten.some(({ maat }) => MATEN[maat].telt === 'eurocent');
}

function clientParts(query: SourceQuery, bind: Binder): SourceParts {
  const ofClient = query.maten.filter(({ maat }) => maat !== 'aanbieders');
  const kolommen = kolommenVan(ofClient, (maat) => clientMeasure(maat, query, bind));
  const providers = query.maten.find(({ maat }) => maat === 'aanbieders');
  return {
    ctes: [
      vensterTable(query),
      regelTable(query),
      verhuisdTable(),
      basisTable(query),
      ...codeTables(query, 'basis', 'gecodeerd'),
      geteldTable(query),
    ],
    branches: [
      ...(ofClient.length > 0 && marksSingle(query) ? [foldAll(query, kolommen, singleRows(query))] : []),
      ...query.splits.flatMap((split, index) => [
        ...(ofClient.length > 0 ? [clientBranch(query, split, index, selected(kolommen))] : []),
        ...(providers === undefined ? [] : [aanbiederBranch(split, index, providers.kolom)]),
      ]),
    ],
  };
}

/** Where no client is told from another: rows are folded before they are matched with periods. */
function foldedParts(query: SourceQuery): SourceParts {
  const amounts = query.maten.filter(({ maat }) => maat !== 'aanbieders');
  const providers = query.maten.find(({ maat }) => maat === 'aanbieders');
  const kolommen = kolommenVan(
    amounts,
    ({ maat }) =>
      `sum(${maat === 'uitgaven' ? 'uitgaven' : 'CASE WHEN verwijzer_afgeleid THEN uitgaven END'})`,
  );
  return {
    ctes: [vouwTable(query), gevouwenRegelTable(query), ...codeTables(query, 'regel', 'gecodeerd')],
    branches: [
      ...(amounts.length === 0 ? [] : [foldAll(query, kolommen, 'gecodeerd')]),
      ...(providers === undefined
        ? []
        : query.splits.map((split, index) => aanbiederBranch(split, index, providers.kolom))),
    ],
  };
}

/** Rows of the same product period, or years: there are many fewer than of clients. */
function vouwTable(query: SourceQuery): string {
  const columns = [...new Set(['gemeente', '"begin"', 'eind', ...kenmerken(query)])];
  const amount = hasAmounts(query) ? ', sum(bedrag_cents)::BIGINT AS bedrag_cents' : '';
  return `vouw AS MATERIALIZED (
  SELECT ${columns.join(', ')}${amount} FROM ${prestatieTable(query)} GROUP BY ALL)`;
}

/** A cell occurs with a product period in the period, also where its amount is of an earlier one. */
function gevouwenRegelTable(query: SourceQuery): string {
  const columns = kenmerken(query).map((name) => `, p.${name}`);
  const amount = hasAmounts(query)
    ? ', sum(CASE WHEN p.begin >= q.van THEN p.bedrag_cents ELSE 0 END)::BIGINT AS uitgaven'
    : '';
  return `regel AS MATERIALIZED (
  SELECT q.nr AS periode, l.plek, l.plek AS thuis${columns.join('')}${amount}
  FROM vouw p JOIN lid l ON l.gemeente = p.gemeente AND p.begin BETWEEN l.van AND l.tot
  JOIN periode q ON p.begin <= q.tot AND p.eind >= q.van GROUP BY ALL)`;
}

/** Which product periods touch which period, and which begin in it. */
function vensterTable(query: SourceQuery): string {
  return `venster AS MATERIALIZED (
  SELECT p.begin, p.eind, q.nr AS periode, p.begin >= q.van AS begint
  FROM (SELECT DISTINCT "begin", eind FROM ${prestatieTable(query)}) p
  JOIN periode q ON p.begin <= q.tot AND p.eind >= q.van)`;
}

/** Columns of a prestatie that are told apart, beside where it is counted. */
function kenmerken(query: SourceQuery): readonly string[] {
  return [
    ...PRESTATIE_DIMENSIES.filter(
      (dimensie) =>
        query.splits.some((split) => split.includes(dimensie)) ||
        (dimensie === 'aanbieder' && query.maten.some(({ maat }) => maat === 'aanbieders')),
    ),
    ...(countsDerived(query) ? ['verwijzer_afgeleid'] : []),
  ];
}

function regelTable(query: SourceQuery): string {
  const columns = kenmerken(query).map((name) => `, p.${name}`);
  const amount = hasAmounts(query)
    ? ', sum(CASE WHEN v.begint THEN p.bedrag_cents ELSE 0 END)::BIGINT AS uitgaven'
    : '';
  return `regel AS MATERIALIZED (
  SELECT v.periode, p.pseudoniem, l.plek AS thuis${columns.join('')}${amount}
  FROM ${prestatieTable(query)} p
  JOIN lid l ON l.gemeente = p.gemeente AND p.begin BETWEEN l.van AND l.tot
  JOIN venster v ON v.begin = p.begin AND v.eind = p.eind
  GROUP BY ALL)`;
}

function verhuisdTable(): string {
  return `verhuisd AS (
  SELECT periode, pseudoniem FROM regel GROUP BY periode, pseudoniem HAVING min(thuis) <> max(thuis))`;
}

function basisTable(query: SourceQuery): string {
  const client = clientColumns(query, 'r.pseudoniem');
  return `basis AS MATERIALIZED (
  SELECT r.*, v.pseudoniem IS NOT NULL AS samen${client.columns}
  FROM regel r JOIN periode q ON q.nr = r.periode
  LEFT JOIN verhuisd v ON v.periode = r.periode AND v.pseudoniem = r.pseudoniem${client.join})`;
}

function geteldTable(query: SourceQuery): string {
  const getoetst = testsWholeArea(query)
    ? ', sum(b.uitgaven) OVER (PARTITION BY pl.plek, b.periode, b.pseudoniem)::BIGINT AS getoetst'
    : '';
  const enkel = marksSingle(query)
    ? ', count(*) OVER (PARTITION BY pl.plek, b.periode, b.pseudoniem) = 1 AS enkel'
    : '';
  return `geteld AS MATERIALIZED (
  SELECT b.*, pl.plek${getoetst}${enkel}
  FROM gecodeerd b JOIN plek pl ON pl.thuis = b.thuis AND pl.samen = b.samen)`;
}

/** Half of the clients have one row in a period, and count with it in every cell; finding them takes as long as a few ways of splitting. */
function marksSingle({ splits }: SourceQuery): boolean {
  return splits.length > 8;
}

function singleRows(query: SourceQuery): string {
  const columns = [
    ...(hasAmounts(query) && !testsWholeArea(query) ? [', uitgaven AS getoetst'] : []),
    ...(countsDerived(query) ? [', verwijzer_afgeleid AS afgeleid'] : []),
    ...(countsDerived(query) && hasAmounts(query)
      ? [', CASE WHEN verwijzer_afgeleid THEN uitgaven ELSE 0 END AS uitgaven_afgeleid']
      : []),
  ];
  return `(SELECT *${columns.join('')} FROM geteld WHERE enkel)`;
}

function clientBranch(
  query: SourceQuery,
  split: readonly Dimensie[],
  index: number,
  measures: string,
): string {
  const cell = ['plek', 'periode', ...split].join(', ');
  const getoetst = testsWholeArea(query) ? 'any_value(getoetst)' : 'sum(uitgaven)';
  const folded = [
    ...(hasAmounts(query) ? ['sum(uitgaven)::BIGINT AS uitgaven'] : []),
    ...(testsThreshold(query) ? [`${getoetst} AS getoetst`] : []),
    ...(countsDerived(query) ? ['bool_or(verwijzer_afgeleid) AS afgeleid'] : []),
    ...(countsDerived(query) && hasAmounts(query)
      ? ['coalesce(sum(uitgaven) FILTER (verwijzer_afgeleid), 0)::BIGINT AS uitgaven_afgeleid']
      : []),
    ...(countsYoung(query) ? ['any_value(onder_18) AS onder_18'] : []),
  ].map((column) => `, ${column}`);
  return `SELECT ${index} AS split, ${cell}${measures}
FROM (SELECT ${cell}${folded.join('')} FROM geteld${marksSingle(query) ? ' WHERE NOT enkel' : ''} GROUP BY ${cell}, pseudoniem)
GROUP BY ${cell}`;
}

function clientMeasure({ maat }: PlanMaat, query: SourceQuery, bind: Binder): string {
  switch (maat) {
    case 'clienten':
      return 'count(*)';
    case 'clienten-onder-18':
      return countIf('onder_18');
    case 'clienten-verwijzer-afgeleid':
      return countIf('afgeleid');
    case 'uitgaven':
      return 'sum(uitgaven)';
    case 'uitgaven-verwijzer-afgeleid':
      return 'sum(uitgaven_afgeleid)';
    case 'clienten-boven-grens':
      return countIf(`getoetst > ${grensSql(query, bind)}`);
    case 'uitgaven-boven-grens':
      return `sum(CASE WHEN getoetst > ${grensSql(query, bind)} THEN uitgaven ELSE 0 END)`;
    default:
      throw new Error(`${maat} is not counted in prestaties`);
  }
}

/** The threshold of the period; nobody is above one that is not known. */
function grensSql(query: SourceQuery, bind: Binder): string {
  const grenzen = query.meetperioden.map(({ label }) => query.grenzen?.[label] ?? null);
  if (new Set(grenzen).size === 1) return bind.value(grenzen[0], 'BIGINT');
  const cases = grenzen.map((grens, nr) => `WHEN ${nr} THEN ${bind.value(grens, 'BIGINT')}`);
  return `CASE periode ${cases.join(' ')} END`;
}

function testsThreshold(query: SourceQuery): boolean {
  return query.maten.some(({ maat }) => maat.endsWith('boven-grens'));
}

function countsDerived(query: SourceQuery): boolean {
  return query.maten.some(({ maat }) => maat.endsWith('verwijzer-afgeleid'));
}

function countsYoung(query: SourceQuery): boolean {
  return query.maten.some(({ maat }) => maat === 'clienten-onder-18');
}

function testsWholeArea(query: SourceQuery): boolean {
  return testsThreshold(query) && query.parameters['drempel-over'] !== 'cel';
}

/** A provider counts once in an area, so it is counted per area as a whole. */
function aanbiederBranch(split: readonly Dimensie[], index: number, kolom: string): string {
  const cell = ['plek', 'periode', ...split].join(', ');
  const columns = [...new Set(['periode', 'thuis', 'aanbieder', ...split])].join(', ');
  return `SELECT ${index} AS split, ${cell}, count(DISTINCT geteld) AS ${kolom}
FROM (SELECT b.*, b.aanbieder AS geteld, pl.plek
  FROM (SELECT DISTINCT ${columns} FROM gecodeerd) b JOIN plek pl ON pl.thuis = b.thuis AND pl.samen)
GROUP BY ${cell}`;
}
