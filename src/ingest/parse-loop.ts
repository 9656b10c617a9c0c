// SPDX-License-Identifier: EUPL-1.2
import { parentPort, workerData } from 'node:worker_threads';
import {
  type BerichtSink,
  type BestandTelling,
  type BronSink,
  type Bsn,
  type Finding,
  OperatorError,
  type Pseudonym,
} from '../contract/index.ts';
import { sizeOf, transferList } from '../store/index.ts';
import type { Bronbestand } from './find-bronnen.ts';
import { changedSince, type Gehasht, hashPakket, ioCode } from './hash-pakket.ts';
import { pseudonymiser } from './key.ts';
import {
  type BestandUitkomst,
  type Leesbesluit,
  MAX_ONDERWEG_BYTES,
  type NaarWerker,
  OPZIJ_REDENEN,
  type Pakket,
  type VanWerker,
  type WerkerGegevens,
} from './pakket.ts';
import { PartijSink } from './partij-sink.ts';

/** What a reader may know of a delivered file. */
export interface LeveringOpties {
  /** How findings name a person. */
  readonly pseudonymOf: (bsn: Bsn) => Pseudonym;
  readonly bestandSha256?: string;
  /** All of the file, when it is in memory. */
  readonly bytes?: Uint8Array;
}

/** Reads one delivered file into a sink; `pad` is how findings name it. */
export type Lezer = (
  path: string,
  pad: string,
  sink: BerichtSink & BronSink,
  opties: LeveringOpties,
) => Promise<BestandTelling> | BestandTelling;

type BestandLezer = (bestand: Bronbestand, gehasht: Gehasht | undefined) => ReturnType<Lezer>;

const FLUSH_ROWS = 60_000;

/**
 * The life of a parse worker: hash the files of a package, hear which ones to read, read those, send columns. A Bsn never leaves this thread.
 */
export function runParseLoop(lezer: Lezer): void {
  const port = parentPort;
  if (port === null) throw new Error('a parse worker runs in a worker thread');
  const { sleutelketen, onderweg } = workerData as WerkerGegevens;
  const waiting = new Int32Array(onderweg);
  let pakket: Pakket = { nummer: -1, bestanden: [] };
  let gehasht: readonly Gehasht[] = [];
  const post = (message: VanWerker, transfer: ArrayBuffer[] = []): void =>
    port.postMessage(message, transfer);
  const pseudonymOf = pseudonymiser(sleutelketen) as (bsn: Bsn) => Pseudonym;
  const sink = new PartijSink(pseudonymOf, () => {
    if (pakket.bestanden.length === 1 && sink.waiting >= FLUSH_ROWS) sendPartij();
  });

  const read: BestandLezer = ({ path, pad }, one) =>
    lezer(path, pad, sink, {
      pseudonymOf,
      ...(one !== undefined && 'sha256' in one.gehasht && { bestandSha256: one.gehasht.sha256 }),
      ...(one?.bytes !== undefined && { bytes: one.bytes }),
    });

  const sendPartij = (): void => {
    const partij = sink.finish();
    const bytes = sizeOf(partij);
    Atomics.add(waiting, 0, bytes);
    post({ soort: 'partij', nummer: pakket.nummer, partij, bytes }, transferList(partij));
    for (let now = Atomics.load(waiting, 0); now > MAX_ONDERWEG_BYTES; now = Atomics.load(waiting, 0)) {
      Atomics.wait(waiting, 0, now);
    }
  };

  const readPakket = async (besluiten: readonly Leesbesluit[]): Promise<void> => {
    const bestanden: BestandUitkomst[] = [];
    for (const [index, bestand] of pakket.bestanden.entries()) {
      const besluit = besluiten[index] ?? 'niet';
      bestanden.push(await readBestand(read, sink, bestand, index, gehasht[index], besluit));
      if (sink.waiting >= FLUSH_ROWS && bestanden.length < pakket.bestanden.length) sendPartij();
    }
    const rest = sink.finish();
    post({ soort: 'klaar', nummer: pakket.nummer, bestanden, rest }, transferList(rest));
  };

  const hear = async (message: NaarWerker): Promise<void> => {
    if (message.soort === 'lees') return readPakket(message.besluiten);
    pakket = message.pakket;
    gehasht = hashPakket(pakket.bestanden);
    const bestanden = gehasht.map((one) => one.gehasht);
    post({ soort: 'gehasht', nummer: pakket.nummer, bestanden });
  };
  port.on('message', (message: NaarWerker) => {
    hear(message).catch((error: unknown) => {
      throw error;
    });
  });
}

async function readBestand(
  lezer: BestandLezer,
  sink: PartijSink,
  bestand: Bronbestand,
  index: number,
  gehasht: Gehasht | undefined,
  besluit: Leesbesluit,
): Promise<BestandUitkomst> {
  if (besluit === 'niet') return { status: 'niet-gelezen' };
  sink.openBestand(index);
  let telling: BestandTelling;
  try {
    telling = await lezer(bestand, gehasht);
  } catch (error) {
    const code = ioCode(error);
    if (code !== undefined) return postpone(sink, code);
    if (isBug(error)) throw error;
    return setAside(sink, bestand, besluit, 'ingest.unreadable-file');
  }
  const changed = gehasht === undefined ? 'ingest.file-changed' : changedSince(bestand, gehasht.gehasht);
  if (changed !== undefined) return postpone(sink, changed);
  const { stand } = sink;
  if (telling.berichten === telling.onleesbareBerichten) {
    const reden = telling.berichten === 0 ? 'ingest.no-message' : 'ingest.unreadable-file';
    return setAside(sink, bestand, besluit, reden, telling);
  }
  return {
    status: 'genomen',
    bevindingen: stand.bevindingen,
    telling: {
      berichten: telling.berichten,
      berichtenHerhaald: 0,
      berichtenOnleesbaar: telling.onleesbareBerichten,
      rijen: stand.rijen + telling.onleesbareRijen,
      rijenHerhaald: 0,
      rijenOnleesbaar: stand.rijenOnleesbaar + telling.onleesbareRijen,
      anders: telling.anders,
    },
  };
}

function setAside(
  sink: PartijSink,
  bestand: Bronbestand,
  besluit: Leesbesluit,
  reden: string,
  telling?: BestandTelling,
): BestandUitkomst {
  const finding: Finding = {
    code: reden,
    severity: OPZIJ_REDENEN[reden] ?? 'fout',
    place: { file: bestand.pad },
  };
  const { stand } = sink;
  const berichten = telling?.berichten ?? stand.berichten;
  const rijen = stand.rijen + (telling?.onleesbareRijen ?? 0);
  sink.setAsideBestand(besluit === 'nieuw' ? finding : undefined);
  return {
    status: 'opzij',
    reden,
    bevindingen: stand.bevindingen + 1,
    telling: {
      berichten,
      berichtenHerhaald: 0,
      berichtenOnleesbaar: berichten,
      rijen,
      rijenHerhaald: 0,
      rijenOnleesbaar: rijen,
      anders: telling?.anders ?? 0,
    },
  };
}

function postpone(sink: PartijSink, reden: string): BestandUitkomst {
  sink.setAsideBestand();
  return { status: 'uitgesteld', reden };
}

function isBug(error: unknown): boolean {
  if (error instanceof OperatorError) return false;
  return !(error instanceof Error) || error.constructor !== Error;
}
