// SPDX-License-Identifier: EUPL-1.2
import type { Chart } from './chart.ts';
import type { DataTable } from './data-table.ts';
import { element, escaped, type Svg } from './svg.ts';

/** What every drawing says about itself, and its numbers. */
export interface DrawingSpec {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly table: DataTable;
}

/** A paper to draw on. Unit: pixels. */
export interface Paper {
  readonly suffix: 'breed' | 'smal';
  readonly width: number;
  readonly fontSize: number;
}

/** What stands on the paper and how much of it is used. */
export interface Drawn {
  readonly height: number;
  readonly content: readonly Svg[];
}

const FONT = "'Source Sans 3', 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif";
const WIDE: Paper = { suffix: 'breed', width: 840, fontSize: 13 };
const NARROW: Paper = { suffix: 'smal', width: 320, fontSize: 12 };

/** The chart drawn for a page and for a telephone, each when it is first asked for: a browser shows one of the two. */
export function chartOf(spec: DrawingSpec, draw: (paper: Paper) => Drawn): Chart {
  const wide = once(() => framed(spec, WIDE, draw(WIDE)));
  const narrow = once(() => framed(spec, NARROW, draw(NARROW)));
  return {
    get svg() {
      return wide();
    },
    get narrowSvg() {
      return narrow();
    },
    table: spec.table,
    description: spec.description,
  };
}

function once(make: () => Svg): () => Svg {
  let made: Svg | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function framed(spec: DrawingSpec, { suffix, width, fontSize }: Paper, { height, content }: Drawn): Svg {
  const titleId = `${spec.id}-${suffix}-titel`;
  const descId = `${spec.id}-${suffix}-beschrijving`;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${Math.ceil(height)}`,
      width,
      height: Math.ceil(height),
      role: 'img',
      'aria-labelledby': `${titleId} ${descId}`,
      'font-family': FONT,
      'font-size': fontSize,
    },
    element('title', { id: titleId }, escaped(spec.title)),
    element('desc', { id: descId }, escaped(spec.description)),
    ...content,
  );
}
