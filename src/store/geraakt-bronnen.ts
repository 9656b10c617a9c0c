// SPDX-License-Identifier: EUPL-1.2
import type { DuckDBConnection } from '@duckdb/node-api';
import { readRows } from './duckdb.ts';
import { BRON_TABELLEN } from './raw-schema.ts';

/** What findings touch in one source beside messages. Shape: one row per source and quarter; the quarter only of surveys, absent where it is not known. */
export interface BronGeraakt {
  /** A `BronSoort`, `cbs`, or `big5`: what touched clients answered about leaving home, which their age decides. */
  readonly soort: string;
  /** `2024-Q4` */
  readonly kwartaal?: string;
  /** Delivered rows, those of files that do not count among them. */
  readonly rijen: number;
  /** Rows set aside. */
  readonly opzij: number;
  /** Providers that the rows name. */
  readonly aanbieders: number;
  /** Children or residents that the rows count, each row by its largest number. */
  readonly getallen: number;
  /** A column was not read: the rows may count more than they say. */
  readonly ongelezen: boolean;
  /** Providers that were asked and did not answer. */
  readonly geenAntwoord: number;
  /** Places on waiting lists that children take beyond one each. */
  readonly dubbel: number;
}

/** Part of a query: of every delivered file the newest try. */
export const LAATSTE =
  'laatste AS (SELECT * FROM levering QUALIFY row_number() OVER (PARTITION BY sha256 ORDER BY levering_id DESC) = 1)';

/** Findings about a form of which no row was read: whose rows those are is not known. */
const HEEL_BLAD =
  "'sources.aanhalingsteken', 'sources.beschadigd', 'sources.geen-rijen', 'sources.kolom-dubbel', 'sources.kolom-ontbreekt', 'sources.te-groot'";

/**
 * Marks the rows of other sources that findings touch, in the temporary table `geraakt_bronrij` (bron_id, rij): the row of a warning about a cell; all of a file
 * of which a column was not read; all files about the same thing when more than one was drawn up on a day, or the newest has fewer rows. With a row of a waiting list
 * goes the answer that it may take the place of, and with a touched client (`geraakt_client`) what it answered about leaving home.
 */
export async function markGeraakteBronnen(connection: DuckDBConnection): Promise<readonly BronGeraakt[]> {
  const raw = BRON_TABELLEN.map((tabel) => {
    const aanbieder = tabel === 'wachttijd' || tabel === 'uitvraag' ? 'aanbieder' : 'NULL';
    const getal = GETALLEN[tabel] ?? '0';
    return `SELECT bron_id, rij, ${aanbieder} AS aanbieder, ${getal} AS getal FROM ${tabel}`;
  });
  await connection.run(`CREATE OR REPLACE TEMP TABLE geraakt_bronlevering AS WITH
    ${LAATSTE},
    gelezen AS (SELECT levering_id, count(*) FILTER (bericht_id IS NOT NULL AND code = 'ijw.rij-onleesbaar') AS in_bericht,
        bool_or(code LIKE 'sources.%' AND ernst = 'fout') AS fout, bool_or(code IN (${HEEL_BLAD})) AS heel,
        bool_or(code IN ('sources.geen-datum', 'sources.geen-periode')) AS ergens, bool_or(code = 'sources.kolom-onbekend') AS ongelezen
      FROM bevinding GROUP BY levering_id)
    SELECT levering_id, CASE WHEN fout THEN l.rijen_onleesbaar - g.in_bericht ELSE 0 END AS opzij, g.heel, g.ergens, g.ongelezen
    FROM laatste l JOIN gelezen g USING (levering_id) WHERE l.status = 'genomen' AND (g.fout OR g.ongelezen)`);
  await connection.run(`CREATE OR REPLACE TEMP TABLE geraakt_bronrij AS WITH
    ruw AS (${raw.join(' UNION ALL ')}),
    genoemd AS (SELECT DISTINCT levering_id, regexp_extract(pad, '(\\d+)$', 1) AS rij FROM bevinding
      WHERE bericht_id IS NULL AND ernst = 'waarschuwing' AND code LIKE 'sources.%' AND code <> 'sources.kolom-onbekend'),
    betwist AS (SELECT DISTINCT o.soort, o.leverancier, o.reeks, o.periode FROM bron o JOIN bevinding_bron f
      ON f.ernst <> 'info' AND f.soort = o.soort AND f.aanbieder = o.leverancier AND f.dagtekening = o.opgesteld_op),
    eigen AS (
      SELECT r.bron_id, r.rij FROM ruw r JOIN bron o USING (bron_id) JOIN genoemd g ON g.levering_id = o.levering_id AND g.rij = r.rij::VARCHAR
      UNION SELECT r.bron_id, r.rij FROM ruw r JOIN bron o USING (bron_id) JOIN geraakt_bronlevering l USING (levering_id) WHERE l.ongelezen
      UNION SELECT r.bron_id, r.rij FROM ruw r JOIN bron o USING (bron_id) JOIN betwist b
        ON b.soort = o.soort AND b.leverancier = o.leverancier AND b.reeks IS NOT DISTINCT FROM o.reeks AND b.periode = o.periode),
    peiling AS (
      SELECT o.leverancier, o.periode FROM eigen JOIN bron o USING (bron_id) WHERE o.soort = 'wachttijden'
      UNION SELECT o.leverancier, o.periode FROM bron o JOIN geraakt_bronlevering l USING (levering_id) WHERE o.soort = 'wachttijden' AND l.opzij > 0),
    alle AS (SELECT *, NULL AS als FROM eigen
      UNION SELECT u.bron_id, u.rij, 'big5' FROM uitkomst u JOIN geraakt_client USING (pseudoniem) WHERE u.instrument = 'big5'
      UNION SELECT w.bron_id, w.rij, NULL FROM wachttijd w JOIN bron o USING (bron_id) JOIN peiling p ON p.leverancier = o.leverancier AND p.periode = o.periode
        WHERE w.uitvraag IS DISTINCT FROM 'pleegzorg' AND w.zorgvorm IN ('pleegzorg', 'gezinshuis'))
    SELECT coalesce(a.als, o.soort) AS soort, ${KWARTAAL} AS kwartaal, r.* FROM alle a JOIN ruw r USING (bron_id, rij) JOIN bron o USING (bron_id)`);
  const rows = await readRows(connection, TELLING);
  return rows.map((row) => ({
    soort: String(row.soort),
    ...(row.kwartaal !== null && { kwartaal: String(row.kwartaal) }),
    rijen: Number(row.rijen),
    opzij: Number(row.opzij),
    aanbieders: Number(row.aanbieders),
    getallen: Number(row.getallen),
    ongelezen: row.ongelezen === true,
    geenAntwoord: Number(row.geen_antwoord),
    dubbel: Number(row.dubbel),
  }));
}

