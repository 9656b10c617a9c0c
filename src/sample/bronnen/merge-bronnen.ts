// SPDX-License-Identifier: EUPL-1.2
import { appendFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeBron } from '../../sources/index.ts';
import type { Geschreven } from '../write-bronnen.ts';
import type { Bronbestand } from './bron-wereld.ts';
import { MAP, writeRows } from './write-bronbestanden.ts';

/** Sources whose rows are numbers of a supplier: made once, for the whole region. Of the others every part has its own children and families. */
const GETELD: readonly Bronbestand['soort'][] = ['wachttijden', 'uitvragen', 'bevolking'];

export function isCounted({ soort }: Bronbestand): boolean {
  return GETELD.includes(soort);
}

interface MetNummer {
  readonly gezin?: string;
  readonly eigenNummer?: string;
}

/** Families and children that go by a number of their supplier are others in every part. */
function rowsOfPart(bestand: Bronbestand, nummer: number): readonly object[] {
  if (nummer === 0) return bestand.rijen;
  const own = (value: string): string => `${nummer + 1}-${value}`;
  return (bestand.rijen as readonly MetNummer[]).map((rij) => ({
    ...rij,
    ...(rij.gezin !== undefined && { gezin: own(rij.gezin) }),
    ...(rij.eigenNummer !== undefined && { eigenNummer: own(rij.eigenNummer) }),
  }));
}

/** Writes what one part of a large region says, as CSV in a folder of its own, until `mergeBronnen` lays the parts together. */
export function writePart(outDir: string, nummer: number, bestanden: readonly Bronbestand[]): Geschreven[] {
  return writeRows(join(outDir, MAP, folderOf(nummer)), bestanden, (bestand) => ({
    formaat: 'csv',
    bytes: writeBron(bestand.soort, rowsOfPart(bestand, nummer) as readonly never[], 'csv'),
  }));
}

/**
 * Lays the parts together: a supplier sends one file per period, however large its region is. In order of parts, so that the same request gives the same bytes.
 * Cost: one file of one part in memory.
 */
export function mergeBronnen(outDir: string, parts: number): void {
  const map = join(outDir, MAP);
  const begun = new Set<string>();
  for (let nummer = 0; nummer < parts; nummer += 1) {
    const own = join(map, folderOf(nummer));
    for (const path of filesIn(own)) {
      const target = join(map, path);
      mkdirSync(join(target, '..'), { recursive: true });
      if (begun.has(path)) appendFileSync(target, withoutHeader(readFileSync(join(own, path))));
      else renameSync(join(own, path), target);
      begun.add(path);
    }
    rmSync(own, { recursive: true, force: true });
  }
}

function folderOf(nummer: number): string {
  return `.deel-${nummer + 1}`;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.csv'))
    .sort();
}

function withoutHeader(csv: Buffer): Buffer {
  return csv.subarray(csv.indexOf('\n') + 1);
}
