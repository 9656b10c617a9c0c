// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AgbCode, PlainDate } from '../../src/contract/index.ts';
import { parsePlainDate, TYPEN_JEUGDHULP } from '../../src/contract/index.ts';
import { chooseProduct, offersPerType, PRODUCTS, typeOfProduct } from '../../src/sample/products.ts';
import { AANBIEDERS } from '../../src/sample/providers.ts';
import { randomStream } from '../../src/sample/random.ts';
import { jaren, producten } from './haaglanden.ts';

const day = (text: string): PlainDate => parsePlainDate(text) ?? (0 as PlainDate);
const typeOf = (code: string, aanbieder = '99000999', on = '2024-01-01'): string | undefined =>
  typeOfProduct(producten, { categorie: code.slice(0, 2), code }, aanbieder as AgbCode, day(on));

test('the most specific rule of producten.csv wins, on the day it holds', () => {
  assert.equal(typeOf('45A04'), 'jeugd-en-opvoedhulp');
  assert.equal(typeOf('45A04', '99000169'), 'lvb');
  assert.equal(typeOf('45A05'), 'lvb');
  assert.equal(typeOf('45A05', '99000190'), 'jeugd-en-opvoedhulp');
  assert.equal(typeOf('54G01'), 'jeugd-ggz');
  assert.equal(typeOf('54D01'), 'dyslexie');
  assert.equal(typeOf('45A64', undefined, '2021-12-31'), 'jeugd-ggz');
  assert.equal(typeOf('45A64', undefined, '2022-01-01'), 'specialistische-ggz');
  assert.equal(typeOf('99X01'), undefined);
});

test('every type can be bought, and what is bought is of that type', () => {
  for (const [type, offers] of offersPerType(producten, jaren).entries()) {
    assert.ok(offers.length > 0);
    for (const { aanbieder, products } of offers) {
      for (const { code } of products) assert.equal(typeOf(code, aanbieder.agb), TYPEN_JEUGDHULP[type]);
    }
  }
});

test('122 providers that exist nowhere', () => {
  assert.equal(AANBIEDERS.length, 122);
  assert.equal(new Set(AANBIEDERS.map((aanbieder) => aanbieder.agb)).size, 122);
  assert.equal(new Set(AANBIEDERS.map((aanbieder) => aanbieder.naam)).size, 122);
  assert.ok(AANBIEDERS.every((aanbieder) => /^99\d{6}$/.test(aanbieder.agb)));
});

test('no young child has probation, no cheap help is a stay, no first order is in its second year', () => {
  const random = randomStream(1, 'products');
  const kinder = PRODUCTS.filter((product) => product.categorie === '47' || product.categorie === '48');
  for (let draw = 0; draw < 200; draw += 1) {
    const young = chooseProduct(kinder, 1, 8, random);
    assert.ok(young.categorie !== '47' && young.code !== '48A02');
  }
  const jeugd = PRODUCTS.filter((product) => ['45A04', '43A01', '44A01'].includes(product.code));
  for (let draw = 0; draw < 200; draw += 1) assert.equal(chooseProduct(jeugd, 1, 8, random).code, '45A04');
  assert.ok(
    Array.from({ length: 200 }, () => chooseProduct(jeugd, 4, 8, random)).some(
      ({ code }) => code === '43A01',
    ),
  );
});
