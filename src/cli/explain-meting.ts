// SPDX-License-Identifier: EUPL-1.2
import { type GemeenteCode, type PlainDate, parsePlainDate, type SqlRow } from '../contract/index.ts';
import type { UitlegCel, UitlegMeting } from '../indicators/index.ts';
import { LOTEN, type LotVraag, lotSql, type Warehouse } from '../store/index.ts';
import type { Meting, Stap } from './explain-uitleg.ts';
import type { Vragen } from './explain-vragen.ts';

/** Counts the steps of one quantity, and tells where its rows come from; `earlier` is its place among the rows kept of an earlier moment. */
export async function countMeting(
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
