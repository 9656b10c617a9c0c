// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OperatorError, plainDate } from '../../src/contract/index.ts';
import { readProducten } from '../../src/policy/index.ts';

const HEADER = 'product_categorie,product_code,aanbieder,type_jeugdhulp,verblijfsvorm,geldig_van,geldig_tot';

function problemsOf(text: string) {
  try {
    readProducten('producten.csv', text);
  } catch (error) {
    if (error instanceof OperatorError) return error.problems;
    throw error;
  }
  return [];
}

test('a row may be as general as a category or as specific as one provider', () => {
  const regels = readProducten(
    'producten.csv',
    `\uFEFF${HEADER}\r\n45,,,jeugd-en-opvoedhulp,,,\r\n45,45A04,99000001,lvb,,2021-01-01,2023-12-31\r\n44,44A09,,pleegzorg,netwerkpleegzorg,,\r\n`,
  );
  assert.deepEqual(regels, [
    { categorie: '45', type: 'jeugd-en-opvoedhulp' },
    {
      categorie: '45',
      code: '45A04',
      aanbieder: '99000001',
      type: 'lvb',
      van: plainDate(2021, 1, 1),
      tot: plainDate(2023, 12, 31),
    },
    { categorie: '44', code: '44A09', type: 'pleegzorg', verblijfsvorm: 'netwerkpleegzorg' },
  ]);
});

test('wrong values and repeated rows are named with their line', () => {
  const problems = problemsOf(
    `${HEADER}\n4,,,lvb,,,\n45,,,lvb,,2021-02-30,\n45,,,pleegzorg,,,\n45,,,lvb,,,\n`,
  );
  assert.deepEqual(
    problems.map((problem) => `${problem.code} ${problem.subject} ${problem.place}`),
    [
      'policy.wrong-value product_categorie producten.csv:2',
      'policy.wrong-value geldig_van producten.csv:3',
      'policy.duplicate product_categorie, product_code, aanbieder producten.csv:5',
    ],
  );
});

test('a missing column is an error, not an empty mapping', () => {
  assert.equal(problemsOf('product_categorie,type_jeugdhulp\n45,lvb\n')[0]?.code, 'policy.missing-column');
});
