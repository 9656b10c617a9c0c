// SPDX-License-Identifier: EUPL-1.2
import type { PlainDate } from '../../contract/index.ts';
import { addDays, TYPEN_JEUGDHULP } from '../../contract/index.ts';
import { addMonths, day, earliest, latest } from '../calendar.ts';
import { bits, has } from '../membership.ts';
import { BRONNEN } from '../parameters.ts';
import { ageOn } from '../population.ts';
import type { Random } from '../random.ts';
import type { BronWereld } from './bron-wereld.ts';
import { clientsByWeight, some, stream } from './bron-wereld.ts';
import type { Loop, Reeks } from './loop.ts';
import { dealLoops, lastYear, reeksenOf } from './loop.ts';

/** One measure of one child at one institution. */
export interface Maatregel {
  readonly childId: number;
  readonly gemeente: number;
  /** Index in `BRONNEN.gis`. */
  readonly gi: number;
  readonly soort: 'ots' | 'vots' | 'voogdij' | 'jr' | 'muhp';
  readonly begin: PlainDate;
  readonly eind: PlainDate | undefined;
  readonly bestemming?: (typeof BRONNEN.bestemmingen)[number][0];
}

const DAYS_OF_TWO_YEARS = 731;

/**
 * Supervision orders and guardianships: per institution, gemeente and year exactly as published, and the region with each child once.
 *
 * Where the gemeenten add up to more than the region, that many children are in two gemeenten in one year: they move between the largest gemeente
 * and another one, and change institution on the way. So totals that are a plain sum per gemeente and distinct in the region can both hold.
 */
export function jeugdbescherming(wereld: BronWereld): Maatregel[] {
  const { figuren, targets, jaren } = wereld;
  if (!figuren.has('jeugdbescherming')) return [];
  const used = new Set<number>();
  const loops = targets.gemeenten.flatMap((code, gemeente) => {
    const random = stream(wereld, 'jb', code);
    const figure = (splitsing: string, jaar: number): number =>
      figuren.find('jeugdbescherming', '', code, splitsing, jaar) ?? 0;
    const homes = homesOf(wereld, gemeente);
    const poolOf = remembered((jaar) => clientsByWeight(wereld, jaar, gemeente, random, jbWeight));
    return dealLoops(
      {
        gemeente,
        jaren,
        total: (jaar) => figure('', jaar),
        perGi: (jaar) => BRONNEN.gis.map((gi) => figure(`gi=${gi}`, jaar)),
        most: (jaar) => poolOf(jaar).filter(({ child }) => !used.has(child.id)).length,
        stays: ({ child }, jaar) =>
          ageOn(child.born, jaar) < 18 &&
          (homes.get(`${child.id}|${jaar}`) ?? gemeente) === gemeente &&
          random.chance(BRONNEN.jbRetention),
        newcomer: (jaar) => {
          const next = poolOf(jaar).find(({ child }) => !used.has(child.id));
          if (!next) throw new RangeError(`not enough children in ${code} in ${jaar}`);
          used.add(next.child.id);
          return next.child;
        },
      },
      random,
    );
  });
  const moved = moveBetweenGemeenten(wereld, loops);
  return withDates(wereld, loops, moved);
}

/** Where each client lives per year, for those that are a client of another gemeente than `gemeente`. */
function homesOf({ population }: BronWereld, gemeente: number): ReadonlyMap<string, number> {
  const homes = new Map<string, number>();
  for (const year of population.clientYears)
    for (const record of year)
      if (record.gemeente !== gemeente) homes.set(`${record.child.id}|${record.jaar}`, record.gemeente);
  return homes;
}

function jbWeight(types: number, age: number): number {
  if (age > 17) return 0;
  return TYPEN_JEUGDHULP.reduce(
    (weight, type, index) => (has(types, index) ? Math.max(weight, BRONNEN.jbWeights[type] ?? 0) : weight),
    0,
  );
}

