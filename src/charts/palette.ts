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

/** Colours of lines and parts, in the order in which they are given out: as many as can be told apart. */
export const lineColours: readonly SeriesColour[] = [
  palette.blauw,
  palette.oker,
  palette.roest,
  palette.grijs,
  palette.licht,
  palette.zwart,
];

export const ink = '#1a1d21';
export const quietInk = '#565d64';
export const hairline = '#b9bfc4';

/** Steps from little to much, for cells and tiles: each darker than the one before, also in grey. */
export const shades: readonly Pick<SeriesColour, 'fill' | 'onFill'>[] = [
  { fill: '#eef2f2', onFill: '#1a1d21' },
  { fill: '#cfe0e6', onFill: '#1a1d21' },
  { fill: '#a3c6d1', onFill: '#1a1d21' },
  { fill: '#6b9fb0', onFill: '#1a1d21' },
  { fill: '#35768d', onFill: '#ffffff' },
  { fill: '#154a5e', onFill: '#ffffff' },
];
