// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { PrestatieAntwoordRij, PrestatieRij } from '../../src/contract/index.ts';
import { type Bericht, sha256Van } from './voorbeeld.ts';

/** A standing line as the slow reference sees it. */
export type StaandeRegel = readonly [
  referentie: string,
  gemeente: string,
  aanbieder: string,
  cents: number,
  voorlopig: boolean,
  verwijzer: string,
];

const GOED = new Set(['0200', '0233', '8001']);

/**
 * Standing prestaties by the letter of the specification, with loops over messages in memory: shares nothing with the SQL, and sorts nothing but
 * its result.
 */
export function staandeRegels(berichten: readonly Bericht[]): readonly StaandeRegel[] {
  const geldig = eerste(berichten);
  const telt = geldig.filter((bericht) => !geldig.some((retour) => isNietAfgeleverd(bericht, retour)));
  const antwoordOp = (heen: Bericht): Bericht | undefined =>
    geldig
      .filter(({ kop }) =>
        heen.kop.soort === 'JW323'
          ? kop.soort === 'JW325' &&
            kop.aanbieder === heen.kop.aanbieder &&
            kop.declaratieIdentificatie === heen.kop.identificatie
          : kop.soort === 'JW304' &&
            kop.aanbieder === heen.kop.aanbieder &&
            kop.identificatie === heen.kop.identificatie,
      )
      .sort(opDag)[0];
  const regels: { rij: PrestatieRij; heen: Bericht; antwoord: Bericht | undefined; cents: number }[] = [];
  for (const heen of telt.filter(({ kop }) => ['JW323', 'JW303'].includes(kop.soort))) {
    const antwoord = antwoordOp(heen);
    if (antwoord && isGeweigerd(antwoord)) continue;
    for (const rij of heen.rijen) {
      if (rij.rij !== 'prestatie') continue;
      const oordeel = antwoord?.rijen.find(
        (terug): terug is PrestatieAntwoordRij =>
          terug.rij === 'prestatie-antwoord' && terug.referentieNummer === rij.referentieNummer,
      );
      const codes = [...(oordeel?.retourCodes ?? []), ...(oordeel?.clientRetourCodes ?? [])];
      if (codes.some((code) => code !== '0200')) continue;
      regels.push({ rij, heen, antwoord, cents: oordeel?.toegekendCents ?? rij.bedragCents });
    }
  }
  const credits = new Set(
    regels
      .filter(({ rij }) => rij.debetCredit === 'C')
      .map(({ rij, heen }) => `${heen.kop.aanbieder} ${rij.vorigReferentieNummer}`),
  );
  return regels
    .filter(({ rij }) => rij.debetCredit === 'D')
    .filter(({ rij, heen }) => !credits.has(`${heen.kop.aanbieder} ${rij.referentieNummer}`))
    .map(({ rij, heen, antwoord, cents }): StaandeRegel => {
      const { gemeente, aanbieder } = heen.kop;
      const verwijzer = verwijzerVan(telt, geldig, gemeente, rij.toewijzingNummer);
      return [rij.referentieNummer, gemeente, aanbieder, cents, antwoord === undefined, verwijzer];
    })
    .sort((a, b) => (a.join() < b.join() ? -1 : 1));
}

function eerste(berichten: readonly Bericht[]): Bericht[] {
  const perSleutel = new Map<string, Bericht>();
  for (const bericht of berichten) {
    const { soort, afzender, identificatie } = bericht.kop;
    const sleutel = `${soort} ${afzender} ${identificatie}`;
    const ander = perSleutel.get(sleutel);
    if (ander === undefined || opDag(bericht, ander) < 0) perSleutel.set(sleutel, bericht);
  }
  return [...perSleutel.values()];
}

function opDag(a: Bericht, b: Bericht): number {
  const dag = ({ kop }: Bericht): number => kop.dagtekeningRetour ?? kop.dagtekening;
  return dag(a) - dag(b) || (sha256Van(a) < sha256Van(b) ? -1 : 1);
}

function isGeweigerd(antwoord: Bericht): boolean {
  const codes = [
    ...(antwoord.kop.retourCodes ?? []),
    ...antwoord.rijen.flatMap((rij) => (rij.rij === 'declaratie-antwoord' ? rij.retourCodes : [])),
  ];
  return codes.some((code) => !GOED.has(code));
}

function isNietAfgeleverd(heen: Bericht, retour: Bericht): boolean {
  return (
    retour.kop.soort === 'JW302' &&
    heen.kop.soort === 'JW301' &&
    heen.kop.afzender === retour.kop.afzender &&
    heen.kop.identificatie === retour.kop.identificatie &&
    (retour.kop.retourCodes ?? []).some((code) => !GOED.has(code))
  );
}

function verwijzerVan(
  telt: readonly Bericht[],
  geldig: readonly Bericht[],
  gemeente: string,
  nummer: number | undefined,
): string {
  const versies = telt
    .filter(({ kop }) => kop.soort === 'JW301' && kop.gemeente === gemeente)
    .flatMap((bericht) =>
      bericht.rijen.flatMap((rij) => {
        if (
          rij.rij !== 'toewijzing' ||
          rij.toewijzingNummer !== nummer ||
          rij.referentieAanbieder === undefined
        )
          return [];
        return klasseGeweigerd(bericht, geldig) ? [] : [{ bericht, rij }];
      }),
    )
    .sort(
      (a, b) =>
        a.rij.toewijzingsdatum - b.rij.toewijzingsdatum ||
        a.rij.toewijzingstijd - b.rij.toewijzingstijd ||
        a.bericht.kop.dagtekening - b.bericht.kop.dagtekening ||
        (sha256Van(a.bericht) < sha256Van(b.bericht) ? -1 : 1),
    );
  const versie = versies[0];
  if (versie === undefined) return '01';
  const verzoeken = telt
    .filter(({ kop }) => kop.soort === 'JW315' && kop.aanbieder === versie.bericht.kop.aanbieder)
    .filter(({ rijen }) =>
      rijen.some(
        (rij) => rij.rij === 'verzoek' && rij.referentieAanbieder === versie.rij.referentieAanbieder,
      ),
    )
    .sort(opDag);
  const [rij] = verzoeken[0]?.rijen ?? [];
  return rij?.rij === 'verzoek' ? (rij.verwijzerType ?? '01') : '01';
}

function klasseGeweigerd(heen: Bericht, geldig: readonly Bericht[]): boolean {
  return geldig
    .filter(
      ({ kop }) =>
        kop.soort === 'JW302' &&
        kop.afzender === heen.kop.afzender &&
        kop.identificatie === heen.kop.identificatie,
    )
    .some(({ rijen }) =>
      rijen.some((rij) => rij.rij === 'retour' && rij.retourCodes.some((code) => !GOED.has(code))),
    );
}

/** A fingerprint of rows, in the order given. */
export function fingerprint(rows: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)))
    .digest('hex');
}
