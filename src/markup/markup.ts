// SPDX-License-Identifier: EUPL-1.2

/** Finished markup: every text in it was escaped when it entered. Wrapped, so that it cannot be mistaken for text. */
export interface Markup {
  readonly markup: string;
}

/** Text and numbers are escaped, markup is taken as it is, lists are joined; undefined and false leave nothing. */
export type MarkupValue = Markup | string | number | false | undefined | readonly (Markup | undefined)[];

/** A template that escapes every plain value in it. */
export function html(parts: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  const markup = parts.reduce((whole, part, index) => whole + part + inserted(values[index]), '');
  return { markup };
}

/** Markup that is ours or that another room finished: a drawing, a stylesheet, the name of an element. */
export function finished(markup: string): Markup {
  return { markup };
}

function inserted(value: MarkupValue): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escaped(value);
  if (isList(value)) return value.map((item) => item?.markup ?? '').join('');
  return value.markup;
}

function isList(value: MarkupValue): value is readonly (Markup | undefined)[] {
  return Array.isArray(value);
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
