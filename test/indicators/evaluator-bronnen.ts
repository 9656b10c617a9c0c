// SPDX-License-Identifier: EUPL-1.2
import {
  addDays,
  type Dimensie,
  type FigureRow,
  type PlainDate,
  parsePlainDate,
  yearOf,
} from '../../src/contract/index.ts';
import type { FigureRequest } from '../../src/indicators/index.ts';
import { definitionOf } from './definitions.ts';
import { standingPrestaties } from './evaluator-prestaties.ts';
import {
  ageClass,
  ageOf,
  alwaysShown,
  areasOf,
  compareRows,
  count,
  isMemberIn,
  isMemberOn,
  type Outcome,
  type Period,
  periodOf,
  personsOf,
  ratio,
  type World,
} from './evaluator-world.ts';

/** A row as its file has it: column names and values. */
export type Rij = Readonly<Record<string, string | number>>;

/** One row of a source on its way to be counted. */
interface Item {
  readonly gemeente: string | undefined;
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly cell: Readonly<Record<string, string>>;
  readonly who: string;
  readonly rij: Rij;
}

type Value = (items: readonly Item[], period: Period, where: Where) => Outcome;
interface Where {
  readonly world: World;
  readonly request: FigureRequest;
  readonly gemeenten: readonly string[];
  readonly cell: readonly string[];
}

interface Recipe {
  readonly items: (world: World, period: Period) => readonly Item[];
  readonly variants: Readonly<Record<string, Value>>;
  /** An item belongs where its first day does, also on later days. */
  readonly firstDay?: true;
  /** The delivery without which nothing is known. */
  readonly source?: string;
  /** A survey of quarters. */
  readonly survey?: true;
  /** The items that a variant is about, where not all are: only they make a cell appear. */
  readonly about?: (item: Item, variant: string) => boolean;
  /** Codes that are always shown. */
  readonly shown?: Readonly<Record<string, readonly string[]>>;
}

const FOREVER = parsePlainDate('9999-12-31') as PlainDate;
const UNKNOWN: Outcome = { waarde: null, teller: null, noemer: null, status: ['onbekend'] };
const FORMS = ['dys', 'lvb', 'ggz', 'jo', 'mix', 'kdc', 'jeugdzorgplus', 'pleegzorg', 'gezinshuis'];
const WAITS = ['0-14', '15-28', '29-42', '43-56', '57-70', '71-84', '85-98', '99-112', '>112'];
const REFERRERS = ['cit-cid', 'lokale-teams', 'gi', 'veilig-thuis', 'aanbieders', 'overig'];
const PLACES = { zorgvorm: FORMS, wachtklasse: WAITS, verblijf: ['ambulant', 'verblijf'] };
const WITH_AGE = { ...PLACES, leeftijd: ['0-3', '4-11', '12-17', '18+'] };

const people = (items: readonly Item[]): number => new Set(items.map(({ who }) => who)).size;
const total = (items: readonly Item[], column: string): number =>
  items.reduce((sum, { rij }) => sum + Number(rij[column] ?? 0), 0);
const providers = (items: readonly Item[]): number => new Set(items.map(({ rij }) => rij.aanbieder)).size;

