// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { ZipEntry } from '../ijw/index.ts';
import { writeBericht, writeZip } from '../ijw/index.ts';
import { isoDay } from './calendar.ts';
import { TRAFFIC } from './parameters.ts';
import type { Uitgaand } from './uitgaand.ts';

/** What was written. Grain: one per gemeente and sort of message. */
export interface Geschreven {
  readonly gemeente: string;
  readonly soort: string;
  berichten: number;
  bestanden: number;
  /** Size of the messages themselves. Unit: bytes. */
  bytes: number;
}

/**
 * Writes messages of one gemeente: a ZIP per sort and month, big declarations as `.xml.gz`, some small ones as bare `.xml`.
 * `advance` is called with the number of messages written since the last call.
 */
export async function writeBronnen(
  folder: string,
  gemeente: string,
  berichten: readonly Uitgaand[],
  advance: (berichten: number) => void,
): Promise<Geschreven[]> {
  mkdirSync(folder, { recursive: true });
  const tellingen = new Map<string, Geschreven>();
  for (const [key, groep] of perSoortAndMonth(berichten)) {
    const soort = key.slice(0, 5);
    const telling = tellingen.get(soort) ?? { gemeente, soort, berichten: 0, bestanden: 0, bytes: 0 };
    tellingen.set(soort, telling);
    const zipped: Uitgaand[] = [];
    for (const [index, bericht] of groep.entries()) {
      const big = bericht.regels >= TRAFFIC.ownFileFrom;
      const bare = bericht.regels > 0 && !big && index % TRAFFIC.bareEvery === 7;
      if (!big && !bare) {
        zipped.push(bericht);
        continue;
      }
      const bytes = writeBericht(bericht.release, bericht.soort, bericht.inhoud());
      const path = join(folder, entryName(bericht));
      if (big) writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 1 }));
      else writeFileSync(path, bytes);
      telling.bestanden += 1;
      telling.bytes += bytes.length;
    }
    if (zipped.length > 0) {
      await writeZip(join(folder, `${key}.zip`), entries(zipped, telling));
      telling.bestanden += 1;
    }
    telling.berichten += groep.length;
    advance(groep.length);
  }
  return [...tellingen.values()];
}

function* entries(berichten: readonly Uitgaand[], telling: Geschreven): Generator<ZipEntry> {
  for (const bericht of berichten) {
    const bytes = writeBericht(bericht.release, bericht.soort, bericht.inhoud());
    telling.bytes += bytes.length;
    yield { name: entryName(bericht), bytes };
  }
}

function entryName(bericht: Uitgaand): string {
  return `${bericht.soort}-${bericht.afzender}-${bericht.identificatie}.xml`;
}

/** Key: `JW301-2021-03`. In order of sort and month; inside, of day. */
function perSoortAndMonth(berichten: readonly Uitgaand[]): [string, Uitgaand[]][] {
  const groups = new Map<string, Uitgaand[]>();
  for (const bericht of berichten) {
    const key = `${bericht.soort}-${isoDay(bericht.dagtekening).slice(0, 7)}`;
    const group = groups.get(key);
    if (group) group.push(bericht);
    else groups.set(key, [bericht]);
  }
  for (const group of groups.values()) group.sort((a, b) => a.dagtekening - b.dagtekening);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
