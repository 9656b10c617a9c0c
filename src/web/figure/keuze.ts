// SPDX-License-Identifier: EUPL-1.2
import type { FigureData, TabelData } from './figure-data.ts';
import { cijfersOf, tabelNaam } from './figure-rows.ts';

/**
 * `verloop`: what is left after so many days, for indicators whose variants are moments. `opbouw`: what made a change, for those whose variants are
 * its parts.
 */
export const WEERGAVEN = ['verloop', 'opbouw', 'jaren', 'gebieden', 'kaart', 'delen'] as const;
export type Weergave = (typeof WEERGAVEN)[number];

export const MATEN = ['waarde', 'per-1000', 'index'] as const;
export type Maat = (typeof MATEN)[number];

export const TABS = ['grafiek', 'tabel'] as const;
export type Tab = (typeof TABS)[number];

/** What a figure shows. Its address says exactly this, and nothing else does. */
export interface Keuze {
  readonly weergave: Weergave;
  readonly gebied: string;
  /** Areas beside it, at most four. */
  readonly vergelijk: readonly string[];
  readonly variant: string;
  /** Dimensions joined by `-`; empty = the whole. */
  readonly splitsing: string;
  /** Codes of one part, joined by `~`; empty = all parts. */
  readonly deel: string;
  /** First and last period of `jaren`. */
  readonly van: string;
  readonly tot: string;
  /** The period of the other views. */
  readonly periode: string;
  readonly maat: Maat;
  readonly tab: Tab;
}

/** Most areas that stand beside the chosen one. */
export const MOST_BESIDE = 4;

/** Tables of the indicator that have figures, the whole first. */
export function splitsingen({ tabellen }: FigureData): string[] {
  return tabellen.map(tabelNaam).sort((a, b) => Number(a !== '') - Number(b !== ''));
}

export function tabelOf({ tabellen }: FigureData, splitsing: string): TabelData | undefined {
  return tabellen.find((tabel) => tabelNaam(tabel) === splitsing);
}

/** Parts of a table, codes joined by `~`, in the order in which they are shown. */
export function delenOf({ codes }: TabelData): string[] {
  return codes.reduce<string[]>(
    (all, list) => all.flatMap((begin) => list.map(([code]) => (begin === '' ? code : `${begin}~${code}`))),
    [''],
  );
}

/** Periods of one kind, those of the last one: years where there are years. */
export function reeksOf({ perioden }: FigureData): readonly string[] {
  const jaren = perioden.filter((periode) => /^\d{4}$/.test(periode));
  return jaren.length > 0 ? jaren : perioden;
}

/** Periods of the same kind as this one: years, or quarters. */
export function reeksVan({ perioden }: FigureData, periode: string): readonly string[] {
  return perioden.filter((other) => other.length === periode.length);
}

/** What a page shows when its address says nothing. */
export function standaardKeuze(data: FigureData): Keuze {
  const [eerste = ''] = data.gebieden.map(({ code }) => code);
  const gebied = data.gebieden.find(({ soort }) => soort === 'regio')?.code ?? eerste;
  const reeks = reeksOf(data);
  const views = weergavenOf(data);
  const onlyParts = splitsingen(data)[0] !== '' && views.includes('delen');
  return sane(data, {
    weergave: usualView(views, onlyParts, mostParts(data)),
    gebied,
    vergelijk: beside(data, gebied),
    variant: data.varianten[0]?.id ?? '',
    splitsing: splitsingen(data)[0] ?? '',
    deel: '',
    van: reeks[0] ?? '',
    tot: reeks.at(-1) ?? '',
    periode: views.includes('verloop') ? lastFollowed(data, gebied) : (reeks.at(-1) ?? ''),
    maat: 'waarde',
    tab: 'grafiek',
  });
}

/** More parts than this are no panels that can be read beside each other. */
const MOST_PANELS = 16;

