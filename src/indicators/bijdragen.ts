// SPDX-License-Identifier: EUPL-1.2
import type { Bijdragen, Dimensie, FigureTable, SqlQuery, SqlRow, SqlValue } from '../contract/index.ts';
import type { FigurePlan } from './figure-plan.ts';
import { vormSql } from './ladder.ts';

/** Splits whose contributions can be measured: those of a prestatie itself, and those of a stretch of care. */
const SPLITS: Readonly<Record<'prestaties' | 'verblijf', readonly Dimensie[]>> = {
  prestaties: ['type', 'gemeente', 'aanbieder', 'verwijzer', 'categorie'],
  verblijf: ['type', 'gemeente', 'aanbieder', 'verwijzer', 'categorie', 'verblijfsvorm'],
};

/** What persons make up, by the column of the plan: what its rows are, and the condition under which somebody contributes. */
const BEDRAGEN: Readonly<
  Record<string, { readonly bron: keyof typeof SPLITS; readonly wie: 'alle' | 'boven' }>
> = {
  uitgaven: { bron: 'prestaties', wie: 'alle' },
  uitgaven_boven_grens: { bron: 'prestaties', wie: 'boven' },
  zorgdagen: { bron: 'verblijf', wie: 'alle' },
};

/**
 * Who makes up the amounts of a plan, or its days of residence: per cell the number of clients with an amount, and the two largest. Undefined when the
 * plan has none.
 *
 * Shape: one row per area, period and combination of dimension values, with `<column>_aantal`, `<column>_grootste` and `<column>_tweede`.
 */
export function bijdragenSql(plan: FigurePlan): SqlQuery | undefined {
  const bron = plan.varianten.flatMap(({ teller }) => BEDRAGEN[teller]?.bron ?? [])[0];
  if (bron === undefined) return undefined;
  const unknown = plan.dimensies.find((dimensie) => !SPLITS[bron].includes(dimensie));
  if (unknown !== undefined) throw new RangeError(`contributions are not measured by ${unknown}`);
  const params: SqlValue[] = [];
  const bind = (value: SqlValue, type: string): string => `$${params.push(value)}::${type}`;
  const rows = <Item>(items: readonly Item[], cells: (item: Item) => readonly string[]): string =>
    items.map((item) => `(${cells(item).join(', ')})`).join(', ');
  const gebieden = plan.gebieden.flatMap(({ code, gemeenten }) =>
    gemeenten.map((gemeente) => ({ code, gemeente })),
  );
  const perioden = rows(plan.perioden, ({ label, van, tot }) => [
    bind(label, 'VARCHAR'),
    bind(van, 'DATE'),
    bind(tot, 'DATE'),
  ]);
  const leden = rows(plan.leden, ({ gemeente, van, tot }) => [
    bind(gemeente, 'VARCHAR'),
    bind(van, 'DATE'),
    bind(tot, 'DATE'),
  ]);
  const areas = rows(gebieden, ({ code, gemeente }) => [bind(code, 'VARCHAR'), bind(gemeente, 'VARCHAR')]);
  const splits = plan.dimensies.filter((dimensie) => dimensie !== 'gemeente');
  const cell = ['gebied', 'periode', ...plan.dimensies].join(', ');
  const getoetst = plan.parameters['drempel-over'] === 'cel' ? 'sum(bedrag)' : 'any_value(sum_gebied)';
  const grens = bind(plan.parameters['drempel-cents'] ?? null, 'BIGINT');
  const text = `WITH periode(label, van, tot) AS (VALUES ${perioden}),
lid(gemeente, van, tot) AS (VALUES ${leden}),
gebied(gebied, gemeente) AS (VALUES ${areas}),
fold AS (
${FOLD[bron](splits)}
  GROUP BY ALL),
per_gebied AS (
  SELECT g.gebied, f.*, sum(f.bedrag) OVER (PARTITION BY g.gebied, f.periode, f.pseudoniem)::BIGINT AS sum_gebied
  FROM fold f JOIN gebied g ON g.gemeente = f.gemeente),
per_client AS (
  SELECT ${cell}, pseudoniem, sum(bedrag)::BIGINT AS bedrag, ${getoetst} > ${grens} AS boven
  FROM per_gebied GROUP BY ${cell}, pseudoniem)
SELECT ${cell}, ${Object.entries(BEDRAGEN)
    .filter(([, bedrag]) => bedrag.bron === bron)
    .map(([kolom, { wie }]) => measures(kolom, wie === 'boven' ? 'bedrag > 0 AND boven' : 'bedrag > 0'))
    .join(', ')}
FROM per_client GROUP BY ${cell}`;
  return { text, params };
}

/** What a client has in a gemeente and a period: an amount, or days in residence as far as they lie in it. */
const FOLD: Readonly<Record<keyof typeof SPLITS, (splits: readonly Dimensie[]) => string>> = {
  prestaties: (
    splits,
  ) => `  SELECT q.label AS periode, p.gemeente, p.pseudoniem${splits.map((split) => `, p.${split}`).join('')}, sum(p.bedrag_cents)::BIGINT AS bedrag
  FROM prestatie_staand p
  JOIN lid l ON l.gemeente = p.gemeente AND p.begin BETWEEN l.van AND l.tot
  JOIN periode q ON p.begin BETWEEN q.van AND q.tot`,
  verblijf: (
    splits,
  ) => `  SELECT q.label AS periode, i.gemeente, i.pseudoniem${splits.map((split) => (split === 'verblijfsvorm' ? `, ${vormSql('i')} AS verblijfsvorm` : `, i.${split}`)).join('')},
    sum(greatest(0, least(coalesce(i.eind, d.datum), q.tot) - greatest(i.begin, q.van) + 1))::BIGINT AS bedrag
  FROM zorg_interval i CROSS JOIN data_datum d
  JOIN lid l ON l.gemeente = i.gemeente AND i.begin BETWEEN l.van AND l.tot
  JOIN periode q ON i.begin <= q.tot AND coalesce(i.eind, d.datum) >= q.van
  WHERE i.vorm IS NOT NULL`,
};

function measures(name: string, condition: string): string {
  const largest = (place: number): string =>
    `coalesce((max(bedrag, 2) FILTER (${condition}))[${place}], 0)::BIGINT`;
  return `count(*) FILTER (${condition}) AS ${name}_aantal, ${largest(1)} AS ${name}_grootste, ${largest(2)} AS ${name}_tweede`;
}

/** The table with, on each row whose numerator or value is an amount, who makes it up. */
export function withBijdragen(table: FigureTable, plan: FigurePlan, rows: readonly SqlRow[]): FigureTable {
  const byCell = new Map(
    rows.map((row) => [
      JSON.stringify([row.gebied, row.periode, ...plan.dimensies.map((name) => row[name])]),
      row,
    ]),
  );
  const bedrag = new Map(
    plan.varianten.map(({ id, teller }) => [id, teller in BEDRAGEN ? teller : undefined]),
  );
  return {
    ...table,
    rows: table.rows.map((row) => {
      const kolom = bedrag.get(row.variant);
      if (kolom === undefined) return row;
      const found = byCell.get(JSON.stringify([row.gebied, row.periode, ...row.dimensies]));
      return { ...row, bijdragen: bijdragenOf(found, kolom) };
    }),
  };
}

function bijdragenOf(row: SqlRow | undefined, name: string): Bijdragen {
  return {
    aantal: Number(row?.[`${name}_aantal`] ?? 0),
    grootste: Number(row?.[`${name}_grootste`] ?? 0),
    tweede: Number(row?.[`${name}_tweede`] ?? 0),
  };
}