/** Makes one child of a loop that ends in the largest gemeente and one that begins elsewhere in the same year. Result: where each came from. */
function moveBetweenGemeenten(wereld: BronWereld, loops: readonly Loop[]): ReadonlyMap<Loop, Loop> {
  const { figuren, targets, jaren, regio } = wereld;
  const moved = new Map<Loop, Loop>();
  const taken = new Set<Loop>();
  for (const jaar of jaren) {
    const perGemeente = targets.gemeenten.map(
      (code) => figuren.find('jeugdbescherming', '', code, '', jaar) ?? 0,
    );
    const region = figuren.find('jeugdbescherming', '', regio.code, '', jaar);
    let crossings = region === undefined ? 0 : perGemeente.reduce((sum, count) => sum + count, 0) - region;
    const centre = perGemeente.indexOf(Math.max(...perGemeente));
    const random = stream(wereld, 'jb-moves', jaar);
    const single = (loop: Loop, at: number): boolean => bits(loop.sets[at] ?? 0) === 1 && !taken.has(loop);
    const leavers = some(
      loops.filter(
        (loop) => loop.gemeente === centre && lastYear(loop) === jaar && single(loop, loop.sets.length - 1),
      ),
      loops.length,
      random,
    );
    const arrivals = some(
      loops.filter((loop) => loop.gemeente !== centre && loop.first === jaar && single(loop, 0)),
      loops.length,
      random,
    );
    for (const arrival of arrivals) {
      if (crossings <= 0) break;
      const leaver = leavers.find(
        (loop) =>
          !taken.has(loop) &&
          loop.sets.at(-1) !== arrival.sets[0] &&
          ageOn(loop.child.born, lastYear(arrival)) < 18,
      );
      if (!leaver) continue;
      taken.add(leaver);
      taken.add(arrival);
      arrival.child = leaver.child;
      moved.set(arrival, leaver);
      crossings -= 1;
    }
  }
  return moved;
}

/** Kinds and days of everything in the loops. */
function withDates(wereld: BronWereld, loops: readonly Loop[], moved: ReadonlyMap<Loop, Loop>): Maatregel[] {
  const { jaren } = wereld;
  const first = jaren[0] ?? 0;
  const last = jaren.at(-1) ?? 0;
  const plan = new Maatregelplan(wereld, loops, moved);
  const random = stream(wereld, 'jb-dates');
  const arrivalOf = new Map([...moved].map(([arrival, leaver]) => [leaver, arrival]));
  const begins = new Map<Reeks, PlainDate>();
  for (const reeks of plan.reeksen) begins.set(reeks, plan.begin(reeks, random));
  return plan.reeksen.flatMap((reeks): Maatregel[] => {
    const begin = begins.get(reeks) ?? day(first, 1, 1);
    const next = plan.reeksen.find(
      (other) => other.loop === reeks.loop && other !== reeks && other.van === reeks.tot && !other.vers,
    );
    const arrival = reeks.tot === lastYear(reeks.loop) ? arrivalOf.get(reeks.loop) : undefined;
    const handedOver =
      next ??
      (arrival && plan.reeksen.find((other) => other.loop === arrival && other.van === arrival.first));
    const eind = handedOver
      ? latest(addDays(begins.get(handedOver) ?? begin, -1), day(reeks.tot, 1, 1), begin)
      : plan.eind(reeks, begin, random);
    const childId = reeks.loop.child.id;
    const base = { childId, gemeente: reeks.loop.gemeente, gi: reeks.gi };
    const soort = plan.voogdij.has(reeks.loop) ? 'voogdij' : 'ots';
    const rows: Maatregel[] = [{ ...base, soort, begin, eind }];
    const fresh = reeks.vers && !moved.has(reeks.loop) && soort === 'ots';
    const from = addDays(begin, -random.integer(30, 85));
    if (fresh && reeks.van > first && random.chance(BRONNEN.votsShare) && from >= day(reeks.van, 1, 1))
      rows.push({ ...base, soort: 'vots', begin: from, eind: addDays(begin, -1) });
    if (random.chance(soort === 'voogdij' ? BRONNEN.muhpVoogdij : BRONNEN.muhpOts)) {
      const end = eind ?? day(last, 12, 31);
      const start = latest(addDays(begin, random.integer(0, 240)), day(Math.max(first, reeks.van), 1, 1));
      if (start < end)
        rows.push({
          ...base,
          soort: 'muhp',
          begin: start,
          eind: earliest(addDays(start, random.integer(90, 540)), end),
          bestemming: pickBestemming(random),
        });
    }
    return rows;
  });
}

