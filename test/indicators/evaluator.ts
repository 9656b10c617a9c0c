// SPDX-License-Identifier: EUPL-1.2
import { type Dimensie, type FigureRow, type Regio, yearOf } from '../../src/contract/index.ts';
import type { FigureRequest } from '../../src/indicators/index.ts';
import { type Staand, standingPrestaties } from './evaluator-prestaties.ts';
import { evaluateTrajecten, TRAJECT_VARIANTS } from './evaluator-traject-figures.ts';
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
  if (request.indicator in TRAJECT_VARIANTS) return evaluateTrajecten(world, request);
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
