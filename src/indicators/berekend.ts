// SPDX-License-Identifier: EUPL-1.2
import type { FigureStatus, ReleaseStatus, SqlLijsten } from '../contract/index.ts';
import { cbsGegeven } from './cbs-gegeven.ts';
import { type FigureColumns, STATUSLIJSTEN } from './figure-columns.ts';
import type { PlanVariant } from './figure-plan.ts';
import { kaplanMeier, overleving } from './kaplan-meier.ts';
import { kwantiel } from './kwantiel.ts';
import { lijstVan } from './lijsten-per-rij.ts';

/** A quantity of the cells of one block: per cell a row of what was measured, -1 where nothing was. */
export interface Grootheden {
  readonly rij: Int32Array;
  readonly getallen?: Float64Array;
  readonly lijsten?: SqlLijsten;
  readonly tekst?: (rij: number) => string;
  /** Where nothing was measured the figure is unknown, not zero. */
  readonly afwezig: boolean;
}

/** Columns that are being filled. */
export interface Doel
  extends Pick<FigureColumns, 'waarde' | 'teller' | 'noemer' | 'status' | 'ondergrens' | 'bovengrens'> {
  readonly voorlopigheid: Map<number, ReleaseStatus>;
}

function place(...statussen: readonly FigureStatus[]): number {
  return STATUSLIJSTEN.findIndex((list) => list.join() === statussen.join());
}

const NORMAAL = place('normaal');
const NIET_VAN_TOEPASSING = place('niet_van_toepassing');
const ONBEKEND = place('onbekend');
const NOG_NIET_BEKEND = place('nog_niet_bekend');
const ONVOLLEDIG = place('onvolledig');
const NIET_EN_ONVOLLEDIG = place('niet_van_toepassing', 'onvolledig');
const NIETS: SqlLijsten = { einden: new Int32Array(0), waarden: new Int32Array(0) };

/**
 * The one division of each figure of a block, or what stands in its place; `time` says whether the data allow these figures at all. The block stands in
 * `doel` from `van` on.
 */
export function berekenBlok(
  doel: Doel,
  van: number,
  variant: PlanVariant,
  teller: Grootheden,
  noemer: Grootheden | undefined,
  time: FigureStatus | undefined,
): void {
  const count = teller.rij.length;
  if (time === 'nog_niet_bekend' || time === 'onbekend') {
    doel.status.fill(time === 'onbekend' ? ONBEKEND : NOG_NIET_BEKEND, van, van + count);
    return;
  }
  const met = time === undefined ? NORMAAL : ONVOLLEDIG;
  const zonder = time === undefined ? NIET_VAN_TOEPASSING : NIET_EN_ONVOLLEDIG;
  const { berekening } = variant;
  if (berekening === 'gegeven') gegevens(doel, van, teller);
  else if (teller.lijsten !== undefined) kengetallen(doel, van, variant, teller, noemer, met, zonder);
  else if (noemer === undefined) waarden(doel, van, teller, met);
  else breuken(doel, van, variant, teller, noemer, met, zonder);
}

function waarden(doel: Doel, van: number, { rij, getallen, afwezig }: Grootheden, met: number): void {
  if (getallen === undefined) return;
  for (let cel = 0; cel < rij.length; cel += 1) {
    const at = rij[cel] ?? -1;
    if (at < 0 && afwezig) doel.status[van + cel] = ONBEKEND;
    else {
      doel.waarde[van + cel] = at < 0 ? 0 : (getallen[at] ?? 0);
      doel.status[van + cel] = met;
    }
  }
}

function breuken(
  doel: Doel,
  van: number,
  { berekening, minimumNoemer = 0 }: PlanVariant,
  teller: Grootheden,
  noemer: Grootheden,
  met: number,
  zonder: number,
): void {
  const { getallen: boven } = teller;
  const { getallen: onder } = noemer;
  if (boven === undefined || onder === undefined) return;
  const groei = berekening === 'groei';
  for (let cel = 0; cel < teller.rij.length; cel += 1) {
    const [a, b] = [teller.rij[cel] ?? -1, noemer.rij[cel] ?? -1];
    const at = van + cel;
    if ((a < 0 && teller.afwezig) || (b < 0 && noemer.afwezig)) {
      doel.status[at] = ONBEKEND;
      continue;
    }
    const telt = a < 0 ? 0 : (boven[a] ?? 0);
    const over = b < 0 ? 0 : (onder[b] ?? 0);
    doel.noemer[at] = over;
    if (over !== 0 && over < minimumNoemer) {
      doel.status[at] = ONBEKEND;
      continue;
    }
    doel.teller[at] = telt;
    doel.status[at] = over === 0 ? zonder : met;
    if (over !== 0) doel.waarde[at] = (groei ? telt - over : telt) / over;
  }
}

/** Figures that are taken from a distribution. */
function kengetallen(
  doel: Doel,
  van: number,
  { berekening, naDagen = 0 }: PlanVariant,
  { rij, lijsten = NIETS }: Grootheden,
  noemer: Grootheden | undefined,
  met: number,
  zonder: number,
): void {
  for (let cel = 0; cel < rij.length; cel += 1) {
    const at = van + cel;
    const list = lijstVan(lijsten, rij[cel] ?? -1);
    const below = noemer?.rij[cel] ?? -1;
    const over = below < 0 ? 0 : (noemer?.getallen?.[below] ?? 0);
    if (noemer !== undefined) doel.noemer[at] = over;
    if (berekening === 'mediaan' || berekening === 'p90') {
      const waarde = kwantiel(list, berekening);
      doel.status[at] = waarde === null ? zonder : met;
      doel.waarde[at] = waarde ?? Number.NaN;
    } else if (over === 0) doel.status[at] = zonder;
    else if (berekening === 'kaplan-meier') {
      const { mediaan, ondergrens, bovengrens } = kaplanMeier(list);
      doel.status[at] = mediaan === null ? ONBEKEND : met;
      zet(doel, at, mediaan, ondergrens, bovengrens);
    } else {
      const { aandeel, ondergrens, bovengrens } = overleving(list, naDagen);
      doel.status[at] = aandeel === null ? NOG_NIET_BEKEND : met;
      zet(doel, at, aandeel, ondergrens, bovengrens);
    }
  }
}

function zet(
  doel: Doel,
  at: number,
  waarde: number | null,
  ondergrens: number | undefined,
  bovengrens: number | undefined,
): void {
  if (waarde !== null) doel.waarde[at] = waarde;
  if (ondergrens !== undefined) doel.ondergrens[at] = ondergrens;
  if (bovengrens !== undefined) doel.bovengrens[at] = bovengrens;
}

function gegevens(doel: Doel, van: number, { rij, tekst, afwezig }: Grootheden): void {
  for (const [cel, row] of rij.entries()) {
    const at = van + cel;
    if (row < 0 && afwezig) {
      doel.status[at] = ONBEKEND;
      continue;
    }
    const { waarde, status, voorlopigheid } = cbsGegeven(row < 0 ? '' : (tekst?.(row) ?? ''));
    doel.waarde[at] = waarde ?? Number.NaN;
    doel.status[at] = place(status);
    if (voorlopigheid !== undefined) doel.voorlopigheid.set(at, voorlopigheid);
  }
}
