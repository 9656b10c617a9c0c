// SPDX-License-Identifier: EUPL-1.2

import type { PlainDate } from '../contract/index.ts';
import { addDays, plainDate, TYPEN_JEUGDHULP, yearOf } from '../contract/index.ts';
import type { TypeSet } from './membership.ts';
import { assignTypes, forEachType, has } from './membership.ts';
import type { AgeBell, TypeParameters } from './parameters.ts';
import { AFFINITY, LIFE, TYPES } from './parameters.ts';
import type { Random } from './random.ts';
import { randomStream } from './random.ts';
import type { Targets } from './targets.ts';

/** A fictional child. */
export interface Child {
  readonly id: number;
  readonly born: PlainDate;
  /** COD046: 1 male, 2 female. */
  readonly geslacht: '1' | '2';
  /** Children of one family share surname, address and parent. */
  readonly gezin: number;
}

/** One child, one gemeente, one year: which types it gets. Grain: at most one per child and year. */
export interface ClientYear {
  readonly child: Child;
  readonly gemeente: number;
  readonly jaar: number;
  readonly types: TypeSet;
  /** Types whose help runs on from the year before without a break. */
  readonly runsIn: TypeSet;
  /** Types whose help the gemeente ends on 31 December because next year's total has no place for it (Den Haag, 1-1-2024). */
  endedByGemeente: TypeSet;
}

export interface Population {
  readonly children: readonly Child[];
  /** Per year in the order of `targets.years`, then in order of gemeente. */
  readonly clientYears: readonly ClientYear[][];
}

interface Kept {
  readonly child: Child;
  readonly before: ClientYear;
  /** Types that go on. */
  readonly types: TypeSet;
  readonly runsIn: TypeSet;
}

const PARAMETERS: readonly TypeParameters[] = TYPEN_JEUGDHULP.map((type) => TYPES[type]);
const AFFINITIES = affinityTable();
/** Age at which help can still begin; who is older stayed (verlengde jeugdhulp), and nobody stays up to the second. Unit: years. */
const OLDEST_TO_COME = 17;
const NOBODY_FROM = 21;

/**
 * Children and their types per year, exactly as many as `targets` asks per gemeente, type and year; no child in two gemeenten in one year.
 * Last year's clients stay as far as the targets of this year allow.
 */
export function buildPopulation(targets: Targets, seed: number): Population {
  const nursery = new Nursery();
  const perYear: ClientYear[][] = [];
  let previous: readonly ClientYear[] = [];
  for (const jaar of targets.years) {
    const random = randomStream(seed, 'population', jaar);
    const kept = keepClients(previous, targets, jaar, random);
    const lost = new LostClients(perYear, jaar);
    const taken = new Set(kept.flatMap((list) => list.map(({ child }) => child.id)));
    const current = targets.gemeenten.flatMap((_, gemeente) =>
      fillGemeente(targets, jaar, gemeente, kept[gemeente] ?? [], nursery, lost, taken, seed),
    );
    perYear.push(current);
    previous = current;
  }
  return { children: nursery.children, clientYears: perYear };
}

function keepClients(
  previous: readonly ClientYear[],
  targets: Targets,
  jaar: number,
  random: Random,
): Kept[][] {
  const kept: Kept[][] = targets.gemeenten.map(() => []);
  const sizes = targets.gemeenten.map(
    (code) => targets.cells.find((cell) => cell.gemeente === code && cell.jaar === jaar)?.clienten ?? 0,
  );
  for (const before of previous) {
    const { child, gemeente, types } = before;
    const age = ageOn(child.born, jaar);
    let stays = 0;
    let runsIn = 0;
    forEachType(types, (type) => {
      const parameters = PARAMETERS[type];
      if (!parameters || !random.chance(parameters.retention * ageFactor(parameters, age))) return;
      stays |= 1 << type;
      if (random.chance(parameters.runsOn)) runsIn |= 1 << type;
    });
    if (stays === 0) continue;
    const moves = random.chance(LIFE.moves) && targets.gemeenten.length > 1;
    const home = moves
      ? random.weighted(sizes.map((size, other) => (other === gemeente ? 0 : size)))
      : gemeente;
    kept[home]?.push({ child, before, types: stays, runsIn });
  }
  return kept;
}

