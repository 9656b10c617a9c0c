// SPDX-License-Identifier: EUPL-1.2
import type { PlainDate, Regio } from '../contract/index.ts';
import { plainDate } from '../contract/index.ts';

/** Areas by what they consist of, so that two names of one area are one area. */
export interface Gebieden {
  /** Code that stands for this area and every other with the same gemeenten; the code itself when it is unknown. */
  canonical(code: string): string;
  /** Gemeenten of an area, sorted; undefined for a code that the region does not know. Codes of gemeenten joined with `+` are an area without a name. */
  gemeenten(code: string): readonly string[] | undefined;
  /** Every gemeente of the region: what is of a gemeente that nobody knows counts there, and in no group. */
  isRegio(code: string): boolean;
}

/** Stands for the gemeente of those whose gemeente nobody knows: they count in the region alone. No code is like it. */
export const GEMEENTE_ONBEKEND = '?';

/** The region's areas on the composition of the publication year. */
export function gebiedenOf(regio: Regio): Gebieden {
  const peildatum = plainDate(regio.publicatiejaar, 1, 1) ?? (0 as PlainDate);
  const members = regio.gemeenten
    .filter(({ van, tot }) => (van ?? peildatum) <= peildatum && peildatum <= (tot ?? peildatum))
    .map(({ code }): string => code);
  const inRegion = new Set(members);
  const areas = new Map<string, readonly string[]>(regio.gemeenten.map(({ code }) => [code, [code]]));
  for (const { code, gemeenten } of regio.groepen)
    areas.set(code, gemeenten.filter((member) => inRegion.has(member)).sort());
  areas.set(regio.code, members.sort());
  const first = new Map<string, string>();
  for (const [code, gemeenten] of [...areas].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (gemeenten.length > 0 && !first.has(gemeenten.join())) first.set(gemeenten.join(), code);
  const gemeenten = (code: string): readonly string[] | undefined =>
    areas.get(code) ??
    (code.includes('+') || code === GEMEENTE_ONBEKEND ? code.split('+').sort() : undefined);
  return {
    canonical: (code) => first.get(gemeenten(code)?.join() ?? '') ?? code,
    gemeenten,
    isRegio: (code) => gemeenten(code)?.join() === members.join(),
  };
}

/** Ways to make an area out of two or more other areas without overlap, at most `most`; the one into gemeenten is first, and says it all. */
export function partitionsOf(
  whole: readonly string[],
  parts: ReadonlyMap<string, readonly string[]>,
  most = 64,
): readonly (readonly string[])[] {
  const inside = [...parts]
    .filter(
      ([, gemeenten]) => gemeenten.length < whole.length && gemeenten.every((code) => whole.includes(code)),
    )
    .sort(([a, x], [b, y]) => x.length - y.length || (a < b ? -1 : 1));
  const found: string[][] = [];
  const search = (left: readonly string[], chosen: readonly string[]): void => {
    if (found.length >= most) return;
    const [next] = left;
    if (next === undefined) {
      found.push([...chosen]);
      return;
    }
    for (const [code, gemeenten] of inside) {
      if (!gemeenten.includes(next) || !gemeenten.every((member) => left.includes(member))) continue;
      search(
        left.filter((member) => !gemeenten.includes(member)),
        [...chosen, code],
      );
    }
  };
  search(whole, []);
  return found;
}
