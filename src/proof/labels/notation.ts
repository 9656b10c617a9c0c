// SPDX-License-Identifier: EUPL-1.2
import type { UitlegSleutel } from '../../text/index.ts';
import { parseDutchNumber } from '../dutch-number.ts';
import type { ProofFinding } from '../finding.ts';
import type { PrintedCell, PrintedDocument, PrintedTable, RunningText } from '../printed.ts';
import { labelFinding, linePlace } from './label-finding.ts';

/** A decimal point where Dutch writes a comma, a missing percent sign, another number of decimals than the rest, and copies that went wrong. */
export function notationFindings({ tabellen, teksten }: PrintedDocument): ProofFinding[] {
  return [
    ...tabellen.filter(({ soort }) => soort !== 'tekst').flatMap(tableNotation),
    ...teksten.flatMap((text) => decimalPoints(text, tabellen)),
  ];
}

function tableNotation(table: PrintedTable): ProofFinding[] {
  const decimals = usual(table.cellen.map(({ eenheid, decimalen }) => `${eenheid} ${decimalen}`));
  return table.cellen.flatMap((cell) => {
    const parsed = parseDutchNumber(cell.gedrukt);
    if (parsed?.punt) return [one('decimalePunt', cell, cell.gedrukt.replace('.', ','))];
    const percentage = cell.eenheid === 'procent' || cell.eenheid === 'groei';
    if (parsed && percentage && !parsed.procent) return [one('zonderProcent', cell, `${cell.gedrukt}%`)];
    if (percentage && cell.circa === false && !decimals.has(`${cell.eenheid} ${cell.decimalen}`))
      return [one('andereDecimalen', cell, '')];
    return [];
  });
}

function one(soort: UitlegSleutel, cell: PrintedCell, verwacht: string): ProofFinding {
  return labelFinding('label', soort, {
    plaats: cell.plaats,
    gedrukt: cell.gedrukt,
    verwacht,
    sleutel: cell.id,
  });
}

/** The notations that at least a fifth of the cells of their unit have. */
function usual(notations: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const notation of notations) counts.set(notation, (counts.get(notation) ?? 0) + 1);
  const unitTotal = (notation: string) =>
    [...counts]
      .filter(([key]) => key.split(' ')[0] === notation.split(' ')[0])
      .reduce((sum, [, count]) => sum + count, 0);
  return new Set([...counts].filter(([key, count]) => count * 5 >= unitTotal(key)).map(([key]) => key));
}

/** In running text: `10.2%`; lines that a table already covers are left to the table. */
function decimalPoints({ bron, regels }: RunningText, tables: readonly PrintedTable[]): ProofFinding[] {
  const covered = new Set(
    tables.flatMap(({ cellen }) => cellen.map(({ plaats }) => `${plaats.bron}:${plaats.regel}`)),
  );
  return regels.flatMap((line, index) => {
    const match = /(?<![\d.])\d+\.\d{1,2}\s?%/.exec(line);
    if (!match || covered.has(`${bron}:${index + 1}`)) return [];
    return [
      labelFinding('label', 'decimalePunt', {
        plaats: linePlace(bron, index),
        gedrukt: match[0],
        verwacht: match[0].replace('.', ','),
      }),
    ];
  });
}
