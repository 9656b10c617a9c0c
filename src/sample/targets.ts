// SPDX-License-Identifier: EUPL-1.2

import type { Problem, Regio } from '../contract/index.ts';
import { OperatorError, TYPEN_JEUGDHULP } from '../contract/index.ts';
import type { Cijfer, Tegenspraak } from './contradictions.ts';
import { findTegenspraken } from './contradictions.ts';
import { DOCUMENTED_REPAIRS } from './documented-repairs.ts';
import { priceLevel } from './parameters.ts';
import type { PublishedFigures } from './published-figure.ts';
import type { Remark } from './remark.ts';

/** What one gemeente must come to in one year. */
export interface GemeenteTarget {
  readonly gemeente: string;
  readonly jaar: number;
  readonly clienten: number;
  /** In the order of `TYPEN_JEUGDHULP`. */
  readonly perType: readonly number[];
  readonly uitgavenCents: number;
}

/** The split of a whole region by expenditure per client in one year. */
export interface GrensTarget {
  readonly jaar: number;
  readonly grensCents: number;
  readonly clientenShare: number;
  readonly uitgavenShare: number;
}

export interface Targets {
  /** Every year that people live in: those of the figures, and the follow-up year where there is one. */
  readonly years: readonly number[];
  /** Year after the figures, without figures of its own: it shows how the help of the last year went on. */
  readonly vervolgjaar: number | undefined;
  /** CBS codes with prefix, in the order of `regio.gemeenten`. */
  readonly gemeenten: readonly string[];
  /** One per gemeente and year. */
  readonly cells: readonly GemeenteTarget[];
  readonly grens: readonly GrensTarget[];
}

/** How far from the edge of its rounding interval a regional mean is put when it has to move. Unit: eurocent per client. */
const EDGE_CENTS = 5;

/**
 * Turns published figures into targets that can hold together, and says what was mended or cannot be.
 * `scale` multiplies every count (rounded, and kept feasible: largest type ≤ clients ≤ sum of types); means and shares stay.
 * With `vervolg` lives go on for a year after the figures.
 *
 * Throws: `sample.figure-missing`, `sample.figures-impossible`, all of them in one error.
 */
export function calibrationTargets(
  figures: PublishedFigures,
  regio: Regio,
  years: readonly number[],
  scale: number,
  vervolg = false,
): { targets: Targets; remarks: readonly Remark[] } {
  const book = new FigureBook(figures);
  const leden = regio.gemeenten.filter((lid) => lid.tot === undefined);
  const gemeenten = leden.map((lid) => lid.code as string);
  const problems: Problem[] = [];
  const remarks: Remark[] = mendedInFile(figures, new Set(gemeenten), years);
  const clienten = new Map<string, number>();
  for (const jaar of years) {
    for (const gemeente of gemeenten) {
      const value = book.need('clienten', gemeente, '', jaar, problems);
      clienten.set(`${gemeente}|${jaar}`, value);
    }
    remarks.push(...applyRepairs(book, clienten, gemeenten, regio.code, jaar));
  }
  const tegenspraken = findTegenspraken(book.cijfers(clienten), regio, gemeenten, years, (gebied, jaar) =>
    book.find('uitgaven-per-client', '', gebied, '', jaar),
  );
  problems.push(...impossible(tegenspraken, book, new Set(gemeenten), years));
  const cells: GemeenteTarget[] = [];
  for (const jaar of years) {
    const shift = costShift(book, clienten, gemeenten, regio.code, jaar, problems, remarks);
    for (const gemeente of gemeenten) {
      const full = clienten.get(`${gemeente}|${jaar}`) ?? 0;
      const perType = TYPEN_JEUGDHULP.map((type) => book.need('clienten', gemeente, type, jaar, problems));
      const scaledTypes = perType.map((count) => Math.round(count * scale));
      const sum = scaledTypes.reduce((total, count) => total + count, 0);
      const scaled = Math.min(Math.max(Math.round(full * scale), ...scaledTypes), sum);
      const meanCents = book.need('uitgaven-per-client', gemeente, '', jaar, problems) + shift;
      cells.push({
        gemeente,
        jaar,
        clienten: scaled,
        perType: scaledTypes,
        uitgavenCents: Math.round(scaled * meanCents),
      });
    }
  }
  remarks.push(
    ...sumRemarks(book, clienten, gemeenten, regio, years, tegenspraken),
    ...secondPrintings(figures, clienten),
  );
  if (problems.length > 0) throw new OperatorError(problems);
  const grens = grensTargets(book, regio, years);
  const last = years.at(-1);
  if (!vervolg || last === undefined) {
    return { targets: { years, vervolgjaar: undefined, gemeenten, cells, grens }, remarks };
  }
  const targets: Targets = {
    years: [...years, last + 1],
    vervolgjaar: last + 1,
    gemeenten,
    cells: [...cells, ...followUpCells(cells, last)],
    grens,
  };
  return { targets, remarks };
}

