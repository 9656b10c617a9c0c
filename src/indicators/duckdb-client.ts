// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie } from '../contract/index.ts';
import { LEEFTIJDSKLASSEN } from './dimensie.ts';
import type { SourceQuery } from './figure-bundle.ts';

const CLIENT_DIMENSIES = ['leeftijd', 'geslacht'] as const satisfies readonly Dimensie[];

/** Age in years. Only year and month of birth are kept: as if born on the first of the month, and in January when the month is unknown too. */
const AGE = '(q.peiljaar - c.geboorte_jaar - CASE WHEN c.geboorte_maand > 1 THEN 1 ELSE 0 END)';

function leeftijdSql(): string {
  const classes = LEEFTIJDSKLASSEN.map(({ code, totEnMet }) =>
    totEnMet === undefined ? `ELSE '${code}'` : `WHEN ${AGE} <= ${totEnMet} THEN '${code}'`,
  );
  return `CASE WHEN c.geboorte_jaar IS NULL THEN 'onbekend' ${classes.join(' ')} END`;
}

/** Columns of the client for the splits of a query, and the join that gives them; `q` is the period, `c` the client. */
export function clientColumns(
  query: SourceQuery,
  pseudoniem: string,
): { readonly columns: string; readonly join: string } {
  const used = CLIENT_DIMENSIES.filter((dimensie) => query.splits.some((split) => split.includes(dimensie)));
  const young = query.maten.some(({ maat }) => maat === 'clienten-onder-18');
  const sql = { geslacht: "coalesce(c.geslacht, '0')", leeftijd: leeftijdSql() };
  return {
    columns: [
      ...used.map((dimensie) => `, ${sql[dimensie]} AS ${dimensie}`),
      ...(young ? [`, coalesce(${AGE} < 18, false) AS onder_18`] : []),
    ].join(''),
    join: used.length === 0 && !young ? '' : ` LEFT JOIN client c ON c.pseudoniem = ${pseudoniem}`,
  };
}
