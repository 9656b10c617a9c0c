// SPDX-License-Identifier: EUPL-1.2
import type { DuckDBConnection } from '@duckdb/node-api';
import { BRON_STAPPEN } from './derive-bronnen.ts';
import { BERICHT_STAPPEN, DERIVE_STEPS } from './derive-sql.ts';
import type { DeriveStep } from './derive-step.ts';
import { readRows } from './duckdb.ts';
import { runSteps } from './run-steps.ts';

/** New messages that are more than this share of all are cheaper to take in by a rebuild. */
const REBUILD_SHARE = 0.25;

/**
 * Brings the derived layer up to date with the deliveries after `laatste`, when it was up to date with those up to it; false when a rebuild is the
 * better way, and then nothing was changed. Runs inside a transaction, with macros, `product_regel`, `gekend` and `gekende_bron` at hand.
 *
 * What the new messages can touch is found in the raw layer, never too little and sometimes too much; for that the very steps of a rebuild are run, in
 * temporary tables over the rows that they need, and put in the place of what stood there.
 * Source: docs/adr/derived-tables-are-rebuilt-where-new-messages-touch-them.md. Cost: some scans, plus what the new messages touch.
 */
export async function deriveIncrement(connection: DuckDBConnection, laatste: number): Promise<boolean> {
  const [row] = await readRows(
    connection,
    `SELECT current_database() AS catalog, count(*) FILTER (levering_id > ${laatste}) AS nieuw, count(*) AS alle,
       (SELECT count(*) FROM bron WHERE levering_id > ${laatste}) AS bronnen FROM bericht`,
  );
  const nieuw = Number(row?.nieuw ?? 0);
  if (nieuw > Number(row?.alle ?? 0) * REBUILD_SHARE) return false;
  const bronnen = Number(row?.bronnen ?? 0);
  if (bronnen > 0) await runSteps(connection, BRON_STAPPEN, false);
  if (nieuw + bronnen > 0) await takeBerichten(connection, `"${String(row?.catalog)}".main`, laatste);
  return true;
}

async function takeBerichten(connection: DuckDBConnection, main: string, laatste: number): Promise<void> {
  const temporary: string[] = [];
  const make = async (naam: string, sql: string, kind: 'TABLE' | 'VIEW' = 'TABLE'): Promise<void> => {
    await connection.run(`CREATE OR REPLACE TEMP ${kind} ${naam} AS ${sql}`);
    temporary.push(`${kind} IF EXISTS temp.${naam}`);
  };
  for (const [naam, sql] of touched(main, laatste)) await make(naam, sql);
  for (const [naam, sql] of needed(main)) await make(naam, sql);
  await connection.run('CREATE OR REPLACE TEMP VIEW gekend AS FROM nodig_gekend');
  await make('bron_rang', stepNamed('bron_rang').sql);
  for (const { naam, sql } of BERICHT_STAPPEN) {
    if (naam === 'data_datum') await make(naam, sql.replace('FROM gekend', `FROM ${main}.bericht`));
    else if (!AFTER_PRESTATIES.has(naam)) await make(naam, sql);
  }
  const replace = async (naam: string): Promise<void> => {
    const waar = VERVANGT[naam] ?? 'true';
    await connection.run(`DELETE FROM ${main}.${naam} t WHERE ${waar}`);
    await connection.run(`INSERT INTO ${main}.${naam} SELECT t.* FROM temp.${naam} t WHERE ${waar}`);
  };
  await make('vuil_jaar', touchedYears(main));
  for (const { naam, blijft } of BERICHT_STAPPEN) {
    if (blijft && !AFTER_PRESTATIES.has(naam)) await replace(naam);
  }
  await connection.run('DROP TABLE temp.prestatie_staand');
  for (const [naam, welke] of AFTER_PRESTATIES) {
    await make('prestatie_staand', `SELECT p.* FROM ${main}.prestatie_staand p ${welke}`, 'VIEW');
    await make(naam, stepNamed(naam).sql);
    await replace(naam);
    await connection.run('DROP VIEW temp.prestatie_staand');
  }
  for (const name of new Set(temporary)) {
    if (!name.endsWith('.prestatie_staand')) await connection.run(`DROP ${name}`);
  }
}

function stepNamed(naam: string): DeriveStep {
  const step = DERIVE_STEPS.find((candidate) => candidate.naam === naam);
  if (step === undefined) throw new Error(`no step ${naam}`);
  return step;
}

/** Steps that need all standing prestaties, after those were brought up to date: which of them. */
const AFTER_PRESTATIES: ReadonlyMap<string, string> = new Map([
  ['prestatie_jaar', 'SEMI JOIN vuil_jaar v ON v.pseudoniem = p.pseudoniem AND v.jaar = year(p.begin)'],
  ['client', 'WHERE pseudoniem IN (SELECT pseudoniem FROM vuil_persoon)'],
  ['bevinding_keten', "WHERE type = 'onbekend'"],
]);

