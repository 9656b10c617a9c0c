// SPDX-License-Identifier: EUPL-1.2
import type {
  Bijdragen,
  Dimensie,
  FigureRow,
  FigureTable,
  PublishedTable,
  VerschilGebied,
  Vorm,
} from '../contract/index.ts';
import { OperatorError, verschilGebieden } from '../contract/index.ts';
import type { Gebieden } from './gebieden.ts';
import { GEMEENTE_ONBEKEND, partitionsOf } from './gebieden.ts';
import type { Grootheden, Grootheid } from './grootheid.ts';
import { isDeelVan, isOptelbaar, isSom, opbouwOf, restGrootheid } from './grootheid.ts';
import type { Wereld } from './wereld.ts';

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
  /** Nobody makes up more than this of it, where who does is not measured: what is spent on those below a threshold. Unit: as `value`. */
  readonly hoogsteBijdrage?: number;
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
  readonly vorm: Vorm;
  readonly onderdelen: readonly Onderdeel[];
  /** Key of the persons (or what else is counted) behind the denominator of a rate. */
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
  table: Pick<PublishedTable, 'indicator' | 'eenheid' | 'dimensies' | 'opbouw'>,
  row: FigureRow,
  { gebieden, grootheden, basisjaar }: Wereld,
): Samenstelling {
  const { vorm, teller, noemer, zonder } = opbouwOf(table, row.variant);
  const split = table.dimensies.map((dimensie, at) => [dimensie, row.dimensies[at] ?? ''] as const);
  const gemeente = split.find(([dimensie]) => dimensie === 'gemeente')?.[1];
  const gebied = gebieden.canonical(gemeente ?? row.gebied);
  const dimensies = split
    .filter(([dimensie]) => dimensie !== 'gemeente')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const at = (
    rol: Onderdeel['rol'],
    grootheid: Grootheid,
    periode: string,
    value: number | null,
    split = dimensies,
  ): Onderdeel => {
    const plaats = { grootheid, periode, gebied, dimensies: split };
    return { rol, key: keyOf(plaats), plaats, value };
  };
  if (vorm === 'waarde' || noemer === undefined)
    return { vorm: 'waarde', onderdelen: [at('waarde', teller, row.periode, row.waarde)] };
  const basis = vorm === 'groei' ? basisPeriode(row.periode, basisjaar) : row.periode;
  const whole = dimensies.filter(([dimensie]) => dimensie !== zonder);
  const personen = isSom(noemer) ? grootheden.bijdragers(noemer) : noemer.naam;
  return {
    vorm,
    onderdelen: [
      ...(vorm === 'kengetal' ? [] : [at('teller', teller, row.periode, tellerVan(row, vorm))]),
      at('noemer', noemer, basis, row.noemer, whole),
    ],
    ...(personen === undefined ? {} : { personen: plaatsKey(personen, basis, gebied, whole) }),
  };
}

/** The numerator; of a share that is estimated (what still runs after so many days) nobody prints it, and everybody can compute it. */
function tellerVan({ waarde, teller, noemer }: FigureRow, vorm: Vorm): number | null {
  if (teller !== null || vorm !== 'deel' || waarde === null || noemer === null) return teller;
  return Math.round(waarde * noemer * 1e6) / 1e6;
}

/** The period of the base year that a growth is measured from: `2024-Q2` ─▶ `2020-Q2`. */
function basisPeriode(periode: string, basisjaar: number): string {
  return periode.includes('/') ? `basis van ${periode}` : periode.replace(/^\d{4}/, String(basisjaar));
}

