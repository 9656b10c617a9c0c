// SPDX-License-Identifier: EUPL-1.2
import type {
  Buitenkennis,
  EerdereRelease,
  FigureTable,
  GeheimhoudingZone,
  Regio,
} from '../contract/index.ts';
import type { BekendeGrens } from './buitenkennis.ts';
import { bekendeGrenzen } from './buitenkennis.ts';
import type { Eerder } from './eerder.ts';
import { eerderOf } from './eerder.ts';
import type { Gebieden } from './gebieden.ts';
import { GEMEENTE_ONBEKEND } from './gebieden.ts';
import { gelezen } from './gelezen.ts';
import type { Getal, Getallen } from './getallen.ts';
import {
  getallenOf,
  isVerschil,
  plaatsKey,
  sorted,
  uitsplitsingKey,
  withAfgeleide,
  withAfwezige,
} from './getallen.ts';
import { gewichten } from './gewicht.ts';
import { metLegeRijen } from './lege-rijen.ts';
import { lotOf } from './lot.ts';
import type { Reden } from './primair.ts';
import { primaireKeys, shownAsValue } from './primair.ts';
import type { Voorschrift } from './release-stelsel.ts';
import { releaseStelsel } from './release-stelsel.ts';
import type { Ruimte } from './ruimte.ts';
import type { Solver } from './solver.ts';
import type { Stelsel } from './stelsel.ts';
import type { Verband } from './verbanden.ts';
import { verbandenOf } from './verbanden.ts';
import type { Wereld } from './wereld.ts';

/** A release to protect, with what everybody knows about it. */
export interface Vraag {
  readonly tables: readonly FigureTable[];
  readonly regio: Regio;
  readonly regels: GeheimhoudingZone;
  readonly wereld: Wereld;
  readonly eerdere: readonly EerdereRelease[];
  readonly buitenkennis: readonly Buitenkennis[];
}

/** Everything a plan is made from: the numbers, what is known about them, and what must happen to each. */
export interface Opgave {
  /** Those of the question; with rows that say 0 where zeros may be hidden. */
  readonly tables: readonly FigureTable[];
  readonly getallen: Getallen;
  readonly primair: ReadonlyMap<string, Reden>;
  readonly eigenTabel: ReadonlySet<string>;
  readonly verbanden: readonly Verband[];
  readonly eerder: Eerder;
  readonly bekend: ReadonlyMap<string, BekendeGrens>;
  readonly ruimte: Ruimte;
  readonly voorschrift: (key: string, getal: Getal) => Voorschrift;
}

/** The system of a release under these relations: its numbers, and after them those of which it has no row any more. `gezien`: what else is known of what it shows. */
export function stelselVan(
  { getallen, eerder, bekend, voorschrift }: Opgave,
  verbanden: readonly Verband[],
  regels: GeheimhoudingZone,
  gezien: ReadonlyMap<string, BekendeGrens> = new Map(),
): Stelsel {
  const vervallen = [...eerder.vervallen].map(([key, { plaats, value }]): [string, Getal] => [
    key,
    { ...plaats, value },
  ]);
  const grenzen = [...eerder.vervallen].flatMap(([key, { grens }]) =>
    grens === undefined ? [] : [[key, grens] as const],
  );
  const known = new Map([...gezien, ...bekend, ...grenzen]);
  return releaseStelsel(new Map([...getallen, ...vervallen]), verbanden, voorschrift, regels, known);
}

/** `given`: where zeros may be hidden; without it where earlier releases ask for that. */
export function opgaveVan(vraag: Vraag, given: Ruimte | undefined, solver: Solver): Opgave {
  const { regio, regels, wereld, eerdere, buitenkennis } = vraag;
  const { gebieden } = wereld;
  const read = (tables: readonly FigureTable[]) =>
    withAfgeleide(withAfwezige(getallenOf(tables, wereld)), tables, wereld, regels.verbergTotEnMet);
  const before = metVerdwenen(read(vraag.tables), vraag);
  const ruimte = given ?? eerderOp0(vraag, before);
  const tables = metLegeRijen(vraag.tables, before, ruimte, wereld);
  const all = tables === vraag.tables ? before : metVerdwenen(read(tables), vraag);
  const primair = primaireKeys(tables, all, regels, wereld);
  const getallen = zonderOverbodige(all, primair, gebieden);
  const eigenTabel = shownAsValue(tables, wereld);
  const verbanden = verbandenOf(getallen, gebieden, { nul: ruimte });
  const eerder = eerderOf(eerdere, getallen, wereld, regels, solver);
  const gewicht = gewichten(getallen, primair, gebieden, regio);

  const voorschrift = (key: string, getal: Getal): Voorschrift => {
    const old = eerder.vervallen.get(key);
    if (old !== undefined)
      return { keuze: 'verborgen', gewicht: 0, beschermd: true, nietNul: old.nietNul, geraden: true };
    const group = uitsplitsingKey(getal);
    const base = {
      gewicht: gewicht(getal),
      beschermd: true,
      nietNul: eigenTabel.has(key) && !ruimte.has(group),
    };
    if (getal.grootheid.afgeleid === true && !eerder.getoond.has(key))
      return { ...base, keuze: 'verborgen', gewicht: 0, beschermd: primair.has(key) };
    if (getal.afwezig === true || getal.grootheid.telt === 'openbaar')
      return { ...base, keuze: 'getoond', gewicht: 0 };
    const isBekend = eerder.getoond.has(key) && !magNiet(primair.get(key)) && !eerder.verborgen.has(key);
    if (isBekend) return { ...base, keuze: 'getoond' };
    if (primair.has(key) || eerder.verborgen.has(key)) return { ...base, keuze: 'verborgen' };
    const isNul = getal.value === 0 && regels.toonNul && !ruimte.has(group);
    return { ...base, keuze: isNul ? 'getoond' : 'vrij' };
  };
  const bekend = new Map([
    ...bekendeGrenzen(buitenkennis, getallen, gebieden),
    ...grenzenVanOnbekend(getallen),
  ]);
  return { tables, getallen, primair, eigenTabel, verbanden, eerder, bekend, ruimte, voorschrift };
}

