// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie } from '../contract/index.ts';
import type { Gebieden } from './gebieden.ts';
import { partitionsOf } from './gebieden.ts';
import type { Getal, Getallen } from './getallen.ts';
import { groupBySplit, keyOf, plaatsKey } from './getallen.ts';
import { splitAddsUp } from './grootheid.ts';

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
  /** For sums over areas or over a dimension: the whole and the codes of its parts. */
  readonly optelling?: Optelling;
}

export interface Optelling {
  readonly geheel: Getal;
  readonly over: 'gebied' | Dimensie;
  readonly delen: readonly string[];
}

/** Every relation between these numbers that follows from what they are. Order depends on the keys alone. */
export function verbandenOf(
  getallen: Getallen,
  gebieden: Gebieden,
  kostenGrensCents: number,
): readonly Verband[] {
  const all = [
    ...overGebieden(getallen, gebieden),
    ...overDimensies(getallen),
    ...overDelen(getallen),
    ...overGrens(getallen, kostenGrensCents),
  ];
  return all.filter(({ soort, sum }) => soort === 'gelijk' || sum >= 0);
}

function overGebieden(getallen: Getallen, gebieden: Gebieden): Verband[] {
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
      if (!geheel.grootheid.optelbaar)
        return [
          ...inside.map((part) => minstens([geheel], [part])),
          ...partitions.map((delen) => minstens(delen, [geheel])),
        ];
      const loose =
        full === undefined ? inside.filter((part) => !partitions.some((delen) => delen.includes(part))) : [];
      return [
        ...partitions.map((delen) => som(geheel, delen, 'gebied')),
        ...loose.map((part) => minstens([geheel], [part])),
      ];
    });
  });
}

interface Familie {
  readonly geheel: Getal;
  readonly delen: Getal[];
  readonly dimensie: Dimensie;
}

function overDimensies(getallen: Getallen): Verband[] {
  const families = new Map<string, Familie>();
  for (const getal of getallen.values()) {
    for (const [dimensie] of getal.dimensies) {
      const rest = getal.dimensies.filter(([other]) => other !== dimensie);
      const parent = plaatsKey(getal.grootheid.naam, getal.periode, getal.gebied, rest);
      const geheel = getallen.get(parent);
      if (geheel === undefined) continue;
      const name = `${parent}/${dimensie}`;
      const family = families.get(name) ?? { geheel, delen: [], dimensie };
      family.delen.push(getal);
      families.set(name, family);
    }
  }
  return [...families.values()].flatMap(({ geheel, delen, dimensie }) =>
    splitAddsUp(geheel.grootheid.soort, dimensie)
      ? [som(geheel, delen, dimensie)]
      : [...delen.map((deel) => minstens([geheel], [deel])), minstens(delen, [geheel])],
  );
}

function overDelen(getallen: Getallen): Verband[] {
  return [...getallen.values()].flatMap((getal) => {
    const deel = getal.grootheid.deelVan;
    if (deel === undefined) return [];
    const at = (naam: string) => getallen.get(plaatsKey(naam, getal.periode, getal.gebied, getal.dimensies));
    const [geheel, rest] = [at(deel.geheel), at(deel.rest)];
    return geheel === undefined || rest === undefined ? [] : [som(geheel, [getal, rest])];
  });
}

/** Clients above the threshold cost more than it each, and the others at most it. */
function overGrens(getallen: Getallen, grens: number): Verband[] {
  return [...getallen.values()].flatMap((boven): Verband[] => {
    if (boven.grootheid.naam !== 'clienten-boven-grens' || boven.dimensies.length > 0) return [];
    const at = (naam: string) => getallen.get(plaatsKey(naam, boven.periode, boven.gebied, []));
    const [alle, uitgaven, uitgavenBoven] = [at('clienten'), at('uitgaven'), at('uitgaven-boven-grens')];
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
  });
}

function som(geheel: Getal, delen: readonly Getal[], over?: 'gebied' | Dimensie): Verband {
  const codes = delen.map((deel) =>
    over === 'gebied' ? deel.gebied : (deel.dimensies.find(([name]) => name === over)?.[1] ?? ''),
  );
  return {
    soort: 'gelijk',
    termen: [...delen.map((deel) => [keyOf(deel), 1] as const), [keyOf(geheel), -1]],
    sum: delen.reduce((sum, deel) => sum + deel.value, -geheel.value),
    ...(over === undefined ? {} : { optelling: { geheel, over, delen: codes } }),
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