/** Every number that the tables show, once. Throws: `disclose.same-figure-twice` when two tables differ on one. */
export function getallenOf(tables: readonly PublishedTable[], wereld: Wereld): Getallen {
  const getallen = new Map<string, Getal>();
  for (const table of tables) {
    for (const row of table.rows) {
      for (const { rol, key, plaats, value } of samenstellingOf(table, row, wereld).onderdelen) {
        if (value === null) continue;
        const known = getallen.get(key);
        if (known !== undefined && Math.abs(known.value - value) > 1e-6 * Math.max(1, Math.abs(value)))
          throw differs(key);
        const bijdragen = (rol === 'noemer' ? row.bijdragenNoemer : row.bijdragen) ?? known?.bijdragen;
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

/** Names a quantity in a period with a kind of split: numbers that stand beside each other for all areas and all values. */
export function uitsplitsingKey({ grootheid, periode, dimensies }: Plaats): string {
  return [grootheid.naam, periode, ...dimensies.map(([dimensie]) => dimensie)].join('|');
}

/** Adds the zeros that readers infer from rows that are not there; `elders`: numbers of another release, whose values of a split were nothing here when no area has a row of them. */
export function withAfwezige(getallen: Getallen, elders: readonly Getal[] = []): Getallen {
  const areas = new Map<string, Set<string>>();
  for (const getal of getallen.values()) {
    if (getal.dimensies.length === 0) continue;
    const key = uitsplitsingKey(getal);
    areas.set(key, (areas.get(key) ?? new Set<string>()).add(getal.gebied));
  }
  const all = new Map(getallen);
  for (const getal of [...getallen.values(), ...elders]) {
    for (const gebied of areas.get(uitsplitsingKey(getal)) ?? []) {
      const absent: Getal = { ...plaatsOf(getal), gebied, value: 0, afwezig: true };
      if (!all.has(keyOf(absent))) all.set(keyOf(absent), absent);
    }
  }
  return sorted(all);
}

/** In the order of the keys. */
export function sorted(getallen: Getallen): Getallen {
  return new Map([...getallen].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** How many persons a rate is taken over, or what else is counted; undefined when that is public or not known. */
export function achterNoemer(
  { onderdelen, personen = '' }: Samenstelling,
  getallen: Getallen,
): { readonly aantal: number; readonly grootheid: Grootheid } | undefined {
  const noemer = getallen.get(onderdelen.find(({ rol }) => rol === 'noemer')?.key ?? '');
  const behind = noemer?.bijdragen === undefined ? getallen.get(personen) : noemer;
  if (behind === undefined || behind.grootheid.telt === 'openbaar') return undefined;
  return { aantal: behind.bijdragen?.aantal ?? behind.value, grootheid: behind.grootheid };
}

/** Who makes up the differences between areas, by key of the difference. */
function bijdragenAanVerschillen(
  tables: readonly FigureTable[],
  wereld: Wereld,
): ReadonlyMap<string, Bijdragen> {
  const found = new Map<string, Bijdragen>();
  for (const table of tables) {
    for (const { geheel, zonder, bijdragen, bijdragenNoemer, ...rest } of table.verschillen ?? []) {
      const out = new Set(zonder.flatMap((code) => wereld.gebieden.gemeenten(code) ?? []));
      const left = wereld.gebieden.gemeenten(geheel)?.filter((code) => !out.has(code)) ?? [];
      const row: FigureRow = {
        ...rest,
        indicator: table.indicator,
        gebied: left.join('+'),
        waarde: null,
        teller: null,
        noemer: null,
        status: [],
      };
      for (const { rol, key } of samenstellingOf(table, row, wereld).onderdelen) {
        const own = rol === 'noemer' ? bijdragenNoemer : bijdragen;
        if (own !== undefined && !found.has(key)) found.set(key, own);
      }
    }
  }
  return found;
}

/**
 * Numbers that nobody prints but everybody can compute: what a part leaves of its whole, and what areas leave of a larger one.
 * `smallest`: what is left over two steps (a part of a part) is only added when it is not more than this.
 */
export function withAfgeleide(
  getallen: Getallen,
  tables: readonly FigureTable[],
  wereld: Wereld,
  smallest: number,
): Getallen {
  const { gebieden, grootheden } = wereld;
  const bijdragen = bijdragenAanVerschillen(tables, wereld);
  const known = new Map<string, readonly VerschilGebied[]>();
  const all = new Map(getallen);
  const add = (getal: Getal) => {
    if (!all.has(keyOf(getal))) all.set(keyOf(getal), getal);
  };
  const groups = [...groupBySplit(getallen).values()];
  const onbekend = groups.flatMap((group) => zonderGemeente(group, gebieden));
  const isOpen = new Set(onbekend.map(naamEnPeriode));
  for (const group of groups)
    for (const { gap, isVanRegio } of verschillen(group, gebieden, known, smallest)) {
      const own = bijdragen.get(keyOf(gap));
      const members = gebieden.gemeenten(gap.gebied) ?? [];
      const withUnknown = [GEMEENTE_ONBEKEND, ...members].join('+');
      const gebied = isVanRegio && isOpen.has(naamEnPeriode(gap)) ? withUnknown : gap.gebied;
      add({ ...gap, gebied, ...(own === undefined ? {} : { bijdragen: own }) });
    }
  for (const rest of onbekend) add(rest);
  for (const group of groups)
    for (const gap of resterendMetOnbekend(group, gebieden, smallest))
      if (isOpen.has(naamEnPeriode(gap))) add(gap);
  const isNamed = ({ gebied, periode, dimensies }: Plaats, naam = ''): boolean =>
    getallen.has(plaatsKey(naam, periode, gebied, dimensies));
  for (const cell of groupByCell(all).values())
    for (const rest of resten(cell, grootheden, smallest)) {
      const { restVan } = rest.grootheid;
      const isRows = isNamed(rest, restVan?.geheel) && isNamed(rest, restVan?.deel);
      if (isRows || (rest.value > 0 && rest.value <= smallest)) add(rest);
    }
  return sorted(all);
}

function resten(cell: readonly Getal[], grootheden: Grootheden, smallest: number): Getal[] {
  return cell.flatMap((geheel) => {
    const delen = cell.filter(
      (deel) => deel.grootheid.telt === geheel.grootheid.telt && isDeelVan(deel.grootheid, geheel.grootheid),
    );
    return delen.flatMap((deel): Getal[] => {
      const value = geheel.value - deel.value;
      const isDirect = !delen.some((between) => isDeelVan(deel.grootheid, between.grootheid));
      if (!isDirect && (value <= 0 || value > smallest || isSom(geheel.grootheid))) return [];
      const { 'drempel-cents': cents, 'drempel-index': index } = deel.grootheid.parameters ?? {};
      // What the threshold of the year was is not told: one client may have all of it.
      const drempel = index === 'ja' ? Number.POSITIVE_INFINITY : Number(cents);
      return [
        {
          ...plaatsOf(geheel),
          grootheid: restGrootheid(geheel.grootheid, deel.grootheid, grootheden),
          value,
          ...(deel.grootheid.telt === 'eurocent' && drempel >= 0 ? { hoogsteBijdrage: drempel } : {}),
        },
      ];
    });
  });
}

/** `known`: differences by the areas that there are. Where every gemeente has figures of its own, these are protected one by one, and counts up to `smallest` of them together too. */
function verschillen(
  group: readonly Getal[],
  gebieden: Gebieden,
  known: Map<string, readonly VerschilGebied[]>,
  smallest: number,
): { readonly gap: Getal; readonly isVanRegio: boolean }[] {
  const areas = new Map(
    group.flatMap((getal) => (isOptelbaar(getal.grootheid) ? [[getal.gebied, getal] as const] : [])),
  );
  const name = [...areas.keys()].sort().join();
  const gaps =
    known.get(name) ??
    verschilGebieden([...areas.keys()].map((code) => ({ code, gemeenten: gebieden.gemeenten(code) ?? [] })));
  known.set(name, gaps);
  return gaps.flatMap(({ geheel, zonder, gemeenten, verteld }) => {
    const large = areas.get(geheel);
    if (large === undefined) return [];
    const value = zonder.reduce((left, code) => left - (areas.get(code)?.value ?? 0), large.value);
    if (value < 0 && large.grootheid.negatief !== true) return [];
    if (verteld && (isSom(large.grootheid) || value <= 0 || value > smallest)) return [];
    const grootheid = { ...large.grootheid, afgeleid: true };
    const gap = { ...plaatsOf(large), grootheid, gebied: gebieden.canonical(gemeenten.join('+')), value };
    return [{ gap, isVanRegio: gebieden.isRegio(geheel) }];
  });
}

/** Those of the region whose gemeente nobody knows. How many is not told, and when they are few nobody may find out. */
function zonderGemeente(group: readonly Getal[], gebieden: Gebieden): Getal[] {
  return group.flatMap((geheel): Getal[] => {
    const { grootheid, gebied } = geheel;
    if (!teltOnbekende(geheel, gebieden) || !isOptelbaar(grootheid) || isSom(grootheid)) return [];
    const areas = new Map(group.map((getal) => [getal.gebied, gebieden.gemeenten(getal.gebied) ?? []]));
    const [delen] = partitionsOf(gebieden.gemeenten(gebied) ?? [], areas, 1);
    if (delen === undefined) return [];
    const known = group.reduce((sum, getal) => (delen.includes(getal.gebied) ? sum + getal.value : sum), 0);
    const value = geheel.value - known;
    if (value <= 0) return [];
    return [
      { ...plaatsOf(geheel), grootheid: { ...grootheid, afgeleid: true }, gebied: GEMEENTE_ONBEKEND, value },
    ];
  });
}

/** What one area leaves of the region with those whose gemeente nobody knows, when they are few together. */
function resterendMetOnbekend(group: readonly Getal[], gebieden: Gebieden, smallest: number): Getal[] {
  const regio = group.find((getal) => teltOnbekende(getal, gebieden));
  if (regio === undefined || isSom(regio.grootheid) || !isOptelbaar(regio.grootheid)) return [];
  const all = gebieden.gemeenten(regio.gebied) ?? [];
  return group.flatMap(({ gebied, value }): Getal[] => {
    const own = gebieden.gemeenten(gebied) ?? [];
    const left = all.filter((code) => !own.includes(code));
    const rest = regio.value - value;
    if (own.length < 2 || left.length === 0 || left.length + own.length !== all.length) return [];
    if (rest <= 0 || rest > smallest) return [];
    const grootheid = { ...regio.grootheid, afgeleid: true };
    return [{ ...plaatsOf(regio), grootheid, gebied: [GEMEENTE_ONBEKEND, ...left].join('+'), value: rest }];
  });
}

/** What adds up over areas does so to the region but for those whose gemeente nobody knows: the region alone counts them. */
export function teltOnbekende({ grootheid, gebied }: Plaats, gebieden: Gebieden): boolean {
  return grootheid.delen.gebied === 'som' && grootheid.negatief !== true && gebieden.isRegio(gebied);
}

/** Names a quantity in a period. */
export function naamEnPeriode({ grootheid, periode }: Plaats): string {
  return `${grootheid.naam}|${periode}`;
}

/** An area that no table names. */
export function isVerschil({ grootheid }: Getal): boolean {
  return grootheid.afgeleid === true && grootheid.restVan === undefined;
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

/** Numbers that differ in their quantity only. */
export function groupByCell(getallen: Getallen): ReadonlyMap<string, readonly Getal[]> {
  const groups = new Map<string, Getal[]>();
  for (const getal of getallen.values()) {
    const key = plaatsKey('', getal.periode, getal.gebied, getal.dimensies);
    const group = groups.get(key) ?? [];
    group.push(getal);
    groups.set(key, group);
  }
  return groups;
}