/** How each indicator over other sources is counted, from the rows of the files themselves. */
const RECIPES: Readonly<Record<string, Recipe>> = {
  jeugdbescherming: {
    source: 'maatregelen',
    items: measures,
    variants: { '': (items) => count(people(kind(items, 'ots-kort', 'ots-lang', 'voogdij'))) },
  },
  jeugdreclassering: {
    source: 'maatregelen',
    items: measures,
    variants: { '': (items) => count(people(kind(items, 'jr'))) },
  },
  maatregelen: {
    source: 'maatregelen',
    items: measures,
    variants: Object.fromEntries(
      ['voogdij', 'ots-kort', 'ots-lang', 'vots'].map((code) => [
        code,
        (items) => count(people(kind(items, code))),
      ]),
    ),
  },
  muhp: {
    source: 'maatregelen',
    items: decisions,
    variants: {
      muhp: (items) => count(kind(items, 'muhp').length),
      ots: (items) => count(kind(items, 'ots').length),
      verhouding: (items) => ratio(kind(items, 'muhp').length, kind(items, 'ots').length),
    },
  },
  'jbt-aanmeldingen': {
    source: 'jbt',
    items: (world) => onDay(regular(world), 'datum', ['verwijzer'], 'gezin'),
    variants: { '': (items) => count(people(items)) },
    shown: { verwijzer: REFERRERS },
  },
  'jbt-besluiten': {
    source: 'jbt',
    items: (world) =>
      onDay(
        regular(world).filter(({ besluit, besluitdatum }) => besluit && besluitdatum),
        'besluitdatum',
        ['besluit', 'verwijzer'],
        'gezin',
      ),
    variants: { '': (items) => count(people(items)) },
    shown: { verwijzer: REFERRERS, besluit: ['start', 'geen', 'uitgesteld', 'nvt-overig'] },
  },
  'cit-crisiszaken': {
    source: 'cit',
    items: cases,
    variants: { '': (items) => count(kind(items, 'crisis').length) },
  },
  'cit-huisverboden': {
    source: 'cit',
    items: cases,
    variants: { '': (items) => count(kind(items, 'huisverbod').length) },
  },
  'jeugdzorgplus-plaatsingen': {
    source: 'jeugdzorgplus',
    items: placements,
    variants: { '': (items, { first }) => count(items.filter((item) => item.first >= first).length) },
  },
  'jeugdzorgplus-jeugdigen': {
    source: 'jeugdzorgplus',
    items: placements,
    variants: { '': (items) => count(people(items)) },
  },
  'jeugdzorgplus-bezetting': {
    source: 'jeugdzorgplus',
    items: placements,
    variants: { '': (items, { last }) => count(items.filter((item) => item.last >= last).length) },
  },
  'proeftuin-domeinen': {
    source: 'proeftuin',
    items: concerns,
    variants: {
      '': (items, { first, last }) =>
        count(people(items.filter((item) => item.first >= first && item.last <= last))),
    },
    shown: { domein: ['bestaanszekerheid', 'gezondheid', 'netwerk'] },
  },
  wachtenden: {
    source: 'wachttijden',
    items: waiting,
    survey: true,
    shown: WITH_AGE,
    variants: {
      bruto: (items) => count(total(items, 'wachtenden')),
      overbrugging: (items) => count(total(items, 'met_overbrugging')),
      netto: (items) => count(total(items, 'wachtenden') - total(items, 'met_overbrugging')),
    },
  },
  'wachtenden-lang': {
    source: 'wachttijden',
    items: waiting,
    survey: true,
    shown: WITH_AGE,
    variants: { '': (items) => count(total(items, 'meer_dan_90_dagen')) },
  },
  'wachtend-aandeel': {
    source: 'wachttijden',
    items: waiting,
    survey: true,
    shown: WITH_AGE,
    variants: { '': (items) => ratio(total(items, 'wachtenden'), total(items, 'in_zorg')) },
  },
  'aanbieders-per-wachtklasse': {
    source: 'wachttijden',
    items: usualWaits,
    survey: true,
    shown: PLACES,
    variants: { '': (items) => count(providers(items)) },
  },
  respons: {
    source: 'uitvragen',
    items: asked,
    survey: true,
    shown: { soort: ['regulier', 'pleegzorg'] },
    variants: { '': (items) => ratio(providers(items.filter(({ who }) => who === 'ja')), providers(items)) },
  },
  tevredenheid: answers('tevredenheid'),
  'zonder-hulp-verder': answers('zonder-hulp-verder'),
  doelrealisatie: {
    source: 'uitkomsten',
    items: (world) => [...outcomes(world), ...changes(world)],
    about: ({ who }, variant) => ['respons', 'positief'].includes(variant) === (who === ''),
    variants: {
      ...answers('doelrealisatie').variants,
      ...Object.fromEntries(
        ['verbeterd', 'ongewijzigd', 'verslechterd'].map((word) => [
          word,
          (items: readonly Item[]) => {
            const pairs = items.filter(({ who }) => who !== '');
            return enough(pairs.filter(({ who }) => who === word).length, pairs.length);
          },
        ]),
      ),
    },
  },
  big5: {
    source: 'uitkomsten',
    items: forms,
    about: (one, variant) => ['respons', 'alle-vijf'].includes(variant) || complete(one),
    variants: {
      respons: (items) => ratio(items.filter(complete).length, items.length),
      'alle-vijf': (items) => {
        const done = items.filter(complete);
        return enough(
          done.filter(({ rij }) => ELEMENTS.every((name) => Number(rij[name]) >= 1)).length,
          done.length,
        );
      },
      ...Object.fromEntries(
        ['volwassene', 'wonen', 'school-werk', 'inkomen', 'welzijn'].map((name) => [
          name,
          (items: readonly Item[]) => {
            const done = items.filter(complete);
            return enough(done.filter(({ rij }) => Number(rij[name]) >= 1).length, done.length);
          },
        ]),
      ),
    },
  },
  'bevolking-0-17': {
    items: () => [],
    variants: {
      '': (_, period, where) => {
        const people17 = residents(period, where);
        return people17 === undefined ? UNKNOWN : count(people17);
      },
    },
  },
  'aandeel-jeugdigen': {
    items: lines,
    firstDay: true,
    variants: {
      '': (items, period, where) => {
        const people17 = residents(period, where);
        return people17 === undefined ? UNKNOWN : ratio(young(items, period, where), people17);
      },
    },
  },
};

