// SPDX-License-Identifier: EUPL-1.2
import type { EerdereRelease, GeheimhoudingZone } from '../contract/index.ts';
import { printed, roundingRoom } from './afronden.ts';
import { isVerteld } from './geheimhouding.ts';
import type { Getal, Getallen } from './getallen.ts';
import { getallenOf, samenstellingOf, withAfwezige } from './getallen.ts';
import { onverteld } from './publiek.ts';
import type { Verband } from './verbanden.ts';
import { verbandenOf } from './verbanden.ts';
import type { Wereld } from './wereld.ts';

/** What earlier releases force on this one. */
export interface Eerder {
  /** Hidden before: stays hidden. */
  readonly verborgen: ReadonlySet<string>;
  /** Shown before with the value it still has, and by which release: hiding it now would hide nothing, and nothing can hide behind it. */
  readonly getoond: ReadonlyMap<string, string>;
  /** Relations of earlier releases between numbers that are hidden in them, with what was shown then as constants: all that are true of now. */
  readonly verbanden: readonly Verband[];
  /** The same for somebody who has the published files and nothing else: which figures keep their value he sees from what is printed now. */
  openbaar(isPrinted: (key: string) => boolean): readonly Verband[];
}

/**
 * An attacker keeps old releases and takes a number that was hidden then to be the number that is hidden now. Where that is wrong he learns nothing true;
 * so what he can know is every old relation that is true of the numbers of now, whatever else in it was corrected. Which ones are, only we can tell: from the
 * files he takes those whose printed figures are still printed with the same value, or have no row any more.
 * Source: docs/adr/what-was-shown-and-keeps-its-value-stays-shown.md
 */
export function eerderOf(
  releases: readonly EerdereRelease[],
  getallen: Getallen,
  nu: readonly Verband[],
  wereld: Wereld,
  regels: GeheimhoudingZone,
): Eerder {
  const sums = new Map(nu.map((verband) => [signature(verband), verband.sum]));
  const verborgen = new Set<string>();
  const getoond = new Map<string, string>();
  const old: (OudVerband & { readonly nu: number; readonly getoond: Getallen })[] = [];
  for (const release of releases) {
    const { id, tables } = release;
    const toen = wereldVan(release, wereld);
    const shown = getallenOf(tables, toen);
    const { hidden, zeker } = hiddenNumbers(tables, toen, shown, getallen);
    for (const key of zeker) if (getallen.has(key)) verborgen.add(key);
    const all = withAfwezige(new Map([...shown, ...hidden]));
    const room = (key: string) => {
      const number = shown.get(key);
      return number === undefined ? { down: 0, up: 0 } : roundingRoom(number.value, number.grootheid, regels);
    };
    for (const [key, getal] of all)
      if (!hidden.has(key) && isUnchanged(getal, getallen.get(key), regels)) getoond.set(key, id);
    for (const relation of oldRelations(id, verbandenOf(all, wereld.gebieden), hidden, room))
      old.push({ ...relation, nu: sums.get(signature(relation.verband)) ?? 0, getoond: all });
  }
  return {
    verborgen,
    getoond,
    verbanden: old.flatMap((relation) => exact(relation, relation.nu)),
    openbaar: (isPrinted) =>
      old
        .filter((relation) =>
          relation.uit.cijfers.every((key) => {
            const [before, now] = [relation.getoond.get(key), getallen.get(key)];
            if (before === undefined || now === undefined) return true;
            return isPrinted(key) && isUnchanged(before, now, regels);
          }),
        )
        .flatMap((relation) => verteld(relation, relation.nu, regels)),
  };
}

/** Its areas by what they consisted of then: a code can have come to mean another area. */
function wereldVan({ gebieden, basisjaar }: EerdereRelease, nu: Wereld): Wereld {
  const members = new Map(
    gebieden?.map(({ code, gemeenten }): [string, string] => [code, gemeenten.toSorted().join('+')]),
  );
  return {
    ...nu,
    basisjaar: basisjaar ?? nu.basisjaar,
    gebieden: {
      canonical: (code) => nu.gebieden.canonical(members.get(code) ?? code),
      gemeenten: (code) => nu.gebieden.gemeenten(code),
    },
  };
}

