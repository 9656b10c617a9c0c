// SPDX-License-Identifier: EUPL-1.2

import type { ProductRegel, Regio } from '../contract/index.ts';
import { OperatorError } from '../contract/index.ts';
import { Clienten } from './clienten.ts';
import { declaratieBerichten } from './declaratie-berichten.ts';
import { buildDeclaraties } from './declaraties.ts';
import { leveringBerichten } from './levering-berichten.ts';
import type { Uitkomst } from './outcome.ts';
import { uitkomstenOf } from './outcome.ts';
import type { Population } from './population.ts';
import { buildPopulation } from './population.ts';
import { buildPrestaties } from './prestaties.ts';
import { offersPerType } from './products.ts';
import type { Targets } from './targets.ts';
import { MOST_BSNS, testBsns } from './test-bsn.ts';
import type { Gemeentepost } from './toewijzing-berichten.ts';
import { toewijzingBerichten, verzoekBerichten } from './toewijzing-berichten.ts';
import type { ToegewezenPrestatie, Toewijzing } from './toewijzingen.ts';
import { buildToewijzingen } from './toewijzingen.ts';
import type { Traject } from './trajecten.ts';
import { buildTrajecten } from './trajecten.ts';
import type { Uitgaand } from './uitgaand.ts';
import { lastDayOfTraffic, Nummering } from './uitgaand.ts';

/** A whole fictional region, before messages. The same inputs give the same region in every thread. */
export interface FictieveRegio {
  readonly targets: Targets;
  readonly population: Population;
  readonly trajecten: readonly Traject[];
  readonly clienten: Clienten;
  readonly namen: readonly string[];
  readonly seed: number;
  readonly deel: number;
}

/** One of the parts that a region is made in (`splitTargets`). */
export interface Deel {
  /** From 0. */
  readonly nummer: number;
  readonly van: number;
}

const HEEL: Deel = { nummer: 0, van: 1 };
/** Numbers of toewijzingen that one part may use in a gemeente. */
const NUMMERS_PER_DEEL = 1_000_000;

/** Throws: `sample.too-large`, and those of `offersPerType`. */
export function buildRegion(
  targets: Targets,
  regio: Regio,
  producten: readonly ProductRegel[],
  wholeSeed: number,
  deel: Deel = HEEL,
): FictieveRegio {
  const seed = wholeSeed + 7919 * deel.nummer;
  const offers = offersPerType(producten, targets.years);
  const population = buildPopulation(targets, seed);
  const trajecten = buildTrajecten(population, targets, offers, seed);
  const most = Math.floor(MOST_BSNS / deel.van);
  if (population.children.length > most) {
    throw new OperatorError({
      code: 'sample.too-large',
      subject: `${population.children.length * deel.van} children`,
      remedy: `Take a smaller scale: there are only ${MOST_BSNS} numbers that belong to nobody.`,
    });
  }
  const clienten = new Clienten(testBsns(population.children.length, most * deel.nummer), seed);
  const namen = targets.gemeenten.map(
    (code) => regio.gemeenten.find((lid) => lid.code === code)?.naam ?? code,
  );
  return { targets, population, trajecten, clienten, namen, seed, deel: deel.nummer };
}

/** All messages of one gemeente, a batch per kind so that one kind at a time is in memory, and what they come to. */
export function buildVerkeer(
  region: FictieveRegio,
  gemeente: number,
): { batches: Iterable<Uitgaand[]>; uitkomsten: Uitkomst[] } {
  const { targets, seed } = region;
  const code = (targets.gemeenten[gemeente] ?? '').replace(/^GM/, '');
  const trajecten = region.trajecten.filter((traject) => traject.gemeente === gemeente);
  const prestaties = buildPrestaties(trajecten, gemeente, targets, seed);
  const { toewijzingen, toegewezen } = buildToewijzingen(
    trajecten,
    prestaties,
    100_001 + NUMMERS_PER_DEEL * region.deel,
    seed,
  );
  const post: Gemeentepost = {
    code,
    naam: region.namen[gemeente] ?? code,
    clienten: region.clienten,
    nummering: new Nummering(code, region.deel),
    lastDay: lastDayOfTraffic(targets),
    seed,
  };
  return {
    batches: batches(post, toewijzingen, toegewezen),
    uitkomsten: uitkomstenOf(prestaties, gemeente, targets),
  };
}

function* batches(
  post: Gemeentepost,
  toewijzingen: readonly Toewijzing[],
  toegewezen: readonly ToegewezenPrestatie[],
): Generator<Uitgaand[]> {
  yield [...verzoekBerichten(post, toewijzingen)];
  yield [...toewijzingBerichten(post, toewijzingen)];
  yield [...leveringBerichten(post, toewijzingen)];
  const declaraties: Uitgaand[] = [];
  for (const declaratie of buildDeclaraties(toegewezen, post.nummering, post.code, post.seed)) {
    for (const bericht of declaratieBerichten(post, declaratie))
      if (bericht.dagtekening <= post.lastDay) declaraties.push(bericht);
  }
  yield declaraties;
}
