// SPDX-License-Identifier: EUPL-1.2
import type { PlanMaat } from '../figure-plan.ts';
import { inSelectie, type UitlegCel } from './cel.ts';
import { type UitlegMeting, withTables } from './stap.ts';
import { type Parameters, touches } from './traject-tabellen.ts';
import { beginsInPeriod, trajectMeting } from './trajecten.ts';

/** Days of a traject that began in the period: up to its end, or up to the last day that is known of it. */
const DAGEN = "CASE WHEN t.einde = 'loopt' THEN d.datum ELSE t.tot END - t.begin + 1";

/**
 * The median duration of trajecten that began in the period after Kaplan and Meier, or the share that lasts longer than so many days: who still runs
 * counts up to the last day known.
 */
export function durenMeting(
  maat: PlanMaat,
  cel: UitlegCel,
  parameters: Parameters,
  naDagen?: number,
): UitlegMeting | undefined {
  if (maat.maat !== 'duren') return undefined;
  const begun = trajectMeting({ ...maat, maat: 'begonnen' }, cel, parameters);
  if (begun?.gedeeld === undefined) return undefined;
  const tables = withTables(begun.gedeeld);
  const own = [touches(cel), inSelectie(cel, 't'), beginsInPeriod(cel)[1], 't.begin <= d.datum'].join(
    ' AND ',
  );
  const dagen = `SELECT ${DAGEN} AS dagen, t.einde NOT IN ('loopt', 'afgeleid') AS beeindigd
  FROM traject t CROSS JOIN data_datum d LEFT JOIN client c ON c.pseudoniem = t.pseudoniem WHERE ${own}`;
  return {
    ...begun,
    kolom: maat.kolom,
    stappen: [
      ...begun.stappen.slice(0, -1),
      {
        id: 'bekend',
        tekst: 'of those, ended by a stop message, and running as far as is known up to the data date',
        sql: `${tables} SELECT count(*) FILTER (beeindigd) AS beeindigd, count(*) FILTER (NOT beeindigd) AS lopend FROM (${dagen})`,
      },
      {
        id: 'kaplan-meier',
        tekst:
          naDagen === undefined
            ? 'the first day at which the product of the shares that go on, over all days on which one ended, is a half or less'
            : `the product of the shares that go on, over all days up to ${naDagen} on which one ended`,
        sql: `${tables}, per_dag AS (SELECT dagen, count(*) FILTER (beeindigd) AS einden, count(*) AS weg FROM (${dagen}) GROUP BY dagen),
over AS (SELECT dagen, product(1 - einden / nog) OVER (ORDER BY dagen) AS deel FROM (SELECT *, sum(weg) OVER (ORDER BY dagen DESC) AS nog FROM per_dag))
${naDagen === undefined ? 'SELECT min(dagen) AS waarde FROM over WHERE deel <= 0.5 + 1e-12' : langerDan(naDagen)}`,
      },
    ],
  };
}

/** Not known when nobody was followed that long and somebody still ran. */
function langerDan(dagen: number): string {
  return `SELECT CASE WHEN deel > 0 AND gevolgd < ${dagen} THEN NULL ELSE round(deel, 9) END AS waarde
FROM (SELECT coalesce(arg_max(deel, dagen) FILTER (dagen <= ${dagen}), 1) AS deel, coalesce(max(dagen), 0) AS gevolgd FROM over)`;
}
