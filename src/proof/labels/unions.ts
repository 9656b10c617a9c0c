// SPDX-License-Identifier: EUPL-1.2
import { areaOf, partitionsOf } from '../areas.ts';
import type { ProofFinding } from '../finding.ts';
import type { PrintedCell, PrintedDocument, PrintedTable } from '../printed.ts';
import { labelFinding } from './label-finding.ts';
import { tablePlaceOf } from './years.ts';

/** This many years in a row a union of children may equal a sum by chance or by rule; from here on the reader should be told. */
const YEARS = 4;

/** Unique clients of a group that are in every year exactly the sum of its gemeenten: nobody moved, or nobody was counted once. */
export function unionFindings({ tabellen, gebieden }: PrintedDocument): ProofFinding[] {
  return tabellen
    .filter(({ titel }) => /unieke/i.test(titel))
    .flatMap((table) => {
      const counts = table.cellen.filter(
        ({ eenheid, splitsing }) => eenheid === 'personen' && Object.keys(splitsing).length === 0,
      );
      const groups = [...new Set(counts.map(({ gebied }) => gebied))].filter(
        (gebied) => (areaOf(gebieden, gebied)?.leden.length ?? 0) > 1,
      );
      return groups.flatMap((gebied) => {
        const own = counts.filter((cell) => cell.gebied === gebied);
        const equal = own.filter((cell) => isSum(cell, counts));
        if (equal.length < YEARS || equal.length < own.length) return [];
        return [finding(table, own)];
      });
    });

  function isSum(group: PrintedCell, counts: readonly PrintedCell[]): boolean {
    const area = areaOf(gebieden, group.gebied);
    const [gemeenten] = area ? partitionsOf(gebieden, area) : [];
    const parts = (gemeenten ?? []).flatMap(({ code }) =>
      counts.filter((cell) => cell.periode === group.periode && areaOf(gebieden, cell.gebied)?.code === code),
    );
    return (
      parts.length === gemeenten?.length &&
      parts.reduce((sum, { waarde }) => sum + waarde, 0) === group.waarde
    );
  }
}

function finding(table: PrintedTable, own: readonly PrintedCell[]): ProofFinding {
  return labelFinding('samenvoeging', 'altijdSom', {
    plaats: tablePlaceOf(table),
    gedrukt: own.map(({ gedrukt }) => gedrukt).join('; '),
    delen: [String(own.length)],
    zekerheid: 'mogelijk',
    sleutel: `${table.id} ${own[0]?.gebied ?? ''}`,
  });
}
