// SPDX-License-Identifier: EUPL-1.2

import type { IjwRelease, PlainDate } from '../contract/index.ts';
import { addDays } from '../contract/index.ts';
import type { BerichtInhoud } from '../ijw/index.ts';
import { isoDay, latest, workingDay } from './calendar.ts';
import { TRAFFIC } from './parameters.ts';
import { randomStream } from './random.ts';
import { kop, OLDEST_TRAFFIC, releaseOn } from './release.ts';
import type { Gemeentepost } from './toewijzing-berichten.ts';
import { product } from './toewijzing-berichten.ts';
import type { Levering, Toewijzing } from './toewijzingen.ts';
import type { Uitgaand } from './uitgaand.ts';

/** JW305 and JW307 of one gemeente: one message per start or stop, some starts deleted and sent again. */
export function* leveringBerichten(
  post: Gemeentepost,
  toewijzingen: readonly Toewijzing[],
): Generator<Uitgaand> {
  for (const toewijzing of toewijzingen) {
    const { traject } = toewijzing;
    const random = randomStream(post.seed, 'levering', traject.child.id, traject.type, toewijzing.ingang);
    const assigned = toewijzing.versies[0]?.dagtekening ?? OLDEST_TRAFFIC;
    let earlier = assigned;
    for (const levering of toewijzing.leveringen) {
      const known = latest(levering.begin, earlier);
      const sent = latest(workingDay(addDays(known, random.integer(0, 6))), OLDEST_TRAFFIC);
      if (levering.begin > post.lastDay || sent > post.lastDay) continue;
      const wrong = addDays(levering.begin, -random.integer(1, 5));
      if (random.chance(TRAFFIC.startCorrected) && wrong > toewijzing.ingang) {
        const corrected = workingDay(addDays(sent, random.integer(3, 20)));
        if (corrected <= post.lastDay && (levering.eind === undefined || corrected <= levering.eind)) {
          yield startBericht(post, toewijzing, wrong, '1', sent);
          yield startBericht(post, toewijzing, wrong, '3', corrected);
          yield startBericht(post, toewijzing, levering.begin, '1', corrected);
        } else yield startBericht(post, toewijzing, levering.begin, '1', sent);
      } else yield startBericht(post, toewijzing, levering.begin, '1', sent);
      if (levering.eind === undefined) continue;
      const stopped = latest(workingDay(addDays(levering.eind, random.integer(1, 7))), sent);
      earlier = addDays(stopped, 1);
      if (levering.eind <= post.lastDay && stopped <= post.lastDay)
        yield stopBericht(post, toewijzing, levering, levering.eind, stopped);
    }
  }
}

function startBericht(
  post: Gemeentepost,
  toewijzing: Toewijzing,
  begin: PlainDate,
  status: '1' | '3',
  dagtekening: PlainDate,
): Uitgaand {
  return bericht('JW305', post, toewijzing, dagtekening, (release) => ({
    ...regelKop(toewijzing, release),
    Begindatum: isoDay(begin),
    StatusAanlevering: status,
  }));
}

function stopBericht(
  post: Gemeentepost,
  toewijzing: Toewijzing,
  levering: Levering,
  eind: PlainDate,
  dagtekening: PlainDate,
): Uitgaand {
  return bericht('JW307', post, toewijzing, dagtekening, (release) => ({
    ...regelKop(toewijzing, release),
    Begindatum: isoDay(levering.begin),
    RedenBeeindiging: levering.reden,
    Einddatum: isoDay(eind),
    StatusAanlevering: '1',
  }));
}

function regelKop(toewijzing: Toewijzing, release: IjwRelease): BerichtInhoud {
  return {
    BeschikkingNummer: release === '2.3' || release === '2.4' ? toewijzing.nummer : undefined,
    ToewijzingNummer: toewijzing.nummer,
    Product: product(toewijzing),
    ToewijzingIngangsdatum: isoDay(toewijzing.ingang),
  };
}

function bericht(
  soort: 'JW305' | 'JW307',
  post: Gemeentepost,
  toewijzing: Toewijzing,
  dagtekening: PlainDate,
  regel: (release: IjwRelease) => BerichtInhoud,
): Uitgaand {
  const release = releaseOn(dagtekening);
  const { child, aanbieder } = toewijzing.traject;
  const identificatie = post.nummering.next(soort, aanbieder.agb);
  const old = release === '2.3' || release === '2.4';
  return {
    soort,
    release,
    dagtekening,
    afzender: aanbieder.agb,
    identificatie,
    regels: 0,
    inhoud: () => ({
      Header: kop(soort, release, aanbieder.agb, post.code, identificatie, dagtekening),
      Client: {
        ...post.clienten.verkort(child),
        StatusAanlevering: old ? '1' : undefined,
        ...(soort === 'JW305'
          ? { StartProducten: { StartProduct: regel(release) } }
          : { StopProducten: { StopProduct: regel(release) } }),
      },
    }),
  };
}
