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
  const line = frame.fontSize * 1.2;
  const ordered = [...labels].sort((a, b) => a.y - b.y);
  return ordered
    .map(({ name, value, ink }, index) => {
      const y = spread(ordered, line)[index] ?? 0;
      return element(
        'g',
        { fill: ink },
        label(name, { x: frame.right + 12, y: y + (value ? -1 : frame.fontSize * 0.35), 'font-weight': 700 }),
        value === undefined ? '' : label(value, { x: frame.right + 12, y: y + line - 1 }),
      );
    })
    .join('');
}

/** Heights at which no two labels touch, each group of them centred on what it names. Expects labels from top to bottom. */
function spread(labels: readonly EndLabel[], line: number): number[] {
  const groups: { members: EndLabel[]; room: number; top: number }[] = [];
  for (const next of labels) {
    const room = line * (next.value === undefined ? 1.1 : 2.25);
    groups.push({ members: [next], room, top: next.y });
    for (let last = groups.at(-1), above = groups.at(-2); last && above; above = groups.at(-2)) {
      if (above.top + above.room * above.members.length <= last.top) break;
      const members = [...above.members, ...last.members];
      const middle = members.reduce((sum, { y }) => sum + y, 0) / members.length;
      groups.splice(-2, 2, { members, room, top: middle - (room * (members.length - 1)) / 2 });
      last = groups.at(-1);
    }
  }
  return groups.flatMap(({ members, room, top }) => members.map((_, index) => top + room * index));
}