const ELEMENTS = ['volwassene', 'wonen', 'school-werk', 'inkomen', 'welzijn'];

export const BRON_INDICATORS: readonly string[] = Object.keys(RECIPES);

/** The figures of an indicator over sources beside message traffic, from the rows of their files. */
export function evaluateBronnen(world: World, request: FigureRequest): readonly FigureRow[] {
  const recipe = RECIPES[request.indicator];
  if (recipe === undefined) throw new Error(`no recipe for ${request.indicator}`);
  const rows: FigureRow[] = [];
  for (const [gebied, gemeenten] of areasOf(world.regio, request.samenstelling)) {
    if (request.gebieden !== undefined && !request.gebieden.includes(gebied)) continue;
    for (const label of request.perioden) {
      const period = periodOf(label);
      const members = gemeenten.filter((gemeente) => isMemberIn(world.regio, request, gemeente, period));
      if (members.length === 0) continue;
      const then = recipe
        .items(world, period)
        .filter((item) => item.first <= period.last && item.last >= period.first)
        .filter((item) => recipe.survey !== true || surveyed(item, period, request));
      const here = then.filter((item) =>
        recipe.firstDay
          ? gemeenten.includes(item.gemeente ?? '') &&
            isMemberOn(world.regio, request, item.gemeente ?? '', item.first)
          : belongs(item, world, request, gebied, gemeenten, period),
      );
      for (const [variant, value] of Object.entries(recipe.variants)) {
        if (request.variant !== undefined && request.variant !== variant) continue;
        const isAbout = (item: Item): boolean => recipe.about?.(item, variant) ?? true;
        const own = here.filter(isAbout);
        const known =
          isDelivered(recipe, world, period, request) &&
          (isWhole(world, request, gebied, gemeenten) || tellsPlaces(recipe, then.filter(isAbout)));
        const cells = new Map<string, readonly string[]>();
        for (const cell of shownCells(request, recipe, members)) cells.set(cell.join('|'), cell);
        for (const item of own) cells.set(cellOf(item, request).join('|'), cellOf(item, request));
        for (const cell of cells.values()) {
          const items = own.filter((item) => cellOf(item, request).join('|') === cell.join('|'));
          const place = request.dimensies.indexOf('gemeente');
          const where = { world, request, cell, gemeenten: place < 0 ? members : [cell[place] ?? ''] };
          rows.push({
            indicator: request.indicator,
            variant,
            periode: label,
            gebied,
            dimensies: cell,
            ...(known ? value(items, period, where) : UNKNOWN),
          });
        }
      }
    }
  }
  return rows.sort(compareRows);
}

