// SPDX-License-Identifier: EUPL-1.2
import type { Bijdragen, Dimensie, FigureRow, PublishedTable, Unit } from '../contract/index.ts';
import { OperatorError } from '../contract/index.ts';
import type { Gebieden } from './gebieden.ts';
import type { Grootheid, Weergave } from './grootheid.ts';
import { grootheidOf, weergaveOf } from './grootheid.ts';

/** Where a number stands: the same quantity in two tables has one place. */
export interface Plaats {
  readonly grootheid: Grootheid;
  readonly periode: string;
  /** Canonical area. */
  readonly gebied: string;
  /** Sorted by dimension; without `gemeente`, which is an area. */
  readonly dimensies: readonly (readonly [Dimensie, string])[];
}

/** A number that a release shows or lets readers derive, with its exact value. */
export interface Getal extends Plaats {
  readonly value: number;
  readonly bijdragen?: Bijdragen;
  /** No row, although the area has rows for other values of the same split: nothing occurs there, and everybody sees it. */
  readonly afwezig?: boolean;
}

export type Getallen = ReadonlyMap<string, Getal>;

/** Names a place, and nothing else. */
export function plaatsKey(
  naam: string,
  periode: string,
  gebied: string,
  dimensies: Plaats['dimensies'],
): string {
  return [naam, periode, gebied, ...dimensies.map(([dimensie, value]) => `${dimensie}=${value}`)].join('|');
}

export function keyOf(plaats: Plaats): string {
  return plaatsKey(plaats.grootheid.naam, plaats.periode, plaats.gebied, plaats.dimensies);
}

/** Numbers that one row is made of, by role; each with the key of its place. */
export interface Samenstelling {
  readonly weergave: Weergave;
  readonly onderdelen: readonly Onderdeel[];
  /** Key of the persons behind the denominator of a share or average. */
  readonly personen?: string;
}

export interface Onderdeel {
  readonly rol: 'waarde' | 'teller' | 'noemer';
  readonly key: string;
  readonly plaats: Plaats;
  readonly value: number | null;
}

/** What a row shows, number by number. */
export function samenstellingOf(
  table: Pick<PublishedTable, 'indicator' | 'eenheid' | 'dimensies'>,
  row: FigureRow,
  gebieden: Gebieden,
  basisjaar: number,
): Samenstelling {
  const weergave = weergaveOf(table.indicator, row.variant, table.eenheid);
  const split = table.dimensies.map((dimensie, at) => [dimensie, row.dimensies[at] ?? ''] as const);
  const gemeente = split.find(([dimensie]) => dimensie === 'gemeente')?.[1];
  const gebied = gebieden.canonical(gemeente ?? row.gebied);
  const dimensies = split
    .filter(([dimensie]) => dimensie !== 'gemeente')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const at = (rol: Onderdeel['rol'], naam: string, periode: string, value: number | null): Onderdeel => {
    const plaats = {
      grootheid: grootheidOf(naam, eenheidOf(rol, table.eenheid)),
      periode,
      gebied,
      dimensies,
    };
    return { rol, key: keyOf(plaats), plaats, value };
  };
  if (weergave.vorm === 'waarde')
    return { weergave, onderdelen: [at('waarde', weergave.waarde, row.periode, row.waarde)] };
  const basis = weergave.vorm === 'groei' ? basisPeriode(row.periode, basisjaar) : row.periode;
  return {
    weergave,
    onderdelen: [
      at('teller', weergave.teller, row.periode, row.teller),
      at('noemer', weergave.noemer, basis, row.noemer),
    ],
    personen: plaatsKey(weergave.personen, basis, gebied, dimensies),
  };
}

function eenheidOf(rol: Onderdeel['rol'], eenheid: Unit): Unit {
  return rol === 'waarde' ? eenheid : 'unieke cliënten';
}

/** The period of the base year that a growth is measured from: `2024-Q2` ─▶ `2020-Q2`. */
function basisPeriode(periode: string, basisjaar: number): string {
  return periode.includes('/') ? `basis van ${periode}` : periode.replace(/^\d{4}/, String(basisjaar));
}

