// SPDX-License-Identifier: EUPL-1.2

import type { PlainDate } from '../contract/index.ts';
import { addDays, parsePlainDate, TYPEN_JEUGDHULP, yearOf } from '../contract/index.ts';
import { addMonths, day, daysIn, earliest, firstDay, latest, monthOfYear } from './calendar.ts';
import { forEachType, has } from './membership.ts';
import type { TypeParameters } from './parameters.ts';
import { LIFE, START_RHYTHM, STOP_REASON_SINCE, STOP_REASONS, STOP_RHYTHM, TYPES } from './parameters.ts';
import type { Child, ClientYear, Population } from './population.ts';
import { ageOn, intensityOf } from './population.ts';
import type { Offer, Product } from './products.ts';
import { chooseProduct } from './products.ts';
import type { Aanbieder } from './providers.ts';
import type { Random } from './random.ts';
import { randomStream } from './random.ts';
import type { Targets } from './targets.ts';

/** One uninterrupted period of one type of help to one child, from one provider, for one gemeente. */
export interface Traject {
  readonly child: Child;
  readonly gemeente: number;
  /** Index in `TYPEN_JEUGDHULP`. */
  readonly type: number;
  readonly aanbieder: Aanbieder;
  readonly product: Product;
  /** Product of every toewijzing after the first; absent where it stays the same. */
  readonly opvolger: Product | undefined;
  readonly begin: PlainDate;
  /** Last day of care; absent when it runs on after the last year. */
  readonly end: PlainDate | undefined;
  /** The end, or a day well after the traffic when it runs on: toewijzingen are given until then. */
  readonly until: PlainDate;
  /** Reason of ending (JZ588); empty when it runs on. */
  readonly reden: string;
  /** It goes on from a traject that ended the day before (move, other provider): no wait, no new referral. */
  readonly follows: boolean;
  /** Days without care inside, both ends included: a temporary stop. */
  readonly pause: readonly [PlainDate, PlainDate] | undefined;
  /** Price of this child's help relative to the median of the type. */
  readonly intensity: number;
}

const PARAMETERS: readonly TypeParameters[] = TYPEN_JEUGDHULP.map((type) => TYPES[type]);
const REDENEN = Object.keys(STOP_REASONS);

/** Every traject of every child, in order of child, type and begin. Each client year of the population has care in that year and no other year has. */
export function buildTrajecten(
  population: Population,
  targets: Targets,
  offers: readonly (readonly Offer[])[],
  seed: number,
): Traject[] {
  const market = new Market(targets, offers, seed);
  const perChild = new Map<number, ClientYear[]>();
  for (const year of population.clientYears) {
    for (const record of year) {
      const known = perChild.get(record.child.id);
      if (known) known.push(record);
      else perChild.set(record.child.id, [record]);
    }
  }
  const first = targets.years[0] ?? 0;
  const last = targets.years.at(-1) ?? 0;
  return population.children.flatMap((child) => {
    const records = perChild.get(child.id);
    return records ? trajectenOfChild(child, records, market, first, last, seed) : [];
  });
}

/** Help that runs on while the years of a child are gone through. */
interface Lopend {
  readonly offer: Offer;
  readonly product: Product;
  readonly begin: PlainDate;
  readonly follows: boolean;
}

function successor({ offer, product }: Lopend): Product | undefined {
  return offer.products.find(({ code }) => code === product.opvolger);
}

function productFor(
  child: Child,
  offer: Offer,
  intensity: number,
  begin: PlainDate,
  random: Random,
): Product {
  return chooseProduct(offer.products, intensity, Math.floor((begin - child.born) / 365.25), random);
}

