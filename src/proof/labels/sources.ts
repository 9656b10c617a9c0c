// SPDX-License-Identifier: EUPL-1.2
import type { ProofFinding } from '../finding.ts';
import type { PrintedDocument, PrintedTable } from '../printed.ts';
import { labelFinding } from './label-finding.ts';
import { tablePlaceOf } from './years.ts';

const NOT_YET = /(20\d\d)[^.]*\b(?:zijn|is) (?:nog )?niet (?:gepubliceerd|beschikbaar|bekend)/i;

/** A source that has not published a year cannot be the source of that year in another figure. */
export function sourceFindings({ tabellen }: PrintedDocument): ProofFinding[] {
  return tabellen.flatMap((silent) => {
    const year = NOT_YET.exec(silent.bron)?.[1];
    if (year === undefined) return [];
    return tabellen
      .filter((table) => table !== silent && nameOf(table) === nameOf(silent) && hasYear(table, year))
      .map((table) =>
        labelFinding('verwijzing', 'bronZonderJaar', {
          plaats: tablePlaceOf(table),
          gedrukt: table.bron,
          delen: [silent.nummer, year],
          ernst: 'matig',
          zekerheid: 'waarschijnlijk',
          sleutel: table.id,
          ook: [tablePlaceOf(silent)],
        }),
      );
  });
}

function nameOf({ bron }: PrintedTable): string {
  return bron.split(/[.(]/)[0]?.trim().toLowerCase() ?? '';
}

function hasYear({ dimensies, cellen }: PrintedTable, year: string): boolean {
  return (
    dimensies.some(({ naam, waarden }) => naam === 'year' && waarden.some(({ code }) => code === year)) ||
    cellen.some(({ periode }) => periode === year)
  );
}
