// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { OperatorError } from '../../src/contract/index.ts';
import { FIGUUR_KOLOMMEN, VERPLICHT } from '../../src/sample/figure-record.ts';
import { parseFigures } from '../../src/sample/figures.ts';
import type { PublishedFigure } from '../../src/sample/published-figure.ts';
import { projectRoot, sharedRoot } from '../project-root.ts';
import { figuresFiles, haaglanden } from './haaglanden.ts';

const published = join(sharedRoot, 'reference', 'published', 'monitor-2024.json');

test('every value of the other sources stands in the published monitor on the line that we name', {
  skip: existsSync(published) ? false : 'shared/ is not beside this checkout',
}, () => {
  const tables = JSON.parse(readFileSync(published, 'utf8')) as {
    rows: { line?: number; value: number | string }[];
  }[];
  const perLine = new Map<number, Set<number>>();
  for (const { line, value } of tables.flatMap(({ rows }) => rows)) {
    if (line === undefined || typeof value !== 'number') continue;
    perLine.set(line, (perLine.get(line) ?? new Set()).add(value));
  }
  const own = parseFigures(figuresFiles, haaglanden).filter(
    ({ indicator, bron }) =>
      bron.startsWith('Monitor') &&
      !['clienten', 'uitgaven-per-client', 'kosten-boven-grens'].includes(indicator),
  );
  const absent = own.filter(({ bron, waarde, indicator }) => {
    const line = Number(/r\. (\d+)$/.exec(bron)?.[1]);
    const value = indicator === 'wachtend-aandeel' ? Math.round(waarde * 1000) / 10 : waarde;
    return !perLine.get(line)?.has(value);
  });
  assert.deepEqual(absent, []);
  assert.equal(own.length, 430);
});

const keyOf = ({ indicator, variant, gebied, type, splitsing, periode }: PublishedFigure): string =>
  [indicator, variant, gebied, type, splitsing, periode].join('|');

test('the JSON form of the monitor gives every figure that our own files have, with the value that was printed', {
  skip: existsSync(published) ? false : 'shared/ is not beside this checkout',
}, () => {
  const file = { name: 'monitor-2024.json', text: readFileSync(published, 'utf8') };
  const fromJson = new Map(parseFigures([file], haaglanden).map((figure) => [keyOf(figure), figure.waarde]));
  const own = parseFigures(figuresFiles, haaglanden).filter(({ bron }) => bron.startsWith('Monitor'));
  const other = own.filter((figure) => {
    const value = fromJson.get(keyOf(figure));
    return value === undefined || Math.abs(value - figure.gedrukt) > 1e-9;
  });
  assert.deepEqual(
    other.map((figure) => [keyOf(figure), figure.gedrukt, fromJson.get(keyOf(figure))]),
    [],
  );
  assert.ok(own.length > 1100);
});

test('figures as a JSON array say the same as the CSV with those columns; a wrong one is named by its place', () => {
  const fromCsv = parseFigures(figuresFiles, haaglanden);
  const text = JSON.stringify(fromCsv.map(({ gedrukt: _, ...figure }) => figure));
  const fromJson = parseFigures([{ name: 'cijfers.json', text }], haaglanden);
  assert.deepEqual(
    fromJson,
    fromCsv.map((figure) => ({ ...figure, gedrukt: figure.waarde })),
  );
  const wrong = JSON.stringify([{ indicator: 'clienten', gebied: 'GM0503', jaar: 2024, waarde: -1 }]);
  assert.throws(
    () => parseFigures([{ name: 'fout.json', text: wrong }], haaglanden),
    (error) =>
      error instanceof OperatorError &&
      error.problems[0]?.code === 'sample.figures-row' &&
      error.problems[0].place === 'fout.json[0]',
  );
});

test('the schema of that form has exactly the columns that are read', () => {
  const schema = JSON.parse(
    readFileSync(join(projectRoot, 'docs/reference/gepubliceerde-cijfers.schema.json'), 'utf8'),
  ) as { items: { properties: object; required: readonly string[] } };
  assert.deepEqual(Object.keys(schema.items.properties), [...FIGUUR_KOLOMMEN]);
  assert.deepEqual(
    schema.items.required,
    VERPLICHT.filter((kolom) => kolom !== 'type'),
  );
});
