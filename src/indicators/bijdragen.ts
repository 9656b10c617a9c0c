// SPDX-License-Identifier: EUPL-1.2
import type {
  Bijdragen,
  Dimensie,
  FigureRow,
  FigureTable,
  SqlQuery,
  SqlRow,
  VerschilBijdragen,
  VerschilGebied,
} from '../contract/index.ts';
import { verschilGebieden } from '../contract/index.ts';
import { placeTables } from './duckdb.ts';
import { Binder } from './duckdb-binder.ts';
import { startMeasure, startsPerPeriode } from './duckdb-starts.ts';
import { trajectenVanClient, trajectPerPeriode } from './duckdb-trajecten.ts';
import { bundlePlans, gemeentenOf, type SourceQuery } from './figure-bundle.ts';
import type { FigurePlan, PlanMaat, PlanVariant } from './figure-plan.ts';
import { type Bron, MATEN } from './maat.ts';

/** A source whose clients can be told apart: tables up to `per_periode`, what one client makes up in it, and the splits that it knows. */
interface ClientBron {
  readonly dimensies: readonly Dimensie[];
  readonly ctes: (query: SourceQuery, bind: Binder) => readonly string[];
  readonly vanClient: (maat: PlanMaat) => string;
}

const DIMENSIES: readonly Dimensie[] = ['type', 'gemeente', 'aanbieder', 'verwijzer', 'categorie'];

const BRONNEN: Readonly<Partial<Record<Bron, ClientBron>>> = {
  prestaties: {
    dimensies: DIMENSIES,
    ctes: () => [
      `per_periode AS (
  SELECT l.plek, q.nr AS periode, p.* FROM prestatie_staand p
  JOIN lid l ON l.gemeente = p.gemeente AND p.begin BETWEEN l.van AND l.tot
  JOIN periode q ON p.begin BETWEEN q.van AND q.tot)`,
    ],
    vanClient: () => 'sum(bedrag_cents)',
  },
  trajecten: { dimensies: DIMENSIES, ctes: trajectPerPeriode, vanClient: trajectenVanClient },
  verblijf: {
    dimensies: [...DIMENSIES, 'verblijfsvorm'],
    ctes: trajectPerPeriode,
    vanClient: trajectenVanClient,
  },
  starts: { dimensies: DIMENSIES, ctes: startsPerPeriode, vanClient: startMeasure },
};

/**
 * Who makes up the sums of a plan, and what its averages, shares and medians are taken over where one client can count in that more than once: per cell
 * the number of clients, and the two that have most. For the differences between its areas too. Undefined when the plan has nothing of the kind.
 *
 * Shape: one row per area (`gebied`, or the place of a difference in `verschil`), period and cell of the split, or of the whole of a share (`heel`), with
 * `<column>_aantal`, `<column>_grootste` and `<column>_tweede`.
 */
export function bijdragenSql(plan: FigurePlan): SqlQuery | undefined {
  const maten = gemetenMaten(plan);
  const [first] = maten;
  if (first === undefined) return undefined;
  const bron = BRONNEN[first.bron];
  const query = bundlePlans([plan]).queries.find((candidate) => candidate.bron === first.bron);
  if (bron === undefined || query === undefined) throw new RangeError(`${first.bron} has no clients`);
  const unknown = plan.dimensies.find((dimensie) => !bron.dimensies.includes(dimensie));
  if (unknown !== undefined) throw new RangeError(`contributions are not measured by ${unknown}`);
  const bind = new Binder();
  const dims = plan.dimensies.join(', ');
  const kolommen = maten.map(({ kolom }) => kolom);
  const perClient = maten.map((maat) => `, ${bron.vanClient(maat)}::DOUBLE AS ${maat.kolom}`).join('');
  const splits = plan.dimensies.map((name) => `, coalesce(${name}, 'onbekend') AS ${name}`).join('');
  const cel = ['heel', 'gebied', 'verschil', 'periode', ...plan.dimensies].join(', ');
  const tables = [
    ...placeTables(query, bind),
    ...bron.ctes(query, bind),
    `feit AS (SELECT plek, periode, pseudoniem${splits}${perClient} FROM per_periode GROUP BY ALL)`,
    areaTables(plan, query, bind),
    `per_client AS (
${wholes(plan)
  .map((whole) => clientSelect(plan, whole, maten))
  .join('\nUNION ALL BY NAME\n')})`,
    `alles AS (
  SELECT *, -1 AS verschil FROM per_client UNION ALL BY NAME
  SELECT heel, '' AS gebied, v.nr AS verschil, periode${dims === '' ? '' : `, ${dims}`}, pseudoniem${kolommen.map((kolom) => `, abs(sum(v.teken * ${kolom})) AS ${kolom}`).join('')}
  FROM per_client c JOIN verschil v ON v.gebied = c.gebied GROUP BY ALL)`,
  ];
  const text = `WITH ${tables.join(',\n')}
SELECT ${cel}, ${kolommen.map(measures).join(', ')} FROM alles GROUP BY ${cel}`;
  return { text, params: bind.params };
}

