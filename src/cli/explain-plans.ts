// SPDX-License-Identifier: EUPL-1.2
import type {
  FigureRow,
  GemeenteCode,
  PlainDate,
  ProductRegel,
  Progress,
  SqlRow,
} from '../contract/index.ts';
import { OperatorError, parsePlainDate } from '../contract/index.ts';
import {
  bundlePlans,
  bundleSql,
  explainPlan,
  type FigurePlan,
  type PlanUitleg,
  type UitlegCel,
  type UitlegMeting,
  withTables,
} from '../indicators/index.ts';
import { type Herkomst, LOTEN, type LotVraag, lotSql, type Warehouse } from '../store/index.ts';
import { computePlans } from './compute-figures.ts';
import type { Cell } from './explain-cell.ts';
import type { Meting, Stap, UitgelegdCijfer, Uitleg } from './explain-uitleg.ts';

/** Moments as of which the warehouse is seen. Unit: milliseconds since 1970-01-01T00:00:00Z. */
export interface UitlegMomenten {
  readonly asKnownOn?: number;
  /** The earlier moment that the figure is compared with. */
  readonly since?: number;
}

/**
 * Explains the figures of one cell: the plans are those of one indicator, one area and one period.
 *
 * Throws: `cli.no-such-cell`. Cost: a derivation per moment, and a pass over the rules across messages per quantity.
 */
export async function explainPlans(
  warehouse: Warehouse,
  producten: readonly ProductRegel[],
  plans: readonly FigurePlan[],
  cel: Cell,
  progress: Progress,
  { asKnownOn, since }: UitlegMomenten,
): Promise<Pick<Uitleg, 'parameters' | 'dataTot' | 'cijfers' | 'metingen' | 'sql'>> {
  const uitleg = plans.map((plan) => explainPlan(plan, cel.selectie, asKnownOn));
  const metingen = uitleg.flatMap((one) => one.metingen);
  progress.start('explain', metingen.length * (since === undefined ? 1 : 2), 'quantities');
  let done = 0;
  let toen: readonly FigureRow[] = [];
  if (since !== undefined) {
    await warehouse.derive(producten, { asKnownOn: since });
    toen = (await rowsOfCell(warehouse, plans, cel)).flat();
    for (const [index, meting] of metingen.entries()) {
      await warehouse.keepRows(`toen_${index}`, meting.rijen);
      progress.advance(++done);
    }
  }
  await warehouse.derive(producten, asKnownOn === undefined ? {} : { asKnownOn });
  const rows = await rowsOfCell(warehouse, plans, cel);
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

async function rowsOfCell(
  warehouse: Warehouse,
  plans: readonly FigurePlan[],
  cel: Cell,
): Promise<readonly (readonly FigureRow[])[]> {
  const tables = await computePlans(warehouse, plans);
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

async function countMeting(
  warehouse: Warehouse,
  ask: Vragen,
  meting: UitlegMeting,
  asKnownOn: number | undefined,
  earlier: number | undefined,
): Promise<Meting> {
  const lot = meting.bron === 'prestaties' ? lotOf(meting.cel, meting.op, asKnownOn) : undefined;
  const stappen: Stap[] = lot === undefined ? [] : [...(await lotSteps(ask, meting, lot))];
  let waarde: number | null = null;
  for (const { id, tekst, sql } of meting.stappen) {
    const [row = {}] = await ask.rows(sql, meting);
    const { waarde: found, ...counts } = row;
    waarde = found === undefined || found === null ? null : Number(found);
    const telt = { ...numbersOf(counts), ...(waarde !== null && { waarde }) };
    stappen.push({ id, tekst, telt, sql });
  }
  const other = meting.bron === 'bronnen';
  const herkomst = await ask.herkomst(meting);
  const toen = `toen_${earlier ?? 0}` as const;
  return {
    kolom: meting.kolom,
    periode: meting.cel.periode.label,
    stappen,
    waarde,
    herkomst,
    ...(earlier !== undefined && {
      wijzigingen: other
        ? await warehouse.changesOfBronRows(toen, 'nu')
        : await warehouse.changesOfRows(toen, 'nu', lot),
    }),
  };
}

/**
 * Questions to the warehouse, each asked once. What a person reads is the whole query; what runs is the rest of it, over tables that its steps have in common
 * and that are made once.
 */
class Vragen {
  readonly #warehouse: Warehouse;
  readonly #answers = new Map<string, readonly SqlRow[]>();
  readonly #origins = new Map<string, Herkomst>();
  #made = '';

  constructor(warehouse: Warehouse) {
    this.#warehouse = warehouse;
  }

  async rows(sql: string, meting?: UitlegMeting): Promise<readonly SqlRow[]> {
    const known = this.#answers.get(sql);
    if (known !== undefined) return known;
    const text = meting === undefined ? sql : await this.#shorten(meting, sql);
    const rows = await this.#warehouse.query({ text, params: [] });
    this.#answers.set(sql, rows);
    return rows;
  }

  /** Where the rows of a quantity come from; they are kept as `nu` when this is asked. */
  async herkomst(meting: UitlegMeting): Promise<Herkomst> {
    await this.#warehouse.keepRows('nu', await this.#shorten(meting, meting.rijen));
    const known = this.#origins.get(meting.rijen);
    if (known !== undefined) return known;
    const found =
      meting.bron === 'bronnen'
        ? await this.#warehouse.originOfBronRows('nu')
        : await this.#warehouse.originOfRows('nu');
    this.#origins.set(meting.rijen, found);
    return found;
  }

  async #shorten({ gedeeld }: UitlegMeting, sql: string): Promise<string> {
    const head = gedeeld === undefined ? '' : withTables(gedeeld);
    if (gedeeld === undefined || !sql.startsWith(head)) return sql;
    if (this.#made !== head) {
      for (const { naam, sql: table } of gedeeld.tabellen) await this.#warehouse.keepTable(naam, table);
      this.#made = head;
    }
    const rest = sql.slice(head.length);
    return rest.startsWith(',') ? `WITH${rest.slice(1)}` : rest;
  }
}

/** What was delivered and where it ended: from the raw layer alone. */
async function lotSteps(ask: Vragen, meting: UitlegMeting, lot: LotVraag): Promise<readonly Stap[]> {
  const sql = lotSql(lot);
  const rows = await ask.rows(sql);
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
