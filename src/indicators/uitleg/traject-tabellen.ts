// SPDX-License-Identifier: EUPL-1.2
import { vormSql } from '../ladder.ts';
import type { ParameterNaam, ParameterWaarde } from '../parameter.ts';
import { bekendToen, dateLiteral, inGebied, literal, type UitlegCel } from './cel.ts';
import type { UitlegStap, UitlegTabellen } from './stap.ts';

export type Parameters = Readonly<Partial<Record<ParameterNaam, ParameterWaarde>>>;

/** Stands for "still runs" as the last day of a traject. */
export const LOOPT = "DATE '9999-12-31'";

/**
 * The trajecten of one area as SQL, built from its own periods of care as if nothing else existed. With `verblijf` those of residence only, one per form.
 * Shape: the last table, `traject`, has one row per traject.
 */
export function trajectTables(cel: UitlegCel, parameters: Parameters, verblijf = false): UitlegTabellen {
  const key = `pseudoniem, aanbieder, type${verblijf ? ', verblijfsvorm' : ''}`;
  const order = `PARTITION BY ${key} ORDER BY begin, tot, gemeente, toewijzing_nummer`;
  const gap = Number(parameters['traject-gap-days']);
  return {
    tabellen: [
      {
        naam: 'zorg',
        sql: `SELECT z.*, coalesce(z.eind, ${LOOPT}) AS tot, ${vormSql('z')} AS verblijfsvorm FROM zorg_interval z WHERE ${inGebied(cel, 'z')}${verblijf ? ' AND z.vorm IS NOT NULL' : ''}`,
      },
      {
        naam: 'genummerd',
        sql: `SELECT *, sum(nieuw) OVER (${order} ROWS UNBOUNDED PRECEDING) AS nr FROM (
  SELECT *, CASE WHEN begin <= max(tot) OVER (${order} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) + 1 + ${gap} THEN 0 ELSE 1 END AS nieuw FROM zorg)`,
      },
      {
        naam: 'traject',
        sql: `SELECT ${key}, nr, min(begin) AS begin, max(tot) AS tot, arg_min(gemeente, (begin, gemeente)) AS gemeente,
    arg_min(verwijzer, (begin, verwijzer)) AS verwijzer, arg_min(categorie, (begin, categorie)) AS categorie,
    arg_min(verwijzer_afgeleid, (begin, verwijzer, verwijzer_afgeleid)) AS verwijzer_afgeleid,
    arg_min(einde, (${LOOPT} - tot, eind_afgeleid, einde)) AS einde
  FROM (SELECT *, CASE WHEN eind IS NULL THEN 'loopt' WHEN eind_afgeleid THEN 'afgeleid' ELSE coalesce(reden, 'onbekend') END AS einde FROM genummerd)
  GROUP BY ${key}, nr`,
      },
    ],
  };
}

/** What was delivered, and the periods of care and trajecten that it makes. */
export function trajectSteps(
  cel: UitlegCel,
  parameters: Parameters,
  withTrajecten: string,
): readonly UitlegStap[] {
  return [
    delivered('start', cel),
    delivered('stop', cel),
    {
      id: 'zorg',
      tekst: `periods of care in ${cel.gebied} that those starts and stops make, and how many of their ends are derived`,
      sql: `SELECT count(*) AS zorgperioden, count(DISTINCT z.pseudoniem) AS clienten, count(*) FILTER (z.eind_afgeleid) AS eind_afgeleid FROM zorg_interval z WHERE ${inGebied(cel, 'z')}`,
    },
    {
      id: 'trajecten',
      tekst: `trajecten: periods of one client, provider and type with at most ${Number(parameters['traject-gap-days'])} day without care between them`,
      sql: `${withTrajecten} SELECT ${TRAJECT_COUNTS} FROM traject t`,
    },
  ];
}

export const TRAJECT_COUNTS = 'count(*) AS trajecten, count(DISTINCT t.pseudoniem) AS clienten';

function delivered(tabel: 'start' | 'stop', cel: UitlegCel): UitlegStap {
  const gemeenten = cel.gemeenten.map(literal).join(', ');
  return {
    id: tabel === 'start' ? 'starts' : 'stops',
    tekst: `${tabel} lines delivered about ${cel.gebied}, those that delete another one, and those that exist after retours and deletions`,
    sql: `SELECT count(*) AS geleverd, count(*) FILTER (r.status_aanlevering = '3') AS verwijderend, (SELECT count(*) FROM ${tabel}_actueel a WHERE a.gemeente IN (${gemeenten})) AS bestaan FROM ${tabel} r JOIN bericht b USING (bericht_id) JOIN levering l USING (levering_id) WHERE b.gemeente IN (${gemeenten}) AND ${bekendToen(cel)}`,
  };
}

/** The starts and stops of the toewijzingen that chosen trajecten are made of; `from` chooses them as `t`. */
export function rowsOfTrajecten(withTrajecten: string, from: string, verblijf = false): string {
  const parts = (['start', 'stop'] as const).map(
    (tabel) =>
      `SELECT DISTINCT r.bericht_id, r.regel, '${tabel}' AS rol, NULL::BIGINT AS bedrag_cents, r.pseudoniem FROM deel d JOIN ${tabel}_actueel r
  ON r.gemeente = d.gemeente AND r.aanbieder = d.aanbieder AND r.pseudoniem = d.pseudoniem AND r.toewijzing_nummer IS NOT DISTINCT FROM d.toewijzing_nummer
  AND r.begindatum <= d.tot`,
  );
  const form = verblijf ? ' AND k.verblijfsvorm = g.verblijfsvorm' : '';
  return `${withTrajecten},
gekozen AS (SELECT t.* ${from}),
deel AS (SELECT DISTINCT g.gemeente, g.aanbieder, g.pseudoniem, g.toewijzing_nummer, g.tot FROM genummerd g
  JOIN gekozen k ON k.pseudoniem = g.pseudoniem AND k.aanbieder = g.aanbieder AND k.type = g.type AND k.nr = g.nr${form})
${parts.join('\nUNION ALL\n')}`;
}

/** Conditions on trajecten `t` that touch the period of the cell. */
export function touches({ periode }: UitlegCel): string {
  return `t.begin <= ${dateLiteral(periode.tot)} AND t.tot >= ${dateLiteral(periode.van)}`;
}

/** The trajecten that meet these conditions, with their client as `c`. */
export function fromTrajecten(conditions: readonly string[]): string {
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
  return `FROM traject t LEFT JOIN client c ON c.pseudoniem = t.pseudoniem${where}`;
}
