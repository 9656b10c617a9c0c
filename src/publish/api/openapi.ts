// SPDX-License-Identifier: EUPL-1.2
import type { Release } from '../../contract/index.ts';
import { texts } from '../../text/index.ts';
import { API_VERSIE, addressesOf, ID_VORM, uitgeverOf } from '../addresses.ts';
import { object, type Schema, text } from './schema.ts';
import { SCHEMAS } from './schemas.ts';

type Tag = 'uitgave' | 'cijfers' | 'uitleg';

interface Resource {
  readonly pad: string;
  readonly schema: keyof typeof SCHEMAS;
  readonly tag: Tag;
  readonly uitleg: string;
  readonly parameter?: { readonly naam: string; readonly uitleg: string };
}

/** `openapi.json`: the API in OpenAPI 3.1, in Dutch, after the NL API Design Rules. */
export function openApi(release: Release): object {
  const { api, dataset } = texts('nl').openData;
  const uitgever = uitgeverOf(release);
  return {
    openapi: '3.1.0',
    info: {
      title: api.titel(release.regio.naam),
      version: API_VERSIE,
      description: release.fictief ? `${api.uitleg} ${texts('nl').openData.catalogus.fictief}` : api.uitleg,
      contact: { name: uitgever.naam, email: uitgever.email, url: uitgever.pagina },
      license: { name: dataset.rechten, identifier: 'CC0-1.0' },
    },
    servers: [{ url: addressesOf(release).api }, { url: '../v1' }],
    tags: Object.entries(api.labels).map(([name, description]) => ({ name, description })),
    paths: {
      '/openapi.json': {
        get: {
          operationId: 'openapi',
          summary: api.openapi,
          tags: ['uitleg'],
          responses: { '200': good({ type: 'object' }) },
        },
      },
      ...Object.fromEntries(resources().map((resource) => [resource.pad, { get: operation(resource) }])),
    },
    components: {
      schemas: {
        ...Object.fromEntries(
          resources().map(({ schema }) => [upperFirst(schema), SCHEMAS[schema] as Schema]),
        ),
        Probleem: object({ type: text, status: { type: 'integer' }, title: text, detail: text }),
      },
    },
  };
}

function resources(): readonly Resource[] {
  const { api } = texts('nl').openData;
  return [
    { pad: '/release', schema: 'release', tag: 'uitgave', uitleg: api.release },
    { pad: '/releases', schema: 'releases', tag: 'uitgave', uitleg: api.releases },
    { pad: '/wijzigingen', schema: 'wijzigingen', tag: 'uitgave', uitleg: api.wijzigingen },
    { pad: '/indicatoren', schema: 'indicatoren', tag: 'cijfers', uitleg: api.indicatoren },
    {
      pad: '/indicatoren/{id}',
      schema: 'indicator',
      tag: 'cijfers',
      uitleg: api.indicator,
      parameter: { naam: 'id', uitleg: api.idIndicator },
    },
    { pad: '/tabellen', schema: 'tabellen', tag: 'cijfers', uitleg: api.tabellen },
    {
      pad: '/tabellen/{naam}',
      schema: 'tabel',
      tag: 'cijfers',
      uitleg: api.tabel,
      parameter: { naam: 'naam', uitleg: api.idTabel },
    },
    { pad: '/gebieden', schema: 'gebieden', tag: 'cijfers', uitleg: api.gebieden },
    { pad: '/begrippen', schema: 'begrippen', tag: 'uitleg', uitleg: api.begrippen },
  ];
}

function operation({ schema, tag, uitleg, parameter }: Resource): object {
  const { api } = texts('nl').openData;
  return {
    operationId: schema,
    summary: uitleg,
    tags: [tag],
    ...(parameter === undefined
      ? {}
      : {
          parameters: [
            {
              name: parameter.naam,
              in: 'path',
              required: true,
              description: parameter.uitleg,
              schema: { type: 'string', pattern: ID_VORM },
            },
          ],
        }),
    responses: {
      '200': good({ $ref: `#/components/schemas/${upperFirst(schema)}` }),
      ...(parameter === undefined ? {} : { '400': problem(api.ongeldig), '404': problem(api.onbekend) }),
    },
  };
}

function good(schema: Schema): object {
  const { api } = texts('nl').openData;
  return { description: api.goed, headers: versionHeader(), content: { 'application/json': { schema } } };
}

function problem(description: string): object {
  return {
    description,
    headers: versionHeader(),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Probleem' } } },
  };
}

function versionHeader(): object {
  const { api } = texts('nl').openData;
  return { 'API-Version': { description: api.versie, schema: { type: 'string' } } };
}

function upperFirst(name: string): string {
  return name.replace(/^./, (first) => first.toUpperCase());
}
