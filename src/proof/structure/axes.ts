// SPDX-License-Identifier: EUPL-1.2
import { formatDutch } from '../dutch-number.ts';
import type { ProofFinding } from '../finding.ts';
import { labelFinding } from '../labels/label-finding.ts';
import { tablePlaceOf } from '../labels/years.ts';
import type { PrintedDocument, PrintedTable, RunningText } from '../printed.ts';

/** A value may stand a little above the last mark of an axis; this far above it no chart goes on. */
const ABOVE_AXIS = 1.2;

/** Values above their axis, and labels of periods that do not come in equal numbers. */
export function axisFindings({ tabellen, teksten }: PrintedDocument): ProofFinding[] {
  return tabellen
    .filter(({ soort }) => soort === 'figuur')
    .flatMap((table) => {
      const text = teksten.find(({ bron }) => bron === table.regels?.bron);
      if (!text || !table.regels) return [];
      const lines = text.regels.slice(table.regels.van - 1, table.regels.tot);
      return [...aboveAxis(table, lines), ...unequalLabels(table, lines)];
    });
}

function aboveAxis(table: PrintedTable, lines: RunningText['regels']): ProofFinding[] {
  const ticks = lines.flatMap((line) => {
    const match = /^(€ ?)?(\d+)K(?:\s*\|)?\s*$/.exec(line.trim());
    return match ? [{ euro: match[1] !== undefined, waarde: 1000 * Number(match[2]) }] : [];
  });
  return [true, false].flatMap((euro) => {
    const top = Math.max(...ticks.filter((tick) => tick.euro === euro).map(({ waarde }) => waarde), 0);
    if (top === 0) return [];
    const cells = table.cellen.filter(({ eenheid }) => (eenheid === 'euro') === euro);
    return cells
      .filter(({ waarde }) => waarde > ABOVE_AXIS * top)
      .map((cell) =>
        labelFinding('grens', 'bovenAs', {
          plaats: cell.plaats,
          gedrukt: cell.gedrukt,
          verwacht: `≤ ${euro ? '€ ' : ''}${formatDutch(top)}`,
          zekerheid: 'mogelijk',
          sleutel: cell.id,
        }),
      );
  });
}

/** `2023 Q2` six times and `2024 Q2` three times under a figure that compares the two. */
function unequalLabels(table: PrintedTable, lines: RunningText['regels']): ProofFinding[] {
  const labels = lines.flatMap((line, index) => {
    const year = /^(20\d\d)\s*$/.exec(line.trim())?.[1];
    const quarter = /^(Q[1-4])\s*$/.exec(lines[index + 1]?.trim() ?? '')?.[1];
    return year === undefined || quarter === undefined ? [] : [`${year} ${quarter}`];
  });
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  if (counts.size < 2 || new Set(counts.values()).size === 1) return [];
  return [
    labelFinding('label', 'ongelijkeAsLabels', {
      plaats: tablePlaceOf(table),
      gedrukt: [...counts].map(([label, count]) => `${count} × ${label}`).join(', '),
      ernst: 'matig',
      zekerheid: 'waarschijnlijk',
      sleutel: table.id,
    }),
  ];
}
