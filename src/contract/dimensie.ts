// SPDX-License-Identifier: EUPL-1.2

/** Dimensions a figure can be split by, beside area and period. */
export const DIMENSIES = [
  'type',
  'gemeente',
  'aanbieder',
  'verwijzer',
  'leeftijd',
  'geslacht',
  'categorie',
  'verblijfsvorm',
  'van',
  'naar',
  'richting',
  'zorgvorm',
  'verblijf',
  'wachtklasse',
  'gi',
  'soort',
  'besluit',
  'voorziening',
  'domein',
  'informant',
  'instrument',
] as const;
export type Dimensie = (typeof DIMENSIES)[number];
