// SPDX-License-Identifier: EUPL-1.2

/** Fill of a series and the ink that is readable on it. Grey values differ, so that a copy in grey stays readable. */
export interface SeriesColour {
  readonly fill: string;
  readonly onFill: string;
  /** Ink for the name of the series on white, at least 4.5 : 1. */
  readonly ink: string;
}

export const palette = {
  blauw: { fill: '#1d5b73', onFill: '#ffffff', ink: '#1d5b73' },
  oker: { fill: '#d2953a', onFill: '#1a1d21', ink: '#8a5a0b' },
  grijs: { fill: '#8d959c', onFill: '#1a1d21', ink: '#5b636a' },
  licht: { fill: '#7fb0bf', onFill: '#1a1d21', ink: '#2f6f85' },
  roest: { fill: '#8c3f24', onFill: '#ffffff', ink: '#8c3f24' },
  zwart: { fill: '#1a1d21', onFill: '#ffffff', ink: '#1a1d21' },
} satisfies Record<string, SeriesColour>;

export const ink = '#1a1d21';
export const quietInk = '#565d64';
export const hairline = '#b9bfc4';
