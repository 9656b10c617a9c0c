// SPDX-License-Identifier: EUPL-1.2
import {
  type Dimensie,
  type FigureRow,
  type PlainDate,
  type ProductRegel,
  parsePlainDate,
  type Regio,
  revealBsn,
  yearOf,
} from '../../src/contract/index.ts';
import type { FigureRequest } from '../../src/indicators/index.ts';
import { countedMessages, type Geleverd, type Staand, standingPrestaties } from './evaluator-prestaties.ts';

/** Everything that figures can depend on. */
export interface World {
  readonly delivered: readonly Geleverd[];
  readonly producten: readonly ProductRegel[];
  readonly regio: Regio;
}

interface Period {
  readonly first: PlainDate;
  readonly last: PlainDate;
}

interface Person {
  readonly jaar?: number;
  readonly maand?: number;
  readonly geslacht?: string;
}

/** One figure without its names. */
type Outcome = Pick<FigureRow, 'waarde' | 'teller' | 'noemer' | 'status'>;

const TYPES =
  'cit dyslexie basis-ggz gezinshuizen lvb jeugd-en-opvoedhulp gedwongen-kader jeugd-ggz landelijk-ingekocht pleegzorg specialistische-ggz';
const ALWAYS_SHOWN: Partial<Record<Dimensie, readonly string[]>> = {
  type: TYPES.split(' '),
  verwijzer: ['01', '02', '03', '04', '05', '06', '08'],
  leeftijd: ['0-3', '4-11', '12-17', '18+'],
  geslacht: ['1', '2'],
};

/** The figures of a request, slowly and obviously, from the messages themselves. Shares no code with the SQL side. */
export function evaluate(world: World, request: FigureRequest): readonly FigureRow[] {
  const standing = standingPrestaties(world.delivered, world.producten);
  const persons = personsOf(world.delivered);
  const areas = areasOf(world.regio, request.samenstelling);
  const rows: FigureRow[] = [];
  for (const variant of variantsOf(request)) {
    for (const label of request.perioden) {
      for (const [gebied, gemeenten] of areas) {
        if (request.gebieden !== undefined && !request.gebieden.includes(gebied)) continue;
        const period = periodOf(label);
        const members = gemeenten.filter((gemeente) => isMemberIn(world.regio, request, gemeente, period));
        if (members.length === 0) continue;
        const inArea = standing.filter(
          (line) =>
            gemeenten.includes(line.gemeente) && isMemberOn(world.regio, request, line.gemeente, line.begin),
        );
        const base =
          request.indicator === 'clienten-groei' ? inBaseYear(label, world.regio.basisjaar) : period;
        const cells = new Map<string, readonly string[]>();
        for (const cell of alwaysShown(request.dimensies, members)) cells.set(cell.join('|'), cell);
        for (const [where, when] of [[period, period] as const, [base, base] as const]) {
          for (const line of overlapping(inArea, where)) {
            const cell = cellOf(line, request.dimensies, persons, when);
            cells.set(cell.join('|'), cell);
          }
        }
        for (const cell of cells.values()) {
          const pick = (when: Period): readonly Staand[] =>
            inArea.filter(
              (line) => cellOf(line, request.dimensies, persons, when).join('|') === cell.join('|'),
            );
          rows.push({
            indicator: request.indicator,
            variant,
            periode: label,
            gebied,
            dimensies: cell,
            ...outcome(request, variant, pick, inArea, period, base, world.regio),
          });
        }
      }
    }
  }
  return rows.sort((a, b) => compareRows(a, b));
}

function outcome(
  request: FigureRequest,
  variant: string,
  pick: (when: Period) => readonly Staand[],
  inArea: readonly Staand[],
  period: Period,
  base: Period,
  regio: Regio,
): Outcome {
  const cell = pick(period);
  const clients = clientsIn(cell, period);
  switch (request.indicator) {
    case 'clienten':
      return count(clients.size);
    case 'clienten-groei': {
      const before = clientsIn(pick(base), base).size;
      return before === 0
        ? ratio(clients.size, 0)
        : { ...ratio(clients.size, before), waarde: (clients.size - before) / before };
    }
    case 'uitgaven':
      return count(spent(cell, period));
    case 'uitgaven-per-client':
      return ratio(spent(cell, period), clients.size);
    case 'aanbieders':
      return count(new Set(overlapping(cell, period).map((line) => line.aanbieder)).size);
    case 'kosten-boven-grens': {
      const tested = request.parameters?.['drempel-over'] === 'cel' ? cell : inArea;
      const expensive = [...clients].filter(
        (client) =>
          spent(
            tested.filter((line) => line.client === client),
            period,
          ) > Number(request.parameters?.['drempel-cents'] ?? regio.drempels.kostenGrensCents),
      );
      if (variant === 'clienten') return ratio(expensive.length, clients.size);
      const theirs = cell.filter((line) => expensive.includes(line.client));
      return ratio(spent(theirs, period), spent(cell, period));
    }
    default:
      throw new Error(`the evaluator does not know ${request.indicator}`);
  }
}