function trajectenOfChild(
  child: Child,
  records: readonly ClientYear[],
  market: Market,
  first: number,
  last: number,
  seed: number,
): Traject[] {
  const random = randomStream(seed, 'child', child.id);
  const trajecten: Traject[] = [];
  const all = records.reduce((set, record) => set | record.types, 0);
  forEachType(all, (type) => {
    const parameters = PARAMETERS[type];
    if (!parameters) return;
    const intensity = intensityOf(child, type, seed);
    let current: Lopend | undefined;
    let offer: Offer | undefined;
    for (const [index, record] of records.entries()) {
      if (!has(record.types, type)) continue;
      const next = records[index + 1];
      const runsOut = next
        ? next.jaar === record.jaar + 1 && has(next.types & next.runsIn, type)
        : record.jaar === last && random.chance(goesOn(parameters, ageOn(child.born, record.jaar)));
      const runsIn =
        has(record.runsIn, type) ||
        (record.jaar === first && alreadyRan(parameters, ageOn(child.born, record.jaar), random));
      const span = yearSpan(
        child,
        record,
        parameters,
        runsIn,
        runsOut,
        has(record.endedByGemeente, type),
        random,
      );
      if (!current) {
        if (offer === undefined || !random.chance(LIFE.returnsToProvider)) {
          offer = market.choose(record.gemeente, type, trajecten, random);
        }
        const begin =
          runsIn && record.jaar === first ? history(child, parameters, first, random) : span.begin;
        current = {
          offer,
          product: productFor(child, offer, intensity, begin, random),
          begin,
          follows: false,
        };
      }
      const moves = runsOut && next !== undefined && next.gemeente !== record.gemeente;
      const switches = runsOut && !moves && next !== undefined && random.chance(LIFE.changesProvider);
      if (runsOut && !moves && !switches) continue;
      const gap: boolean = !runsOut;
      const end: PlainDate = gap ? span.end : day(record.jaar, 12, 31);
      trajecten.push({
        child,
        gemeente: record.gemeente,
        type,
        aanbieder: current.offer.aanbieder,
        product: current.product,
        opvolger: successor(current),
        begin: current.begin,
        end,
        until: end,
        reden: moves
          ? '35'
          : switches
            ? overstap(end)
            : has(record.endedByGemeente, type)
              ? '36'
              : drawReden(end, random),
        follows: current.follows,
        pause: drawPause(current.begin, end, random),
        intensity,
      });
      const before = current;
      current = undefined;
      if (!gap) {
        const begin = day(record.jaar + 1, 1, 1);
        offer = switches ? market.choose(record.gemeente, type, trajecten, random) : before.offer;
        const product = switches
          ? productFor(child, offer, intensity, begin, random)
          : begin - before.begin > 365
            ? (successor(before) ?? before.product)
            : before.product;
        current = { offer, product, begin, follows: true };
      }
    }
    if (current) {
      trajecten.push({
        child,
        gemeente: records.at(-1)?.gemeente ?? 0,
        type,
        aanbieder: current.offer.aanbieder,
        product: current.product,
        opvolger: successor(current),
        begin: current.begin,
        end: undefined,
        until: day(last + 1, 6, 30),
        reden: '',
        follows: current.follows,
        pause: drawPause(current.begin, day(last, 12, 31), random),
        intensity,
      });
    }
  });
  return trajecten;
}

/** Begin and end of care inside one year; a side where help runs in or out is the edge of the year. */
function yearSpan(
  child: Child,
  record: ClientYear,
  parameters: TypeParameters,
  runsIn: boolean,
  runsOut: boolean,
  endedByGemeente: boolean,
  random: Random,
): { begin: PlainDate; end: PlainDate } {
  const from = day(record.jaar, 1, 1);
  const until = day(record.jaar, 12, 31);
  const adult = addDays(addMonths(child.born, 216), -1);
  const limit = !runsOut && parameters.after18 === 0 && adult >= from ? earliest(until, adult) : until;
  if (runsIn && runsOut) return { begin: from, end: until };
  if (endedByGemeente) {
    const begin = runsIn
      ? from
      : earliest(
          drawDay(record.jaar, START_RHYTHM, () => 1, random),
          addDays(until, -14),
        );
    return { begin, end: until };
  }
  const chance = Math.min(parameters.retention * parameters.runsOn, 0.95);
  if (runsIn) {
    const mean = -365 / Math.log(chance);
    const end = drawDay(record.jaar, STOP_RHYTHM, (days) => Math.exp(-days / mean), random);
    return { begin: from, end: earliest(limit, end) };
  }
  const mean = meanOfNewcomers(chance);
  const outlives = (days: number): number => Math.exp(-(365 - days) / mean);
  if (runsOut) return { begin: drawDay(record.jaar, START_RHYTHM, outlives, random), end: until };
  const begin = earliest(
    limit,
    drawDay(record.jaar, START_RHYTHM, (days) => 1 - outlives(days), random),
  );
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const end = addDays(begin, Math.max(1, Math.round(random.lognormal(parameters.shortDays, 0.6))));
    if (end <= limit) return { begin, end };
  }
  return { begin, end: addDays(begin, random.integer(0, limit - begin)) };
}