/** Sums that clients make up, and denominators in which one client can count more than once. */
function gemetenMaten({ varianten, maten }: FigurePlan): readonly PlanMaat[] {
  const tellers = new Set(varianten.map(({ teller }) => teller));
  const noemers = new Set(varianten.map(({ noemer }) => noemer));
  return maten.filter(({ kolom, maat, bron }) => {
    const { telt, verdeling } = MATEN[maat];
    const isSom = telt === 'eurocent' || telt === 'dagen';
    const isMeer = telt === 'trajecten' || telt === 'momenten';
    const counts = (isSom && tellers.has(kolom)) || ((isSom || isMeer) && noemers.has(kolom));
    return BRONNEN[bron] !== undefined && verdeling === undefined && counts;
  });
}

/** Differences between areas of which no figures tell who makes them up. */
function gemetenVerschillen({ gebieden }: FigurePlan): readonly VerschilGebied[] {
  return verschilGebieden(gebieden).filter(({ verteld }) => !verteld);
}

/** The cell itself, and the wholes of shares that leave a dimension out. */
function wholes({ varianten }: FigurePlan): readonly PlanVariant['over'][] {
  return [...new Set([undefined, ...varianten.map(({ over }) => over)])];
}

/** Places that count in an area, and the areas whose difference is taken. */
function areaTables(plan: FigurePlan, query: SourceQuery, bind: Binder): string {
  const gemeenten = gemeentenOf(query);
  const places = query.gebieden.flatMap(({ code, gemeenten: own }, index) =>
    [...own.map((gemeente) => gemeenten.indexOf(gemeente)), gemeenten.length + index].map(
      (plek) => `(${bind.value(code, 'VARCHAR')}, ${plek}::SMALLINT)`,
    ),
  );
  const codeOf = (code: string): string => bind.value(query.zelfde[code] ?? code, 'VARCHAR');
  const signs = gemetenVerschillen(plan).flatMap(({ geheel, zonder }, nr) => [
    `(${nr}, ${codeOf(geheel)}, 1)`,
    ...zonder.map((code) => `(${nr}, ${codeOf(code)}, -1)`),
  ]);
  const rows = signs.length > 0 ? `VALUES ${signs.join(', ')}` : "SELECT -1, '', 0 WHERE false";
  return `bij(gebied, plek) AS (VALUES ${places.join(', ')}), verschil(nr, gebied, teken) AS (${rows}),
  grens(periode, cents) AS (VALUES ${query.meetperioden.map(({ label }, nr) => `(${nr}, ${bind.value(grensOf(plan, label), 'BIGINT')})`).join(', ')})`;
}

function grensOf({ grenzen, parameters }: FigurePlan, label: string): number | string | null {
  return grenzen === undefined ? (parameters['drempel-cents'] ?? null) : (grenzen[label] ?? null);
}

