// SPDX-License-Identifier: EUPL-1.2
import { addDays, type Dimensie, type FigureRow, type Regio, yearOf } from '../../src/contract/index.ts';
import type { FigureRequest } from '../../src/indicators/index.ts';
import { BRON_INDICATORS, evaluateBronnen } from './evaluator-bronnen.ts';
import { evaluateCbs } from './evaluator-cbs.ts';
import { costParts } from './evaluator-kosten.ts';
import { type Staand, standingPrestaties } from './evaluator-prestaties.ts';
import { evaluateStarts } from './evaluator-starts.ts';
import { evaluateTrajecten, TRAJECT_VARIANTS } from './evaluator-traject-figures.ts';
import { firstDay } from './evaluator-trajecten.ts';
import {
  ageClass,
  alwaysShown,
  areasOf,
  compareRows,
  count,
  inBaseYear,
  isMemberIn,
  isMemberOn,
  type Outcome,
  type Period,
  type Person,
  periodOf,
  personsOf,
  ratio,
  type World,
} from './evaluator-world.ts';

/** The figures of a request, slowly and obviously, from the messages themselves. Shares no code with the SQL side. */
export function evaluate(world: World, request: FigureRequest): readonly FigureRow[] {
  if (BRON_INDICATORS.includes(request.indicator)) return evaluateBronnen(world, request);
  if (request.indicator === 'cbs-jeugdhulp') return evaluateCbs(world, request);
  const rows = evaluateBerichten(world, request);
  // Without any message nothing is known: no figure of message traffic is zero then.
  return world.delivered.length > 0 ? rows : rows.map((row) => ({ ...row, ...NOT_KNOWN }));
}

function evaluateBerichten(world: World, request: FigureRequest): readonly FigureRow[] {
  if (request.indicator === 'doorlooptijd-start') return evaluateStarts(world, request);
  const ofTrajecten = request.indicator in TRAJECT_VARIANTS ? evaluateTrajecten(world, request) : [];
  const ofPrestaties = variantsOf(request).length > 0 ? evaluatePrestaties(world, request) : [];
  return [...ofTrajecten, ...ofPrestaties].sort(compareRows);
}

/** Variants of the indicators over standing prestaties. */
const PRESTATIE_VARIANTS: Readonly<Record<string, readonly string[]>> = {
  clienten: [''],
  'clienten-groei': [''],
  uitgaven: [''],
  'uitgaven-per-client': [''],
  aanbieders: [''],
  'kosten-boven-grens': ['clienten', 'uitgaven'],
  'aandeel-per-type': ['clienten'],
  'verwijzer-afgeleid': ['clienten', 'uitgaven'],
  kostenontwikkeling: ['verschil', 'omvang', 'clienten', 'mix', 'volume', 'prijs', 'rest'],
};

function evaluatePrestaties(world: World, request: FigureRequest): readonly FigureRow[] {
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
        const base = baseOf(request, label, world.regio) ?? period;
        const cells = new Map<string, readonly string[]>();
        for (const cell of alwaysShown(request.dimensies, members)) cells.set(cell.join('|'), cell);
        for (const [where, when] of [[period, period] as const, [base, base] as const]) {
          for (const line of overlapping(inArea, where)) {
            if (request.indicator === 'kostenontwikkeling' && !beginsIn(line, where)) continue;
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
            ...(request.indicator === 'aandeel-per-type'
              ? ratio(
                  clientsIn(pick(period), period).size,
                  clientsIn(wholeOf(inArea, request, cell, persons, period), period).size,
                )
              : lacksTheYearBefore(world, request, period, base)
                ? NOT_KNOWN
                : outcome(request, variant, pick, inArea, period, base, world.regio)),
          });
        }
      }
    }
  }
  return rows.sort((a, b) => compareRows(a, b));
}

const NOT_KNOWN: Outcome = { waarde: null, teller: null, noemer: null, status: ['onbekend'] };