const ZORG = `EXISTS (SELECT 1 FROM vuil_zorg v WHERE v.gemeente = t.gemeente AND v.aanbieder = t.aanbieder
  AND v.pseudoniem = t.pseudoniem AND v.toewijzing_nummer IS NOT DISTINCT FROM t.toewijzing_nummer)`;
const TOEWIJZING =
  'EXISTS (SELECT 1 FROM vuil_toewijzing v WHERE v.gemeente = t.gemeente AND v.toewijzing_nummer = t.toewijzing_nummer)';
const REGEL = 'EXISTS (SELECT 1 FROM vuil_regel v WHERE v.bericht_id = t.bericht_id AND v.regel = t.regel)';

/** Rows of each derived table that are replaced; `t` is the table. A table that is not here is replaced whole. */
const VERVANGT: Readonly<Record<string, string>> = {
  toewijzing_actueel: TOEWIJZING,
  start_actueel: ZORG,
  stop_actueel: ZORG,
  zorg_interval: ZORG,
  prestatie_staand: REGEL,
  prestatie_jaar:
    'EXISTS (SELECT 1 FROM vuil_jaar v WHERE v.pseudoniem = t.pseudoniem AND v.jaar = year(t.begin))',
  client: 'pseudoniem IN (SELECT pseudoniem FROM vuil_persoon)',
  bevinding_keten: "(bericht_id IN (SELECT bericht_id FROM vuil_bericht) OR code = 'store.product-onbekend')",
};

type Named = readonly [naam: string, sql: string];

/** Keys whose derived rows the deliveries after `laatste` can change, each from the raw layer and the keys before it. */
function touched(main: string, laatste: number): readonly Named[] {
  const zorg = 'SELECT b.gemeente, b.aanbieder, r.pseudoniem, r.toewijzing_nummer';
  const persoon = ['toewijzing', 'start', 'stop', 'verzoek', 'prestatie'].map(
    (tabel) => `SELECT pseudoniem FROM ${main}.${tabel} r WHERE ${IN_VUIL} AND ${MET_PERSOON}`,
  );
  return [
    [
      'vuil_groep',
      `SELECT ${KOP} FROM ${main}.bericht b SEMI JOIN (SELECT ${SLEUTEL} FROM ${main}.bericht WHERE levering_id > ${laatste}) n
         USING (${SLEUTEL})`,
    ],
    [
      // A message is judged with those of its identification, its retours and its answers.
      'vuil_bericht',
      `SELECT ${HOOFD} FROM vuil_groep
       UNION SELECT ${HOOFD} FROM ${main}.bericht h
         SEMI JOIN (SELECT heen_van(soort) AS soort, afzender, identificatie FROM vuil_groep) r USING (${SLEUTEL})
       UNION ${beantwoord(main, 'JW323', "SELECT aanbieder, declaratie_identificatie AS identificatie FROM vuil_groep WHERE soort = 'JW325'")}
       UNION ${beantwoord(main, 'JW303', "SELECT aanbieder, identificatie FROM vuil_groep WHERE soort = 'JW304'")}`,
    ],
    [
      'vuil_verzoek',
      `SELECT DISTINCT b.aanbieder, r.referentie_aanbieder FROM ${vuileRijen(main, 'verzoek')}`,
    ],
    [
      'vuil_toewijzing',
      `SELECT b.gemeente, r.toewijzing_nummer FROM ${vuileRijen(main, 'toewijzing')} WHERE r.toewijzing_nummer IS NOT NULL
       UNION SELECT b.gemeente, r.toewijzing_nummer
         FROM ${rows(main, 'toewijzing', 'toewijzing_nummer IS NOT NULL AND referentie_aanbieder IN (SELECT referentie_aanbieder FROM vuil_verzoek)')}
         SEMI JOIN vuil_verzoek v ON v.aanbieder = b.aanbieder AND v.referentie_aanbieder = r.referentie_aanbieder`,
    ],
    [
      // The last part: care that no stop closed ends as time goes by, without any message.
      'vuil_zorg',
      `${zorg} FROM ${vuileRijen(main, 'start')} UNION ${zorg} FROM ${vuileRijen(main, 'stop')}
       UNION SELECT t.gemeente, t.aanbieder, t.pseudoniem, t.toewijzing_nummer FROM ${main}.zorg_interval t WHERE ${TOEWIJZING}
       UNION SELECT z.gemeente, z.aanbieder, z.pseudoniem, z.toewijzing_nummer FROM ${main}.zorg_interval z
         JOIN ${main}.toewijzing_actueel t ON t.gemeente = z.gemeente AND t.toewijzing_nummer = z.toewijzing_nummer
         WHERE z.eind IS NULL AND t.einddatum + 90 < (SELECT max(dagtekening) FROM ${main}.bericht)`,
    ],
    [
      'vuil_credit',
      `SELECT DISTINCT b.aanbieder, r.vorig_referentie_nummer AS nummer
       FROM ${vuileRijen(main, 'prestatie')} WHERE r.debet_credit = 'C'`,
    ],
    [
      'vuil_regel',
      `SELECT bericht_id, regel FROM ${main}.prestatie r WHERE ${IN_VUIL}
       UNION SELECT r.bericht_id, r.regel
         FROM ${rows(main, 'prestatie', 'referentie_nummer IN (SELECT nummer FROM vuil_credit)')}
         SEMI JOIN vuil_credit c ON c.aanbieder = b.aanbieder AND c.nummer = r.referentie_nummer
       UNION SELECT t.bericht_id, t.regel FROM ${main}.prestatie_staand t WHERE ${TOEWIJZING}`,
    ],
    [
      // Whoever has a known year of birth from a message that is not touched stays who he is.
      'vuil_persoon',
      `${persoon.join(' UNION ')} UNION SELECT r.pseudoniem FROM ${main}.prestatie r SEMI JOIN vuil_regel v
         ON v.bericht_id = r.bericht_id AND v.regel = r.regel ANTI JOIN ${main}.client c
         ON c.pseudoniem = r.pseudoniem AND c.geboorte_jaar IS NOT NULL`,
    ],
    [
      'nodig_client',
      `SELECT * FROM ${main}.client WHERE pseudoniem IN (SELECT pseudoniem FROM vuil_persoon)`,
    ],
  ];
}

