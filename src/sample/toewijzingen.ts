// SPDX-License-Identifier: EUPL-1.2

import type { PlainDate } from '../contract/index.ts';
import { addDays, TYPEN_JEUGDHULP } from '../contract/index.ts';
import type { Month } from './calendar.ts';
import { addMonths, day, earliest, firstDay, lastDay, latest, monthOfDay, workingDay } from './calendar.ts';
import type { TypeParameters } from './parameters.ts';
import { LIFE, TRAFFIC, TYPES } from './parameters.ts';
import type { Prestatie } from './prestatie.ts';
import type { Product } from './products.ts';
import type { Random } from './random.ts';
import { randomStream } from './random.ts';
import { OLDEST_TRAFFIC } from './release.ts';
import type { Traject } from './trajecten.ts';

/** One state of a toewijzing, as one JW301 brings it. */
export interface Versie {
  /** Toewijzingsdatum: the day of the decision. */
  readonly besluit: PlainDate;
  readonly tijd: string;
  readonly eind: PlainDate;
  /** RedenWijziging (JZ002); empty in the first version. */
  readonly reden: string;
  readonly dagtekening: PlainDate;
}

/** One period of care under a toewijzing: a start, and a stop when it ended. */
export interface Levering {
  readonly begin: PlainDate;
  readonly eind: PlainDate | undefined;
  /** JZ588. */
  readonly reden: string;
}

/** The request that led to a toewijzing (JW315). */
export interface Verzoek {
  readonly dagtekening: PlainDate;
  readonly verwijzer: string;
}

export interface Toewijzing {
  readonly nummer: number;
  readonly traject: Traject;
  readonly product: Product;
  readonly ingang: PlainDate;
  /** Oldest first; the last one holds. */
  readonly versies: readonly Versie[];
  readonly leveringen: readonly Levering[];
  readonly verzoek: Verzoek | undefined;
  /** Assigned by categorie only. */
  readonly aspecific: boolean;
  /** 4 = per month, 6 = in total. */
  readonly frequentie: '4' | '6';
  /** Fits everything that is declared on it. In units, eurocent for euro. */
  volume: number;
}

/** A prestatie with the toewijzing that it is declared on. */
export interface ToegewezenPrestatie {
  readonly prestatie: Prestatie;
  readonly toewijzing: Toewijzing;
}

const PARAMETERS: readonly TypeParameters[] = TYPEN_JEUGDHULP.map((type) => TYPES[type]);

/** How much more than declared a toewijzing allows. */
const ROOM = 1.35;

/**
 * Toewijzingen of one gemeente, numbered from `firstNumber`, and each prestatie with its own.
 * Links of a chain meet at the end of a month, so that a month has one toewijzing per traject.
 */
export function buildToewijzingen(
  trajecten: readonly Traject[],
  prestaties: readonly Prestatie[],
  firstNumber: number,
  seed: number,
): { toewijzingen: Toewijzing[]; toegewezen: ToegewezenPrestatie[] } {
  const toewijzingen: Toewijzing[] = [];
  const perTraject = new Map<Traject, Toewijzing[]>();
  for (const [index, traject] of trajecten.entries()) {
    const free = freeFrom(trajecten, index, perTraject);
    const chain = chainOf(
      traject,
      blocksNext(trajecten, index),
      free,
      firstNumber + toewijzingen.length,
      seed,
    );
    perTraject.set(traject, chain);
    for (const toewijzing of chain) toewijzingen.push(toewijzing);
  }
  const toegewezen = prestaties.map((prestatie) => {
    const toewijzing = perTraject.get(prestatie.traject)?.find((link) => coversMonth(link, prestatie.maand));
    if (!toewijzing) throw new RangeError(`no toewijzing in month ${prestatie.maand}`);
    const whole = Math.ceil((prestatie.volume * ROOM) / 60) * 60;
    toewijzing.volume =
      toewijzing.frequentie === '6' ? toewijzing.volume + whole : Math.max(toewijzing.volume, whole);
    return { prestatie, toewijzing };
  });
  return { toewijzingen, toegewezen };
}

export function eindOf(toewijzing: Toewijzing): PlainDate {
  return toewijzing.versies.at(-1)?.eind ?? toewijzing.ingang;
}

function coversMonth(toewijzing: Toewijzing, maand: Month): boolean {
  return toewijzing.ingang <= lastDay(maand) && eindOf(toewijzing) >= firstDay(maand);
}

/** Same child, provider and categorie for one gemeente: periods may not overlap (OP259, TR302). */
function sameProduct(one: Traject, other: Traject): boolean {
  return (
    one.child === other.child &&
    one.gemeente === other.gemeente &&
    one.aanbieder === other.aanbieder &&
    one.type === other.type &&
    one.product.categorie === other.product.categorie
  );
}

function blocksNext(trajecten: readonly Traject[], index: number): boolean {
  const traject = trajecten[index];
  for (let next = index + 1; traject && trajecten[next]?.child === traject.child; next += 1) {
    const other = trajecten[next];
    if (other && sameProduct(traject, other)) return true;
  }
  return false;
}

/** First day on which a toewijzing may begin and be decided, after an earlier one for the same product. */
function freeFrom(
  trajecten: readonly Traject[],
  index: number,
  perTraject: ReadonlyMap<Traject, readonly Toewijzing[]>,
): { ingang: PlainDate; besluit: PlainDate } | undefined {
  const traject = trajecten[index];
  for (let before = index - 1; traject && trajecten[before]?.child === traject.child; before -= 1) {
    const other = trajecten[before];
    const last = other && sameProduct(traject, other) ? perTraject.get(other)?.at(-1) : undefined;
    const versie = last?.versies.at(-1);
    if (versie) return { ingang: addDays(versie.eind, 1), besluit: addDays(versie.dagtekening, 1) };
  }
  return undefined;
}

