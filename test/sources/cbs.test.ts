// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { OperatorError } from '../../src/contract/index.ts';
import { fetchCbs } from '../../src/sources/index.ts';
import { sharedRoot } from '../project-root.ts';
import { cbsServer } from './cbs-server.ts';
import { dagTekst, lees, lines } from './lees.ts';

const SNEL = { backoffMs: [1, 1, 1], timeoutMs: 2000 };

function hasCode(code: string): (error: unknown) => boolean {
  return (error) => error instanceof OperatorError && error.problems[0]?.code === code;
}

test('a table of version 4: filtered, page after page, with attributes and marks', async (t) => {
  const server = await cbsServer(t);
  const vraag = { tabel: '99999ned', regios: ['GM0503', 'GM0518'], codes: { Leeftijd: ['10010', '10100'] } };
  const saved = await fetchCbs(vraag, '2026-01-02', server, SNEL);
  assert.equal(
    server.asked.filter((path) => path.includes('Observations')).length,
    3,
    'eight cells, three a page',
  );
  const { leveringen, findings } = await lees(JSON.stringify(saved));
  assert.deepEqual(findings, []);
  const [levering] = leveringen;
  assert.equal(levering?.tabel, 'cbs_waarneming');
  assert.equal(levering?.kop.reeks, '99999ned');
  assert.equal(
    dagTekst(levering?.kop.opgesteldOp),
    '2024-11-01',
    'the day CBS changed it, not the day of fetching',
  );
  assert.equal(levering?.rijen.length, 8);
  const { opgehaald, ...last } = levering?.rijen.at(-1)?.waarden ?? {};
  assert.equal(dagTekst(opgehaald), '2026-01-02');
  assert.deepEqual(last, {
    tabel: '99999ned',
    onderwerp: 'M000352',
    titel: 'Bevolking op 1 januari',
    eenheid: 'aantal',
    regio: 'GM0518',
    periode: '2024JJ00',
    periode_status: 'Voorlopig',
    dimensies: 'Leeftijd=10100',
    waarde: undefined,
    tekst: undefined,
    attribuut: 'Confidential',
  });
});

test('a table that version 4 does not have comes from version 3, asked with its padded codes', async (t) => {
  const server = await cbsServer(t);
  const saved = await fetchCbs({ tabel: '88888NED', regios: ['NL01', 'GM0503'] }, '2026-01-02', server, SNEL);
  assert.ok(server.asked.some((path) => path.includes("RegioS eq 'NL01  '")));
  const { leveringen, findings } = await lees(JSON.stringify(saved));
  assert.deepEqual(findings, []);
  assert.deepEqual(
    leveringen[0]?.rijen.map(({ waarden: w }) => [
      w.regio,
      w.onderwerp,
      w.waarde,
      w.tekst,
      w.attribuut,
      w.periode_status,
    ]),
    [
      ['NL01', 'JongerenMetJeugdzorg_1', 470_000, undefined, 'None', 'NaderVoorlopig'],
      ['NL01', 'Naam_2', undefined, 'Nederland', 'None', 'NaderVoorlopig'],
      ['GM0503', 'JongerenMetJeugdzorg_1', undefined, undefined, 'Onbekend', 'NaderVoorlopig'],
      ['GM0503', 'Naam_2', undefined, undefined, 'Onbekend', 'NaderVoorlopig'],
    ],
  );
});

test('a failure that passes is tried again', async (t) => {
  const server = await cbsServer(t, (_, response, count) => {
    if (count % 3 !== 1) return false;
    response.writeHead(count % 2 === 0 ? 503 : 429).end();
    return true;
  });
  const saved = await fetchCbs({ tabel: '99999ned' }, '2026-01-02', server, SNEL);
  assert.equal((saved.Observations as unknown[]).length, 8);
});

test('an answer that breaks off, is no JSON or never comes ends in an error that says what to do', async (t) => {
  const troubles = [
    (response: { end(text?: string): void; destroy(): void }) => response.end('<html>onderhoud</html>'),
    (response: { destroy(): void }) => response.destroy(),
    () => undefined,
  ];
  for (const trouble of troubles) {
    const server = await cbsServer(t, (_, response) => {
      trouble(response);
      return true;
    });
    await assert.rejects(
      fetchCbs({ tabel: '99999ned' }, '2026-01-02', server, { backoffMs: [1], timeoutMs: 150 }),
      (error) => hasCode('sources.cbs-offline')(error) && /bronnen\/cbs/.test(String(error)),
    );
  }
});

test('no network at all says so', async () => {
  const nergens = { versie4: 'http://127.0.0.1:9/v4', versie3: 'http://127.0.0.1:9/v3' };
  await assert.rejects(
    fetchCbs({ tabel: '03759ned' }, '2026-01-02', nergens, SNEL),
    hasCode('sources.cbs-offline'),
  );
});

