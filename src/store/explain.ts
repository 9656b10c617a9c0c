// SPDX-License-Identifier: EUPL-1.2
import type { DuckDBConnection } from '@duckdb/node-api';
import type { SqlRow, SqlValue } from '../contract/index.ts';
import { readRows } from './duckdb.ts';
import { type LotVraag, lotTables } from './lot.ts';

/** A delivered row that a figure rests on, by number: which delivery, which message (or document of another source) in it, which line of that. Never a person. */
export interface GenummerdeRij {
  readonly levering: number;
  readonly bericht: number;
  readonly regel: number;
  readonly rol: string;
}

/** A delivered file that rows come from. */
export interface HerkomstLevering {
  readonly levering: number;
  /** `declaratie`, `start`, `stop`, or the table of another source: it holds rows that count; `antwoord`, `toewijzing`: it says how they count. */
  readonly rol: string;
  readonly pad: string;
  readonly sha256: string;
  /** Moment of loading, UTC. */
  readonly bekend: string;
  readonly berichten: number;
  readonly regels: number;
}

/** Where the rows of one quantity in one cell come from, and what was found about them. */
export interface Herkomst {
  readonly regels: number;
  /** The first ones, by number of delivery, message and line. */
  readonly rijen: readonly GenummerdeRij[];
  readonly leveringen: readonly HerkomstLevering[];
  /** Findings that touch those rows or the whole of their message. */
  readonly bevindingen: readonly { readonly code: string; readonly ernst: string; readonly aantal: number }[];
}

/** What became of the rows of a cell between two moments. */
export interface RijWijziging {
  /** `nieuw`: counts now and did not then; `verdwenen`; `bedrag`: counts both times with another amount. */
  readonly soort: 'nieuw' | 'verdwenen' | 'bedrag';
  /** Of new rows the delivery that brought them. */
  readonly levering?: number;
  /** Of vanished rows what happened to them; see `Lot`. `staat`: it counts, elsewhere. */
  readonly lot?: string;
  readonly regels: number;
  /** Change of the amount. */
  readonly bedragCents: number;
}

/** Names under which rows are kept beside the warehouse until it is closed. */
export type RijenNaam = 'nu' | `toen_${number}`;

/** Rows named one by one. */
export const NAMED_ROWS = 1000;

/** Keeps the rows that a query gives, (bericht_id, regel, rol, bedrag_cents, pseudoniem), for the questions below. */
export async function keepRows(connection: DuckDBConnection, naam: RijenNaam, sql: string): Promise<void> {
  await connection.run(`CREATE OR REPLACE TEMP TABLE uitleg_${naam} AS ${sql}`);
}

/** Where kept rows come from, and what was found about them. Call after `findInKeten`. */
export async function originOfRows(connection: DuckDBConnection, naam: RijenNaam): Promise<Herkomst> {
  const tabel = `uitleg_${naam}`;
  const [{ regels = 0 } = {}] = await readRows(connection, `SELECT count(*) AS regels FROM ${tabel}`);
  const rijen = await readRows(
    connection,
    `SELECT b.levering_id, b.volgnummer, u.regel, u.rol FROM ${tabel} u JOIN bericht b USING (bericht_id) ORDER BY ALL LIMIT ${NAMED_ROWS}`,
  );
  const rollen = await readRows(connection, `SELECT DISTINCT rol FROM ${tabel}`);
  const leveringen = await readRows(
    connection,
    leveringenSql(
      tabel,
      rollen.map(({ rol }) => String(rol)),
    ),
  );
  const bevindingen = await readRows(connection, bevindingenSql(tabel));
  return herkomstOf(regels, rijen, leveringen, bevindingen);
}

/** The answers to the questions about kept rows, as one. */
export function herkomstOf(
  regels: SqlValue,
  rijen: readonly SqlRow[],
  leveringen: readonly SqlRow[],
  bevindingen: readonly SqlRow[],
): Herkomst {
  return {
    regels: Number(regels),
    rijen: rijen.map((row) => ({
      levering: Number(row.levering_id),
      bericht: Number(row.volgnummer),
      regel: Number(row.regel),
      rol: String(row.rol),
    })),
    leveringen: leveringen.map((row) => ({
      levering: Number(row.levering_id),
      rol: String(row.rol),
      pad: String(row.pad),
      sha256: String(row.sha256),
      bekend: String(row.bekend),
      berichten: Number(row.berichten),
      regels: Number(row.regels),
    })),
    bevindingen: bevindingen.map((row) => ({
      code: String(row.code),
      ernst: String(row.ernst),
      aantal: Number(row.aantal),
    })),
  };
}

