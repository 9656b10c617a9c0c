// SPDX-License-Identifier: EUPL-1.2
import type { Severity } from '../contract/index.ts';
import { BerichtLezer } from './bericht-lezer.ts';
import { detectBericht, type Herkend } from './detect-bericht.ts';
import { EnvelopLezer, isEnvelop, type Lading } from './envelop-lezer.ts';
import { borrowLeesvorm } from './leesvorm.ts';
import { type Hasher, type Reading, reportOther } from './reading.ts';
import type { Keuze, RootChooser, ScanHandler } from './scan-handler.ts';
import { XmlScanner } from './xml-scanner.ts';
import { XmlFault } from './xml-text.ts';

/** Reads one XML document: an iJw message, an envelope around some, or something else. Never throws for what is in it. */
export class DocumentLezer implements RootChooser {
  private readonly place: string;
  private readonly reading: Reading;
  private readonly scanner: XmlScanner;
  private hash: ReturnType<Hasher['start']> | undefined;
  private bytes: Uint8Array | undefined;
  private size = 0;
  private done = false;
  private bericht: BerichtLezer | undefined;
  private envelop: EnvelopLezer | undefined;

  constructor(place: string, reading: Reading) {
    this.place = place;
    this.reading = reading;
    this.scanner = new XmlScanner(this);
  }

  /** True when the rest of the document need not be offered. */
  get isDone(): boolean {
    return this.done;
  }

  /** The next bytes; they may be overwritten afterwards. */
  push(chunk: Uint8Array): void {
    if (this.done) return;
    this.hash ??= this.reading.hasher?.start();
    this.hash?.update(chunk);
    this.size += chunk.length;
    this.guard(() => this.scanner.push(chunk));
  }

  /** The whole document at once, instead of `push` and `end`; gives what its envelope carried. */
  whole(bytes: Uint8Array): readonly Lading[] {
    this.bytes = bytes;
    this.size = bytes.length;
    try {
      this.guard(() => this.scanner.whole(bytes));
    } finally {
      this.scanner.release();
    }
    return this.end();
  }

  /** The document is complete; gives what its envelope carried. */
  end(): readonly Lading[] {
    if (!this.done && this.bytes === undefined) this.guard(() => this.scanner.end());
    if (!this.done) this.finish(undefined);
    return this.envelop?.ladingen ?? [];
  }

  /** Nobody reads on: the file could not be read, or the sink threw. */
  release(): void {
    this.scanner.release();
  }

  /** What holds the document broke off: a truncated archive, a bomb. */
  fail(code: string): void {
    if (!this.done) this.finish(new XmlFault(code, this.size));
  }

  /** Chooses by the root element. */
  choose(naam: string, uri: string, rootTag: string, peek: string, at: number): Keuze | undefined {
    if (isEnvelop(uri)) {
      this.envelop = new EnvelopLezer();
      return { vorm: EnvelopLezer.vorm(), handler: this.envelop };
    }
    const found = detectBericht(naam, uri, peek);
    if ('code' in found) {
      this.notABericht(found.code, found.severity, at);
      this.done = true;
      return undefined;
    }
    const vorm = borrowLeesvorm(found.release, found.soort);
    const bericht = new BerichtLezer(vorm, this.place, this.reading);
    this.bericht = bericht;
    for (const code of found.findings) bericht.findWhole(code, at);
    const herkend = found.findings.length === 0 ? { herkend: found } : {};
    return { vorm: vorm.xmlVorm(rootTag, uri), handler: bericht, ...herkend };
  }

  /** Reads a message of a kind that is known. */
  again({ release, soort }: Herkend): ScanHandler {
    this.bericht = new BerichtLezer(borrowLeesvorm(release, soort), this.place, this.reading);
    return this.bericht;
  }

  private guard(step: () => void): void {
    try {
      step();
    } catch (error) {
      if (!(error instanceof XmlFault)) throw error;
      this.finish(error);
    }
  }

  private finish(fault: XmlFault | undefined): void {
    this.done = true;
    this.scanner.release();
    if (this.bericht !== undefined) {
      this.bericht.finish(fault, () => this.sha256());
      return;
    }
    if (fault === undefined) {
      if (this.envelop?.ladingen.length === 0) this.notABericht('ijw.envelop-leeg', 'info', 0);
      return;
    }
    this.notABericht(fault.code, 'fout', fault.at, fault.kind);
  }

  private sha256(): string {
    if (this.bytes === undefined) return this.hash?.digest() ?? '';
    return this.reading.hasher?.of(this.bytes) ?? '';
  }

  private notABericht(code: string, severity: Severity, byte: number, kind?: string): void {
    reportOther(this.reading, code, severity, { file: this.place, byte }, kind);
  }
}
