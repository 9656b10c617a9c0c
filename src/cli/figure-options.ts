// SPDX-License-Identifier: EUPL-1.2
import {
  DIMENSIES,
  type Dimensie,
  OperatorError,
  type Problem,
  parsePlainDate,
  type Regio,
} from '../contract/index.ts';
import { didYouMean } from '../policy/index.ts';

/** What `regiovisie figures` was asked, as typed. */
export interface FigureOptions {
  readonly by?: string;
  readonly logbook?: string;
  readonly area?: string;
  readonly year?: string;
  readonly period?: string;
  readonly variant?: string;
  readonly asKnownOn?: string;
  readonly composition?: string;
  readonly format?: string;
  /** `name=value`, each. */
  readonly param?: readonly string[];
  /** `indicator@YYYY-MM-DD`, each. */
  readonly definition?: readonly string[];
  readonly raw?: boolean;
  readonly keyFile?: string;
  readonly json?: boolean;
}

export const FORMATS = ['csv', 'json', 'table'] as const;
export type Format = (typeof FORMATS)[number];

/** The same, read. */
export interface FigureQuestion {
  readonly dimensies: readonly Dimensie[];
  readonly gebieden?: readonly string[];
  readonly perioden: readonly string[];
  readonly variant?: string;
  /** Unit: milliseconds since 1970-01-01T00:00:00Z; the last one of the day asked for. */
  readonly asKnownOn?: number;
  readonly samenstelling: 'restated' | 'actual';
  readonly format: Format;
  /** In place of the defaults of the definitions and of the region. */
  readonly parameters: Readonly<Record<string, number | string>>;
  /** Version of a definition to use in place of the newest, by indicator. */
  readonly definities: Readonly<Record<string, string>>;
  readonly raw: boolean;
}

const MS_PER_DAY = 86_400_000;

/** Throws: `cli.wrong-option`; all problems at once. */
export function readFigureOptions(options: FigureOptions, regio: Regio): FigureQuestion {
  const problems: Problem[] = [];
  const wrong = (place: string, subject: string, remedy: string): void => {
    problems.push({ code: 'cli.wrong-option', subject, place, remedy });
  };
  const oneOf = <Choice extends string>(
    place: string,
    value: string,
    choices: readonly Choice[],
  ): Choice | undefined => {
    const found = choices.find((choice) => choice === value);
    if (found === undefined)
      wrong(place, value, `expected one of: ${choices.join(', ')}.${didYouMean(value, choices)}`);
    return found;
  };
  const dimensies = splitList(options.by).flatMap((word) => oneOf('--by', word, DIMENSIES) ?? []);
  const format = oneOf('--format', options.format ?? (options.json ? 'json' : 'table'), FORMATS) ?? 'table';
  const samenstelling =
    oneOf('--composition', options.composition ?? 'restated', ['restated', 'actual'] as const) ?? 'restated';
  const date = options.asKnownOn === undefined ? undefined : parsePlainDate(options.asKnownOn);
  if (options.asKnownOn !== undefined && date === undefined)
    wrong('--as-known-on', options.asKnownOn, 'give a day as YYYY-MM-DD');
  const perioden = [
    ...splitList(options.year).flatMap((part) => yearsOf(part, wrong)),
    ...splitList(options.period),
  ];
  const parameters = pairs(
    options.param,
    '=',
    '--param',
    'a name and a value: return-window-days=180',
    wrong,
  );
  const definities = pairs(
    options.definition,
    '@',
    '--definition',
    'an indicator and a version: uitval@2020-01-01',
    wrong,
  );
  if (problems.length > 0) throw new OperatorError(problems);
  return {
    dimensies,
    perioden: perioden.length > 0 ? perioden : yearsBetween(regio.basisjaar, regio.publicatiejaar),
    samenstelling,
    format,
    parameters: Object.fromEntries(
      parameters.map(([name, value]) => [name, /^-?\d+$/.test(value) ? Number(value) : value]),
    ),
    definities: Object.fromEntries(definities),
    raw: options.raw === true,
    ...(options.area === undefined ? {} : { gebieden: splitList(options.area) }),
    ...(options.variant === undefined ? {} : { variant: options.variant }),
    ...(date === undefined ? {} : { asKnownOn: (date + 1) * MS_PER_DAY - 1 }),
  };
}

/** Calendar years from the first up to and including the last. */
export function yearsBetween(first: number, last: number): readonly string[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => String(first + index));
}

function pairs(
  texts: readonly string[] = [],
  between: string,
  place: string,
  expected: string,
  wrong: (place: string, subject: string, remedy: string) => void,
): readonly (readonly [string, string])[] {
  return texts.flatMap((text) => {
    const [name = '', value = '', ...rest] = text.split(between);
    if (name !== '' && value !== '' && rest.length === 0) return [[name, value] as const];
    wrong(place, text, `give ${expected}`);
    return [];
  });
}

function splitList(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function yearsOf(
  part: string,
  wrong: (place: string, subject: string, remedy: string) => void,
): readonly string[] {
  const match = /^(\d{4})(?:-(\d{4}))?$/.exec(part);
  const first = Number(match?.[1]);
  const last = Number(match?.[2] ?? match?.[1]);
  if (match && first <= last) return yearsBetween(first, last);
  wrong('--year', part, 'give a year (2024), a range (2020-2024) or several with commas (2020,2024)');
  return [];
}
