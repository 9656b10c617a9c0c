// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie } from './dimensie.ts';
import type { FigureRow, Unit } from './figure.ts';
import type { Opbouw } from './opbouw.ts';
import type { ReleaseStatus } from './release-status.ts';
import type { IntervalMethode } from './wilson-interval.ts';

/** Who may see a table. `open`: anyone. `intern`: people with a role in a gemeente or the bureau. */
export type Zone = 'open' | 'intern';

/**
 * Figures that may be shown in their zone. Hidden cells have `waarde: null`, no numerator or denominator, and status `geheim`.
 *
 * One-way glass: `publish`, `report` and `web` accept nothing else, and only `src/disclose/` makes one. The class exists for the compiler
 * alone: its protected member makes the type nominal, so that neither a table that was not protected nor a copy of a protected one with other
 * rows compiles where this is asked. What gets past the compiler (a cast, an `any`) does not get past `refuseUnsafe`, which each of them calls.
 */
export declare abstract class SafeTable {
  protected readonly safe: Zone;
  readonly zone: Zone;
  readonly indicator: string;
  readonly definitie: string;
  readonly eenheid: Unit;
  readonly dimensies: readonly Dimensie[];
  readonly interval?: IntervalMethode;
  readonly opbouw: readonly Opbouw[];
  /** How final the figures of each period are. */
  readonly voorlopigheid?: Readonly<Record<string, ReleaseStatus>>;
  readonly rows: readonly FigureRow[];
}

const SEALED = new WeakSet<object>();

/** What anybody can read of a `SafeTable`. */
type Readable = { readonly [Name in keyof SafeTable]: SafeTable[Name] };

/** A copy of a table that is a `SafeTable` and cannot be changed, by way of what it was made from neither. Only `src/disclose/show.ts` calls it, with what it protected; a test guards this. */
export function sealSafeTable(table: Readable): SafeTable {
  const sealed = frozen(structuredClone(table));
  SEALED.add(sealed);
  return sealed as unknown as SafeTable;
}

function frozen<Value extends object>(value: Value): Value {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) frozen(part);
  return Object.freeze(value);
}

/**
 * Throws: a bug, when this very object was not sealed in this program (a copy, or what is read back from a file, was not), is not for everyone, or still
 * holds a value in a hidden cell.
 */
export function refuseUnsafe(table: SafeTable): void {
  const name = [table.indicator, ...table.dimensies].join('-');
  if (!SEALED.has(table)) throw new Error(`${name} is not protected`);
  if (table.zone !== 'open') throw new Error(`${name} is a table of zone ${table.zone}`);
  const leak = table.rows.some(
    ({ status, waarde, teller, noemer }) =>
      status.includes('geheim') && (waarde !== null || teller !== null || noemer !== null),
  );
  if (leak) throw new Error(`${name} holds a value in a hidden cell`);
}
