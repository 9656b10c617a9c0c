// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as charts from '../../src/charts/index.ts';
import { projectRoot } from '../project-root.ts';
import { gallery } from './gallery.ts';
import { galleryFiles } from './gallery-files.ts';

const folder = `${projectRoot}/docs/charts`;
const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map((match) => match[1] ?? '');
const numbersIn = (text: string) => text.match(/\d+(?:[.,]\d+)*%?/g) ?? [];

test('every picture of docs/charts is what the program draws now, and no other stands there', () => {
  const files = galleryFiles();
  assert.deepEqual(readdirSync(folder).sort(), [...files.keys()].sort(), 'node scripts/chart-gallery.mjs');
  for (const [name, text] of files) {
    assert.ok(readFileSync(`${folder}/${name}`, 'utf8') === text, `${name}: node scripts/chart-gallery.mjs`);
  }
});

test('every form that the room offers has a picture', () => {
  const offered = Object.keys(charts).filter((name) => name !== 'palette');
  const drawn = Object.values(gallery);
  assert.ok(drawn.length >= offered.length, `${offered.join(', ')}`);
  assert.equal(new Set(drawn.map(({ svg }) => svg)).size, drawn.length);
});

test('every number in a picture stands in its table or names a column of it', () => {
  for (const [form, { svg, narrowSvg, table }] of Object.entries(gallery)) {
    const known = new Set(
      [
        ...table.groups.flatMap(({ columns }) => columns),
        ...table.rows.flatMap(({ label, cells }) => [label, ...cells.map(({ text }) => text)]),
      ].flatMap(numbersIn),
    );
    for (const drawing of [svg, narrowSvg]) {
      const strangers = textsOf(drawing)
        .flatMap(numbersIn)
        .filter((number) => !known.has(number));
      assert.deepEqual(strangers, [], form);
      assert.doesNotMatch(drawing, /NaN|undefined|Infinity/, form);
    }
  }
});

test('no text runs out of its paper', () => {
  for (const [form, { svg, narrowSvg }] of Object.entries(gallery)) {
    for (const [drawing, width] of [
      [svg, 840],
      [narrowSvg, 320],
    ] as const) {
      const flat = drawing.replaceAll(/<g transform="[^"]*">/g, '<g>');
      for (const [, attributes = '', text = ''] of flat.matchAll(/<text([^>]*)>([^<]*)</g)) {
        if (attributes.includes('transform')) continue;
        const x = Number(/ x="([-\d.]+)"/.exec(attributes)?.[1]);
        const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1] ?? 'start';
        const size = Number(/font-size="([\d.]+)"/.exec(attributes)?.[1] ?? (width === 840 ? 12 : 11));
        const length = text.length * size * 0.5;
        const left = anchor === 'end' ? x - length : anchor === 'middle' ? x - length / 2 : x;
        assert.ok(left > -6 && left + length < width + 6, `${form} (${width}): ${text} at ${x}`);
      }
    }
  }
});
