// SPDX-License-Identifier: EUPL-1.2

/** Care from light to heavy; on one step what is equally heavy. Source: shared specification of indicators §3, `doorstroom`. */
export const LADDER: readonly (readonly string[])[] = [
  ['ambulant'],
  ['daghulp'],
  ['netwerkpleegzorg', 'pleegzorg'],
  ['gezinshuis'],
  ['residentieel'],
  ['jeugdzorgplus'],
];

/** JZ020: 33 daghulp, 41 dagbehandeling. */
const DAGHULP = ['33', '41'];

/** Step of a form, from 0. */
export function tredeSql(vorm: string): string {
  const cases = LADDER.flatMap((trap, hoogte) => trap.map((code) => `WHEN '${code}' THEN ${hoogte}`));
  return `CASE ${vorm} ${cases.join(' ')} END`;
}

/** Form of an interval of care: that of the product table, else day care by its category, else ambulatory. */
export function vormSql(interval: string): string {
  const categorieen = DAGHULP.map((categorie) => `'${categorie}'`).join(', ');
  return `coalesce(${interval}.vorm, CASE WHEN ${interval}.categorie IN (${categorieen}) THEN 'daghulp' ELSE 'ambulant' END)`;
}
