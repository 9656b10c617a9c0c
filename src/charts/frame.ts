// SPDX-License-Identifier: EUPL-1.2

/** The rectangle that a plot fills, and the room to its right for the names of series. Unit: pixels. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly fontSize: number;
}
