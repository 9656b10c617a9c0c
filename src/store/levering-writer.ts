// SPDX-License-Identifier: EUPL-1.2
import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import { appendDeel } from './duckdb.ts';
import { IdSet } from './id-set.ts';
import { filterPartij, type Partij, TabelBouwer, type TabelDeel } from './partij.ts';
import { RUWE_KOLOMMEN, RUWE_TABELLEN, type RuweTabel } from './raw-schema.ts';
import { writeFailure } from './write-failure.ts';

/** What became of a delivered file. `opzij`: set aside whole, nothing of it but its findings was taken. */
export type LeveringStatus = 'genomen' | 'opzij';

/** A delivered file as the warehouse remembers it. Its identity is `sha256`. */
export interface Levering {
  readonly sha256: string;
  /** Where it lay, relative to the workspace. */
  readonly pad: string;
  readonly bytes: number;
  readonly status: LeveringStatus;
  readonly telling: LeveringTelling;
}

/** What is left to know of a delivered file when it comes again. */
export interface KnownLevering {
  readonly status: LeveringStatus;
  readonly berichten: number;
  readonly rijen: number;
}

/** Sums of one delivered file. Each total is the sum of taken, repeated (`Herhaald`) and set aside (`Onleesbaar`). */
export interface LeveringTelling {
  readonly berichten: number;
  readonly berichtenHerhaald: number;
  readonly berichtenOnleesbaar: number;
  readonly rijen: number;
  readonly rijenHerhaald: number;
  readonly rijenOnleesbaar: number;
  /** Entries that are no iJw message. */
  readonly anders: number;
}

/** How many messages of a file, and their rows, were new and how many were known. */
export interface Opname {
  nieuw: number;
  herhaald: number;
  rijenNieuw: number;
  rijenHerhaald: number;
}

/** Tables whose second column counts the files of a batch. */
const MET_LEVERING: readonly RuweTabel[] = ['bericht', 'bron', 'bevinding'];

/** State that one warehouse shares between its writers. */
export interface WriterState {
  readonly path: string;
  /** Ids of messages and of deliveries of other sources. */
  readonly knownBerichten: IdSet;
  nextLeveringId: number;
  /** Never goes back, so that "known on" is the order of loading. Unit: milliseconds since 1970-01-01T00:00:00Z. */
  lastBekend: number;
}

/**
 * Writes one or more delivered files in one transaction: all of them or none. Call `open` per file, `take` for its batches, `close`; then
 * `commit` or `rollback`.
 */
export class LeveringWriter {
  readonly #connection: DuckDBConnection;
  readonly #state: WriterState;
  readonly #appenders = new Map<RuweTabel, DuckDBAppender>();
  readonly #nieuw = new IdSet();
  readonly #leveringen = new TabelBouwer('levering');
  readonly #opnames = new Map<number, Opname>();
  readonly #closed = new Map<string, KnownLevering>();
  readonly #done: (closed: ReadonlyMap<string, KnownLevering>) => void;
  #nextId: number;

  constructor(
    connection: DuckDBConnection,
    state: WriterState,
    done: (closed: ReadonlyMap<string, KnownLevering>) => void,
  ) {
    this.#connection = connection;
    this.#state = state;
    this.#done = done;
    this.#nextId = state.nextLeveringId;
  }

  /** Gives a delivered file its number. */
  open(): number {
    const id = this.#nextId;
    this.#nextId += 1;
    this.#opnames.set(id, { nieuw: 0, herhaald: 0, rijenNieuw: 0, rijenHerhaald: 0 });
    return id;
  }

