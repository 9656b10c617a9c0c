// SPDX-License-Identifier: EUPL-1.2
import { type Dimensie, TYPEN_JEUGDHULP } from '../contract/index.ts';
import type { Bron } from './maat.ts';
import { RIJ_BRONNEN, RIJ_TABELLEN, type RijBron } from './rij-bron.ts';

/** COD327: who referred. There is no 07. */
const VERWIJZERS = ['01', '02', '03', '04', '05', '06', '08'];

/** Classes by age in whole years, in order; the last one has no upper end. */
export const LEEFTIJDSKLASSEN = [
  { code: '0-3', totEnMet: 3 },
  { code: '4-11', totEnMet: 11 },
  { code: '12-17', totEnMet: 17 },
  { code: '18+', totEnMet: undefined },
] as const;

/**
 * Codes that a dimension always shows, with zeros where nothing occurs. Other codes (`onbekend`, sex `0`) and dimensions without a list
 * show what occurs. The codes of `gemeente` are the members of the area.
 */
const VASTE_CODES: Readonly<Partial<Record<Dimensie, readonly string[]>>> = {
  type: TYPEN_JEUGDHULP,
  verwijzer: VERWIJZERS,
  leeftijd: LEEFTIJDSKLASSEN.map(({ code }) => code),
  geslacht: ['1', '2'],
  richting: ['afschaling', 'opschaling', 'zijwaarts'],
};

const VAN_HULP: readonly Dimensie[] = [
  'type',
  'gemeente',
  'aanbieder',
  'verwijzer',
  'leeftijd',
  'geslacht',
  'categorie',
];

const VAN_RIJEN = Object.fromEntries(
  RIJ_BRONNEN.map((bron) => [bron, ['gemeente', ...RIJ_TABELLEN[bron].dimensies]]),
) as unknown as Readonly<Record<RijBron, readonly Dimensie[]>>;

/** Codes that a dimension always shows for this source. */
export function vasteCodes(bron: Bron, dimensie: Dimensie): readonly string[] {
  const rijBron = RIJ_BRONNEN.find((candidate) => candidate === bron);
  return (rijBron === undefined ? undefined : RIJ_TABELLEN[rijBron].vast?.[dimensie]) ?? vanHulp(dimensie);

  function vanHulp(name: Dimensie): readonly string[] {
    return rijBron !== undefined && name !== 'leeftijd' ? [] : (VASTE_CODES[name] ?? []);
  }
}

/** What the records of each source can be split by. */
export const BRON_DIMENSIES: Readonly<Record<Bron, readonly Dimensie[]>> = {
  ...VAN_RIJEN,
  prestaties: VAN_HULP,
  kosten: VAN_HULP,
  trajecten: VAN_HULP,
  standen: VAN_HULP,
  verblijf: [...VAN_HULP, 'verblijfsvorm'],
  overgangen: [...VAN_HULP, 'van', 'naar', 'richting'],
  starts: [...VAN_HULP, 'verblijfsvorm'],
};
