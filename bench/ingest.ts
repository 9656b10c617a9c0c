// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type ProductRegel, silentProgress } from '../src/contract/index.ts';
import { type BerichtInhoud, writeBericht, writeZip, type ZipEntry } from '../src/ijw/index.ts';
import { findBronnen, ingest, sleutelVan } from '../src/ingest/index.ts';
import { openWarehouse } from '../src/store/index.ts';

/**
 * Writes message files of a made-up region, takes them into an empty warehouse and derives. Arguments: scale (1 = Haaglanden: five years, 1.5 million
 * prestaties, 400,000 small messages), workers. Prints MB of XML per second, end to end.
 */
const scale = Number(process.argv[2] ?? '0.1');
const workers = Number(process.argv[3] ?? '2');
const CLIENTS = 20_000;
const LINES_PER_BERICHT = 1000;
const BERICHTEN_PER_ZIP = 4000;

function bsn(client: number): string {
  let candidate = 999_000_000 + client * 11;
  const sum = (n: number): number =>
    [...String(n)].reduce((s, d, i) => s + Number(d) * (i < 8 ? 9 - i : -1), 0);
  while (sum(candidate) % 11 !== 0) candidate += 1;
  return String(candidate);
}
const bsns = Array.from({ length: CLIENTS }, (_, client) => bsn(client));

function datum(n: number): string {
  return `${2020 + (Math.floor(n / 12) % 5)}-${String((n % 12) + 1).padStart(2, '0')}-01`;
}

function header(code: string, id: string, n: number): BerichtInhoud {
  return {
    BerichtCode: code,
    BerichtVersie: '3',
    BerichtSubversie: '2',
    Afzender: String(99_000_000 + (n % 200)),
    Ontvanger: '0518',
    BerichtIdentificatie: { Identificatie: id, Dagtekening: datum(n) },
    XsdVersie: { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' },
  };
}

function prestatie(n: number): BerichtInhoud {
  return {
    ProductReferentie: { ReferentieNummer: `REF${n}` },
    ToewijzingNummer: n % 40_000,
    ProductCategorie: '45',
    ProductCode: `45A${String(n % 40).padStart(2, '0')}`,
    ProductPeriode: { Begindatum: datum(n), Einddatum: datum(n) },
    GeleverdVolume: n % 100,
    Eenheid: '04',
    ProductTarief: 9000,
    IngediendBedrag: { Bedrag: (n % 100) * 9000, DebetCredit: 'D' },
  };
}

function declaratie(n: number): Uint8Array {
  const clienten = new Map<number, BerichtInhoud[]>();
  for (let line = n; line < n + LINES_PER_BERICHT; line += 1) {
    const client = Math.floor(line / 3) % CLIENTS;
    clienten.set(client, [...(clienten.get(client) ?? []), prestatie(line)]);
  }
  return writeBericht('3.2', 'JW323', {
    Header: header('490', `D${n}`, n),
    Declaratie: {
      DeclaratieNummer: `N${n}`,
      DeclaratiePeriode: { Begindatum: datum(n), Einddatum: datum(n) },
      DeclaratieDagtekening: datum(n),
      TotaalIngediendBedrag: { TotaalBedrag: 0, DebetCredit: 'D' },
      Clienten: {
        Client: [...clienten].map(([client, regels]) => ({
          Bsn: bsns[client],
          Prestaties: { Prestatie: regels },
        })),
      },
    },
  });
}

function start(n: number): Uint8Array {
  return writeBericht('3.2', 'JW305', {
    Header: header('438', `S${n}`, n),
    Client: {
      Bsn: bsns[n % CLIENTS],
      Geboortedatum: { Datum: '2010-04-01' },
      Geslacht: '1',
      Naam: { Geslachtsnaam: { Achternaam: 'Verzonnen' }, Voornamen: 'Niemand' },
      StartProducten: {
        StartProduct: [
          {
            ToewijzingNummer: n % 40_000,
            Product: { Categorie: '45' },
            ToewijzingIngangsdatum: datum(n),
            Begindatum: datum(n),
            StatusAanlevering: '1',
          },
        ],
      },
    },
  });
}

const folder = mkdtempSync(join(tmpdir(), 'regiovisie-bench-'));
const bronnen = join(folder, 'bronnen');
mkdirSync(bronnen);
let xmlBytes = 0;
function* entries(
  from: number,
  to: number,
  step: number,
  make: (n: number) => Uint8Array,
): Generator<ZipEntry> {
  for (let n = from; n < to; n += step) {
    const bytes = make(n);
    xmlBytes += bytes.length;
    yield { name: `${n}.xml`, bytes };
  }
}
const prestaties = 1_500_000 * scale;
const klein = 400_000 * scale;
for (let from = 0; from < prestaties; from += 100 * LINES_PER_BERICHT) {
  const to = Math.min(prestaties, from + 100 * LINES_PER_BERICHT);
  await writeZip(join(bronnen, `declaraties-${from}.zip`), entries(from, to, LINES_PER_BERICHT, declaratie));
}
for (let from = 0; from < klein; from += BERICHTEN_PER_ZIP) {
  await writeZip(
    join(bronnen, `starts-${from}.zip`),
    entries(from, Math.min(klein, from + BERICHTEN_PER_ZIP), 1, start),
  );
}
process.stdout.write(`${(xmlBytes / 1e6).toFixed(0)} MB of XML\n`);

const warehouse = await openWarehouse(join(folder, 'magazijn.duckdb'));
const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1);
let since = performance.now();
const files = await findBronnen(bronnen);
const key = sleutelVan('een sleutel die alleen in metingen bestaat');
const before = process.cpuUsage();
const report = await ingest({ warehouse, files, key, clock: () => 0, progress: silentProgress, workers });
const cpu = process.cpuUsage(before);
const rate = xmlBytes / 1e3 / (performance.now() - since);
process.stdout.write(
  `${workers} workers: ${JSON.stringify([report.bestanden, report.berichten, report.rijen])}\n`,
);
process.stdout.write(
  `ingest ${seconds(since)} s, ${rate.toFixed(0)} MB/s of XML, ${((cpu.user + cpu.system) / 1e6).toFixed(1)} s of processor time, findings ${report.bevindingen}\n`,
);
since = performance.now();
const producten: ProductRegel[] = [{ categorie: '45', type: 'lvb' }];
await warehouse.derive(producten);
process.stdout.write(`derive ${seconds(since)} s\n`);
since = performance.now();
await ingest({ warehouse, files, key, clock: () => 0, progress: silentProgress, workers });
process.stdout.write(`the same again ${seconds(since)} s\n`);
await warehouse.close();
const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
process.stdout.write(
  `file ${mib(statSync(join(folder, 'magazijn.duckdb')).size)}, rss ${mib(process.memoryUsage.rss())}\n`,
);
rmSync(folder, { recursive: true });
