// SPDX-License-Identifier: EUPL-1.2
import { type Bsn, WACHTKLASSEN } from '../contract/index.ts';
import type { BronVorm } from './bron-vorm.ts';
import type { Periode } from './parse-veld.ts';

/** Something in a row that does not go together, and the column to point at. */
export interface RijBevinding {
  readonly code: string;
  readonly kolom: string;
}

type Waarden = Readonly<Record<string, string | number | Bsn>>;

/** Pairs of columns of which the second may not be the smaller; `fout` where figures would need both. */
const VOLGORDEN: readonly (readonly [string, string, string])[] = [
  ['begin', 'eind', 'sources.eind-voor-begin'],
  ['leeftijd_van', 'leeftijd_tot', 'sources.eind-voor-begin'],
  ['datum', 'besluitdatum', 'sources.tegenstrijdig'],
  ['aangemeld_op', 'peildatum', 'sources.tegenstrijdig'],
  ['gevraagd_op', 'uiterlijk', 'sources.tegenstrijdig'],
  ['meer_dan_90_dagen', 'wachtenden', 'sources.tegenstrijdig'],
  ['met_overbrugging', 'wachtenden', 'sources.tegenstrijdig'],
];

/** The class in which the ninetieth day of waiting lies: below it nobody waits longer, above it everybody does. */
const KLASSEN: readonly string[] = WACHTKLASSEN;
const KLASSE_VAN_90 = KLASSEN.indexOf('85-98');

/** What a row says that cannot all be true. */
export function controleerRij(vorm: BronVorm, waarden: Waarden, periode: Periode): readonly RijBevinding[] {
  const found: RijBevinding[] = [];
  for (const [eerst, dan, code] of VOLGORDEN) {
    const a = waarden[eerst];
    const b = waarden[dan];
    if (typeof a === 'number' && typeof b === 'number' && a > b) found.push({ code, kolom: dan });
  }
  const dag = vorm.dag === undefined ? undefined : waarden[vorm.dag];
  if (typeof dag === 'number' && (dag < periode.van || dag > periode.tot)) {
    found.push({ code: 'sources.buiten-periode', kolom: vorm.dag ?? '' });
  }
  if (vorm.telling === 'stand') found.push(...buitenStand(waarden, periode));
  if (vorm.soort === 'wachttijden') found.push(...wachttijd(waarden));
  return found;
}

function buitenStand({ begin, eind }: Waarden, { van, tot }: Periode): readonly RijBevinding[] {
  if (typeof begin === 'number' && begin > tot) return [{ code: 'sources.buiten-periode', kolom: 'begin' }];
  return typeof eind === 'number' && eind < van ? [{ code: 'sources.buiten-periode', kolom: 'eind' }] : [];
}

function wachttijd(waarden: Waarden): readonly RijBevinding[] {
  const { wachtklasse, wachtenden, meer_dan_90_dagen: lang, niets_te_melden: niets } = waarden;
  const found: RijBevinding[] = [];
  if (niets === 'ja' && typeof wachtenden === 'number' && wachtenden > 0) {
    found.push({ code: 'sources.tegenstrijdig', kolom: 'niets_te_melden' });
  }
  if (typeof lang !== 'number' || typeof wachtklasse !== 'string') return found;
  const klasse = KLASSEN.indexOf(wachtklasse);
  const none = klasse < KLASSE_VAN_90 && lang > 0;
  const all = klasse > KLASSE_VAN_90 && lang !== (wachtenden ?? lang);
  if (none || all) found.push({ code: 'sources.tegenstrijdig', kolom: 'meer_dan_90_dagen' });
  return found;
}
