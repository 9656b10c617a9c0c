// SPDX-License-Identifier: EUPL-1.2
import {
  type Dimensie,
  type FigureRow,
  type PlainDate,
  type ProductRegel,
  parsePlainDate,
  type Regio,
  revealBsn,
} from '../../src/contract/index.ts';
import type { FigureRequest } from '../../src/indicators/index.ts';
import { countedMessages, type Geleverd } from './evaluator-prestaties.ts';

/** Everything that figures can depend on. */
export interface World {
  readonly delivered: readonly Geleverd[];
  readonly producten: readonly ProductRegel[];
  readonly regio: Regio;
  /** Rows of sources beside messages, by the name of the source and the columns of its file. */
  readonly bronnen?: Readonly<Record<string, readonly Readonly<Record<string, string | number>>[]>>;
}

export interface Period {
  readonly first: PlainDate;
  readonly last: PlainDate;
}

export interface Person {
  readonly jaar?: number;
  readonly maand?: number;
  readonly geslacht?: string;
}

/** One figure without its names. */
export type Outcome = Pick<FigureRow, 'waarde' | 'teller' | 'noemer' | 'status' | 'grenzen'>;

const TYPES =
  'cit dyslexie basis-ggz gezinshuizen lvb jeugd-en-opvoedhulp gedwongen-kader jeugd-ggz landelijk-ingekocht pleegzorg specialistische-ggz';
const ALWAYS_SHOWN: Partial<Record<Dimensie, readonly string[]>> = {
  type: TYPES.split(' '),
  verwijzer: ['01', '02', '03', '04', '05', '06', '08'],
  leeftijd: ['0-3', '4-11', '12-17', '18+'],
  geslacht: ['1', '2'],
  richting: ['afschaling', 'opschaling', 'zijwaarts'],
};

export function count(waarde: number): Outcome {
  return { waarde, teller: null, noemer: null, status: ['normaal'] };
}

export function ratio(teller: number, noemer: number): Outcome {
  return noemer === 0
    ? { waarde: null, teller, noemer, status: ['niet_van_toepassing'] }
    : { waarde: teller / noemer, teller, noemer, status: ['normaal'] };
}

/** Whole years on the first of January; undefined when the year of birth is not known. */
export function ageOf({ jaar, maand }: Person, peiljaar: number): number | undefined {
  if (jaar === undefined) return undefined;
  const birthday = maand === undefined || maand === 1;
  return Math.max(0, peiljaar - jaar - (birthday ? 0 : 1));
}

export function ageClass(person: Person, peiljaar: number): string {
  const age = ageOf(person, peiljaar);
  if (age === undefined) return 'onbekend';
  if (age < 4) return '0-3';
  if (age < 12) return '4-11';
  return age < 18 ? '12-17' : '18+';
}

export function personsOf(delivered: readonly Geleverd[]): ReadonlyMap<string, Person> {
  const persons = new Map<string, Person>();
  for (const { rijen } of countedMessages(delivered)) {
    for (const rij of rijen) {
      if (!('client' in rij) || rij.client?.geslacht === undefined) continue;
      const { bsn, geboorteJaar, geboorteMaand, geslacht } = rij.client;
      persons.set(revealBsn(bsn), {
        ...(geboorteJaar === undefined ? {} : { jaar: geboorteJaar }),
        ...(geboorteMaand === undefined ? {} : { maand: geboorteMaand }),
        geslacht,
      });
    }
  }
  return persons;
}

export function areasOf(regio: Regio, samenstelling: string): ReadonlyMap<string, readonly string[]> {
  const all = regio.gemeenten
    .filter(
      ({ code }) => samenstelling === 'actual' || isMember(regio, code, day(`${regio.publicatiejaar}-01-01`)),
    )
    .map(({ code }) => code as string);
  const areas = new Map<string, readonly string[]>(all.map((code) => [code, [code]]));
  for (const { code, gemeenten } of regio.groepen) {
    areas.set(
      code,
      all.filter((gemeente) => gemeenten.some((member) => member === gemeente)),
    );
  }
  return areas.set(regio.code, all);
}

function isMember(regio: Regio, gemeente: string, when: PlainDate): boolean {
  return regio.gemeenten.some(
    ({ code, van, tot }) =>
      code === gemeente && (van === undefined || van <= when) && (tot === undefined || when <= tot),
  );
}

export function isMemberOn(regio: Regio, request: FigureRequest, gemeente: string, when: PlainDate): boolean {
  return request.samenstelling === 'restated' || isMember(regio, gemeente, when);
}

export function isMemberIn(regio: Regio, request: FigureRequest, gemeente: string, period: Period): boolean {
  if (request.samenstelling === 'restated') return true;
  for (let when = period.first; when <= period.last; when = (when + 1) as PlainDate) {
    if (isMember(regio, gemeente, when)) return true;
  }
  return false;
}

export function alwaysShown(
  dimensies: readonly Dimensie[],
  members: readonly string[],
): readonly (readonly string[])[] {
  let cells: readonly (readonly string[])[] = [[]];
  for (const dimensie of dimensies) {
    const codes = dimensie === 'gemeente' ? members : (ALWAYS_SHOWN[dimensie] ?? []);
    cells = cells.flatMap((cell) => codes.map((code) => [...cell, code]));
  }
  return cells;
}

function day(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === undefined) throw new Error(`no date: ${text}`);
  return date;
}

export function periodOf(label: string): Period {
  const [year = '', quarter] = label.split('-Q');
  if (label.includes('/')) {
    const [first = '', last = ''] = label.split('/');
    return { first: day(first), last: day(last) };
  }
  const ends = { 1: '03-31', 2: '06-30', 3: '09-30', 4: '12-31' }[Number(quarter ?? 4)];
  const begin = { 1: '01', 2: '04', 3: '07', 4: '10' }[Number(quarter ?? 1)];
  return { first: day(`${year}-${begin}-01`), last: day(`${year}-${ends}`) };
}

export function inBaseYear(label: string, base: number): Period {
  const shift = base - Number(label.slice(0, 4));
  const moved = label.replace(/\d{4}(?=-\d\d-|-Q|$)/g, (year) => String(Number(year) + shift));
  return periodOf(moved);
}

export function compareRows(a: FigureRow, b: FigureRow): number {
  const keys = (row: FigureRow): readonly string[] => [
    row.variant,
    row.periode,
    row.gebied,
    ...row.dimensies,
  ];
  const keysOfB = keys(b);
  for (const [index, key] of keys(a).entries()) {
    const other = keysOfB[index] ?? '';
    if (key < other) return -1;
    if (key > other) return 1;
  }
  return 0;
}
