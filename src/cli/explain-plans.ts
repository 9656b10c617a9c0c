// SPDX-License-Identifier: EUPL-1.2
import type { FigureRow, FigureTable, ProductRegel, Progress } from '../contract/index.ts';
import { OperatorError } from '../contract/index.ts';
import {
  bundlePlans,
  bundleSql,
  explainPlan,
  type FigurePlan,
  type PlanUitleg,
} from '../indicators/index.ts';
import type { Warehouse } from '../store/index.ts';
import { computePlans } from './compute-figures.ts';
import type { Cell } from './explain-cell.ts';
import { countMeting } from './explain-meting.ts';
import type { Meting, UitgelegdCijfer, Uitleg } from './explain-uitleg.ts';
import { Vragen } from './explain-vragen.ts';

/** Moments as of which the warehouse is seen. Unit: milliseconds since 1970-01-01T00:00:00Z. */
export interface UitlegMomenten {
  readonly asKnownOn?: number;
  /** The earlier moment that the figure is compared with. */
  readonly since?: number;
}

/**
 * Explains the figures of one cell: the plans are those of one indicator, one area and one period.
 *
 * Throws: `cli.no-such-cell`. Cost: a derivation per moment, some scans per quantity, and the rules across messages when something new came since they were applied.
 */
export async function explainPlans(
  warehouse: Warehouse,
  producten: readonly ProductRegel[],
  plans: readonly FigurePlan[],
  cel: Cell,
  progress: Progress,
  { asKnownOn, since }: UitlegMomenten,
): Promise<
  Pick<Uitleg, 'parameters' | 'dataTot' | 'cijfers' | 'metingen' | 'sql'> & {
    readonly tabellen: readonly FigureTable[];
  }
> {
  const uitleg = plans.map((plan) => explainPlan(plan, cel.selectie, asKnownOn));
  const metingen = uitleg.flatMap((one) => one.metingen);
  progress.start('explain', metingen.length * (since === undefined ? 1 : 2), 'quantities');
  let done = 0;
  let toen: readonly FigureRow[] = [];
  if (since !== undefined) {
    await warehouse.derive(producten, { asKnownOn: since });
    toen = rowsOfCell(await computePlans(warehouse, plans), plans, cel).flat();
    for (const [index, meting] of metingen.entries()) {
      await warehouse.keepRows(`toen_${index}`, meting.rijen);
      progress.advance(++done);
    }
  }
  await warehouse.derive(producten, asKnownOn === undefined ? {} : { asKnownOn });
  const tabellen = await computePlans(warehouse, plans);
  const rows = rowsOfCell(tabellen, plans, cel);
  if (rows.flat().length === 0) throw noSuchCell(plans, cel);
  await warehouse.findInKeten(asKnownOn === undefined ? {} : { asKnownOn });
  const explained: Meting[] = [];
  const ask = new Vragen(warehouse);
  for (const [index, meting] of metingen.entries()) {
    explained.push(
      await countMeting(warehouse, ask, meting, asKnownOn, since === undefined ? undefined : index),
    );
    progress.advance(++done);
  }
  progress.end();
  const [data] = await warehouse.query({
    text: 'SELECT datum::VARCHAR AS datum FROM data_datum',
    params: [],
  });
  let first = 0;
  const cijfers = plans.flatMap((plan, index) => {
    const one = uitleg[index];
    const own = explained.slice(first, first + (one?.metingen.length ?? 0));
    first += own.length;
    return (rows[index] ?? []).map((row) => ({
      ...figureOf(plan, row, one, own),
      ...(since !== undefined && {
        toen: toen.find(({ variant }) => variant === row.variant)?.waarde ?? null,
      }),
    }));
  });
  return {
    parameters: Object.assign({}, ...plans.map((plan) => plan.parameters)),
    dataTot: String(data?.datum ?? ''),
    cijfers,
    metingen: explained,
    sql: bundleSql(bundlePlans(plans)),
    tabellen,
  };
}

function noSuchCell(plans: readonly FigurePlan[], cel: Cell): OperatorError {
  const split = Object.keys(cel.selectie).join(',') || 'type';
  return new OperatorError({
    code: 'cli.no-such-cell',
    subject: `${plans[0]?.indicator ?? 'the indicator'} has no cell like this`,
    place: '--cell',
    remedy: `nothing with these values occurs; "regiovisie figures" with --by ${split} shows the cells there are`,
  });
}

function rowsOfCell(
  tables: readonly FigureTable[],
  plans: readonly FigurePlan[],
  cel: Cell,
): readonly (readonly FigureRow[])[] {
  return tables.map(({ rows }, index) => {
    const wanted = (plans[index]?.dimensies ?? []).map((dimensie) => cel.selectie[dimensie]);
    return rows.filter(({ dimensies }) => dimensies.every((value, place) => value === wanted[place]));
  });
}

/** The figure, and whether the numbers that the steps lead to are its own. */
function figureOf(
  plan: FigurePlan,
  row: FigureRow,
  uitleg: PlanUitleg | undefined,
  explained: readonly Meting[],
): UitgelegdCijfer {
  const { variant, waarde, teller, noemer, status } = row;
  const known = { variant, eenheid: plan.eenheid, waarde, teller, noemer, status };
  const parts = uitleg?.varianten.find(({ id }) => id === variant);
  const [gemeten, over] = [parts?.teller, parts?.noemer].map((place) =>
    place === undefined ? undefined : explained[place]?.waarde,
  );
  if (parts === undefined || gemeten === undefined || status.includes('nog_niet_bekend'))
    return { ...known, klopt: null };
  if (status.includes('onbekend') && noemer === null && !parts.isWaarde)
    return { ...known, klopt: gemeten === null || over === null ? true : null };
  const pairs: readonly (readonly [number | null | undefined, number | null])[] = [
    ...(parts.isWaarde ? [[gemeten, waarde] as const] : []),
    ...(noemer === null ? [] : [[over, noemer] as const]),
    ...(teller === null ? [] : [[gemeten, teller] as const]),
  ];
  return { ...known, klopt: pairs.every(([counted, given]) => counted === given) };
}
