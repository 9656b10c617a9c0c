// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { REGELS } from '../../src/proof/index.ts';
import { projectRoot } from '../project-root.ts';
import { monitorFindings as findings, skip } from './haaglanden-monitor.ts';

test('the counts on the method page are those of the published monitor', { skip }, () => {
  const found = findings();
  const page = readFileSync(join(projectRoot, 'docs', 'method', 'proef.nl.md'), 'utf8');
  const rows = new Map(
    [...page.matchAll(/^\| (\w+): [^|]*\| (\d+) \| (\d+) \| (\d+) \|$/gm)].map(
      ([, regel = '', ...counts]) => [regel, counts.map(Number)],
    ),
  );
  for (const regel of REGELS) {
    const own = found.filter((finding) => finding.regel === regel);
    const undecided = own.filter(({ zekerheid }) => zekerheid === 'mogelijk').length;
    assert.deepEqual(
      [regel, ...(rows.get(regel) ?? [])],
      [regel, own.length, own.length - undecided, undecided],
    );
  }
});

test('what was read with the eye is found by rule: the serious contradictions of the monitor', {
  skip,
}, () => {
  const serious = findings().filter(
    ({ ernst, zekerheid }) => ernst === 'ernstig' && zekerheid !== 'mogelijk',
  );
  const places = serious.map(
    ({ regel, plaats, controles }) => `${plaats.bron} ${plaats.regel} ${regel} ${controles[0]?.uitleg}`,
  );
  assert.deepEqual(places.sort(), [
    'letter 26 woord andereRichting',
    'monitor 1021 eenheid anderOnderwerp',
    'monitor 1173 som telOp',
    'monitor 1210 woord nietStabiel',
    'monitor 1571 grens momentHoogstensJaar',
    'monitor 16 woord nietStabiel',
    'monitor 1747 woord andereFactor',
    'monitor 18 woord andereRichting',
    'monitor 2148 woord nietStabiel',
    'monitor 3382 percentage groei',
  ]);
});

test('the same document gives the same findings, and no id twice', { skip }, () => {
  const [first, second] = [findings(), findings()];
  assert.deepEqual(first, second);
  assert.equal(new Set(first.map(({ id }) => id)).size, first.length);
});