/** May not be known for what it is itself: not only because a share of it is taken over few. */
export function magNiet(reden: Reden | undefined): boolean {
  return reden !== undefined && reden !== 'kleine-noemer';
}

/** It is not told how many have no known gemeente, but that there are some. */
function grenzenVanOnbekend(getallen: Getallen): [string, BekendeGrens][] {
  return [...getallen].flatMap(([key, { gebied, grootheid }]): [string, BekendeGrens][] =>
    gebied === GEMEENTE_ONBEKEND && grootheid.restVan === undefined
      ? [[key, { low: 1, high: Number.POSITIVE_INFINITY }]]
      : [],
  );
}

/**
 * Without areas of several gemeenten that no table names, where these may be known and what a part leaves of them too: the sum of others is all that they are. And without what a part
 * leaves of them.
 */
function zonderOverbodige(
  getallen: Getallen,
  primair: ReadonlyMap<string, Reden>,
  gebieden: Gebieden,
): Getallen {
  const ends = ({ grootheid, periode, gebied, dimensies }: Getal): readonly string[] => {
    const { geheel, deel } = grootheid.restVan ?? {};
    return [geheel, deel].flatMap((naam) =>
      naam === undefined ? [] : [plaatsKey(naam, periode, gebied, dimensies)],
    );
  };
  const ofRests = new Set([...getallen].flatMap(([key, getal]) => (primair.has(key) ? ends(getal) : [])));
  const isKept = (key: string, getal: Getal): boolean =>
    !isVerschil(getal) ||
    primair.has(key) ||
    ofRests.has(key) ||
    gebieden.gemeenten(getal.gebied)?.length === 1;
  const kept = new Map([...getallen].filter(([key, getal]) => isKept(key, getal)));
  return new Map([...kept].filter(([, getal]) => ends(getal).every((key) => kept.has(key))));
}

/** Adds what a release hid of a split that this one has rows of, and of which nothing is left in any area: there is a zero where its row was. */
function metVerdwenen(getallen: Getallen, { eerdere, wereld, regels }: Vraag): Getallen {
  if (eerdere.length === 0) return getallen;
  const shown = new Set([...getallen.values()].map(rijenKey));
  const gone = eerdere.flatMap((release) => {
    const { vervallen, getallen: toen } = gelezen(release, getallen, wereld, regels);
    return [...vervallen].flatMap((key): [string, Getal][] => {
      const getal = toen.get(key);
      if (getal === undefined || getal.dimensies.length === 0 || !shown.has(rijenKey(getal))) return [];
      return [[key, { ...getal, value: 0, afwezig: true }]];
    });
  });
  return gone.length === 0 ? getallen : sorted(new Map([...getallen, ...gone]));
}

/** Names the rows of a quantity, period and area with a kind of split. */
function rijenKey(getal: Getal): string {
  return `${uitsplitsingKey(getal)}|${getal.gebied}`;
}

/** Where a figure that was hidden before is 0 now: it stays hidden, so a hidden one can be 0 there. */
function eerderOp0(vraag: Vraag, getallen: Getallen): Ruimte {
  const { eerdere, wereld, regels } = vraag;
  if (eerdere.length === 0) return new Set();
  const { verborgen } = lotOf(eerdere, getallen, wereld, regels);
  return new Set(
    [...verborgen].flatMap((key) => {
      const getal = getallen.get(key);
      return getal?.value === 0 && getal.grootheid.restVan === undefined ? [uitsplitsingKey(getal)] : [];
    }),
  );
}
