// SPDX-License-Identifier: EUPL-1.2
import type { FigurePlan, PlanMaat } from '../figure-plan.ts';
import { RIJ_MATEN, type RijMaatNaam } from '../rij-maat.ts';
import { BRON_MATEN } from './bron-maten.ts';
import { BRON_RIJEN, type BronRijen } from './bron-rijen.ts';
import { bekendToen, dateLiteral, literal, type UitlegCel } from './cel.ts';
import type { Parameters } from './prestaties.ts';
import { type UitlegMeting, type UitlegStap, type UitlegTabellen, withTables } from './stap.ts';

/** How a quantity over rows of another source comes about; undefined for any other. */
export function bronMeting(
  maat: PlanMaat,
  cel: UitlegCel,
  parameters: Parameters,
  plan: FigurePlan,
): UitlegMeting | undefined {
  if (!isRijMaat(maat.maat)) return undefined;
  const { bron } = RIJ_MATEN[maat.maat];
  const rijen = BRON_RIJEN[bron];
  const { tekst, waarde, als } = BRON_MATEN[maat.maat];
  const gedeeld = bronTables(rijen, cel, parameters, plan);
  const tables = withTables(gedeeld);
  const trappen: (readonly [string, string])[] = [
    ...(Object.keys(cel.selectie).length === 0 ? [] : [selected(cel)]),
    ...(maat.soorten === undefined
      ? []
      : [
          [
            `of soort ${maat.soorten.join(', ')}`,
            `r.soort IN (${maat.soorten.map(literal).join(', ')})`,
          ] as const,
        ]),
    ...(als === undefined ? [] : [als(parameters)]),
  ];
  const where = (number: number): string =>
    `FROM hier r WHERE ${['true', ...trappen.slice(0, number).map(([, sql]) => sql)].join(' AND ')}`;
  const all = where(trappen.length);
  const value = bron === 'bevolking' ? residents(cel, all) : `SELECT ${waarde} AS waarde ${all}`;
  const inPeriod = `FROM rij x WHERE ${duringPeriod(rijen, cel, parameters)}`;
  const rol = rijen.rol ?? literal(rijen.tabellen[0]);
  const stappen: UitlegStap[] = [
    ...rijen.tabellen.map((tabel) => delivered(tabel, cel)),
    { id: 'soort', tekst: `of those: ${rijen.wat}`, sql: `${tables} SELECT count(*) AS rijen FROM rij` },
    {
      id: 'in-gebied',
      tekst: `of those, rows of ${cel.gebied}${cel.heel ? ' (with those that name no gemeente)' : ''} ${when(rijen, cel, parameters)}`,
      sql: `${tables} SELECT count(*) AS rijen FROM hier r`,
    },
    ...trappen.map(([words], index) => ({
      id: `trap-${index + 1}`,
      tekst: `of those, rows ${words}`,
      sql: `${tables} SELECT count(*) AS rijen ${where(index + 1)}`,
    })),
    ...(rijen.levering === undefined
      ? []
      : [
          {
            id: 'gedekt',
            tekst:
              'files in force or replaced that say something about this period; without one the figure is unknown',
            sql: `SELECT count(*) AS perioden FROM bron_gedekt x WHERE ${covers(rijen, cel, parameters)}`,
          },
          ...(cel.heel
            ? []
            : [
                {
                  id: 'met-gemeente',
                  tekst:
                    'rows of that kind in this period, and how many of them tell their gemeente; if none does, the figure is known of the region only',
                  sql: `${tables} SELECT count(*) AS rijen, count(gemeente) AS met_gemeente ${inPeriod}`,
                },
              ]),
        ]),
    {
      id: maat.maat,
      tekst,
      sql:
        rijen.levering === undefined
          ? `${tables} ${value}`
          : `${tables} SELECT CASE WHEN EXISTS (SELECT 1 FROM bron_gedekt x WHERE ${covers(rijen, cel, parameters)})${
              cel.heel ? '' : ` AND (SELECT count(*) = 0 OR count(gemeente) > 0 ${inPeriod})`
            } THEN waarde END AS waarde FROM (${value})`,
    },
  ];
  const chosen = `${tables}, gekozen AS (SELECT r.* ${all})
SELECT DISTINCT bron_id, rij, ${rol} AS rol FROM gekozen`;
  return {
    kolom: maat.kolom,
    cel,
    bron: 'bronnen',
    op: 'overlap',
    gedeeld,
    stappen,
    rijen: rijen.ook === undefined ? chosen : `${chosen} UNION ALL ${rijen.ook}`,
  };
}

function isRijMaat(maat: string): maat is RijMaatNaam {
  return maat in RIJ_MATEN;
}