/** Parts of the split that is shown first. */
function mostParts(data: FigureData): number {
  const tabel = tabelOf(data, splitsingen(data)[0] ?? '');
  return tabel === undefined ? 0 : delenOf(tabel).length;
}

function usualView(views: readonly Weergave[], onlyParts: boolean, parts: number): Weergave {
  const ofVariants = views.find(overVarianten);
  if (ofVariants) return ofVariants;
  if (onlyParts && parts > MOST_PANELS) return 'delen';
  if (views.includes('jaren')) return 'jaren';
  return onlyParts ? 'delen' : (views[0] ?? 'jaren');
}

/** The last period of which more than half of the moments is known. */
function lastFollowed(data: FigureData, gebied: string): string {
  const tabel = tabelOf(data, '');
  const cijfers = tabel && cijfersOf(data, tabel);
  const known = (periode: string) =>
    data.varianten.filter(
      ({ id }) => (cijfers?.({ variant: id, periode, gebied, codes: [] })?.waarde ?? null) !== null,
    ).length;
  const reeks = reeksOf(data);
  return reeks.findLast((periode) => known(periode) * 2 > data.varianten.length) ?? reeks.at(-1) ?? '';
}

/** The group that most gemeenten are read beside, for the region has breaks that they do not have; the country where there is no group and it counts alike. */
function beside({ gebieden, respons }: FigureData, gebied: string): string[] {
  if (respons) return [];
  const land = gebieden.filter(({ soort, uit }) => soort === 'extern' && uit === undefined);
  if (gebieden.every(({ naast }) => naast === undefined)) return land.slice(0, 1).map(({ code }) => code);
  const groups = gebieden.flatMap(({ naast }) => naast ?? []).filter((code) => code !== gebied);
  const count = (code: string) => groups.filter((other) => other === code).length;
  return [...new Set(groups)].sort((a, b) => count(b) - count(a)).slice(0, 1);
}

/** A part of an address that this page does not know, as it stands there. */
export type Onbekend = string;

/** The choice that an address makes. What it does not say is as `usual`; what it says wrongly is told. */
export function readKeuze(
  data: FigureData,
  zoek: string,
  usual: Keuze = standaardKeuze(data),
): { keuze: Keuze; onbekend: readonly Onbekend[] } {
  const onbekend: Onbekend[] = [];
  const given = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(zoek)) {
    if (given.has(name) || !(name in usual)) onbekend.push(`${name}=${value}`);
    else given.set(name, value);
  }
  const oneOf = <Value extends string>(name: string, allowed: readonly Value[], fallback: Value): Value => {
    const value = given.get(name);
    if (value === undefined) return fallback;
    const known = allowed.find((candidate) => candidate === value);
    if (known === undefined) onbekend.push(`${name}=${value}`);
    return known ?? fallback;
  };
  const areas = data.gebieden.map(({ code }) => code);
  const gebied = oneOf('gebied', areas, usual.gebied);
  const splitsing = oneOf('splitsing', splitsingen(data), usual.splitsing);
  const tabel = tabelOf(data, splitsing);
  const parts = tabel && splitsing !== '' ? ['', ...delenOf(tabel)] : [''];
  const asked = given.has('vergelijk')
    ? (given.get('vergelijk') ?? '').split(',').filter((code) => code !== '')
    : usual.vergelijk;
  const vergelijk = [...new Set(asked)].filter((code) => areas.includes(code) && code !== gebied);
  for (const code of asked.filter((candidate) => !areas.includes(candidate)))
    onbekend.push(`vergelijk=${code}`);
  const keuze: Keuze = {
    weergave: oneOf('weergave', weergavenOf(data), usual.weergave),
    gebied,
    vergelijk: vergelijk.slice(0, MOST_BESIDE),
    variant: oneOf(
      'variant',
      data.varianten.map(({ id }) => id),
      usual.variant,
    ),
    splitsing,
    deel: oneOf('deel', parts, parts.includes(usual.deel) ? usual.deel : ''),
    van: oneOf('van', data.perioden, usual.van),
    tot: oneOf('tot', data.perioden, usual.tot),
    periode: oneOf('periode', data.perioden, usual.periode),
    maat: oneOf('maat', matenOf(data), usual.maat),
    tab: oneOf('tab', TABS, usual.tab),
  };
  return { keuze: sane(data, keuze), onbekend };
}

