// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie } from '../../contract/index.ts';
import { LEEFTIJDSKLASSEN } from '../dimensie.ts';
import type { FigurePlan, PlanPeriode } from '../figure-plan.ts';

/** One cell of one measured period: which records are in it. */
export interface UitlegCel {
  readonly gebied: string;
  readonly gemeenten: readonly string[];
  readonly leden: FigurePlan['leden'];
  /** The area is the whole region: what names no gemeente counts in it. */
  readonly heel: boolean;
  readonly periode: PlanPeriode;
  readonly selectie: Readonly<Partial<Record<Dimensie, string>>>;
  /** Only what was known at this moment. Unit: milliseconds since 1970-01-01T00:00:00Z. */
  readonly asKnownOn?: number;
}

/** A condition on deliveries `l`, where the warehouse is seen as of a moment. */
export function bekendToen({ asKnownOn }: UitlegCel): string {
  return asKnownOn === undefined ? 'true' : `l.bekend <= make_timestamp(${BigInt(asKnownOn) * 1000n})`;
}

/** A value as it stands in SQL that a person can copy. */
export function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

export function dateLiteral(day: string): string {
  return `DATE ${literal(day)}`;
}

/** Records of the area: by gemeente, and by their first day where membership has limits. */
export function inGebied({ gemeenten, leden }: UitlegCel, record: string): string {
  const always = leden.every(({ van, tot }) => van <= '0001-01-01' && tot >= '9999-12-31');
  if (always) return `${record}.gemeente IN (${gemeenten.map(literal).join(', ')})`;
  const members = leden
    .filter(({ gemeente }) => gemeenten.includes(gemeente))
    .map(
      ({ gemeente, van, tot }) =>
        `(${record}.gemeente = ${literal(gemeente)} AND ${record}.begin BETWEEN ${dateLiteral(van)} AND ${dateLiteral(tot)})`,
    );
  return `(${members.length === 0 ? 'false' : members.join(' OR ')})`;
}

/** The conditions of the cell's own dimensions on a record with these columns and, as `c`, its client; `true` when it has none. */
export function inSelectie(cel: UitlegCel, record: string): string {
  const conditions = Object.entries(cel.selectie).map(([dimensie, value]) => {
    if (dimensie === 'leeftijd') return `${leeftijdSql(cel.periode.peiljaar)} = ${literal(value)}`;
    if (dimensie === 'geslacht') return `coalesce(c.geslacht, '0') = ${literal(value)}`;
    return `coalesce(${record}.${dimensie}, 'onbekend') = ${literal(value)}`;
  });
  return conditions.length === 0 ? 'true' : conditions.join(' AND ');
}

/** Age in years of client `c` on 1 January. Only year and month of birth are kept: as if born on the first of the month. */
export function ageSql(peiljaar: number): string {
  return `${peiljaar} - c.geboorte_jaar - CASE WHEN c.geboorte_maand > 1 THEN 1 ELSE 0 END`;
}

function leeftijdSql(peiljaar: number): string {
  const classes = LEEFTIJDSKLASSEN.map(({ code, totEnMet }) =>
    totEnMet === undefined ? `ELSE '${code}'` : `WHEN ${ageSql(peiljaar)} <= ${totEnMet} THEN '${code}'`,
  );
  return `CASE WHEN c.geboorte_jaar IS NULL THEN 'onbekend' ${classes.join(' ')} END`;
}
