// SPDX-License-Identifier: EUPL-1.2
import type { Clock, Progress } from '../contract/index.ts';
import { type LeveringWriter, type Partij, PartijBouwer, type Warehouse } from '../store/index.ts';
import type { Archiefkop } from './archive.ts';
import { type Archief, archiveTaken } from './archive-taken.ts';
import { BSN_IN_NAAM } from './bsn-in-naam.ts';
import type { Bronbestand } from './find-bronnen.ts';
import { type IngestReport, ReportBuilder } from './ingest-report.ts';
import type { Sleutel } from './key.ts';
import { requireKey } from './key-chain.ts';
import { withRedenen } from './opzij-redenen.ts';
import {
  type BestandUitkomst,
  type GehashtBestand,
  type Leesbesluit,
  makePakketten,
  type Pakket,
} from './pakket.ts';
import { startWorkerPool, type WorkerPool } from './worker-pool.ts';

export interface IngestOptions {
  readonly warehouse: Warehouse;
  readonly files: readonly Bronbestand[];
  readonly key: Sleutel;
  readonly clock: Clock;
  readonly progress: Progress;
  /** Every file of this run that the warehouse holds is moved there. Absent: files stay where they are. */
  readonly archief?: Archief;
  /** Threads that read files, beside this one that writes. Default 2. */
  readonly workers?: number;
  /** Small files share a transaction up to this many bytes. Default 8 MiB. */
  readonly transactionBytes?: number;
  /** Script of the parse worker; another one reads other files. */
  readonly workerScript?: URL;
}

const PARSE_WORKER = new URL('./parse-worker.js', import.meta.url);

/**
 * Takes delivered files into the warehouse: any order, any repetition, each file whole or not at all. After a crash the same call goes on where
 * it stopped. The derived layer is not touched.
 *
 * Throws: `ingest.wrong-key` before anything is read; `store.write-failed`. Cost: linear; memory bounded by the largest message.
 */
export async function ingest(options: IngestOptions): Promise<IngestReport> {
  const chain = await requireKey(options.warehouse, options.key);
  const pakketten = makePakketten(options.files, options.transactionBytes);
  const run = new IngestRun(options);
  const script = options.workerScript ?? PARSE_WORKER;
  const pool = startWorkerPool(script, options.workers ?? 2, chain, pakketten, (pakket, hashes) =>
    run.decide(pakket, hashes),
  );
  options.progress.start(
    'ingest',
    options.files.reduce((sum, { bytes }) => sum + bytes, 0),
    'bytes',
  );
  try {
    for (const pakket of pakketten) await run.takePakket(pool, pakket);
  } finally {
    await pool.close();
  }
  options.progress.end();
  await run.archive();
  return withRedenen(options.warehouse, run.finish());
}

interface Decided {
  readonly bestand: Bronbestand;
  readonly sha256: string;
  readonly bytes: number;
  readonly besluit: Leesbesluit;
}

/** The main thread's side of one run: what to read, what was written, what to report. */
class IngestRun {
  readonly #options: IngestOptions;
  readonly #report = new ReportBuilder();
  readonly #claimed = new Set<string>();
  readonly #sameAs: Decided[] = [];
  readonly #decided = new Map<number, readonly (Decided | undefined)[]>();
  #doneBytes = 0;

  constructor(options: IngestOptions) {
    this.#options = options;
  }

