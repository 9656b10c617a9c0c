// SPDX-License-Identifier: EUPL-1.2
import type { BronKop, BronRij, Bsn } from '../contract/index.ts';
import { BRON_TABELLEN, type BronTabel, type Partij, PartijBouwer, type RuweTabel } from '../store/index.ts';
import { bronId, bronRijWaarden, bronWaarden } from './bron-waarden.ts';

const TABELLEN: readonly RuweTabel[] = ['bron', ...BRON_TABELLEN];

/** Turns deliveries of other sources into columns for the warehouse. Costs nothing until the first one comes. */
export class BronBouwer {
  readonly #pseudonymOf: (bsn: Bsn) => bigint;
  #bouwer: PartijBouwer | undefined;
  #marks: ReadonlyMap<RuweTabel, number> = new Map();

  constructor(pseudonymOf: (bsn: Bsn) => bigint) {
    this.#pseudonymOf = pseudonymOf;
  }

  /** Number of rows waiting to be finished. */
  get waiting(): number {
    const bouwer = this.#bouwer;
    return bouwer === undefined ? 0 : TABELLEN.reduce((sum, tabel) => sum + bouwer.get(tabel).length, 0);
  }

  openBestand(): void {
    const bouwer = this.#bouwer;
    this.#marks = new Map(bouwer && TABELLEN.map((tabel) => [tabel, bouwer.get(tabel).length]));
  }

  /** Takes back what the current file gave. */
  setAsideBestand(): void {
    for (const tabel of TABELLEN) this.#bouwer?.get(tabel).truncate(this.#marks.get(tabel) ?? 0);
  }

  bron(levering: number, kop: BronKop, tabel: string, rijen: readonly BronRij[]): void {
    if (!isBronTabel(tabel)) throw new Error(`no raw table ${tabel}`);
    this.#bouwer ??= new PartijBouwer(TABELLEN);
    const bronnen = this.#bouwer.get('bron');
    const doel = this.#bouwer.get(tabel);
    const id = bronId(kop);
    const row = bronnen.length;
    for (const rij of rijen) doel.push(row, bronRijWaarden(id, tabel, rij, this.#pseudonymOf));
    bronnen.push(row, bronWaarden(id, levering, kop, rijen.length));
  }

  /** The columns so far; the builder goes on empty. */
  finish(): Partij {
    this.#marks = new Map();
    return this.#bouwer?.finish() ?? {};
  }
}

function isBronTabel(tabel: string): tabel is BronTabel {
  return (BRON_TABELLEN as readonly string[]).includes(tabel);
}
