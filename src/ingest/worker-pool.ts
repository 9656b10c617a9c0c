// SPDX-License-Identifier: EUPL-1.2
import { Worker } from 'node:worker_threads';
import { EventQueue } from './event-queue.ts';
import type { GehashtBestand, Leesbesluit, NaarWerker, Pakket, VanWerker, WerkerGegevens } from './pakket.ts';

/** What the writer hears about a package. */
export type PakketEvent = Extract<VanWerker, { soort: 'gehasht' | 'partij' | 'klaar' }>;

export interface WorkerPool {
  /** Events of one package, in order. */
  events(nummer: number): EventQueue<PakketEvent>;
  /** Tells that the bytes of a batch have been written, so that its worker may go on. */
  written(nummer: number, bytes: number): void;
  close(): Promise<void>;
}

/**
 * Gives packages to workers, in order, each to the first worker that is free. `decide` says per file whether it is to be read.
 */
export function startWorkerPool(
  script: URL,
  workers: number,
  sleutelketen: readonly Uint8Array[],
  pakketten: readonly Pakket[],
  decide: (pakket: Pakket, bestanden: readonly GehashtBestand[]) => readonly Leesbesluit[],
): WorkerPool {
  const queues = pakketten.map(() => new EventQueue<PakketEvent>());
  const owners = new Map<number, Int32Array>();
  let next = 0;
  let closing = false;
  const fail = (error: unknown): void => {
    if (!closing) for (const queue of queues) queue.fail(error);
  };
  const queueOf = (nummer: number): EventQueue<PakketEvent> => {
    const queue = queues[nummer];
    if (queue === undefined) throw new Error(`no package ${nummer}`);
    return queue;
  };

  const start = (): Worker => {
    const gegevens: WerkerGegevens = { sleutelketen, onderweg: new SharedArrayBuffer(4) };
    const waiting = new Int32Array(gegevens.onderweg);
    const worker = new Worker(script, { workerData: gegevens });
    const send = (message: NaarWerker): void => worker.postMessage(message);
    const giveNext = (): void => {
      const pakket = pakketten[next];
      if (pakket === undefined) return;
      next += 1;
      owners.set(pakket.nummer, waiting);
      send({ soort: 'hash', pakket });
    };
    worker.on('message', (message: VanWerker) => {
      queueOf(message.nummer).put(message);
      const pakket = pakketten[message.nummer];
      if (message.soort === 'gehasht' && pakket !== undefined) {
        send({ soort: 'lees', besluiten: decide(pakket, message.bestanden) });
      }
      if (message.soort === 'klaar') giveNext();
    });
    worker.on('error', fail);
    worker.on('exit', (code) => fail(new Error(`a parse worker ended with code ${code}`)));
    giveNext();
    return worker;
  };

  const pool = Array.from({ length: Math.min(workers, pakketten.length) }, start);
  return {
    events: queueOf,
    written: (nummer, bytes) => {
      const waiting = owners.get(nummer);
      if (waiting === undefined) return;
      Atomics.sub(waiting, 0, bytes);
      Atomics.notify(waiting, 0);
    },
    close: async () => {
      closing = true;
      await Promise.all(pool.map((worker) => worker.terminate()));
    },
  };
}
