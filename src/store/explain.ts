// SPDX-License-Identifier: EUPL-1.2
import type { DuckDBConnection } from '@duckdb/node-api';
import {
  formatPlainDate,
  type GemeenteCode,
  type PlainDate,
  type ProductRegel,
  type SqlRow,
  type SqlValue,
} from '../contract/index.ts';
import { buildScaffolding, derive } from './derive.ts';
import { readRows } from './duckdb.ts';

/** One cell of a figure that rests on standing prestaties. */
export interface ExplainVraag {
  readonly gemeenten: readonly GemeenteCode[];
  /** Both ends included. */
  readonly van: PlainDate;
  readonly tot: PlainDate;
  /** `overlap`: the product period touches the period, as for clients; `begin`: it begins in it, as for amounts. */
  readonly op: 'overlap' | 'begin';
  readonly selectie?: Partial<
    Readonly<Record<'type' | 'aanbieder' | 'categorie' | 'code' | 'verwijzer', string>>
  >;
  /** As in `DeriveOptions`. */
  readonly asKnownOn?: number;
}

/**
 * Where a delivered debit line of the gemeenten and period ended up. `geleverd` is all of them; the others divide it:
 * `identificatie-dubbel` (TR056), `bericht-geweigerd`, `regel-geweigerd`, `gecrediteerd`, `buiten-selectie`, `in-cel`.
 */
export type ExplainStapId =
  | 'geleverd'
  | 'identificatie-dubbel'
  | 'bericht-geweigerd'
  | 'regel-geweigerd'
  | 'gecrediteerd'
  | 'buiten-selectie'
  | 'in-cel';

export interface ExplainStap {
  readonly id: ExplainStapId;
  readonly regels: number;
  /** Submitted amount, for `buiten-selectie` and `in-cel` the amount that counts. */
  readonly bedragCents: number;
  /** Distinct pseudonyms; does not add up over steps. */
  readonly clienten: number;
}

export interface Explanation {
  readonly stappen: readonly ExplainStap[];
  /** Of the lines in the cell: how many have no answer yet. */
  readonly voorlopig: number;
  /** Delivered files that the cell rests on, by number: those of its lines and those of the answers to them. */
  readonly leveringen: readonly {
    readonly leveringId: number;
    readonly rol: 'declaratie' | 'antwoord';
    readonly pad: string;
    readonly sha256: string;
    /** Moment of loading, `YYYY-MM-DD hh:mm:ss`, UTC. */
    readonly bekend: string;
    readonly berichten: number;
  }[];
  /** Findings on messages that the cell's lines stand in. */
  readonly bevindingen: readonly { readonly code: string; readonly aantal: number }[];
}

const STAPPEN: readonly ExplainStapId[] = [
  'geleverd',
  'identificatie-dubbel',
  'bericht-geweigerd',
  'regel-geweigerd',
  'gecrediteerd',
  'buiten-selectie',
  'in-cel',
];

/**
 * Follows every delivered debit line of some gemeenten and a period to its end: counted, or left out and at which step.
 * Rows are named by number, never by person. Cost: some steps of a derivation.
 */
export async function explain(
  connection: DuckDBConnection,
  products: readonly ProductRegel[],
  vraag: ExplainVraag,
): Promise<Explanation> {
  const { asKnownOn } = vraag;
  await derive(connection, products, asKnownOn === undefined ? {} : { asKnownOn });
  await buildScaffolding(
    connection,
    [
      'bericht_geldig',
      'retourbericht',
      'bericht_telt',
      'antwoordbericht',
      'antwoord_geldig',
      'declaratiebericht',
      'regel_antwoord',
    ],
    asKnownOn,
  );
  await connection.run(fateSql(vraag), fateParams(vraag));
  const stappen = await readRows(connection, STAPPEN_SQL);
  const [{ voorlopig = 0 } = {}] = await readRows(
    connection,
    "SELECT count(*) AS voorlopig FROM lot WHERE stap = 'in-cel' AND voorlopig",
  );
  const leveringen = await readRows(connection, LEVERINGEN_SQL);
  const bevindingen = await readRows(connection, BEVINDINGEN_SQL);
  await connection.run('DROP TABLE lot');
  return {
    stappen: STAPPEN.map((id) =>
      stapOf(
        id,
        stappen.find((row) => row.stap === id),
      ),
    ),
    voorlopig: Number(voorlopig),
    leveringen: leveringen.map((row) => ({
      leveringId: Number(row.levering_id),
      rol: row.rol === 'antwoord' ? 'antwoord' : 'declaratie',
      pad: String(row.pad),
      sha256: String(row.sha256),
      bekend: String(row.bekend),
      berichten: Number(row.berichten),
    })),
    bevindingen: bevindingen.map((row) => ({ code: String(row.code), aantal: Number(row.aantal) })),
  };
}

