// SPDX-License-Identifier: EUPL-1.2
import { type FigureStatus, type PlainDate, parsePlainDate } from '../contract/index.ts';
import type { FigurePlan, PlanPeriode, PlanVariant } from './figure-plan.ts';

/** First and last day of the data; absent when there are none. */
export interface DataRange {
  readonly vanaf: PlainDate | undefined;
  readonly tot: PlainDate | undefined;
}

/** From what a query says of the data: `2020-01-01|2024-12-31`. */
export function dataRange(data = ''): DataRange {
  const [vanaf = '', tot = ''] = data.split('|');
  return { vanaf: parsePlainDate(vanaf), tot: parsePlainDate(tot) };
}

/** The first declarations of a month arrive in the month after it. Unit: days. */
const EERSTE_MAAND = 31;

/** Why a figure of this period is not what it seems, apart from its own numbers; undefined when it is. */
export function timeliness(
  plan: FigurePlan,
  variant: PlanVariant,
  periode: PlanPeriode,
  data: DataRange,
): FigureStatus | undefined {
  const { naloopDagen, voorloopDagen } = variant;
  const van = parsePlainDate(periode.van) ?? 0;
  const tot = parsePlainDate(periode.tot) ?? 0;
  const tests = [variant.teller, variant.noemer].some((one) => one?.endsWith('boven_grens'));
  if (tests && plan.grenzen?.[periode.label] === null) return 'onbekend';
  if (naloopDagen !== undefined && !(data.tot !== undefined && data.tot >= tot + naloopDagen))
    return 'nog_niet_bekend';
  if (voorloopDagen !== undefined && !(data.vanaf !== undefined && data.vanaf <= van - voorloopDagen))
    return 'onvolledig';
  if (variant.berekening === 'waarde' && periode.basis !== undefined && periode.basis !== periode.label) {
    const before = plan.meetperioden.find(({ label }) => label === periode.basis);
    const needed = (parsePlainDate(before?.van ?? '') ?? 0) + EERSTE_MAAND;
    if (!(data.vanaf !== undefined && data.vanaf <= needed)) return 'onbekend';
  }
  return undefined;
}
