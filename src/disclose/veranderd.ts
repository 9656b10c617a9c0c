// SPDX-License-Identifier: EUPL-1.2
import type { GeheimhoudingZone } from '../contract/index.ts';
import { printed, roundingRoom } from './afronden.ts';
import type { Gelezen } from './gelezen.ts';
import type { Getallen } from './getallen.ts';
import type { OudVerband } from './oud-verband.ts';
import type { Verband } from './verbanden.ts';

/** A relation of an old release, and which release. */
interface Bekend {
  readonly oud: Gelezen;
  readonly verband: OudVerband;
}

/** Every relation of an old release. */
interface AlleVerbanden {
  readonly oud: Gelezen;
  readonly all: readonly Verband[];
}

/**
 * What old releases hid and may have another value now, as far as a reader can see: a number of a sum that has changed, and every sum that such a number is a part of.
 * Shape: release and key.
 */
export function veranderd(
  known: readonly Bekend[],
  uitgaven: readonly AlleVerbanden[],
  getallen: Getallen,
  isPrinted: (key: string) => boolean,
  regels: GeheimhoudingZone,
): ReadonlySet<string> {
  return withSums(
    known.filter(({ oud, verband }) => isVeranderd(verband, oud, getallen, isPrinted, regels)),
    uitgaven,
  );
}

function withSums(start: readonly Bekend[], uitgaven: readonly AlleVerbanden[]): ReadonlySet<string> {
  const found = new Set(
    start.flatMap(({ oud, verband: { termen } }) =>
      termen.flatMap(([key]) => (oud.vervallen.has(key) ? [] : [`${oud.id} ${key}`])),
    ),
  );
  const sums = uitgaven.flatMap(({ oud, all }) =>
    all.flatMap(({ soort, termen, optelling }) => {
      const [least, most] = optelling === undefined ? [0, 0] : oud.verteld(optelling);
      const keys = (sign: -1 | 1): readonly string[] =>
        termen.flatMap(([key, factor]) =>
          sign * factor > 0 && oud.verborgen.has(key) ? [`${oud.id} ${key}`] : [],
        );
      return soort === 'gelijk' && Number.isFinite(most - least)
        ? [{ delen: keys(1), geheel: keys(-1) }]
        : [];
    }),
  );
  for (let size = -1; size < found.size; ) {
    size = found.size;
    for (const { delen, geheel } of sums)
      if (delen.some((key) => found.has(key))) for (const key of geheel) found.add(key);
  }
  return found;
}

/** What was hidden may have changed: a figure of its sum is not printed any more, or with the figures that are printed now the sum is another than it was. */
function isVeranderd(
  { verband, uit, toen, down, up, unit }: OudVerband,
  oud: Gelezen,
  getallen: Getallen,
  isPrinted: (key: string) => boolean,
  regels: GeheimhoudingZone,
): boolean {
  if (verband.soort !== 'gelijk' || !Number.isFinite(toen[1] - toen[0])) return false;
  const shown = new Map(uit.cijfers.map((key) => [key, getallen.get(oud.hier(key))]));
  if ([...shown].some(([key, now]) => now !== undefined && !isPrinted(oud.hier(key)))) return true;
  let [moved, less, more] = [0, 0, 0];
  for (const [key, factor] of verband.termen) {
    const now = shown.get(key);
    if (now === undefined && shown.has(key)) return false;
    if (now === undefined) continue;
    const value = printed(now.value, now.grootheid, regels);
    const room = roundingRoom(value, now.grootheid, regels);
    moved += factor * (value - (oud.getallen.get(key)?.value ?? 0));
    less += Math.abs(factor) * (factor > 0 ? room.down : room.up);
    more += Math.abs(factor) * (factor > 0 ? room.up : room.down);
  }
  const apart = toen[1] - toen[0] + 1e-6 * unit;
  return moved > apart + up + less || -moved > apart + down + more;
}
