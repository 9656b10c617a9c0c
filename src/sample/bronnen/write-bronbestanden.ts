// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeBronCsv } from '../../sources/index.ts';
import type { Geschreven } from '../write-bronnen.ts';
import type { Bronbestand } from './bron-wereld.ts';

/** Folder of the other sources beside those of the gemeenten. */
const MAP = 'overige-bronnen';

/** Writes the files of the other sources, a folder per source. Result: one row per source. */
export function writeBronbestanden(outDir: string, bestanden: readonly Bronbestand[]): Geschreven[] {
  const tellingen = new Map<string, Geschreven>();
  for (const bestand of bestanden) {
    const { soort } = bestand;
    const telling = tellingen.get(soort) ?? { gemeente: '', soort, berichten: 0, bestanden: 0, bytes: 0 };
    if (!tellingen.has(soort)) mkdirSync(join(outDir, MAP, soort), { recursive: true });
    tellingen.set(soort, telling);
    const bytes = Buffer.from(writeOf(bestand));
    writeFileSync(join(outDir, MAP, soort, `${bestand.naam}.csv`), bytes);
    telling.bestanden += 1;
    telling.berichten += bestand.rijen.length;
    telling.bytes += bytes.length;
  }
  return [...tellingen.values()];
}

function writeOf<Soort extends Bronbestand['soort']>(
  bestand: Extract<Bronbestand, { soort: Soort }>,
): string {
  return writeBronCsv(bestand.soort, bestand.rijen as never);
}
