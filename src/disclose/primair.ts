// SPDX-License-Identifier: EUPL-1.2
import type { GeheimhoudingZone, PublishedTable } from '../contract/index.ts';
import type { Gebieden } from './gebieden.ts';
import type { Getal, Getallen } from './getallen.ts';
import { plaatsKey, samenstellingOf } from './getallen.ts';

/** Keys of the numbers that may not be shown for what they are themselves. */
export function primaireKeys(
  tables: readonly PublishedTable[],
  getallen: Getallen,
  regels: GeheimhoudingZone,
  gebieden: Gebieden,
  basisjaar: number,
): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const [key, getal] of getallen) if (isPrimair(getal, getallen, regels)) keys.add(key);
  const elsewhere = shownAsValue(tables, gebieden, basisjaar);
  for (const table of tables) {
    for (const row of table.rows) {
      const { weergave, onderdelen, personen } = samenstellingOf(table, row, gebieden, basisjaar);
      if (weergave.vorm !== 'deel' || personen === undefined) continue;
      const aantal = getallen.get(personen)?.value ?? 0;
      const nobody = aantal === 0 && regels.toonNul;
      if (nobody || aantal >= regels.minimumNoemer) continue;
      for (const { key } of onderdelen) if (!elsewhere.has(key) && getallen.has(key)) keys.add(key);
    }
  }
  return keys;
}

/** Numbers that stand in a table of their own, so hiding a share of them hides nothing. */
export function shownAsValue(
  tables: readonly PublishedTable[],
  gebieden: Gebieden,
  basisjaar: number,
): ReadonlySet<string> {
  return new Set(
    tables.flatMap((table) =>
      table.rows.flatMap((row) =>
        samenstellingOf(table, row, gebieden, basisjaar)
          .onderdelen.filter(({ rol }) => rol === 'waarde')
          .map(({ key }) => key),
      ),
    ),
  );
}

function isPrimair(getal: Getal, getallen: Getallen, regels: GeheimhoudingZone): boolean {
  const { value } = getal;
  if (getal.grootheid.soort !== 'bedrag')
    return value === 0 ? !regels.toonNul : value <= regels.verbergTotEnMet;
  return bedragIsPrimair(getal, getallen, regels);
}

function bedragIsPrimair(getal: Getal, getallen: Getallen, regels: GeheimhoudingZone): boolean {
  const { grootheid, bijdragen, value } = getal;
  const persons =
    grootheid.bijdragers &&
    getallen.get(plaatsKey(grootheid.bijdragers, getal.periode, getal.gebied, getal.dimensies))?.value;
  const aantal = bijdragen?.aantal ?? (typeof persons === 'number' ? persons : undefined);
  if (aantal === undefined) return value !== 0;
  if (aantal === 0) return !regels.toonNul;
  if (aantal < Math.max(regels.minimumBijdragers, regels.verbergTotEnMet + 1)) return true;
  if (bijdragen === undefined) return false;
  const { grootste, tweede } = bijdragen;
  // Dominance (1, k %) and the p % rule: the rest of the total must blur the largest contribution.
  return (
    grootste > regels.dominantie * value ||
    (regels.pProcent > 0 && value - grootste - tweede < (regels.pProcent / 100) * grootste)
  );
}
