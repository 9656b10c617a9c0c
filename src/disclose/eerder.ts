// SPDX-License-Identifier: EUPL-1.2
import type { EerdereRelease, GeheimhoudingZone, NulMogelijk } from '../contract/index.ts';
import { printed, roundingRoom } from './afronden.ts';
import { aftrekbaar } from './aftrek.ts';
import type { BekendeGrens } from './buitenkennis.ts';
import { bekendeGrenzen } from './buitenkennis.ts';
import type { Gebieden } from './gebieden.ts';
import type { Getal, Getallen } from './getallen.ts';
import { getallenOf, keyOf, samenstellingOf, uitsplitsingKey, withAfwezige } from './getallen.ts';
import { isSom } from './grootheid.ts';
import type { OudeUitgave, OudVerband } from './oud-verband.ts';
import { oudeVerbanden, vertellingVan, waarNu } from './oud-verband.ts';
import { shownAsValue } from './primair.ts';
import type { Solver } from './solver.ts';
import type { Verband } from './verbanden.ts';
import { verbandenOf } from './verbanden.ts';
import type { Vervallen } from './vervallen.ts';
import { aanvulling } from './vervallen.ts';
import type { Wereld } from './wereld.ts';

/** What earlier releases showed and hid of the numbers of this one. */
export interface Lot {
  /** Hidden before, or telling too much beside what was shown before: stays hidden. */
  readonly verborgen: ReadonlySet<string>;
  /** Shown before with the value it still has, and by which release: hiding it now would hide nothing, and nothing can hide behind it. */
  readonly getoond: ReadonlyMap<string, string>;
  /** What those releases say of the values that they show, each as closely as it rounds. */
  readonly zoals: ReadonlyMap<string, BekendeGrens>;
}

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

/** What earlier releases say about the numbers of this one by themselves; a number of the same gemeenten is the same number here. */
export function lotOf(
  releases: readonly EerdereRelease[],
  getallen: Getallen,
  wereld: Wereld,
  regels: GeheimhoudingZone,
): Lot {
  const uitgaven = releases.map((release) => gelezen(release, getallen, wereld, regels));
  return lotVan(uitgaven, getallen, wereld, regels);
}

