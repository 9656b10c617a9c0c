// SPDX-License-Identifier: EUPL-1.2
import type { BerichtSoort, IjwRelease, PlainDate, Severity } from '../../contract/index.ts';
import type { Velden } from '../velden.ts';

/** A rule that one message can show to be broken. */
export interface Regel {
  /** As the standard numbers it: `TR358`, `CD087`, `CS002`. */
  readonly code: string;
  /** What must hold, in one sentence. */
  readonly betekenis: string;
  readonly berichten: readonly BerichtSoort[];
  /** Control level of the standard: 2 inside the message, 3 across messages, 4 against something outside. */
  readonly niveau: 2 | 3 | 4;
  readonly retourcode: string;
  readonly severity: Severity;
  /** Release from which it holds; before it the rule is not known. */
  readonly vanaf: IjwRelease;
  /** Last release in which it holds, where it was given up. */
  readonly tot?: IjwRelease;
  /** What the check cannot see, where it is weaker than the rule. */
  readonly beperking?: string;
  readonly bind: (bind: Binder) => void;
}

/** What a rule may know besides the message. */
export interface Buitenwereld {
  /** The day of judging, for rules about the future. */
  readonly vandaag?: PlainDate;
}

/** Place of a value below the element that a check is about. */
export type Plaats = (pad: string) => number;

/** Ties the checks of a rule to the elements of one message number. */
export interface Binder {
  readonly soort: BerichtSoort;
  readonly release: IjwRelease;
  readonly velden: Velden;
  /** Set before each message. */
  readonly buiten: { current: Buitenwereld };
  /** Place of a value anywhere, by its path from below `Bericht`. */
  readonly plaats: Plaats;
  /**
   * At the end of every element whose path ends in `naam`: true when the rule holds there. A finding points at `op` below it (empty: at itself).
   * A check stays silent about values that level 1 could not read.
   */
  elk(naam: string, op: string, make: (plaats: Plaats) => () => boolean): void;
  /** At the start of every element whose path ends in `naam`; `Bericht` for the message. */
  bijBegin(naam: string, act: () => void): void;
}

/** The parts of a rule that have a usual value. */
type Usual = 'niveau' | 'retourcode' | 'severity' | 'vanaf';

/** A rule with the usual parts filled in: level 2, retourcode 0001, an error, known since 3.0. */
export function regel(rule: Omit<Regel, Usual> & Partial<Pick<Regel, Usual>>): Regel {
  return { niveau: 2, retourcode: '0001', severity: 'fout', vanaf: '3.0', ...rule };
}