/** Printed with the same value, when it is printed. */
function isUnchanged(before: Getal, now: Getal | undefined, regels: GeheimhoudingZone): boolean {
  return now !== undefined && printed(now.value, before.grootheid, regels) === before.value;
}

/** A relation of an old release, and what of it is hidden. */
interface OudVerband {
  readonly verband: Verband;
  readonly termen: Verband['termen'];
  readonly uit: NonNullable<Verband['uit']>;
  /** How far rounding of what was shown then can move its sum. */
  readonly down: number;
  readonly up: number;
}

/** Relations between what was hidden and what was shown; figures shown then are known up to rounding. */
function oldRelations(
  release: string,
  old: readonly Verband[],
  hidden: Getallen,
  room: (key: string) => { readonly down: number; readonly up: number },
): OudVerband[] {
  return old.flatMap((verband): OudVerband[] => {
    const termen = verband.termen.filter(([key]) => hidden.has(key));
    if (termen.length === 0 || termen.length === verband.termen.length) return [];
    let [down, up] = [0, 0];
    for (const [key, factor] of verband.termen) {
      if (hidden.has(key)) continue;
      const { down: less, up: more } = room(key);
      down += factor > 0 ? factor * less : -factor * more;
      up += factor > 0 ? factor * more : -factor * less;
    }
    const cijfers = verband.termen.flatMap(([key]) => (hidden.has(key) ? [] : [key]));
    return [{ verband, termen, uit: { release, cijfers }, down, up }];
  });
}

/** The relation when it can be true of now, with as many children counted twice as now. */
function exact({ verband: { soort, sum }, termen, uit, down, up }: OudVerband, now: number): Verband[] {
  if (soort === 'minstens')
    return [{ soort, termen, sum, uit, afwijking: [-sum - up, Number.POSITIVE_INFINITY] }];
  const shift = now - sum;
  const agrees = shift >= -down - 1e-6 && shift <= up + 1e-6;
  return agrees
    ? [{ soort, termen, sum, uit, afwijking: [Math.min(0, shift - up), Math.max(0, shift + down)] }]
    : [];
}

/** The same as far as this release tells how many children are counted twice. */
function verteld(old: OudVerband, now: number, regels: GeheimhoudingZone): Verband[] {
  const { verband, termen, uit, down, up } = old;
  const { soort, sum, optelling } = verband;
  if (Number.isNaN(sum)) return [];
  if (optelling === undefined || isVerteld(optelling.geheel, now, regels)) return exact(old, now);
  const [low, high] = onverteld(optelling, regels);
  return [
    { soort, termen, sum, uit, afwijking: [Math.min(0, low - sum - up), Math.max(0, high - sum + down)] },
  ];
}

function signature({ soort, termen }: Verband): string {
  return `${soort} ${termen.map(([key, factor]) => `${factor} ${key}`).join(' ')}`;
}

/** What a release did not print of its hidden rows, with the values of now (NaN where this release has no such number); `zeker`: what must have been the reason. */
function hiddenNumbers(
  tables: EerdereRelease['tables'],
  wereld: Wereld,
  shown: Getallen,
  getallen: Getallen,
): { readonly hidden: Getallen; readonly zeker: ReadonlySet<string> } {
  const hidden = new Map<string, Getal>();
  const zeker = new Set<string>();
  for (const table of tables) {
    for (const row of table.rows) {
      if (!row.status.includes('geheim')) continue;
      const unknown = samenstellingOf(table, row, wereld).onderdelen.filter(({ key }) => !shown.has(key));
      for (const { key, plaats } of unknown)
        hidden.set(key, { ...plaats, value: getallen.get(key)?.value ?? Number.NaN });
      const [only] = unknown;
      if (only !== undefined && unknown.length === 1) zeker.add(only.key);
    }
  }
  return { hidden, zeker };
}
