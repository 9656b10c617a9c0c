// SPDX-License-Identifier: EUPL-1.2
import type { BerichtKop, BestandTelling, Finding, Severity } from '../contract/index.ts';
import { readBestand } from './read-bestand.ts';
import type { LeesOpties } from './reading.ts';

/** What is wrong with one message, or with something in the file that is no message. */
export interface BerichtOordeel {
  /** The file, with `!entry` inside a container. */
  readonly place: string;
  /** Absent for what is no message, or one without a usable header. */
  readonly kop?: BerichtKop;
  readonly findings: readonly Finding[];
}

/** How often one rule was broken. */
export interface RegelTelling {
  readonly code: string;
  readonly severity: Severity;
  readonly aantal: number;
}

/** The outcome for one file. */
export interface BestandOordeel {
  readonly place: string;
  readonly telling: BestandTelling;
  /** Only those with findings; at most `maxFindings` findings in all. */
  readonly berichten: readonly BerichtOordeel[];
  /** Findings that were counted but left out of `berichten`. */
  readonly weggelaten: number;
  /** Over all findings, most frequent first. */
  readonly regels: readonly RegelTelling[];
  readonly fouten: number;
}

const DEFAULT_MAX_FINDINGS = 10_000;

/** What a caller may set for validating. */
export interface ValidateOpties extends LeesOpties {
  /** Findings kept with their place; all are counted. */
  readonly maxFindings?: number;
}

/** Checks a delivered file, stores nothing. Throws only when the file cannot be opened. */
export async function validateBestand(
  path: string,
  place: string,
  opties: ValidateOpties = {},
): Promise<BestandOordeel> {
  const collector = new Oordelen(opties.maxFindings ?? DEFAULT_MAX_FINDINGS);
  const telling = await readBestand(path, place, collector, { ...opties, rijen: false, sha256: false });
  return collector.result(place, telling);
}

class Oordelen {
  private readonly max: number;
  private readonly berichten: BerichtOordeel[] = [];
  private readonly counts = new Map<string, { code: string; severity: Severity; aantal: number }>();
  private open: { place: string; kop?: BerichtKop; findings: Finding[] } | undefined;
  private kept = 0;
  private weggelaten = 0;
  private fouten = 0;

  constructor(max: number) {
    this.max = max;
  }

  bericht(kop: BerichtKop, place: string): void {
    if (this.open?.place === place && this.open.kop === undefined) this.open.kop = kop;
    else {
      this.settle();
      this.open = { place, kop, findings: [] };
    }
  }

  rij(): void {}

  einde(): void {
    this.settle();
  }

  finding(finding: Finding): void {
    const key = `${finding.code} ${finding.severity}`;
    const count = this.counts.get(key);
    if (count === undefined) {
      this.counts.set(key, { code: finding.code, severity: finding.severity, aantal: 1 });
    } else count.aantal++;
    if (finding.severity === 'fout') this.fouten++;
    if (this.kept >= this.max) {
      this.weggelaten++;
      return;
    }
    this.kept++;
    const place = finding.place.file ?? '';
    if (this.open?.place !== place) {
      this.settle();
      this.open = { place, findings: [] };
    }
    this.open.findings.push(finding);
  }

  result(place: string, telling: BestandTelling): BestandOordeel {
    this.settle();
    const regels = [...this.counts.values()].sort(
      (a, b) => b.aantal - a.aantal || (a.code < b.code ? -1 : 1),
    );
    const { berichten, weggelaten, fouten } = this;
    return { place, telling, berichten, weggelaten, regels, fouten };
  }

  private settle(): void {
    if (this.open !== undefined && this.open.findings.length > 0) this.berichten.push(this.open);
    this.open = undefined;
  }
}