/** The raw rows that decide about what is touched, in temporary tables with the names of the raw ones; and `nodig_gekend`, the messages that decide about those. */
function needed(main: string): readonly Named[] {
  const ids = ['prestatie', 'toewijzing', 'verzoek', 'start', 'stop'].map(
    (t) => `SELECT bericht_id FROM temp.${t}`,
  );
  const keys = `SELECT ${SLEUTEL} FROM`;
  const pick = (tabel: string, ...rijen: readonly string[]): Named => [
    tabel,
    `SELECT * FROM ${main}.${tabel} WHERE rowid IN (${rijen.join(' UNION ')})`,
  ];
  const ofKnown = (tabel: string): Named =>
    pick(
      tabel,
      `SELECT rowid FROM ${main}.${tabel} WHERE bericht_id IN (SELECT bericht_id FROM nodig_gekend)`,
    );
  const ofZorg = (tabel: string): Named =>
    pick(
      tabel,
      `SELECT rowid FROM ${main}.${tabel} r WHERE EXISTS (SELECT 1 FROM vuil_zorg v WHERE v.pseudoniem = r.pseudoniem
         AND v.toewijzing_nummer IS NOT DISTINCT FROM r.toewijzing_nummer)`,
      ofPersoon(main, tabel),
    );
  return [
    [
      'nodig_regel',
      `SELECT p.rij, b.gemeente, b.aanbieder, p.referentie_nummer, p.toewijzing_nummer
       FROM (SELECT rowid AS rij, bericht_id, referentie_nummer, toewijzing_nummer FROM ${main}.prestatie SEMI JOIN vuil_regel USING (bericht_id, regel)) p
         JOIN ${main}.bericht b USING (bericht_id)`,
    ],
    pick(
      'prestatie',
      'SELECT rij FROM nodig_regel',
      `SELECT r.rij FROM ${rows(main, 'prestatie', "debet_credit = 'C' AND vorig_referentie_nummer IN (SELECT referentie_nummer FROM nodig_regel)")}
         SEMI JOIN nodig_regel d ON d.aanbieder = b.aanbieder AND d.referentie_nummer = r.vorig_referentie_nummer`,
      ofPersoon(main, 'prestatie'),
    ),
    ofZorg('start'),
    ofZorg('stop'),
    [
      'nodig_toewijzing',
      `SELECT gemeente, toewijzing_nummer FROM vuil_toewijzing UNION SELECT gemeente, toewijzing_nummer FROM vuil_zorg
       UNION SELECT gemeente, toewijzing_nummer FROM nodig_regel`,
    ],
    pick(
      'toewijzing',
      `SELECT r.rij FROM ${rows(main, 'toewijzing', 'toewijzing_nummer IN (SELECT toewijzing_nummer FROM nodig_toewijzing)')}
         SEMI JOIN nodig_toewijzing n ON n.gemeente = b.gemeente AND n.toewijzing_nummer = r.toewijzing_nummer`,
      ofPersoon(main, 'toewijzing'),
    ),
    [
      'nodig_verzoek',
      `SELECT DISTINCT b.aanbieder, t.referentie_aanbieder FROM temp.toewijzing t JOIN ${main}.bericht b USING (bericht_id)`,
    ],
    pick(
      'verzoek',
      `SELECT r.rij FROM ${rows(main, 'verzoek', 'referentie_aanbieder IN (SELECT referentie_aanbieder FROM nodig_verzoek)')}
         SEMI JOIN nodig_verzoek n ON n.aanbieder = b.aanbieder AND n.referentie_aanbieder = r.referentie_aanbieder`,
      ofPersoon(main, 'verzoek'),
    ),
    [
      'nodig_bericht',
      `SELECT ${KOP} FROM ${main}.bericht WHERE bericht_id IN (${[...ids, 'SELECT bericht_id FROM vuil_bericht'].join(' UNION ')})`,
    ],
    [
      'nodig_groep',
      `${keys} nodig_bericht UNION ${keys} ${main}.bericht r SEMI JOIN nodig_bericht h
         ON h.soort = heen_van(r.soort) AND h.afzender = r.afzender AND h.identificatie = r.identificatie WHERE heen_van(r.soort) IS NOT NULL
       UNION ${keys} ${main}.bericht a SEMI JOIN (SELECT * FROM nodig_bericht WHERE soort = 'JW323') h
         ON h.aanbieder = a.aanbieder AND h.identificatie = a.declaratie_identificatie WHERE a.soort = 'JW325'
       UNION ${keys} ${main}.bericht a SEMI JOIN (SELECT * FROM nodig_bericht WHERE soort = 'JW303') h
         ON h.aanbieder = a.aanbieder AND h.identificatie = a.identificatie WHERE a.soort = 'JW304'`,
    ],
    ['nodig_gekend', `SELECT ${GEKEND} FROM ${main}.bericht SEMI JOIN nodig_groep USING (${SLEUTEL})`],
    ofKnown('retour'),
    ofKnown('prestatie_antwoord'),
    ofKnown('declaratie_antwoord'),
  ];
}

