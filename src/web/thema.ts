// SPDX-License-Identifier: EUPL-1.2
import { OperatorError, type Problem } from '../contract/index.ts';
import { contrastRatio } from './contrast-ratio.ts';

/** Design tokens of a house style, `rvm.link.color` ─▶ `#1d5b73`. */
export type Thema = Readonly<Record<string, string>>;

/** Every token that a theme must give, with what it may be. Source: naming of NL Design System, design tokens of the W3C community group. */
const COLOURS = [
  'rvm.document.background-color',
  'rvm.document.color',
  'rvm.document.subtle.color',
  'rvm.document.subtle.background-color',
  'rvm.document.border-color',
  'rvm.heading.color',
  'rvm.link.color',
  'rvm.link.hover.color',
  'rvm.focus.color',
  'rvm.focus.inverse-color',
  'rvm.page-header.background-color',
  'rvm.page-header.color',
  'rvm.page-header.border-color',
  'rvm.page-footer.background-color',
  'rvm.page-footer.color',
  'rvm.button.background-color',
  'rvm.button.color',
  'rvm.accent.background-color',
  'rvm.accent.color',
] as const;
const SIZES = ['rvm.button.border-radius', 'rvm.page-header.border-width'] as const;
const FONTS = ['rvm.document.font-family', 'rvm.heading.font-family'] as const;

/** Ink and ground that are read together, and the least contrast between them. Source: WCAG 2.2, 1.4.3 and 1.4.11. */
const PAIRS: readonly (readonly [ink: string, ground: string, least: number])[] = [
  ['rvm.document.color', 'rvm.document.background-color', 4.5],
  ['rvm.document.color', 'rvm.document.subtle.background-color', 4.5],
  ['rvm.document.subtle.color', 'rvm.document.background-color', 4.5],
  ['rvm.document.subtle.color', 'rvm.document.subtle.background-color', 4.5],
  ['rvm.heading.color', 'rvm.document.background-color', 4.5],
  ['rvm.link.color', 'rvm.document.background-color', 4.5],
  ['rvm.link.color', 'rvm.document.subtle.background-color', 4.5],
  ['rvm.link.color', 'rvm.accent.background-color', 4.5],
  ['rvm.link.hover.color', 'rvm.document.background-color', 4.5],
  ['rvm.page-header.color', 'rvm.page-header.background-color', 4.5],
  ['rvm.page-footer.color', 'rvm.page-footer.background-color', 4.5],
  ['rvm.button.color', 'rvm.button.background-color', 4.5],
  ['rvm.accent.color', 'rvm.accent.background-color', 4.5],
  ['rvm.focus.color', 'rvm.document.background-color', 3],
  ['rvm.focus.color', 'rvm.focus.inverse-color', 3],
];

/**
 * Reads a theme: a file of design tokens, nested, with `$value` at the ends.
 *
 * Throws: `web.theme-token` (missing, unknown or of a wrong form), `web.theme-contrast`; all at once.
 */
export function readThema(place: string, text: string): Thema {
  const given = flattened(parsed(place, text));
  const names: readonly string[] = [...COLOURS, ...SIZES, ...FONTS];
  const problems: Problem[] = [
    ...names
      .filter((name) => !(name in given))
      .map((name) => problem(place, name, 'is missing: give this token')),
    ...Object.keys(given)
      .filter((name) => !names.includes(name))
      .map((name) => problem(place, name, 'is no token of the dashboard: remove it, or write its name')),
    ...COLOURS.filter((name) => name in given && !/^#[0-9a-f]{6}$/i.test(given[name] ?? '')).map((name) =>
      problem(place, name, 'give a colour as #rrggbb'),
    ),
    ...SIZES.filter((name) => name in given && !/^\d+(\.\d+)?(px|rem)$/.test(given[name] ?? '')).map((name) =>
      problem(place, name, 'give a size such as 4px'),
    ),
    ...FONTS.filter((name) => name in given && !/^[\w\s"',-]+$/.test(given[name] ?? '')).map((name) =>
      problem(place, name, 'give names of fonts that are on the reader’s computer'),
    ),
  ];
  if (problems.length > 0) throw new OperatorError(problems);
  refuseFaint(place, given);
  return given;
}

/** The theme as custom properties: `rvm.link.color` ─▶ `--rvm-link-color`. */
export function themaCss(thema: Thema): string {
  const lines = Object.entries(thema).map(([name, value]) => `  --${name.replaceAll('.', '-')}: ${value};`);
  return `:root {\n${lines.sort().join('\n')}\n}\n`;
}

function refuseFaint(place: string, thema: Thema): void {
  const faint = PAIRS.flatMap(([ink, ground, least]) => {
    const ratio = contrastRatio(thema[ink] ?? '', thema[ground] ?? '');
    return ratio >= least ? [] : [{ ink, ground, least, ratio }];
  });
  if (faint.length === 0) return;
  throw new OperatorError(
    faint.map(({ ink, ground, least, ratio }) => ({
      code: 'web.theme-contrast',
      subject: `${ink} on ${ground}`,
      place,
      remedy: `the contrast is ${ratio.toFixed(2)} and must be at least ${least}: choose a darker or lighter colour`,
    })),
  );
}

function parsed(place: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new OperatorError(problem(place, 'the file', 'is not JSON: correct it'));
  }
}

function flattened(value: unknown, path: readonly string[] = []): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  if ('$value' in value) return { [path.join('.')]: String(value.$value) };
  return Object.assign(
    {},
    ...Object.entries(value)
      .filter(([key]) => !key.startsWith('$'))
      .map(([key, child]) => flattened(child, [...path, key])),
  );
}

function problem(place: string, subject: string, what: string): Problem {
  return { code: 'web.theme-token', subject, place, remedy: `${what}, as in themas/neutraal.json` };
}
