// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie, Telling } from '../contract/index.ts';
import type { Gebieden } from './gebieden.ts';
import { GEMEENTE_ONBEKEND, partitionsOf } from './gebieden.ts';
import type { Getal, Getallen } from './getallen.ts';
import { groupByCell, groupBySplit, keyOf, plaatsKey, teltOnbekende, uitsplitsingKey } from './getallen.ts';
import { isDeelVan, isOptelbaar, tellingOver } from './grootheid.ts';
import { jaarverbanden } from './jaarverbanden.ts';
import { insideOf, periodeDagen, vorigJaar } from './perioden.ts';
import { schattingen, vermoedens } from './vermoedens.ts';

/**
 * A relation that an attacker knows from the definitions: `Σ factor · number` is exactly `sum`, or at least 0. `sum` is what the true
 * values give: 0, or a difference (children counted twice) that the attacker is assumed to know.
 */
export interface Verband {
  readonly soort: 'gelijk' | 'minstens';
  readonly termen: readonly (readonly [key: string, factor: number])[];
  readonly sum: number;
  /** Least and most that the sum can differ from the true one, when not every term is known exactly. */
  readonly afwijking?: readonly [number, number];
  /** For a relation of an earlier release: the same for somebody whom nobody told how much was counted twice, where that is more. */
  readonly ruim?: readonly [number, number];
  /** For sums over areas or over a dimension: the whole and the codes of its parts. */
  readonly optelling?: Optelling;
  /** No definition says it: it happens to be true, and a reader may suppose so. */
  readonly vermoed?: true;
  /** For a relation of an earlier release: which one, and the keys of the figures that it printed and that stand in it as constants. */
  readonly uit?: { readonly release: string; readonly cijfers: readonly string[] };
}

export interface Optelling {
  readonly geheel: Getal;
  readonly over: 'gebied' | Dimensie;
  readonly delen: readonly string[];
  /** What is known of it by somebody who is not told the difference. */
  readonly telling: Telling;
  /** The whole is the region, which also counts those whose gemeente nobody knows: `alleen` when the difference is nobody else. */
  readonly onbekend?: 'ook' | 'alleen';
}

interface Omvang {
  /** Where zeros may be hidden, by `uitsplitsingKey`. */
  readonly nul?: ReadonlySet<string>;
  /** Also relations that follow from others, and those that the values given here break: for who judges each by itself. */
  readonly alle?: true;
}

/**
 * Every relation between these numbers that follows from what they are; NaN = a value that nobody knows. Order depends on the keys alone.
 */
export function verbandenOf(
  getallen: Getallen,
  gebieden: Gebieden,
  { nul = new Set(), alle }: Omvang = {},
): readonly Verband[] {
  const all = [
    ...overGebieden(getallen, gebieden, alle === true),
    ...overDimensies(getallen, nul),
    ...overPerioden(getallen, alle === true),
    ...overDelen(getallen),
    ...overCellen(getallen),
    ...overGrens(getallen),
    ...overJaren(getallen),
    ...standen(getallen),
    ...overVermoedens(getallen),
  ];
  return alle === true ? all : all.filter(({ soort, sum }) => soort === 'gelijk' || !(sum < 0));
}

