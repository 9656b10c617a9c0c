// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import {
  type AgbCode,
  type BerichtKop,
  Bsn,
  gemeenteCode,
  type IjwRij,
  type PlainDate,
  type PrestatieAntwoordRij,
  type PrestatieRij,
  type ProductRegel,
  parsePlainDate,
  revealBsn,
} from '../../src/contract/index.ts';
import { PartijSink } from '../../src/ingest/index.ts';
import { openWarehouse, type Warehouse } from '../../src/store/index.ts';

/** A message as a test writes it. `inhoud` makes its sha256; by default everything in it. */
export interface Bericht {
  readonly kop: BerichtKop;
  readonly rijen: readonly IjwRij[];
  readonly inhoud?: string;
}

export const DELFT = gemeenteCode('0503');
export const AANBIEDER = '99000001' as AgbCode;

export const producten: readonly ProductRegel[] = [
  { categorie: '45', type: 'jeugd-en-opvoedhulp' },
  { categorie: '54', code: '54001', type: 'jeugd-ggz' },
];

export function dag(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === undefined) throw new Error(`no date: ${text}`);
  return date;
}

/** The test number of a fictional client: from the range that is never given out, passing the elfproef. */
export function testBsn(nummer: number): string {
  let left = nummer;
  for (let candidate = 999_900_000; ; candidate += 1) {
    const sum = [...String(candidate)].reduce(
      (total, digit, at) => total + Number(digit) * (at < 8 ? 9 - at : -1),
      0,
    );
    if (sum % 11 !== 0) continue;
    if (left === 0) return String(candidate);
    left -= 1;
  }
}

/** A client by number. */
export function client(nummer: number, geboorteJaar?: number): PrestatieRij['client'] {
  return {
    bsn: new Bsn(testBsn(nummer)),
    ...(geboorteJaar !== undefined && { geboorteJaar, geboorteMaand: 4, geslacht: '2' }),
  };
}

export function kop(
  soort: BerichtKop['soort'],
  identificatie: string,
  anders: Partial<BerichtKop> = {},
): BerichtKop {
  const vanGemeente = ['JW301', 'JW325', 'JW319'].includes(soort);
  return {
    soort,
    release: '3.2',
    berichtCode: '490',
    gemeente: DELFT,
    aanbieder: AANBIEDER,
    afzender: vanGemeente ? '0503' : AANBIEDER,
    identificatie,
    dagtekening: dag('2024-02-10'),
    ...anders,
  };
}

export function prestatie(
  referentieNummer: string,
  nummer: number,
  anders: Partial<PrestatieRij> = {},
): PrestatieRij {
  return {
    rij: 'prestatie',
    client: client(nummer),
    referentieNummer,
    categorie: '45',
    code: '45A01',
    begindatum: dag('2024-01-01'),
    einddatum: dag('2024-01-31'),
    volume: 10,
    eenheid: '04',
    bedragCents: 100_00,
    debetCredit: 'D',
    ...anders,
  };
}

export function credit(referentieNummer: string, vorig: string, nummer: number): PrestatieRij {
  return prestatie(referentieNummer, nummer, { vorigReferentieNummer: vorig, debetCredit: 'C' });
}

export function declaratie(
  identificatie: string,
  rijen: readonly IjwRij[],
  anders: Partial<BerichtKop> = {},
): Bericht {
  return { kop: kop('JW323', identificatie, anders), rijen };
}

/** The JW325 on a JW323: header code, and the lines it refuses. */
export function antwoord(
  identificatie: string,
  op: string,
  geweigerd: readonly (readonly [string, number])[] = [],
  anders: Partial<BerichtKop> = {},
): Bericht {
  const regels = geweigerd.map(
    ([referentieNummer, nummer]): PrestatieAntwoordRij => ({
      rij: 'prestatie-antwoord',
      client: client(nummer),
      referentieNummer,
      retourCodes: ['9338'],
      clientRetourCodes: ['0200'],
    }),
  );
  return {
    kop: kop('JW325', identificatie, {
      retourCodes: ['0200'],
      declaratieIdentificatie: op,
      dagtekening: dag('2024-02-20'),
      ...anders,
    }),
    rijen: regels,
  };
}

/** A warehouse in memory, closed after the test. */
export async function tijdelijkMagazijn(t: TestContext): Promise<Warehouse> {
  const warehouse = await openWarehouse(':memory:', { memoryLimit: '1GB' });
  t.after(() => warehouse.close());
  return warehouse;
}

export function tijdelijkeMap(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'regiovisie-test-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Takes messages into a warehouse as one delivered file, as ingest does. */
export async function lever(warehouse: Warehouse, berichten: readonly Bericht[], bekend = 0): Promise<void> {
  const sink = new PartijSink((bsn) => BigInt(revealBsn(bsn)));
  sink.openBestand(0);
  for (const bericht of berichten) {
    sink.bericht(bericht.kop);
    for (const rij of bericht.rijen) sink.rij(rij);
    sink.einde(true, sha256Van(bericht));
  }
  const writer = await warehouse.begin();
  const id = writer.open();
  await writer.take(sink.finish(), [id]);
  const opname = writer.opname(id);
  const bestand = sha256(berichten.map(sha256Van).join());
  writer.close(
    id,
    {
      sha256: bestand,
      pad: 'bronnen/test.xml',
      bytes: 1,
      status: 'genomen',
      telling: {
        berichten: berichten.length,
        berichtenHerhaald: opname.herhaald,
        berichtenOnleesbaar: 0,
        rijen: sink.stand.rijen,
        rijenHerhaald: opname.rijenHerhaald,
        rijenOnleesbaar: 0,
        anders: 0,
      },
    },
    bekend,
  );
  await writer.commit();
}

/** The sha256 by which the warehouse knows a message. */
export function sha256Van({ kop: header, rijen, inhoud }: Bericht): string {
  return sha256(inhoud ?? describe(header, rijen));
}

/** Rows of a query as values, for compact assertions. */
export async function waarden(warehouse: Warehouse, text: string): Promise<unknown[][]> {
  return (await warehouse.query({ text, params: [] })).map((row) => Object.values(row));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function describe(header: BerichtKop, rijen: readonly IjwRij[]): string {
  return JSON.stringify([header, rijen], (key, value: unknown) =>
    key === 'client'
      ? { ...(value as object), bsn: revealBsn((value as PrestatieRij['client']).bsn) }
      : value,
  );
}
