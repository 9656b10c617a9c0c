// SPDX-License-Identifier: EUPL-1.2
import { filterKolom, KolomBouwer, type KolomData, type Waarde } from './kolom-bouwer.ts';
import { BERICHT_TABELLEN, RUWE_KOLOMMEN, RUWE_TABELLEN, type RuweTabel } from './raw-schema.ts';

/** Rows of one raw table on their way to the warehouse. */
export interface TabelDeel {
  readonly rows: number;
  readonly kolommen: readonly KolomData[];
  /** Per row the row of `bericht`, or of `bron`, in the same partij that it belongs to; -1 when it belongs to no complete message. */
  readonly bericht: Int32Array<ArrayBuffer>;
}

/** A batch of whole messages and deliveries in columns. Shape: `bericht` and `bron` hold one row for each, the other tables point to it. */
export type Partij = Partial<Readonly<Record<RuweTabel, TabelDeel>>>;

/** Builds the rows of one raw table: `begin` a row, then give its values in the order of `RUWE_KOLOMMEN`; undefined is NULL. */
export class TabelBouwer {
  readonly #kolommen: readonly KolomBouwer[];
  readonly #bericht = new KolomBouwer('int32');
  #at: number;

  constructor(tabel: RuweTabel) {
    this.#kolommen = RUWE_KOLOMMEN[tabel].map(({ soort }) => new KolomBouwer(soort));
    this.#at = this.#kolommen.length;
  }

  get length(): number {
    return this.#bericht.length;
  }

  /** `bericht` is the row of the message in the same partij, -1 for none. */
  begin(bericht: number): void {
    if (this.#at !== this.#kolommen.length) throw new Error('a row has one value per column');
    this.#at = 0;
    this.#bericht.number(bericht);
  }

  number(value: number | undefined): void {
    if (value === undefined) this.#kolom().leeg();
    else this.#kolom().number(value);
  }

  bigint(value: bigint | undefined): void {
    if (value === undefined) this.#kolom().leeg();
    else this.#kolom().bigint(value);
  }

  text(value: string | undefined): void {
    if (value === undefined) this.#kolom().leeg();
    else this.#kolom().text(value);
  }

  push(bericht: number, values: readonly Waarde[]): void {
    this.begin(bericht);
    for (const value of values) this.#kolom().push(value);
  }

  /** Sets the first column, `bericht_id`, of the rows from `from` on; the id in two halves of 32 bits. */
  setBerichtId(high: number, low: number, from: number): void {
    this.#kolommen[0]?.fill(high, low, from);
  }

  truncate(length: number): void {
    for (const kolom of this.#kolommen) kolom.truncate(length);
    this.#bericht.truncate(length);
  }

  finish(): TabelDeel {
    const rows = this.length;
    const kolommen = this.#kolommen.map((kolom) => kolom.finish());
    return { rows, kolommen, bericht: new Int32Array(this.#bericht.finish().data.buffer) };
  }

  #kolom(): KolomBouwer {
    const kolom = this.#kolommen[this.#at];
    if (kolom === undefined) throw new Error('a row has one value per column');
    this.#at += 1;
    return kolom;
  }
}

/** One builder per raw table, by default of those that messages fill. */
export class PartijBouwer {
  readonly #bouwers = new Map<RuweTabel, TabelBouwer>();

  constructor(tabellen: readonly RuweTabel[] = BERICHT_TABELLEN) {
    for (const tabel of tabellen) this.#bouwers.set(tabel, new TabelBouwer(tabel));
  }

  get(tabel: RuweTabel): TabelBouwer {
    const bouwer = this.#bouwers.get(tabel);
    if (bouwer === undefined) throw new Error(`no raw table ${tabel}`);
    return bouwer;
  }

  /** All rows so far; the builders are empty afterwards. */
  finish(): Partij {
    const partij: Partial<Record<RuweTabel, TabelDeel>> = {};
    for (const [tabel, bouwer] of this.#bouwers) if (bouwer.length > 0) partij[tabel] = bouwer.finish();
    return partij;
  }
}

/** The buffers of a partij, for the transfer list of `postMessage`. */
export function transferList(partij: Partij): ArrayBuffer[] {
  return Object.values(partij).flatMap((deel) => [
    deel.bericht.buffer,
    ...deel.kolommen.flatMap(({ data, gevuld }) => (gevuld ? [data.buffer, gevuld.buffer] : [data.buffer])),
  ]);
}

/** Bytes of memory that a partij holds, long texts left out. */
export function sizeOf(partij: Partij): number {
  return transferList(partij).reduce((sum, buffer) => sum + buffer.byteLength, 0);
}

/** Which messages and deliveries of a batch are kept: 1, or 0 with all their rows left out. */
export interface Behoud {
  readonly bericht: Uint8Array;
  readonly bron: Uint8Array;
}

/** Leaves out messages and deliveries of other sources, with all their rows. */
export function filterPartij(partij: Partij, behoud: Behoud): Partij {
  const filtered: Partial<Record<RuweTabel, TabelDeel>> = {};
  for (const tabel of RUWE_TABELLEN) {
    const deel = partij[tabel];
    if (deel === undefined) continue;
    const parents = BERICHT_TABELLEN.includes(tabel) ? behoud.bericht : behoud.bron;
    const keep = Uint8Array.from(deel.bericht, (row) => (row < 0 ? 1 : (parents[row] ?? 0)));
    const rows = keep.reduce((sum, bit) => sum + bit, 0);
    if (rows === 0) continue;
    filtered[tabel] = {
      rows,
      kolommen: deel.kolommen.map((kolom) => filterKolom(kolom, keep, rows)),
      bericht: deel.bericht.filter((_, row) => keep[row] === 1),
    };
  }
  return filtered;
}
