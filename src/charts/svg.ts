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

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Width that a text takes at most, near enough to decide whether it fits. Unit: pixels. */
export function textWidth(text: string, fontSize: number): number {
  return text.length * fontSize * 0.58;
}

function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}
