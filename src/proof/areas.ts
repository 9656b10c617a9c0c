// SPDX-License-Identifier: EUPL-1.2
import { slug } from '../text/index.ts';

/** A gemeente or a group of them, by every name a source may use. */
export interface Area {
  readonly code: string;
  readonly naam: string;
  /** Codes of its gemeenten; empty for a gemeente. */
  readonly leden: readonly string[];
  /** Codes and names of other areas that have the same gemeenten. */
  readonly ookGenoemd: readonly string[];
}

/** Every area that a document may speak of. */
export type Areas = readonly Area[];

/** Areas of which those with the same gemeenten are one: the region and the group of all its gemeenten. */
export function areasOf(areas: readonly Omit<Area, 'ookGenoemd'>[]): Areas {
  const key = ({ code, leden }: Omit<Area, 'ookGenoemd'>) =>
    leden.length === 0 ? code : [...leden].sort().join('+');
  const first = areas.filter((area, index) => areas.findIndex((other) => key(other) === key(area)) === index);
  return first.map((area) => ({
    ...area,
    ookGenoemd: areas
      .filter((other) => other !== area && key(other) === key(area))
      .flatMap(({ code, naam }) => [code, naam]),
  }));
}

const found = new WeakMap<Areas, Map<string, Area | undefined>>();

/**
 * The area that a source means: by its code, its name, or a slug that ends in the code of a group (`haaglanden-h8`).
 * Undefined when the source means something else (`Nederland`). Cost: one look-up for a name that was asked before.
 */
export function areaOf(areas: Areas, written: string): Area | undefined {
  const known = found.get(areas) ?? new Map<string, Area | undefined>();
  found.set(areas, known);
  if (!known.has(written)) known.set(written, searchArea(areas, slug(written)));
  return known.get(written);
}

function searchArea(areas: Areas, named: string): Area | undefined {
  return areas.find(({ code, naam, ookGenoemd }) =>
    [code, naam, ookGenoemd].flat().some((name) => named === slug(name) || named.endsWith(`-${slug(code)}`)),
  );
}

/** Ways in which a group falls apart into areas without overlap: its gemeenten, and a smaller group with the gemeenten it lacks. */
export function partitionsOf(areas: Areas, group: Area): (readonly Area[])[] {
  const gemeenten = group.leden.flatMap((code) => areas.filter((area) => area.code === code));
  const parts = areas.filter(
    (area) =>
      area.leden.length > 1 &&
      area.leden.length < group.leden.length &&
      area.leden.every((lid) => group.leden.includes(lid)),
  );
  const mixed = parts.map((part) => [part, ...gemeenten.filter(({ code }) => !part.leden.includes(code))]);
  return gemeenten.length === group.leden.length && gemeenten.length > 0 ? [gemeenten, ...mixed] : [];
}