function variantsOf(request: FigureRequest): readonly string[] {
  if (request.variant !== undefined) return [request.variant];
  return request.indicator === 'kosten-boven-grens' ? ['clienten', 'uitgaven'] : [''];
}

function count(waarde: number): Outcome {
  return { waarde, teller: null, noemer: null, status: ['normaal'] };
}

function ratio(teller: number, noemer: number): Outcome {
  return noemer === 0
    ? { waarde: null, teller, noemer, status: ['niet_van_toepassing'] }
    : { waarde: teller / noemer, teller, noemer, status: ['normaal'] };
}

function overlapping(lines: readonly Staand[], period: Period): readonly Staand[] {
  return lines.filter((line) => line.begin <= period.last && line.eind >= period.first);
}

function clientsIn(lines: readonly Staand[], period: Period): ReadonlySet<string> {
  return new Set(overlapping(lines, period).map((line) => line.client));
}

function spent(lines: readonly Staand[], period: Period): number {
  return lines
    .filter((line) => line.begin >= period.first && line.begin <= period.last)
    .reduce((sum, line) => sum + line.cents, 0);
}

function cellOf(
  line: Staand,
  dimensies: readonly Dimensie[],
  persons: ReadonlyMap<string, Person>,
  period: Period,
): readonly string[] {
  const person = persons.get(line.client) ?? {};
  return dimensies.map((dimensie) => {
    if (dimensie === 'leeftijd') return ageClass(person, yearOf(period.first));
    if (dimensie === 'geslacht') return person.geslacht ?? '0';
    return line[dimensie];
  });
}

function ageClass({ jaar, maand }: Person, peiljaar: number): string {
  if (jaar === undefined) return 'onbekend';
  const birthday = maand === undefined || maand === 1;
  const age = Math.max(0, peiljaar - jaar - (birthday ? 0 : 1));
  if (age < 4) return '0-3';
  if (age < 12) return '4-11';
  return age < 18 ? '12-17' : '18+';
}

function personsOf(delivered: readonly Geleverd[]): ReadonlyMap<string, Person> {
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

function areasOf(regio: Regio, samenstelling: string): ReadonlyMap<string, readonly string[]> {
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

function isMemberOn(regio: Regio, request: FigureRequest, gemeente: string, when: PlainDate): boolean {
  return request.samenstelling === 'restated' || isMember(regio, gemeente, when);
}

function isMemberIn(regio: Regio, request: FigureRequest, gemeente: string, period: Period): boolean {
  if (request.samenstelling === 'restated') return true;
  for (let when = period.first; when <= period.last; when = (when + 1) as PlainDate) {
    if (isMember(regio, gemeente, when)) return true;
  }
  return false;
}

function alwaysShown(
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

function periodOf(label: string): Period {
  const [year = '', quarter] = label.split('-Q');
  if (label.includes('/')) {
    const [first = '', last = ''] = label.split('/');
    return { first: day(first), last: day(last) };
  }
  const ends = { 1: '03-31', 2: '06-30', 3: '09-30', 4: '12-31' }[Number(quarter ?? 4)];
  const begin = { 1: '01', 2: '04', 3: '07', 4: '10' }[Number(quarter ?? 1)];
  return { first: day(`${year}-${begin}-01`), last: day(`${year}-${ends}`) };
}

function inBaseYear(label: string, base: number): Period {
  const shift = base - Number(label.slice(0, 4));
  const moved = label.replace(/\d{4}(?=-\d\d-|-Q|$)/g, (year) => String(Number(year) + shift));
  return periodOf(moved);
}

function compareRows(a: FigureRow, b: FigureRow): number {
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
