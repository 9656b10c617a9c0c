// SPDX-License-Identifier: EUPL-1.2

/** Where the values of one reader stand in the memory of the walker: an address per kind of thing. Source: walker.wat */
export interface Places {
  readonly has: number;
  readonly num: number;
  readonly later: number;
  readonly bytes: number;
  readonly codes: number;
  readonly dates: number;
}
