// SPDX-License-Identifier: EUPL-1.2
import type { FigurePlan, PlanMaat, PlanPeriode } from '../figure-plan.ts';
import { dateLiteral, inGebied, inSelectie, type UitlegCel } from './cel.ts';
import { type Parameters, prestatieMeting } from './prestaties.ts';
import { type UitlegMeting, type UitlegStap, type UitlegTabellen, withTables } from './stap.ts';

const BEIDE = 'u1 IS NOT NULL AND u0 IS NOT NULL';

/** One part of a change: the sum of `sql` over the rows of `uit`. */
interface Deel {
  readonly tekst: string;
  readonly uit: string;
  readonly sql: string;
}

/** The parts in the order in which one thing after the other is replaced. */
const DELEN: Readonly<Record<string, Deel>> = {
  'kosten-omvang': {
    tekst: 'amounts of products that occur in one of the two periods only',
    uit: `product WHERE NOT (${BEIDE})`,
    sql: 'coalesce(u1, 0) - coalesce(u0, 0)',
  },
  'kosten-clienten': {
    tekst: 'more or fewer clients, each at the earlier amount per client, rounded to cents',
    uit: 'totaal',
    sql: rounded('(n1 - n0) * u0', 'n0'),
  },
  'kosten-mix': {
    tekst:
      'per type another share of the clients, at the earlier amount per client of the type, rounded to cents',
    uit: 'soort, (SELECT n1, n0 FROM totaal)',
    sql: rounded('(k1 * n0 - n1 * k0) * u0', 'n0 * k0'),
  },
  'kosten-volume': {
    tekst: 'per product more or fewer units per client of the type, at the earlier price, rounded to cents',
    uit: 'gemeten',
    sql: rounded('q1 * u0 * k0 - k1 * u0 * q0', 'q0 * k0'),
  },
  'kosten-prijs': {
    tekst: 'per product another price for the units of now, rounded to cents',
    uit: 'gemeten',
    sql: rounded('u1 * q0 - q1 * u0', 'q0'),
  },
};

/** How a part of the change of expenditure comes about; undefined for any other quantity. Source: docs/adr/kostenontwikkeling-replaces-one-thing-at-a-time.md */
export function kostenMeting(
  maat: PlanMaat,
  cel: UitlegCel,
  parameters: Parameters,
  plan: FigurePlan,
): UitlegMeting | undefined {
  const deel = DELEN[maat.maat];
  if (deel === undefined && maat.maat !== 'kosten-verschil' && maat.maat !== 'kosten-rest') return undefined;
  const before = plan.meetperioden.find(({ label }) => label === cel.periode.basis);
  const [now, then] = [cel, before && { ...cel, periode: before }].map(
    (one) => one && prestatieMeting({ maat: 'uitgaven', kolom: 'uitgaven' }, one, parameters),
  );
  if (before === undefined || now === undefined || then === undefined) return undefined;
  const gedeeld = kostenTables(cel, before);
  const tables = withTables(gedeeld);
  const [sumNow = '', sumThen = ''] = [now, then].map(({ stappen }) => stappen.at(-1)?.sql ?? '');
  const verschil: UitlegStap = {
    id: 'kosten-verschil',
    tekst: 'the first sum less the second',
    sql: `SELECT (${sumNow}) - (${sumThen}) AS waarde`,
  };
  const parts = Object.entries(DELEN).map(([id, { tekst, uit, sql }]) => ({
    id,
    tekst,
    sql: `${tables} SELECT coalesce(sum(${sql}), 0)::BIGINT AS waarde FROM ${uit}`,
  }));
  const last = (): readonly UitlegStap[] => {
    if (maat.maat === 'kosten-verschil') return [verschil];
    if (deel !== undefined) return [...productSteps(tables), ...parts.filter(({ id }) => id === maat.maat)];
    const whole = [verschil, ...parts].map(({ sql }) => `(${sql})`);
    return [
      ...productSteps(tables),
      verschil,
      ...parts,
      {
        id: 'kosten-rest',
        tekst: 'the change less those five parts: what rounding leaves, and products without a volume',
        sql: `SELECT ${whole.join(' - ')} AS waarde`,
      },
    ];
  };
  return {
    ...now,
    kolom: maat.kolom,
    gedeeld,
    stappen: [
      ...now.stappen,
      ...then.stappen.map((stap) => ({ ...stap, id: `eerder-${stap.id}` })),
      ...last(),
    ],
    rijen: `${now.rijen} UNION ALL ${then.rijen}`,
  };
}

