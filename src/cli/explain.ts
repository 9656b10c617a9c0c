// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie, FigureRow, GemeenteCode, PlainDate, SqlRow } from '../contract/index.ts';
import { OperatorError, parsePlainDate } from '../contract/index.ts';
import {
  bundlePlans,
  bundleSql,
  explainPlan,
  type FigurePlan,
  planRequest,
  type UitlegCel,
  type UitlegMeting,
} from '../indicators/index.ts';
import { appendVerwerking } from '../logbook/index.ts';
import { LOTEN, type LotVraag, lotSql, type Warehouse } from '../store/index.ts';
import { computePlans } from './compute-figures.ts';
import type { Context } from './context.ts';
import { loadDefinition } from './definitions.ts';
import { EXIT } from './exit-codes.ts';
import { type Cell, readCell } from './explain-cell.ts';
import { explanationText } from './explain-text.ts';
import type { Meting, Stap, Uitleg } from './explain-uitleg.ts';
import { withWarehouse } from './with-warehouse.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

export interface ExplainOptions {
  readonly cell: string;
  readonly variant?: string;
  readonly asKnownOn?: string;
  readonly since?: string;
  readonly composition?: string;
  readonly keyFile?: string;
  readonly json?: boolean;
}

const MS_PER_DAY = 86_400_000;

/**
 * `regiovisie explain DIR INDICATOR --cell …`: how one number came about. For a holder of the key; logged. Exit code 1 when the steps do not lead to the figure.
 *
 * Throws: `cli.wrong-option`, `cli.no-such-cell`, and what planning the figure throws.
 */
export async function explainCommand(
  context: Context,
  folder: string,
  indicator: string,
  options: ExplainOptions,
): Promise<number> {
  const workspace = await openWorkspace(context, folder);
  const cel = readCell(options.cell, workspace.regio.code);
  const [asKnownOn, since] = [
    momentOf(options.asKnownOn, '--as-known-on'),
    momentOf(options.since, '--since'),
  ];
  const uitleg = await withWarehouse(context, workspace, options.keyFile, async (warehouse, sleutel) => {
    const begin = context.clock();
    const plan = await planCell(context, workspace, indicator, cel, options);
    const made = await explainCell(context, workspace, warehouse, plan, cel, { asKnownOn, since });
    await appendVerwerking(workspace.paths.logboek, {
      naam: 'explain',
      begin,
      eind: context.clock(),
      sleutelId: sleutel.id,
      kenmerken: { indicatoren: indicator, cel: options.cell },
    });
    const { telt } = await loadDefinition(context, workspace.dir, indicator);
    return { ...made, telt };
  });
  const whole: Uitleg = {
    ...uitleg,
    ...(options.asKnownOn !== undefined && { zoalsBekendOp: options.asKnownOn }),
    ...(options.since !== undefined && { sinds: options.since }),
  };
  context.out(options.json ? `${JSON.stringify(whole, null, 1)}\n` : explanationText(whole));
  return whole.cijfers.some(({ klopt }) => klopt === false) ? EXIT.operator : EXIT.done;
}

async function planCell(
  context: Context,
  workspace: Workspace,
  indicator: string,
  cel: Cell,
  options: ExplainOptions,
): Promise<FigurePlan> {
  const definition = await loadDefinition(context, workspace.dir, indicator);
  const [plan, ...more] = planRequest(
    {
      indicator,
      dimensies: Object.keys(cel.selectie) as Dimensie[],
      gebieden: [cel.gebied],
      perioden: [cel.periode],
      samenstelling: options.composition === 'actual' ? 'actual' : 'restated',
      ...(options.variant !== undefined && { variant: options.variant }),
    },
    workspace.regio,
    definition,
  );
  if (plan !== undefined && more.length === 0) return plan;
  throw new OperatorError({
    code: 'cli.wrong-option',
    subject: `${indicator} has variants in several units`,
    place: '--variant',
    remedy: `name one of: ${definition.varianten.map(({ id }) => id).join(', ')}`,
  });
}

async function explainCell(
  context: Context,
  workspace: Workspace,
  warehouse: Warehouse,
  plan: FigurePlan,
  cel: Cell,
  moments: { readonly asKnownOn: number | undefined; readonly since: number | undefined },
): Promise<Omit<Uitleg, 'telt'>> {
  const { asKnownOn, since } = moments;
  const metingen = explainPlan(plan, cel.selectie);
  const steps = metingen.length * (since === undefined ? 1 : 2);
  context.progress.start('explain', steps, 'quantities');
  let toen: readonly FigureRow[] = [];
  let done = 0;
  if (since !== undefined) {
    await warehouse.derive(workspace.producten, { asKnownOn: since });
    toen = await rowsOfCell(warehouse, plan, cel);
    for (const [index, meting] of metingen.entries()) {
      await warehouse.keepRows(`toen_${index}`, meting.rijen);
      context.progress.advance(++done);
    }
  }
  await warehouse.derive(workspace.producten, asKnownOn === undefined ? {} : { asKnownOn });
  const rows = await rowsOfCell(warehouse, plan, cel);
  if (rows.length === 0) {
    throw new OperatorError({
      code: 'cli.no-such-cell',
      subject: `${plan.indicator} has no cell like this`,
      place: '--cell',
      remedy: `nothing with these values occurs; "regiovisie figures" with --by ${Object.keys(cel.selectie).join(',') || 'type'} shows the cells there are`,
    });
  }
  const explained: Meting[] = [];
  for (const [index, meting] of metingen.entries()) {
    explained.push(await countMeting(warehouse, meting, asKnownOn, since === undefined ? undefined : index));
    context.progress.advance(++done);
  }
  context.progress.end();
  const [data] = await warehouse.query({
    text: 'SELECT datum::VARCHAR AS datum FROM data_datum',
    params: [],
  });
  return {
    indicator: plan.indicator,
    definitie: plan.definitie,
    eenheid: plan.eenheid,
    parameters: plan.parameters,
    cel,
    dataTot: String(data?.datum ?? ''),
    cijfers: rows.map((row) => ({
      variant: row.variant,
      waarde: row.waarde,
      teller: row.teller,
      noemer: row.noemer,
      status: row.status,
      ...(since !== undefined && {
        toen: toen.find(({ variant }) => variant === row.variant)?.waarde ?? null,
      }),
      klopt: agrees(plan, row, explained),
    })),
    metingen: explained,
    sql: bundleSql(bundlePlans([plan])),
  };
}

