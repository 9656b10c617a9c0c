// SPDX-License-Identifier: EUPL-1.2
import type { LinearRow, OpenProgram, Solver } from '../solver.ts';
import type { Onbekende } from './kennis.ts';
import { keyOfNumber } from './kennis.ts';
import type { Vergelijking } from './vergelijking.ts';

/** Smallest and largest value of a number, in units of the attack, and the printed figures that make it so. */
export interface Grens {
  readonly low: number;
  readonly high: number;
  readonly door: readonly string[];
}

interface Result {
  readonly bounds: ReadonlyMap<Onbekende, Grens>;
  readonly tegenspraak: readonly string[];
}

/** An equation without what is printed. */
interface Rij {
  readonly van: Vergelijking;
  readonly vrij: readonly { readonly number: Onbekende; readonly factor: number }[];
  readonly low: number;
  readonly high: number;
  readonly bronnen: readonly string[];
}

const SMALL = 1e-7;

/** Solves for both ends of every wanted number, one independent part of the system at a time. */
export function grenzen(
  equations: readonly Vergelijking[],
  wanted: ReadonlySet<Onbekende>,
  solver: Solver,
): Result {
  const bounds = new Map<Onbekende, Grens>();
  const tegenspraak: string[] = [];
  for (const part of partsOf(equations)) {
    const targets = part.numbers.filter((number) => wanted.has(number));
    if (targets.length === 0) continue;
    const column = columnsOf(part);
    const program = solver.open(programOf(part, column));
    if (program.run().status === 'infeasible') {
      tegenspraak.push(`${nameOf(targets[0])} (+ ${targets.length - 1})`);
    } else {
      for (const number of targets) bounds.set(number, ends(program, column.get(number) ?? 0, part.rows));
    }
    program.close();
  }
  return { bounds, tegenspraak };
}

/**
 * The older equations that can be true together with those of now. What cannot tells about then (numbers were corrected, a group of gemeenten became the region): as little as possible of it
 * is left out. Older equations of a part that is contradictory without them stay.
 */
export function undisputed(
  equations: readonly Vergelijking[],
  older: readonly Vergelijking[],
  solver: Solver,
): readonly Vergelijking[] {
  const isOlder = new Set(older);
  const disputed = new Set<Vergelijking>();
  for (const part of partsOf([...equations, ...older])) {
    const claims = part.rows.flatMap(({ van }, row) => (isOlder.has(van) ? [row] : []));
    if (claims.length === 0) continue;
    const program = programOf(part, columnsOf(part));
    const first = part.numbers.length;
    const free = claims.flatMap(() => [0, 0]);
    claims.forEach((row, at) => {
      const { columns, values, ...bounds } = program.rows[row] as LinearRow;
      const gaps = [first + 2 * at, first + 2 * at + 1];
      program.rows[row] = { ...bounds, columns: [...columns, ...gaps], values: [...values, 1, -1] };
    });
    const open = solver.open({
      cost: [...program.cost, ...free.map(() => 1)],
      lower: [...program.lower, ...free],
      upper: [...program.upper, ...free.map(() => Number.POSITIVE_INFINITY)],
      rows: program.rows,
    });
    const { values } = open.run();
    open.close();
    claims.forEach((row, at) => {
      const gap = (values[first + 2 * at] ?? 0) + (values[first + 2 * at + 1] ?? 0);
      const van = part.rows[row]?.van;
      if (gap > APART && van !== undefined) disputed.add(van);
    });
  }
  return older.filter((equation) => !disputed.has(equation));
}

/** How far an equation must be from true to be disputed. */
const APART = 1e-6;

function columnsOf({ numbers }: Part): ReadonlyMap<Onbekende, number> {
  return new Map(numbers.map((number, at) => [number, at]));
}

function programOf({ numbers, rows }: Part, column: ReadonlyMap<Onbekende, number>) {
  return {
    cost: numbers.map(() => 0),
    lower: numbers.map(({ lower }) => lower),
    upper: numbers.map(({ upper }) => upper),
    rows: rows.map(
      ({ vrij, low, high }): LinearRow => ({
        lower: low,
        upper: high,
        columns: vrij.map(({ number }) => column.get(number) ?? 0),
        values: vrij.map(({ factor }) => factor),
      }),
    ),
  };
}

function nameOf(number: Onbekende | undefined): string {
  return number === undefined ? '' : keyOfNumber(number);
}

function ends(program: OpenProgram, column: number, rows: readonly Rij[]): Grens {
  const door = new Set<string>();
  const at = (cost: 1 | -1): number => {
    program.setCost(column, cost);
    const { status, objective, rowDuals } = program.run();
    program.setCost(column, 0);
    if (status === 'unbounded') return Number.POSITIVE_INFINITY * -cost;
    if (status !== 'optimal') throw new Error(`the attack could not be solved: ${status}`);
    rows.forEach(({ bronnen }, row) => {
      if (Math.abs(rowDuals[row] ?? 0) > SMALL) for (const bron of bronnen) door.add(bron);
    });
    return cost * objective;
  };
  const [low, high] = [at(1), at(-1)];
  return { low, high, door: [...door].sort() };
}

/** Moves printed numbers to the other side, remembering where they were printed. */
function withoutPrinted(van: Vergelijking): Rij {
  const { termen, low, high, bronnen } = van;
  const vrij = termen.filter(({ number }) => number.upper - number.lower > SMALL);
  const printed = termen.filter(({ number }) => number.upper - number.lower <= SMALL);
  const sum = printed.reduce((total, { number, factor }) => total + factor * number.lower, 0);
  return {
    van,
    vrij,
    low: low - sum,
    high: high - sum,
    bronnen: [...bronnen, ...printed.flatMap(({ number }) => number.bronnen.slice(0, 1))],
  };
}

/** False when no values within the bounds of its numbers can break it. */
function canBind({ vrij, low, high }: Rij): boolean {
  let least = 0;
  let most = 0;
  for (const { number, factor } of vrij) {
    least += factor > 0 ? factor * number.lower : factor * number.upper;
    most += factor > 0 ? factor * number.upper : factor * number.lower;
  }
  return least < low - SMALL || most > high + SMALL;
}

interface Part {
  readonly numbers: readonly Onbekende[];
  readonly rows: readonly Rij[];
}

/** Independent parts of what can bind. */
function partsOf(equations: readonly Vergelijking[]): readonly Part[] {
  const rows = equations
    .map(withoutPrinted)
    .filter(({ vrij }) => vrij.length > 0)
    .filter(canBind);
  const towards = new Map<Onbekende, Onbekende>();
  const find = (number: Onbekende): Onbekende => {
    let root = number;
    for (let next = towards.get(root); next !== undefined; next = towards.get(root)) root = next;
    for (let at = number; at !== root; ) {
      const next = towards.get(at) ?? root;
      towards.set(at, root);
      at = next;
    }
    return root;
  };
  for (const { vrij } of rows)
    for (const { number } of vrij) {
      const [one, other] = [find(number), find(vrij[0]?.number ?? number)];
      if (one !== other) towards.set(one, other);
    }
  const parts = new Map<Onbekende, { numbers: Set<Onbekende>; rows: Rij[] }>();
  for (const row of rows) {
    const root = find(row.vrij[0]?.number as Onbekende);
    const part = parts.get(root) ?? { numbers: new Set<Onbekende>(), rows: [] };
    parts.set(root, part);
    part.rows.push(row);
    for (const { number } of row.vrij) part.numbers.add(number);
  }
  return [...parts.values()].map((part) => ({ numbers: [...part.numbers], rows: part.rows }));
}
