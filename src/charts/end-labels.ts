// SPDX-License-Identifier: EUPL-1.2
import type { Frame } from './frame.ts';
import { element, label, type Svg } from './svg.ts';

export interface EndLabel {
  readonly name: string;
  /** Second line, a number. */
  readonly value?: string;
  readonly ink: string;
  /** Height of what it names. */
  readonly y: number;
}

/** Names of series at the right of a plot, at the height of their end and moved apart where they would touch. */
export function endLabels(labels: readonly EndLabel[], frame: Frame): Svg {
  const line = frame.fontSize * 1.25;
  const placed: { label: EndLabel; y: number }[] = [];
  for (const next of [...labels].sort((a, b) => b.y - a.y)) {
    const below = placed.at(-1);
    const room = line * (next.value === undefined ? 1.1 : 2.15);
    placed.push({
      label: next,
      y: below ? Math.min(next.y, below.y - room) : Math.min(next.y, frame.bottom),
    });
  }
  return placed
    .map(({ label: { name, value, ink }, y }) =>
      element(
        'g',
        { fill: ink },
        label(name, { x: frame.right + 10, y: y + (value ? -1 : frame.fontSize * 0.35), 'font-weight': 700 }),
        value === undefined ? '' : label(value, { x: frame.right + 10, y: y + line - 1 }),
      ),
    )
    .join('');
}
