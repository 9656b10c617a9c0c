// SPDX-License-Identifier: EUPL-1.2
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BerichtKop, BerichtSink, Finding, IjwRij, PrestatieRij } from '../../src/contract/index.ts';
import { revealBsn, yearOf } from '../../src/contract/index.ts';
import { readBestand } from '../../src/ijw/index.ts';
import { producten } from './haaglanden.ts';

/** One message as read back. */
export interface Bericht {
  readonly kop: BerichtKop;
  readonly rijen: readonly IjwRij[];
}

/** Reads every file under a folder. */
export async function readDelivered(folder: string): Promise<{ berichten: Bericht[]; findings: Finding[] }> {
  const berichten: Bericht[] = [];
  const findings: Finding[] = [];
  let kop: BerichtKop | undefined;
  let rijen: IjwRij[] = [];
  const sink: BerichtSink = {
    bericht(next) {
      kop = next;
      rijen = [];
    },
    rij: (rij) => void rijen.push(rij),
    einde(volledig) {
      if (volledig && kop) berichten.push({ kop, rijen });
    },
    finding: (finding) => void findings.push(finding),
  };
  for (const file of filesOf(folder)) await readBestand(join(folder, file), file, sink);
  return { berichten, findings };
}

/** Message files; the other sources have a folder of their own. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((file) => !file.startsWith('overige-bronnen'))
    .sort();
}

/** A debit line that counts in the end. Amount in eurocent. */
export interface Staand {
  readonly gemeente: string;
  readonly jaar: number;
  readonly bsn: string;
  readonly type: string;
  readonly cents: number;
}

/** Standing prestaties, worked out from the answers alone: an evaluator that shares nothing with the generator. */
export function staandePrestaties(berichten: readonly Bericht[]): Staand[] {
  const answers = new Map<string, Bericht>();
  for (const bericht of berichten) {
    const { soort, aanbieder, identificatie, declaratieIdentificatie } = bericht.kop;
    if (soort === 'JW325') answers.set(`JW323|${aanbieder}|${declaratieIdentificatie}`, bericht);
    if (soort === 'JW304') answers.set(`JW303|${aanbieder}|${identificatie}`, bericht);
  }
  const debits: { gemeente: string; aanbieder: string; rij: PrestatieRij; cents: number }[] = [];
  const credited = new Set<string>();
  for (const { kop, rijen } of berichten) {
    if (kop.soort !== 'JW323' && kop.soort !== 'JW303') continue;
    const answer = answers.get(`${kop.soort}|${kop.aanbieder}|${kop.identificatie}`);
    if (answer?.kop.retourCodes?.includes('0001')) continue;
    const returned = new Map<string, number>();
    for (const rij of answer?.rijen ?? []) {
      if (rij.rij === 'prestatie-antwoord') returned.set(rij.referentieNummer, rij.toegekendCents ?? 0);
    }
    for (const rij of rijen) {
      if (rij.rij !== 'prestatie') continue;
      const granted = returned.get(rij.referentieNummer);
      if (granted === 0) continue;
      if (rij.debetCredit === 'C') credited.add(`${kop.aanbieder}|${rij.vorigReferentieNummer}`);
      else
        debits.push({
          gemeente: kop.gemeente,
          aanbieder: kop.aanbieder,
          rij,
          cents: granted ?? rij.bedragCents,
        });
    }
  }
  return debits
    .filter(({ aanbieder, rij }) => !credited.has(`${aanbieder}|${rij.referentieNummer}`))
    .map(({ gemeente, aanbieder, rij, cents }) => ({
      gemeente,
      jaar: yearOf(rij.begindatum),
      bsn: revealBsn(rij.client.bsn),
      type: typeOf(rij, aanbieder),
      cents,
    }));
}

function typeOf(rij: PrestatieRij, aanbieder: string): string {
  const fits = producten.filter(
    (regel) =>
      regel.categorie === rij.categorie &&
      (regel.van ?? rij.begindatum) <= rij.begindatum &&
      (regel.tot ?? rij.begindatum) >= rij.begindatum,
  );
  return (
    (
      fits.find((regel) => regel.code === rij.code && regel.aanbieder === aanbieder) ??
      fits.find((regel) => regel.code === rij.code && regel.aanbieder === undefined) ??
      fits.find((regel) => regel.code === undefined && regel.aanbieder === undefined)
    )?.type ?? 'onbekend'
  );
}