function pickBestemming(random: Random): (typeof BRONNEN.bestemmingen)[number][0] {
  const index = random.weighted(BRONNEN.bestemmingen.map(([, weight]) => weight));
  return BRONNEN.bestemmingen[index]?.[0] ?? 'instelling';
}

/**
 * Which loops are guardianships, and when orders begin, so that the published numbers of guardianships and of orders of less than two years come
 * out in the first and the last year, and the published orders of a first quarter begin in that quarter.
 */
class Maatregelplan {
  readonly reeksen: readonly Reeks[];
  readonly voogdij = new Set<Loop>();
  readonly #wereld: BronWereld;
  readonly #moved: ReadonlyMap<Loop, Loop>;
  readonly #first: number;
  readonly #last: number;
  /** Orders that already ran in the first year and are shorter than two years in it. */
  readonly #kort = new Set<Loop>();
  /** Orders of two years before the last that end before they have run two years. */
  readonly #afgebroken = new Set<Loop>();
  /** Orders that begin in the first quarter because so many were published. */
  readonly #eersteKwartaal = new Map<Reeks, boolean>();

  constructor(wereld: BronWereld, loops: readonly Loop[], moved: ReadonlyMap<Loop, Loop>) {
    this.#wereld = wereld;
    this.#moved = moved;
    this.#first = wereld.jaren[0] ?? 0;
    this.#last = wereld.jaren.at(-1) ?? 0;
    this.reeksen = loops.flatMap(reeksenOf);
    this.#chooseKinds(loops);
    this.#chooseQuarters();
  }