  /**
   * Takes a batch; a message or delivery that the warehouse has already, in whatever file it came, is left out. `leveringIds` translates the `levering_id`
   * column of the batch, which counts files from 0.
   * Throws: `store.write-failed`.
   */
  async take(partij: Partij, leveringIds: readonly number[]): Promise<void> {
    const behoud = {
      bericht: this.#keepNew('bericht', partij.bericht, leveringIds),
      bron: this.#keepNew('bron', partij.bron, leveringIds),
    };
    const kept =
      behoud.bericht.includes(0) || behoud.bron.includes(0) ? filterPartij(partij, behoud) : partij;
    try {
      for (const tabel of RUWE_TABELLEN) {
        const deel = kept[tabel];
        if (deel === undefined) continue;
        if (MET_LEVERING.includes(tabel)) translate(deel, leveringIds);
        await appendDeel(await this.#appender(tabel), tabel, deel);
      }
    } catch (error) {
      throw writeFailure(error, this.#state.path);
    }
  }

  /** Whether no file was closed: then there is nothing to commit. */
  get isEmpty(): boolean {
    return this.#closed.size === 0;
  }

  /** What was taken of a file so far. */
  opname(id: number): Readonly<Opname> {
    return this.#opnames.get(id) ?? { nieuw: 0, herhaald: 0, rijenNieuw: 0, rijenHerhaald: 0 };
  }

  /** Ends a file. `bekend` is the moment of loading. Unit: milliseconds since 1970-01-01T00:00:00Z. */
  close(id: number, levering: Levering, bekend: number): void {
    this.#state.lastBekend = Math.max(this.#state.lastBekend, bekend);
    const { sha256, status, telling } = levering;
    this.#closed.set(sha256, { status, berichten: telling.berichten, rijen: telling.rijen });
    this.#leveringen.push(-1, [
      id,
      sha256,
      levering.pad,
      levering.bytes,
      this.#state.lastBekend * 1000,
      status,
      telling.berichten,
      telling.berichtenHerhaald,
      telling.berichtenOnleesbaar,
      telling.rijen,
      telling.rijenHerhaald,
      telling.rijenOnleesbaar,
      telling.anders,
    ]);
  }

  /** Throws: `store.write-failed`; then nothing of the transaction is kept. */
  async commit(): Promise<void> {
    try {
      await appendDeel(await this.#appender('levering'), 'levering', this.#leveringen.finish());
      for (const appender of this.#appenders.values()) appender.closeSync();
      this.#appenders.clear();
      await this.#connection.run('COMMIT');
    } catch (error) {
      await this.rollback();
      throw writeFailure(error, this.#state.path);
    }
    this.#state.nextLeveringId = this.#nextId;
    this.#state.knownBerichten.addAll(this.#nieuw);
    this.#done(this.#closed);
  }

  async rollback(): Promise<void> {
    for (const appender of this.#appenders.values()) {
      appender.clear();
      appender.closeSync();
    }
    this.#appenders.clear();
    await this.#connection.run('ROLLBACK').catch(() => undefined);
    this.#done(new Map());
  }

  #keepNew(
    tabel: 'bericht' | 'bron',
    berichten: TabelDeel | undefined,
    leveringIds: readonly number[],
  ): Uint8Array {
    if (berichten === undefined) return new Uint8Array(0);
    const keep = new Uint8Array(berichten.rows);
    const halves = new Int32Array(columnBuffer(tabel, berichten, `${tabel}_id`));
    const bestanden = new Int32Array(columnBuffer(tabel, berichten, 'levering_id'));
    const rijen = new Int32Array(columnBuffer(tabel, berichten, 'rijen'));
    for (let row = 0; row < berichten.rows; row += 1) {
      const low = halves[row * 2] as number;
      const high = halves[row * 2 + 1] as number;
      const opname = this.#opnames.get(leveringIds[bestanden[row] ?? 0] ?? 0);
      if (opname === undefined) throw new Error('a batch belongs to an opened file');
      if (this.#state.knownBerichten.has(high, low) || this.#nieuw.has(high, low)) {
        opname.herhaald += 1;
        opname.rijenHerhaald += rijen[row] ?? 0;
      } else {
        this.#nieuw.add(high, low);
        keep[row] = 1;
        opname.nieuw += 1;
        opname.rijenNieuw += rijen[row] ?? 0;
      }
    }
    return keep;
  }

  async #appender(tabel: RuweTabel): Promise<DuckDBAppender> {
    const open = this.#appenders.get(tabel);
    if (open !== undefined) return open;
    const appender = await this.#connection.createAppender(tabel);
    this.#appenders.set(tabel, appender);
    return appender;
  }
}

function columnBuffer(tabel: RuweTabel, deel: TabelDeel, naam: string): ArrayBuffer {
  const index = RUWE_KOLOMMEN[tabel].findIndex((kolom) => kolom.naam === naam);
  const kolom = deel.kolommen[index];
  if (kolom === undefined) throw new Error(`${tabel} has no column ${naam}`);
  return kolom.data.buffer;
}

function translate(deel: TabelDeel, leveringIds: readonly number[]): void {
  const kolom = deel.kolommen[1];
  if (kolom === undefined) throw new Error('the second column is levering_id');
  const values = new Int32Array(kolom.data.buffer);
  for (let row = 0; row < values.length; row += 1) values[row] = leveringIds[values[row] ?? 0] ?? 0;
}
