// SPDX-License-Identifier: EUPL-1.2
import type { DuckDBConnection } from '@duckdb/node-api';
import { isPassing } from './derive.ts';
import { DERIVE_MACROS, DERIVE_STEPS } from './derive-sql.ts';
import { readRows } from './duckdb.ts';
import { type BronGeraakt, LAATSTE, LEFT_OUT_OF_BRONNEN, markGeraakteBronnen } from './geraakt-bronnen.ts';

/** How much of what figures rest on is touched by a finding of severity `fout` or `waarschuwing`, and how much could not be taken at all. */
export interface Geraakt {
  /** Standing lines that a finding touches: in their own message, in its answer, or in the credit of the line. */
  readonly prestaties: number;
  /** The same with the lines that do not stand: how many clients and providers they have, and what was submitted. */
  readonly debetClienten: number;
  readonly debetAanbieders: number;
  readonly debetCents: number;
  /** Clients with a touched toewijzing, start, stop, request or retour; the starts ever delivered of them, the pairs of those and one more, and their standing amounts. */
  readonly clienten: number;
  readonly starts: number;
  readonly startParen: number;
  readonly clientCents: number;
  /** Most starts ever delivered of one client, touched or not. */
  readonly meesteStarts: number;
  /** Set aside: rows and messages inside files that were taken, and whole files, as the newest try has them. */
  readonly rijenOpzij: number;
  readonly berichtenOpzij: number;
  readonly bestandenOpzij: number;
  /** Of the rows set aside those of declarations, and those about care; of which of the two is not always known. */
  readonly declaratieRijenOpzij: number;
  readonly zorgRijenOpzij: number;
  /** Most that the rows of declarations may amount to, as the totals of their messages say; null when it is not known. */
  readonly opzijCents: number | null;
  readonly bronnen: readonly BronGeraakt[];
}

/** A row that was left out stands in no figure; what it could add is counted apart. In an answer it may have refused any line. */
const LEFT_OUT = "'ijw.rij-onleesbaar'";
const ANTWOORDEN = "'JW325', 'JW304'";
const DECLARATIES = "'JW323', 'JW303'";

/**
 * Marks what findings touch, in temporary tables. A finding about a client touches the rows of that client in the message, one about a row that row, any other
 * the whole message; what touches a retour touches what it returns. Call after `findInKeten`.
 */