function overGebieden(getallen: Getallen, gebieden: Gebieden, alle: boolean): Verband[] {
  return [...groupBySplit(getallen).values()].flatMap((group) => {
    const byArea = new Map(group.map((getal) => [getal.gebied, getal]));
    const areas = new Map(
      group.flatMap(({ gebied }) => {
        const gemeenten = gebieden.gemeenten(gebied);
        return gemeenten === undefined ? [] : [[gebied, gemeenten] as const];
      }),
    );
    return [...areas].flatMap(([gebied, gemeenten]) => {
      const geheel = byArea.get(gebied);
      if (geheel === undefined || gemeenten.length < 2) return [];
      const found = partitionsOf(gemeenten, areas).map((codes) =>
        codes.flatMap((code) => byArea.get(code) ?? []),
      );
      const full = found.find((delen) => delen.length === gemeenten.length);
      const partitions = full === undefined ? found : [full];
      const inside = [...areas].flatMap(([code, members]) =>
        code !== gebied && members.every((member) => gemeenten.includes(member))
          ? (byArea.get(code) ?? [])
          : [],
      );
      const isVanRegio = teltOnbekende(geheel, gebieden);
      const telling = isVanRegio ? 'minstens-som' : geheel.grootheid.delen.gebied;
      const onbekend = isVanRegio ? byArea.get(GEMEENTE_ONBEKEND) : undefined;
      const bevat = bevatGebieden(geheel);
      if (geheel.grootheid.restVan !== undefined) return [];
      if (!isOptelbaar(geheel.grootheid))
        return [
          ...(bevat ? inside.map((part) => minstens([geheel], [part])) : []),
          ...(atMostSum(telling) ? partitions.map((delen) => minstens(delen, [geheel])) : []),
        ];
      const sums = partitions.flatMap((delen): Verband[] => {
        if (!gebieden.isRegio(gebied) || delen.some((deel) => gebieden.isRegio(deel.gebied)))
          return [som(geheel, delen, 'gebied', geheel.grootheid.delen.gebied)];
        const verband = som(geheel, delen, 'gebied', telling);
        const { optelling } = verband;
        const told: Verband =
          optelling === undefined
            ? verband
            : { ...verband, optelling: { ...optelling, onbekend: isVanRegio ? 'alleen' : 'ook' } };
        const whole = onbekend === undefined ? [] : [som(geheel, [...delen, onbekend])];
        if (alle) return [told, ...whole];
        return whole[0]?.sum === 0 ? whole : [told];
      });
      if (isVanRegio) sums.push(...metOnbekende(geheel, gemeenten, areas, byArea));
      const isImplied = !alle && full !== undefined && sums.every(({ sum }) => sum === 0);
      const loose =
        alle || sums.some(({ sum }) => sum !== 0)
          ? inside
          : inside.filter((part) => !partitions.some((delen) => delen.includes(part)));
      return [...sums, ...(isImplied || !bevat ? [] : loose.map((part) => minstens([geheel], [part])))];
    });
  });
}

/** What areas leave of the region, with those whose gemeente nobody knows: each is what it was taken from. */
function metOnbekende(
  geheel: Getal,
  gemeenten: readonly string[],
  areas: ReadonlyMap<string, readonly string[]>,
  byArea: ReadonlyMap<string, Getal>,
): Verband[] {
  return [...areas].flatMap(([code, members]) => {
    const left = byArea.get(code);
    if (left === undefined || members.length < 2 || !members.includes(GEMEENTE_ONBEKEND)) return [];
    const others = gemeenten.filter((member) => !members.includes(member));
    const same = [...areas].find(([, own]) => own.join() === others.join())?.[0];
    const way = same === undefined ? partitionsOf(others, areas, 1)[0] : [same];
    return way === undefined ? [] : [som(geheel, [...way.flatMap((part) => byArea.get(part) ?? []), left])];
  });
}

/** A larger area never has less than one inside it. */
function bevatGebieden({ grootheid }: Getal): boolean {
  const { gebied } = grootheid.delen;
  return atLeastParts(gebied) || (gebied === 'som' && grootheid.negatief !== true);
}

interface Familie {
  readonly geheel: Getal;
  readonly delen: Getal[];
  readonly dimensie: Dimensie;
}

