// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { type Begrip, sealSafeTable } from '../../src/contract/index.ts';
import { composeRelease, type JsonRow } from '../../src/publish/index.ts';
import { editionSource } from '../report/haaglanden-release.ts';
import { clientenBlad } from './definitie-bladen.ts';
import { judgeFiles, strictAjv } from './release-schemas.ts';

const begrip: Begrip = {
  id: 'client',
  term: { nl: 'Cliënt', en: 'Client' },
  ook: [],
  uitleg: { nl: 'Een jeugdige met hulp.', en: 'A young person with care.' },
  hoofdstukken: [1],
  zie: ['clienten'],
};

const eenPlaats = { grootheid: 'clienten', periode: '2024', gebied: 'H3', dimensies: {} };
const eenCel = {
  indicator: 'clienten',
  variant: '',
  periode: '2024',
  gebied: 'H3',
  dimensies: { type: 'cit' },
};

function compose() {
  const { release, tables } = editionSource();
  const [clienten, perType] = tables;
  assert.ok(clienten && perType);
  const final = sealSafeTable({ ...clienten, voorlopigheid: { 2024: 'voorlopig', 2020: 'definitief' } });
  return composeRelease({
    releasesDir: '/nergens',
    release: { ...release, uitgegeven: '2025-06-30' },
    tables: [final, perType],
    definities: [clientenBlad],
    begrippen: [begrip],
    geheimhouding: {
      zone: 'open',
      regels: release.geheimhouding.regels,
      aanvaller: {
        weet: { nl: ['alles'], en: ['everything'] },
        ondergrensTelling: 1,
        nulMogelijk: [{ grootheid: 'clienten', periode: '2024', dimensies: ['type'] }],
        eerdereReleases: ['2023-1'],
      },
      solver: { naam: 'highs', versie: '1.15.3' },
      plan: { optimaal: true, gat: 0 },
      aantallen: { cijfers: 2, getoond: 1, verborgen: 1 },
      meervoudigGeteld: [
        { ...eenPlaats, over: 'gebied', delen: ['GM0503', 'GM0518'], verschil: null },
        { ...eenPlaats, over: 'type', delen: ['cit', 'lvb'], verschil: 12 },
      ],
      buitenkennis: [{ ...eenPlaats, interval: [3, 7], bron: 'een tabel' }],
      cellen: [{ ...eenCel, interval: [1, null] }],
    },
    pages: [],
  }).files;
}

const files = compose();
const all: ReadonlyMap<string, unknown> = new Map(
  files
    .filter(({ pad }) => pad.endsWith('.json'))
    .map(({ pad, inhoud }) => [pad, JSON.parse(String(inhoud))]),
);
const csv = (name: string) =>
  parse(String(files.find(({ pad }) => pad === `cijfers/${name}.csv`)?.inhoud), { columns: true }) as Record<
    string,
    string
  >[];
const api = (name: string) => all.get(`dashboard/v1/${name}.json`);

test('every JSON file of a release is valid against the schema that is published with it', () => {
  const { wrong, schemas } = judgeFiles(all);
  assert.deepEqual(wrong, []);
  assert.equal(schemas.size, 13, 'each schema judges at least one file');
});

test('a schema refuses a file that is not what it says', () => {
  const validate = strictAjv().compile(api('schemas/tabel.schema') as object);
  const tabel = api('tabellen/clienten') as { cijfers: object[] };
  const wrong = (change: object) => ({ ...tabel, cijfers: [{ ...tabel.cijfers[0], ...change }] });
  assert.ok(validate(wrong({})));
  assert.ok(!validate(wrong({ waarde: '12' })));
  assert.ok(!validate(wrong({ status: ['klein'] })));
  assert.ok(!validate(wrong({ naam: 'Delft' })));
});

test('CSV, the API and the file with everything hold the same figures', () => {
  const { tabellen } = all.get('cijfers/all.json') as { tabellen: { csv: string; rijen: JsonRow[] }[] };
  for (const name of ['clienten', 'clienten-type']) {
    const { cijfers } = api(`tabellen/${name}`) as { cijfers: Record<string, unknown>[] };
    const rijen = tabellen.find((tabel) => tabel.csv === `cijfers/${name}.csv`)?.rijen ?? [];
    const told = csv(name).map(({ periode, gebied, type, waarde, status, periode_status: final }) =>
      [periode, gebied, type ?? '', waarde, status, final].join('/'),
    );
    const word = (value: unknown) => (value === undefined || value === null ? '' : String(value));
    assert.deepEqual(
      cijfers.map((cijfer) =>
        [
          cijfer.periode,
          cijfer.gebied,
          word(cijfer.type),
          word(cijfer.waarde),
          (cijfer.status as string[]).join('+'),
          word(cijfer.voorlopigheid),
        ].join('/'),
      ),
      told,
    );
    assert.deepEqual(
      rijen.map((rij) => `${rij.periode}/${rij.gebied}/${rij.dimensies.join()}/${word(rij.waarde)}`),
      told.map((line) => line.split('/').slice(0, 4).join('/')),
    );
  }
});

test('a table of the API holds the figures of its CSV by name, with what is needed to judge them', () => {
  const { release, cijfers } = api('tabellen/clienten-type') as {
    release: object;
    cijfers: Record<string, unknown>[];
  };
  assert.deepEqual(release, {
    id: '2024-1',
    status: 'voorlopig',
    dataTot: '2025-03-31',
    uitgegeven: '2025-06-30',
    fictief: true,
  });
  const hidden = cijfers.find(
    ({ gebied, periode, type }) => gebied === 'GM1842' && periode === '2024' && type === 'gezinshuizen',
  );
  assert.deepEqual(hidden, {
    periode: '2024',
    gebied: 'GM1842',
    type: 'gezinshuizen',
    waarde: null,
    status: ['geheim'],
  });
  const { cijfers: totals } = api('tabellen/clienten') as { cijfers: Record<string, unknown>[] };
  assert.equal(totals.find(({ periode }) => periode === '2020')?.voorlopigheid, 'definitief');
});

test('every link of the API leads to a file of the release', () => {
  const hrefs: string[] = [];
  for (const [pad, value] of all) {
    if (!pad.startsWith('dashboard/v1/') || /schemas\/|openapi|releases\.json/.test(pad)) continue;
    JSON.stringify(value, (key, member: unknown) => {
      if (['href', 'csv'].includes(key) && typeof member === 'string')
        hrefs.push(new URL(member, `file:///${pad}`).pathname.slice(1));
      return member;
    });
  }
  assert.ok(hrefs.length > 6);
  const known = [...all.keys(), 'cijfers/clienten.csv', 'cijfers/clienten-type.csv'];
  assert.deepEqual(
    hrefs.filter((href) => !known.includes(href)),
    [],
  );
});
