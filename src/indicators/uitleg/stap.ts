// SPDX-License-Identifier: EUPL-1.2
import type { UitlegCel } from './cel.ts';

/** One step on the way to a number: a query over the warehouse that a person can run again, and what it counts. */
export interface UitlegStap {
  readonly id: string;
  readonly tekst: string;
  /** Gives one row; its columns are the counts of the step. The last step has `waarde`, and no row or NULL where there is no value. */
  readonly sql: string;
}

/** Tables that several steps read, each in terms of those before it, as the `WITH` that their SQL begins with. */
export interface UitlegTabellen {
  readonly tabellen: readonly { readonly naam: string; readonly sql: string }[];
}

/** `WITH` and the tables, as every step that reads them begins. */
export function withTables({ tabellen }: UitlegTabellen): string {
  return `WITH ${tabellen.map(({ naam, sql }) => `${naam} AS (${sql})`).join(',\n')}`;
}

/** How one measured quantity of a figure comes about in one cell. */
export interface UitlegMeting {
  /** Column of the plan. */
  readonly kolom: string;
  readonly cel: UitlegCel;
  /** Where its records come from: the debit lines of declarations, starts and stops, or files of other sources. */
  readonly bron: 'prestaties' | 'trajecten' | 'bronnen';
  /** Which delivered lines take part: those whose product period overlaps the period, or those that begin in it. */
  readonly op: 'overlap' | 'begin';
  readonly stappen: readonly UitlegStap[];
  /** What its steps have in common: who makes these tables once may leave `withTables` of them out of each. */
  readonly gedeeld?: UitlegTabellen;
  /** Shape: the delivered rows it rests on as (bericht_id, regel, rol, bedrag_cents, pseudoniem); of another source as (bron_id, rij, rol). */
  readonly rijen: string;
}

/** Which measured quantities one variant of a figure is made of, by their place; absent when a quantity has no steps. */
export interface UitlegVariant {
  readonly id: string;
  /** The steps of `teller` lead to the value of the figure, not to a part of a fraction. */
  readonly isWaarde: boolean;
  readonly teller?: number;
  readonly noemer?: number;
}

/** The steps to the figures of one plan in one cell. */
export interface PlanUitleg {
  readonly metingen: readonly UitlegMeting[];
  readonly varianten: readonly UitlegVariant[];
}
