// SPDX-License-Identifier: EUPL-1.2
import type { Herkomst, RijWijziging } from '../store/index.ts';
import type { Cell } from './explain-cell.ts';
import type { MeervoudigGeteld } from './meervoudig-geteld.ts';

/** One step: what it counts, and the query that a person can run again on the warehouse. */
export interface Stap {
  readonly id: string;
  readonly tekst: string;
  readonly telt: Readonly<Record<string, number>>;
  readonly sql: string;
}

/** How one quantity of the figure came about. */
export interface Meting {
  readonly kolom: string;
  readonly periode: string;
  readonly stappen: readonly Stap[];
  /** What the last step gives; null when there is no value. */
  readonly waarde: number | null;
  readonly herkomst: Herkomst;
  /** Since the earlier moment; absent when none was asked. */
  readonly wijzigingen?: readonly RijWijziging[];
}

/** A figure of the cell, and whether the steps lead to it. */
export interface UitgelegdCijfer {
  readonly variant: string;
  readonly eenheid: string;
  readonly waarde: number | null;
  readonly teller: number | null;
  readonly noemer: number | null;
  readonly status: readonly string[];
  /** As it was at the earlier moment. */
  readonly toen?: number | null;
  /** Whether the steps, which share nothing with the query of the figure, give the same numbers; null when some of them have no steps. */
  readonly klopt: boolean | null;
}

/** Everything that `explain` has to say about one cell. Names rows by number, never by person. */
export interface Uitleg {
  readonly indicator: string;
  readonly definitie: string;
  readonly telt: { readonly nl: string; readonly en: string };
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly cel: Cell;
  readonly dataTot: string;
  readonly zoalsBekendOp?: string;
  readonly sinds?: string;
  readonly cijfers: readonly UitgelegdCijfer[];
  readonly metingen: readonly Meting[];
  /** The sum of its parts beside a figure of distinct persons, families or providers, and that of the parts that it is one of. */
  readonly meervoudigGeteld: readonly MeervoudigGeteld[];
  /** The query that computed the figures, with its parameters. */
  readonly sql: readonly { readonly text: string; readonly params: readonly unknown[] }[];
}
