// SPDX-License-Identifier: EUPL-1.2
import type { GeheimhoudingZone, PublishedTable } from '../contract/index.ts';
import type { Getal, Getallen } from './getallen.ts';
import { achterNoemer, plaatsKey, samenstellingOf } from './getallen.ts';
import { isSom } from './grootheid.ts';
import type { Wereld } from './wereld.ts';

/** Why a number may not be shown for what it is itself. */
export type Reden =
  | 'klein-aantal'
  | 'nul'
  | 'te-weinig-bijdragers'
  | 'dominantie'
  | 'p-procent'
  | 'kleine-noemer';

/** The numbers that may not be shown for what they are themselves, with the reason, by key. */
export function primaireKeys(
  tables: readonly PublishedTable[],
  getallen: Getallen,
  regels: GeheimhoudingZone,
  wereld: Wereld,
): ReadonlyMap<string, Reden> {
  const keys = new Map<string, Reden>();
  for (const [key, getal] of getallen) {
    const reden = redenVan(getal, getallen, regels, wereld);
    if (reden !== undefined) keys.set(key, reden);
  }
  const elsewhere = shownAsValue(tables, wereld);
  for (const table of tables) {
    for (const row of table.rows) {
      const samenstelling = samenstellingOf(table, row, wereld);
      const { vorm, onderdelen } = samenstelling;
      if (vorm !== 'deel' && vorm !== 'verhouding') continue;
      const noemer = achterNoemer(samenstelling, getallen);
      if (noemer === undefined) continue;
      const nobody = noemer.aantal === 0 && regels.toonNul;
      if (nobody || noemer.aantal >= minimumNoemer(noemer, regels)) continue;
      for (const { key, plaats } of onderdelen)
        if (
          !elsewhere.has(key) &&
          getallen.has(key) &&
          !keys.has(key) &&
          plaats.grootheid.telt !== 'openbaar'
        )
          keys.set(key, 'kleine-noemer');
    }
  }
  return keys;
}

/** Least denominator of a share that may be shown; for a survey, least number of answers. */
export function minimumNoemer({ grootheid }: Pick<Getal, 'grootheid'>, regels: GeheimhoudingZone): number {
  return grootheid.telt === 'antwoorden' ? (regels.minimumAntwoorden ?? 30) : regels.minimumNoemer;
}

/** Numbers that stand in a table of their own, so hiding a share of them hides nothing. */
export function shownAsValue(tables: readonly PublishedTable[], wereld: Wereld): ReadonlySet<string> {
  return new Set(
    tables.flatMap((table) =>
      table.rows.flatMap((row) =>
        samenstellingOf(table, row, wereld)
          .onderdelen.filter(({ rol }) => rol === 'waarde')
          .map(({ key }) => key),
      ),
    ),
  );
}

function redenVan(
  getal: Getal,
  getallen: Getallen,
  regels: GeheimhoudingZone,
  wereld: Wereld,
): Reden | undefined {
  const { value, grootheid } = getal;
  if (grootheid.telt === 'openbaar') return undefined;
  if (isSom(grootheid)) return redenVanSom(getal, getallen, regels, wereld);
  if (value === 0) return regels.toonNul ? undefined : 'nul';
  return value <= regels.verbergTotEnMet ? 'klein-aantal' : undefined;
}

function redenVanSom(
  { grootheid, periode, gebied, dimensies, bijdragen, hoogsteBijdrage, value }: Getal,
  getallen: Getallen,
  regels: GeheimhoudingZone,
  { grootheden }: Wereld,
): Reden | undefined {
  const over = grootheden.bijdragers(grootheid);
  const persons =
    over === undefined ? undefined : getallen.get(plaatsKey(over, periode, gebied, dimensies))?.value;
  const aantal = bijdragen?.aantal ?? persons;
  if (aantal === undefined) return value === 0 ? undefined : 'te-weinig-bijdragers';
  if (aantal === 0) return regels.toonNul ? undefined : 'nul';
  if (aantal < Math.max(regels.minimumBijdragers, regels.verbergTotEnMet + 1)) return 'te-weinig-bijdragers';
  if (bijdragen === undefined && hoogsteBijdrage === undefined) return undefined;
  const grootste = bijdragen?.grootste ?? Math.min(value, hoogsteBijdrage ?? 0);
  const tweede = bijdragen?.tweede ?? Math.min(value - grootste, hoogsteBijdrage ?? 0);
  // Dominance (1, k %) and the p % rule: the rest of the total must blur the largest contribution.
  if (grootste > regels.dominantie * value) return 'dominantie';
  return regels.pProcent > 0 && value - grootste - tweede < (regels.pProcent / 100) * grootste
    ? 'p-procent'
    : undefined;
}