/** What differs between the rows kept earlier and now; `lot` follows debit lines that vanished. */
export async function changesOfRows(
  connection: DuckDBConnection,
  toen: RijenNaam,
  nu: RijenNaam,
  lot: LotVraag | undefined,
): Promise<readonly RijWijziging[]> {
  const nieuw = await readRows(
    connection,
    `SELECT b.levering_id, count(*) AS regels, coalesce(sum(u.bedrag_cents), 0)::BIGINT AS eurocent FROM uitleg_${nu} u ANTI JOIN uitleg_${toen} t USING (bericht_id, regel)
     JOIN bericht b ON b.bericht_id = u.bericht_id GROUP BY ALL ORDER BY ALL`,
  );
  const lotten =
    lot === undefined
      ? 'WITH lot AS (SELECT NULL::BIGINT AS bericht_id, NULL::INTEGER AS regel, NULL AS lot)'
      : lotTables(lot);
  const verdwenen = await readRows(
    connection,
    `${lotten} SELECT l.lot, count(*) AS regels, -coalesce(sum(v.bedrag_cents), 0)::BIGINT AS eurocent
     FROM (SELECT * FROM uitleg_${toen} t ANTI JOIN uitleg_${nu} n USING (bericht_id, regel)) v LEFT JOIN lot l USING (bericht_id, regel) GROUP BY ALL ORDER BY ALL`,
  );
  const bedrag = await readRows(
    connection,
    `SELECT count(*) AS regels, coalesce(sum(n.bedrag_cents - t.bedrag_cents), 0)::BIGINT AS eurocent
     FROM uitleg_${nu} n JOIN uitleg_${toen} t USING (bericht_id, regel) WHERE n.bedrag_cents <> t.bedrag_cents HAVING count(*) > 0`,
  );
  const counts = (row: SqlRow) => ({ regels: Number(row.regels), bedragCents: Number(row.eurocent) });
  return [
    ...nieuw.map((row) => ({ soort: 'nieuw' as const, levering: Number(row.levering_id), ...counts(row) })),
    ...verdwenen.map((row) => ({
      soort: 'verdwenen' as const,
      ...(typeof row.lot === 'string' && { lot: row.lot }),
      ...counts(row),
    })),
    ...bedrag.map((row) => ({ soort: 'bedrag' as const, ...counts(row) })),
  ];
}

/** Raw table of the rows of each role. */
const TABEL_VAN_ROL: Readonly<Record<string, string>> = {
  declaratie: 'prestatie',
  start: 'start',
  stop: 'stop',
};

/** Deliveries of the rows themselves, of the answers to their messages and of the toewijzingen that they refer to. */
function leveringenSql(tabel: string, rollen: readonly string[]): string {
  const bron = rollen.flatMap((rol) => {
    const raw = TABEL_VAN_ROL[rol];
    return raw === undefined
      ? []
      : [`SELECT r.bericht_id, r.toewijzing_nummer FROM ${raw} r JOIN ${tabel} u USING (bericht_id, regel)`];
  });
  const delen = [
    'SELECT bericht_id, rol, regels FROM eigen',
    ...(rollen.includes('declaratie')
      ? [
          `SELECT a.bericht_id, 'antwoord', 0 FROM bericht a JOIN (SELECT h.soort, h.aanbieder, h.identificatie FROM eigen JOIN bericht h USING (bericht_id)) h
        ON a.aanbieder = h.aanbieder AND a.soort = CASE h.soort WHEN 'JW323' THEN 'JW325' WHEN 'JW303' THEN 'JW304' END
        AND h.identificatie = CASE h.soort WHEN 'JW323' THEN a.declaratie_identificatie ELSE a.identificatie END`,
        ]
      : []),
    ...(bron.length === 0
      ? []
      : [
          `SELECT bericht_id, 'toewijzing', count(*) FROM toewijzing_actueel JOIN
        (SELECT DISTINCT b.gemeente, r.toewijzing_nummer FROM (${bron.join(' UNION ALL ')}) r JOIN bericht b USING (bericht_id))
        USING (gemeente, toewijzing_nummer) GROUP BY bericht_id`,
        ]),
  ];
  return `WITH eigen AS (SELECT bericht_id, rol, count(*) AS regels FROM ${tabel} GROUP BY ALL),
    rollen AS (${delen.join(' UNION ALL ')})
    SELECT l.levering_id, rol, l.pad, l.sha256, l.bekend, count(DISTINCT bericht_id) AS berichten, sum(regels)::BIGINT AS regels
    FROM rollen JOIN bericht b USING (bericht_id) JOIN levering l USING (levering_id) GROUP BY ALL ORDER BY ALL`;
}

function bevindingenSql(tabel: string): string {
  return `SELECT code, ernst, count(*) AS aantal FROM (
      SELECT DISTINCT g.code, g.ernst, g.bericht_id, g.regel FROM temp.gevonden g JOIN ${tabel} u ON u.bericht_id = g.bericht_id AND (g.regel IS NULL OR g.regel = u.regel)
      UNION ALL
      SELECT v.code, v.ernst, v.bericht_id, NULL FROM bevinding v WHERE v.bericht_id IN (SELECT bericht_id FROM ${tabel})
        AND (v.pseudoniem IS NULL OR EXISTS (SELECT 1 FROM ${tabel} u WHERE u.bericht_id = v.bericht_id AND u.pseudoniem = v.pseudoniem)))
    GROUP BY ALL ORDER BY ALL`;
}
