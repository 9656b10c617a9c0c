// SPDX-License-Identifier: EUPL-1.2

/** A JSON Schema (2020-12), also as OpenAPI 3.1 has it. */
export type Schema = Readonly<Record<string, unknown>>;

export const text: Schema = { type: 'string' };
export const number: Schema = { type: ['number', 'null'] };
export const count: Schema = { type: 'integer', minimum: 0 };
export const flag: Schema = { type: 'boolean' };
export const date: Schema = { type: 'string', format: 'date' };
export const address: Schema = { type: 'string', format: 'uri-reference' };
export const semver: Schema = { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' };
export const releaseId: Schema = { type: 'string', pattern: '^\\d{4}-[1-9]\\d*$' };

/** An object with these members and no others; a name that ends in `?` may be absent. */
export function object(members: Readonly<Record<string, Schema>>): Schema {
  const names = Object.keys(members);
  const plain = (name: string): string => name.replace(/\?$/, '');
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [plain(name), members[name]])),
    required: names.filter((name) => !name.endsWith('?')),
    additionalProperties: false,
  };
}

export function list(items: Schema): Schema {
  return { type: 'array', items };
}

export function oneOf(values: readonly string[]): Schema {
  return { type: 'string', enum: values };
}

/** An object with any names and one kind of member. */
export function record(members: Schema): Schema {
  return { type: 'object', additionalProperties: members };
}

export function nullable(schema: Schema): Schema {
  return { anyOf: [schema, { type: 'null' }] };
}

export function described(schema: Schema, description: string): Schema {
  return { ...schema, description };
}

export const bilingual: Schema = object({ nl: text, en: text });