/** What each client has in an area, in a cell of the split or of the whole. A threshold is tested on all of a client's amounts in the area, unless on the cell. */
function clientSelect(
  { dimensies, parameters }: FigurePlan,
  over: PlanVariant['over'],
  maten: readonly PlanMaat[],
): string {
  const kept = dimensies.filter((dimensie) => dimensie !== over);
  const cel = ['gebied', 'periode', ...kept].join(', ');
  const sums = maten.map(({ maat, kolom }) => {
    if (!maat.endsWith('boven-grens')) return `, sum(${kolom}) AS ${kolom}`;
    const tested = parameters['drempel-over'] === 'cel' ? `sum(${kolom})` : `any_value(samen_${kolom})`;
    return `, CASE WHEN ${tested} > any_value(cents) THEN sum(${kolom}) ELSE 0 END AS ${kolom}`;
  });
  const tested = maten.flatMap(({ maat, kolom }) =>
    maat.endsWith('boven-grens')
      ? [`, sum(${kolom}) OVER (PARTITION BY b.gebied, f.periode, f.pseudoniem) AS samen_${kolom}`]
      : [],
  );
  return `  SELECT ${over !== undefined} AS heel, ${cel}${over === undefined ? '' : `, '' AS ${over}`}, pseudoniem${sums.join('')}
  FROM (SELECT b.gebied, f.*, g.cents${tested.join('')} FROM feit f JOIN bij b ON b.plek = f.plek JOIN grens g ON g.periode = f.periode)
  GROUP BY ${cel}, pseudoniem`;
}

function measures(name: string): string {
  const largest = (place: number): string =>
    `coalesce((max(${name}, 2) FILTER (${name} > 0))[${place}], 0)::DOUBLE`;
  return `count(*) FILTER (${name} > 0) AS ${name}_aantal, ${largest(1)} AS ${name}_grootste, ${largest(2)} AS ${name}_tweede`;
}

/** The table with, on each row and for each difference between areas, who makes up its numerator and denominator. */
export function withBijdragen(table: FigureTable, plan: FigurePlan, rows: readonly SqlRow[]): FigureTable {
  const query = bundlePlans([plan]).queries.find(({ bron }) => bron === gemetenMaten(plan)[0]?.bron);
  if (query === undefined) return table;
  const gemeten = new Set(gemetenMaten(plan).map(({ kolom }) => kolom));
  const verschillen = gemetenVerschillen(plan);
  const keyOf = (heel: boolean, gebied: string, periode: string, dimensies: readonly string[]): string =>
    JSON.stringify([heel, gebied, periode, ...dimensies]);
  const byCell = new Map(
    rows.map((row) => {
      const gebied = Number(row.verschil) < 0 ? String(row.gebied) : `${row.verschil}`;
      const periode = query.meetperioden[Number(row.periode)]?.label ?? '';
      const cel = plan.dimensies.map((name) => String(row[name]));
      return [keyOf(row.heel === true, gebied, periode, cel), row];
    }),
  );
  const at = (
    gebied: string,
    { variant, periode, dimensies }: Pick<FigureRow, 'variant' | 'periode' | 'dimensies'>,
  ): Pick<FigureRow, 'bijdragen' | 'bijdragenNoemer'> => {
    const own = plan.varianten.find(({ id }) => id === variant);
    if (own === undefined) return {};
    const { teller, noemer = '', over } = own;
    const whole = dimensies.map((code, place) => (plan.dimensies[place] === over ? '' : code));
    return {
      ...(gemeten.has(teller)
        ? { bijdragen: bijdragenOf(byCell.get(keyOf(false, gebied, periode, dimensies)), teller) }
        : {}),
      ...(gemeten.has(noemer)
        ? {
            bijdragenNoemer: bijdragenOf(
              byCell.get(keyOf(over !== undefined, gebied, periode, whole)),
              noemer,
            ),
          }
        : {}),
    };
  };
  const cells = new Map(
    table.rows.map(({ variant, periode, dimensies }) => [
      keyOf(false, variant, periode, dimensies),
      { variant, periode, dimensies },
    ]),
  );
  return {
    ...table,
    verschillen: verschillen.flatMap(({ geheel, zonder }, nr) =>
      [...cells.values()].map((cel): VerschilBijdragen => ({ ...cel, geheel, zonder, ...at(`${nr}`, cel) })),
    ),
    rows: table.rows.map((row) => ({ ...row, ...at(query.zelfde[row.gebied] ?? row.gebied, row) })),
  };
}

function bijdragenOf(row: SqlRow | undefined, name: string): Bijdragen {
  return {
    aantal: Number(row?.[`${name}_aantal`] ?? 0),
    grootste: Number(row?.[`${name}_grootste`] ?? 0),
    tweede: Number(row?.[`${name}_tweede`] ?? 0),
  };
}