  /** A file is read once per run, and only when the warehouse has not taken it before. */
  decide(pakket: Pakket, hashes: readonly GehashtBestand[]): readonly Leesbesluit[] {
    const decided = pakket.bestanden.map((bestand, index) => {
      const hash = hashes[index];
      if (bestand.bsnInNaam === true) this.#report.bsnInNaam(bestand.pad);
      if (hash === undefined || 'uitgesteld' in hash) {
        this.#report.postponed(bestand.pad, hash?.uitgesteld ?? 'ingest.unreadable-now');
        return undefined;
      }
      const one = { bestand, sha256: hash.sha256, bytes: hash.bytes, besluit: this.#besluitFor(hash.sha256) };
      if (one.besluit === 'niet') this.#sameAs.push(one);
      return one;
    });
    this.#decided.set(pakket.nummer, decided);
    return decided.map((one) => one?.besluit ?? 'niet');
  }

  async takePakket(pool: WorkerPool, pakket: Pakket): Promise<void> {
    const events = pool.events(pakket.nummer);
    const { warehouse, progress } = this.#options;
    let writer: LeveringWriter | undefined;
    let ids: readonly number[] = [];
    const take = async (partij: Partij): Promise<void> => {
      if (writer === undefined) {
        writer = await warehouse.begin();
        ids = pakket.bestanden.map(() => writer?.open() ?? 0);
      }
      await writer.take(partij, ids);
    };
    try {
      for (;;) {
        const event = await events.next();
        if (event.soort === 'partij') {
          await take(event.partij);
          pool.written(pakket.nummer, event.bytes);
        }
        if (event.soort !== 'klaar') continue;
        const whole = event.bestanden.every(
          ({ status }) => status === 'genomen' || status === 'niet-gelezen',
        );
        if (writer !== undefined && pakket.bestanden.length === 1 && !whole) {
          await writer.rollback();
          writer = undefined;
        }
        await take(event.rest);
        const namen = namenMetBsn(pakket, event.bestanden);
        if (namen !== undefined) await take(namen);
        await this.#finishPakket(writer, ids, pakket, event.bestanden);
        writer = undefined;
        break;
      }
    } catch (error) {
      await writer?.rollback();
      throw error;
    }
    this.#doneBytes += pakket.bestanden.reduce((sum, { bytes }) => sum + bytes, 0);
    progress.advance(this.#doneBytes);
  }

  /** After every transaction is on disk. */
  async archive(): Promise<void> {
    const { archief, key, warehouse, progress } = this.#options;
    if (archief === undefined) return;
    const koppen = await archiefkoppen(warehouse);
    const taken = [...this.#decided.values()].flat().flatMap((one) => {
      const kop = one === undefined ? undefined : koppen.get(one.sha256);
      return one === undefined || kop === undefined
        ? []
        : [{ path: one.bestand.path, sha256: one.sha256, kop }];
    });
    this.#report.archived(await archiveTaken(taken, key, archief, progress));
  }

  finish(): IngestReport {
    for (const { bestand, sha256, bytes } of this.#sameAs) {
      const levering = this.#options.warehouse.levering(sha256);
      if (levering === undefined) this.#report.postponed(bestand.pad, 'ingest.same-as-postponed');
      else this.#report.known({ pad: bestand.pad, sha256, bytes }, levering);
    }
    return this.#report.finish();
  }

  #besluitFor(sha256: string): Leesbesluit {
    const known = this.#options.warehouse.levering(sha256);
    if (known?.status === 'genomen' || this.#claimed.has(sha256)) return 'niet';
    this.#claimed.add(sha256);
    return known === undefined ? 'nieuw' : 'opnieuw';
  }

  async #finishPakket(
    writer: LeveringWriter | undefined,
    ids: readonly number[],
    pakket: Pakket,
    uitkomsten: readonly BestandUitkomst[],
  ): Promise<void> {
    const decided = this.#decided.get(pakket.nummer) ?? [];
    const now = this.#options.clock();
    const reports: (() => void)[] = [];
    for (const [index, uitkomst] of uitkomsten.entries()) {
      const one = decided[index];
      if (one === undefined || uitkomst.status === 'niet-gelezen') continue;
      const { pad, bekendMs = now } = one.bestand;
      if (uitkomst.status === 'uitgesteld') {
        reports.push(() => this.#report.postponed(pad, uitkomst.reden));
        continue;
      }
      const opname = writer?.opname(ids[index] ?? 0);
      const telling = {
        ...uitkomst.telling,
        berichtenHerhaald: opname?.herhaald ?? 0,
        rijenHerhaald: opname?.rijenHerhaald ?? 0,
      };
      if (uitkomst.status === 'genomen' || one.besluit === 'nieuw') {
        const { sha256, bytes } = one;
        writer?.close(ids[index] ?? 0, { sha256, pad, bytes, status: uitkomst.status, telling }, bekendMs);
      }
      reports.push(() =>
        this.#report.read(
          uitkomst.status,
          { pad, sha256: one.sha256, bytes: one.bytes },
          telling,
          uitkomst.bevindingen + (one.bestand.bsnInNaam === true ? 1 : 0),
          uitkomst.reden,
        ),
      );
    }
    if (writer?.isEmpty) await writer.rollback();
    else await writer?.commit();
    for (const report of reports) report();
  }
}

/** Findings of files whose name holds what looks like a BSN, where there are any. */
function namenMetBsn(pakket: Pakket, uitkomsten: readonly BestandUitkomst[]): Partij | undefined {
  const found = pakket.bestanden.flatMap(({ pad, bsnInNaam }, index) => {
    const status = uitkomsten[index]?.status;
    return bsnInNaam === true && (status === 'genomen' || status === 'opzij') ? [{ pad, index }] : [];
  });
  if (found.length === 0) return undefined;
  const bouwer = new PartijBouwer(['bevinding']);
  for (const { pad, index } of found) {
    const niets = Array.from<undefined>({ length: 6 });
    bouwer.get('bevinding').push(-1, [undefined, index, BSN_IN_NAAM, 'waarschuwing', ...niets, pad]);
  }
  return bouwer.finish();
}

/** What the warehouse knows of every file that it took. */
async function archiefkoppen(warehouse: Warehouse): Promise<ReadonlyMap<string, Archiefkop>> {
  const rows = await warehouse.query({
    text: "SELECT sha256, levering_id, pad, epoch_ms(bekend) AS bekend FROM levering WHERE status = 'genomen'",
    params: [],
  });
  return new Map(
    rows.map(({ sha256, levering_id: levering, pad, bekend }) => [
      String(sha256),
      { levering: Number(levering), pad: String(pad), bekend: Number(bekend) },
    ]),
  );
}
