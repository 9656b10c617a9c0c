// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composeRelease } from '../../src/publish/index.ts';
import { editionSource } from '../report/haaglanden-release.ts';
import { strictAjv } from './release-schemas.ts';

interface Response {
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content: Readonly<Record<string, { schema: { $ref?: string } }>>;
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, Response>>;
}

interface OpenApi {
  readonly openapi: string;
  readonly info: { readonly version: string; readonly contact: Readonly<Record<string, string>> };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Record<string, unknown>>> };
}

const { release, tables } = editionSource();
const { files } = composeRelease({
  releasesDir: '/nergens',
  release,
  tables: tables.slice(0, 1),
  geheimhouding: {},
  pages: [],
});
const openapi = JSON.parse(
  String(files.find(({ pad }) => pad === 'dashboard/v1/openapi.json')?.inhoud),
) as OpenApi;
const operations = Object.entries(openapi.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

test('/core/doc-openapi, contact, semver, uri-version: the document says what it is and who to ask', () => {
  assert.match(openapi.openapi, /^3\.1\.\d+$/);
  assert.match(openapi.info.version, /^\d+\.\d+\.\d+$/);
  for (const field of ['name', 'email', 'url']) assert.ok(openapi.info.contact[field], field);
  for (const { url } of openapi.servers) {
    assert.match(url, /\/v\d+$/);
    assert.doesNotMatch(url, /^http:/);
  }
});

test('/core/path-segments-kebab-case, no-trailing-slash, http-methods: addresses are nouns that can only be read', () => {
  for (const { path, method } of operations) {
    assert.equal(method, 'get');
    assert.match(path, /^(\/openapi\.json|(\/([a-z0-9-]+|\{[a-z]+\}))+)$/);
  }
  assert.ok(openapi.paths['/openapi.json'], '/core/publish-openapi');
});

test('/core/version-header, error-handling: every answer names its version, every error is a problem', () => {
  for (const { path, operation } of operations) {
    const names = [...path.matchAll(/\{([a-z]+)\}/g)].map((match) => match[1]);
    assert.deepEqual(
      (operation.parameters ?? []).map(({ name }) => name),
      names,
    );
    if (names.length > 0) assert.ok(operation.responses['400'] && operation.responses['404'], path);
    for (const [code, { headers, content }] of Object.entries(operation.responses)) {
      assert.ok(headers?.['API-Version'], `${path} ${code}`);
      const type = Number(code) < 400 ? 'application/json' : 'application/problem+json';
      assert.deepEqual(Object.keys(content), [type]);
    }
  }
  const { Probleem } = openapi.components.schemas;
  assert.deepEqual(Probleem?.required, ['type', 'status', 'title', 'detail']);
});

test('/core/date-time: what is a date has the format of a date, and nothing has a time of day', () => {
  const wrong: string[] = [];
  JSON.stringify(openapi.components.schemas, (key, value: unknown) => {
    if (/^(date|datum)$|(Date|Datum)$/.test(key) && (value as { format?: string }).format !== 'date')
      wrong.push(key);
    if (key === 'format' && ['time', 'date-time', 'date-time-local'].includes(String(value))) wrong.push(key);
    return value;
  });
  assert.deepEqual(wrong, []);
});

test('operations, tags and references are whole, and every schema is one', () => {
  const ids = operations.map(({ operation }) => operation.operationId);
  assert.equal(new Set(ids).size, ids.length);
  const tags = openapi.tags.map(({ name }) => name);
  const ajv = strictAjv();
  for (const [name, schema] of Object.entries(openapi.components.schemas)) {
    assert.match(name, /^[A-Z][A-Za-z]+$/);
    ajv.compile(schema);
  }
  for (const { operation } of operations) {
    assert.ok(operation.summary.endsWith('.'));
    for (const tag of operation.tags) assert.ok(tags.includes(tag), tag);
    for (const { content } of Object.values(operation.responses))
      for (const { schema } of Object.values(content)) {
        const name = schema.$ref?.split('/').at(-1);
        assert.ok(name === undefined || openapi.components.schemas[name], name);
      }
  }
});