/** Rows that are shown when the touched ones are left out. Residents stay: without one row those of a gemeente are not known at all. */
export const LEFT_OUT_OF_BRONNEN = BRON_TABELLEN.filter(
  (tabel) => tabel !== 'bevolking' && tabel !== 'cbs_waarneming',
);

const GETALLEN: Readonly<Record<string, string>> = {
  wachttijd:
    'greatest(coalesce(wachtenden, 0), coalesce(meer_dan_90_dagen, 0), coalesce(met_overbrugging, 0), coalesce(in_zorg, 0))',
  bevolking: 'aantal',
};

const KWARTAAL = "CASE WHEN o.soort IN ('wachttijden', 'wachtlijst', 'uitvragen') THEN o.periode END";

const TELLING = `WITH
  soorten AS (SELECT unnest(['wachttijden', 'wachtlijst', 'uitvragen', 'maatregelen', 'jbt', 'cit', 'jeugdzorgplus', 'proeftuin', 'uitkomsten', 'bevolking']) AS soort),
  gelezen AS (SELECT DISTINCT l.levering_id, l.opzij, l.ongelezen, l.heel, l.ergens, o.soort, ${KWARTAAL} AS kwartaal FROM geraakt_bronlevering l LEFT JOIN bron o USING (levering_id)),
  opzij AS (
    SELECT soort, CASE WHEN NOT ergens THEN kwartaal END AS kwartaal, opzij, ongelezen FROM gelezen WHERE soort IS NOT NULL
    UNION ALL SELECT s.soort, NULL, g.opzij, false FROM (SELECT DISTINCT levering_id, opzij FROM gelezen WHERE heel OR soort IS NULL) g, soorten s),
  alles AS (
    SELECT soort, kwartaal, count(*) AS rijen, 0 AS opzij, count(DISTINCT aanbieder) AS aanbieders, sum(getal) AS getallen, false AS ongelezen, 0 AS geen_antwoord, 0 AS dubbel
    FROM geraakt_bronrij GROUP BY ALL
    UNION ALL SELECT soort, kwartaal, 0, sum(opzij), 0, 0, bool_or(ongelezen), 0, 0 FROM opzij GROUP BY ALL
    UNION ALL SELECT 'wachttijden', kwartaal, 0, 0, 0, 0, false, count(DISTINCT aanbieder), 0 FROM uitvraag_actueel u
      WHERE NOT EXISTS (SELECT 1 FROM wachttijd_actueel w WHERE w.uitvraag = u.uitvraag AND w.kwartaal = u.kwartaal AND w.aanbieder = u.aanbieder
        AND (u.zorgvorm IS NULL OR w.zorgvorm = u.zorgvorm OR w.zorgvorm IS NULL)) GROUP BY kwartaal
    UNION ALL SELECT 'wachttijden', kwartaal, 0, 0, 0, 0, false, 0, sum(lijsten - 1) FROM (
      SELECT kwartaal, zorgvorm, pseudoniem, count(DISTINCT aanbieder) AS lijsten FROM wachtlijst_actueel WHERE pseudoniem IS NOT NULL GROUP BY ALL)
      WHERE lijsten > 1 GROUP BY kwartaal)
  SELECT soort, kwartaal, sum(rijen)::BIGINT AS rijen, sum(opzij)::BIGINT AS opzij, sum(aanbieders)::BIGINT AS aanbieders, sum(getallen)::BIGINT AS getallen,
    coalesce(bool_or(ongelezen), false) AS ongelezen, sum(geen_antwoord)::BIGINT AS geen_antwoord, sum(dubbel)::BIGINT AS dubbel
  FROM alles GROUP BY soort, kwartaal HAVING sum(rijen) + sum(opzij) + sum(geen_antwoord) + sum(dubbel) > 0 OR bool_or(ongelezen) ORDER BY ALL`;
