// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BronFormaat } from '../../sources/index.ts';
import { writeBron } from '../../sources/index.ts';
import { BRONNEN } from '../parameters.ts';
import { randomStream } from '../random.ts';
import type { Geschreven } from '../write-bronnen.ts';
import type { Bronbestand } from './bron-wereld.ts';

/** Folder of the other sources beside those of the gemeenten. */
export const MAP = 'overige-bronnen';

/** Writes the files of the other sources, a folder per source. Result: one row per source, its rows as `berichten`. */
export function writeBronbestanden(outDir: string, bestanden: readonly Bronbestand[]): Geschreven[] {
  return writeRows(join(outDir, MAP), bestanden, (bestand) => {
    const formaat = formaatOf(bestand);
    return { formaat, bytes: writeBron(bestand.soort, bestand.rijen as readonly never[], formaat) };
  });
}

/** Writes files into a folder per source, as `encode` makes them. */
export function writeRows(
  folder: string,
  bestanden: readonly Bronbestand[],
  encode: (bestand: Bronbestand) => { readonly formaat: BronFormaat; readonly bytes: Uint8Array },
): Geschreven[] {
  const tellingen = new Map<string, Geschreven>();
  for (const bestand of bestanden) {
    const { soort } = bestand;
    const telling = tellingen.get(soort) ?? { gemeente: '', soort, berichten: 0, bestanden: 0, bytes: 0 };
    if (!tellingen.has(soort)) mkdirSync(join(folder, soort), { recursive: true });
    tellingen.set(soort, telling);
    const { formaat, bytes } = encode(bestand);
    writeFileSync(join(folder, soort, `${bestand.naam}.${formaat}`), bytes);
    telling.bestanden += 1;
    telling.berichten += bestand.rijen.length;
    telling.bytes += bytes.length;
  }
  return [...tellingen.values()];
}

/** Who keeps thousands of rows exports them; others send the workbook they work in. */
function formaatOf({ naam, rijen }: Bronbestand): BronFormaat {
  if (rijen.length > BRONNEN.werkboekTot) return 'csv';
  const formaten = ['csv', 'xlsx', 'ods'] as const;
  return formaten[randomStream(0, 'formaat', naam).weighted(BRONNEN.formaten)] ?? 'csv';
}
