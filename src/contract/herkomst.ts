// SPDX-License-Identifier: EUPL-1.2

/** Where the figures of an indicator come from, as the source line of a table says it. */
export const HERKOMSTEN = [
  'berichten',
  'instellingen',
  'jeugdbeschermingstafel',
  'crisisteam',
  'plaatsingen',
  'wachttijden',
  'proeftuin',
  'uitkomsten',
  'cbs',
] as const;
export type Herkomst = (typeof HERKOMSTEN)[number];

const VAN: readonly (readonly [RegExp, readonly Herkomst[]])[] = [
  [/^(jeugdbescherming|jeugdreclassering|maatregelen|muhp)$/, ['instellingen']],
  [/^jbt-/, ['jeugdbeschermingstafel']],
  [/^cit-/, ['crisisteam']],
  [/^jeugdzorgplus-/, ['plaatsingen']],
  [/^(wachtenden|wachtenden-lang|aanbieders-per-wachtklasse|respons|wachtend-aandeel)$/, ['wachttijden']],
  [/^proeftuin-/, ['proeftuin']],
  [/^(tevredenheid|zonder-hulp-verder|doelrealisatie|big5)$/, ['uitkomsten']],
  [/^(bevolking-0-17|cbs-jeugdhulp)$/, ['cbs']],
  [/^aandeel-jeugdigen$/, ['berichten', 'cbs']],
];

/** Sources of an indicator, the main one first. */
export function herkomstVan(indicator: string): readonly Herkomst[] {
  return VAN.find(([names]) => names.test(indicator))?.[1] ?? ['berichten'];
}