function stapOf(id: ExplainStapId, row: SqlRow | undefined): ExplainStap {
  return {
    id,
    regels: Number(row?.regels ?? 0),
    bedragCents: Number(row?.bedrag_cents ?? 0),
    clienten: Number(row?.clienten ?? 0),
  };
}

function fateParams({ gemeenten, van, tot, selectie = {} }: ExplainVraag): SqlValue[] {
  return [gemeenten.join(','), formatPlainDate(van), formatPlainDate(tot), ...Object.values(selectie)];
}

function fateSql({ op, selectie = {} }: ExplainVraag): string {
  const kolommen = ['type', 'aanbieder', 'categorie', 'code', 'verwijzer'];
  const gekozen = Object.keys(selectie).map((kolom, index) => {
    if (!kolommen.includes(kolom)) throw new Error(`no column ${kolom}`);
    return `s.${kolom} = $${index + 4}`;
  });
  const periode = op === 'begin' ? 'p.begindatum BETWEEN' : 'p.einddatum >= $2::DATE AND p.begindatum <=';
  const grens = op === 'begin' ? '$2::DATE AND $3::DATE' : '$3::DATE';
  return `CREATE OR REPLACE TEMP TABLE lot AS
    SELECT p.bericht_id, p.regel, p.pseudoniem, coalesce(s.bedrag_cents, p.bedrag_cents) AS bedrag_cents, s.voorlopig,
      CASE WHEN g.bericht_id IS NULL THEN 'identificatie-dubbel'
           WHEN d.bericht_id IS NULL THEN 'bericht-geweigerd'
           WHEN coalesce(r.afgekeurd, false) THEN 'regel-geweigerd'
           WHEN s.bericht_id IS NULL THEN 'gecrediteerd'
           WHEN ${gekozen.length === 0 ? 'true' : gekozen.join(' AND ')} THEN 'in-cel'
           ELSE 'buiten-selectie' END AS stap
    FROM prestatie p JOIN gekend b USING (bericht_id)
    LEFT JOIN bericht_geldig g USING (bericht_id)
    LEFT JOIN declaratiebericht d USING (bericht_id)
    LEFT JOIN regel_antwoord r USING (bericht_id, referentie_nummer)
    LEFT JOIN prestatie_staand s USING (bericht_id, regel)
    WHERE p.debet_credit = 'D' AND list_contains(string_split($1, ','), b.gemeente) AND ${periode} ${grens}`;
}

const SOM =
  'count(*) AS regels, sum(bedrag_cents)::BIGINT AS bedrag_cents, count(DISTINCT pseudoniem) AS clienten';
const STAPPEN_SQL = `SELECT stap, ${SOM} FROM lot GROUP BY stap UNION ALL SELECT 'geleverd', ${SOM} FROM lot`;

const LEVERINGEN_SQL = `
  WITH eigen AS (SELECT DISTINCT bericht_id FROM lot WHERE stap = 'in-cel'),
  rollen AS (
    SELECT bericht_id, 'declaratie' AS rol FROM eigen
    UNION ALL SELECT antwoord_id, 'antwoord' FROM antwoord_geldig JOIN eigen USING (bericht_id))
  SELECT l.levering_id, rol, l.pad, l.sha256, l.bekend, count(*) AS berichten
  FROM rollen JOIN bericht b USING (bericht_id) JOIN levering l USING (levering_id) GROUP BY ALL ORDER BY ALL`;

const BEVINDINGEN_SQL = `
  SELECT code, count(*) AS aantal FROM bevinding
  WHERE bericht_id IN (SELECT bericht_id FROM lot WHERE stap = 'in-cel') GROUP BY code ORDER BY code`;