function overDimensies(getallen: Getallen, nul: ReadonlySet<string>): Verband[] {
  const waarden = new Map<string, Set<string>>();
  const families = new Map<string, Familie>();
  for (const getal of getallen.values()) {
    for (const [dimensie, waarde] of getal.dimensies) {
      const rest = getal.dimensies.filter(([other]) => other !== dimensie);
      const parent = plaatsKey(getal.grootheid.naam, getal.periode, getal.gebied, rest);
      const geheel = getallen.get(parent);
      if (geheel === undefined) continue;
      const name = `${parent}/${dimensie}`;
      const family = families.get(name) ?? { geheel, delen: [], dimensie };
      family.delen.push(getal);
      families.set(name, family);
      const kind = `${uitsplitsingKey(getal)}/${dimensie}`;
      waarden.set(kind, (waarden.get(kind) ?? new Set()).add(waarde));
    }
  }
  return [...families.values()].flatMap(({ geheel, delen, dimensie }) => {
    const telling = tellingOver(geheel.grootheid, dimensie);
    if (lacksOne({ geheel, delen, dimensie }, waarden, nul)) return boundsOf(telling, geheel, delen, []);
    return telling === 'som'
      ? [som(geheel, delen, dimensie, telling)]
      : boundsOf(telling, geheel, delen, delen);
  });
}

/** Of what is left over not every part is a number: a part of nothing is not, and where zeros may be hidden nobody sees that it is nothing. */
function lacksOne(
  { geheel, delen, dimensie }: Familie,
  waarden: ReadonlyMap<string, ReadonlySet<string>>,
  nul: ReadonlySet<string>,
): boolean {
  const [first] = delen;
  if (geheel.grootheid.afgeleid !== true || first === undefined) return false;
  const naam = first.grootheid.restVan?.geheel ?? first.grootheid.naam;
  const plaats = { ...first, grootheid: { ...first.grootheid, naam } };
  const values = waarden.get(`${uitsplitsingKey(plaats)}/${dimensie}`)?.size ?? delen.length;
  return delen.length < values && nul.has(uitsplitsingKey(plaats));
}

/** Periods inside a period: quarters of a year, months of a shifted year. */
function overPerioden(getallen: Getallen, alle: boolean): Verband[] {
  const series = new Map<string, Getal[]>();
  for (const getal of getallen.values()) {
    if (getal.grootheid.restVan !== undefined || getal.grootheid.delen.periode === 'geen') continue;
    const key = plaatsKey(getal.grootheid.naam, '', getal.gebied, getal.dimensies);
    series.set(key, [...(series.get(key) ?? []), getal]);
  }
  return [...series.values()].flatMap((numbers) => {
    const dated = numbers.flatMap((getal) => {
      const dagen = periodeDagen(getal.periode);
      return dagen === undefined ? [] : [{ getal, dagen }];
    });
    return dated.flatMap(({ getal, dagen }) => {
      const { inside, partition } = insideOf(dagen, dated);
      const delen = (partition ?? []).map((part) => part.getal);
      const { periode: telling } = getal.grootheid.delen;
      if (telling === 'som' && delen.length > 0)
        return [som(getal, delen)].filter(({ sum }) => alle || sum === 0);
      return boundsOf(
        telling === 'som' ? 'overlap' : telling,
        getal,
        inside.map((part) => part.getal),
        delen,
      );
    });
  });
}

function atLeastParts(telling: Telling): boolean {
  return telling === 'overlap' || telling === 'minstens-deel' || telling === 'minstens-som';
}

function atMostSum(telling: Telling): boolean {
  return telling === 'overlap' || telling === 'hoogstens-som';
}

/** What is known of a whole and its parts when they do not add up; `all` are parts that together are the whole, when there are such. */
function boundsOf(
  telling: Telling,
  geheel: Getal,
  delen: readonly Getal[],
  all: readonly Getal[],
): Verband[] {
  return [
    ...(atLeastParts(telling) ? delen.map((deel) => minstens([geheel], [deel])) : []),
    ...(atMostSum(telling) && all.length > 0 ? [minstens(all, [geheel])] : []),
    ...(telling === 'minstens-som' && all.length > 0 ? [minstens([geheel], all)] : []),
  ];
}

