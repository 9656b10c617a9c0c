// SPDX-License-Identifier: EUPL-1.2

import type { PlainDate } from '../contract/index.ts';
import { TYPEN_JEUGDHULP } from '../contract/index.ts';
import type { Month } from './calendar.ts';
import {
  daysIn,
  earliest,
  firstDay,
  lastDay,
  latest,
  monthOfDay,
  monthOfYear,
  yearOfMonth,
} from './calendar.ts';
import { settleYear } from './costs.ts';
import { MONTH_RHYTHM, priceLevel, TYPES } from './parameters.ts';
import type { Prestatie } from './prestatie.ts';
import { randomStream } from './random.ts';
import type { Targets } from './targets.ts';
import type { Traject } from './trajecten.ts';

/**
 * The standing prestaties of one gemeente, with amounts that come to `uitgavenCents` per year as nearly as whole units allow, and to the
 * split of `grens` where one is asked. In order of traject and month.
 */
export function buildPrestaties(
  trajecten: readonly Traject[],
  gemeente: number,
  targets: Targets,
  seed: number,
): Prestatie[] {
  const months: Month[] = [];
  for (const jaar of targets.years)
    for (let month = 1; month <= 12; month += 1) months.push(monthOfYear(jaar, month));
  const horizon = { from: firstDay(months[0] ?? 0), until: lastDay(months.at(-1) ?? 0) };
  const rough: { prestatie: Prestatie; cents: number }[] = [];
  for (const traject of trajecten) {
    if (traject.gemeente !== gemeente) continue;
    for (const { maand, cents } of monthlyNeed(traject, horizon, seed)) {
      const level = priceLevel(yearOfMonth(maand));
      const tariefCents =
        traject.product.eenheid === '83' ? 1 : Math.round(traject.product.tariefCents * level);
      rough.push({ prestatie: { traject, maand, tariefCents, volume: 1 }, cents });
    }
  }
  for (const jaar of targets.years) {
    settleYear(
      rough.filter(({ prestatie }) => yearOfMonth(prestatie.maand) === jaar),
      targets,
      gemeente,
      jaar,
    );
  }
  return rough.map(({ prestatie }) => prestatie);
}

/** Months in which a traject is declared, with a rough amount: what its help would cost before calibration. */
function* monthlyNeed(
  traject: Traject,
  horizon: { readonly from: PlainDate; readonly until: PlainDate },
  seed: number,
): Generator<{ maand: Month; cents: number }> {
  const type = TYPEN_JEUGDHULP[traject.type];
  if (type === undefined) return;
  const parameters = TYPES[type];
  const begin = latest(traject.begin, horizon.from);
  const end = earliest(traject.end ?? horizon.until, horizon.until);
  const random = randomStream(seed, 'need', traject.child.id, traject.type, traject.begin);
  const first = monthOfDay(begin);
  const last = monthOfDay(end);
  const every = parameters.declareEveryMonths[Number(traject.aanbieder.agb) % 2] ?? 1;
  const phase = random.integer(0, every - 1);
  const month = parameters.monthEuros * 100 * traject.intensity;
  const running = traject.begin < horizon.from ? (first - 1 + phase) % every : 0;
  let saved = month * running * priceLevel(yearOfMonth(first));
  let declaredYear = 0;
  for (let maand = first; maand <= last; maand += 1) {
    const days = careDays(traject, latest(begin, firstDay(maand)), earliest(end, lastDay(maand)));
    if (days === 0) continue;
    const rhythm =
      traject.product.eenheid === '83' ? 1 : (MONTH_RHYTHM[maand % 12] ?? 1) * random.lognormal(1, 0.18);
    const level = priceLevel(yearOfMonth(maand));
    saved += month * level * rhythm * (days / daysIn(maand));
    const year = yearOfMonth(maand);
    const turn = (maand + phase) % every === 0;
    const ends = maand === last && traject.end !== undefined && traject.end <= horizon.until;
    const edge = ends || (maand % 12 === 11 && declaredYear !== year);
    if (!turn && !edge) continue;
    yield { maand, cents: saved };
    declaredYear = year;
    saved = 0;
  }
}

function careDays(traject: Traject, from: PlainDate, until: PlainDate): number {
  const all = until - from + 1;
  if (!traject.pause) return all;
  const [start, end] = traject.pause;
  return all - Math.max(0, earliest(until, end) - latest(from, start) + 1);
}