/**
 * Mean length of an exponential duration with which help that begins evenly through a year outlives that year with this chance. So starts of
 * help that ends in its year and of help that runs on together follow the rhythm of the year. Unit: days.
 */
function meanOfNewcomers(chance: number): number {
  let low = 1;
  let high = 20_000;
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if ((middle / 365) * (1 - Math.exp(-365 / middle)) < chance) low = middle;
    else high = middle;
  }
  return high;
}

/** A day of the year, by the rhythm of the months and a weight that depends on the days since 1 January. */
function drawDay(
  jaar: number,
  rhythm: readonly number[],
  weight: (days: number) => number,
  random: Random,
): PlainDate {
  const month = random.weighted(rhythm.map((busy, index) => busy * weight(index * 30.4 + 15)));
  const first = monthOfYear(jaar, 1 + month);
  return addDays(firstDay(first), random.integer(0, daysIn(first) - 1));
}

/** When help that already ran on the first day of the sample had begun. */
function history(child: Child, parameters: TypeParameters, first: number, random: Random): PlainDate {
  const mean = 365 / (1 - Math.min(parameters.retention * parameters.runsOn, 0.9));
  const days = Math.min(1 + Math.round(-Math.log(1 - random.next()) * mean), LIFE.historyDays);
  const youngest = addMonths(child.born, parameters.ages.from * 12);
  return earliest(latest(addDays(day(first, 1, 1), -days), youngest), day(first - 1, 12, 31));
}

/** Help of somebody who was 18 on the first day of the sample had begun before: after 18 none begins. */
function alreadyRan(parameters: TypeParameters, age: number, random: Random): boolean {
  return age >= 18 || random.chance(goesOn(parameters, age - 1));
}

function goesOn(parameters: TypeParameters, age: number): number {
  const chance = parameters.retention * parameters.runsOn;
  if (age >= 17) return chance * parameters.after18;
  return age < parameters.ages.from || age >= parameters.ages.to + 1 ? 0 : chance;
}

function drawReden(end: PlainDate, random: Random): string {
  const weights = REDENEN.map((reden) => {
    const since = parsePlainDate(STOP_REASON_SINCE[reden] ?? '');
    return since !== undefined && end < since ? 0 : (STOP_REASONS[reden] ?? 0);
  });
  return REDENEN[random.weighted(weights)] ?? '31';
}

function overstap(end: PlainDate): string {
  const since = parsePlainDate(STOP_REASON_SINCE['38'] ?? '');
  return since !== undefined && end < since ? '34' : '38';
}

/** A break of two to five weeks well inside a year, so that no month of the year loses its care. */
function drawPause(
  begin: PlainDate,
  end: PlainDate,
  random: Random,
): readonly [PlainDate, PlainDate] | undefined {
  if (end - begin < 201 || !random.chance(LIFE.pauses)) return undefined;
  const summer = addDays(
    day(yearOf(addDays(begin, random.integer(70, end - begin - 100))), 6, 1),
    random.integer(0, 60),
  );
  const start = latest(addDays(begin, 40), earliest(addDays(end, -60), summer));
  return [start, addDays(start, random.integer(13, 34))];
}

/** Who delivers a type in a gemeente: large providers more often, every gemeente with its own favourites. */
class Market {
  readonly #offers: readonly (readonly Offer[])[];
  readonly #weights: readonly (readonly number[])[][];

  constructor(targets: Targets, offers: readonly (readonly Offer[])[], seed: number) {
    this.#offers = offers;
    this.#weights = targets.gemeenten.map((code) =>
      offers.map((list) =>
        list.map(
          (offer) => offer.weight * randomStream(seed, 'market', code, offer.aanbieder.agb).lognormal(1, 0.9),
        ),
      ),
    );
  }

  choose(gemeente: number, type: number, own: readonly Traject[], random: Random): Offer {
    const offers = this.#offers[type] ?? [];
    const familiar = offers.find((offer) => own.some((traject) => traject.aanbieder === offer.aanbieder));
    if (familiar && random.chance(LIFE.samePlace)) return familiar;
    const offer = offers[random.weighted(this.#weights[gemeente]?.[type] ?? [])];
    if (!offer) throw new RangeError(`no offer of type ${type}`);
    return offer;
  }
}
