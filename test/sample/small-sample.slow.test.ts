// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OperatorError } from '../../src/contract/index.ts';
import { checkSample, fingerprint, generate } from './check-sample.ts';
import { haaglanden } from './haaglanden.ts';

const klein = ['GM0629', 'GM0603', 'GM1842'];
const regio = {
  ...haaglanden,
  gemeenten: haaglanden.gemeenten.filter((lid) => klein.includes(lid.code)),
  groepen: [],
};
const proef = { regio, jaren: [2020, 2021, 2022], scale: 0.04, seed: 7 };

await checkSample('three gemeenten', proef);

test('the same seed gives the same bytes on any number of threads; another seed gives others', async () => {
  const small = { ...proef, jaren: [2020, 2021], scale: 0.01 };
  await generate('one thread', small);
  await generate('three threads', { ...small, threads: 3 });
  await generate('another seed', { ...small, seed: 8 });
  assert.equal(fingerprint('three threads'), fingerprint('one thread'));
  assert.notEqual(fingerprint('another seed'), fingerprint('one thread'));
});

test('what an operator can mend comes out of a thread as it went in', async () => {
  const small = { ...proef, jaren: [2020], scale: 0.02, threads: 2 };
  await assert.rejects(
    generate('no products', { ...small, producten: [] }),
    (error) => error instanceof OperatorError && error.problems[0]?.code === 'sample.type-without-product',
  );
});
