// SPDX-License-Identifier: EUPL-1.2
import type { Problem, Severity } from '../contract/index.ts';
import type { KnownLevering, LeveringTelling } from '../store/index.ts';
import type { Archivering } from './archive-taken.ts';

/** One sum of a report: `totaal` = `genomen` + `bekend` + `opzij`. */
export interface Som {
  readonly totaal: number;
  /** New in the warehouse. */
  readonly genomen: number;
  /** Known already: a no-op. */
  readonly bekend: number;
  /** Set aside: nothing was lost, nothing was taken. */
  readonly opzij: number;
}

/** Why a file was set aside: one rule, the first place where it was broken, and how often it was. Never a value. */
export interface OpzijReden {
  readonly code: string;
  readonly ernst: Severity;
  readonly aantal: number;
  /** Element path of the first one; of a form the sheets and cells of the first few. */
  readonly pad?: string;
  /** Kind of the value that stood there: `tekst(12)`, `leeg`. */
  readonly soort?: string;
  /** Unit: bytes from the begin of the (unpacked) message. */
  readonly byte?: number;
  /** The entry of a container, when the file is one. */
  readonly bestand?: string;
}

/** A file that was set aside, and why. `uitgesteld` files are tried again by the next run; the others stay set aside until they change. */
export interface OpzijBestand {
  readonly pad: string;
  readonly code: string;
  readonly uitgesteld: boolean;
  /** Absent when the file could not be read. */
  readonly sha256?: string;
  /** What is wrong with it, heaviest first; absent when it could not be read. */
  readonly redenen?: readonly OpzijReden[];
}

/** A file that was taken without all of it: some of its rows or messages were set aside alone. */
export interface DeelsOpzij {
  readonly pad: string;
  readonly sha256: string;
  readonly rijen: number;
  readonly berichten: number;
  /** What is wrong with them, most frequent first. */
  readonly redenen?: readonly OpzijReden[];
}

/** A file that was read: its name and its identity. */
export interface GelezenBestand {
  readonly pad: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** What one run of ingest did. Adds up: files, messages and rows each to their total. */
export interface IngestReport {
  readonly bestanden: Som;
  readonly berichten: Som;
  readonly rijen: Som;
  /** Entries of taken files that are no iJw message. */
  readonly anders: number;
  /** Findings of the readers in this run. */
  readonly bevindingen: number;
  readonly bytes: number;
  /** What went to the encrypted archive; what kept files from it stands in `problemen`. */
  readonly archief: Omit<Archivering, 'problemen'>;
  readonly opzij: readonly OpzijBestand[];
  readonly deelsOpzij: readonly DeelsOpzij[];
  /** Files whose name holds what looks like a BSN, with stars. */
  readonly bsnInNaam: readonly string[];
  /** What was left undone after the files were taken, and what the operator can do. */
  readonly problemen: readonly Problem[];
}

interface Teller {
  genomen: number;
  bekend: number;
  opzij: number;
}

/** Adds up a run, file by file. */
export class ReportBuilder {
  readonly #bestanden: Teller = { genomen: 0, bekend: 0, opzij: 0 };
  readonly #berichten: Teller = { genomen: 0, bekend: 0, opzij: 0 };
  readonly #rijen: Teller = { genomen: 0, bekend: 0, opzij: 0 };
  readonly #opzij: OpzijBestand[] = [];
  readonly #deelsOpzij: DeelsOpzij[] = [];
  readonly #bsnInNaam: string[] = [];
  #anders = 0;
  #bevindingen = 0;
  #bytes = 0;
  #archivering: Archivering = { gearchiveerd: 0, verplaatst: 0, blijft: 0, problemen: [] };

  /** A file that was read. `telling` holds what of it was repeated. */
  read(
    status: 'genomen' | 'opzij',
    bestand: GelezenBestand,
    telling: LeveringTelling,
    bevindingen: number,
    reden = '',
  ): void {
    this.#bestanden[status] += 1;
    this.#bytes += bestand.bytes;
    this.#bevindingen += bevindingen;
    this.#anders += telling.anders;
    addUp(this.#berichten, telling.berichten, telling.berichtenHerhaald, telling.berichtenOnleesbaar);
    addUp(this.#rijen, telling.rijen, telling.rijenHerhaald, telling.rijenOnleesbaar);
    const { rijenOnleesbaar: rijen, berichtenOnleesbaar: berichten } = telling;
    if (status === 'opzij') this.#setAside(bestand, reden);
    else if (rijen + berichten > 0) {
      this.#deelsOpzij.push({ pad: bestand.pad, sha256: bestand.sha256, rijen, berichten });
    }
  }

  /** A file whose bytes are known: what it held is a no-op, or stays set aside. */
  known(bestand: GelezenBestand, levering: KnownLevering): void {
    const kind = levering.status === 'genomen' ? 'bekend' : 'opzij';
    this.#bestanden[kind] += 1;
    this.#bytes += bestand.bytes;
    this.#berichten[kind] += levering.berichten;
    this.#rijen[kind] += levering.rijen;
    if (kind === 'opzij') this.#setAside(bestand, 'ingest.same-as-set-aside');
  }

  /** A file that could not be read now. */
  postponed(pad: string, reden: string): void {
    this.#bestanden.opzij += 1;
    this.#opzij.push({ pad, code: reden, uitgesteld: true });
  }

  bsnInNaam(pad: string): void {
    this.#bsnInNaam.push(pad);
  }

  archived(archivering: Archivering): void {
    this.#archivering = archivering;
  }

  finish(): IngestReport {
    const { problemen, ...archief } = this.#archivering;
    return {
      bestanden: som(this.#bestanden),
      berichten: som(this.#berichten),
      rijen: som(this.#rijen),
      anders: this.#anders,
      bevindingen: this.#bevindingen,
      bytes: this.#bytes,
      archief,
      opzij: this.#opzij,
      deelsOpzij: this.#deelsOpzij,
      bsnInNaam: this.#bsnInNaam,
      problemen,
    };
  }

  #setAside({ pad, sha256 }: GelezenBestand, code: string): void {
    this.#opzij.push({ pad, code, uitgesteld: false, sha256 });
  }
}

function addUp(teller: Teller, totaal: number, herhaald: number, onleesbaar: number): void {
  teller.genomen += totaal - herhaald - onleesbaar;
  teller.bekend += herhaald;
  teller.opzij += onleesbaar;
}

function som({ genomen, bekend, opzij }: Teller): Som {
  return { totaal: genomen + bekend + opzij, genomen, bekend, opzij };
}
