// SPDX-License-Identifier: EUPL-1.2
import type { PlainDate, Wachtklasse, Zorgvorm } from '../../contract/index.ts';
import { TYPEN_JEUGDHULP, WACHTKLASSEN } from '../../contract/index.ts';
import { lastDay, monthOfYear } from '../calendar.ts';
import type { TypeKey } from '../parameters.ts';
import { BRONNEN } from '../parameters.ts';
import type { Aanbieder } from '../providers.ts';
import { AANBIEDERS } from '../providers.ts';
import type { BronWereld } from './bron-wereld.ts';

/** Something that a provider is asked about: a form of care, ambulatory or with stay. */
export interface Wachtvorm {
  readonly zorgvorm: Zorgvorm;
  readonly verblijf: 'ambulant' | 'verblijf';
}

export interface Kwartaal {
  readonly jaar: number;
  /** 1 to 4. */
  readonly nummer: number;
}

const VORM_OF_TYPE: Partial<Readonly<Record<TypeKey, Zorgvorm>>> = {
  dyslexie: 'dys',
  'basis-ggz': 'ggz',
  'specialistische-ggz': 'ggz',
  'jeugd-ggz': 'ggz',
  lvb: 'lvb',
  'jeugd-en-opvoedhulp': 'jo',
  'landelijk-ingekocht': 'jeugdzorgplus',
  pleegzorg: 'pleegzorg',
  gezinshuizen: 'gezinshuis',
};
const MET_VERBLIJF: readonly Zorgvorm[] = ['jeugdzorgplus', 'pleegzorg', 'gezinshuis'];
const centra = AANBIEDERS.filter(({ types }) => types.length === 1 && types[0] === 'lvb').slice(
  0,
  BRONNEN.dagcentra,
);

/** What a provider is asked about in the survey of every quarter; foster care and family homes have a survey of their own. */
export function wachtvormenOf(aanbieder: Aanbieder): Wachtvorm[] {
  const vormen = new Set(
    aanbieder.types.map((type) => VORM_OF_TYPE[type]).filter((vorm) => vorm !== undefined),
  );
  if (vormen.has('lvb') && vormen.has('jo')) vormen.add('mix');
  if (centra.includes(aanbieder)) vormen.add('kdc');
  return [...vormen]
    .filter((vorm) => vorm !== 'pleegzorg' && vorm !== 'gezinshuis')
    .flatMap((zorgvorm): Wachtvorm[] => {
      if (MET_VERBLIJF.includes(zorgvorm)) return [{ zorgvorm, verblijf: 'verblijf' }];
      const ambulant: Wachtvorm = { zorgvorm, verblijf: 'ambulant' };
      const stays = (zorgvorm === 'lvb' || zorgvorm === 'jo') && Number(aanbieder.agb) % 3 === 0;
      return stays ? [ambulant, { zorgvorm, verblijf: 'verblijf' }] : [ambulant];
    });
}

export function peildatumOf({ jaar, nummer }: Kwartaal): PlainDate {
  return lastDay(monthOfYear(jaar, nummer * 3));
}

export function naamOf({ jaar, nummer }: Kwartaal): string {
  return `${jaar}-Q${nummer}`;
}

export function kwartalenOf(jaren: readonly number[]): Kwartaal[] {
  return jaren.flatMap((jaar) => [1, 2, 3, 4].map((nummer) => ({ jaar, nummer })));
}

/** Class of a wait of so many days. */
export function klasseOf(days: number): Wachtklasse {
  return WACHTKLASSEN[Math.min(Math.ceil(Math.max(days, 1) / 14) - 1, WACHTKLASSEN.length - 1)] ?? '>112';
}

/** Children in care on a day, by `agb|zorgvorm`. */
export function inZorgOn({ trajecten }: BronWereld, date: PlainDate): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { aanbieder, type, begin, until } of trajecten) {
    if (begin > date || until < date) continue;
    const vorm = VORM_OF_TYPE[TYPEN_JEUGDHULP[type] ?? 'cit'];
    if (vorm === undefined) continue;
    const key = `${aanbieder.agb}|${vorm}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

export function vormOfType(type: number): Zorgvorm | undefined {
  return VORM_OF_TYPE[TYPEN_JEUGDHULP[type] ?? 'cit'];
}