function fillGemeente(
  targets: Targets,
  jaar: number,
  gemeente: number,
  kept: readonly Kept[],
  nursery: Nursery,
  lost: LostClients,
  taken: Set<number>,
  seed: number,
): ClientYear[] {
  const code = targets.gemeenten[gemeente] ?? '';
  const cell = targets.cells.find((candidate) => candidate.gemeente === code && candidate.jaar === jaar);
  if (!cell) return [];
  const random = randomStream(seed, 'membership', code, jaar);
  const children = kept.map(({ child }) => child);
  const types = assignTypes(
    {
      clienten: cell.clienten,
      perType: cell.perType,
      kept: kept.map((entry) => entry.types),
      leaves: (index, type) => {
        const child = children[index];
        return child ? 1 / intensityOf(child, type, seed) : 1;
      },
      affinity: (index, own, type) => {
        const child = children[index];
        const parameters = PARAMETERS[type];
        if (!child || !parameters) return 1;
        let weight = bell(parameters.ages, ageOn(child.born, jaar)) + 1e-6;
        forEachType(own, (other) => {
          weight *= AFFINITIES[other]?.[type] ?? 1;
        });
        return weight;
      },
      newcomer: (type) => {
        const returning = random.chance(LIFE.returning)
          ? lost.take(gemeente, type, taken, random)
          : undefined;
        const child = returning ?? nursery.born(gemeente, type, jaar, jaar === targets.years[0], random);
        taken.add(child.id);
        children.push(child);
      },
    },
    random,
  );
  const ended = massExits(kept, types);
  for (const [index, entry] of kept.entries()) {
    entry.before.endedByGemeente = entry.types & entry.runsIn & ~(types[index] ?? 0) & ended;
  }
  return types.flatMap((set, index) => {
    const child = children[index];
    if (set === 0 || !child) return [];
    return [
      { child, gemeente, jaar, types: set, runsIn: (kept[index]?.runsIn ?? 0) & set, endedByGemeente: 0 },
    ];
  });
}

/** Types of which so many of last year's clients have no place this year that the gemeente must have ended their help (Den Haag, 1-1-2024). */
function massExits(kept: readonly Kept[], types: readonly TypeSet[]): TypeSet {
  let exits = 0;
  for (const type of PARAMETERS.keys()) {
    const had = kept.filter((entry) => has(entry.types, type)).length;
    const left = kept.filter((entry, index) => has(entry.types & ~(types[index] ?? 0), type)).length;
    if (had >= 10 && left > LIFE.massExit * had) exits |= 1 << type;
  }
  return exits;
}

/** Makes children, some of them brothers and sisters. */
class Nursery {
  readonly children: Child[] = [];
  readonly #families = new Map<number, Child[]>();
  readonly #sizes = new Map<number, number>();
  #nextFamily = 0;

  /** `already` = among clients of the first year, of whom some stayed on after 18 before the sample began. */
  born(gemeente: number, type: number, jaar: number, already: boolean, random: Random): Child {
    const parameters = PARAMETERS[type];
    const ages = parameters?.ages ?? { peak: 9, spread: 5, from: 0, to: 17 };
    const staying = already && parameters ? parameters.retention * parameters.after18 : 0;
    const age = drawAge(ages, staying, random);
    const first = plainDate(jaar - age - 1, 1, 2) ?? (0 as PlainDate);
    const born = addDays(first, random.integer(0, 363));
    const home = this.#families.get(gemeente) ?? [];
    this.#families.set(gemeente, home);
    const sibling =
      random.chance(LIFE.siblings) && home.length > 0 ? this.#sibling(home, born, random) : undefined;
    const child: Child = {
      id: this.children.length,
      born,
      geslacht: random.chance(LIFE.boys) ? '1' : '2',
      gezin: sibling?.gezin ?? this.#nextFamily++,
    };
    this.children.push(child);
    this.#sizes.set(child.gezin, (this.#sizes.get(child.gezin) ?? 0) + 1);
    home.push(child);
    return child;
  }

