// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refuseContradictions } from '../../src/cli/prove-release.ts';
import { OperatorError } from '../../src/contract/index.ts';
import type { ProofFinding } from '../../src/proof/index.ts';

const FINDING: ProofFinding = {
  id: 'tekstgetal:nietUitCijfers:x',
  regel: 'tekstgetal',
  ernst: 'ernstig',
  zekerheid: 'zeker',
  plaats: { bron: 'monitor-delft.html', waar: 'Tabel 1, Pleegzorg, 2024' },
  gedrukt: '118',
  verwacht: '',
  controles: [{ uitleg: 'nietUitCijfers', delen: ['118'] }],
  ook: [],
};

test('a serious finding stops a release, with its place and what to do', () => {
  assert.throws(
    () => refuseContradictions([{ ...FINDING, ernst: 'licht' }, FINDING]),
    (error) => {
      assert.ok(error instanceof OperatorError);
      assert.equal(error.problems.length, 1);
      assert.equal(error.problems[0]?.code, 'proof.contradiction');
      assert.equal(error.problems[0]?.place, 'Tabel 1, Pleegzorg, 2024 (monitor-delft.html)');
      assert.match(error.problems[0]?.remedy ?? '', /^nothing was published: 118 is in no figure/);
      return true;
    },
  );
});

test('what is not serious stops nothing', () => {
  refuseContradictions([]);
  refuseContradictions([{ ...FINDING, ernst: 'matig' }]);
});