test('a table that does not exist, pages without end and pages of another host are refused', async (t) => {
  const server = await cbsServer(t);
  await assert.rejects(
    fetchCbs({ tabel: '00000ned' }, '2026-01-02', server, SNEL),
    hasCode('sources.cbs-unknown-table'),
  );
  for (const link of ['', 'http://elders.invalid/v4/99999ned/Dimensions']) {
    const loop = await cbsServer(t, (request, response) => {
      if (!request.url?.includes('Dimensions')) return false;
      const next = link === '' ? `http://${request.headers.host}${request.url}` : link;
      response.end(JSON.stringify({ value: [], '@odata.nextLink': next }));
      return true;
    });
    await assert.rejects(
      fetchCbs({ tabel: '99999ned' }, '2026-01-02', loop, SNEL),
      hasCode('sources.cbs-refused'),
    );
  }
});

test('a saved page, a list of records and a CSV file are read by their codes; what has no rows or no table says what is missing', async () => {
  const v4 = [
    {
      Id: 1,
      Measure: 'M1',
      ValueAttribute: 'None',
      Value: 12.5,
      StringValue: null,
      Regio: 'GM0503',
      Perioden: '2023JJ00',
      Soort: 'A1',
    },
    {
      Id: 2,
      Measure: 'M1',
      ValueAttribute: 'Confidential',
      Value: null,
      StringValue: null,
      Regio: 'GM0518',
      Perioden: '2023JJ00',
      Soort: 'A1',
    },
  ];
  const v3 = [
    { ID: 0, RegioS: 'GM0503    ', Perioden: '2023JJ00', Soort: 'A1   ', M1_1: 12.5, M2_2: null },
    { ID: 1, RegioS: 'GM0518    ', Perioden: '2023JJ00', Soort: 'A1   ', M1_1: 3, M2_2: 4 },
  ];
  const address = 'https://datasets.cbs.nl/odata/v1/CBS/99998NED';
  const files: readonly (readonly [string, string])[] = [
    [
      'Observations.json',
      JSON.stringify({ '@odata.context': `${address}/$metadata#Observations`, value: v4 }),
    ],
    ['99998NED.json', JSON.stringify(v4)],
    [
      '99998NED.csv',
      `\uFEFF"Id";"Measure";"ValueAttribute";"Value";"StringValue";"Regio";"Perioden";"Soort"\r\n1;"M1";"None";12,5;;"GM0503";"2023JJ00";"A1"\r\n2;"M1";"Confidential";;;"GM0518";"2023JJ00";"A1"\r\n`,
    ],
  ];
  for (const [naam, inhoud] of files) {
    const { leveringen, findings } = await lees(inhoud, `bronnen/${naam}`);
    assert.deepEqual(findings, [], naam);
    assert.deepEqual(
      leveringen[0]?.rijen.map(({ waarden: w }) => [
        w.tabel,
        w.onderwerp,
        w.regio,
        w.periode,
        w.dimensies,
        w.waarde,
        w.attribuut,
      ]),
      [
        ['99998NED', 'M1', 'GM0503', '2023JJ00', 'Soort=A1', 12.5, 'None'],
        ['99998NED', 'M1', 'GM0518', '2023JJ00', 'Soort=A1', undefined, 'Confidential'],
      ],
      naam,
    );
  }
  const old: readonly (readonly [string, string])[] = [
    [
      'x.json',
      JSON.stringify({
        'odata.metadata': 'https://opendata.cbs.nl/ODataFeed/odata/99998NED/$metadata#TypedDataSet',
        value: v3,
      }),
    ],
    ['99998NED_TypedDataSet.json', JSON.stringify({ TypedDataSet: v3 })],
    [
      '99998NED.csv',
      '"ID";"RegioS";"Perioden";"Soort";"M1_1";"M2_2"\n0;"GM0503    ";"2023JJ00";"A1   ";12,5;"       ."\n1;"GM0518    ";"2023JJ00";"A1   ";3;4\n',
    ],
  ];
  for (const [naam, inhoud] of old) {
    const { leveringen, findings } = await lees(inhoud, `bronnen/${naam}`);
    assert.deepEqual(findings, [], naam);
    assert.deepEqual(
      leveringen[0]?.rijen.map(({ waarden: w }) => [
        w.regio,
        w.periode,
        w.dimensies,
        w.onderwerp,
        w.waarde,
        w.attribuut,
      ]),
      [
        ['GM0503', '2023JJ00', 'Soort=A1', 'M1_1', 12.5, 'None'],
        ['GM0503', '2023JJ00', 'Soort=A1', 'M2_2', undefined, 'Onbekend'],
        ['GM0518', '2023JJ00', 'Soort=A1', 'M1_1', 3, 'None'],
        ['GM0518', '2023JJ00', 'Soort=A1', 'M2_2', 4, 'None'],
      ],
      naam,
    );
  }
  const missing = async (inhoud: unknown) => lines((await lees(JSON.stringify(inhoud))).findings);
  assert.deepEqual(await missing({ Observations: v4 }), [
    'sources.cbs-onvolledig zonder tabelnummer of onderwerpen',
  ]);
  assert.deepEqual(
    await missing({ Properties: { Identifier: '99998NED' }, MeasureCodes: [], TypedDataSet: [] }),
    ['sources.cbs-onvolledig zonder Observations'],
  );
  assert.deepEqual(await missing({ TableInfos: [{}] }), ['sources.cbs-onvolledig zonder TypedDataSet']);
  assert.equal((await lees('{"naam":"iets anders"}')).uitkomst, undefined);
  assert.equal((await lees('code;pct_0_14\nGM0503;12\n', '99998NED.csv')).uitkomst, undefined);
});