  #sibling(home: readonly Child[], born: PlainDate, random: Random): Child | undefined {
    for (let attempt = 0; attempt < 4; attempt += 1) {
      const candidate = random.pick(home);
      const apart = Math.abs(candidate.born - born);
      const room = (this.#sizes.get(candidate.gezin) ?? 0) < LIFE.largestFamily;
      if (room && apart > 300 && apart < 3000) return candidate;
    }
    return undefined;
  }
}

/** Clients of earlier years who are nobody's client now, per gemeente. */
class LostClients {
  readonly #pools = new Map<number, Child[]>();
  readonly #jaar: number;

  constructor(perYear: readonly (readonly ClientYear[])[], jaar: number) {
    this.#jaar = jaar;
    const lastSeen = new Map<number, ClientYear>();
    for (const year of perYear) for (const record of year) lastSeen.set(record.child.id, record);
    for (const { child, gemeente } of lastSeen.values()) {
      const pool = this.#pools.get(gemeente) ?? [];
      pool.push(child);
      this.#pools.set(gemeente, pool);
    }
  }

  take(gemeente: number, type: number, taken: ReadonlySet<number>, random: Random): Child | undefined {
    const pool = this.#pools.get(gemeente) ?? [];
    const ages = PARAMETERS[type]?.ages;
    for (let attempt = 0; attempt < 6 && pool.length > 0; attempt += 1) {
      const child = random.pick(pool);
      const age = ageOn(child.born, this.#jaar);
      if (!taken.has(child.id) && ages && age <= Math.min(ages.to, 16) && age >= ages.from) return child;
    }
    return undefined;
  }
}

/** Price of a child's help of one type relative to the median of the type. The lighter the help, the sooner a place for it is given up. */
export function intensityOf(child: Child, type: number, seed: number): number {
  return randomStream(seed, 'intensity', child.id, type).lognormal(1, PARAMETERS[type]?.monthSigma ?? 0);
}

/** Age on 1 January; negative for a child that is born later in the year. */
export function ageOn(born: PlainDate, jaar: number): number {
  const year = yearOf(born);
  return jaar - year - (born === plainDate(year, 1, 1) ? 0 : 1);
}

function ageFactor(parameters: TypeParameters, age: number): number {
  if (age >= NOBODY_FROM) return 0;
  if (age > OLDEST_TO_COME) return parameters.after18;
  return age > parameters.ages.to ? 0 : 1;
}

function bell(ages: AgeBell, age: number): number {
  return age < ages.from || age > ages.to ? 0 : Math.exp(-(((age - ages.peak) / ages.spread) ** 2));
}

/** `staying` = share of those of 17 and older that is still a client a year later. */
function drawAge(ages: AgeBell, staying: number, random: Random): number {
  const weights = Array.from({ length: ages.to - ages.from + 1 }, (_, step) => bell(ages, ages.from + step));
  if (staying > 0 && ages.to === OLDEST_TO_COME) {
    for (let age = OLDEST_TO_COME + 1; age < NOBODY_FROM; age += 1)
      weights.push((weights.at(-1) ?? 0) * staying);
  }
  return ages.from + random.weighted(weights);
}

function affinityTable(): number[][] {
  const table = TYPEN_JEUGDHULP.map(() => TYPEN_JEUGDHULP.map(() => 1));
  for (const [one, other, factor] of AFFINITY) {
    const a = TYPEN_JEUGDHULP.indexOf(one);
    const b = TYPEN_JEUGDHULP.indexOf(other);
    const rowA = table[a];
    const rowB = table[b];
    if (rowA && rowB) {
      rowA[b] = factor;
      rowB[a] = factor;
    }
  }
  return table;
}