/** What was delivered of a raw table, and what of it is in force. */
function delivered(tabel: string, cel: UitlegCel): UitlegStap {
  return {
    id: `geleverd-${tabel}`,
    tekst: `rows of ${tabel} delivered, in how many files, and rows in force: the newest word about each thing`,
    sql: `SELECT count(*) AS geleverd, count(DISTINCT b.levering_id) AS leveringen, (SELECT count(*) FROM ${tabel}_actueel) AS van_kracht FROM ${tabel} r JOIN bron b USING (bron_id) JOIN levering l USING (levering_id) WHERE ${bekendToen(cel)}`,
  };
}

/** `rij`: what the quantity can be about; `hier`: of those the rows of the area and the period, with its first and last day. */
function bronTables(
  rijen: BronRijen,
  cel: UitlegCel,
  parameters: Parameters,
  plan: FigurePlan,
): UitlegTabellen {
  const { van, tot } = cel.periode;
  const [first, last] = [dateLiteral(van), dateLiteral(tot)];
  const time = rijen.gepubliceerd
    ? `x.van = ${first} AND x.tot = ${last}`
    : rijen.levering === undefined
      ? `year(x.van) = ${cel.periode.peiljaar}`
      : duringPeriod(rijen, cel, parameters);
  return {
    tabellen: [
      { naam: 'rij', sql: rijen.sql(cel, plan) },
      {
        naam: 'hier',
        sql: `SELECT x.*, ${first} AS van_dag, ${last} AS tot_dag FROM rij x WHERE ${time} AND ${rijen.gepubliceerd ? `x.gemeente = ${literal(cel.gebied)}` : inArea(cel, rijen.levering === undefined)}`,
      },
    ],
  };
}

/**
 * Rows of gemeenten of the area on a day on which they were in the region; in the whole region also those that name none. A number of a year is one of
 * every day of the period.
 */
function inArea({ gemeenten, leden, periode, heel }: UitlegCel, ofYear: boolean): string {
  const members = leden
    .filter(
      ({ gemeente, van, tot }) => gemeenten.includes(gemeente) && van <= periode.tot && tot >= periode.van,
    )
    .map(({ gemeente, van, tot }) => {
      const always = ofYear || (van <= periode.van && tot >= periode.tot);
      const days = always
        ? ''
        : ` AND greatest(x.van, ${dateLiteral(van)}, ${dateLiteral(periode.van)}) <= least(x.tot, ${dateLiteral(tot)}, ${dateLiteral(periode.tot)})`;
      return `(x.gemeente = ${literal(gemeente)}${days})`;
    });
  return `(${[...members, ...(heel ? ['x.gemeente IS NULL'] : [])].join(' OR ') || 'false'})`;
}

/** Of a survey only that of one quarter counts for a longer period. */
function isSurveyed(rijen: BronRijen, { periode }: UitlegCel): boolean {
  const days = (Date.parse(periode.tot) - Date.parse(periode.van)) / 86_400_000;
  return rijen.peiling === true && days >= 100;
}

/** Whether a row `x` is about the period. */
function duringPeriod(rijen: BronRijen, cel: UitlegCel, parameters: Parameters): string {
  const { van, tot } = cel.periode;
  const quarter = isSurveyed(rijen, cel) ? ` AND quarter(x.van) = ${Number(parameters.peilkwartaal)}` : '';
  return `x.van <= ${dateLiteral(tot)} AND x.tot >= ${dateLiteral(van)}${quarter}`;
}

function covers(rijen: BronRijen, cel: UitlegCel, parameters: Parameters): string {
  return `x.soort = ${literal(rijen.levering ?? '')} AND ${duringPeriod(rijen, cel, parameters)}`;
}

function when(rijen: BronRijen, cel: UitlegCel, parameters: Parameters): string {
  const quarter = isSurveyed(rijen, cel) ? `, quarter ${Number(parameters.peilkwartaal)} of it` : '';
  return `in ${cel.periode.label}${quarter}`;
}

function selected({ selectie }: UitlegCel): readonly [string, string] {
  const parts = Object.entries(selectie);
  return [
    parts.map(([dimensie, value]) => `of ${dimensie} ${value}`).join(', '),
    parts.map(([dimensie, value]) => `coalesce(r.${dimensie}, 'onbekend') = ${literal(value)}`).join(' AND '),
  ];
}

/** A sum of some gemeenten would be too small: it is given when all that then belong to the area are known. */
function residents(cel: UitlegCel, from: string): string {
  const { van, tot } = cel.periode;
  const members = cel.gemeenten.filter((gemeente) =>
    cel.leden.some((lid) => lid.gemeente === gemeente && lid.van <= tot && lid.tot >= van),
  );
  const wanted = cel.selectie.gemeente === undefined ? members.length : 1;
  return `SELECT CASE WHEN count(*) = ${wanted} THEN sum(jongeren)::BIGINT END AS waarde FROM (SELECT DISTINCT r.gemeente, r.jongeren ${from})`;
}
