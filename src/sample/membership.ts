// SPDX-License-Identifier: EUPL-1.2
import type { Random } from './random.ts';

/** Types of one child as bits: bit k is the k-th of `TYPEN_JEUGDHULP`. */
export type TypeSet = number;

/** One gemeente in one year: whom it kept from last year, and what it must come to. */
export interface MembershipTask {
  readonly clienten: number;
  readonly perType: readonly number[];
  /** Types that each child of last year would go on with; each with at least one. */
  readonly kept: readonly TypeSet[];
  /** How likely it is that a child with `types` gets `type` too; index counts kept children first, then new ones. Above 0. */
  affinity(index: number, types: TypeSet, type: number): number;
  /** How likely a kept child is to lose `type` where there are too many, relative to others. Above 0; 1 when absent. */
  readonly leaves?: (index: number, type: number) => number;
  /** Called once for each new child with its first type, in order of index. */
  newcomer(type: number): void;
}

/**
 * Who gets which types this year: an assignment in which exactly `clienten` children have at least one type and exactly `perType[k]` of
 * them have type k. Result: types per child, kept children first (0 = no longer a client), then newcomers.
 *
 * Exact for every task with max(perType) ≤ clienten ≤ sum(perType), whatever `kept` is:
 * 1. Surplus pairs (child, type) are dropped until no type has more than its target, and children until there are at most `clienten`.
 *    Call what is still to be given per type r(k) ≥ 0, and the number of newcomers needed M ≥ 0.
 * 2. While sum(r) < M a pair is dropped from a child with several types. There always is one: if every kept child had one type,
 *    sum(r) = sum(perType) − kept ≥ clienten − kept = M.
 * 3. M of the sum(r) open pairs become the first types of the newcomers; each newcomer has one, so everybody has at least one.
 * 4. The e(k) pairs of type k that remain go to children without k. There are clienten − perType[k] + e(k) ≥ e(k) of those.
 *
 * Throws RangeError when the task is not feasible. Cost: a sort of the clients per type.
 */
export function assignTypes(task: MembershipTask, random: Random): TypeSet[] {
  const { clienten, perType, leaves = () => 1 } = task;
  const sum = perType.reduce((total, count) => total + count, 0);
  if (Math.max(...perType) > clienten || clienten > sum)
    throw new RangeError('max(t) ≤ N ≤ Σt does not hold');
  const types = [...task.kept];
  const open = perType.map((count, type) => count - types.filter((set) => has(set, type)).length);
  for (const [type, missing] of open.entries()) {
    if (missing >= 0) continue;
    const members = indexes(types, (set) => has(set, type));
    for (const index of sample(members, -missing, random, (i) => leaves(i, type) / bits(types[i] ?? 0))) {
      types[index] = (types[index] ?? 0) & ~(1 << type);
    }
    open[type] = 0;
  }
  const staying = indexes(types, (set) => set !== 0);
  for (const index of sample(
    staying,
    staying.length - clienten,
    random,
    (i) => 1 / bits(types[i] ?? 1) ** 2,
  )) {
    forEachType(types[index] ?? 0, (type) => {
      open[type] = (open[type] ?? 0) + 1;
    });
    types[index] = 0;
  }
  const newcomers = clienten - types.filter((set) => set !== 0).length;
  let lacking = newcomers - open.reduce((all, count) => all + count, 0);
  while (lacking > 0) {
    const many = indexes(types, (set) => bits(set) > 1);
    for (const index of sample(many, lacking, random, () => 1)) {
      const own: number[] = [];
      forEachType(types[index] ?? 0, (type) => own.push(type));
      const type = random.pick(own);
      types[index] = (types[index] ?? 0) & ~(1 << type);
      open[type] = (open[type] ?? 0) + 1;
      lacking -= 1;
    }
  }
  const pairs = open.flatMap((count, type) => Array<number>(count).fill(type));
  const places = pairs.map((_, place) => place);
  for (const pair of sample(places, newcomers, random, () => 1)) {
    const type = pairs[pair] ?? 0;
    open[type] = (open[type] ?? 0) - 1;
    types.push(1 << type);
    task.newcomer(type);
  }
  const rarestFirst = [...open.keys()].sort((a, b) => (perType[a] ?? 0) - (perType[b] ?? 0) || a - b);
  for (const type of rarestFirst) {
    const without = indexes(types, (set) => set !== 0 && !has(set, type));
    for (const index of sample(without, open[type] ?? 0, random, (i) =>
      task.affinity(i, types[i] ?? 0, type),
    )) {
      types[index] = (types[index] ?? 0) | (1 << type);
    }
  }
  return types;
}

export function has(types: TypeSet, type: number): boolean {
  return (types & (1 << type)) !== 0;
}

export function bits(types: TypeSet): number {
  let count = 0;
  for (let rest = types; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

export function forEachType(types: TypeSet, visit: (type: number) => void): void {
  for (let type = 0; types >> type !== 0; type += 1) if (has(types, type)) visit(type);
}

function indexes(types: readonly TypeSet[], wanted: (set: TypeSet) => boolean): number[] {
  const found: number[] = [];
  for (const [index, set] of types.entries()) if (wanted(set)) found.push(index);
  return found;
}

/**
 * `count` of the items without repetition, likelier for larger weights; none when `count` is 0 or less.
 * Source: Efraimidis and Spirakis 2006, weighted sampling by exponential keys.
 */
function sample(
  items: readonly number[],
  count: number,
  random: Random,
  weight: (item: number) => number,
): number[] {
  if (count <= 0) return [];
  const keyed = items.map((item) => ({ item, key: -Math.log(1 - random.next()) / weight(item) }));
  keyed.sort((a, b) => a.key - b.key);
  return keyed.slice(0, count).map(({ item }) => item);
}
