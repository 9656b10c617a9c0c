// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import {
  type AgbCode,
  type BerichtKop,
  Bsn,
  gemeenteCode,
  type IjwRij,
  type PlainDate,
  type ProductRegel,
  plainDate,
  revealBsn,
} from '../src/contract/index.ts';
import { PartijSink } from '../src/ingest/index.ts';
import { openWarehouse } from '../src/store/index.ts';

/**
 * Loads a made-up region straight into the raw layer (no XML) and derives it. Arguments: scale (1 = Haaglanden: five years, 1.5 million
 * prestaties, 400,000 messages). Prints rows per second of loading and seconds of deriving.
 */
const scale = Number(process.argv[2] ?? '0.1');
const CLIENTS = 20_000 * scale;
const SMALL_BERICHTEN = 400_000 * scale;
const PRESTATIES = 1_500_000 * scale;
const LINES_PER_BERICHT = 500;

const folder = mkdtempSync(join(tmpdir(), 'regiovisie-bench-'));
const path = join(folder, 'magazijn.duckdb');
const producten: ProductRegel[] = ['41', '45', '54'].map((categorie) => ({ categorie, type: 'lvb' }));

function maand(index: number): PlainDate {
  return plainDate(2020 + Math.floor((index % 60) / 12), (index % 12) + 1, 1) ?? (0 as PlainDate);
}

function kop(soort: BerichtKop['soort'], n: number): BerichtKop {
  const aanbieder = String(99_000_000 + (n % 200)) as AgbCode;
  return {
    soort,
    release: '3.2',
    berichtCode: '490',
    gemeente: gemeenteCode(String(500 + (n % 9)).padStart(4, '0')),
    aanbieder,
    afzender: aanbieder,
    identificatie: `${soort}${n}`,
    dagtekening: maand(n),
    ...(soort === 'JW325' && { declaratieIdentificatie: `JW323${n}`, retourCodes: ['0200'] }),
  };
}

function prestatie(n: number): IjwRij {
  return {
    rij: 'prestatie',
    client: { bsn: new Bsn(String(999_000_000 + (n % CLIENTS))) },
    referentieNummer: `R${n}-2024`,
    ...(n % 50 === 1 && { vorigReferentieNummer: `R${n - 1}-2024` }),
    toewijzingNummer: n % (CLIENTS * 2),
    categorie: ['41', '45', '54'][n % 3] ?? '',
    code: `45A${String(n % 40).padStart(2, '0')}`,
    begindatum: maand(n),
    einddatum: (maand(n) + 27) as PlainDate,
    volume: n % 100,
    eenheid: '04',
    tariefCents: 9000,
    bedragCents: (n % 100) * 9000,
    debetCredit: n % 50 === 1 ? 'C' : 'D',
  };
}

function klein(n: number): readonly [BerichtKop, readonly IjwRij[]] {
  const client = {
    bsn: new Bsn(String(999_000_000 + (n % CLIENTS))),
    geboorteJaar: 2005,
    geboorteMaand: 4,
    geslacht: '1',
  };
  const base = { client, toewijzingNummer: n % (CLIENTS * 2), categorie: '45', begindatum: maand(n) };
  if (n % 4 === 0) return [kop('JW305', n), [{ ...base, rij: 'start', statusAanlevering: '1' }]];
  if (n % 4 === 1) {
    const eind = { einddatum: maand(n + 9), redenBeeindiging: '31', statusAanlevering: '1' };
    return [kop('JW307', n), [{ ...base, ...eind, rij: 'stop' }]];
  }
  const toewijzing = { toewijzingsdatum: maand(n), toewijzingstijd: n % 86_400, ingangsdatum: maand(n) };
  return [kop('JW301', n), [{ ...base, ...toewijzing, rij: 'toewijzing', referentieAanbieder: `Q${n}` }]];
}

function* berichten(): Generator<readonly [BerichtKop, readonly IjwRij[]]> {
  for (let n = 0; n < PRESTATIES; n += LINES_PER_BERICHT) {
    yield [kop('JW323', n), Array.from({ length: LINES_PER_BERICHT }, (_, line) => prestatie(n + line))];
    yield [kop('JW325', n), []];
  }
  for (let n = 0; n < SMALL_BERICHTEN; n += 1) yield klein(n);
}

const warehouse = await openWarehouse(path);
const sink = new PartijSink((bsn) => BigInt(revealBsn(bsn)) * 0x9e3779b97f4a7n);
let columnsMs = 0;
let writeMs = 0;
let rows = 0;
const writer = await warehouse.begin();
const id = writer.open();
sink.openBestand(0);
const flush = async (): Promise<void> => {
  const begin = performance.now();
  await writer.take(sink.finish(), [id]);
  writeMs += performance.now() - begin;
};
for (const [header, rijen] of berichten()) {
  const begin = performance.now();
  sink.bericht(header);
  for (const rij of rijen) sink.rij(rij);
  sink.einde(true, createHash('sha256').update(`${header.soort}${header.identificatie}`).digest('hex'));
  rows += rijen.length;
  columnsMs += performance.now() - begin;
  if (sink.waiting > 60_000) await flush();
}
await flush();
const { stand } = sink;
const telling = {
  berichten: stand.berichten,
  berichtenHerhaald: 0,
  berichtenOnleesbaar: 0,
  rijen: stand.rijen,
  rijenHerhaald: 0,
  rijenOnleesbaar: 0,
  anders: 0,
};
writer.close(id, { sha256: 'bench', pad: 'bench', bytes: 0, status: 'genomen', telling }, 0);
const begin = performance.now();
await writer.commit();
writeMs += performance.now() - begin;
process.stdout.write(`rows ${rows}, messages ${stand.berichten}\n`);
process.stdout.write(
  `columns ${(columnsMs / 1000).toFixed(1)} s (${Math.round(rows / columnsMs)} k rows/s)\n`,
);
process.stdout.write(
  `append and commit ${(writeMs / 1000).toFixed(1)} s (${Math.round(rows / writeMs)} k rows/s)\n`,
);
for (const label of ['derive', 'derive as known on']) {
  const start = performance.now();
  await warehouse.derive(producten, label === 'derive' ? {} : { asKnownOn: 1 });
  process.stdout.write(`${label} ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
}
await warehouse.close();
process.stdout.write(
  `file ${(statSync(path).size / 2 ** 20).toFixed(0)} MiB, rss ${(process.memoryUsage.rss() / 2 ** 20).toFixed(0)} MiB\n`,
);
rmSync(folder, { recursive: true });
