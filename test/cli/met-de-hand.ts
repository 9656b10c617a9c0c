// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, inflateRawSync } from 'node:zlib';

/** One debit or credit line as it stands in a delivered declaratie. */
export interface Regel {
  readonly bericht: string;
  readonly aanbieder: string;
  readonly gemeente: string;
  readonly bsn: string;
  readonly referentie: string;
  readonly vorige: string | undefined;
  readonly categorie: string;
  readonly code: string;
  readonly begin: string;
  readonly eind: string;
  readonly cents: number;
  readonly debet: boolean;
}

/** One start or stop as delivered. */
export interface Melding {
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly bsn: string;
  readonly toewijzing: string;
  readonly categorie: string;
  readonly code: string;
  readonly begin: string;
  readonly eind: string;
  readonly reden: string;
  readonly verwijdert: boolean;
  readonly dagtekening: string;
}

/** Everything that a reader with regular expressions sees in the delivered files; shares no code with the product. */
export interface Handwerk {
  readonly regels: readonly Regel[];
  /** Messages that an answer refused as a whole. */
  readonly geweigerd: ReadonlySet<string>;
  /** Lines that an answer refused, as message and reference. */
  readonly regelGeweigerd: ReadonlySet<string>;
  readonly starts: readonly Melding[];
  readonly stops: readonly Melding[];
}

const AKKOORD = new Set(['0200', '0233', '8001']);

export function readByHand(folder: string): Handwerk {
  const berichten = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => unpack(readFileSync(join(entry.parentPath, entry.name))))
    .map((bytes) => bytes.toString('utf8').replace(/<(\/?)[a-z0-9]+:/gi, '<$1'));
  const soort = (text: string): string =>
    /istandaarden\.nl\/ijw\/\S+\/(jw\d{3})\/schema/.exec(text)?.[1] ?? '';
  const of = (...soorten: readonly string[]): string[] =>
    berichten.filter((text) => soorten.includes(soort(text)));
  const geweigerd = new Set<string>();
  const regelGeweigerd = new Set<string>();
  for (const text of of('jw325', 'jw304')) readAntwoord(text, geweigerd, regelGeweigerd);
  return {
    regels: of('jw323', 'jw303').flatMap(readDeclaratie),
    geweigerd,
    regelGeweigerd,
    starts: of('jw305').flatMap((text) => readMeldingen(text, 'StartProduct')),
    stops: of('jw307').flatMap((text) => readMeldingen(text, 'StopProduct')),
  };
}

