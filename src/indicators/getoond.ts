// SPDX-License-Identifier: EUPL-1.2
import type { Metingen, Strook } from './metingen.ts';

/** The cells of one area and period that are shown, in order, and for each the row in which its quantity was measured now and then; -1 for none. */
export interface Getoond {
  readonly cel: Int32Array;
  readonly nu: Int32Array;
  readonly toen: Int32Array;
}

/** Rows of one area and period. */
export interface Waar {
  readonly metingen: Metingen;
  readonly strook: Strook;
}

/** Cells that always are shown and those that occur, now or then. */
export function getoond(vaste: Int32Array, nu: Waar, toen: Waar): Getoond {
  const [a, b] = [nu.metingen.cel, toen.metingen.cel];
  const size = vaste.length + lengthOf(nu) + lengthOf(toen);
  const [cel, rijNu, rijToen] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  let [v, i, j, count] = [0, nu.strook.van, toen.strook.van, 0];
  while (v < vaste.length || i < nu.strook.tot || j < toen.strook.tot) {
    const fixed = v < vaste.length ? (vaste[v] ?? 0) : Number.POSITIVE_INFINITY;
    const now = i < nu.strook.tot ? (a[i] ?? 0) : Number.POSITIVE_INFINITY;
    const then = j < toen.strook.tot ? (b[j] ?? 0) : Number.POSITIVE_INFINITY;
    const next = Math.min(fixed, now, then);
    cel[count] = next;
    rijNu[count] = now === next ? i : -1;
    rijToen[count] = then === next ? j : -1;
    count += 1;
    if (fixed === next) v += 1;
    if (now === next) i += 1;
    if (then === next) j += 1;
  }
  return { cel: cel.slice(0, count), nu: rijNu.slice(0, count), toen: rijToen.slice(0, count) };
}

/** Per cell the row of the whole that it is part of. */
export function rijenVanGeheel(cel: Int32Array, geheel: Int32Array, { metingen, strook }: Waar): Int32Array {
  const rows = new Map<number, number>();
  for (let row = strook.van; row < strook.tot; row += 1) rows.set(metingen.cel[row] ?? 0, row);
  return cel.map((one) => rows.get(geheel[one] ?? -1) ?? -1);
}

function lengthOf({ strook }: Waar): number {
  return strook.tot - strook.van;
}