async function rowsOfCell(warehouse: Warehouse, plan: FigurePlan, cel: Cell): Promise<readonly FigureRow[]> {
  const tables = await computePlans(warehouse, [plan]);
  const wanted = plan.dimensies.map((dimensie) => cel.selectie[dimensie]);
  return tables
    .flatMap(({ rows }) => rows)
    .filter(({ dimensies }) => dimensies.every((value, index) => value === wanted[index]));
}

async function countMeting(
  warehouse: Warehouse,
  meting: UitlegMeting,
  asKnownOn: number | undefined,
  earlier: number | undefined,
): Promise<Meting> {
  const lot = meting.bron === 'prestaties' ? lotOf(meting.cel, meting.op, asKnownOn) : undefined;
  const stappen: Stap[] = lot === undefined ? [] : [...(await lotSteps(warehouse, meting, lot))];
  for (const { id, tekst, sql } of meting.stappen) {
    const [row = {}] = await warehouse.query({ text: sql, params: [] });
    stappen.push({ id, tekst, telt: numbersOf(row), sql });
  }
  await warehouse.keepRows('nu', meting.rijen);
  const herkomst = await warehouse.originOfRows('nu');
  return {
    kolom: meting.kolom,
    periode: meting.cel.periode.label,
    stappen,
    waarde: stappen.at(-1)?.telt.waarde ?? 0,
    herkomst,
    ...(earlier !== undefined && {
      wijzigingen: await warehouse.changesOfRows(`toen_${earlier}`, 'nu', lot),
    }),
  };
}

/** What was delivered and where it ended: from the raw layer alone. */
async function lotSteps(warehouse: Warehouse, meting: UitlegMeting, lot: LotVraag): Promise<readonly Stap[]> {
  const sql = lotSql(lot);
  const rows = await warehouse.query({ text: sql, params: [] });
  const countsOf = (name: string): Readonly<Record<string, number>> => {
    const { lot: _, ...counts } = rows.find((row) => row.lot === name) ?? {
      lot: name,
      regels: 0,
      clienten: 0,
      eurocent: 0,
    };
    return numbersOf(counts);
  };
  const sum = (column: string): number => rows.reduce((total, row) => total + Number(row[column] ?? 0), 0);
  const { gebied, periode } = meting.cel;
  return [
    {
      id: 'geleverd',
      tekst: `debit lines delivered for ${gebied} that ${meting.op === 'begin' ? 'begin in' : 'overlap'} ${periode.label}; each has one of the five lots below`,
      telt: { regels: sum('regels'), eurocent: sum('eurocent') },
      sql,
    },
    ...LOTEN.map((name) => ({ id: name, tekst: LOT_TEKST[name], telt: countsOf(name), sql })),
  ];
}

const LOT_TEKST: Readonly<Record<(typeof LOTEN)[number], string>> = {
  'identificatie-dubbel': 'of those, in a message with the identification of an earlier one (TR056)',
  'bericht-geweigerd': 'of those, in a message that the answer refused as a whole',
  'regel-geweigerd': 'of those, refused by the answer line by line',
  gecrediteerd: 'of those, taken back by a credit line that stands',
  staat: 'of those, standing: they count',
};

function lotOf(cel: UitlegCel, op: 'overlap' | 'begin', asKnownOn: number | undefined): LotVraag {
  return {
    gemeenten: cel.gemeenten as readonly GemeenteCode[],
    van: parsePlainDate(cel.periode.van) as PlainDate,
    tot: parsePlainDate(cel.periode.tot) as PlainDate,
    op,
    ...(asKnownOn !== undefined && { asKnownOn }),
  };
}

function numbersOf(row: SqlRow): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value ?? 0)]));
}

/** Compares the numbers that the steps lead to with those of the figure. */
function agrees(plan: FigurePlan, row: FigureRow, metingen: readonly Meting[]): boolean | null {
  const variant = plan.varianten.find(({ id }) => id === row.variant);
  const periode = plan.perioden[0];
  if (variant === undefined || periode === undefined || row.status.includes('nog_niet_bekend')) return null;
  const measured = (kolom: string, label: string): number | undefined =>
    metingen.find((meting) => meting.kolom === kolom && meting.periode === label)?.waarde;
  const teller = measured(variant.teller, periode.label);
  if (variant.noemer === undefined) return teller === undefined ? null : teller === row.waarde;
  const noemer = measured(
    variant.noemer,
    variant.berekening === 'groei' ? (periode.basis ?? '') : periode.label,
  );
  if (teller === undefined || noemer === undefined) return null;
  return teller === row.teller && noemer === row.noemer;
}

/** The last millisecond of a day. */
function momentOf(text: string | undefined, place: string): number | undefined {
  if (text === undefined) return undefined;
  const date = parsePlainDate(text);
  if (date !== undefined) return (date + 1) * MS_PER_DAY - 1;
  throw new OperatorError({
    code: 'cli.wrong-option',
    subject: text,
    place,
    remedy: 'give a day as YYYY-MM-DD',
  });
}
