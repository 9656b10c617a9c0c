// SPDX-License-Identifier: EUPL-1.2
import type { UitlegCel } from './cel.ts';

/** One step on the way to a number: a query over the warehouse that a person can run again, and what it counts. */
export interface UitlegStap {
  readonly id: string;
  readonly tekst: string;
  /** Gives one row; its columns are the counts of the step. The last step has `waarde`. */
  readonly sql: string;
}

/** How one measured quantity of a figure comes about in one cell. */
export interface UitlegMeting {
  /** Column of the plan. */
  readonly kolom: string;
  readonly cel: UitlegCel;
  /** Where its records come from: the debit lines of declarations, or starts and stops. */
  readonly bron: 'prestaties' | 'trajecten';
  /** Which delivered lines take part: those whose product period overlaps the period, or those that begin in it. */
  readonly op: 'overlap' | 'begin';
  readonly stappen: readonly UitlegStap[];
  /** Shape: the delivered rows it rests on as (bericht_id, regel, rol, bedrag_cents, pseudoniem). */
  readonly rijen: string;
}

/** Which measured quantities one variant of a figure is made of, by their place; absent when a quantity has no steps. */
export interface UitlegVariant {
  readonly id: string;
  readonly teller?: number;
  readonly noemer?: number;
}

/** The steps to the figures of one plan in one cell. */
export interface PlanUitleg {
  readonly metingen: readonly UitlegMeting[];
  readonly varianten: readonly UitlegVariant[];
}