/** The address of a choice: only what differs from `usual`, always in the same order. */
export function writeKeuze(data: FigureData, keuze: Keuze, usual: Keuze = standaardKeuze(data)): string {
  const parts = Object.entries(sane(data, keuze)).flatMap(
    ([name, value]: [string, string | readonly string[]]) => {
      const text = typeof value === 'string' ? value : value.join(',');
      const ordinary = usual[name as keyof Keuze];
      return text === String(ordinary) ? [] : [`${name}=${encodeURIComponent(text).replaceAll('%2C', ',')}`];
    },
  );
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** Views that these figures can be seen in. */
export function weergavenOf(data: FigureData): Weergave[] {
  const { gebieden, tabellen } = data;
  const split = tabellen.some(({ dimensies }) => dimensies.length > 0);
  const possible = WEERGAVEN.filter((weergave) => {
    if (weergave === 'kaart') return gebieden.filter(({ tegel }) => tegel).length > 1;
    if (weergave === 'verloop') return isVerloop(data);
    if (weergave === 'opbouw') return data.opbouw !== undefined;
    if (weergave === 'gebieden') return gebieden.length > 1;
    return weergave === 'jaren' ? reeksOf(data).length > 1 : split;
  });
  return possible.length === 0 ? ['jaren'] : possible;
}

/** Whether a view shows all variants at once. */
export function overVarianten(weergave: Weergave): boolean {
  return weergave === 'verloop' || weergave === 'opbouw';
}

/** Whether the variants are moments of one course. */
function isVerloop({ varianten }: FigureData): boolean {
  return varianten.length > 1 && varianten.every(({ dagen }) => dagen !== undefined);
}

/** Measures that make sense for these figures. */
export function matenOf({ inwoners, varianten, perioden }: FigureData): Maat[] {
  return MATEN.filter((maat) => {
    if (maat === 'per-1000') return inwoners !== undefined;
    if (maat === 'index') return perioden.length > 1 && varianten.some(({ vorm }) => vorm !== 'verandering');
    return true;
  });
}

/** A choice whose parts fit each other: a breakdown has a split, areas are compared on one part, an index needs years, a series has periods of one kind. */
function sane(data: FigureData, keuze: Keuze): Keuze {
  const names = splitsingen(data);
  const splitsing =
    keuze.weergave === 'delen' && keuze.splitsing === ''
      ? (names.find((name) => name !== '') ?? '')
      : keuze.splitsing;
  const tabel = tabelOf(data, splitsing);
  const parts = tabel ? delenOf(tabel) : [''];
  const overAreas = keuze.weergave === 'gebieden' || keuze.weergave === 'kaart';
  const onePart = (overAreas || overVarianten(keuze.weergave)) && splitsing !== '';
  const deel =
    splitsing === '' || keuze.weergave === 'delen'
      ? ''
      : parts.includes(keuze.deel)
        ? keuze.deel
        : onePart
          ? (parts[0] ?? '')
          : '';
  const until =
    keuze.van.length === keuze.tot.length ? keuze.tot : (reeksVan(data, keuze.van).at(-1) ?? keuze.van);
  const [van, tot] = keuze.van <= until ? [keuze.van, until] : [until, keuze.van];
  const asMeasured = overVarianten(keuze.weergave) || (keuze.maat === 'index' && keuze.weergave !== 'jaren');
  const maat = asMeasured ? 'waarde' : keuze.maat;
  const vergelijk = keuze.vergelijk.filter((code) => code !== keuze.gebied);
  return {
    ...keuze,
    splitsing,
    deel: deel === '' && onePart ? (parts[0] ?? '') : deel,
    van,
    tot,
    maat,
    vergelijk,
  };
}
