// SPDX-License-Identifier: EUPL-1.2
import {
  type BerichtKop,
  type BestandTelling,
  type Finding,
  type IjwRij,
  revealBsn,
} from '../../src/contract/index.ts';
import { readBestand, readBytes } from '../../src/ijw/index.ts';

/** One message as the sink saw it. */
export interface Gelezen {
  readonly kop: BerichtKop;
  readonly place: string;
  readonly rijen: IjwRij[];
  volledig: boolean | undefined;
  sha256: string;
}

/** Everything that a reader gave for one file. */
export interface Oogst {
  readonly berichten: Gelezen[];
  readonly findings: Finding[];
  readonly telling: BestandTelling;
}

type Lezen = (sink: Parameters<typeof readBytes>[2]) => Promise<BestandTelling>;

export async function gather(lezen: Lezen): Promise<Oogst> {
  const berichten: Gelezen[] = [];
  const findings: Finding[] = [];
  const telling = await lezen({
    bericht: (kop, place) => berichten.push({ kop, place, rijen: [], volledig: undefined, sha256: '' }),
    rij: (rij) => berichten.at(-1)?.rijen.push(rij),
    einde(volledig, sha256) {
      const last = berichten.at(-1);
      if (last) Object.assign(last, { volledig, sha256 });
    },
    finding: (finding) => findings.push(finding),
  });
  return { berichten, findings, telling };
}

export function gatherBytes(bytes: Uint8Array | string, place = 'test.xml'): Promise<Oogst> {
  const buffer = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes;
  return gather((sink) => readBytes(buffer, place, sink));
}

export function gatherFile(path: string): Promise<Oogst> {
  return gather((sink) => readBestand(path, 'test.xml', sink));
}

/** `code path` of every finding, in order. */
export function codesOf(oogst: Oogst): string[] {
  return oogst.findings.map((finding) => [finding.code, finding.place.path].filter(Boolean).join(' '));
}

/** Rows as plain values, with the BSN as digits, for comparing. */
export function plainRows(oogst: Oogst): object[] {
  return oogst.berichten.flatMap((bericht) =>
    bericht.rijen.map((rij) =>
      'client' in rij && rij.client
        ? { ...rij, client: { ...rij.client, bsn: revealBsn(rij.client.bsn) } }
        : rij,
    ),
  );
}
