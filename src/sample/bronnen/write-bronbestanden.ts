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
const MAP = 'overige-bronnen';

/** Writes the files of the other sources, a folder per source. Result: one row per source, its rows as `berichten`. */
export function writeBronbestanden(outDir: string, bestanden: readonly Bronbestand[]): Geschreven[] {
  const tellingen = new Map<string, Geschreven>();
  for (const bestand of bestanden) {
    const { soort } = bestand;
    const telling = tellingen.get(soort) ?? { gemeente: '', soort, berichten: 0, bestanden: 0, bytes: 0 };
    if (!tellingen.has(soort)) mkdirSync(join(outDir, MAP, soort), { recursive: true });
    tellingen.set(soort, telling);
    const formaat = formaatOf(bestand);
    const bytes = writeBron(soort, bestand.rijen as readonly never[], formaat);
    writeFileSync(join(outDir, MAP, soort, `${bestand.naam}.${formaat}`), bytes);
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
