// SPDX-License-Identifier: EUPL-1.2
import {
  formatPlainDate,
  isTouchedBy,
  RELEASE_STATUSSEN,
  type Regio,
  type ReleaseStatus,
} from '../contract/index.ts';
import type { Definition } from './definition.ts';
import type { PlanBreuk, PlanPeriode } from './figure-plan.ts';
import type { ParameterNaam, ParameterWaarde } from './parameter.ts';
import type { Samenstelling } from './samenstelling.ts';

/** The least final status of the calendar years that a period touches. */
export function voorlopigheidVan(
  regio: Regio,
  perioden: readonly PlanPeriode[],
): Readonly<Record<string, ReleaseStatus>> {
  return Object.fromEntries(
    perioden.map(({ label, van, tot }) => {
      const first = Number(van.slice(0, 4));
      const years = Array.from({ length: Number(tot.slice(0, 4)) - first + 1 }, (_, index) => first + index);
      const statussen = years.map((year) => regio.statussen?.[String(year)] ?? 'voorlopig');
      return [label, RELEASE_STATUSSEN.find((status) => statussen.includes(status)) ?? 'voorlopig'];
    }),
  );
}

/**
 * The breaks of the region that this indicator is sensitive to. One that only a change of membership makes is bridged where all years are on
 * one composition, and is not where each year has its own.
 */
export function breukenVan(
  regio: Regio,
  definition: Definition,
  samenstelling: Samenstelling,
): readonly PlanBreuk[] {
  return regio.breuken
    .filter(({ soort }) => isTouchedBy(definition, soort))
    .map(({ id, datum, gebieden, types, oorzaak, overbrugd, soort }) => ({
      id,
      datum: formatPlainDate(datum),
      gebieden,
      types,
      oorzaak,
      overbrugd: soort === 'samenstelling' ? samenstelling === 'restated' : overbrugd,
    }));
}

/** Cost threshold of each period, in eurocent; with an index that of the year in which the period begins, null when that is not known. */
export function grenzenVan(
  regio: Regio,
  parameters: Readonly<Partial<Record<ParameterNaam, ParameterWaarde>>>,
  perioden: readonly PlanPeriode[],
): Readonly<Record<string, number | null>> {
  const grens = Number(parameters['drempel-cents']);
  const jaren = regio.drempels.index?.jaren;
  return Object.fromEntries(
    perioden.map(({ label, van }) => {
      if (parameters['drempel-index'] !== 'ja') return [label, grens];
      const now = jaren?.[van.slice(0, 4)];
      const base = jaren?.[String(regio.basisjaar)];
      return [label, now === undefined || base === undefined ? null : indexed(grens, now, base)];
    }),
  );
}

/** Thousandths of both indices, so that whole numbers divide: no rounding that depends on the machine. Half a cent goes up. */
function indexed(grens: number, now: number, base: number): number {
  const teller = BigInt(grens) * BigInt(Math.round(now * 1000));
  const noemer = BigInt(Math.round(base * 1000));
  return Number((2n * teller + noemer) / (2n * noemer));
}

/**
 * Of each scale the least difference that is not chance at 95 %: the reliable change index is the difference over SD·√2·√(1 − r), and 1.96 or more is
 * a change. Source: N.S. Jacobson, P. Truax, Clinical significance, Journal of Consulting and Clinical Psychology 59 (1991).
 */
export function schalenVan(
  regio: Regio,
): Readonly<Record<string, { readonly grens: number; readonly richting: number }>> {
  return Object.fromEntries(
    Object.entries(regio.schalen ?? {}).map(([instrument, { sd, betrouwbaarheid, hogerIsBeter }]) => [
      instrument,
      { grens: 1.96 * sd * Math.sqrt(2) * Math.sqrt(1 - betrouwbaarheid), richting: hogerIsBeter ? 1 : -1 },
    ]),
  );
}
