// SPDX-License-Identifier: EUPL-1.2
import {
  type FigureRow,
  type FigureTable,
  type GeheimhoudingZone,
  type SafeTable,
  sealSafeTable,
  type Vorm,
  type Zone,
} from '../contract/index.ts';
import { printed } from './afronden.ts';
import type { Getallen, Onderdeel, Samenstelling } from './getallen.ts';
import { achterNoemer, samenstellingOf } from './getallen.ts';
import { opbouwOf } from './grootheid.ts';
import { minimumNoemer } from './primair.ts';
import type { Wereld } from './wereld.ts';

/** What is decided about a release, so that its figures can be shown. */
export interface Besluit {
  readonly zone: Zone;
  readonly regels: GeheimhoudingZone;
  readonly wereld: Wereld;
  readonly getallen: Getallen;
  readonly verborgen: ReadonlySet<string>;
  /** Numbers with a table of their own. */
  readonly eigenTabel: ReadonlySet<string>;
}

/** The only maker of a `SafeTable`: hides, then rounds, then derives rates from what is left. */
export function showTable(table: FigureTable, besluit: Besluit): SafeTable {
  return sealSafeTable({
    zone: besluit.zone,
    indicator: table.indicator,
    definitie: table.definitie,
    eenheid: table.eenheid,
    dimensies: table.dimensies,
    ...(table.interval === undefined ? {} : { interval: table.interval }),
    opbouw: [...new Set(table.rows.map(({ variant }) => variant))]
      .sort()
      .map((variant) => opbouwOf(table, variant)),
    ...(table.voorlopigheid === undefined ? {} : { voorlopigheid: table.voorlopigheid }),
    rows: table.rows.map((row) => showRow(table, row, besluit)),
  });
}

/** Keys of the numbers that stand somewhere in what is shown. A number that is not hidden can still stand nowhere: beside a hidden one. */
export function gedrukteKeys(
  tables: readonly FigureTable[],
  safe: readonly SafeTable[],
  { wereld }: Besluit,
): ReadonlySet<string> {
  return new Set(
    tables.flatMap((table, at) =>
      (safe[at]?.rows ?? []).flatMap((row) =>
        samenstellingOf(table, row, wereld)
          .onderdelen.filter(({ value }) => value !== null)
          .map(({ key }) => key),
      ),
    ),
  );
}

/** Why a row is not shown: secret, or a rate that says nothing: what it is made of is shown elsewhere, or it is the growth of the base year against itself. */
export function redenOf(
  row: FigureRow,
  samenstelling: Samenstelling,
  besluit: Besluit,
): 'geheim' | 'niet_van_toepassing' | undefined {
  const reden = redenVan(row, samenstelling, besluit);
  const [teller, noemer] = samenstelling.onderdelen;
  const isOwnGrowth = samenstelling.vorm === 'groei' && teller?.key === noemer?.key;
  return isOwnGrowth && reden === 'geheim' ? 'niet_van_toepassing' : reden;
}

function redenVan(
  { waarde }: FigureRow,
  samenstelling: Samenstelling,
  { regels, getallen, verborgen, eigenTabel }: Besluit,
): 'geheim' | 'niet_van_toepassing' | undefined {
  const { vorm, onderdelen } = samenstelling;
  if (waarde === null)
    return onderdelen.some(({ rol, key }) => rol === 'noemer' && verborgen.has(key)) ? 'geheim' : undefined;
  if (onderdelen.some(({ key }) => verborgen.has(key))) return 'geheim';
  const behind = vorm === 'waarde' ? undefined : achterNoemer(samenstelling, getallen);
  if (behind === undefined) return undefined;
  const isStatistic = vorm === 'gemiddelde' || vorm === 'kengetal';
  const least = isStatistic ? regels.minimumBijdragers : minimumNoemer(behind, regels);
  if (behind.aantal >= least) return undefined;
  if (vorm === 'kengetal') return 'geheim';
  return onderdelen.every(({ key }) => eigenTabel.has(key)) ? 'niet_van_toepassing' : 'geheim';
}

function showRow(table: FigureTable, row: FigureRow, besluit: Besluit): FigureRow {
  const samenstelling = samenstellingOf(table, row, besluit.wereld);
  const reden = redenOf(row, samenstelling, besluit);
  const { indicator, variant, periode, gebied, dimensies, status, breuken, voorlopigheid } = row;
  const key = {
    indicator,
    variant,
    periode,
    gebied,
    dimensies,
    ...(breuken === undefined ? {} : { breuken }),
    ...(voorlopigheid === undefined ? {} : { voorlopigheid }),
  };
  if (reden !== undefined) {
    // Only what holds for the whole period: another status can tell of the value.
    const others = status.filter((code) => code === 'onvolledig');
    return { ...key, waarde: null, teller: null, noemer: null, status: [...others, reden] };
  }
  const part = (rol: Onderdeel['rol'], value: number | null) => {
    const onderdeel = samenstelling.onderdelen.find((candidate) => candidate.rol === rol);
    if (value === null || onderdeel === undefined) return value;
    if (besluit.verborgen.has(onderdeel.key)) return null;
    return printed(value, onderdeel.plaats.grootheid, besluit.regels);
  };
  const teller = part('teller', row.teller);
  const noemer = part('noemer', row.noemer);
  const { vorm } = samenstelling;
  if (vorm === 'waarde') return { ...key, waarde: part('waarde', row.waarde), teller, noemer, status };
  if (vorm === 'kengetal') return { ...key, waarde: row.waarde, teller: null, noemer, status };
  const exact = row.teller === null || (teller === row.teller && noemer === row.noemer);
  const waarde = exact ? row.waarde : rate(vorm, teller, noemer, row.waarde);
  return { ...key, waarde, teller, noemer, status };
}

function rate(vorm: Vorm, teller: number | null, noemer: number | null, exact: number | null): number | null {
  if (teller === null || noemer === null || noemer === 0 || exact === null) return null;
  if (vorm === 'groei') return teller / noemer - 1;
  return vorm === 'gemiddelde' && Number.isInteger(exact) ? Math.round(teller / noemer) : teller / noemer;
}
