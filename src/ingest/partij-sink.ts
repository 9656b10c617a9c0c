// SPDX-License-Identifier: EUPL-1.2
import {
  type BerichtKop,
  type BerichtSink,
  type BronKop,
  type BronRij,
  type BronSink,
  type Bsn,
  type Finding,
  type IjwRij,
  maskBsns,
} from '../contract/index.ts';
import {
  BERICHT_TABELLEN,
  type Partij,
  PartijBouwer,
  type RuweTabel,
  type TabelBouwer,
  type Waarde,
} from '../store/index.ts';
import { BronBouwer } from './bron-bouwer.ts';
import { BSN_IN_NAAM } from './pakket.ts';
import { putBericht, putRij, TABEL_VAN } from './put-rij.ts';

/** What a sink saw of one file. */
export interface BestandStand {
  readonly berichten: number;
  readonly rijen: number;
  /** Rows of messages that were taken back. */
  readonly rijenOnleesbaar: number;
  readonly bevindingen: number;
}

/** Findings kept of a file that is set aside; the rest is counted only. */
const FINDINGS_OF_SET_ASIDE = 1000;
const NO_BERICHT = -1;

/**
 * Turns what a reader gives into columns for the warehouse. Complete messages only: an incomplete one leaves its findings and nothing else.
 * Call `openBestand` before each file; `finish` between messages. Cost: holds one message plus what was not yet finished.
 */
