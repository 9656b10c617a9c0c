// SPDX-License-Identifier: EUPL-1.2
import type { DefinitieStatus, Dimensie, IntervalMethode, Tweetalig, Unit } from '../contract/index.ts';
import type { Duurklasse, Maat } from './maat.ts';
import type { ParameterNaam, ParameterWaarde } from './parameter.ts';
import type { PeriodeSoort } from './periode.ts';

/** How numerator and denominator become the value. `aandeel` is a part of the whole over a dimension; `kaplan-meier` (a median), `overleving` (the share that lasts longer), `mediaan` and `p90` are taken from a distribution; `gegeven` is what CBS says. */
export const BEREKENINGEN = [
  'waarde',
  'verhouding',
  'groei',
  'aandeel',
  'kaplan-meier',
  'overleving',
  'mediaan',
  'p90',
  'gegeven',
] as const;
export type Berekening = (typeof BEREKENINGEN)[number];

/** Ways of computing whose numerator is a distribution, and whose denominator says what it is taken over. */
export const KENGETALLEN: readonly Berekening[] = ['kaplan-meier', 'overleving', 'mediaan', 'p90'];

export const BRON_SOORTEN = ['wet', 'standaard', 'cbs', 'monitor', 'voorstel'] as const;
export type BronSoort = (typeof BRON_SOORTEN)[number];

/** Causes of a break that change a figure although nothing changed for a child. */
export const GEVOELIGHEDEN = [
  'samenstelling',
  'regionale-inkoop',
  'woonplaatsbeginsel',
  'registratie',
  'cbs',
] as const;
export type Gevoeligheid = (typeof GEVOELIGHEDEN)[number];

/** A quantity, and in words what it counts here. */
export interface Term {
  readonly maat: Maat;
  /** Codes of JZ588; absent = any. */
  readonly redenen?: readonly string[];
  readonly duurklasse?: Duurklasse;
  /** Codes of the source's `soort`; absent = any. */
  readonly soorten?: readonly string[];
  readonly tekst: Tweetalig;
}

/** One way to compute the indicator. `id` is empty when there is only one. */
export interface Variant {
  readonly id: string;
  readonly naam: Tweetalig;
  readonly eenheid: Unit;
  readonly berekening: Berekening;
  readonly teller: Term;
  /** Absent for `waarde`. For `groei`: measured in the base year. For `aandeel`: measured over the whole of `over`. */
  readonly noemer?: Term;
  /** For `aandeel`: the dimension whose parts make up the whole. */
  readonly over?: Dimensie;
  /** For `overleving`: what lasts longer than this. Unit: days. */
  readonly naDagen?: number;
  /** The figure is not known until the data reach this many days past the period. */
  readonly naloop?: ParameterNaam;
  /** The figure is incomplete when the data begin less than this many days before the period. */
  readonly voorloop?: ParameterNaam;
  /** The figure is not given when its denominator is below this. */
  readonly minimum?: ParameterNaam;
  /** Where it differs from that of the definition. */
  readonly status?: DefinitieStatus;
  /** Interval of this variant only, where the definition names none for all of them. */
  readonly interval?: IntervalMethode;
}

export interface Parameter {
  readonly naam: ParameterNaam;
  readonly standaard: ParameterWaarde;
  readonly tekst: Tweetalig;
}

export interface Bron {
  readonly soort: BronSoort;
  readonly tekst: string;
}

/** What one indicator means from a date on: the checked content of `indicatoren/<id>/<geldig-vanaf>.yaml`. */
export interface Definition {
  readonly id: string;
  /** `YYYY-MM-DD`; also the name of the version. */
  readonly geldigVanaf: string;
  readonly naam: Tweetalig;
  readonly telt: Tweetalig;
  readonly populatie: Tweetalig;
  /** Unit of the variants that do not name their own. */
  readonly eenheid: Unit;
  readonly varianten: readonly Variant[];
  readonly perioden: readonly PeriodeSoort[];
  readonly dimensies: readonly Dimensie[];
  readonly parameters: readonly Parameter[];
  /** Interval that the shares of all variants carry. */
  readonly interval?: IntervalMethode;
  /** Indicators that belong beside this one wherever it is printed. */
  readonly naast: readonly string[];
  readonly bronnen: readonly Bron[];
  readonly status: DefinitieStatus;
  readonly gevoeligVoor: readonly Gevoeligheid[];
}
