// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Figuurplaats, zoekMet, zoekVan, zonderFiguur } from '../../src/web/figure/adres.ts';

const plaatsen: readonly Figuurplaats[] = [
  { id: 'figuur', hoofd: true },
  { id: 'figuur-2', hoofd: false },
  { id: 'figuur-20', hoofd: false },
];
const deel = fc.dictionary(
  fc.constantFrom('gebied', 'vergelijk', 'tab', 'deel'),
  fc.constantFrom('GM0503', 'H8,GM0603', '', 'a~b', 'één & twee=drie'),
  { noNullPrototype: true },
);

test('every figure finds back what it wrote, whatever the others wrote after it', () => {
  fc.assert(
    fc.property(deel, deel, deel, fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (a, b, c, order) => {
      const own = [a, b, c].map((part) => new URLSearchParams(part).toString());
      let zoek = '';
      for (const place of order) {
        const plaats = plaatsen[place];
        if (plaats) zoek = zoekMet(zoek, plaatsen, plaats, own[place] ?? '');
      }
      for (const [place, plaats] of plaatsen.entries()) {
        const found = [...new URLSearchParams(zoekVan(zoek, plaats))];
        assert.deepEqual(found, [...new URLSearchParams(own[place])]);
      }
      assert.deepEqual(zonderFiguur(zoek, plaatsen), []);
    }),
    { seed: 4 },
  );
});

test('the order of the address is that of the page, commas stay commas, and nothing said is no question mark', () => {
  const [hoofd, tweede] = plaatsen;
  assert.ok(hoofd && tweede);
  const zoek = zoekMet('?figuur-2.gebied=H8', plaatsen, hoofd, '?vergelijk=H8,GM0603');
  assert.equal(zoek, '?vergelijk=H8,GM0603&figuur-2.gebied=H8');
  assert.equal(zoekMet(zoek, plaatsen, hoofd, ''), '?figuur-2.gebied=H8');
  assert.equal(zoekMet('?figuur-2.gebied=H8', plaatsen, tweede, ''), '');
});

test('what is about no figure of the page is told, and goes when something is chosen', () => {
  const [, tweede] = plaatsen;
  assert.ok(tweede);
  assert.deepEqual(zonderFiguur('?kleur=rood&figuur-9.tab=tabel', [tweede]), [
    'kleur=rood',
    'figuur-9.tab=tabel',
  ]);
  assert.deepEqual(zonderFiguur('?kleur=rood&figuur-9.tab=tabel', plaatsen), ['figuur-9.tab=tabel']);
  assert.equal(zoekMet('?kleur=rood', [tweede], tweede, 'tab=tabel'), '?figuur-2.tab=tabel');
});