export class PartijSink implements BerichtSink, BronSink {
  readonly #bouwer = new PartijBouwer();
  readonly #berichten = this.#bouwer.get('bericht');
  readonly #tabelVan = Object.fromEntries(
    Object.entries(TABEL_VAN).map(([rij, tabel]) => [rij, this.#bouwer.get(tabel)]),
  ) as Readonly<Record<IjwRij['rij'], TabelBouwer>>;
  readonly #bronnen: BronBouwer;
  readonly #pseudonymOf: (bsn: Bsn) => bigint;
  readonly #onBericht: () => void;
  #levering = 0;
  #waiting = 0;
  #fileMarks = new Map<RuweTabel, number>();
  /** Tables that the current message has rows in, and their length before it. */
  #touched: TabelBouwer[] = [];
  #marks: number[] = [];
  #firstFindings: Finding[] = [];
  #kop: BerichtKop | undefined;
  #findings: Finding[] = [];
  #regel = 0;
  #stand = { berichten: 0, rijen: 0, rijenOnleesbaar: 0, bevindingen: 0 };
  /** A name of the current file was told to hold what looks like a BSN. */
  #bsnInNaam = false;

  /** `onBericht` is called after every message, when the sink may be finished. */
  constructor(pseudonymOf: (bsn: Bsn) => bigint, onBericht: () => void = () => {}) {
    this.#pseudonymOf = pseudonymOf;
    this.#bronnen = new BronBouwer(pseudonymOf);
    this.#onBericht = onBericht;
  }

  /** Number of rows waiting to be finished. */
  get waiting(): number {
    return this.#waiting + this.#bronnen.waiting;
  }

  /** What was seen of the current file. */
  get stand(): BestandStand {
    return this.#stand;
  }

  /** Starts a file; `levering` is its number within the batch. */
  openBestand(levering: number): void {
    this.#levering = levering;
    this.#fileMarks = this.#lengths();
    this.#bronnen.openBestand();
    this.#firstFindings = [];
    this.#kop = undefined;
    this.#findings = [];
    this.#bsnInNaam = false;
    this.#stand = { berichten: 0, rijen: 0, rijenOnleesbaar: 0, bevindingen: 0 };
  }

  /** Takes back all of the current file that was not yet finished; with a reason, leaves that and its first findings. */
  setAsideBestand(reden?: Finding): void {
    for (const [tabel, length] of this.#fileMarks) this.#bouwer.get(tabel).truncate(length);
    this.#waiting = this.#count();
    this.#bronnen.setAsideBestand();
    this.#kop = undefined;
    if (reden === undefined) return;
    for (const finding of [...this.#firstFindings, reden]) this.#pushFinding(finding, NO_BERICHT, undefined);
  }

  bron(kop: BronKop, tabel: string, rijen: readonly BronRij[]): void {
    this.#bronnen.bron(this.#levering, kop, tabel, rijen);
    this.#stand.berichten += 1;
    this.#stand.rijen += rijen.length;
  }

  bericht(kop: BerichtKop): void {
    this.#kop = kop;
    this.#forgetMarks();
    this.#stand.berichten += 1;
  }

  rij(rij: IjwRij): void {
    const tabel = this.#tabelVan[rij.rij];
    if (!this.#touched.includes(tabel)) {
      this.#touched.push(tabel);
      this.#marks.push(tabel.length);
    }
    putRij(tabel, this.#berichten.length, rij, this.#regel, this.#pseudonymOf);
    this.#waiting += 1;
    this.#regel += 1;
    this.#stand.rijen += 1;
  }

  einde(volledig: boolean, sha256: string): void {
    const kop = this.#kop;
    this.#kop = undefined;
    if (volledig && kop !== undefined) this.#keep(kop, sha256);
    else this.#takeBack();
    if (this.#findings.length > 0) this.#findings = [];
    this.#onBericht();
  }

  finding(finding: Finding): void {
    const { file } = finding.place;
    const shown = file === undefined ? undefined : maskBsns(file);
    if (shown === undefined || shown === file) {
      this.#note(finding);
      return;
    }
    if (!this.#bsnInNaam) {
      this.#bsnInNaam = true;
      this.#note({ code: BSN_IN_NAAM, severity: 'waarschuwing', place: { file: shown } });
    }
    this.#note({ ...finding, place: { ...finding.place, file: shown } });
  }

  /** The columns so far; the sink goes on empty. Only between messages. */
  finish(): Partij {
    const partij = { ...this.#bouwer.finish(), ...this.#bronnen.finish() };
    this.#waiting = 0;
    this.#fileMarks = this.#lengths();
    return partij;
  }

  #keep(kop: BerichtKop, sha256: string): void {
    const { high, low } = berichtId(sha256);
    const row = this.#berichten.length;
    for (const [index, tabel] of this.#touched.entries()) {
      tabel.setBerichtId(high, low, this.#marks[index] ?? 0);
    }
    for (const finding of this.#findings) this.#pushFinding(finding, row, wholeId(high, low));
    putBericht(this.#berichten, this.#levering, this.#stand.berichten - 1, kop, sha256, this.#regel);
    this.#berichten.setBerichtId(high, low, row);
    this.#waiting += 1;
    this.#forgetMarks();
  }

  #takeBack(): void {
    for (const [index, tabel] of this.#touched.entries()) tabel.truncate(this.#marks[index] ?? 0);
    for (const finding of this.#findings) this.#pushFinding(finding, NO_BERICHT, undefined);
    this.#stand.rijenOnleesbaar += this.#regel;
    this.#forgetMarks();
    this.#waiting = this.#count();
  }

  #forgetMarks(): void {
    this.#touched.length = 0;
    this.#marks.length = 0;
    this.#regel = 0;
  }

  #pushFinding(finding: Finding, row: number, id: bigint | undefined): void {
    const { place } = finding;
    const values: readonly Waarde[] = [
      id,
      this.#levering,
      finding.code,
      finding.severity,
      finding.retourcode,
      place.byte,
      place.path,
      place.bericht,
      place.pseudonym,
      finding.kind,
      place.file,
    ];
    this.#bouwer.get('bevinding').push(row, values);
    this.#waiting += 1;
  }

  #note(finding: Finding): void {
    this.#stand.bevindingen += 1;
    if (this.#firstFindings.length < FINDINGS_OF_SET_ASIDE) this.#firstFindings.push(finding);
    if (this.#kop === undefined) this.#pushFinding(finding, NO_BERICHT, undefined);
    else this.#findings.push(finding);
  }

  #count(): number {
    return BERICHT_TABELLEN.reduce((sum, tabel) => sum + this.#bouwer.get(tabel).length, 0);
  }

  #lengths(): Map<RuweTabel, number> {
    return new Map(BERICHT_TABELLEN.map((tabel) => [tabel, this.#bouwer.get(tabel).length]));
  }
}

/** The first 63 bits of a message's sha256, in two halves. Two messages of ten million share one with a chance of 5 in a million. */
function berichtId(sha256: string): { readonly high: number; readonly low: number } {
  const high = Number.parseInt(sha256.slice(0, 8), 16);
  const low = Number.parseInt(sha256.slice(8, 16), 16);
  return { high: high >>> 1, low: (low >>> 1) | (high << 31) };
}

function wholeId(high: number, low: number): bigint {
  return (BigInt(high) << 32n) | BigInt(low >>> 0);
}