/** Whether any delivery of the source is about a day of the period. */
function isDelivered(recipe: Recipe, world: World, period: Period, request: FigureRequest): boolean {
  if (recipe.source === undefined) return true;
  return rowsOf(world, recipe.source).some((rij) => {
    const about =
      rij.periode === undefined ? quarterAround(day(rij.peildatum)) : periodOf(String(rij.periode));
    if (about.first > period.last || about.last < period.first) return false;
    return recipe.survey !== true || surveyed({ first: about.first } as Item, period, request);
  });
}

/** Without a gemeente in any row, only the region itself is known. */
function tellsPlaces(recipe: Recipe, items: readonly Item[]): boolean {
  return (
    recipe.source === undefined || items.length === 0 || items.some(({ gemeente }) => gemeente !== undefined)
  );
}

function quarterAround(when: PlainDate): Period {
  const at = new Date(when * 86_400_000);
  return periodOf(`${at.getUTCFullYear()}-Q${Math.floor(at.getUTCMonth() / 3) + 1}`);
}

/** For a long period only the survey of one quarter counts. */
function surveyed({ first }: Item, period: Period, request: FigureRequest): boolean {
  const month = new Date(first * 86_400_000).getUTCMonth();
  return (
    period.last - period.first < 100 ||
    Math.floor(month / 3) + 1 === Number(request.parameters?.peilkwartaal ?? 2)
  );
}

function isWhole(
  { regio }: World,
  { samenstelling }: FigureRequest,
  gebied: string,
  gemeenten: readonly string[],
): boolean {
  const all = areasOf(regio, samenstelling).get(regio.code) ?? [];
  return gebied === regio.code || all.every((gemeente) => gemeenten.includes(gemeente));
}

function belongs(
  item: Item,
  world: World,
  request: FigureRequest,
  gebied: string,
  gemeenten: readonly string[],
  period: Period,
): boolean {
  if (item.gemeente === undefined) return isWhole(world, request, gebied, gemeenten);
  if (!gemeenten.includes(item.gemeente)) return false;
  const first = Math.max(item.first, period.first) as PlainDate;
  const last = Math.min(item.last, period.last) as PlainDate;
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (isMemberOn(world.regio, request, item.gemeente, day)) return true;
  }
  return false;
}

function shownCells(
  request: FigureRequest,
  recipe: Recipe,
  members: readonly string[],
): readonly (readonly string[])[] {
  if (recipe.firstDay) return alwaysShown(request.dimensies, members);
  let cells: readonly (readonly string[])[] = [[]];
  for (const dimensie of request.dimensies) {
    const codes = dimensie === 'gemeente' ? members : (recipe.shown?.[dimensie] ?? []);
    cells = cells.flatMap((cell) => codes.map((code) => [...cell, code]));
  }
  return cells;
}

function cellOf(item: Item, request: FigureRequest): readonly string[] {
  return request.dimensies.map((dimensie) =>
    dimensie === 'gemeente' ? (item.gemeente ?? 'onbekend') : (item.cell[dimensie] ?? 'onbekend'),
  );
}

function rowsOf(world: World, source: string): readonly Rij[] {
  return world.bronnen?.[source] ?? [];
}

function day(value: string | number | undefined): PlainDate {
  const date = parsePlainDate(String(value));
  if (date === undefined) throw new Error(`no day: ${value}`);
  return date;
}

function personOf(rij: Rij, supplier: string): string {
  return rij.bsn === undefined || rij.bsn === '' ? `${rij[supplier]}|${rij.eigen_nummer}` : String(rij.bsn);
}

function item(rij: Rij, first: PlainDate, last: PlainDate, cell: Item['cell'], who: string): Item {
  const gemeente = rij.gemeente === undefined || rij.gemeente === '' ? undefined : String(rij.gemeente);
  return { gemeente, first, last, cell, who, rij };
}

function kind(items: readonly Item[], ...codes: readonly string[]): readonly Item[] {
  return items.filter(({ cell }) => codes.includes(cell.soort ?? ''));
}