/** Parts and their wholes in one cell: what is left over is a number too, or at least not below zero. */
function overDelen(getallen: Getallen): Verband[] {
  const rests = [...getallen.values()].flatMap((rest): Verband[] => {
    const { restVan } = rest.grootheid;
    if (restVan === undefined) return [];
    const at = (naam: string) => getallen.get(plaatsKey(naam, rest.periode, rest.gebied, rest.dimensies));
    const [geheel, deel] = [at(restVan.geheel), at(restVan.deel)];
    return geheel === undefined || deel === undefined ? [] : [som(geheel, [deel, rest])];
  });
  const bounds = [...groupByCell(getallen).values()].flatMap((cell) =>
    cell.flatMap((geheel) =>
      cell
        .filter(
          ({ grootheid }) =>
            grootheid.telt !== geheel.grootheid.telt && isDeelVan(grootheid, geheel.grootheid),
        )
        .map((deel) => minstens([geheel], [deel])),
    ),
  );
  return [...rests, ...bounds];
}

/** Quantities that together are another one in the same cell: by definition, or because their codes are. */
function overCellen(getallen: Getallen): Verband[] {
  return [...groupByCell(getallen).values()].flatMap((cell) =>
    cell.flatMap((geheel): Verband[] => {
      const alike = cell.filter(({ grootheid }) => sameParameters(grootheid, geheel.grootheid));
      return [...samenstelling(geheel, alike), ...overCodes(geheel, alike)];
    }),
  );
}

function samenstelling(geheel: Getal, cell: readonly Getal[]): Verband[] {
  const { gelijkAan, codes } = geheel.grootheid;
  if (gelijkAan === undefined || codes !== undefined) return [];
  const termen = gelijkAan.flatMap(({ maat, factor }) => {
    const deel = cell.find(({ grootheid }) => grootheid.maat === maat && grootheid.codes === undefined);
    return deel === undefined ? [] : [{ deel, factor }];
  });
  if (termen.length < gelijkAan.length) return [];
  return [
    {
      soort: 'gelijk',
      termen: [...termen.map(({ deel, factor }) => [keyOf(deel), factor] as const), [keyOf(geheel), -1]],
      sum: termen.reduce((sum, { deel, factor }) => sum + factor * deel.value, -geheel.value),
    },
  ];
}

function overCodes(geheel: Getal, cell: readonly Getal[]): Verband[] {
  const { codes, maat, delen } = geheel.grootheid;
  if (codes === undefined || codes.length < 2) return [];
  const parts = new Map(
    cell.flatMap((getal) =>
      getal.grootheid.maat === maat && getal.grootheid.codes !== undefined
        ? [[getal.grootheid.naam, getal] as const]
        : [],
    ),
  );
  const byCode = new Map([...parts].map(([naam, { grootheid }]) => [naam, grootheid.codes ?? []]));
  return partitionsOf(codes, byCode).flatMap((names) => {
    const all = names.flatMap((naam) => parts.get(naam) ?? []);
    return delen.dimensie === 'som' ? [som(geheel, all)] : boundsOf(delen.dimensie, geheel, [], all);
  });
}

/** Bounds over years; where one hardly ever leaves anything over, and leaves nothing now, a reader may suppose that too. */
function overJaren(getallen: Getallen): Verband[] {
  return jaarverbanden(getallen).flatMap(({ meer, minder, vrijwelGelijk, vermoed }): Verband[] => {
    const bound = minstens(meer, minder);
    if (vermoed === true) return [{ ...bound, vermoed }];
    return vrijwelGelijk === true && bound.sum === 0
      ? [bound, { ...minstens(minder, meer), vermoed: true }]
      : [bound];
  });
}

function overVermoedens(getallen: Getallen): Verband[] {
  return [
    ...vermoedens(getallen).map(({ meer, minder }) => ({
      ...minstens(meer, minder),
      vermoed: true as const,
    })),
    ...schattingen(getallen).map(
      ({ getal, marge }): Verband => ({
        soort: 'gelijk',
        termen: [[keyOf(getal), 1]],
        sum: getal.value,
        afwijking: [-marge, marge],
        vermoed: true,
      }),
    ),
  ];
}