function lotVan(
  uitgaven: readonly Gelezen[],
  getallen: Getallen,
  wereld: Wereld,
  regels: GeheimhoudingZone,
): Lot {
  const verborgen = new Set<string>();
  const getoond = new Map<string, string>();
  const zoals = new Map<string, BekendeGrens>();
  const beside = new Set<string>();
  for (const oud of uitgaven) {
    for (const [key, getal] of oud.getallen) {
      const here = oud.hier(key);
      const now = getallen.get(here);
      if (oud.zeker.has(key) && now !== undefined) verborgen.add(here);
      if (oud.verborgen.has(key) || !isUnchanged(getal, now, oud.regels)) continue;
      getoond.set(here, oud.id);
      const { down, up } = oud.room(key);
      const { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = zoals.get(here) ?? {};
      zoals.set(here, { low: Math.max(low, getal.value - down), high: Math.min(high, getal.value + up) });
    }
    const shown = new Map([...oud.getallen].filter(([key]) => !oud.verborgen.has(key)));
    for (const key of aftrekbaar(shown, getallen, wereld, regels)) beside.add(key);
  }
  for (const key of beside) if (!getoond.has(key)) verborgen.add(key);
  return { verborgen, getoond, zoals };
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
  const known = uitgaven.flatMap((oud) =>
    oudeVerbanden(zeker(verbandenOf(oud.getallen, oud.gebieden, { alle: true })), oud).map((verband) => ({
      oud,
      verband,
    })),
  );
  const vervallen = vervallenVan(uitgaven);
  const gezien = overUitgaven(uitgaven, rijen, wereld, regels, false);
  const over = [
    ...gezien,
    ...(vervallen.size === 0 ? [] : overUitgaven(uitgaven, rijen, wereld, regels, true)),
  ];
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
    !termen.some(([key]) => vervallen.has(key)) &&
    uit.cijfers.every((cijfer) => {
      const [before, here] = [oud.getallen.get(cijfer), oud.hier(cijfer)];
      const now = rijen.get(here);
      return (
        before === undefined || now === undefined || (isPrinted(here) && isUnchanged(before, now, regels))
      );
    });
  const openbaar = (isPrinted: (key: string) => boolean): readonly Verband[] => {
    const changed = new Set(
      known.flatMap(({ oud, verband }) =>
        isVeranderd(verband, oud, rijen, isPrinted, regels)
          ? verband.termen.map(([key]) => `${oud.id} ${key}`)
          : [],
      ),
    );
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
    verbanden: known.flatMap(({ verband }) => waarNu(verband, values, true)),
    over: over.flatMap((verband) => waarNu(verband, values, true)),
    openbaar,
  };
}

function jaarKey({ grootheid, periode }: Getal): string {
  return `${grootheid.naam} ${periode.slice(0, 4)}`;
}

/** A relation between numbers that no single release has all rows of, and the quantities and years it is about. */
type Kruisverband = OudVerband & { readonly over: readonly string[] };

/**
 * What a reader has who puts the releases together: numbers of now, and beside them those of which only earlier releases had a row; those that they hid too when `withHidden`. Nobody told
 * how much is counted twice in sums of both: not less than nothing, and no more than a small count.
 */
function overUitgaven(
  uitgaven: readonly Gelezen[],
  nu: Getallen,
  { gebieden }: Wereld,
  { verbergTotEnMet: small }: GeheimhoudingZone,
  withHidden: boolean,
): readonly Kruisverband[] {
  const getallen = new Map(nu);
  const room = new Map<string, OudeUitgave['room']>();
  const vervallen = new Set<string>();
  for (const oud of uitgaven) {
    for (const [key, getal] of oud.getallen) {
      const isHidden = oud.verborgen.has(key);
      if (nu.has(oud.hier(key)) || (isHidden && (!withHidden || room.has(key)))) continue;
      getallen.set(key, getal);
      if (isHidden && !oud.vervallen.has(key)) continue;
      if (isHidden) vervallen.add(key);
      else {
        room.set(key, oud.room);
        vervallen.delete(key);
      }
    }
  }
  if (room.size + vervallen.size === 0) return [];
  const gemeenten = (code: string): readonly string[] | undefined =>
    uitgaven.reduce((found, oud) => found ?? oud.gebieden.gemeenten(code), gebieden.gemeenten(code));
  const isOld = (key: string): boolean => room.has(key) || vervallen.has(key);
  const places = uitgaven.map(
    (oud) => new Set([...oud.getallen.keys()].flatMap((key) => [key, oud.hier(key)])),
  );
  const found = zeker(verbandenOf(getallen, { ...gebieden, gemeenten }, { alle: true })).filter(
    ({ termen }) =>
      termen.some(([key]) => isOld(key)) && !places.some((own) => termen.every(([key]) => own.has(key))),
  );
  const samen: OudeUitgave = {
    id: uitgaven.map(({ id }) => id).join(', '),
    getallen,
    verborgen: new Set([...getallen.keys()].filter((key) => !room.has(key))),
    vervallen,
    room: (key) => room.get(key)?.(key) ?? { down: 0, up: 0 },
    verteld: ({ geheel, telling }) => {
      if (telling === 'som') return [0, 0];
      const most = isSom(geheel.grootheid) ? Number.POSITIVE_INFINITY : small;
      if (telling === 'overlap' || telling === 'hoogstens-som') return [0, most];
      return telling === 'minstens-som' ? [-most, 0] : [-most, most];
    },
  };
  return oudeVerbanden(found, samen).map((verband) => ({
    ...verband,
    over: verband.verband.termen.flatMap(([key]) => {
      const getal = getallen.get(key);
      return getal === undefined ? [] : [jaarKey(getal)];
    }),
  }));
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

/** What a reader could only suppose then was supposed of the values of then, and planned against. */
function zeker(verbanden: readonly Verband[]): readonly Verband[] {
  return verbanden.filter(({ vermoed }) => vermoed !== true);
}

/**
 * Its areas by what they consisted of then: a code can have come to mean another area. A group that has become the region is another area too, because
 * only the region counts whose gemeente nobody knows.
 */
function wereldVan({ gebieden, basisjaar }: EerdereRelease, nu: Wereld): Wereld {
  if (gebieden === undefined) return { ...nu, basisjaar: basisjaar ?? nu.basisjaar };
  const whole = new Set(gebieden.flatMap(({ gemeenten }) => gemeenten)).size;
  const members = new Map(
    gebieden.map(({ code, gemeenten }): [string, readonly string[]] => [code, gemeenten.toSorted()]),
  );
  const canonical = (code: string): string => {
    const own = members.get(code) ?? code.split('+');
    const name = own.join('+');
    const now = nu.gebieden.canonical(name);
    return own.length > 1 && (own.length === whole) !== nu.gebieden.isRegio(now) ? name : now;
  };
  const gemeenten = (code: string): readonly string[] | undefined =>
    nu.gebieden.gemeenten(code) ?? (members.get(code)?.length === 1 ? [code] : undefined);
  return { ...nu, basisjaar: basisjaar ?? nu.basisjaar, gebieden: { ...nu.gebieden, canonical, gemeenten } };
}

/** Printed with the same value, when it is printed. */
function isUnchanged(before: Getal, now: Getal | undefined, regels: GeheimhoudingZone): boolean {
  return now !== undefined && printed(now.value, before.grootheid, regels) === before.value;
}

/** An old release with what decides how it is read. */
interface Gelezen extends OudeUitgave {
  readonly regels: GeheimhoudingZone;
  readonly gebieden: Gebieden;
  /** What was known from outside of what it hid. */
  readonly bekend: ReadonlyMap<string, BekendeGrens>;
  /** What must have been the reason that a row was hidden. */
  readonly zeker: ReadonlySet<string>;
  /** Hidden and not 0. */
  readonly nietNul: ReadonlySet<string>;
  /** The number of the same gemeenten now. */
  readonly hier: (key: string) => string;
}

/** What a release printed, and what it did not print of its hidden rows, with the values of now (NaN where this release has no such number). */
function gelezen(
  release: EerdereRelease,
  nu: Getallen,
  wereld: Wereld,
  nuRegels: GeheimhoudingZone,
): Gelezen {
  const { id, tables, geheimhouding } = release;
  const toen = wereldVan(release, wereld);
  const regels = geheimhouding?.regels ?? nuRegels;
  const shown = getallenOf(tables, toen);
  const hidden = new Map<string, Getal>();
  const zeker = new Set<string>();
  for (const table of tables) {
    for (const row of table.rows) {
      if (!row.status.includes('geheim')) continue;
      const unknown = samenstellingOf(table, row, toen).onderdelen.filter(({ key }) => !shown.has(key));
      for (const { key, plaats } of unknown)
        hidden.set(key, { ...plaats, value: nu.get(key)?.value ?? Number.NaN });
      const [only] = unknown;
      if (only !== undefined && unknown.length === 1) zeker.add(only.key);
    }
  }
  const nul = new Set((geheimhouding?.aanvaller.nulMogelijk ?? []).map(nulKey));
  const eigen = shownAsValue(tables, toen);
  const getallen = withAfwezige(new Map([...shown, ...hidden]));
  return {
    id,
    regels,
    gebieden: toen.gebieden,
    bekend: bekendeGrenzen(geheimhouding?.buitenkennis ?? [], hidden, toen.gebieden),
    getallen,
    hier: (key) => {
      const getal = getallen.get(key);
      return getal === undefined ? key : keyOf({ ...getal, gebied: wereld.gebieden.canonical(getal.gebied) });
    },
    verborgen: new Set(hidden.keys()),
    vervallen: new Set([...hidden.keys()].filter((key) => !nu.has(key))),
    zeker,
    nietNul: new Set(
      [...hidden].flatMap(([key, getal]) =>
        regels.toonNul && eigen.has(key) && !isSom(getal.grootheid) && !nul.has(uitsplitsingKey(getal))
          ? [key]
          : [],
      ),
    ),
    room: (key) => {
      const number = shown.get(key);
      return number === undefined ? { down: 0, up: 0 } : roundingRoom(number.value, number.grootheid, regels);
    },
    verteld: vertellingVan(geheimhouding?.meervoudigGeteld ?? [], toen.gebieden, regels),
  };
}

function nulKey({ grootheid, periode, dimensies }: NulMogelijk): string {
  return [grootheid, periode, ...dimensies].join('|');
}

function vervallenVan(uitgaven: readonly Gelezen[]): ReadonlyMap<string, Vervallen> {
  const found = new Map<string, Vervallen>();
  for (const { vervallen, getallen, nietNul, bekend } of uitgaven) {
    for (const key of vervallen) {
      const plaats = getallen.get(key);
      if (plaats === undefined) continue;
      const before = found.get(key);
      const grens = bekend.get(key) ?? before?.grens;
      found.set(key, {
        plaats,
        nietNul: nietNul.has(key) || before?.nietNul === true,
        ...(grens === undefined ? {} : { grens }),
      });
    }
  }
  return found;
}