  #figure(soort: string, jaar: number): number | undefined {
    return this.#wereld.figuren.find('maatregelen', '', this.#wereld.regio.code, `soort=${soort}`, jaar);
  }

  #chooseKinds(loops: readonly Loop[]): void {
    const random = stream(this.#wereld, 'jb-kinds');
    const first = this.#first;
    const last = this.#last;
    const leavers = new Set(this.#moved.values());
    const simple = (loop: Loop): boolean =>
      loop.sets.every((set) => set === loop.sets[0] && bits(set) === 1) &&
      !this.#moved.has(loop) &&
      !leavers.has(loop);
    const inFirst = loops.filter((loop) => loop.first === first);
    const inLast = loops.filter((loop) => lastYear(loop) === last);
    const wantedFirst = this.#figure('voogdij', first) ?? Math.round(inFirst.length * BRONNEN.voogdijShare);
    const wantedLast = this.#figure('voogdij', last) ?? Math.round(inLast.length * BRONNEN.voogdijShare);
    const pool = some(loops.filter(simple), loops.length, random);
    const both = pool.filter((loop) => loop.first === first && lastYear(loop) === last);
    const onlyFirst = pool.filter((loop) => loop.first === first && lastYear(loop) !== last);
    const older = pool.filter(
      (loop) => loop.first > first && loop.first <= last - 2 && lastYear(loop) === last,
    );
    const recent = pool.filter(
      (loop) => loop.first >= last - 1 && loop.first > first && lastYear(loop) === last,
    );
    const shortInLast = new Set(
      this.reeksen.filter(({ van, tot }) => tot === last && van >= last - 1).map(({ loop }) => loop.child),
    );
    const wantedShort = this.#figure('ots-korter-dan-2-jaar', last);
    const surplus = wantedShort === undefined ? 0 : shortInLast.size - wantedShort;
    const shared = wantedLast - Math.max(surplus, 0);
    const fromBoth = Math.min(both.length, Math.max(shared, 0), wantedFirst);
    const take = (list: readonly Loop[], count: number): void => {
      for (const loop of list.slice(0, Math.max(count, 0))) this.voogdij.add(loop);
    };
    take(recent, surplus);
    take(both, fromBoth);
    take(older, shared - fromBoth);
    take(onlyFirst, wantedFirst - fromBoth);
    const brief = older.filter((loop) => !this.voogdij.has(loop) && loop.first === last - 2);
    for (const loop of brief.slice(0, Math.max(-surplus, 0))) this.#afgebroken.add(loop);
    const wantedShortFirst = this.#figure('ots-korter-dan-2-jaar', first);
    if (wantedShortFirst === undefined) {
      for (const loop of inFirst) if (random.chance(BRONNEN.kortShare)) this.#kort.add(loop);
      return;
    }
    const certain = (loop: Loop): boolean =>
      this.#moved.has(loop) || leavesInFirst(loop) || bits(loop.sets[0] ?? 0) > 1;
    const leavesInFirst = (loop: Loop): boolean => leavers.has(loop) && lastYear(loop) === first;
    const orders = inFirst.filter((loop) => !this.voogdij.has(loop));
    for (const loop of orders) if (certain(loop)) this.#kort.add(loop);
    const children = new Set([...this.#kort].map(({ child }) => child)).size;
    const free = some(
      orders.filter((loop) => !certain(loop)),
      wantedShortFirst - children,
      random,
    );
    for (const loop of free) this.#kort.add(loop);
  }

  #chooseQuarters(): void {
    const random = stream(this.#wereld, 'jb-quarters');
    for (const jaar of this.#wereld.jaren) {
      for (const [gi, naam] of BRONNEN.gis.entries()) {
        const wanted = this.#wereld.figuren.find(
          'muhp',
          'ots',
          this.#wereld.regio.code,
          `gi=${naam}`,
          `${jaar}-Q1`,
        );
        if (wanted === undefined) continue;
        const fresh = this.reeksen.filter(
          (reeks) => reeks.gi === gi && reeks.van === jaar && this.#isFreshOrder(reeks),
        );
        const chosen = new Set(some(fresh, wanted, random));
        for (const reeks of fresh) this.#eersteKwartaal.set(reeks, chosen.has(reeks));
      }
    }
  }

  #isFreshOrder({ loop, vers, van }: Reeks): boolean {
    return vers && van > this.#first && !this.#moved.has(loop) && !this.voogdij.has(loop);
  }

  begin(reeks: Reeks, random: Random): PlainDate {
    const { loop, van, vers } = reeks;
    if (!vers || this.#moved.has(loop)) return addDays(day(van, 4, 1), random.integer(0, 255));
    if (van === this.#first) {
      if (this.voogdij.has(loop)) return addDays(day(van - 9, 1, 1), random.integer(0, 2900));
      return this.#kort.has(loop)
        ? addDays(day(van - 1, 2, 1), random.integer(0, 330))
        : addDays(day(van - 4, 1, 1), random.integer(0, 700));
    }
    if (this.#afgebroken.has(loop)) return addDays(day(van, 10, 1), random.integer(0, 60));
    const early = this.#eersteKwartaal.get(reeks);
    if (early === true) return day(van, random.integer(1, 3), random.integer(1, 28));
    const later = random.integer(0, 170);
    if (early === false || !random.chance(0.25)) return addDays(day(van, 4, 1), later);
    return day(van, random.integer(1, 3), random.integer(1, 28));
  }

  eind(reeks: Reeks, begin: PlainDate, random: Random): PlainDate | undefined {
    const { loop, van, tot } = reeks;
    const until = day(tot, 12, 31);
    const from = latest(addDays(begin, 14), day(tot, 1, 1));
    if (this.#afgebroken.has(loop)) return day(tot, random.integer(1, 8), random.integer(1, 28));
    if (tot === this.#last && random.chance(BRONNEN.jbRetention)) return undefined;
    const isOldOrder = tot === this.#last && van === tot - 2;
    const least = isOldOrder ? latest(from, addDays(begin, DAYS_OF_TWO_YEARS + 1)) : from;
    if (least > until) return tot === this.#last ? undefined : until;
    return addDays(least, random.integer(0, until - least));
  }
}

/** Probation: per institution and year exactly as published for the region, each child once in the total. */
export function jeugdreclassering(wereld: BronWereld): Maatregel[] {
  const { figuren, jaren, regio } = wereld;
  if (!figuren.has('jeugdreclassering')) return [];
  const random = stream(wereld, 'jr');
  const used = new Set<number>();
  const homes = new Map<number, number>();
  const poolOf = remembered((jaar) =>
    clientsByWeight(wereld, jaar, undefined, random, (types, age) =>
      age < 12 || age > 17 ? 0 : (age - 10) * (has(types, GEDWONGEN) ? 12 : 1),
    ),
  );
  const figure = (splitsing: string, jaar: number): number =>
    figuren.find('jeugdreclassering', '', regio.code, splitsing, jaar) ?? 0;
  const loops = dealLoops(
    {
      gemeente: -1,
      jaren,
      total: (jaar) => figure('', jaar),
      perGi: (jaar) => BRONNEN.gis.map((gi) => figure(`gi=${gi}`, jaar)),
      most: (jaar) =>
        Math.floor(poolOf(jaar).filter(({ child }) => !used.has(child.id)).length * BRONNEN.jrMost),
      stays: ({ child }, jaar) => ageOn(child.born, jaar) < 21 && random.chance(BRONNEN.jrRetention),
      newcomer: (jaar) => {
        const next = poolOf(jaar).find(
          ({ child }) => !used.has(child.id) && (child.geslacht === '1' || random.chance(BRONNEN.jrMeisjes)),
        );
        if (!next) throw new RangeError(`not enough children of twelve and older in ${jaar}`);
        used.add(next.child.id);
        homes.set(next.child.id, next.gemeente);
        return next.child;
      },
    },
    random,
  );
  const first = jaren[0] ?? 0;
  const last = jaren.at(-1) ?? 0;
  return loops.flatMap(reeksenOf).map(({ loop, gi, van, tot }) => {
    const begin =
      van === first && random.chance(BRONNEN.jrRetention)
        ? addDays(day(van - 1, 3, 1), random.integer(0, 300))
        : addDays(day(van, 1, 1), random.integer(0, 340));
    const from = latest(addDays(begin, 7), day(tot, 1, 1));
    const runs = tot === last && random.chance(BRONNEN.jrRetention);
    const eind = runs ? undefined : addDays(from, random.integer(0, day(tot, 12, 31) - from));
    return {
      childId: loop.child.id,
      gemeente: homes.get(loop.child.id) ?? 0,
      gi,
      soort: 'jr' as const,
      begin,
      eind,
    };
  });
}

function remembered<Value>(make: (jaar: number) => Value): (jaar: number) => Value {
  const known = new Map<number, Value>();
  return (jaar) => {
    const value = known.get(jaar) ?? make(jaar);
    known.set(jaar, value);
    return value;
  };
}

const GEDWONGEN = TYPEN_JEUGDHULP.indexOf('gedwongen-kader');

/** How often an order was extended: once a year. */
export function verlengingen({ begin, eind }: Maatregel, until: PlainDate): number {
  let count = 0;
  while (addMonths(begin, 12 * (count + 1)) <= (eind ?? until)) count += 1;
  return count;
}