export async function markGeraakt(connection: DuckDBConnection): Promise<Geraakt> {
  await connection.run(`CREATE OR REPLACE TEMP TABLE geraakt_rij AS
    SELECT DISTINCT bericht_id, regel, NULL::UBIGINT AS pseudoniem FROM temp.gevonden WHERE ernst <> 'info'
    UNION
    SELECT bericht_id, NULL, pseudoniem FROM bevinding WHERE ernst <> 'info' AND bericht_id IS NOT NULL AND code <> ${LEFT_OUT}
    UNION
    SELECT bericht_id, NULL, NULL FROM bevinding JOIN bericht USING (bericht_id) WHERE code = ${LEFT_OUT} AND soort IN (${ANTWOORDEN})
    UNION
    SELECT bericht_id, regel, pseudoniem FROM bevinding_keten WHERE ernst <> 'info' AND bericht_id IS NOT NULL`);
  for (const macro of DERIVE_MACROS) await connection.run(macro);
  // iJw 3.2 a.3: a header code refuses the whole message, and then no row tells whom it was about.
  await connection.run(`INSERT INTO geraakt_rij
    SELECT DISTINCT h.bericht_id, NULL::INTEGER, g.pseudoniem FROM geraakt_rij g JOIN bericht a USING (bericht_id)
    JOIN bericht h ON h.soort = heen_van(a.soort) AND h.afzender = a.afzender AND h.identificatie = a.identificatie WHERE g.regel IS NULL`);
  const touches =
    '(g.regel IS NULL OR g.regel = r.regel) AND (g.pseudoniem IS NULL OR g.pseudoniem = r.pseudoniem)';
  await connection.run(`CREATE OR REPLACE TEMP TABLE geraakt_debet AS WITH
    eigen AS (SELECT r.* FROM prestatie r JOIN geraakt_rij g ON g.bericht_id = r.bericht_id AND ${touches}),
    beantwoord AS (
      SELECT h.bericht_id FROM bericht a JOIN bericht h ON a.aanbieder = h.aanbieder
        AND h.soort = CASE a.soort WHEN 'JW325' THEN 'JW323' WHEN 'JW304' THEN 'JW303' END
        AND h.identificatie = CASE a.soort WHEN 'JW325' THEN a.declaratie_identificatie ELSE a.identificatie END
      WHERE a.bericht_id IN (SELECT bericht_id FROM geraakt_rij)),
    gecrediteerd AS (
      SELECT DISTINCT b.aanbieder, e.vorig_referentie_nummer FROM eigen e JOIN bericht b USING (bericht_id) WHERE e.debet_credit = 'C')
    SELECT bericht_id, regel, pseudoniem, bedrag_cents FROM eigen WHERE debet_credit = 'D'
    UNION SELECT bericht_id, regel, pseudoniem, bedrag_cents FROM prestatie
      WHERE debet_credit = 'D' AND bericht_id IN (SELECT bericht_id FROM beantwoord)
    UNION SELECT p.bericht_id, p.regel, p.pseudoniem, p.bedrag_cents FROM prestatie p JOIN bericht b USING (bericht_id)
      JOIN gecrediteerd c ON c.aanbieder = b.aanbieder AND c.vorig_referentie_nummer = p.referentie_nummer WHERE p.debet_credit = 'D'
    UNION SELECT bericht_id, regel, pseudoniem, bedrag_cents FROM prestatie_staand WHERE type = 'onbekend'`);
  await connection.run(`CREATE OR REPLACE TEMP TABLE geraakt_prestatie AS
    SELECT DISTINCT s.prestatie_id FROM prestatie_staand s JOIN geraakt_debet USING (bericht_id, regel)`);
  const clienten = ['toewijzing', 'start', 'stop', 'retour', 'verzoek'].map(
    (tabel) =>
      `SELECT r.pseudoniem FROM ${tabel} r JOIN geraakt_rij g ON g.bericht_id = r.bericht_id AND ${touches} WHERE r.pseudoniem IS NOT NULL`,
  );
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE geraakt_client AS SELECT DISTINCT pseudoniem FROM (${clienten.join(' UNION ALL ')})`,
  );
  const bronnen = await markGeraakteBronnen(connection);
  const [row] = await readRows(connection, AANTALLEN);
  const count = (name: string): number => Number(row?.[name] ?? 0);
  return {
    prestaties: count('prestaties'),
    debetClienten: count('debet_clienten'),
    debetAanbieders: count('debet_aanbieders'),
    debetCents: count('debet_cents'),
    clienten: count('clienten'),
    starts: count('starts'),
    startParen: count('start_paren'),
    clientCents: count('client_cents'),
    meesteStarts: count('meeste_starts'),
    rijenOpzij: count('rijen_opzij'),
    berichtenOpzij: count('berichten_opzij'),
    bestandenOpzij: count('bestanden_opzij'),
    declaratieRijenOpzij: count('declaratie_opzij') + count('soort_onbekend'),
    zorgRijenOpzij: count('zorg_opzij') + count('soort_onbekend'),
    opzijCents: count('soort_onbekend') + count('zonder_totaal') > 0 ? null : count('opzij_cents'),
    bronnen,
  };
}

/**
 * Until the next derivation queries see the derived layer without what `markGeraakt` marked: standing lines one by one, care and toewijzingen of whole clients,
 * because a start or stop more or less changes the rest of a traject.
 */
export async function leaveOutGeraakt(connection: DuckDBConnection): Promise<void> {
  const [{ catalog } = {}] = await readRows(connection, 'SELECT current_database() AS catalog');
  const derived = (await isPassing(connection)) ? 'temp' : catalog;
  const without = (tabel: string, marked: string, kolom: string): Promise<unknown> =>
    connection.run(
      `CREATE OR REPLACE TEMP TABLE ${tabel} AS SELECT * FROM "${derived}".main.${tabel} ANTI JOIN temp.${marked} USING (${kolom})`,
    );
  await without('prestatie_staand', 'geraakt_prestatie', 'prestatie_id');
  for (const tabel of BY_CLIENT) await without(tabel, 'geraakt_client', 'pseudoniem');
  for (const tabel of LEFT_OUT_OF_BRONNEN)
    await without(`${tabel}_actueel`, 'geraakt_bronrij', 'bron_id, rij');
  for (const { naam, sql, blijft } of DERIVE_STEPS) {
    const stays = ['prestatie_staand', 'bevinding_keten', 'client', ...BY_CLIENT].includes(naam);
    if (blijft && !stays && /\b(prestatie_staand|zorg_interval)\b/.test(sql)) {
      await connection.run(`CREATE OR REPLACE TEMP TABLE ${naam} AS ${sql}`);
    }
  }
}

const BY_CLIENT = ['zorg_interval', 'toewijzing_actueel', 'start_actueel', 'stop_actueel'];

const AANTALLEN = `
  WITH ${LAATSTE},
  onleesbaar AS (SELECT v.levering_id, b.soort, v.bericht_id FROM bevinding v JOIN bericht b USING (bericht_id) WHERE v.code = ${LEFT_OUT}),
  onbekend AS (SELECT l.rijen_onleesbaar - count(o.bericht_id) AS rijen FROM laatste l LEFT JOIN onleesbaar o USING (levering_id)
    WHERE l.status = 'genomen' AND (l.levering_id IN (SELECT levering_id FROM bericht)
      OR l.levering_id NOT IN (SELECT levering_id FROM bron)) GROUP BY l.levering_id, l.rijen_onleesbaar),
  per_client AS (SELECT s.pseudoniem, count(*) AS starts FROM start s JOIN geraakt_client USING (pseudoniem) GROUP BY ALL),
  gat AS (SELECT o.bericht_id, b.aanbieder, count(*) AS rijen, (SELECT sum(totaal_cents) FROM declaratie d WHERE d.bericht_id = o.bericht_id)
      - (SELECT coalesce(sum(CASE WHEN debet_credit = 'D' THEN bedrag_cents ELSE -bedrag_cents END), 0) FROM prestatie p WHERE p.bericht_id = o.bericht_id) AS cents
    FROM onleesbaar o JOIN bericht b USING (bericht_id) WHERE o.soort IN (${DECLARATIES}) GROUP BY ALL),
  grootste AS (SELECT b.aanbieder, max(p.bedrag_cents) AS cents FROM prestatie p JOIN bericht b USING (bericht_id) WHERE b.aanbieder IN (SELECT aanbieder FROM gat) GROUP BY ALL)
  SELECT (SELECT count(*) FROM geraakt_prestatie) AS prestaties,
    (SELECT count(DISTINCT pseudoniem) FROM geraakt_debet) AS debet_clienten,
    (SELECT count(DISTINCT aanbieder) FROM geraakt_debet JOIN bericht USING (bericht_id)) AS debet_aanbieders,
    (SELECT sum(bedrag_cents) FROM geraakt_debet) AS debet_cents,
    (SELECT count(*) FROM geraakt_client) AS clienten,
    (SELECT sum(starts) FROM per_client) AS starts,
    (SELECT sum(starts * (starts + 1) // 2) FROM per_client) AS start_paren,
    (SELECT sum(bedrag_cents) FROM prestatie_staand JOIN geraakt_client USING (pseudoniem)) AS client_cents,
    (SELECT max(starts) FROM (SELECT count(*) AS starts FROM start GROUP BY pseudoniem)) AS meeste_starts,
    (SELECT count(*) FROM onleesbaar WHERE soort IN (${DECLARATIES})) AS declaratie_opzij,
    (SELECT count(*) FROM onleesbaar WHERE soort NOT IN (${DECLARATIES}, ${ANTWOORDEN})) AS zorg_opzij,
    (SELECT sum(greatest(rijen, 0)) FROM onbekend) AS soort_onbekend,
    (SELECT count(*) FROM gat WHERE cents IS NULL) AS zonder_totaal,
    (SELECT sum(abs(g.cents) + CASE WHEN g.rijen > 1 THEN g.rijen * coalesce(m.cents, 0) ELSE 0 END) FROM gat g LEFT JOIN grootste m USING (aanbieder)) AS opzij_cents,
    (SELECT sum(rijen_onleesbaar) FROM laatste WHERE status = 'genomen') AS rijen_opzij,
    (SELECT sum(berichten_onleesbaar) FROM laatste WHERE status = 'genomen') AS berichten_opzij,
    (SELECT count(*) FROM laatste WHERE status = 'opzij') AS bestanden_opzij`;
