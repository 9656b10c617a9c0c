// SPDX-License-Identifier: EUPL-1.2
import type { Unit } from '../../contract/index.ts';

/** What an outsider reads in the public definitions. Written apart from the planner on purpose: a mistake there is not repeated here. */
export interface Formule {
  /** Name of the number that is printed, when it is not a rate. */
  readonly getal?: string;
  /** `top / bottom − minus` when it is one. */
  readonly breuk?: { readonly top: string; readonly bottom: string; readonly minus: 0 | 1 };
  /** The bottom is that of the base year. */
  readonly basisjaar?: boolean;
}

const FORMULES = new Map<string, Formule>([
  ['clienten', { getal: 'clienten' }],
  ['uitgaven', { getal: 'uitgaven' }],
  ['aanbieders', { getal: 'aanbieders' }],
  ['clienten-groei', { breuk: { top: 'clienten', bottom: 'clienten', minus: 1 }, basisjaar: true }],
  ['uitgaven-per-client', { breuk: { top: 'uitgaven', bottom: 'clienten', minus: 0 } }],
  ['kosten-boven-grens clienten', { breuk: { top: 'clienten-boven-grens', bottom: 'clienten', minus: 0 } }],
  ['kosten-boven-grens uitgaven', { breuk: { top: 'uitgaven-boven-grens', bottom: 'uitgaven', minus: 0 } }],
]);

export function formuleOf(indicator: string, variant: string, eenheid: Unit): Formule {
  const name = variant === '' ? indicator : `${indicator} ${variant}`;
  const known = FORMULES.get(name);
  if (known !== undefined) return known;
  return eenheid === 'aandeel'
    ? { breuk: { top: `${name} teller`, bottom: `${name} noemer`, minus: 0 } }
    : { getal: name };
}

export type Aard = 'personen' | 'aanbieders' | 'bedrag';

/** What kind of number this is, by its name and the unit of the table it was seen in. */
export function aardOf(naam: string, eenheid: Unit): Aard {
  if (naam.startsWith('uitgaven')) return 'bedrag';
  if (naam === 'aanbieders') return 'aanbieders';
  if (naam.startsWith('clienten')) return 'personen';
  if (eenheid === 'eurocent') return 'bedrag';
  return eenheid === 'aanbieders' ? 'aanbieders' : 'personen';
}

/** A child has one age class and one sex; a euro is spent once. Everything else can be counted in several parts. */
export function teltOp(aard: Aard, over: string): boolean {
  if (aard === 'aanbieders') return false;
  return aard === 'bedrag' || over === 'gebied' || over === 'leeftijd' || over === 'geslacht';
}
