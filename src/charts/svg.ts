// SPDX-License-Identifier: EUPL-1.2

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Markup that is already escaped. */
export type Svg = string;

/** An element with attributes and finished children; numbers are written with at most one decimal. */
export function element(name: string, attributes: Attributes, ...children: readonly Svg[]): Svg {
  const open = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : escaped(value ?? '')}"`)
    .join('');
  return children.length === 0 ? `<${name}${open}/>` : `<${name}${open}>${children.join('')}</${name}>`;
}

/** A text element; the only way for words and numbers to enter a drawing. */
export function label(text: string, attributes: Attributes): Svg {
  return element('text', attributes, escaped(text));
}

/** What one mark stands for, as a child of it: seen under a pointer, and read by whoever walks along the marks. */
export function hint(text: string): Svg {
  return element('title', {}, escaped(text));
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Width that a text takes, near enough to decide whether it fits. Unit: pixels. */
export function textWidth(text: string, fontSize: number): number {
  const narrow = text.match(/[.,:;'|ijl ()]/g)?.length ?? 0;
  return ((text.length - narrow) * 0.58 + narrow * 0.3) * fontSize;
}

/** A label centred on `x` that stays between `left` and `right`. */
export function labelWithin(
  text: string,
  x: number,
  { left, right, fontSize }: { readonly left: number; readonly right: number; readonly fontSize: number },
  attributes: Attributes,
): Svg {
  const half = textWidth(text, fontSize) / 2;
  if (x - half < left) return label(text, { ...attributes, x: left, 'text-anchor': 'start' });
  if (x + half > right) return label(text, { ...attributes, x: right, 'text-anchor': 'end' });
  return label(text, { ...attributes, x, 'text-anchor': 'middle' });
}

function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}
