// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type ColumnLineSpec,
  columnLineChart,
  type Panel,
  type Point,
  palette,
  type Series,
} from '../../src/charts/index.ts';

const periods = ['2020', '2021', '2022', '2023', '2024'];
const points = (...values: readonly (number | null)[]): Point[] =>
  values.map((value) => ({ value, label: value === null ? 'geheim' : String(value) }));

function series(name: string, values: readonly (number | null)[], more: Partial<Series> = {}): Series {
  return { name, colour: palette.blauw, points: points(...values), breaksBefore: [], ...more };
}

function panel(more: Partial<Panel> = {}): Panel {
  return {
    columns: [series('Delft', [210, 220, 230, 240, 250])],
    lines: [series('Delft', [7100, 7200, 7300, 7400, 7500])],
    breaksBefore: [],
    ...more,
  };
}

function chart(panels: readonly Panel[], more: Partial<ColumnLineSpec> = {}) {
  return columnLineChart({
    id: 'figuur',
    title: 'Cliënten',
    description: 'Kolommen en een lijn.',
    periods,
    columnTitle: 'Aantal',
    lineTitle: 'Gemiddeld',
    breakLabel: 'reeksbreuk',
    panels,
    table: { rowHeader: 'Gebied', groups: [], rows: [] },
    ...more,
  });
}

const heights = (svg: string, fill: string) =>
  [...svg.matchAll(new RegExp(`<rect [^>]*height="([\\d.]+)" fill="${fill}"`, 'g'))].map((match) =>
    Number(match[1]),
  );
const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map((match) => match[1]);

test('columns stand on zero: twice the value is twice the height', () => {
  const { svg } = chart([panel({ columns: [series('a', [50, 100, 200, 100, 50])] })]);
  const [first = 0, second = 0, third = 0] = heights(svg, palette.blauw.fill);
  assert.ok(Math.abs(second / first - 2) < 0.02 && Math.abs(third / second - 2) < 0.02);
});

test('a stack is as high as its parts together, and carries the total it is given', () => {
  const parts = [
    series('H8', [100, 100, 100, 100, 100]),
    series('Den Haag', [100, 100, 100, 100, 50], { colour: palette.oker }),
  ];
  const { svg } = chart([panel({ columns: parts, totals: points(199, 199, 199, 199, 149) })]);
  const [below = 0] = heights(svg, palette.blauw.fill);
  const above = heights(svg, palette.oker.fill);
  assert.ok(Math.abs(below - (above[0] ?? 0)) < 2);
  assert.ok(Math.abs((above[4] ?? 0) / (above[0] ?? 1) - 0.5) < 0.02);
  assert.equal(textsOf(svg).filter((text) => text === '199').length, 4);
  assert.ok(textsOf(svg).includes('Den Haag'));
});

test('a hidden value is a gap with its word, in columns and lines, and no line runs through it', () => {
  const values = [210, 220, null, 240, 250];
  const { svg } = chart([panel({ columns: [series('a', values)], lines: [series('a', values)] })]);
  assert.equal(heights(svg, palette.blauw.fill).length, 4);
  assert.equal(textsOf(svg).filter((text) => text === 'geheim').length, 2);
  const lines = [...svg.matchAll(/<polyline points="([^"]+)"/g)].map((match) => match[1]?.split(' ').length);
  assert.deepEqual(lines, [2, 2]);
});

test('a part that is hidden hides the whole column: its height would give it away', () => {
  const parts = [
    series('H8', [100, 100, 100, 100, 100]),
    series('Den Haag', [100, null, 100, 100, 50], { colour: palette.oker }),
  ];
  const { svg } = chart([panel({ columns: parts, totals: points(200, 173, 200, 200, 150) })]);
  assert.equal(heights(svg, palette.blauw.fill).length, 4);
  assert.equal(heights(svg, palette.oker.fill).length, 4);
});

test('a line is dotted across a break, and a rule marks the place in both plots', () => {
  const broken = panel({
    lines: [series('a', [1, 2, 3, 4, 5], { breaksBefore: [2, 4] })],
    breaksBefore: [2, 4],
  });
  const { svg } = chart([broken]);
  assert.equal(svg.match(/<polyline [^>]*stroke-dasharray/g)?.length, 2);
  assert.equal(svg.match(/stroke-dasharray="2 3"/g)?.length, 4);
  assert.equal(textsOf(svg).filter((text) => text === 'reeksbreuk').length, 2);
  assert.doesNotMatch(chart([panel()]).svg, /dasharray|reeksbreuk/);
});

test('on a telephone, numbers that do not fit give way to the first and the last', () => {
  const wide = series('a', [12910, 13410, 13845, 13985, 5380]);
  const panels = Array.from({ length: 9 }, (_, index) =>
    panel({ title: `Gemeente ${index}`, columns: [wide] }),
  );
  const { svg, narrowSvg } = chart(panels);
  assert.equal(textsOf(svg).filter((text) => text === '13410').length, 9);
  assert.equal(textsOf(narrowSvg).filter((text) => text === '13410').length, 0);
  assert.equal(textsOf(narrowSvg).filter((text) => text === '5380').length, 9);
  assert.match(svg, /viewBox="0 0 840 /);
  assert.match(narrowSvg, /viewBox="0 0 320 /);
});

test('lines share one scale over all panels, columns do not', () => {
  const small = panel({
    title: 'klein',
    columns: [series('a', [1, 1, 1, 1, 1])],
    lines: [series('a', [50, 50, 50, 50, 50])],
  });
  const large = panel({
    title: 'groot',
    columns: [series('b', [900, 900, 900, 900, 900])],
    lines: [series('b', [100, 100, 100, 100, 100])],
  });
  const { svg } = chart([small, large]);
  const [low, high] = [...svg.matchAll(/<polyline points="[\d.]+,([\d.]+)/g)].map((match) =>
    Number(match[1]),
  );
  assert.ok(low !== undefined && high !== undefined && low > high);
  assert.equal(new Set(heights(svg, palette.blauw.fill)).size, 1);
});

test('a drawing says what it is, and text in it cannot become markup', () => {
  const { svg, narrowSvg, description } = chart([panel({ title: '<b>&"' })], { title: 'A & B' });
  assert.match(svg, /role="img" aria-labelledby="figuur-breed-titel figuur-breed-beschrijving"/);
  assert.match(
    svg,
    /<title id="figuur-breed-titel">A &amp; B<\/title><desc id="figuur-breed-beschrijving">Kolommen/,
  );
  assert.match(svg, /&lt;b&gt;&amp;&quot;/);
  assert.equal(description, 'Kolommen en een lijn.');
  assert.equal(chart([panel()]).svg, chart([panel()]).svg);
  assert.doesNotMatch(svg + narrowSvg, /NaN|undefined|Infinity/);
});

test('with nothing but hidden values it still draws', () => {
  const none = series('a', [null, null, null, null, null]);
  const { svg } = chart([panel({ columns: [none], lines: [none] })]);
  assert.equal(textsOf(svg).filter((text) => text === 'geheim').length, 10);
  assert.doesNotMatch(svg, /NaN|Infinity|<polyline/);
});