function measures(world: World, period: Period): readonly Item[] {
  return rowsOf(world, 'maatregelen')
    .filter(({ soort }) => soort !== 'muhp')
    .map((rij) => {
      const first = day(rij.begin);
      const last = rij.eind ? day(rij.eind) : FOREVER;
      const judged = Math.min(last, period.last) as PlainDate;
      const twoYears = `${yearOf(first) + 2}${String(rij.begin).slice(4)}`;
      const reached = (parsePlainDate(twoYears) ?? day(`${yearOf(first) + 2}-02-28`)) <= judged;
      const soort = rij.soort === 'ots' ? (reached ? 'ots-lang' : 'ots-kort') : String(rij.soort);
      return item(rij, first, last, { gi: String(rij.gi), soort }, personOf(rij, 'gi'));
    });
}

function decisions(world: World): readonly Item[] {
  return rowsOf(world, 'maatregelen').map((rij) => {
    const when = day(rij.beschikking_op || rij.begin);
    return item(rij, when, when, { gi: String(rij.gi), soort: String(rij.soort) }, '');
  });
}

function regular(world: World): readonly Rij[] {
  return rowsOf(world, 'jbt').filter(({ soort }) => soort === 'regulier');
}

function onDay(
  rows: readonly Rij[],
  column: string,
  dimensies: readonly string[],
  who: string,
): readonly Item[] {
  return rows.map((rij) => {
    const cell = Object.fromEntries(dimensies.map((name) => [name, String(rij[name])]));
    return item(rij, day(rij[column]), day(rij[column]), cell, `${rij.herkomst}|${rij[who]}`);
  });
}

function cases(world: World): readonly Item[] {
  return rowsOf(world, 'cit').map((rij) =>
    item(rij, day(rij.datum), day(rij.datum), { soort: String(rij.soort) }, ''),
  );
}

function placements(world: World): readonly Item[] {
  return rowsOf(world, 'jeugdzorgplus').map((rij, index) =>
    item(
      rij,
      day(rij.begin),
      rij.eind ? day(rij.eind) : FOREVER,
      { voorziening: String(rij.voorziening) },
      rij.bsn || rij.eigen_nummer ? personOf(rij, 'afzender') : `row ${index}`,
    ),
  );
}

function concerns(world: World): readonly Item[] {
  return rowsOf(world, 'proeftuin').map((rij) => {
    const { first, last } = periodOf(String(rij.periode));
    const cell = { domein: String(rij.domein), soort: String(rij.zorg) };
    return item(rij, first, last, cell, `${rij.afzender}|${rij.gezin}`);
  });
}

/** Answers to the survey of waiting times; who answered the one about foster care is not counted in the regular one for that form too. */
function surveyRows(world: World): readonly Rij[] {
  const all = rowsOf(world, 'wachttijden');
  return all.filter(
    (rij) =>
      rij.uitvraag === 'pleegzorg' ||
      !['pleegzorg', 'gezinshuis'].includes(String(rij.zorgvorm)) ||
      !all.some(
        (other) =>
          other.uitvraag === 'pleegzorg' &&
          other.aanbieder === rij.aanbieder &&
          other.zorgvorm === rij.zorgvorm &&
          quarterOf(other) === quarterOf(rij),
      ),
  );
}

function quarterOf({ peildatum }: Rij): string {
  const [year, month] = String(peildatum).split('-').map(Number);
  return `${year}-${Math.ceil((month ?? 1) / 3)}`;
}

function waiting(world: World): readonly Item[] {
  return surveyRows(world)
    .filter((rij) => rij.niets_te_melden !== 'ja')
    .map((rij) =>
      item(
        rij,
        day(rij.peildatum),
        day(rij.peildatum),
        {
          zorgvorm: String(rij.zorgvorm),
          verblijf: String(rij.verblijf),
          wachtklasse: String(rij.wachtklasse || 'onbekend'),
          leeftijd: String(rij.leeftijdsklasse || 'onbekend'),
          aanbieder: String(rij.aanbieder),
          soort: String(rij.zorgvorm_detail || 'geen'),
        },
        '',
      ),
    );
}

