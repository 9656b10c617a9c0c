// SPDX-License-Identifier: EUPL-1.2

/** A gemeente or a group of them, by every name a source may use. */
export interface Area {
  readonly code: string;
  readonly naam: string;
  /** Codes of its gemeenten; empty for a gemeente. */
  readonly leden: readonly string[];
}

export type Areas = readonly Area[];

/** `Pijnacker-Nootdorp` ─▶ `pijnacker-nootdorp`. */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[̀-ͯ]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/**
 * The area that a source means: by its code, its name, or a slug that ends in the code of a group (`haaglanden-h8`).
 * Undefined when the source means something else (`Nederland`).
 */
export function areaOf(areas: Areas, written: string): Area | undefined {
  const slug = slugOf(written);
  return areas.find(({ code, naam }) => {
    const bare = slugOf(code);
    return slug === bare || slug === slugOf(naam) || slug.endsWith(`-${bare}`);
  });
}

/** Ways in which a group falls apart into areas without overlap: its gemeenten, and a gemeente plus a group where that is exact. */
export function partitionsOf(areas: Areas, group: Area): (readonly Area[])[] {
  const byCode = (code: string) => areas.filter((area) => area.code === code);
  const gemeenten = group.leden.flatMap(byCode);
  const parts = areas.filter(
    (area) =>
      area.leden.length > 1 &&
      area.leden.length < group.leden.length &&
      area.leden.every((lid) => group.leden.includes(lid)),
  );
  const mixed = parts.map((part) => [part, ...gemeenten.filter(({ code }) => !part.leden.includes(code))]);
  return gemeenten.length === group.leden.length && gemeenten.length > 0 ? [gemeenten, ...mixed] : [];
}
