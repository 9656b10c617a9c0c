// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  barChart,
  type Chart,
  dotChart,
  lineChart,
  type Point,
  palette,
  shareChart,
} from '../../src/charts/index.ts';

const base = {
  id: 'figuur',
  title: 'Een titel',
  description: 'Wat er te zien is.',
  table: { rowHeader: 'Gebied', groups: [], rows: [] },
};
const point = (value: number | null, label = String(value)): Point => ({ value, label });
const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map((match) => match[1] ?? '');
const rects = (svg: string, fill: string) =>
  [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"[^>]*fill="(#[0-9a-f]+)"/g)]
    .filter((match) => match[3] === fill)
    .map((match) => ({ x: Number(match[1]), width: Number(match[2]) }));

const forms: Readonly<Record<string, Chart>> = {
  bars: barChart({
    ...base,
    series: [
      { name: 'toen', colour: palette.licht },
      { name: 'nu', colour: palette.blauw },
    ],
    rows: [
      { label: 'Pleegzorg', bars: [point(120), point(240)] },
      { label: 'Gezinshuis & netwerk', bars: [point(null, 'geheim'), point(60)] },
    ],
  }),
  dots: dotChart({
    ...base,
    rows: [
      { name: 'Delft', ...point(0.2, '20%'), interval: { low: 0.15, high: 0.26 } },
      { name: 'Wassenaar', ...point(null, 'geheim') },
    ],
    reference: { value: 0.18, label: 'H9: 18%' },
  }),
  lines: lineChart({
    ...base,
    periods: ['2022', '2023', '2024'],
    measure: 'dagen',
    breakLabel: 'reeksbreuk',
    lines: [
      {
        name: 'Delft',
        colour: palette.blauw,
        points: [point(200), point(210), point(220)],
        breaksBefore: [1],
      },
      {
        name: 'H8',
        colour: palette.oker,
        points: [point(180), point(null, 'geheim'), point(190)],
        breaksBefore: [1],
      },
    ],
  }),
  shares: shareChart({
    ...base,
    hiddenLabel: 'geheim',
    parts: [
      { name: 'thuis', colour: palette.blauw },
      { name: 'elders', colour: palette.oker },
    ],
    rows: [
      { label: '2023', shares: [point(0.75, '75%'), point(0.25, '25%')] },
      { label: '2024', shares: [point(0.5, '50%'), point(null, 'geheim')] },
    ],
  }),
};

test('every form is drawn wide and narrow, with its title and description, and without a number that nobody gave', () => {
  const given = new Set(
    '2022 2023 2024 120 240 60 20% 18% H9: 200 210 220 180 190 75% 25% 50% H8 H9: 18%'.split(' '),
  );
  for (const [name, chart] of Object.entries(forms)) {
    for (const svg of [chart.svg, chart.narrowSvg]) {
      assert.match(svg, /role="img"/);
      assert.match(svg, /<title [^>]*>Een titel<\/title><desc [^>]*>Wat er te zien is\.<\/desc>/);
      assert.doesNotMatch(svg, /NaN|undefined|Infinity/);
      for (const word of texts(svg).flatMap((text) => text.split(' '))) {
        if (/\d/.test(word)) assert.ok(given.has(word), `${name}: ${word}`);
      }
    }
  }
});

test('text in a drawing is escaped', () => {
  assert.ok(forms.bars?.svg.includes('Gezinshuis &amp; netwerk'));
});

test('bars stand on zero: twice the value is twice the length, and a hidden one is a word', () => {
  const svg = forms.bars?.svg ?? '';
  const [long, short] = rects(svg, palette.blauw.fill).filter(({ width }) => width > 20);
  assert.ok(long && short);
  assert.ok(Math.abs(long.width / short.width - 4) < 0.05);
  assert.deepEqual(
    texts(svg).filter((text) => text === 'geheim'),
    ['geheim'],
  );
});

test('a long number behind the longest bar stays on its paper in a wide font', () => {
  const amount = '€ 303,3 miljoen';
  const { svg, narrowSvg } = barChart({
    ...base,
    series: [{ name: 'nu', colour: palette.blauw }],
    rows: [{ label: 'Haaglanden', bars: [point(303.3, amount)] }],
  });
  for (const drawing of [svg, narrowSvg]) {
    const [, width] = /viewBox="0 0 ([\d.]+)/.exec(drawing) ?? [];
    const [, size] = /font-size="([\d.]+)"/.exec(drawing) ?? [];
    const [, x] = /<text x="([\d.]+)"[^>]*>€ 303/.exec(drawing) ?? [];
    const inEm = [...amount].reduce((sum, letter) => sum + (DEJAVU_EM[letter] ?? 0.63), 0);
    assert.ok(Number(x) + inEm * Number(size) <= Number(width), `${x} + ${inEm} × ${size} in ${width}`);
  }
});

/** Widths in DejaVu Sans, one of the widest fonts that a page falls back to. Unit: em. */
const DEJAVU_EM: Readonly<Record<string, number>> = {
  ' ': 0.32,
  ',': 0.32,
  i: 0.28,
  j: 0.28,
  l: 0.28,
  m: 0.98,
};

test('an interval is as wide as it is, around its dot; a hidden share has neither', () => {
  const svg = forms.dots?.svg ?? '';
  const whiskers = [...svg.matchAll(/<line x1="([\d.]+)" x2="([\d.]+)"[^>]*stroke-width="2"/g)];
  const dots = [...svg.matchAll(/<circle cx="([\d.]+)"/g)].map((match) => Number(match[1]));
  assert.equal(whiskers.length, 1);
  assert.equal(dots.length, 1);
  const [low, high] = [Number(whiskers[0]?.[1]), Number(whiskers[0]?.[2])];
  const at = ((dots[0] ?? 0) - low) / (high - low);
  assert.ok(Math.abs(at - 5 / 11) < 0.01, String(at));
});

test('a line has a gap at a hidden value and dots across a break', () => {
  const svg = forms.lines?.svg ?? '';
  const lines = [...svg.matchAll(/<polyline points="([^"]*)"[^>]*?(stroke-dasharray="[^"]*")?\/>/g)];
  assert.equal(lines.filter((match) => match[2] !== undefined).length, 1);
  assert.ok(texts(svg).includes('reeksbreuk'));
  assert.ok(texts(svg).includes('Delft') && texts(svg).includes('H8'));
});

test('a divided bar is filled by its shares, and what is hidden stays open', () => {
  const svg = forms.shares?.svg ?? '';
  const [first, second] = rects(svg, palette.blauw.fill).filter(({ width }) => width > 20);
  assert.ok(first && second);
  assert.ok(Math.abs(first.width / second.width - 1.5) < 0.01);
  assert.equal(texts(svg).filter((text) => text === 'geheim').length, 1);
});
