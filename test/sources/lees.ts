// SPDX-License-Identifier: EUPL-1.2
import {
  type BronKop,
  type BronRij,
  Bsn,
  type Finding,
  formatPlainDate,
  revealBsn,
} from '../../src/contract/index.ts';
import { type BronUitkomst, readBronBytes } from '../../src/sources/index.ts';

/** What a reader gave, with persons opened so that a test can compare them. */
export interface Gelezen {
  readonly uitkomst: BronUitkomst | undefined;
  readonly leveringen: readonly {
    readonly kop: BronKop;
    readonly tabel: string;
    readonly rijen: readonly BronRij[];
  }[];
  readonly findings: readonly Finding[];
}

export async function lees(content: string | Uint8Array, pad = 'bestand'): Promise<Gelezen> {
  const leveringen: { kop: BronKop; tabel: string; rijen: readonly BronRij[] }[] = [];
  const findings: Finding[] = [];
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const uitkomst = await readBronBytes(bytes, pad, {
    bron: (kop, tabel, rijen) => leveringen.push({ kop, tabel, rijen: rijen.map(opened) }),
    finding: (finding) => findings.push(finding),
  });
  return { uitkomst, leveringen, findings };
}

function opened({ rij, waarden }: BronRij): BronRij {
  const values = Object.entries(waarden).map(([naam, waarde]) => [
    naam,
    waarde instanceof Bsn ? revealBsn(waarde) : waarde,
  ]);
  return { rij, waarden: Object.fromEntries(values) };
}

/** `code place`, one line per finding. */
export function lines(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ code, place, kind }) => [code, place.path, kind].filter(Boolean).join(' '));
}

/** A day of the raw layer as text. */
export function dagTekst(waarde: unknown): string {
  return formatPlainDate(waarde as Parameters<typeof formatPlainDate>[0]);
}