/** The year after the figures: as many clients as in the last year, at the price level of the next. */
function followUpCells(cells: readonly GemeenteTarget[], last: number): GemeenteTarget[] {
  const growth = priceLevel(last + 1) / priceLevel(last);
  return cells
    .filter((cell) => cell.jaar === last)
    .map((cell) => ({
      ...cell,
      jaar: last + 1,
      uitgavenCents: Math.round(cell.uitgavenCents * growth),
    }));
}

/** Figures by key, and the report of the ones that are absent. */
class FigureBook {
  readonly #values = new Map<string, number>();

  constructor(figures: PublishedFigures) {
    for (const figure of figures) {
      if (figure.splitsing !== '') continue;
      this.#values.set(
        keyOf(figure.indicator, figure.variant, figure.gebied, figure.type, figure.jaar),
        figure.waarde,
      );
    }
  }

  /** Clients of every area, type and year; `mended` takes precedence (`gebied|jaar`, all types together). */
  cijfers(mended: ReadonlyMap<string, number>): Cijfer[] {
    return [...this.#values].flatMap(([key, value]) => {
      const [indicator, variant, gebied = '', type = '', jaar = ''] = key.split('|');
      if (indicator !== 'clienten' || variant !== '') return [];
      const waarde = type === '' ? (mended.get(`${gebied}|${jaar}`) ?? value) : value;
      return [{ gebied, type, jaar: Number(jaar), waarde }];
    });
  }

  find(indicator: string, variant: string, gebied: string, type: string, jaar: number): number | undefined {
    return this.#values.get(keyOf(indicator, variant, gebied, type, jaar));
  }

  need(indicator: string, gebied: string, type: string, jaar: number, problems: Problem[]): number {
    const value = this.find(indicator, '', gebied, type, jaar);
    if (value !== undefined) return value;
    problems.push({
      code: 'sample.figure-missing',
      subject: `${indicator} ${gebied} ${type === '' ? '' : `${type} `}${jaar}`,
      remedy: 'Add this figure, or leave the year out with --years.',
    });
    return 0;
  }
}

/** What no children can make: counts that are not whole, and gemeenten whose types do not fit their clients. */
function impossible(
  tegenspraken: readonly Tegenspraak[],
  book: FigureBook,
  gemeenten: ReadonlySet<string>,
  years: readonly number[],
): Problem[] {
  const whole = book
    .cijfers(new Map())
    .filter(
      ({ gebied, jaar, waarde }) =>
        gemeenten.has(gebied) && years.includes(jaar) && !Number.isInteger(waarde),
    )
    .map(({ gebied, type, jaar, waarde }) => ({
      nl: `${gebied} ${type} ${jaar}: ${waarde} kan niet, want cliënten zijn hele mensen.`,
      en: `${gebied} ${type} ${jaar}: ${waarde} cannot be, because clients are whole people.`,
    }));
  const within = tegenspraken.filter(({ cijfers }) =>
    cijfers.every(({ gebied }) => gebied === cijfers[0]?.gebied && gemeenten.has(gebied)),
  );
  return [...whole, ...within].map(({ nl, en }) => ({
    code: 'sample.figures-impossible',
    subject: `${en} (${nl})`,
    remedy: 'Mend one of these figures, and say why in toelichting.',
  }));
}

function keyOf(indicator: string, variant: string, gebied: string, type: string, jaar: number): string {
  return `${indicator}|${variant}|${gebied}|${type}|${jaar}`;
}

function mendedInFile(
  figures: PublishedFigures,
  gemeenten: ReadonlySet<string>,
  years: readonly number[],
): Remark[] {
  return figures
    .filter((figure) => gemeenten.has(figure.gebied) && years.includes(figure.jaar))
    .filter((figure) => figure.gedrukt !== figure.waarde)
    .map((figure) => ({
      kind: 'repair',
      indicator: figure.indicator,
      gebied: figure.gebied,
      type: figure.type,
      jaar: figure.jaar,
      printed: figure.gedrukt,
      used: figure.waarde,
      because: figure.toelichting || 'the file gives another value than the printed one, without a reason',
    }));
}

function applyRepairs(
  book: FigureBook,
  clienten: Map<string, number>,
  gemeenten: readonly string[],
  regio: string,
  jaar: number,
): Remark[] {
  const region = book.find('clienten', '', regio, '', jaar);
  if (region === undefined) return [];
  const sum = (): number =>
    gemeenten.reduce((total, code) => total + (clienten.get(`${code}|${jaar}`) ?? 0), 0);
  return DOCUMENTED_REPAIRS.filter((repair) => repair.jaar === jaar).flatMap((repair) => {
    const key = `${repair.gebied}|${jaar}`;
    if (clienten.get(key) !== repair.printed) return [];
    if (sum() === region || sum() - repair.printed + repair.mended !== region) return [];
    clienten.set(key, repair.mended);
    return [
      {
        kind: 'repair' as const,
        indicator: 'clienten',
        gebied: repair.gebied,
        type: '',
        jaar,
        printed: repair.printed,
        used: repair.mended,
        because: repair.because,
      },
    ];
  });
}

