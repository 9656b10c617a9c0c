// SPDX-License-Identifier: EUPL-1.2
import type { Frame } from './frame.ts';
import { element, label, type Svg } from './svg.ts';
import { wrapped } from './wrapped.ts';

export interface EndLabel {
  readonly name: string;
  /** Second line, a number. */
  readonly value?: string;
  readonly ink: string;
  /** Height of what it names. */
  readonly y: number;
}

interface Lines extends EndLabel {
  readonly lines: readonly string[];
}

/** Distance of a label from the plot. */
const OFFSET = 12;

/** Names of series in the gutter right of a plot, at the height of their end and moved apart where they would touch. */
export function endLabels(labels: readonly EndLabel[], frame: Frame, gutter: number): Svg {
  const line = frame.fontSize * 1.2;
  const ordered = [...labels]
    .sort((a, b) => a.y - b.y)
    .map((item): Lines => ({ ...item, lines: wrapped(item.name, (gutter - OFFSET) / 1.05, frame.fontSize) }));
  const places = spread(ordered, line);
  return ordered
    .map(({ lines, value, ink }, index) => {
      const all = [...lines, ...(value === undefined ? [] : [value])];
      const first = (places[index] ?? 0) + frame.fontSize * 0.35 - ((all.length - 1) * line) / 2;
      return element(
        'g',
        { fill: ink },
        ...all.map((text, place) =>
          label(text, {
            x: frame.right + OFFSET,
            y: first + place * line,
            'font-weight': place < lines.length ? 700 : undefined,
          }),
        ),
      );
    })
    .join('');
}

/** Heights at which no two labels touch, each group of them centred on what it names. Expects labels from top to bottom. */
function spread(labels: readonly Lines[], line: number): number[] {
  const groups: { members: Lines[]; wanted: number; room: number; middle: number }[] = [];
  for (const next of labels) {
    groups.push({ members: [next], wanted: next.y, room: roomOf(next, line), middle: next.y });
    for (let last = groups.at(-1), above = groups.at(-2); last && above; above = groups.at(-2)) {
      if (above.middle + above.room / 2 <= last.middle - last.room / 2) break;
      const members = [...above.members, ...last.members];
      const wanted = members.reduce((sum, { y }) => sum + y, 0) / members.length;
      const room = above.room + last.room;
      groups.splice(-2, 2, { members, wanted, room, middle: wanted });
      last = groups.at(-1);
    }
  }
  return groups.flatMap(({ members, room, middle }) => {
    let top = middle - room / 2;
    return members.map((member) => {
      const own = roomOf(member, line);
      top += own;
      return top - own / 2;
    });
  });
}

function roomOf({ lines, value }: Lines, line: number): number {
  return line * (lines.length + (value === undefined ? 0.1 : 1.25));
}
