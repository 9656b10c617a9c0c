// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as formats from 'ajv-formats';
import type { Begrip } from '../../src/contract/index.ts';
import { composeRelease } from '../../src/publish/index.ts';
import { editionSource } from '../report/haaglanden-release.ts';
import { clientenBlad } from './definitie-bladen.ts';

const begrip: Begrip = {
  id: 'client',
  term: { nl: 'Cliënt', en: 'Client' },
  ook: [],
  uitleg: { nl: 'Een jeugdige met hulp.', en: 'A young person with care.' },
  hoofdstukken: [1],
  zie: ['clienten'],
};

function files(): ReadonlyMap<string, unknown> {
  const { release, tables } = editionSource();
  const [clienten, perType] = tables;
  assert.ok(clienten && perType);
  const final = { ...clienten, voorlopigheid: { 2024: 'voorlopig', 2020: 'definitief' } };
  const composed = composeRelease({
    releasesDir: '/nergens',
    release: { ...release, uitgegeven: '2025-06-30' },
    tables: [final as unknown as typeof clienten, perType],
    definities: [clientenBlad],
    begrippen: [begrip],
    geheimhouding: {
      zone: 'open',
      regels: {},
      aanvaller: {},
      solver: { naam: 'highs', versie: '1.15.3' },
      plan: {},
      aantallen: { cijfers: 2, getoond: 1, verborgen: 1 },
      cellen: [],
    },
    pages: [],
  });
  return new Map(
    composed.files
      .filter(({ pad }) => pad.endsWith('.json'))
      .map(({ pad, inhoud }) => [pad, JSON.parse(String(inhoud))]),
  );
}

const all = files();
const api = (name: string) => all.get(`dashboard/v1/${name}.json`);

const SCHEMA_OF: readonly [RegExp, string][] = [
  [/^dashboard\/v1\/indicatoren\//, 'indicator'],
  [/^dashboard\/v1\/tabellen\//, 'tabel'],
  [/^dashboard\/v1\/([a-z]+)\.json$/, ''],
  [/^(definities|begrippen|wijzigingen|geheimhouding|manifest)\.json$/, ''],
  [/^cijfers\/all\.json$/, 'alle-cijfers'],
];

test('every JSON file of a release is valid against the schema that is published with it', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
  formats.default.default(ajv);
  const judged: string[] = [];
  for (const [pad, value] of all) {
    if (/schemas\/|openapi|csv-metadata/.test(pad)) continue;
    const [pattern, named] = SCHEMA_OF.find(([candidate]) => candidate.test(pad)) ?? [];
    const name = named || (pattern?.exec(pad)?.[1] ?? '');
    const schema = api(`schemas/${name}.schema`);
    assert.ok(schema, `${pad} has no schema`);
    const { $id } = schema as { $id: string };
    const validate = ajv.getSchema($id) ?? ajv.compile(schema as object);
    assert.ok(validate(value), `${pad}: ${ajv.errorsText(validate.errors)}`);
    judged.push(name);
  }
  assert.equal(new Set(judged).size, 13, 'each schema judges at least one file');
});

test('a schema refuses a file that is not what it says', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  formats.default.default(ajv);
  const validate = ajv.compile(api('schemas/tabel.schema') as object);
  const tabel = api('tabellen/clienten') as { cijfers: object[] };
  const wrong = (change: object) => ({ ...tabel, cijfers: [{ ...tabel.cijfers[0], ...change }] });
  assert.ok(validate(wrong({})));
  assert.ok(!validate(wrong({ waarde: '12' })));
  assert.ok(!validate(wrong({ status: ['klein'] })));
  assert.ok(!validate(wrong({ naam: 'Delft' })));
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