function usualWaits(world: World): readonly Item[] {
  return surveyRows(world)
    .filter((rij) => rij.gebruikelijke_wachtklasse)
    .map((rij) => {
      const cell = {
        wachtklasse: String(rij.gebruikelijke_wachtklasse),
        zorgvorm: String(rij.zorgvorm),
        verblijf: String(rij.verblijf),
      };
      return item(rij, day(rij.peildatum), day(rij.peildatum), cell, '');
    });
}

function asked(world: World): readonly Item[] {
  return rowsOf(world, 'uitvragen').map((rij) => {
    const answered = rowsOf(world, 'wachttijden').some(
      (answer) =>
        (answer.uitvraag || 'regulier') === rij.uitvraag &&
        answer.aanbieder === rij.aanbieder &&
        quarterOf(answer) === quarterOf(rij) &&
        (!rij.zorgvorm || !answer.zorgvorm || answer.zorgvorm === rij.zorgvorm),
    );
    const cell = { soort: String(rij.uitvraag), zorgvorm: String(rij.zorgvorm || 'alle') };
    return item(
      { ...rij, gemeente: '' },
      day(rij.peildatum),
      day(rij.peildatum),
      cell,
      answered ? 'ja' : 'nee',
    );
  });
}

function outcomes(world: World): readonly Item[] {
  return rowsOf(world, 'uitkomsten')
    .filter((rij) => (rij.moment || 'eind') === 'eind')
    .map((rij) => item(rij, day(rij.datum), day(rij.datum), outcomeCell(rij), ''));
}

function outcomeCell(rij: Rij): Item['cell'] {
  return {
    informant: String(rij.informant),
    aanbieder: String(rij.aanbieder),
    instrument: String(rij.instrument),
  };
}

function answers(instrument: string): Recipe {
  const own = (items: readonly Item[]): readonly Item[] =>
    items.filter((one) => one.rij.instrument === instrument && one.who === '');
  const given = (items: readonly Item[]): readonly Item[] => own(items).filter(({ rij }) => isGiven(rij));
  return {
    source: 'uitkomsten',
    items: outcomes,
    variants: {
      respons: (items) => ratio(given(items).length, own(items).length),
      positief: (items, _, { request }) => {
        const definition = definitionOf(request.indicator);
        const least = definition.parameters.find(({ naam }) => naam === 'positief-vanaf')?.standaard;
        const good = given(items).filter(({ rij }) => Number(rij.waarde) >= Number(least));
        return enough(good.length, given(items).length);
      },
    },
  };
}

function isGiven({ waarde }: Rij): boolean {
  return waarde !== undefined && waarde !== '';
}

/** A share of at least thirty. */
function enough(teller: number, noemer: number): Outcome {
  return noemer > 0 && noemer < 30
    ? { waarde: null, teller: null, noemer, status: ['onbekend'] }
    : ratio(teller, noemer);
}

/** Pairs of a measurement at the end and the first one at the begin, on a scale of the region; `who` says how it changed. */
function changes(world: World): readonly Item[] {
  const all = rowsOf(world, 'uitkomsten').filter(isGiven);
  const same = (rij: Rij): string =>
    [
      personOf(rij, 'aanbieder'),
      rij.aanbieder,
      rij.traject ?? '',
      rij.informant,
      rij.instrument,
      rij.onderdeel ?? '',
    ].join('|');
  return all
    .filter((rij) => (rij.moment || 'eind') === 'eind')
    .flatMap((rij) => {
      const scale = world.regio.schalen?.[String(rij.instrument)];
      const before = all
        .filter((other) => other.moment === 'begin' && same(other) === same(rij))
        .sort((a, b) => day(a.datum) - day(b.datum))[0];
      if (scale === undefined || before === undefined || day(before.datum) > day(rij.datum)) return [];
      const difference = Number(rij.waarde) - Number(before.waarde);
      const index = difference / (scale.sd * Math.SQRT2 * Math.sqrt(1 - scale.betrouwbaarheid));
      const better = scale.hogerIsBeter ? index > 0 : index < 0;
      const word = Math.abs(index) < 1.96 ? 'ongewijzigd' : better ? 'verbeterd' : 'verslechterd';
      return [item(rij, day(rij.datum), day(rij.datum), outcomeCell(rij), word)];
    });
}