/** The messages in a delivered file: itself, unzipped, or its entries. */
export function unpack(bytes: Buffer): Buffer[] {
  if (bytes.readUInt16BE(0) === 0x1f8b) return [gunzipSync(bytes)];
  if (bytes.readUInt32LE(0) !== 0x04034b50) return [bytes];
  const entries: Buffer[] = [];
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const local = bytes.readUInt32LE(at + 42);
    const data = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(data, data + size);
    entries.push(method === 0 ? packed : inflateRawSync(packed));
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function first(text: string, tag: string): string {
  return new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(text)?.[1] ?? '';
}

function blocks(text: string, tag: string): string[] {
  return [...text.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map((match) => match[1] ?? '');
}

function codes(text: string): string[] {
  return [...text.matchAll(/<RetourCode>(\d+)</g)].map((match) => match[1] ?? '');
}

/** Provider and number together name a declaratie; so do the answers. */
function declaratieKey(text: string): string {
  const factuur = first(text, 'DeclarantFactuurNummer');
  return factuur === ''
    ? `${first(text, 'Afzender')} ${first(text, 'Identificatie')}`
    : `${first(text, 'Aanbieder')} ${factuur}`;
}

function readDeclaratie(text: string): Regel[] {
  const oud = first(text, 'DeclarantFactuurNummer') !== '';
  const bericht = declaratieKey(text);
  return blocks(text, 'Client').flatMap((client) =>
    blocks(client, 'Prestatie').map((prestatie) => {
      const bedrag = blocks(prestatie, oud ? 'DeclaratieFactuurBedrag' : 'IngediendBedrag')[0] ?? '';
      const vorige = first(prestatie, 'VorigReferentieNummer');
      return {
        bericht,
        aanbieder: first(text, oud ? 'Aanbieder' : 'Afzender'),
        gemeente: `GM${first(text, oud ? 'Gemeente' : 'Ontvanger')}`,
        bsn: first(client, 'Bsn'),
        referentie: first(prestatie, 'ReferentieNummer'),
        vorige: vorige === '' ? undefined : vorige,
        categorie: first(prestatie, 'ProductCategorie'),
        code: first(prestatie, 'ProductCode'),
        begin: first(blocks(prestatie, 'ProductPeriode')[0] ?? '', 'Begindatum'),
        eind: first(blocks(prestatie, 'ProductPeriode')[0] ?? '', 'Einddatum'),
        cents: Number(first(bedrag, 'Bedrag')),
        debet: first(bedrag, 'DebetCredit') === 'D',
      };
    }),
  );
}

function readAntwoord(text: string, geweigerd: Set<string>, regelGeweigerd: Set<string>): void {
  const oud = first(text, 'DeclarantFactuurNummer') !== '';
  const vraag = blocks(text, 'DeclaratieIdentificatie')[0] ?? '';
  const bericht = oud ? declaratieKey(text) : `${first(text, 'Ontvanger')} ${first(vraag, 'Identificatie')}`;
  const clienten = blocks(text, 'Clienten')[0] ?? '';
  if (codes(text.replace(clienten, '')).some((code) => !AKKOORD.has(code))) geweigerd.add(bericht);
  for (const client of blocks(clienten, 'Client')) {
    const own = codes(client.replace(blocks(client, 'Prestaties')[0] ?? '', ''));
    for (const prestatie of blocks(client, 'Prestatie')) {
      const toegekend = oud ? Number(first(blocks(prestatie, 'ToegekendBedrag')[0] ?? '', 'Bedrag')) : 0;
      const refused = [...own, ...codes(prestatie)].some((code) => code !== '0200') && toegekend === 0;
      if (refused) regelGeweigerd.add(`${bericht} ${first(prestatie, 'ReferentieNummer')}`);
    }
  }
}

function readMeldingen(text: string, tag: 'StartProduct' | 'StopProduct'): Melding[] {
  return blocks(text, 'Client').flatMap((client) =>
    blocks(client, tag).map((product) => ({
      gemeente: `GM${first(text, 'Ontvanger')}`,
      aanbieder: first(text, 'Afzender'),
      bsn: first(client, 'Bsn'),
      toewijzing: first(product, 'ToewijzingNummer'),
      categorie: first(product, 'Categorie'),
      code: first(product, 'Code'),
      begin: first(product, 'Begindatum'),
      eind: first(product, 'Einddatum'),
      reden: first(product, 'RedenBeeindiging'),
      verwijdert: first(product, 'StatusAanlevering') === '3',
      dagtekening: first(text, 'Dagtekening'),
    })),
  );
}

/** Type jeugdhulp by the most specific row of `producten.csv`. */
export function typeByHand(
  productenCsv: string,
): (categorie: string, code: string, aanbieder: string, day: string) => string {
  const rows = productenCsv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  return (categorie, code, aanbieder, day) => {
    const fits = rows.filter(
      ([c = '', p = '', a = '', , , van = '', tot = '']) =>
        c === categorie &&
        (p === '' || p === code) &&
        (a === '' || a === aanbieder) &&
        (van === '' || van <= day) &&
        (tot === '' || tot >= day),
    );
    const weight = ([, p = '', a = '']: string[]): number => (p === '' ? 0 : 2) + (a === '' ? 0 : 1);
    return fits.toSorted((x, y) => weight(y) - weight(x))[0]?.[3] ?? 'onbekend';
  };
}

/** A traject as the words of the specification make it. Days are `YYYY-MM-DD`. */
export interface Traject {
  readonly bsn: string;
  readonly begin: string;
  readonly eind: string | undefined;
  readonly reden: string;
  readonly type: string;
}

const MS_PER_DAY = 86_400_000;

export function addDaysByHand(day: string, days: number): string {
  return new Date(Date.parse(day) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Starts or stops that were not deleted: of equal ones, as many deletions as deliveries leave nothing. */
export function existing(meldingen: readonly Melding[]): readonly Melding[] {
  const groups = new Map<string, { keep: Melding; aan: number; af: number }>();
  for (const melding of meldingen) {
    const { gemeente, aanbieder, bsn, toewijzing, categorie, code, begin, eind, reden } = melding;
    const key = [gemeente, aanbieder, bsn, toewijzing, categorie, code, begin, eind, reden].join(' ');
    const group = groups.get(key) ?? { keep: melding, aan: 0, af: 0 };
    if (melding.verwijdert) group.af += 1;
    else group.aan += 1;
    groups.set(key, group);
  }
  return [...groups.values()].filter(({ aan, af }) => aan > af).map(({ keep }) => keep);
}

/** Trajecten of some gemeenten as if nothing else existed, with at most one day between periods of care. Assumes that no end is derived. */
export function trajectenByHand(
  work: Handwerk,
  gemeenten: readonly string[],
  typeOf: (categorie: string, code: string, aanbieder: string, day: string) => string,
): readonly Traject[] {
  const own = (melding: Melding): boolean => gemeenten.includes(melding.gemeente);
  const events = new Map<string, { dag: string; stop: number; reden: string; melding: Melding }[]>();
  const add = (melding: Melding, dag: string, stop: number): void => {
    const key = [
      melding.gemeente,
      melding.aanbieder,
      melding.bsn,
      melding.toewijzing,
      melding.categorie,
      melding.code,
    ].join(' ');
    const list = events.get(key) ?? [];
    list.push({ dag, stop, reden: melding.reden, melding });
    events.set(key, list);
  };
  for (const start of existing(work.starts).filter(own)) add(start, start.begin, 0);
  for (const stop of existing(work.stops).filter(own)) if (stop.reden !== '20') add(stop, stop.eind, 1);
  const periods: {
    key: string;
    bsn: string;
    type: string;
    begin: string;
    eind: string | undefined;
    reden: string;
  }[] = [];
  for (const list of events.values()) {
    let open: { dag: string; melding: Melding } | undefined;
    for (const event of list.toSorted((a, b) =>
      a.dag + a.stop + a.reden < b.dag + b.stop + b.reden ? -1 : 1,
    )) {
      if (event.stop === 0) open ??= event;
      else if (open !== undefined) {
        periods.push(periodOf(open, event.dag, event.reden));
        open = undefined;
      }
    }
    if (open !== undefined) periods.push(periodOf(open, undefined, ''));
  }
  function periodOf(open: { dag: string; melding: Melding }, eind: string | undefined, reden: string) {
    const { bsn, aanbieder, categorie, code } = open.melding;
    const type = typeOf(categorie, code, aanbieder, open.dag);
    return { key: [bsn, aanbieder, type].join(' '), bsn, type, begin: open.dag, eind, reden };
  }
  const trajecten: (Traject & { key: string })[] = [];
  for (const period of periods.toSorted((a, b) => (a.key + a.begin < b.key + b.begin ? -1 : 1))) {
    const last = trajecten.at(-1);
    if (
      last === undefined ||
      last.key !== period.key ||
      (last.eind !== undefined && period.begin > addDaysByHand(last.eind, 2))
    ) {
      trajecten.push(period);
    } else if (
      last.eind !== undefined &&
      (period.eind === undefined ||
        period.eind > last.eind ||
        (period.eind === last.eind && period.reden < last.reden))
    ) {
      trajecten[trajecten.length - 1] = { ...last, eind: period.eind, reden: period.reden };
    }
  }
  return trajecten;
}
