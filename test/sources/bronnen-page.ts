// SPDX-License-Identifier: EUPL-1.2
import { BRON_SOORTEN } from '../../src/contract/index.ts';
import { BRON_CODES, BRON_VORMEN, type BronKolom, type BronVorm } from '../../src/sources/index.ts';
import { RUWE_KOLOMMEN, type RuweTabel } from '../../src/store/index.ts';

const VELD: Readonly<Record<BronKolom['soort'], string>> = {
  datum: 'day',
  periode: 'year or quarter',
  agb: 'AGB code, 8 digits',
  gemeente: 'gemeente',
  aantal: 'whole number',
  getal: 'number',
  keuze: 'one of',
  code: 'short code',
  bsn: 'citizen service number',
  'eigen-nummer': 'own number ─▶ pseudonym',
  nummer: 'own number ─▶ pseudonym',
};

const TELLING: Readonly<Record<BronVorm['telling'], string>> = {
  peiling: 'of each supplier{reeks} and period the file with the latest `opgesteld_op` counts, whole',
  dagen:
    'for each day the file with the latest `opgesteld_op` whose period covers that day counts; a row outside the period of its file is set aside',
  stand:
    'each file lists what ran in its period; the file about the latest period says how it went on, and what it no longer mentions has ended (`eind_afgeleid`)',
};

function kolomRow(kolom: BronKolom): string {
  const codes = kolom.keuzes === undefined ? '' : ` ${kolom.keuzes.map((code) => `\`${code}\``).join(' ')}`;
  const empty = kolom.verplicht ? '' : kolom.standaard === undefined ? 'may be' : `= \`${kolom.standaard}\``;
  return `| \`${kolom.naam}\` | ${VELD[kolom.soort]}${codes} | ${empty} | ${kolom.uitleg.en} | ${kolom.voorbeeld === undefined || kolom.voorbeeld === '' ? '' : `\`${kolom.voorbeeld}\``} |`;
}

function bronSection(vorm: BronVorm): string {
  const tabel = vorm.tabel as RuweTabel;
  const raw = RUWE_KOLOMMEN[tabel].map(({ naam, soort }) => `${naam} ${soort}`).join(', ');
  const reeks = vorm.reeks === undefined ? '' : `, \`${vorm.reeks}\``;
  const persoon =
    vorm.persoon === undefined
      ? ''
      : ` A row has ${vorm.persoon === 'verplicht' ? 'exactly' : 'at most'} one of \`bsn\` and \`eigen_nummer\`; the warehouse keeps a pseudonym and which of the two it came from (\`persoon_uit\`).`;
  return `## ${vorm.soort}

${vorm.titel.en} (*${vorm.titel.nl}*). Supplier: \`${vorm.leverancier}\`. Which file counts: ${TELLING[vorm.telling].replace('{reeks}', reeks)}.${persoon}

| column | holds | empty | meaning | example |
| --- | --- | --- | --- | --- |
${vorm.kolommen.map(kolomRow).join('\n')}

Example:

    ${vorm.kolommen.map(({ naam }) => naam).join(';')}
    ${vorm.kolommen.map(({ voorbeeld }) => voorbeeld ?? '').join(';')}

Raw table \`${tabel}\`: ${raw}. What counts: \`${tabel}_actueel\`.
`;
}

/** `docs/reference/bronnen.md`. */
export function bronnenPage(): string {
  return `# Sources beside message traffic

Made by \`node scripts/generate-reference.mjs\` from \`src/sources/bron-vormen.ts\`; a test compares the two. The template of each source
(\`regiovisie template\`) has the same columns with an explanation in Dutch.

A file is CSV (comma or semicolon, UTF-8 or Windows-1252), ODS or XLSX with one header row; the order of columns is free and unknown columns are a finding.
One file may hold several suppliers and periods: each is a delivery of its own. Days as \`2024-06-30\`, \`30-06-2024\`, \`30/06/'24\` or a spreadsheet date; numbers as \`1.234,5\`. Short codes become lower case with hyphens. Put files anywhere in \`bronnen/\`, loose, in a ZIP or as gzip.
Names of persons and citizen service numbers do not belong in the name of a file, a folder or a sheet: names of files are kept and shown. What looks like a BSN in one becomes stars and is a finding.

Every delivery is one row of the raw table \`bron\`: ${RUWE_KOLOMMEN.bron.map(({ naam, soort }) => `${naam} ${soort}`).join(', ')}.
\`soort\` is the heading below, \`van\` and \`tot\` are the days of its period, \`reeks\` the survey or the table of CBS. The same bytes again are a no-op. Of two files about the same thing the
one with the latest \`opgesteld_op\` counts, whatever the order of delivery; drawn up on one day, the one of which more rows could be read, then the one with the smallest sha256, and a finding says so
(\`store.bron-gelijktijdig\`). A correction with fewer rows than what it replaces is told (\`store.bron-kleiner\`): a supplier that sends its answer in two files must give them as one.
\`--as-known-on\` sees only what had been delivered by then. Every raw row has \`bron_id\` and \`rij\`, the row of the file as people count it.

The tables \`…_actueel\` hold the rows that count, with the columns of the raw table; with \`kwartaal\` (\`2024-Q2\`) where there is a peildatum of a survey, with \`eind_afgeleid\` for what runs.
\`bevolking_jeugd\` (gemeente, jaar, jongeren, status, uit): residents aged 0 to 17 on 1 January, from CBS table 03759ned, else from \`bevolking\`.

${BRON_SOORTEN.map((soort) => bronSection(BRON_VORMEN[soort])).join('\n')}
## cbs

Tables of CBS, as \`regiovisie cbs fetch\` saves them, or saved OData answers (version 3 or 4). Raw table \`cbs_waarneming\`: ${RUWE_KOLOMMEN.cbs_waarneming.map(({ naam, soort }) => `${naam} ${soort}`).join(', ')}.
One row per cell. \`onderwerp\` is the measure (\`M000352\`, \`JongerenMetJeugdzorg_1\`), \`dimensies\` the others as \`Geslacht=T001038;Leeftijd=10010\`, sorted; codes are trimmed.
\`attribuut\` keeps why a value is missing (\`None\`, \`Impossible\`, \`Confidential\`, \`NotAvailable\`; \`Onbekend\` for the null of version 3, which does not tell), \`periode_status\` the mark of CBS (\`Definitief\`,
\`NaderVoorlopig\`, \`Voorlopig\`). Of one cell the version of the table changed last counts; \`cbs_waarneming_actueel\` adds \`versie\`, that day.

Rows without their description are read by their codes: one saved page of an answer, a bare list of its records, \`Observations.csv\` of version 4 or the CSV of version 3. The table is named by the answer (\`@odata.context\`, \`odata.metadata\`), else by
the name of the file (\`Observations-85098NED.csv\`). What only the description tells stays empty: \`titel\`, \`eenheid\`, \`periode_status\`, and of a table without periods its year. It does not say when it was changed, so a cell that a described table has too counts from there.

## Findings

\`regiovisie validate FILE\` prints them with sheet and cell; a finding holds the kind of a value, never the value. \`fout\` sets the row, or the file, aside; \`waarschuwing\` removes nothing.

| code | severity | meaning | what to do |
| --- | --- | --- | --- |
${Object.entries(BRON_CODES)
  .map(
    ([code, { severity, betekenis, herstel }]) => `| \`${code}\` | ${severity} | ${betekenis} | ${herstel} |`,
  )
  .join('\n')}
`;
}