/** Every number that the tables show, once. Throws: `disclose.same-figure-twice` when two tables differ on one. */
export function getallenOf(
  tables: readonly PublishedTable[],
  gebieden: Gebieden,
  basisjaar: number,
): Getallen {
  const getallen = new Map<string, Getal>();
  for (const table of tables) {
    for (const row of table.rows) {
      for (const { rol, key, plaats, value } of samenstellingOf(table, row, gebieden, basisjaar).onderdelen) {
        if (value === null) continue;
        const known = getallen.get(key);
        if (known !== undefined && Math.abs(known.value - value) > 1e-6 * Math.max(1, Math.abs(value)))
          throw differs(key);
        const bijdragen = (rol === 'noemer' ? undefined : row.bijdragen) ?? known?.bijdragen;
        getallen.set(key, { ...plaats, value, ...(bijdragen === undefined ? {} : { bijdragen }) });
      }
    }
  }
  return sorted(getallen);
}

function differs(key: string): OperatorError {
  return new OperatorError({
    code: 'disclose.same-figure-twice',
    subject: key.replaceAll('|', ' '),
    remedy: 'Two tables give different values for one figure. Compute both from the same warehouse.',
  });
}

/** Adds the zeros that readers infer from rows that are not there. */
export function withAfwezige(getallen: Getallen): Getallen {
  const areas = new Map<string, Set<string>>();
  const split = ({ grootheid, periode, dimensies }: Plaats) =>
    [grootheid.naam, periode, ...dimensies.map(([dimensie]) => dimensie)].join('|');
  for (const getal of getallen.values()) {
    if (getal.dimensies.length === 0) continue;
    areas.set(split(getal), (areas.get(split(getal)) ?? new Set<string>()).add(getal.gebied));
  }
  const all = new Map(getallen);
  for (const getal of getallen.values()) {
    for (const gebied of areas.get(split(getal)) ?? []) {
      const absent: Getal = { ...plaatsOf(getal), gebied, value: 0, afwezig: true };
      if (!all.has(keyOf(absent))) all.set(keyOf(absent), absent);
    }
  }
  return sorted(all);
}

function sorted(getallen: Getallen): Getallen {
  return new Map([...getallen].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/**
 * Numbers that nobody prints but everybody can compute: what a share leaves over, and a gemeente that is the difference of two areas.
 */
export function withAfgeleide(getallen: Getallen, gebieden: Gebieden): Getallen {
  const all = new Map(getallen);
  const add = (getal: Getal) => {
    if (!all.has(keyOf(getal))) all.set(keyOf(getal), getal);
  };
  for (const getal of getallen.values()) {
    const deel = getal.grootheid.deelVan;
    const geheel = deel && getallen.get(plaatsKey(deel.geheel, getal.periode, getal.gebied, getal.dimensies));
    if (deel === undefined || geheel === undefined) continue;
    const grootheid = { ...grootheidOf(deel.rest, 'unieke cliënten'), afgeleid: true };
    add({ ...plaatsOf(getal), grootheid, value: geheel.value - getal.value });
  }
  for (const group of groupBySplit(getallen).values()) {
    const areas = group.flatMap((getal) => {
      const gemeenten = gebieden.gemeenten(getal.gebied);
      return gemeenten === undefined || !getal.grootheid.optelbaar ? [] : [{ getal, gemeenten }];
    });
    for (const large of areas) {
      for (const small of areas) {
        if (small.gemeenten.length !== large.gemeenten.length - 1 || small.gemeenten.length === 0) continue;
        if (!small.gemeenten.every((code) => large.gemeenten.includes(code))) continue;
        const gebied = large.gemeenten.find((code) => !small.gemeenten.includes(code)) ?? '';
        const value = large.getal.value - small.getal.value;
        if (value < 0) continue;
        const grootheid = { ...large.getal.grootheid, afgeleid: true };
        add({ ...plaatsOf(large.getal), grootheid, gebied: gebieden.canonical(gebied), value });
      }
    }
  }
  return sorted(all);
}

function plaatsOf({ grootheid, periode, gebied, dimensies }: Plaats): Plaats {
  return { grootheid, periode, gebied, dimensies };
}

/** Numbers that differ in their area only. */
export function groupBySplit(getallen: Getallen): ReadonlyMap<string, readonly Getal[]> {
  const groups = new Map<string, Getal[]>();
  for (const getal of getallen.values()) {
    const key = plaatsKey(getal.grootheid.naam, getal.periode, '', getal.dimensies);
    const group = groups.get(key) ?? [];
    group.push(getal);
    groups.set(key, group);
  }
  return groups;
}
