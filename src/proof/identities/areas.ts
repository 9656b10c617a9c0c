// SPDX-License-Identifier: EUPL-1.2
import { type Area, partitionsOf } from '../areas.ts';
import { formatDutch } from '../dutch-number.ts';
import { holds, type Identity } from '../identity.ts';
import type { PrintedCell } from '../printed.ts';
import type { Lookup } from './lookup.ts';
import { sumText } from './show.ts';

/** A group with the areas that it falls apart into, all printed. */
interface Decomposition {
  readonly group: PrintedCell;
  readonly parts: readonly PrintedCell[];
  readonly key: string;
}

/** From this share of exact sums on, and this many of them, a document is taken to add its areas up. */
const PATTERN_SHARE = 0.75;
const PATTERN_COUNT = 8;

/**
 * Groups against their gemeenten: a count of persons lies between its largest part and the sum; counts of events and amounts add up. Where nearly
 * all counts of persons of a group add up exactly, every child is evidently in one area, and the exceptions are findings too.
 */
export function areaIdentities(lookup: Lookup): Identity[] {
  const found = lookup.cellen
    .filter(({ eenheid }) => eenheid === 'personen' || eenheid === 'aantal' || eenheid === 'euro-totaal')
    .flatMap((cell) => decompositions(cell, lookup));
  const exact = found.map((one) => sumIdentity(one, 'zeker'));
  const additive = additiveKeys(found, exact);
  return found.flatMap((one, index) => {
    const sum = exact[index];
    if (!sum) return [];
    if (one.group.eenheid !== 'personen') return [sum];
    const pattern = additive.has(one.key)
      ? [{ ...sum, uitleg: 'eldersExact' as const, zekerheid: 'waarschijnlijk' as const }]
      : [];
    return [...unionBounds(one), ...pattern];
  });
}

/** Keys of the decompositions that add up in nearly all cases. */
function additiveKeys(found: readonly Decomposition[], sums: readonly Identity[]): ReadonlySet<string> {
  const counts = new Map<string, { all: number; exact: number }>();
  found.forEach(({ key, group }, index) => {
    const sum = sums[index];
    if (group.eenheid !== 'personen' || !sum) return;
    const count = counts.get(key) ?? { all: 0, exact: 0 };
    counts.set(key, { all: count.all + 1, exact: count.exact + Number(holds(sum)) });
  });
  return new Set(
    [...counts]
      .filter(([, { all, exact }]) => all >= PATTERN_COUNT && exact >= PATTERN_SHARE * all)
      .map(([key]) => key),
  );
}

function decompositions(group: PrintedCell, lookup: Lookup): Decomposition[] {
  const area = lookup.areaOf(group);
  if (!area || area.leden.length < 2 || group.uitTekst) return [];
  const all = partitionsOf(lookup.gebieden, area).flatMap((areas) => {
    const parts = areas.map((part) => partOf(group, part, lookup));
    const complete = parts.filter((part) => part !== undefined);
    return complete.length === areas.length
      ? [{ group, parts: complete, key: `${area.code}=${areas.map(({ code }) => code).join('+')}` }]
      : [];
  });
  const within = all.filter(({ parts }) => parts.every(({ tabel }) => tabel === group.tabel));
  return within.length > 0 ? within : all;
}

function partOf(group: PrintedCell, area: Area, lookup: Lookup): PrintedCell | undefined {
  return lookup.like(group, { gebied: area }).find(({ uitTekst }) => !uitTekst);
}

function sumIdentity({ group, parts }: Decomposition, zekerheid: Identity['zekerheid']): Identity {
  return {
    regel: 'samenvoeging',
    uitleg: 'groepSom',
    berekening: sumText(parts, group, '≠'),
    zekerheid,
    terms: [...parts.map((part) => ({ factor: 1, cells: [part] })), { factor: -1, cells: [group] }],
    target: { low: 0, high: 0 },
    afgeleid: group,
  };
}

function unionBounds({ group, parts }: Decomposition): Identity[] {
  const sum = parts.reduce((all, part) => all + part.waarde, 0);
  return [
    {
      regel: 'samenvoeging',
      uitleg: 'groepHoogstensSom',
      berekening: `${group.gedrukt} > ${formatDutch(sum)}`,
      zekerheid: 'zeker',
      terms: [...parts.map((part) => ({ factor: 1, cells: [part] })), { factor: -1, cells: [group] }],
      target: { low: 0, high: Number.POSITIVE_INFINITY },
      afgeleid: group,
    },
    ...parts.map(
      (part): Identity => ({
        regel: 'samenvoeging',
        uitleg: 'groepMinstensGrootste',
        berekening: `${part.gedrukt} > ${group.gedrukt}`,
        zekerheid: 'zeker',
        terms: [
          { factor: 1, cells: [group] },
          { factor: -1, cells: [part] },
        ],
        target: { low: 0, high: Number.POSITIVE_INFINITY },
        afgeleid: group,
      }),
    ),
  ];
}
