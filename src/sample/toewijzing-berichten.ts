// SPDX-License-Identifier: EUPL-1.2

import type { IjwRelease, PlainDate } from '../contract/index.ts';
import { addDays } from '../contract/index.ts';
import type { BerichtInhoud } from '../ijw/index.ts';
import { isoDay, latest } from './calendar.ts';
import type { Clienten } from './clienten.ts';
import { TRAFFIC } from './parameters.ts';
import { randomStream } from './random.ts';
import { kop, releaseOn } from './release.ts';
import type { Toewijzing, Versie } from './toewijzingen.ts';
import type { Nummering, Uitgaand } from './uitgaand.ts';

/** What every message of one gemeente needs to know. */
export interface Gemeentepost {
  /** Four digits. */
  readonly code: string;
  readonly naam: string;
  readonly clienten: Clienten;
  readonly nummering: Nummering;
  /** Nothing is sent after it. */
  readonly lastDay: PlainDate;
  readonly seed: number;
}

/** JW315: one per toewijzing that came from a legal referral. */
export function* verzoekBerichten(
  post: Gemeentepost,
  toewijzingen: readonly Toewijzing[],
): Generator<Uitgaand> {
  for (const toewijzing of toewijzingen) {
    const { verzoek, traject } = toewijzing;
    if (!verzoek) continue;
    const release = releaseOn(verzoek.dagtekening);
    const afzender = traject.aanbieder.agb;
    const identificatie = post.nummering.next('JW315', afzender);
    yield {
      soort: 'JW315',
      release,
      dagtekening: verzoek.dagtekening,
      afzender,
      identificatie,
      regels: 0,
      inhoud: () => ({
        Header: kop('JW315', release, afzender, post.code, identificatie, verzoek.dagtekening),
        Client: {
          ...post.clienten.verkort(traject.child),
          GezagsdragerBekend: '1',
          AangevraagdeProducten: {
            AangevraagdProduct: {
              ReferentieAanbieder: referentie(post, toewijzing),
              Product: product(toewijzing),
              ToewijzingIngangsdatum: isoDay(toewijzing.ingang),
              ToewijzingEinddatum: isoDay(toewijzing.versies[0]?.eind ?? toewijzing.ingang),
              Omvang: omvang(toewijzing),
              Verwijzer: verwijzer(verzoek.verwijzer, release, toewijzing, post.seed),
              Raamcontract: '1',
            },
          },
        },
      }),
    };
  }
}

interface Wijziging {
  readonly toewijzing: Toewijzing;
  readonly versie: Versie;
}

/** JW301: per child, provider and day one message with every toewijzing that is valid or has changed (OP087). */
export function* toewijzingBerichten(
  post: Gemeentepost,
  toewijzingen: readonly Toewijzing[],
): Generator<Uitgaand> {
  for (const eigen of perChildAndProvider(toewijzingen)) {
    const wijzigingen = eigen
      .flatMap((toewijzing) => toewijzing.versies.map((versie): Wijziging => ({ toewijzing, versie })))
      .filter(({ versie }) => versie.dagtekening <= post.lastDay)
      .sort(
        (a, b) => a.versie.dagtekening - b.versie.dagtekening || a.toewijzing.nummer - b.toewijzing.nummer,
      );
    let at = 0;
    let first = true;
    while (at < wijzigingen.length) {
      const dagtekening = wijzigingen[at]?.versie.dagtekening;
      if (dagtekening === undefined) break;
      const nu = new Map<Toewijzing, Versie>();
      for (; wijzigingen[at]?.versie.dagtekening === dagtekening; at += 1) {
        const wijziging = wijzigingen[at];
        if (wijziging) nu.set(wijziging.toewijzing, wijziging.versie);
      }
      yield toewijzingBericht(post, snapshot(eigen, nu, dagtekening), dagtekening, first);
      first = false;
    }
  }
}

interface Regel {
  readonly toewijzing: Toewijzing;
  readonly versie: Versie;
  readonly changed: boolean;
}

function snapshot(
  eigen: readonly Toewijzing[],
  nu: ReadonlyMap<Toewijzing, Versie>,
  dagtekening: PlainDate,
): Regel[] {
  return eigen.flatMap((toewijzing): Regel[] => {
    const changed = nu.get(toewijzing);
    if (changed) return [{ toewijzing, versie: changed, changed: true }];
    const versie = toewijzing.versies.findLast((candidate) => candidate.dagtekening < dagtekening);
    return versie && versie.eind >= dagtekening ? [{ toewijzing, versie, changed: false }] : [];
  });
}

