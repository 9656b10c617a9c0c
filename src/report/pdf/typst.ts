// SPDX-License-Identifier: EUPL-1.2

/** Typst code in code mode. Made only by the functions of this file, so that no text of a document is ever read as code. */
export interface Code {
  readonly code: string;
}

export type Value = Code | string | number | boolean | undefined | readonly Value[];

/** A piece of finished Typst. */
export function code(source: string): Code {
  return { code: source };
}

/** Text as a string literal: nothing in it has a meaning. */
export function literal(text: string): Code {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '')
    .replaceAll('\t', ' ');
  return code(`"${escaped}"`);
}

/** A function call with positional and named arguments; strings become text, arrays become arrays, undefined becomes `none`. */
export function call(
  name: string,
  named: Readonly<Record<string, Value>>,
  ...positional: readonly Value[]
): Code {
  const args = [
    ...positional.map(written),
    ...Object.entries(named).map(([key, value]) => `${key}: ${written(value)}`),
  ];
  return code(`${name}(${args.join(', ')})`);
}

/** Contents one after the other. */
export function joined(parts: readonly Value[]): Code {
  return parts.length === 0 ? code('[]') : code(`{ ${parts.map(written).join('\n')} }`);
}

function written(value: Value): string {
  if (value === undefined) return 'none';
  if (typeof value === 'string') return literal(value).code;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (isList(value)) return value.length === 0 ? '()' : `(${value.map(written).join(', ')},)`;
  return value.code;
}

function isList(value: Code | readonly Value[]): value is readonly Value[] {
  return Array.isArray(value);
}
