// SPDX-License-Identifier: EUPL-1.2
import { parseDutchNumber } from '../dutch-number.ts';
import type { ProofFinding } from '../finding.ts';
import type { PrintedDocument } from '../printed.ts';
import { labelFinding } from './label-finding.ts';

/** Figures that cite a line of a text must stand on that line, and a value must be what its print says. */
export function transcriptionFindings({ tabellen, teksten }: PrintedDocument): ProofFinding[] {
  return tabellen.flatMap(({ cellen }) =>
    cellen.flatMap((cell) => {
      const { bron, regel } = cell.plaats;
      const text = teksten.find((candidate) => candidate.bron === bron);
      if (!text || regel === undefined) return [];
      const around = text.regels
        .slice(regel - 1, regel + 2)
        .join(' ')
        .replace(/-\s+/g, '');
      if (occurs(around, cell.gedrukt)) return [];
      return [
        labelFinding('dubbel', 'nietOpRegel', {
          plaats: cell.plaats,
          gedrukt: cell.gedrukt,
          verwacht: (text.regels[regel - 1] ?? '').trim().slice(0, 120),
          ernst: 'matig',
          sleutel: cell.id,
        }),
      ];
    }),
  );
}

function occurs(line: string, printed: string): boolean {
  const escaped = printed.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  if (parseDutchNumber(printed) === undefined)
    return printed === '' || new RegExp(`(?<![a-zà-ÿ])${escaped}(?![a-zà-ÿ])`, 'i').test(line);
  return new RegExp(`(?<![\\d.,])${escaped}(?![\\d])(?!,\\d)`).test(line);
}