/**
 * How much every gemeente's mean moves (within its rounding) so that the regional mean rounds as printed. Unit: eurocent per client.
 * 0 when nothing has to move, and when no move within the rounding can do it: then the regional mean is a contradiction.
 */
function costShift(
  book: FigureBook,
  clienten: ReadonlyMap<string, number>,
  gemeenten: readonly string[],
  regio: string,
  jaar: number,
  problems: Problem[],
  remarks: Remark[],
): number {
  const printed = book.find('uitgaven-per-client', '', regio, '', jaar);
  if (printed === undefined) return 0;
  let clients = 0;
  let cents = 0;
  for (const gemeente of gemeenten) {
    const count = clienten.get(`${gemeente}|${jaar}`) ?? 0;
    clients += count;
    cents += count * book.need('uitgaven-per-client', gemeente, '', jaar, problems);
  }
  const mean = cents / Math.max(clients, 1);
  if (Math.abs(mean - printed) <= 50 - EDGE_CENTS) return 0;
  const shift = mean < printed ? printed - 50 + EDGE_CENTS - mean : printed + 50 - EDGE_CENTS - mean;
  if (Math.abs(shift) < 50 - EDGE_CENTS) return shift;
  remarks.push({
    kind: 'contradiction',
    indicator: 'uitgaven-per-client',
    gebied: regio,
    type: '',
    jaar,
    printed,
    used: Math.round(mean / 100) * 100,
    because:
      'the regional mean must be the mean of the gemeenten weighted by their clients; the gemeenten are kept and the region follows from them',
  });
  return 0;
}

function sumRemarks(
  book: FigureBook,
  clienten: ReadonlyMap<string, number>,
  gemeenten: readonly string[],
  regio: Regio,
  years: readonly number[],
  tegenspraken: readonly Tegenspraak[],
): Remark[] {
  const areas = [
    { code: regio.code as string, leden: gemeenten },
    ...regio.groepen.map((groep) => ({
      code: groep.code as string,
      leden: groep.gemeenten as readonly string[],
    })),
  ];
  return areas.flatMap(({ code, leden }) =>
    years.flatMap((jaar) =>
      ['', ...TYPEN_JEUGDHULP].flatMap((type) => {
        const printed = book.find('clienten', '', code, type, jaar);
        if (printed === undefined) return [];
        const used = leden.reduce((total, lid) => {
          const value =
            type === '' ? clienten.get(`${lid}|${jaar}`) : book.find('clienten', '', lid, type, jaar);
          return total + (value ?? 0);
        }, 0);
        if (used === printed) return [];
        const said = tegenspraken.find(
          ({ jaar: own, cijfers }) =>
            own === jaar &&
            cijfers[0]?.gebied === code &&
            cijfers[0].type === type &&
            cijfers.length === leden.length + 1,
        );
        const kept =
          used < printed
            ? 'a region cannot have more clients than its gemeenten together; the gemeenten are kept'
            : 'it would need children in two gemeenten in one year, which this sample does not make; the gemeenten are kept';
        const remark: Remark = {
          kind: 'contradiction',
          indicator: 'clienten',
          gebied: code,
          type,
          jaar,
          printed,
          used,
          because: said ? `${said.en} ${said.nl} Done: ${kept}` : kept,
        };
        return [remark];
      }),
    ),
  );
}

function secondPrintings(figures: PublishedFigures, clienten: ReadonlyMap<string, number>): Remark[] {
  return figures
    .filter((figure) => figure.indicator === 'clienten' && figure.variant === 'tekst')
    .flatMap((figure) => {
      const used = clienten.get(`${figure.gebied}|${figure.jaar}`);
      if (used === undefined || used === figure.waarde) return [];
      const remark: Remark = {
        kind: 'note',
        indicator: 'clienten',
        gebied: figure.gebied,
        type: '',
        jaar: figure.jaar,
        printed: figure.waarde,
        used,
        because: `printed differently in running text (${figure.bron}); the figure is used`,
      };
      return [remark];
    });
}

function grensTargets(book: FigureBook, regio: Regio, years: readonly number[]): GrensTarget[] {
  return years.flatMap((jaar) => {
    const clientenShare = book.find('kosten-boven-grens', 'clienten', regio.code, '', jaar);
    const uitgavenShare = book.find('kosten-boven-grens', 'uitgaven', regio.code, '', jaar);
    if (clientenShare === undefined || uitgavenShare === undefined) return [];
    return [{ jaar, grensCents: regio.drempels.kostenGrensCents, clientenShare, uitgavenShare }];
  });
}
