// SPDX-License-Identifier: EUPL-1.2
import type { Clientgegevens, IjwRij } from '../../contract/index.ts';
import type { Velden } from '../velden.ts';

/** Makes a row of what stands in the fields when its element closes. */
export interface RijLezer {
  /** False when identity, a date or an amount cannot be read. */
  isReadable(): boolean;
  read(client: Clientgegevens): IjwRij;
}

/** Place of a value below the element that a row is made of. */
export type Places = (pad: string) => number;

/** A row while it is being filled. */
export type Opbouw<T> = { -readonly [K in keyof T]: T[K] };

/** A row that needs all of `needed`, and whose `optional` fields are absent or can be read. */
export function rijLezer(
  velden: Velden,
  needed: readonly number[],
  optional: readonly number[],
  read: (client: Clientgegevens) => IjwRij,
): RijLezer {
  return {
    isReadable() {
      for (let i = 0; i < needed.length; i++) if (!velden.isRead(needed[i] as number)) return false;
      for (let i = 0; i < optional.length; i++) if (velden.isUnreadable(optional[i] as number)) return false;
      return true;
    },
    read,
  };
}

/** Gives a row a property only when there is a value. */
export function put<T, K extends keyof T>(rij: T, key: K, value: T[K] | undefined): void {
  if (value !== undefined) rij[key] = value;
}
