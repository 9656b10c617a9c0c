// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { ZipEntry } from '../ijw/index.ts';
import { writeBericht, writeZip } from '../ijw/index.ts';
import { isoDay } from './calendar.ts';
import type { GeplandeFout } from './faults.ts';
import { Foutenplanter } from './faults.ts';
import { element } from './inhoud.ts';
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

/** What writing needs to know besides the messages. */
export interface Schrijfopdracht {
  readonly outDir: string;
  /** With prefix; also the name of the folder. */
  readonly gemeente: string;
  /** Part of the region, from 0; parts after the first write in a folder of their own inside that of the gemeente. */
  readonly deel: number;
  readonly faultRate: number;
  readonly seed: number;
  /** Called with the number of messages written since the last call. */
  advance(berichten: number): void;
}

/** Writes messages of one gemeente: a ZIP per sort and month, big declarations as `.xml.gz`, some small ones as bare `.xml`. */
export async function writeBronnen(
  opdracht: Schrijfopdracht,
  berichten: readonly Uitgaand[],
): Promise<{ geschreven: Geschreven[]; fouten: GeplandeFout[] }> {
  const { outDir, gemeente, advance } = opdracht;
  const map = opdracht.deel === 0 ? gemeente : `${gemeente}/deel-${opdracht.deel + 1}`;
  mkdirSync(join(outDir, map), { recursive: true });
  const tellingen = new Map<string, Geschreven>();
  const fouten: GeplandeFout[] = [];
  const planter = new Foutenplanter(opdracht.faultRate, opdracht.seed);
  for (const [key, groep] of perSoortAndMonth(berichten)) {
    const soort = key.slice(0, 5);
    const telling = tellingen.get(soort) ?? { gemeente, soort, berichten: 0, bestanden: 0, bytes: 0 };
    tellingen.set(soort, telling);
    const bytesOf = (bericht: Uitgaand, bestand: string): Uint8Array => {
      const { inhoud, fout } = planter.write(bericht);
      const bytes = writeBericht(bericht.release, bericht.soort, inhoud);
      telling.berichten += 1;
      telling.bytes += bytes.length;
      if (fout) {
        const { afzender } = bericht;
        const own = element(inhoud, 'Header', 'BerichtIdentificatie')?.Identificatie;
        const identificatie = String(own ?? bericht.identificatie);
        fouten.push({
          bestand,
          soort: bericht.soort,
          afzender,
          identificatie,
          regel: fout.regel,
          niveau: fout.niveau,
          uitleg: fout.uitleg,
        });
      }
      return bytes;
    };
    const zipped: Uitgaand[] = [];
    for (const [index, bericht] of groep.entries()) {
      const big = bericht.regels >= TRAFFIC.ownFileFrom;
      const bare = bericht.regels > 0 && !big && index % TRAFFIC.bareEvery === 7;
      if (!big && !bare) {
        zipped.push(bericht);
        continue;
      }
      const bestand = `${map}/${entryName(bericht)}${big ? '.gz' : ''}`;
      const bytes = bytesOf(bericht, bestand);
      writeFileSync(join(outDir, bestand), big ? gzipSync(bytes, { level: 1 }) : bytes);
      telling.bestanden += 1;
    }
    if (zipped.length > 0) {
      const bestand = `${map}/${key}.zip`;
      await writeZip(join(outDir, bestand), entries(zipped, bestand, bytesOf));
      telling.bestanden += 1;
    }
    advance(groep.length);
  }
  return { geschreven: [...tellingen.values()], fouten };
}

function* entries(
  berichten: readonly Uitgaand[],
  bestand: string,
  bytesOf: (bericht: Uitgaand, bestand: string) => Uint8Array,
): Generator<ZipEntry> {
  for (const bericht of berichten) {
    const name = entryName(bericht);
    yield { name, bytes: bytesOf(bericht, `${bestand}!${name}`) };
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
