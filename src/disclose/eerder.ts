// SPDX-License-Identifier: EUPL-1.2
import type { EerdereRelease, GeheimhoudingZone } from '../contract/index.ts';
import { GEMEENTE_ONBEKEND } from './gebieden.ts';
import type { Gelezen } from './gelezen.ts';
import { gelezen, isUnchanged, vervallenVan } from './gelezen.ts';
import type { Getallen } from './getallen.ts';
import type { Lot } from './lot.ts';
import { lotVan } from './lot.ts';
import type { OudVerband } from './oud-verband.ts';
import { oudeVerbanden, waarNu, zeker } from './oud-verband.ts';
import { jaarKey, overUitgaven } from './over-uitgaven.ts';
import type { Solver } from './solver.ts';
import { veranderd } from './veranderd.ts';
import type { Verband } from './verbanden.ts';
import { verbandenOf } from './verbanden.ts';
import type { Vervallen } from './vervallen.ts';
import { aanvulling } from './vervallen.ts';
import type { Wereld } from './wereld.ts';

/** What earlier releases force on this one. */
export interface Eerder extends Lot {
  /** What they hid and this one has no row of, each with a value that agrees with all that is known of it. */
  readonly vervallen: ReadonlyMap<string, Vervallen & { readonly value: number }>;
  /** Relations of earlier releases between numbers that are hidden in them, with what was shown then as constants: all that are true of now. */
  readonly verbanden: readonly Verband[];
  /** Relations between numbers that no single release has all rows of. */
  readonly over: readonly Verband[];
  /** The same for somebody who has the published files and nothing else, and leaves out what has no row any more: which figures keep their value he sees from what is printed now. */
  openbaar(isPrinted: (key: string) => boolean): readonly Verband[];
}

/**
 * An attacker keeps old releases and takes a number that was hidden then to be the number that is hidden now. Where that is wrong he learns nothing true;
 * so what he can know is every old relation that is true of the numbers of now, whatever else in it was corrected. Which ones are, only we can tell: from the
 * files he takes those whose printed figures are still printed with the same value, or have no row any more, unless another sum shows that what they hid has changed.
 * Source: docs/adr/what-was-shown-and-keeps-its-value-stays-shown.md
 */
export function eerderOf(
  releases: readonly EerdereRelease[],
  getallen: Getallen,
  wereld: Wereld,
  regels: GeheimhoudingZone,
  solver: Solver,
): Eerder {
  const uitgaven = releases.map((release) => gelezen(release, getallen, wereld, regels));
  const rijen: Getallen = new Map([...getallen].filter(([, { grootheid }]) => grootheid.afgeleid !== true));
  const gelezenVerbanden = uitgaven.map((oud) => ({
    oud,
    all: zeker(verbandenOf(oud.getallen, oud.gebieden, { alle: true })),
  }));
  const known = gelezenVerbanden.flatMap(({ oud, all }) =>
    oudeVerbanden(all, oud).map((verband) => ({
      oud,
      verband,
      isCorrected: verband.uit.cijfers.some((key) => isCorrected(key, oud, rijen, regels)),
    })),
  );
  const vervallen = vervallenVan(uitgaven);
  const over = overUitgaven(uitgaven, rijen, wereld, regels);
  const gezien = over.filter(({ termen }) => !termen.some(([key]) => vervallen.has(key) || isOnbekend(key)));
  const untrue = new Set(
    known
      .filter(({ verband }) => !verband.termen.some(([key]) => vervallen.has(key)))
      .filter(({ verband }) => waarNu(verband, new Map(), false).length === 0)
      .flatMap(({ oud, verband }) => verband.termen.map(([key]) => `${oud.id} ${key}`)),
  );
  const isTrusted = ({ oud, verband }: (typeof known)[number]): boolean =>
    !verband.termen.some(([key]) => untrue.has(`${oud.id} ${key}`));
  const values = aanvulling(
    vervallen,
    [
      ...known.map((one) => ({ ...one.verband, isTrusted: isTrusted(one) })),
      ...over.map((verband) => ({ ...verband, isTrusted: true })),
    ],
    solver,
  );
  const isSeen = (oud: Gelezen, { termen, uit }: OudVerband, isPrinted: (key: string) => boolean): boolean =>
    !termen.some(([key]) => vervallen.has(key) || isOnbekend(key)) &&
    uit.cijfers.every((cijfer) => {
      const [before, here] = [oud.getallen.get(cijfer), oud.hier(cijfer)];
      const now = rijen.get(here);
      return (
        before === undefined || now === undefined || (isPrinted(here) && isUnchanged(before, now, regels))
      );
    });
  const openbaar = (isPrinted: (key: string) => boolean): readonly Verband[] => {
    const changed = veranderd(known, gelezenVerbanden, rijen, isPrinted, regels);
    const corrected = new Set(
      uitgaven.flatMap((oud) =>
        [...oud.getallen].flatMap(([key, before]) => {
          const [here, isHidden] = [oud.hier(key), oud.verborgen.has(key)];
          const now = rijen.get(here);
          const isKept =
            isHidden || now === undefined || (isPrinted(here) && isUnchanged(before, now, regels));
          return isKept ? [] : [jaarKey(before)];
        }),
      ),
    );
    return [
      ...known
        .filter(({ oud, verband }) => isSeen(oud, verband, isPrinted))
        .filter(({ oud, verband }) => !verband.termen.some(([key]) => changed.has(`${oud.id} ${key}`)))
        .map(({ verband }) => verband),
      ...gezien.filter(({ over: jaren }) => !jaren.some((jaar) => corrected.has(jaar))),
    ].flatMap((verband) => waarNu(verband, values, false));
  };
  return {
    ...lotVan(uitgaven, getallen, wereld, regels),
    vervallen: new Map([...vervallen].map(([key, one]) => [key, { ...one, value: values.get(key) ?? 0 }])),
    verbanden: known.flatMap(({ verband, isCorrected }) => waarNu(verband, values, !isCorrected)),
    over: over.flatMap((verband) => waarNu(verband, values, true)),
    openbaar,
  };
}

/** How many have no known gemeente: no row shows it. */
function isOnbekend(key: string): boolean {
  return key.split('|')[2] === GEMEENTE_ONBEKEND;
}

/** Printed then and another value now; a group is not the region that it has become. */
function isCorrected(key: string, oud: Gelezen, nu: Getallen, regels: GeheimhoudingZone): boolean {
  const [before, now] = [oud.getallen.get(key), oud.hier(key) === key ? nu.get(key) : undefined];
  return before !== undefined && now !== undefined && !isUnchanged(before, now, regels);
}