/**
 * Numbers of the rows that decide who a touched person is: those of touched messages, and the one that decided until now; all of them when that one is itself
 * in a touched message.
 */
function ofPersoon(main: string, tabel: string): string {
  const van = `SELECT rowid FROM ${main}.${tabel} WHERE ${MET_PERSOON}`;
  return `${van} AND pseudoniem IN (SELECT pseudoniem FROM vuil_persoon)
         AND bericht_id IN (SELECT bericht_id FROM vuil_bericht UNION SELECT bericht_id FROM nodig_client)
       UNION ${van} AND pseudoniem IN (SELECT pseudoniem FROM nodig_client WHERE ${IN_VUIL})`;
}

const SLEUTEL = 'soort, afzender, identificatie';
/** What the steps look at of a message: the other columns cost more to read than all of these. */
const GEKEND = `bericht_id, ${SLEUTEL}, gemeente, aanbieder, dagtekening, dagtekening_retour, retour_codes, declaratie_identificatie`;
const KOP = `bericht_id, ${SLEUTEL}, gemeente, aanbieder, declaratie_identificatie`;
const HOOFD = 'bericht_id, gemeente, aanbieder';
const IN_VUIL = 'bericht_id IN (SELECT bericht_id FROM vuil_bericht)';
const MET_PERSOON = '(geboorte_jaar IS NOT NULL OR geslacht IS NOT NULL)';

/** Rows of touched messages. */
function vuileRijen(main: string, tabel: string): string {
  return `${main}.${tabel} r JOIN vuil_bericht b USING (bericht_id)`;
}

/** Rows of a raw table, chosen before their message is looked up. */
function rows(main: string, tabel: string, waar: string): string {
  return `(SELECT rowid AS rij, * FROM ${main}.${tabel} WHERE ${waar}) r JOIN (SELECT ${HOOFD} FROM ${main}.bericht) b USING (bericht_id)`;
}

/** The messages that answers refer to by provider and identification. */
function beantwoord(main: string, soort: string, antwoorden: string): string {
  return `SELECT ${HOOFD} FROM ${main}.bericht h SEMI JOIN (${antwoorden}) a USING (aanbieder, identificatie) WHERE h.soort = '${soort}'`;
}

/** Years of persons whose lines change: of the lines that go and of those that come. */
function touchedYears(main: string): string {
  const jaren = (tabel: string): string =>
    `SELECT t.pseudoniem, year(t.begin) AS jaar FROM ${tabel} t WHERE ${REGEL}`;
  return `${jaren(`${main}.prestatie_staand`)} UNION ${jaren('temp.prestatie_staand')}`;
}