test('real rows of CBS are read without a finding, as their files are', async (t) => {
  const data = join(sharedRoot, 'reference', 'cbs', 'data');
  if (!existsSync(data)) {
    t.skip('the shared reference folder is not on this machine');
    return;
  }
  const deliver = async (naam: string) => lees(readFileSync(join(data, naam)), `bronnen/${naam}`);
  for (const [naam, rows, regio, onderwerp, waarde] of [
    ['kwb2020_84799NED_haaglanden_raw_v3.json', 11, 'GM0503', 'AantalInwoners_5', 103_595],
    ['kwb2020_84799NED_gemeenten.csv', 356, 'GM0503', 'AantalInwoners_5', 103_595],
    ['sample_v3.json', 3, 'NL00', 'AantalInwoners_5', 17_407_585],
  ] as const) {
    const { leveringen, findings } = await deliver(naam);
    assert.deepEqual(findings, [], naam);
    assert.deepEqual(
      leveringen.map(({ kop }) => kop.reeks),
      ['84799NED'],
    );
    const rijen = leveringen[0]?.rijen ?? [];
    assert.equal(new Set(rijen.map(({ rij }) => rij)).size, rows, naam);
    const cel = rijen.find(({ waarden: w }) => w.regio === regio && w.onderwerp === onderwerp);
    assert.equal(cel?.waarden.waarde, waarde, naam);
  }
  assert.deepEqual(lines((await deliver('sample_v4.json')).findings), [
    'sources.cbs-onvolledig zonder Observations',
  ]);
  const sample = JSON.parse(readFileSync(join(data, 'sample_v3.json'), 'utf8')) as Record<string, unknown>;
  const rows = JSON.parse(
    readFileSync(join(data, 'kwb2020_84799NED_haaglanden_raw_v3.json'), 'utf8'),
  ) as Record<string, unknown>[];
  const saved = {
    TableInfos: [sample.catalogTable_84799NED],
    DataProperties: sample.DataProperties_84799NED,
    TypedDataSet: rows,
  };
  const { leveringen, findings, uitkomst } = await lees(JSON.stringify(saved));
  assert.deepEqual(findings, []);
  assert.equal(leveringen[0]?.kop.reeks, '84799NED');
  const cel = (regio: string, onderwerp: string) =>
    leveringen[0]?.rijen.find(({ waarden: w }) => w.regio === regio && w.onderwerp === onderwerp)?.waarden;
  assert.equal(cel('GM0518', 'AantalInwoners_5')?.waarde, 545_838);
  assert.equal(cel('GM0518', 'AantalInwoners_5')?.periode, '2020JJ00');
  assert.equal(cel('GM0503', 'AantalInwoners_5')?.waarde, 103_595);
  assert.equal(cel('GM0503', 'Gemeentenaam_1')?.tekst, 'Delft');
  assert.equal(cel('NL00', 'GeboorteTotaal_24')?.attribuut, 'Onbekend');
  assert.equal(uitkomst?.rijen, leveringen[0]?.rijen.length);
  const v4 = JSON.parse(readFileSync(join(data, 'sample_v4.json'), 'utf8')) as Record<string, unknown>;
  const cells = [
    { Id: 1, Measure: 'T001036', ValueAttribute: 'None', Value: 102_253, WijkenEnBuurten: 'GM0503' },
  ];
  const read = await lees(JSON.stringify({ ...v4, Observations: cells }));
  assert.deepEqual(read.findings, []);
  assert.equal(read.leveringen[0]?.rijen[0]?.waarden.titel, 'Aantal inwoners');
  assert.equal(read.leveringen[0]?.rijen[0]?.waarden.periode, '2017JJ00');
});