/** One item per form, with the five answers as columns. */
function forms(world: World): readonly Item[] {
  const rows = rowsOf(world, 'uitkomsten').filter(
    ({ instrument, moment }) => instrument === 'big5' && (moment || 'eind') === 'eind',
  );
  const byForm = new Map<string, Rij[]>();
  for (const rij of rows) {
    const key = [personOf(rij, 'aanbieder'), rij.aanbieder, rij.informant, rij.datum, rij.gemeente].join('|');
    byForm.set(key, [...(byForm.get(key) ?? []), rij]);
  }
  return [...byForm.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const columns = own.filter(isGiven).map(({ onderdeel, waarde }) => [onderdeel, waarde] as const);
    const form = { ...first, ...Object.fromEntries(columns) };
    return [item(form, day(first.datum), day(first.datum), outcomeCell(first), '')];
  });
}

function complete({ rij }: Item): boolean {
  return ELEMENTS.every((name) => rij[name] !== undefined);
}

/** First and last age of each class. */
const AGES: Readonly<Record<string, readonly [number, number]>> = {
  '0-3': [0, 3],
  '4-11': [4, 11],
  '12-17': [12, 17],
};

/** Residents aged 0 to 17 on 1 January; undefined when one gemeente is not known, or no longer belongs to the region, or does not tell the part that the cell is about. */
function residents(period: Period, { world, request, gemeenten, cell }: Where): number | undefined {
  const codeOf = (dimensie: Dimensie): string | undefined => cell[request.dimensies.indexOf(dimensie)];
  const [klasse, geslacht] = [codeOf('leeftijd'), codeOf('geslacht')];
  if (geslacht !== undefined && geslacht !== '1' && geslacht !== '2') return undefined;
  const known = gemeenten.map((gemeente) => {
    const rows = rowsOf(world, 'bevolking').filter(
      (rij) =>
        rij.gemeente === gemeente &&
        isMemberIn(world.regio, request, gemeente, period) &&
        String(rij.peildatum) === `${yearOf(period.first)}-01-01`,
    );
    if (rows.length === 0 || klasse === 'onbekend') return undefined;
    if (klasse === '18+') return 0;
    const [from, to] = AGES[klasse ?? ''] ?? [0, 17];
    const own = rows.filter(
      (rij) =>
        Number(rij.leeftijd_van) >= from &&
        Number(rij.leeftijd_tot) <= to &&
        (geslacht === undefined || String(rij.geslacht) === geslacht),
    );
    const told = own.map((rij) => {
      const ages = Number(rij.leeftijd_tot) - Number(rij.leeftijd_van) + 1;
      return geslacht === undefined && rij.geslacht !== '' && rij.geslacht !== undefined ? ages / 2 : ages;
    });
    return sum(told) === to - from + 1 ? sum(own.map(({ aantal }) => Number(aantal))) : undefined;
  });
  return known.some((number) => number === undefined) ? undefined : sum(known.map(Number));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** Standing lines, which make a cell appear. */
function lines({ delivered, producten }: World, period: Period): readonly Item[] {
  const persons = personsOf(delivered);
  return standingPrestaties(delivered, producten).map((line) => {
    const { gemeente, begin, eind, client, type, aanbieder, verwijzer, categorie } = line;
    const person = persons.get(client) ?? {};
    const leeftijd = ageClass(person, yearOf(period.first));
    const cell = { type, aanbieder, verwijzer, categorie, leeftijd, geslacht: person.geslacht ?? '0' };
    return {
      gemeente,
      first: begin,
      last: eind,
      cell: cell as unknown as Item['cell'],
      who: String(client),
      rij: {},
    };
  });
}

function young(items: readonly Item[], period: Period, { world }: Where): number {
  const persons = personsOf(world.delivered);
  return [...new Set(items.map(({ who }) => who))].filter((client) => {
    const age = ageOf(persons.get(client) ?? {}, yearOf(period.first));
    return age !== undefined && age < 18;
  }).length;
}
