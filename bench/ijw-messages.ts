// SPDX-License-Identifier: EUPL-1.2
import { closeSync, openSync, writeSync } from 'node:fs';
import { type BerichtInhoud, writeBericht } from '../src/ijw/index.ts';

const kop: BerichtInhoud = {
  BerichtCode: '490',
  BerichtVersie: 3,
  BerichtSubversie: 2,
  Afzender: '99000001',
  Ontvanger: '0193',
  BerichtIdentificatie: { Identificatie: 'D1', Dagtekening: '2024-02-09' },
  XsdVersie: { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' },
};

/** Test BSNs: 9999…, passing the 11-proef. There are some nine thousand. */
export function testBsns(): string[] {
  const found: string[] = [];
  for (let number = 999_900_000; number < 1_000_000_000; number++) {
    const digits = String(number);
    let sum = 0;
    for (let i = 0; i < 8; i++) sum += (9 - i) * Number(digits[i]);
    if ((sum - Number(digits[8])) % 11 === 0) found.push(digits);
  }
  return found;
}

/** One declaration line; `cents` is its amount. */
export function prestatie(n: number): { readonly cents: number; readonly inhoud: BerichtInhoud } {
  const minutes = 60 + (n % 400);
  const euro = n % 10 === 0;
  const cents = minutes * (euro ? 100 : 150);
  const inhoud: BerichtInhoud = {
    ProductReferentie: { ReferentieNummer: `R${String(n).padStart(9, '0')}` },
    ToewijzingNummer: 700_000 + n,
    ProductCategorie: '45',
    ProductCode: '45A04',
    ProductPeriode: { Begindatum: '2024-01-01', Einddatum: '2024-01-31' },
    GeleverdVolume: euro ? cents : minutes,
    Eenheid: euro ? '83' : '01',
    ProductTarief: euro ? undefined : 150,
    IngediendBedrag: { Bedrag: cents, DebetCredit: 'D' },
  };
  return { cents, inhoud };
}

/** A declaration message of clients, with a total. */
export function declaratie(clienten: readonly BerichtInhoud[], cents: number, id = 'JW1'): Uint8Array {
  return writeBericht('3.2', 'JW323', {
    Header: { ...kop, BerichtIdentificatie: { Identificatie: id, Dagtekening: '2024-02-09' } },
    Declaratie: {
      DeclaratieNummer: id,
      DeclaratiePeriode: { Begindatum: '2024-01-01', Einddatum: '2024-01-31' },
      DeclaratieDagtekening: '2024-02-09',
      TotaalIngediendBedrag: { TotaalBedrag: cents, DebetCredit: 'D' },
      Clienten: { Client: clienten },
    },
  });
}

/** Writes one JW323 of about this size that breaks no rule; gives its number of lines. */
export function writeLargeDeclaratie(path: string, bytes: number): number {
  const bsns = testBsns();
  const perClient = Math.max(1, Math.round(bytes / bsns.length / 830));
  let cents = 0;
  let lines = 0;
  const parts: Buffer[] = [];
  for (let at = 0; at < bsns.length; at += 100) {
    const clienten = bsns.slice(at, at + 100).map((Bsn) => {
      const inhoud = Array.from({ length: perClient }, () => {
        const line = prestatie(++lines);
        cents += line.cents;
        return line.inhoud;
      });
      return { Bsn, Prestaties: { Prestatie: inhoud } };
    });
    parts.push(clientsOnly(declaratie(clienten, 0)));
  }
  const frame = Buffer.from(declaratie([], cents)).toString('latin1');
  const fd = openSync(path, 'w');
  const gap = frame.indexOf('\t\t</jw323:Clienten>');
  const whole = gap >= 0 ? [frame.slice(0, gap), frame.slice(gap)] : frame.split('<jw323:Clienten/>');
  writeSync(fd, whole[0] ?? '');
  for (const part of parts) writeSync(fd, part);
  writeSync(fd, whole[1] ?? '');
  closeSync(fd);
  return lines;
}

function clientsOnly(message: Uint8Array): Buffer {
  const bytes = Buffer.from(message.buffer, message.byteOffset, message.length);
  return Buffer.from(
    bytes.subarray(bytes.indexOf('\t\t\t<jw323:Client>'), bytes.indexOf('\t\t</jw323:Clienten>')),
  );
}