function productSteps(tables: string): readonly UitlegStap[] {
  return [
    {
      id: 'producten',
      tekst:
        'products (gemeente, type, category, code and unit) in both periods, new ones, and ones that are gone',
      sql: `${tables} SELECT count(*) FILTER (${BEIDE}) AS beide, count(*) FILTER (u0 IS NULL) AS nieuw, count(*) FILTER (u1 IS NULL) AS weg FROM product`,
    },
    {
      id: 'clienten',
      tekst: 'clients of the products in both periods, now and then, and what those products cost then',
      sql: `${tables} SELECT n1 AS nu, n0 AS toen, u0 AS eurocent_toen FROM totaal`,
    },
  ];
}

/** Standing lines of the cell in both periods (`lijn`), per product, and of the products in both: per type (`soort`) and in all (`totaal`). */
function kostenTables(cel: UitlegCel, before: PlanPeriode): UitlegTabellen {
  const product = 'gemeente, type, categorie, code, eenheid';
  const lines = [cel, { ...cel, periode: before }].map((one, index) => {
    const { van, tot } = one.periode;
    return `SELECT ${index === 0} AS nu, p.gemeente, p.pseudoniem, p.type, coalesce(p.categorie, 'onbekend') AS categorie, coalesce(p.code, '') AS code,
    coalesce(p.eenheid, '') AS eenheid, p.bedrag_cents::HUGEINT AS bedrag, coalesce(p.volume, 0)::HUGEINT AS aantal
  FROM prestatie_staand p LEFT JOIN client c ON c.pseudoniem = p.pseudoniem
  WHERE ${inGebied(one, 'p')} AND p.begin BETWEEN ${dateLiteral(van)} AND ${dateLiteral(tot)} AND ${inSelectie(one, 'p')}`;
  });
  const perPeriode = (what: string, naam: string): string =>
    `${what} FILTER (nu) AS ${naam}1, ${what} FILTER (NOT nu) AS ${naam}0`;
  return {
    tabellen: [
      { naam: 'lijn', sql: lines.join('\n  UNION ALL ') },
      {
        naam: 'product',
        sql: `SELECT ${product}, ${perPeriode('sum(bedrag)', 'u')}, ${perPeriode('sum(aantal)', 'q')} FROM lijn GROUP BY ALL`,
      },
      {
        naam: 'samen',
        sql: `SELECT l.* FROM lijn l SEMI JOIN (SELECT * FROM product WHERE ${BEIDE}) USING (${product})`,
      },
      {
        naam: 'soort',
        sql: `SELECT type, ${perPeriode('count(DISTINCT pseudoniem)', 'k')}, sum(bedrag) FILTER (NOT nu) AS u0 FROM samen GROUP BY type`,
      },
      {
        naam: 'totaal',
        sql: `SELECT ${perPeriode('count(DISTINCT pseudoniem)', 'n')}, coalesce(sum(bedrag) FILTER (NOT nu), 0) AS u0 FROM samen`,
      },
      {
        naam: 'gemeten',
        sql: `SELECT p.*, s.k1, s.k0 FROM (SELECT * FROM product WHERE ${BEIDE}) p JOIN soort s USING (type) WHERE q1 > 0 AND q0 > 0`,
      },
    ],
  };
}

/** A fraction of whole numbers as a whole number; a half goes away from zero. */
function rounded(teller: string, noemer: string): string {
  return `CASE WHEN ${teller} < 0 THEN -((${noemer} - 2 * (${teller})) // (2 * (${noemer}))) ELSE (2 * (${teller}) + ${noemer}) // (2 * (${noemer})) END`;
}