/** A change of spending is that of two years, and a year begins with the numbers in care of the last day before it. */
function standen(getallen: Getallen): Verband[] {
  return [...getallen.values()].flatMap((getal): Verband[] => {
    const at = (naam: string, periode: string) =>
      getallen.get(plaatsKey(naam, periode, getal.gebied, getal.dimensies));
    const { maat, naam, parameters } = getal.grootheid;
    const before = vorigJaar(getal.periode);
    if (maat === 'kosten-verschil' && parameters?.['vergelijk-met'] === 'vorig-jaar') {
      const [nu, toen] = [at('uitgaven', getal.periode), at('uitgaven', before)];
      return nu === undefined || toen === undefined ? [] : [som(nu, [toen, getal])];
    }
    if (maat !== 'stand-begin' || !/^\d{4}$/.test(getal.periode)) return [];
    const eind = at(naam.replace('stand-begin', 'stand-eind'), before);
    return eind === undefined ? [] : [som(getal, [eind])];
  });
}

/** Clients above the threshold cost more than it each, and the others at most it. */
function overGrens(getallen: Getallen): Verband[] {
  return [...groupByCell(getallen).values()].flatMap((cell) =>
    cell.flatMap((boven): Verband[] => {
      const grens = Number(boven.grootheid.parameters?.['drempel-cents']);
      const isTested = boven.dimensies.length === 0 || boven.grootheid.parameters?.['drempel-over'] === 'cel';
      const isFixed = boven.grootheid.parameters?.['drempel-index'] !== 'ja';
      if (boven.grootheid.maat !== 'clienten-boven-grens' || !(grens > 0) || !isTested || !isFixed) return [];
      const uitgavenBoven = cell.find(
        ({ grootheid }) =>
          grootheid.maat === 'uitgaven-boven-grens' && sameParameters(grootheid, boven.grootheid),
      );
      const at = (maat: string) => cell.find(({ grootheid }) => grootheid.naam === maat);
      const [alle, uitgaven] = [at('clienten'), at('uitgaven')];
      if (alle === undefined || uitgaven === undefined || uitgavenBoven === undefined) return [];
      return [
        {
          soort: 'minstens',
          termen: [
            [keyOf(uitgavenBoven), 1],
            [keyOf(boven), -grens],
          ],
          sum: uitgavenBoven.value - grens * boven.value,
        },
        {
          soort: 'minstens',
          termen: [
            [keyOf(alle), grens],
            [keyOf(boven), -grens],
            [keyOf(uitgaven), -1],
            [keyOf(uitgavenBoven), 1],
          ],
          sum: grens * (alle.value - boven.value) - uitgaven.value + uitgavenBoven.value,
        },
      ];
    }),
  );
}

function sameParameters(a: Getal['grootheid'], b: Getal['grootheid']): boolean {
  return JSON.stringify(a.parameters) === JSON.stringify(b.parameters);
}

function som(
  geheel: Getal,
  delen: readonly Getal[],
  over?: 'gebied' | Dimensie,
  telling: Telling = 'som',
): Verband {
  const codes = delen.map((deel) =>
    over === 'gebied' ? deel.gebied : (deel.dimensies.find(([name]) => name === over)?.[1] ?? ''),
  );
  return {
    soort: 'gelijk',
    termen: [...delen.map((deel) => [keyOf(deel), 1] as const), [keyOf(geheel), -1]],
    sum: delen.reduce((sum, deel) => sum + deel.value, -geheel.value),
    ...(over === undefined ? {} : { optelling: { geheel, over, delen: codes, telling } }),
  };
}

function minstens(most: readonly Getal[], least: readonly Getal[]): Verband {
  return {
    soort: 'minstens',
    termen: [
      ...most.map((getal) => [keyOf(getal), 1] as const),
      ...least.map((getal) => [keyOf(getal), -1] as const),
    ],
    sum:
      most.reduce((sum, getal) => sum + getal.value, 0) - least.reduce((sum, getal) => sum + getal.value, 0),
  };
}
