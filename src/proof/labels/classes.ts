// SPDX-License-Identifier: EUPL-1.2
import type { ProofFinding } from '../finding.ts';
import type { PrintedDocument } from '../printed.ts';
import { labelFinding } from './label-finding.ts';
import { tablePlaceOf } from './years.ts';

interface Class {
  readonly label: string;
  readonly low: number;
  readonly high: number;
}

/** Classes of age or waiting time that overlap or leave a gap. */
export function classFindings({ tabellen }: PrintedDocument): ProofFinding[] {
  return tabellen.flatMap((table) =>
    table.dimensies.flatMap(({ waarden }) => {
      const classes = waarden.flatMap(({ label }) => classOf(label)).sort((a, b) => a.low - b.low);
      return classes.slice(1).flatMap((next, index) => {
        const before = classes[index];
        if (!before || classes.length < 3 || next.low === before.high + 1) return [];
        const overlap = next.low <= before.high;
        return [
          labelFinding('label', overlap ? 'klassenOverlap' : 'klassenGat', {
            plaats: tablePlaceOf(table),
            gedrukt: `${before.label}; ${next.label}`,
            verwacht: overlap ? `${before.high + 1}…` : `${before.high + 1}–${next.low - 1}`,
            ernst: 'matig',
            sleutel: `${table.id} ${before.label}`,
          }),
        ];
      });
    }),
  );
}

function classOf(label: string): Class[] {
  const range = /^(\d+)\s?[-–]\s?(\d+)\b/.exec(label);
  if (range) return [{ label, low: Number(range[1]), high: Number(range[2]) }];
  const open = /^(?:(\d+)\s?\+|>\s?(\d+))/.exec(label);
  if (!open) return [];
  return [
    {
      label,
      low: open[1] === undefined ? Number(open[2]) + 1 : Number(open[1]),
      high: Number.POSITIVE_INFINITY,
    },
  ];
}
