// SPDX-License-Identifier: EUPL-1.2
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as formats from 'ajv-formats';

const SCHEMA_OF: readonly [RegExp, string][] = [
  [/^dashboard\/v1\/indicatoren\//, 'indicator'],
  [/^dashboard\/v1\/tabellen\//, 'tabel'],
  [/^dashboard\/v1\/([a-z]+)\.json$/, ''],
  [/^(definities|begrippen|wijzigingen|geheimhouding|manifest)\.json$/, ''],
  [/^cijfers\/all\.json$/, 'alle-cijfers'],
];

/** An engine that is strict about the schemas too. */
export function strictAjv(): Ajv2020 {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
  formats.default.default(ajv);
  return ajv;
}

/** Judges the JSON files of a release by the schemas among them: what is wrong, and the names of the schemas that judged. */
export function judgeFiles(files: ReadonlyMap<string, unknown>): {
  readonly wrong: readonly string[];
  readonly schemas: ReadonlySet<string>;
} {
  const ajv = strictAjv();
  const schemas = new Set<string>();
  const wrong = [...files].flatMap(([pad, value]) => {
    const [pattern, named] = SCHEMA_OF.find(([candidate]) => candidate.test(pad)) ?? [];
    if (pattern === undefined || pad === 'dashboard/v1/openapi.json') return [];
    const name = named || (pattern.exec(pad)?.[1] ?? '');
    const schema = files.get(`dashboard/v1/schemas/${name}.schema.json`) as { $id: string } | undefined;
    if (schema === undefined) return [`${pad} has no schema`];
    schemas.add(name);
    const validate = ajv.getSchema(schema.$id) ?? ajv.compile(schema);
    return validate(value) ? [] : [`${pad}: ${ajv.errorsText(validate.errors)}`];
  });
  return { wrong, schemas };
}
