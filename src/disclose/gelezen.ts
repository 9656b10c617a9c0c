// SPDX-License-Identifier: EUPL-1.2
import type { EerdereRelease, GeheimhoudingZone, NulMogelijk, PublishedTable } from '../contract/index.ts';
import { printed, roundingRoom } from './afronden.ts';
import type { BekendeGrens } from './buitenkennis.ts';
import { bekendeGrenzen } from './buitenkennis.ts';
import type { Gebieden } from './gebieden.ts';
import { GEMEENTE_ONBEKEND } from './gebieden.ts';
import type { Getal, Getallen, Plaats } from './getallen.ts';
import {
  getallenOf,
  keyOf,
  samenstellingOf,
  teltOnbekende,
  uitsplitsingKey,
  withAfwezige,
} from './getallen.ts';
import { isSom } from './grootheid.ts';
import type { OudeUitgave } from './oud-verband.ts';
import { vertellingVan } from './oud-verband.ts';
import { shownAsValue } from './primair.ts';
import type { Vervallen } from './vervallen.ts';
import type { Wereld } from './wereld.ts';

/** An old release with what decides how it is read. */
export interface Gelezen extends OudeUitgave {
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
export function gelezen(
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
  for (const number of [...shown.values(), ...hidden.values()]) {
    if (!teltOnbekende(number, toen.gebieden)) continue;
    const key = keyOf({ ...number, gebied: GEMEENTE_ONBEKEND });
    const onbekend = nu.get(key);
    if (onbekend !== undefined) hidden.set(key, onbekend);
  }
  const nul = new Set((geheimhouding?.aanvaller.nulMogelijk ?? []).map(nulKey));
  const eigen = shownAsValue(tables, toen);
  const getallen = withAfwezige(new Map([...shown, ...hidden]), nieuweWaarden(tables, nu, toen));
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

/**
 * Numbers of now of a value of a split that no row of an old release is about: it had rows of other values, so a reader takes it that nothing occurred there. Otherwise a sum of what it hid would say
 * that a row that is new now is 0, whatever was corrected.
 */
function nieuweWaarden(tables: readonly PublishedTable[], nu: Getallen, toen: Wereld): readonly Getal[] {
  const named = new Set(
    tables.flatMap((table) =>
      table.rows.flatMap((row) =>
        samenstellingOf(table, row, toen).onderdelen.map(({ plaats }) => waardeKey(plaats)),
      ),
    ),
  );
  return [...nu.values()].filter(
    (getal) => getal.grootheid.afgeleid !== true && !named.has(waardeKey(getal)),
  );
}

/** Names a number but for its area. */
function waardeKey(plaats: Plaats): string {
  return keyOf({ ...plaats, gebied: '' });
}

function nulKey({ grootheid, periode, dimensies }: NulMogelijk): string {
  return [grootheid, periode, ...dimensies].join('|');
}

/** What these releases hid and this one has no row of. */
export function vervallenVan(uitgaven: readonly Gelezen[]): ReadonlyMap<string, Vervallen> {
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
  const isRegio = (code: string): boolean => gemeenten(code)?.length === whole;
  return { ...nu, basisjaar: basisjaar ?? nu.basisjaar, gebieden: { canonical, gemeenten, isRegio } };
}

/** Printed with the same value, when it is printed. */
export function isUnchanged(before: Getal, now: Getal | undefined, regels: GeheimhoudingZone): boolean {
  return now !== undefined && printed(now.value, before.grootheid, regels) === before.value;
}
