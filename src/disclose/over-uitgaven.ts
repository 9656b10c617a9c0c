// SPDX-License-Identifier: EUPL-1.2
import type { GeheimhoudingZone } from '../contract/index.ts';
import type { Gelezen } from './gelezen.ts';
import type { Getal, Getallen } from './getallen.ts';
import { isSom } from './grootheid.ts';
import type { OudeUitgave, OudVerband } from './oud-verband.ts';
import { oudeVerbanden, zeker } from './oud-verband.ts';
import { verbandenOf } from './verbanden.ts';
import type { Wereld } from './wereld.ts';

/** Names a quantity and a year. */
export function jaarKey({ grootheid, periode }: Getal): string {
  return `${grootheid.naam} ${periode.slice(0, 4)}`;
}

/** A relation between numbers that no single release has all rows of, and the quantities and years it is about. */
export type Kruisverband = OudVerband & { readonly over: readonly string[] };

/**
 * What a reader has who puts the releases together: numbers of now, and beside them those of which only earlier releases had a row. Nobody told
 * how much is counted twice in sums of both: not less than nothing, and no more than a small count.
 */
export function overUitgaven(
  uitgaven: readonly Gelezen[],
  nu: Getallen,
  { gebieden }: Wereld,
  { verbergTotEnMet: small }: GeheimhoudingZone,
): readonly Kruisverband[] {
  const getallen = new Map(nu);
  const room = new Map<string, OudeUitgave['room']>();
  const vervallen = new Set<string>();
  for (const oud of uitgaven) {
    for (const [key, getal] of oud.getallen) {
      const isHidden = oud.verborgen.has(key);
      if (nu.has(oud.hier(key)) || (isHidden && room.has(key))) continue;
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
  const isRegio = (code: string): boolean =>
    gebieden.isRegio(code) || uitgaven.some((oud) => oud.gebieden.isRegio(code));
  const isOld = (key: string): boolean => room.has(key) || vervallen.has(key);
  const places = uitgaven.map(
    (oud) => new Set([...oud.getallen.keys()].flatMap((key) => [key, oud.hier(key)])),
  );
  const found = zeker(verbandenOf(getallen, { ...gebieden, gemeenten, isRegio }, { alle: true })).filter(
    ({ termen }) =>
      termen.some(([key]) => isOld(key)) && !places.some((own) => termen.every(([key]) => own.has(key))),
  );
  const samen: OudeUitgave = {
    id: uitgaven.map(({ id }) => id).join(', '),
    getallen,
    verborgen: new Set([...getallen.keys()].filter((key) => !room.has(key))),
    vervallen,
    room: (key) => room.get(key)?.(key) ?? { down: 0, up: 0 },
    verteld: ({ geheel, telling, onbekend }) => {
      if (telling === 'som') return [0, 0];
      const most = isSom(geheel.grootheid) ? Number.POSITIVE_INFINITY : small;
      const low = onbekend === undefined ? -most : Number.NEGATIVE_INFINITY;
      if (telling === 'minstens-som') return [low, 0];
      const isMore = telling === 'overlap' || telling === 'hoogstens-som';
      return [isMore && onbekend === undefined ? 0 : low, most];
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
