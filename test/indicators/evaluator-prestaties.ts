// SPDX-License-Identifier: EUPL-1.2
import {
  type BerichtKop,
  type IjwRij,
  type PlainDate,
  type PrestatieRij,
  type ProductRegel,
  revealBsn,
} from '../../src/contract/index.ts';

/** A message as it was delivered. The same one can be in the list more than once, in any place. */
export interface Geleverd {
  readonly kop: BerichtKop;
  readonly rijen: readonly IjwRij[];
  readonly sha256: string;
}

/** A debit line that counts. */
export interface Staand {
  readonly client: string;
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly categorie: string;
  readonly type: string;
  readonly verwijzer: string;
  /** No request told the verwijzer. */
  readonly afgeleid: boolean;
  readonly code: string;
  readonly eenheid: string;
  readonly volume: number;
  readonly begin: PlainDate;
  readonly eind: PlainDate;
  readonly cents: number;
}

/** iJw 3.2 a.4: codes that refuse nothing. */
const REFUSES_NOTHING = ['0200', '0233', '8001'];

/** The messages that count: of each identification the one with the earliest day, then the smallest hash. */
export function countedMessages(delivered: readonly Geleverd[]): readonly Geleverd[] {
  const counted = new Map<string, Geleverd>();
  for (const message of delivered) {
    const id = [message.kop.soort, message.kop.afzender, message.kop.identificatie].join('|');
    const other = counted.get(id);
    if (other === undefined || comesBefore(message, other)) counted.set(id, message);
  }
  return [...counted.values()];
}

/** The standing prestaties, found line by line in the way a person would with the papers on a table. */
export function standingPrestaties(
  delivered: readonly Geleverd[],
  producten: readonly ProductRegel[],
): readonly Staand[] {
  const messages = countedMessages(delivered);
  const lines = messages
    .filter(({ kop }) => kop.soort === 'JW323' || kop.soort === 'JW303')
    .flatMap((message) => acceptedLines(message, answerTo(message, messages)));
  return lines
    .filter(({ line }) => line.debetCredit === 'D')
    .filter(({ line, kop }) => !lines.some((other) => credits(other, kop.aanbieder, line.referentieNummer)))
    .map(({ line, kop, cents }) => ({
      client: revealBsn(line.client.bsn),
      gemeente: kop.gemeente,
      aanbieder: kop.aanbieder,
      categorie: line.categorie,
      type: typeOf(line, kop, producten),
      verwijzer: verwijzerOf(line.toewijzingNummer, kop, messages) ?? '01',
      afgeleid: verwijzerOf(line.toewijzingNummer, kop, messages) === undefined,
      code: line.code,
      eenheid: line.eenheid,
      volume: line.volume,
      begin: line.begindatum,
      eind: line.einddatum,
      cents,
    }));
}

interface Line {
  readonly line: PrestatieRij;
  readonly kop: BerichtKop;
  readonly cents: number;
}

function credits(other: Line, aanbieder: string, referentieNummer: string): boolean {
  return (
    other.line.debetCredit === 'C' &&
    other.kop.aanbieder === aanbieder &&
    other.line.vorigReferentieNummer === referentieNummer
  );
}

function acceptedLines(message: Geleverd, answer: Geleverd | undefined): readonly Line[] {
  const lines: Line[] = [];
  if (answer !== undefined && refusesAll(answer)) return lines;
  for (const line of message.rijen) {
    if (line.rij !== 'prestatie') continue;
    const judged = answer?.rijen.find(
      (rij) => rij.rij === 'prestatie-antwoord' && rij.referentieNummer === line.referentieNummer,
    );
    if (judged?.rij !== 'prestatie-antwoord') {
      lines.push({ line, kop: message.kop, cents: line.bedragCents });
      continue;
    }
    const granted = judged.toegekendCents ?? 0;
    const refused = [...judged.retourCodes, ...judged.clientRetourCodes].some((code) => code !== '0200');
    if (refused && granted === 0) continue;
    lines.push({ line, kop: message.kop, cents: judged.toegekendCents ?? line.bedragCents });
  }
  return lines;
}