function chainOf(
  traject: Traject,
  blocksNext: boolean,
  free: { ingang: PlainDate; besluit: PlainDate } | undefined,
  firstNumber: number,
  seed: number,
): Toewijzing[] {
  const parameters = PARAMETERS[traject.type];
  if (!parameters) return [];
  const random = randomStream(seed, 'toewijzing', traject.child.id, traject.type, traject.begin);
  const wait =
    traject.follows || parameters.waitDays === 0 ? 0 : Math.round(random.lognormal(parameters.waitDays, 0.7));
  const ingang = latest(
    addDays(traject.begin, -Math.min(wait, LIFE.longestWaitDays)),
    free?.ingang ?? traject.child.born,
    traject.child.born,
  );
  const retroactive = parameters.waitDays < 7 && !traject.follows;
  const decided = retroactive
    ? addDays(ingang, random.integer(1, 9))
    : addDays(ingang, -random.integer(0, 14));
  const first = latest(decided, free?.besluit ?? decided, traject.child.born);
  const verwijzer = traject.follows ? '01' : drawVerwijzer(parameters, random);
  const verzoek =
    verwijzer !== '01' && random.chance(TRAFFIC.verzoeken)
      ? {
          dagtekening: workingDay(latest(addDays(first, -random.integer(2, 9)), traject.child.born)),
          verwijzer,
        }
      : undefined;
  const links = linksOf(traject, parameters, ingang, first, blocksNext, random);
  const aspecific = random.chance(parameters.aspecific);
  const kept = links.filter((link) => (link.versies.at(-1)?.eind ?? 0) >= OLDEST_TRAFFIC);
  return kept.map((link, index) => ({
    nummer: firstNumber + index,
    traject,
    product: link === links[0] ? traject.product : (traject.opvolger ?? traject.product),
    ingang: link.ingang,
    versies: link.versies,
    leveringen: leveringenOf(traject, kept, index),
    verzoek: link === links[0] && verzoek && verzoek.dagtekening >= OLDEST_TRAFFIC ? verzoek : undefined,
    aspecific,
    frequentie: parameters.declareEveryMonths[0] > 1 ? '6' : '4',
    volume: 0,
  }));
}

interface Link {
  readonly ingang: PlainDate;
  readonly versies: Versie[];
}

function linksOf(
  traject: Traject,
  parameters: TypeParameters,
  ingang: PlainDate,
  besluit: PlainDate,
  blocksNext: boolean,
  random: Random,
): Link[] {
  const { until } = traject;
  const planned = (from: PlainDate): PlainDate =>
    lastDay(monthOfDay(addMonths(from, parameters.toewijzingMonths - 1)));
  const versie = (decided: PlainDate, eind: PlainDate, reden: string): Versie => ({
    besluit: decided,
    tijd: clock(random),
    eind,
    reden,
    dagtekening: latest(workingDay(addDays(decided, random.integer(0, 3))), OLDEST_TRAFFIC),
  });
  const links: Link[] = [
    { ingang, versies: [versie(besluit, planned(latest(ingang, addDays(traject.begin, -60))), '')] },
  ];
  for (;;) {
    const link = links.at(-1);
    const last = link?.versies.at(-1);
    if (!link || !last || last.eind >= until) break;
    const decided = latest(addDays(last.eind, -random.integer(10, 35)), addDays(last.dagtekening, 1));
    const next = addDays(last.eind, 1);
    if (random.chance(TRAFFIC.newNumber))
      links.push({ ingang: next, versies: [versie(decided, planned(next), '')] });
    else link.versies.push(versie(decided, planned(next), '04'));
  }
  const last = links.at(-1);
  const final = last?.versies.at(-1);
  if (last && final && traject.end !== undefined && final.eind > traject.end) {
    const reden = shorteningReason(traject.reden);
    if (blocksNext || reden !== '05' || random.chance(TRAFFIC.shortened)) {
      const decided = latest(addDays(traject.end, random.integer(1, 6)), addDays(final.dagtekening, 1));
      last.versies.push(versie(decided, traject.end, reden));
    }
  }
  return links;
}

/** RedenWijziging that goes with a reason of ending, where there is a twin. Source: iJw 3.2 reference, section e.3. */
function shorteningReason(reden: string): string {
  if (reden === '36') return '10';
  if (reden === '38') return '09';
  return reden === '35' ? '07' : '05';
}

function leveringenOf(traject: Traject, links: readonly Link[], index: number): Levering[] {
  const link = links[index];
  if (!link) return [];
  const eind = link.versies.at(-1)?.eind ?? link.ingang;
  const isLast = index === links.length - 1;
  const begin = latest(index === 0 ? traject.begin : link.ingang, link.ingang);
  const end = isLast ? traject.end : eind;
  const reden = isLast ? traject.reden : eind < day(2021, 1, 1) ? '31' : '37';
  const pause = traject.pause;
  if (pause && pause[0] > addDays(begin, 14) && pause[1] < earliest(end ?? traject.until, eind)) {
    return [
      { begin, eind: addDays(pause[0], -1), reden: '20' },
      { begin: addDays(pause[1], 1), eind: end, reden },
    ];
  }
  return [{ begin, eind: end, reden }];
}

function drawVerwijzer(parameters: TypeParameters, random: Random): string {
  const codes = Object.keys(parameters.verwijzers).sort();
  return codes[random.weighted(codes.map((code) => parameters.verwijzers[code] ?? 0))] ?? '01';
}

function clock(random: Random): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(random.integer(8, 16))}:${two(random.integer(0, 59))}:${two(random.integer(0, 59))}`;
}
