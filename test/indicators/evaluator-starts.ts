// SPDX-License-Identifier: EUPL-1.2
import { type FigureRow, type PlainDate, revealBsn, yearOf } from '../../src/contract/index.ts';
import type { FigureRequest } from '../../src/indicators/index.ts';
import { definitionOf } from './definitions.ts';
import { comesBefore, countedMessages, type Geleverd } from './evaluator-prestaties.ts';
import { currentToewijzing, intervals } from './evaluator-trajecten.ts';
import {
  ageClass,
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

/** A toewijzing whose care started. */
interface Start {
  readonly client: string;
  readonly gemeente: string;
  readonly begin: PlainDate;
  readonly facts: Readonly<Record<string, string>>;
  readonly counts: boolean;
  readonly wait: number;
  /** Days from the request to the toewijzing, and to the start; absent without a request. */
  readonly asked?: readonly [number, number];
}

const VARIANTS = [
  'start-mediaan',
  'start-p90',
  'verzoek-toewijzing-mediaan',
  'verzoek-toewijzing-p90',
  'verzoek-start-mediaan',
  'verzoek-start-p90',
  'boven-norm',
  'n-binnen',
  'n-buiten',
];

/** How long it took from a toewijzing to the first day of care, one toewijzing at a time. */
export function evaluateStarts(world: World, request: FigureRequest): readonly FigureRow[] {
  const all = starts(world);
  const persons = personsOf(world.delivered);
  const rows: FigureRow[] = [];
  for (const [gebied, gemeenten] of areasOf(world.regio, request.samenstelling)) {
    if (request.gebieden !== undefined && !request.gebieden.includes(gebied)) continue;
    for (const label of request.perioden) {
      const period = periodOf(label);
      const members = gemeenten.filter((gemeente) => isMemberIn(world.regio, request, gemeente, period));
      if (members.length === 0) continue;
      const cellOf = (start: Start): readonly string[] =>
        request.dimensies.map((dimensie) => {
          const person = persons.get(start.client) ?? {};
          if (dimensie === 'leeftijd') return ageClass(person, yearOf(period.first));
          if (dimensie === 'geslacht') return person.geslacht ?? '0';
          return dimensie === 'gemeente' ? start.gemeente : (start.facts[dimensie] ?? '');
        });
      const here = all.filter(
        ({ gemeente, begin }) =>
          gemeenten.includes(gemeente) &&
          isMemberOn(world.regio, request, gemeente, begin) &&
          inside(begin, period),
      );
      const cells = new Map(alwaysShown(request.dimensies, members).map((cell) => [cell.join('|'), cell]));
      for (const start of here) cells.set(cellOf(start).join('|'), cellOf(start));
      for (const cell of cells.values()) {
        const own = here.filter((start) => cellOf(start).join('|') === cell.join('|'));
        for (const variant of VARIANTS) {
          if (request.variant !== undefined && request.variant !== variant) continue;
          const known = outcome(variant, own, world, request);
          rows.push({
            indicator: request.indicator,
            variant,
            periode: label,
            gebied,
            dimensies: cell,
            ...known,
          });
        }
      }
    }
  }
  return rows.sort(compareRows);
}

function outcome(variant: string, own: readonly Start[], world: World, request: FigureRequest): Outcome {
  const counted = own.filter(({ counts }) => counts);
  const asked = counted.flatMap((start) => {
    const [toewijzing = -1, first = -1] = start.asked ?? [];
    return toewijzing >= 0 && first >= 0 ? [[toewijzing, first] as const] : [];
  });
  if (variant === 'n-binnen') return count(counted.length);
  if (variant === 'n-buiten') return count(own.length - counted.length);
  if (variant === 'boven-norm') {
    const late = counted.filter(({ wait, facts }) => wait > normOf(facts.type ?? '', world, request));
    return ratio(late.length, counted.length);
  }
  const share = variant.endsWith('p90') ? 0.9 : 0.5;
  if (variant.startsWith('start'))
    return quantile(
      counted.map(({ wait }) => wait),
      share,
    );
  return quantile(
    asked.map(([toewijzing, first]) => (variant.startsWith('verzoek-toe') ? toewijzing : first)),
    share,
  );
}

function normOf(type: string, { regio }: World, request: FigureRequest): number {
  const standard = definitionOf(request.indicator).parameters.find(({ naam }) => naam === 'norm-dagen');
  const norms = regio.normen?.startDagen ?? {};
  return Number(request.parameters?.['norm-dagen'] ?? norms[type] ?? norms.standaard ?? standard?.standaard);
}

/** The value of the person at the place in the row that at least this share of the others does not exceed. */
function quantile(days: readonly number[], share: number): Outcome {
  const sorted = days.toSorted((a, b) => a - b);
  const found = sorted.find((_, index) => (index + 1) * 10 >= Math.round(share * 10) * sorted.length);
  return found === undefined
    ? { waarde: null, teller: null, noemer: 0, status: ['niet_van_toepassing'] }
    : { waarde: found, teller: null, noemer: sorted.length, status: ['normaal'] };
}

function starts(world: World): readonly Start[] {
  const messages = countedMessages(world.delivered);
  const versions = messages.flatMap(({ kop, rijen }) =>
    rijen.flatMap((rij) => (rij.rij === 'toewijzing' ? [{ kop, rij }] : [])),
  );
  const numbers = [...new Set(versions.map(({ kop, rij }) => `${kop.gemeente}|${rij.toewijzingNummer}`))];
  const current = numbers.flatMap((key) => {
    const [gemeente = '', nummer = ''] = key.split('|');
    const found = currentToewijzing(gemeente, Number(nummer), messages);
    return found === undefined ? [] : [found];
  });
  const care = intervals(world.delivered, world.producten);
  return current.flatMap(({ kop, rij }) => {
    const own = care
      .filter(({ gemeente, toewijzing }) => gemeente === kop.gemeente && toewijzing === rij.toewijzingNummer)
      .sort((a, b) => a.begin - b.begin || (a.type < b.type ? -1 : 1));
    const [first] = own;
    if (first === undefined) return [];
    const own301 = versions.filter(
      (other) => other.kop.gemeente === kop.gemeente && other.rij.toewijzingNummer === rij.toewijzingNummer,
    );
    const granted = Math.min(...own301.map((other) => other.rij.toewijzingsdatum));
    const chained = current.some(
      (other) =>
        other.kop.gemeente === kop.gemeente &&
        other.kop.aanbieder === kop.aanbieder &&
        revealBsn(other.rij.client.bsn) === revealBsn(rij.client.bsn) &&
        other.rij.categorie === rij.categorie &&
        other.rij.code === rij.code &&
        other.rij.ingangsdatum < rij.ingangsdatum &&
        (other.rij.einddatum ?? Number.POSITIVE_INFINITY) >= rij.ingangsdatum - 1,
    );
    const wait = first.begin - rij.ingangsdatum;
    const reference = own301
      .filter((other) => other.rij.referentieAanbieder !== undefined)
      .sort(
        (a, b) =>
          a.rij.toewijzingsdatum - b.rij.toewijzingsdatum ||
          a.rij.toewijzingstijd - b.rij.toewijzingstijd ||
          (comesBefore(messageOf(a, messages), messageOf(b, messages)) ? -1 : 1),
      )[0];
    const requests = messages.filter(
      (message) =>
        message.kop.soort === 'JW315' &&
        message.kop.aanbieder === reference?.kop.aanbieder &&
        message.rijen.some(
          (row) => row.rij === 'verzoek' && row.referentieAanbieder === reference?.rij.referentieAanbieder,
        ),
    );
    const requested = Math.min(...requests.map((message) => message.kop.dagtekening));
    return [
      {
        client: revealBsn(rij.client.bsn),
        gemeente: kop.gemeente,
        begin: first.begin,
        facts: {
          type: first.type,
          verblijfsvorm: formOf(own.filter((one) => one.begin === first.begin && one.type === first.type)),
          categorie:
            own
              .filter((one) => one.begin === first.begin && one.type === first.type)
              .map((one) => one.categorie)
              .sort()[0] ?? '',
          aanbieder: kop.aanbieder,
          verwijzer: first.verwijzer,
        },
        counts: granted <= rij.ingangsdatum && wait >= 0 && !chained,
        wait,
        ...(requests.length === 0 ? {} : { asked: [granted - requested, first.begin - requested] as const }),
      },
    ];
  });
}

function formOf(some: readonly { readonly vorm?: string; readonly categorie: string }[]): string {
  return (
    some
      .map(
        ({ vorm, categorie }) => vorm ?? (categorie === '41' || categorie === '33' ? 'daghulp' : 'ambulant'),
      )
      .sort()[0] ?? ''
  );
}

function messageOf<Row extends { readonly kop: object }>(row: Row, messages: readonly Geleverd[]): Geleverd {
  const found = messages.find(({ kop }) => kop === row.kop);
  if (found === undefined) throw new Error('a row has a message');
  return found;
}

function inside(when: PlainDate, period: Period): boolean {
  return when >= period.first && when <= period.last;
}
