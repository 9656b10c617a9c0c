// SPDX-License-Identifier: EUPL-1.2
import type { Getal, Getallen } from './getallen.ts';
import { uitsplitsingKey } from './getallen.ts';
import { Getuigen } from './getuigen.ts';
import type { Solver } from './solver.ts';
import type { PlanCell, Stelsel } from './stelsel.ts';

/** Where zeros may be hidden beside what the policy names, because nothing less protects; a hidden count can be 0 there. Set of `uitsplitsingKey`. */
export type Ruimte = ReadonlySet<string>;

/** As much as there can be: every split that can be hidden at all. */
export function alleRuimte(getallen: Getallen): Ruimte {
  return new Set([...getallen.values()].flatMap(uitsplitsingenVan));
}

/**
 * Splits in which zeros have to be hidden too before these cells can be protected: those that the shortest witnesses go through when zeros may move everywhere. `krap`: the
 * system as it is, in which all else is safe when everything is hidden; `ruim`, `getallen`: the same with all room there can be. Undefined when witnesses cannot tell.
 */
export function ruimteVoor(
  onbeschermd: readonly number[],
  krap: Stelsel,
  ruim: Stelsel,
  getallen: Getallen,
  solver: Solver,
): Ruimte | undefined {
  const known = new Map(krap.cells.map((cell) => [cell.key, cell]));
  const short = new Set(onbeschermd.map((cell) => krap.cells[cell]?.key));
  const cells = ruim.cells.map((cell): PlanCell => {
    const before = known.get(cell.key);
    if (cell.keuze === 'getoond' || before === undefined) return cell;
    if (before.keuze === 'getoond') return { ...cell, gewicht: 1 };
    const hidden = { ...cell, keuze: 'verborgen' } as const;
    return short.has(cell.key) ? hidden : { ...hidden, needDown: 0, needUp: 0, needWidth: 0 };
  });
  const getuigen = new Getuigen(cells, ruim.relations, solver);
  for (let open = getuigen.unsafe(); open.length > 0; open = getuigen.unsafe())
    if (!open.every((cell) => getuigen.protect(cell, () => 1))) return undefined;
  const numbers = [...getallen.values()];
  return new Set(
    cells.flatMap(({ key }, cell) => {
      const { down, up } = getuigen.moved(cell);
      const before = known.get(key);
      const [below, above] =
        before === undefined || before.keuze === 'getoond'
          ? [before?.shownDown ?? 0, before?.shownUp ?? 0]
          : [before.down, before.up];
      return down > below + NOISE || up > above + NOISE ? uitsplitsingenVan(numbers[cell]) : [];
    }),
  );
}

const NOISE = 1e-6;

/** Where a number stands; for what is left of a whole, where the whole and the part stand. */
function uitsplitsingenVan(getal: Getal | undefined): readonly string[] {
  if (getal === undefined || getal.grootheid.telt === 'openbaar') return [];
  const { restVan } = getal.grootheid;
  if (restVan === undefined) return [uitsplitsingKey(getal)];
  return [restVan.geheel, restVan.deel].map((naam) =>
    uitsplitsingKey({ ...getal, grootheid: { ...getal.grootheid, naam } }),
  );
}
