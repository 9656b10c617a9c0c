// SPDX-License-Identifier: EUPL-1.2

/**
 * Something about the published figures that an operator must know: `repair` = another value than the printed one is aimed at;
 * `contradiction` = a printed value that no fictional region can have together with the others, and the nearest thing done;
 * `note` = two printings of one quantity of which one is used.
 */
export interface Remark {
  readonly kind: 'repair' | 'contradiction' | 'note';
  readonly indicator: string;
  readonly gebied: string;
  readonly type: string;
  readonly jaar: number;
  /** In the unit of the indicator. */
  readonly printed: number;
  /** What is aimed at, or what comes out; same unit. */
  readonly used: number;
  readonly because: string;
}
