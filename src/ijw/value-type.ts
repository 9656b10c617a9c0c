// SPDX-License-Identifier: EUPL-1.2
import { TEXT_CLASS } from './xml-text.ts';

/** What a value is read as. */
export type ValueKind = 'tekst' | 'cijfers' | 'code' | 'getal' | 'datum' | 'tijd';

/** A datatype with its facets, ready to be checked. */
export interface ValueType {
  readonly kind: ValueKind;
  readonly minLength: number;
  readonly maxLength: number;
  readonly minimum: number;
  readonly maximum: number;
  /** Digits of a `cijfers`. */
  readonly digits: number;
  readonly patternText: string;
  readonly pattern: RegExp | undefined;
  /** Finding for a value that breaks the pattern, and for one that is too long or too large. */
  readonly patternCode: string;
  readonly maximumCode: string;
  /** Name of the code list, empty without one. */
  readonly lijst: string;
  readonly codes: ReadonlySet<string> | undefined;
  /** The codes, or the texts that the pattern lists, by their bytes (`packCode`). */
  readonly packed: ReadonlyMap<number, string> | undefined;
  /**
   * Of a text: the characters of which a value of printable ASCII without blanks at its ends, and of a fitting length, breaks no facet: no need to decode it.
   * Undefined when its characters do not tell. Of a time: `alle` when `HH:MM:SS` breaks none.
   */
  readonly tekens: Tekens | undefined;
}

/** Characters of ASCII that a pattern leaves free. */
export type Tekens = 'alle' | 'letters' | 'cijfers' | 'letters-cijfers';

/** 0 for each byte that is one of these. */
export const TEKEN_BYTES: Readonly<Record<Tekens, Uint8Array>> = {
  alle: TEXT_CLASS,
  letters: bytesOf(/[A-Za-z]/),
  cijfers: bytesOf(/[0-9]/),
  'letters-cijfers': bytesOf(/[A-Za-z0-9]/),
};

function bytesOf(pattern: RegExp): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => (pattern.test(String.fromCharCode(byte)) ? 0 : 1));
}

const NOT_BLANK = '.*[^\\s].*';
const NOT_BLANK_TEXT = '([.\\s]*\\S+[.\\s]*)+';
const LETTERS = '([a-zA-ZÀ-ỳ])+';
const DIGITS = '[0-9]*';
const LETTERS_DIGITS = '([a-zA-Z0-9])+';
const NO_ZONE = '[^Z+-]+';
const TEKENS: Readonly<Record<string, Tekens>> = {
  '': 'alle',
  [NOT_BLANK]: 'alle',
  [NOT_BLANK_TEXT]: 'alle',
  [LETTERS]: 'letters',
  [DIGITS]: 'cijfers',
  [LETTERS_DIGITS]: 'letters-cijfers',
};

/** Restrictions of iJw by the facet they are about. Source: iJw 3.2, restricties. */
const LENGTH_CODES: Readonly<Record<string, string>> = {
  1: 'RS008',
  2: 'RS009',
  3: 'RS010',
  4: 'RS011',
  5: 'RS012',
  6: 'RS013',
  8: 'RS014',
  9: 'RS015',
  10: 'RS016',
  12: 'RS017',
  15: 'RS018',
  20: 'RS019',
  24: 'RS020',
  25: 'RS021',
  35: 'RS023',
  36: 'RS024',
  64: 'RS025',
  80: 'RS026',
  200: 'RS028',
};
const RANGE_CODES: Readonly<Record<string, string>> = {
  99: 'RS002',
  99999: 'RS004',
  99999999: 'RS005',
  999999999: 'RS006',
  999999999999: 'RS040',
};
const NAMED_CODES: Readonly<Record<string, string>> = {
  BerichtCode: 'RS047',
  BerichtVersie: 'CS025',
  BerichtSubversie: 'CS015',
};
const PATTERN_CODES: Readonly<Record<string, string>> = {
  [NOT_BLANK]: 'RS033',
  [NOT_BLANK_TEXT]: 'RS031',
  '[0-9]{4}': 'RS035',
  '[0-9]{8}': 'RS036',
  '[0-9]{9}': 'RS037',
  [LETTERS]: 'RS045',
  [DIGITS]: 'RS046',
  [LETTERS_DIGITS]: 'CS319',
  '(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)': 'RS048',
  '[^:Z]*': 'RS032',
  [NO_ZONE]: 'RS034',
};

/** Reads a datatype out of its facts: `string; length 1..3; pattern 436`. */
export function compileValueType(feiten: string, naam = ''): ValueType {
  const parts = feiten.split('; ');
  const part = (name: string): string => {
    const found = parts.find((item) => item.startsWith(`${name} `));
    return found === undefined ? '' : found.slice(name.length + 1);
  };
  const [minLength = '', maxLength = ''] = part('length').split('..');
  const [minimum = '', maximum = ''] = part('range').split('..');
  const [lijst = '', ...codes] = part('lijst').split(' ');
  const patternText = part('pattern');
  const literals = /^\d{1,4}(?:\|\d{1,4})*$/.test(patternText) ? patternText.split('|') : [];
  const fixed = codes.length > 0 ? codes : literals;
  const digits = /^\[0-9\]\{(\d+)\}$/.exec(patternText)?.[1];
  return {
    kind: kindOf(parts[0] ?? '', codes.length > 0, digits !== undefined),
    minLength: Number(minLength),
    maxLength: maxLength === '' ? Number.POSITIVE_INFINITY : Number(maxLength),
    minimum: minimum === '' ? Number.NEGATIVE_INFINITY : Number(minimum),
    maximum: maximum === '' ? Number.POSITIVE_INFINITY : Number(maximum),
    digits: Number(digits ?? 0),
    patternText,
    pattern: patternText === '' ? undefined : compilePattern(patternText),
    patternCode: NAMED_CODES[naam] ?? PATTERN_CODES[patternText] ?? 'ijw.patroon',
    maximumCode: LENGTH_CODES[maxLength] ?? RANGE_CODES[maximum] ?? 'ijw.lengte',
    lijst,
    codes: codes.length > 0 ? new Set(codes) : undefined,
    packed: fixed.length > 0 ? new Map(fixed.map((code) => [packCode(code), code])) : undefined,
    tekens: parts[0] === 'time' && patternText === NO_ZONE ? 'alle' : TEKENS[patternText],
  };
}

function kindOf(base: string, listed: boolean, digits: boolean): ValueKind {
  if (base === 'integer') return 'getal';
  if (base === 'date') return 'datum';
  if (base === 'time') return 'tijd';
  if (listed) return 'code';
  return digits ? 'cijfers' : 'tekst';
}

// In a pattern of XML Schema a dot does not match a carriage return or line feed; in JavaScript it misses two more line ends.
function compilePattern(text: string): RegExp {
  if (text === NOT_BLANK_TEXT) return /[^ \t\r\n]/;
  if (text === NOT_BLANK) return /^[^\r\n]*[^ \t\r\n][^\r\n]*$/;
  return new RegExp(`^(?:${text})$`, 'u');
}

/** A code of up to four ASCII characters as one number. */
export function packCode(code: string): number {
  let packed = 0;
  for (let i = 0; i < code.length; i++) packed = (packed << 8) | code.charCodeAt(i);
  return packed;
}