function toewijzingBericht(
  post: Gemeentepost,
  regels: readonly Regel[],
  dagtekening: PlainDate,
  first: boolean,
): Uitgaand {
  const release = releaseOn(dagtekening);
  const identificatie = post.nummering.next('JW301', post.code);
  return {
    soort: 'JW301',
    release,
    dagtekening,
    afzender: post.code,
    identificatie,
    regels: 0,
    inhoud: () => {
      const [head] = regels;
      if (!head) return {};
      const { child, aanbieder } = head.toewijzing.traject;
      const producten = {
        ToegewezenProduct: regels.map((regel) => toegewezenProduct(post, regel, release)),
      };
      const withParent =
        first &&
        !regels.some(({ toewijzing }) => toewijzing.verzoek) &&
        namesParent(head.toewijzing, post.seed);
      const client = post.clienten.volledig(child, post.naam, withParent);
      return {
        Header: kop('JW301', release, post.code, aanbieder.agb, identificatie, dagtekening),
        Client: isOld(release)
          ? { ...client, Beschikking: beschikking(regels, producten) }
          : { ...client, ToegewezenProducten: producten },
      };
    },
  };
}

function namesParent(toewijzing: Toewijzing, seed: number): boolean {
  return randomStream(seed, 'ouder', toewijzing.traject.child.gezin).chance(TRAFFIC.namesParent);
}

function isOld(release: IjwRelease): boolean {
  return release === '2.3' || release === '2.4';
}

function beschikking(regels: readonly Regel[], producten: BerichtInhoud): BerichtInhoud {
  const changed = regels.filter((regel) => regel.changed);
  const [first] = changed;
  return {
    BeschikkingNummer: first?.toewijzing.nummer ?? 0,
    Afgiftedatum: isoDay(latest(...changed.map(({ versie }) => versie.besluit))),
    Ingangsdatum: isoDay(first?.toewijzing.ingang ?? addDays(0 as PlainDate, 0)),
    ToegewezenProducten: producten,
  };
}

function toegewezenProduct(post: Gemeentepost, regel: Regel, release: IjwRelease): BerichtInhoud {
  const { toewijzing, versie, changed } = regel;
  const granted = toewijzing.verzoek && versie === toewijzing.versies[0];
  return {
    ToewijzingNummer: toewijzing.nummer,
    ReferentieAanbieder: granted ? referentie(post, toewijzing) : undefined,
    Product: product(toewijzing),
    Toewijzingsdatum: isoDay(versie.besluit),
    Toewijzingstijd: versie.tijd,
    Ingangsdatum: isoDay(toewijzing.ingang),
    Einddatum: isoDay(versie.eind),
    RedenWijziging: changed && versie.reden !== '' ? versie.reden : undefined,
    Omvang: isOld(release) && toewijzing.aspecific ? undefined : omvang(toewijzing),
  };
}

export function product(toewijzing: Toewijzing): BerichtInhoud {
  const { categorie, code } = toewijzing.product;
  return toewijzing.aspecific ? { Categorie: categorie } : { Categorie: categorie, Code: code };
}

function omvang(toewijzing: Toewijzing): BerichtInhoud | undefined {
  if (toewijzing.aspecific) return undefined;
  return {
    Volume: Math.max(toewijzing.volume, 60),
    Eenheid: toewijzing.product.eenheid,
    Frequentie: toewijzing.frequentie,
  };
}

function referentie(post: Gemeentepost, toewijzing: Toewijzing): string {
  return `V${post.code}-${toewijzing.nummer}`;
}

function verwijzer(type: string, release: IjwRelease, toewijzing: Toewijzing, seed: number): BerichtInhoud {
  if (type < '02' || type > '05') return { Type: type };
  const random = randomStream(seed, 'verwijzer', toewijzing.traject.child.gezin, type);
  const number = random.integer(0, 399);
  return isOld(release) || random.chance(0.3)
    ? { Type: type, Naam: `Verwijzer ${number}` }
    : { Type: type, ZorgverlenerCode: String(99_800_000 + number) };
}

function perChildAndProvider(toewijzingen: readonly Toewijzing[]): Toewijzing[][] {
  const groups = new Map<string, Toewijzing[]>();
  for (const toewijzing of toewijzingen) {
    const key = `${toewijzing.traject.child.id}|${toewijzing.traject.aanbieder.agb}`;
    const group = groups.get(key);
    if (group) group.push(toewijzing);
    else groups.set(key, [toewijzing]);
  }
  return [...groups.values()];
}
