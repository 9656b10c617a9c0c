// SPDX-License-Identifier: EUPL-1.2
import type { FigurePlan, PlanMaat } from '../figure-plan.ts';
import { vormSql } from '../ladder.ts';
import { dateLiteral, inGebied, inSelectie, literal, type UitlegCel } from './cel.ts';
import { kwantielStappen } from './kwantiel-stappen.ts';
import { type UitlegMeting, type UitlegStap, type UitlegTabellen, withTables } from './stap.ts';

/** What is counted or put in order of the toewijzingen whose care started. */
interface Telling {
  readonly tekst: string;
  readonly waar: (plan: FigurePlan) => string;
  /** Days that are put in order; absent where toewijzingen are counted. */
  readonly dagen?: string;
}

const INITIEEL = 'that are initial: not retroactive, no link in a chain, not before the first day';
const MET_VERZOEK = 'binnen AND verzoek_start >= 0 AND verzoek_toewijzing >= 0';

/** Quantities over starts of toewijzingen. */
export const START_MATEN: Readonly<Record<string, Telling>> = {
  'starts-binnen': { tekst: INITIEEL, waar: () => 'binnen' },
  'starts-buiten': {
    tekst: 'that are left out: retroactive, a link in a chain, or before the first day',
    waar: () => 'NOT binnen',
  },
  'starts-met-verzoek': { tekst: 'that are initial and follow a request', waar: () => MET_VERZOEK },
  'starts-boven-norm': {
    tekst: 'that are initial and took longer than the norm of their type',
    waar: (plan) => `binnen AND dagen > ${normSql(plan)}`,
  },
  'start-dagen': { tekst: INITIEEL, waar: () => 'binnen', dagen: 'dagen' },
  'toewijzing-dagen': {
    tekst: 'that are initial and follow a request',
    waar: () => MET_VERZOEK,
    dagen: 'verzoek_toewijzing',
  },
  'verzoek-start-dagen': {
    tekst: 'that are initial and follow a request',
    waar: () => MET_VERZOEK,
    dagen: 'verzoek_start',
  },
};

/** How a quantity over toewijzingen whose care started in the period comes about; undefined for any other. */
export function startMeting(
  maat: PlanMaat,
  cel: UitlegCel,
  plan: FigurePlan,
  berekening: string,
): UitlegMeting | undefined {
  const telling = START_MATEN[maat.maat];
  if (telling === undefined) return undefined;
  const gedeeld = startTables();
  const tables = withTables(gedeeld);
  const { van, tot } = cel.periode;
  const from = `FROM gestart s LEFT JOIN client c ON c.pseudoniem = s.pseudoniem
  WHERE ${inGebied(cel, 's')} AND s.begin BETWEEN ${dateLiteral(van)} AND ${dateLiteral(tot)} AND ${inSelectie(cel, 's')}`;
  const chosen = `${from} AND ${telling.waar(plan)}`;
  const gemeenten = cel.gemeenten.map(literal).join(', ');
  const { dagen } = telling;
  const last: readonly UitlegStap[] =
    dagen === undefined
      ? [
          {
            id: 'starts',
            tekst: `of those, toewijzingen ${telling.tekst}`,
            sql: `${tables} SELECT count(*) AS waarde ${chosen}`,
          },
        ]
      : [
          {
            id: 'starts',
            tekst: `of those, toewijzingen ${telling.tekst}; how long it took, in days`,
            sql: `${tables} SELECT count(*) AS toewijzingen, min(${dagen}) AS kortste, max(${dagen}) AS langste ${chosen}`,
          },
          ...kwantielStappen(tables, `SELECT ${dagen} AS dagen ${chosen}`, berekening),
        ];
  return {
    kolom: maat.kolom,
    cel,
    bron: 'trajecten',
    op: 'overlap',
    gedeeld,
    stappen: [
      {
        id: 'toewijzingen',
        tekst: `toewijzingen of ${cel.gebied} that exist`,
        sql: `SELECT count(*) AS toewijzingen FROM toewijzing_actueel WHERE gemeente IN (${gemeenten})`,
      },
      {
        id: 'gestart',
        tekst: 'of those, whose care started in the period, in the cell',
        sql: `${tables} SELECT count(*) AS toewijzingen ${from}`,
      },
      ...last,
    ],
    rijen: `${tables} SELECT r.bericht_id, r.regel, 'start' AS rol, NULL::BIGINT AS bedrag_cents, r.pseudoniem
  FROM start_actueel r JOIN (SELECT s.* ${chosen}) s USING (gemeente, toewijzing_nummer) WHERE r.begindatum = s.begin`,
  };
}

function startTables(): UitlegTabellen {
  const vorm = vormSql('z');
  return {
    tabellen: [
      {
        naam: 'eerste',
        sql: `SELECT gemeente, toewijzing_nummer, min(begin) AS begin, arg_min(type, (begin, type)) AS type,
    arg_min(${vorm}, (begin, type, ${vorm})) AS verblijfsvorm, arg_min(categorie, (begin, type, categorie)) AS categorie
  FROM zorg_interval z WHERE toewijzing_nummer IS NOT NULL GROUP BY ALL`,
      },
      {
        naam: 'gestart',
        sql: `SELECT t.gemeente, t.toewijzing_nummer, t.pseudoniem, t.aanbieder, t.verwijzer, e.type, e.verblijfsvorm, e.categorie, e.begin, t.begin AS eerste_dag,
    e.begin - t.begin AS dagen, t.eerste_datum - t.verzoek_datum AS verzoek_toewijzing, e.begin - t.verzoek_datum AS verzoek_start,
    t.eerste_datum <= t.begin AND e.begin >= t.begin AND NOT EXISTS (SELECT 1 FROM toewijzing_actueel o WHERE o.gemeente = t.gemeente
      AND o.pseudoniem = t.pseudoniem AND o.aanbieder = t.aanbieder AND o.categorie IS NOT DISTINCT FROM t.categorie AND o.code IS NOT DISTINCT FROM t.code
      AND o.ingangsdatum < t.begin AND coalesce(o.einddatum, DATE '9999-12-31') >= t.begin - 1) AS binnen
  FROM (SELECT *, ingangsdatum AS begin FROM toewijzing_actueel) t JOIN eerste e USING (gemeente, toewijzing_nummer)`,
      },
    ],
  };
}

function normSql({ normen }: FigurePlan): string {
  const { standaard = 0, ...perType } = normen ?? {};
  const cases = Object.entries(perType).map(([type, days]) => `WHEN ${literal(type)} THEN ${days}`);
  return cases.length === 0 ? String(standaard) : `CASE s.type ${cases.join(' ')} ELSE ${standaard} END`;
}
