// SPDX-License-Identifier: EUPL-1.2

/** An area by what it consists of. */
interface Gebied {
  readonly code: string;
  readonly gemeenten: readonly string[];
}

/** What is left of an area when areas inside it are taken out. */
export interface VerschilGebied {
  readonly geheel: string;
  /** Sorted. */
  readonly zonder: readonly string[];
  /** What is left, sorted. */
  readonly gemeenten: readonly string[];
  /** Each of these gemeenten has figures of its own, and what is left is their sum. */
  readonly verteld: boolean;
}

/**
 * Areas that no table names but that readers make themselves by subtraction: what a group leaves of a larger area, and a gemeente that is left when
 * other areas are taken out. Each once; those that have a code of their own are left out.
 */
export function verschilGebieden(gebieden: readonly Gebied[]): readonly VerschilGebied[] {
  const areas = distinct(gebieden);
  const own = new Set(areas.map(({ gemeenten }) => nameOf(gemeenten)));
  const found = new Map<string, VerschilGebied>();
  for (const geheel of areas) {
    const inside = areas.filter(({ gemeenten }) => isWithin(gemeenten, geheel.gemeenten));
    const parts = [
      ...inside.flatMap(({ code, gemeenten }) => (gemeenten.length > 1 ? [[code]] : [])),
      ...geheel.gemeenten.flatMap((gemeente) => {
        const others = own.has(gemeente) ? undefined : coverOf(without(geheel.gemeenten, [gemeente]), inside);
        return others === undefined || others.length === 0 ? [] : [others];
      }),
    ];
    for (const zonder of parts) {
      const taken = inside.flatMap(({ code, gemeenten }) => (zonder.includes(code) ? gemeenten : []));
      const gemeenten = without(geheel.gemeenten, taken).toSorted();
      const name = nameOf(gemeenten);
      const verteld = gemeenten.every((gemeente) => own.has(gemeente));
      if (!own.has(name) && !found.has(name))
        found.set(name, { geheel: geheel.code, zonder: zonder.toSorted(), gemeenten, verteld });
    }
  }
  return [...found.values()];
}

/** Areas that together are these gemeenten, each once; undefined when there are none. */
function coverOf(open: readonly string[], areas: readonly Gebied[]): readonly string[] | undefined {
  const [next] = open;
  if (next === undefined) return [];
  for (const { code, gemeenten } of areas) {
    if (!gemeenten.includes(next) || !gemeenten.every((member) => open.includes(member))) continue;
    const others = coverOf(without(open, gemeenten), areas);
    if (others !== undefined) return [code, ...others];
  }
  return undefined;
}

function isWithin(part: readonly string[], whole: readonly string[]): boolean {
  return part.length < whole.length && part.every((code) => whole.includes(code));
}

function without(gemeenten: readonly string[], taken: readonly string[]): readonly string[] {
  return gemeenten.filter((code) => !taken.includes(code));
}

/** Of areas with the same gemeenten the first by code. */
function distinct(gebieden: readonly Gebied[]): readonly Gebied[] {
  const first = new Map<string, Gebied>();
  for (const gebied of gebieden.toSorted((a, b) => (a.code < b.code ? -1 : 1))) {
    const name = nameOf(gebied.gemeenten);
    if (name !== '' && !first.has(name)) first.set(name, gebied);
  }
  return [...first.values()];
}

function nameOf(gemeenten: readonly string[]): string {
  return gemeenten.toSorted().join('+');
}