function answerTo(message: Geleverd, messages: readonly Geleverd[]): Geleverd | undefined {
  const answers = messages.filter(({ kop }) =>
    message.kop.soort === 'JW323'
      ? kop.soort === 'JW325' &&
        kop.aanbieder === message.kop.aanbieder &&
        kop.declaratieIdentificatie === message.kop.identificatie
      : kop.soort === 'JW304' &&
        kop.aanbieder === message.kop.aanbieder &&
        kop.identificatie === message.kop.identificatie,
  );
  return answers.reduce<Geleverd | undefined>(
    (first, answer) => (first === undefined || comesBefore(answer, first) ? answer : first),
    undefined,
  );
}

function refusesAll(answer: Geleverd): boolean {
  const codes = [
    ...(answer.kop.retourCodes ?? []),
    ...answer.rijen.flatMap((rij) => (rij.rij === 'declaratie-antwoord' ? rij.retourCodes : [])),
  ];
  return codes.some((code) => !REFUSES_NOTHING.includes(code));
}

export function comesBefore(a: Geleverd, b: Geleverd): boolean {
  const dayOfA = a.kop.dagtekeningRetour ?? a.kop.dagtekening;
  const dayOfB = b.kop.dagtekeningRetour ?? b.kop.dagtekening;
  return dayOfA === dayOfB ? a.sha256 < b.sha256 : dayOfA < dayOfB;
}

/** Type jeugdhulp of a product: the most specific row of the product table that is valid on the day; the first of equals. */
export function productType(
  categorie: string | undefined,
  code: string | undefined,
  aanbieder: string,
  day: PlainDate,
  producten: readonly ProductRegel[],
): { readonly type: string; readonly vorm?: string } {
  let best: { readonly weight: number; readonly type: string; readonly vorm?: string } = {
    weight: -1,
    type: 'onbekend',
  };
  for (const row of producten) {
    if (row.categorie !== categorie) continue;
    if (row.code !== undefined && row.code !== code) continue;
    if (row.aanbieder !== undefined && row.aanbieder !== aanbieder) continue;
    if (row.van !== undefined && day < row.van) continue;
    if (row.tot !== undefined && day > row.tot) continue;
    const weight = (row.code === undefined ? 0 : 2) + (row.aanbieder === undefined ? 0 : 1);
    if (weight <= best.weight) continue;
    best = {
      weight,
      type: row.type,
      ...(row.verblijfsvorm === undefined ? {} : { vorm: row.verblijfsvorm }),
    };
  }
  return best;
}

function typeOf(line: PrestatieRij, kop: BerichtKop, producten: readonly ProductRegel[]): string {
  return productType(line.categorie, line.code, kop.aanbieder, line.begindatum, producten).type;
}

/** Verwijzer of a toewijzing: the first reference that its JW301s show leads to the first JW315 with that reference. */
export function verwijzerOf(
  toewijzingNummer: number | undefined,
  kop: BerichtKop,
  messages: readonly Geleverd[],
): string | undefined {
  const toewijzingen = messages
    .filter((message) => message.kop.soort === 'JW301' && message.kop.gemeente === kop.gemeente)
    .flatMap((message) =>
      message.rijen.flatMap((rij) =>
        rij.rij === 'toewijzing' && rij.toewijzingNummer === toewijzingNummer && rij.referentieAanbieder
          ? [{ message, rij, reference: rij.referentieAanbieder }]
          : [],
      ),
    )
    .sort(
      (a, b) =>
        a.rij.toewijzingsdatum - b.rij.toewijzingsdatum ||
        a.rij.toewijzingstijd - b.rij.toewijzingstijd ||
        (comesBefore(a.message, b.message) ? -1 : 1),
    );
  const [first] = toewijzingen;
  if (first === undefined) return undefined;
  const requests = messages
    .filter(
      (message) => message.kop.soort === 'JW315' && message.kop.aanbieder === first.message.kop.aanbieder,
    )
    .sort((a, b) => (comesBefore(a, b) ? -1 : 1))
    .flatMap((message) => message.rijen)
    .flatMap((rij) => (rij.rij === 'verzoek' && rij.referentieAanbieder === first.reference ? [rij] : []));
  return requests.find((rij) => rij.verwijzerType !== undefined)?.verwijzerType;
}
