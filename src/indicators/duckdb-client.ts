// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie } from '../contract/index.ts';
import { LEEFTIJDSKLASSEN } from './dimensie.ts';
import type { FigureBundle } from './figure-bundle.ts';

const CLIENT_DIMENSIES = ['leeftijd', 'geslacht'] as const satisfies readonly Dimensie[];

/** Only year and month of birth are kept: as if born on the first of the month, and in January when the month is unknown too. */
function leeftijdSql(): string {
  const age = '(q.peiljaar - c.geboorte_jaar - CASE WHEN c.geboorte_maand > 1 THEN 1 ELSE 0 END)';
  const classes = LEEFTIJDSKLASSEN.map(({ code, totEnMet }) =>
    totEnMet === undefined ? `ELSE '${code}'` : `WHEN ${age} <= ${totEnMet} THEN '${code}'`,
  );
  return `CASE WHEN c.geboorte_jaar IS NULL THEN 'onbekend' ${classes.join(' ')} END`;
}

/** Columns of the client for the splits of a bundle, and the join that gives them; `q` is the period, `c` the client. */
export function clientColumns(
  bundle: FigureBundle,
  pseudoniem: string,
): { readonly columns: string; readonly join: string } {
  const used = CLIENT_DIMENSIES.filter((dimensie) => bundle.splits.some((split) => split.includes(dimensie)));
  const sql = { geslacht: "coalesce(c.geslacht, '0')", leeftijd: leeftijdSql() };
  return {
    columns: used.map((dimensie) => `, ${sql[dimensie]} AS ${dimensie}`).join(''),
    join: used.length === 0 ? '' : ` LEFT JOIN client c ON c.pseudoniem = ${pseudoniem}`,
  };
}