/** A change of costs needs the whole period before it; its first declarations may come a month later. */
function lacksTheYearBefore(
  world: World,
  { indicator }: FigureRequest,
  period: Period,
  base: Period,
): boolean {
  if (base.first === period.first) return false;
  return indicator === 'kostenontwikkeling' && firstDay(world.delivered) > addDays(base.first, 31);
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
    case 'verwijzer-afgeleid': {
      const derived = cell.filter(({ afgeleid }) => afgeleid);
      return variant === 'clienten'
        ? ratio(clientsIn(derived, period).size, clients.size)
        : ratio(spent(derived, period), spent(cell, period));
    }
    case 'kostenontwikkeling': {
      const parts = costParts({
        before: pick(base).filter((line) => beginsIn(line, base)),
        now: cell.filter((line) => beginsIn(line, period)),
      });
      return count(parts[variant] ?? Number.NaN);
    }
    case 'uitgaven':
      return count(spent(cell, period));
    case 'uitgaven-per-client':
      return ratio(spent(cell, period), clients.size);
    case 'aanbieders':
      return count(new Set(overlapping(cell, period).map((line) => line.aanbieder)).size);
    case 'kosten-boven-grens': {
      const tested = request.parameters?.['drempel-over'] === 'cel' ? cell : inArea;
      const limit = limitOf(request, period, regio);
      if (limit === undefined) return { waarde: null, teller: null, noemer: null, status: ['onbekend'] };
      const expensive = [...clients].filter(
        (client) =>
          spent(
            tested.filter((line) => line.client === client),
            period,
          ) > limit,
      );
      if (variant === 'clienten') return ratio(expensive.length, clients.size);
      const theirs = cell.filter((line) => expensive.includes(line.client));
      return ratio(spent(theirs, period), spent(cell, period));
    }
    default:
      throw new Error(`the evaluator does not know ${request.indicator}`);
  }
}

/** The threshold, with an index in whole thousandths: the index of the year over that of the base year. */
function limitOf(request: FigureRequest, period: Period, regio: Regio): number | undefined {
  const limit = Number(request.parameters?.['drempel-cents'] ?? regio.drempels.kostenGrensCents);
  if (request.parameters?.['drempel-index'] !== 'ja') return limit;
  const jaren = regio.drempels.index?.jaren ?? {};
  const [now, base] = [jaren[yearOf(period.first)], jaren[regio.basisjaar]];
  if (now === undefined || base === undefined) return undefined;
  return Math.floor((limit * Math.round(now * 1000)) / Math.round(base * 1000) + 0.5);
}

function baseOf(request: FigureRequest, label: string, regio: Regio): Period | undefined {
  if (request.indicator === 'clienten-groei') return inBaseYear(label, regio.basisjaar);
  if (request.indicator !== 'kostenontwikkeling') return undefined;
  const year = Number(label.slice(0, 4)) - 1;
  return inBaseYear(label, request.parameters?.['vergelijk-met'] === 'basisjaar' ? regio.basisjaar : year);
}

function wholeOf(
  inArea: readonly Staand[],
  request: FigureRequest,
  cell: readonly string[],
  persons: ReadonlyMap<string, Person>,
  period: Period,
): readonly Staand[] {
  const others = request.dimensies.filter((dimensie) => dimensie !== 'type');
  const wanted = others.map((dimensie) => cell[request.dimensies.indexOf(dimensie)]).join('|');
  return inArea.filter((line) => cellOf(line, others, persons, period).join('|') === wanted);
}

function variantsOf(request: FigureRequest): readonly string[] {
  if (request.dimensies.includes('verblijfsvorm')) return [];
  const variants = PRESTATIE_VARIANTS[request.indicator] ?? [];
  return request.variant === undefined ? variants : variants.filter((variant) => variant === request.variant);
}

function beginsIn(line: Staand, period: Period): boolean {
  return line.begin >= period.first && line.begin <= period.last;
}

function overlapping(lines: readonly Staand[], period: Period): readonly Staand[] {
  return lines.filter((line) => line.begin <= period.last && line.eind >= period.first);
}

function clientsIn(lines: readonly Staand[], period: Period): ReadonlySet<string> {
  return new Set(overlapping(lines, period).map((line) => line.client));
}

function spent(lines: readonly Staand[], period: Period): number {
  return lines.filter((line) => beginsIn(line, period)).reduce((sum, line) => sum + line.cents, 0);
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
    return (line as unknown as Readonly<Record<string, string>>)[dimensie] ?? 'onbekend';
  });
}
