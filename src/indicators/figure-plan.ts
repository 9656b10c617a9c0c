// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie, FigureBreuk, IntervalMethode, ReleaseStatus, Unit } from '../contract/index.ts';
import type { Berekening } from './definition.ts';
import type { Bron, Duurklasse, Maat } from './maat.ts';
import type { ParameterNaam, ParameterWaarde } from './parameter.ts';
import type { GebiedLeden, Lid, Samenstelling } from './samenstelling.ts';

/** What someone wants to know. */
export interface FigureRequest {
  readonly indicator: string;
  /** Split by these, in this order. */
  readonly dimensies: readonly Dimensie[];
  /** Area codes; absent = every area of the region. */
  readonly gebieden?: readonly string[];
  /** `2024`, `2024-Q2` or `2022-10-01/2023-09-30`. */
  readonly perioden: readonly string[];
  /** Absent = every variant of the definition. */
  readonly variant?: string;
  readonly samenstelling: Samenstelling;
  /** In place of the defaults of the definition and of the region. */
  readonly parameters?: Readonly<Record<string, ParameterWaarde>>;
}

/** A period with its ends as `YYYY-MM-DD`, both included. */
export interface PlanPeriode {
  readonly label: string;
  readonly van: string;
  readonly tot: string;
  /** Year in which the period begins: age is taken on its first of January. */
  readonly peiljaar: number;
  /** Label of the period that this one is compared with; only where a comparison is asked. */
  readonly basis?: string;
}

/** A quantity to measure. `kolom` names it: equal names are equal quantities. */
export interface PlanMaat {
  readonly kolom: string;
  readonly maat: Maat;
  readonly bron: Bron;
  /** Reasons of ending that count; absent = any. */
  readonly redenen?: readonly string[];
  readonly duurklasse?: Duurklasse;
  /** Codes of the source's `soort` that count; absent = any. */
  readonly soorten?: readonly string[];
}

/** `teller` and `noemer` are names of columns. */
export interface PlanVariant {
  readonly id: string;
  readonly berekening: Berekening;
  readonly teller: string;
  readonly noemer?: string;
  /** For `aandeel`: the dimension whose parts make up the whole. */
  readonly over?: Dimensie;
  /** For `overleving`: what lasts longer than this. Unit: days. */
  readonly naDagen?: number;
  /** Days past the period that the data must reach for the figure to be known. */
  readonly naloopDagen?: number;
  /** Days before the period that the data must begin for the figure to be complete. */
  readonly voorloopDagen?: number;
  /** Least denominator. */
  readonly minimumNoemer?: number;
}

/** A break, with what it touches. */
export interface PlanBreuk extends FigureBreuk {
  /** Areas concerned. */
  readonly gebieden: readonly string[];
  /** Types of youth care concerned; empty = all. */
  readonly types: readonly string[];
}

/** How one indicator is to be computed in one unit, as plain data that can be stored, compared and given to any engine. */
export interface FigurePlan {
  readonly indicator: string;
  readonly definitie: string;
  readonly eenheid: Unit;
  readonly interval?: IntervalMethode;
  readonly dimensies: readonly Dimensie[];
  readonly varianten: readonly PlanVariant[];
  readonly samenstelling: Samenstelling;
  readonly gebieden: readonly GebiedLeden[];
  readonly leden: readonly Lid[];
  /** The periods asked for. */
  readonly perioden: readonly PlanPeriode[];
  /** The periods to measure: those asked for and those they are compared with, each once. */
  readonly meetperioden: readonly PlanPeriode[];
  /** What to measure, each once. */
  readonly maten: readonly PlanMaat[];
  readonly parameters: Readonly<Partial<Record<ParameterNaam, ParameterWaarde>>>;
  /** Cost threshold by period; null where its index is not known. Unit: eurocent. Only where a threshold is tested. */
  readonly grenzen?: Readonly<Record<string, number | null>>;
  /** Acceptable wait until the start by type, `standaard` for the others. Unit: days. Only where a norm is tested. */
  readonly normen?: Readonly<Record<string, number>>;
  /** By instrument: the least difference that is not chance, and whether more is better (1) or worse (-1). */
  readonly schalen?: Readonly<Record<string, { readonly grens: number; readonly richting: number }>>;
  readonly voorlopigheid: Readonly<Record<string, ReleaseStatus>>;
  readonly breuken: readonly PlanBreuk[];
}
