// SPDX-License-Identifier: EUPL-1.2
import { DIMENSIES, type Dimensie, OperatorError, type Problem } from '../contract/index.ts';
import { didYouMean } from '../policy/index.ts';

/** One cell of a figure, as an operator names it. */
export interface Cell {
  readonly gebied: string;
  readonly periode: string;
  readonly selectie: Readonly<Partial<Record<Dimensie, string>>>;
}

const AREA = ['area', 'gebied'];
const PERIOD = ['year', 'jaar', 'period', 'periode'];

/**
 * Reads `year=2024,gemeente=GM0503,type=pleegzorg`. Without an area, `gemeente` is the area; without either, `whole` is.
 *
 * Throws: `cli.wrong-option`; all problems at once.
 */
export function readCell(text: string, whole: string): Cell {
  const problems: Problem[] = [];
  const wrong = (subject: string, remedy: string): void => {
    problems.push({ code: 'cli.wrong-option', subject, place: '--cell', remedy });
  };
  const found = new Map<string, string>();
  for (const part of text.split(',').map((piece) => piece.trim())) {
    const [, name = '', value = ''] = /^([a-z]+)=(.+)$/.exec(part) ?? [];
    const key = AREA.includes(name) ? 'gebied' : PERIOD.includes(name) ? 'periode' : name;
    const keys = ['year', 'period', 'area', ...DIMENSIES];
    if (value === '') wrong(part, 'give names with values: year=2024,gemeente=GM0503,type=pleegzorg');
    else if (key !== 'gebied' && key !== 'periode' && !DIMENSIES.some((dimensie) => dimensie === key))
      wrong(name, `expected any of: ${keys.join(', ')}.${didYouMean(name, keys)}`);
    else if (found.has(key)) wrong(name, 'name each part of the cell once');
    else found.set(key, value);
  }
  const periode = found.get('periode');
  if (periode === undefined && problems.length === 0)
    wrong(text, 'say which period: year=2024 or period=2024-Q2');
  if (problems.length > 0) throw new OperatorError(problems);
  const gemeente = found.get('gemeente');
  const gebied = found.get('gebied') ?? gemeente ?? whole;
  const isArea = found.get('gebied') === undefined && gemeente !== undefined;
  const selectie = DIMENSIES.filter(
    (dimensie) => found.has(dimensie) && !(isArea && dimensie === 'gemeente'),
  ).map((dimensie) => [dimensie, found.get(dimensie)] as const);
  return { gebied, periode: periode ?? '', selectie: Object.fromEntries(selectie) };
}
