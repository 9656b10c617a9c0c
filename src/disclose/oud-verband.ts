// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie, GeheimhoudingZone, MeervoudigGeteld } from '../contract/index.ts';
import type { Gebieden } from './gebieden.ts';
import type { Getallen } from './getallen.ts';
import { keyOf, plaatsKey } from './getallen.ts';
import { onverteld } from './publiek.ts';
import { eenheid } from './release-stelsel.ts';
import type { Optelling, Verband } from './verbanden.ts';

/** A relation of an old release, and what of it is hidden. */
export interface OudVerband {
  readonly verband: Verband;
  readonly termen: Verband['termen'];
  /** Sum of the terms whose value is known: shown then, or hidden then and known to us now. */
  readonly bekend: number;
  readonly uit: NonNullable<Verband['uit']>;
  /** How far rounding of what was shown then can move its sum. */
  readonly down: number;
  readonly up: number;
  /** Its sum then, between these ends. */
  readonly toen: Verteld;
  /** Size of one unit of the planner, in which it is solved. */
  readonly unit: number;
}

/** Least and most that a sum can have been, as far as a release tells. */
type Verteld = readonly [least: number, most: number];

/** An old release, number by number. */
export interface OudeUitgave {
  readonly id: string;
  /** Shown and hidden; NaN where we do not know the value either. */
  readonly getallen: Getallen;
  readonly verborgen: ReadonlySet<string>;
  readonly vervallen: ReadonlySet<string>;
  readonly room: (key: string) => { readonly down: number; readonly up: number };
  readonly verteld: (optelling: Optelling) => Verteld;
}

/** What a release says of how much the parts of a sum exceed its whole. */
export function vertellingVan(
  told: readonly MeervoudigGeteld[],
  gebieden: Gebieden,
  regels: GeheimhoudingZone,
): OudeUitgave['verteld'] {
  const name = (plaats: string, over: Optelling['over'], delen: readonly string[]) => {
    const codes = over === 'gebied' ? delen.map((code) => gebieden.canonical(code)) : delen;
    return [plaats, over, ...codes.toSorted()].join('|');
  };
  const known = new Map(
    told.map(({ grootheid, periode, gebied, over, delen, dimensies, verschil }) => {
      const split = Object.entries(dimensies) as [Dimensie, string][];
      return [name(plaatsKey(grootheid, periode, gebieden.canonical(gebied), split), over, delen), verschil];
    }),
  );
  return (optelling) => {
    const { geheel, over, delen } = optelling;
    const verschil = known.get(name(keyOf(geheel), over, delen));
    if (verschil === null) return onverteld(optelling, regels);
    return [verschil ?? 0, verschil ?? 0];
  };
}

/** Relations between what was hidden and what was shown, or what has no row any more; figures shown then are known up to rounding. */
export function oudeVerbanden(verbanden: readonly Verband[], oud: OudeUitgave): OudVerband[] {
  const { id, getallen, verborgen, vervallen, room, verteld } = oud;
  return verbanden.flatMap((verband): OudVerband[] => {
    const termen = verband.termen.filter(([key]) => verborgen.has(key));
    const isToldNow = termen.length === verband.termen.length && !termen.some(([key]) => vervallen.has(key));
    if (termen.length === 0 || isToldNow) return [];
    const cijfers = verband.termen.flatMap(([key]) => (verborgen.has(key) ? [] : [key]));
    let [bekend, down, up, unit] = [0, 0, 0, 1];
    for (const [key, factor] of verband.termen) {
      if (!vervallen.has(key)) bekend += factor * (getallen.get(key)?.value ?? 0);
      unit = Math.max(unit, eenheid(getallen.get(key)));
      if (verborgen.has(key)) continue;
      const { down: less, up: more } = room(key);
      down += factor > 0 ? factor * less : -factor * more;
      up += factor > 0 ? factor * more : -factor * less;
    }
    return [
      {
        verband,
        termen,
        bekend,
        uit: { release: id, cijfers },
        down,
        up,
        toen: toenVan(verband, verteld),
        unit,
      },
    ];
  });
}

function toenVan({ soort, optelling }: Verband, verteld: OudeUitgave['verteld']): Verteld {
  if (soort === 'minstens') return [0, Number.POSITIVE_INFINITY];
  return optelling === undefined ? [0, 0] : verteld(optelling);
}

/**
 * The relation when it can be true of now, with these values of what has no row any more. `knowsTwice`: for somebody who knows how much was counted twice then also where the release did not
 * tell, so not when that is what a correction changed; of numbers whose value we do not know ourselves, and of those whose gemeente is not known, nobody does.
 */
export function waarNu(
  { verband: { soort, optelling }, termen, bekend, uit, down, up, toen, unit }: OudVerband,
  values: ReadonlyMap<string, number>,
  knowsTwice: boolean,
): Verband[] {
  const sum = termen.reduce((total, [key, factor]) => total + factor * (values.get(key) ?? 0), bekend);
  const [low, high] = [toen[0] - sum - up, toen[1] - sum + down];
  if (low > SLACK * unit || high < -SLACK * unit) return [];
  const isExact = knowsTwice && optelling?.onbekend !== 'alleen' && !termen.some(([key]) => values.has(key));
  const isRange = soort === 'gelijk' && toen[0] !== toen[1];
  const told = [Math.min(0, low), Math.max(0, high)] as const;
  if (!isRange || !isExact) return [{ soort, termen, sum, uit, afwijking: told }];
  return [{ soort, termen, sum, uit, afwijking: [Math.min(0, -up), Math.max(0, down)], ruim: told }];
}

/** What the solver may be off by. Unit: that of the planner. */
const SLACK = 1e-6;

/** What a reader could only suppose then was supposed of the values of then, and planned against. */
export function zeker(verbanden: readonly Verband[]): readonly Verband[] {
  return verbanden.filter(({ vermoed }) => vermoed !== true);
}
