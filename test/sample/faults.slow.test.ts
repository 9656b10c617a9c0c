// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { validateBestand } from '../../src/ijw/index.ts';
import { FOUTEN } from '../../src/sample/faults.ts';
import { generate, work } from './check-sample.ts';
import { filesOf } from './delivered.ts';
import { haaglanden } from './haaglanden.ts';

const klein = ['GM0629', 'GM1842'];
const proef = {
  regio: {
    ...haaglanden,
    gemeenten: haaglanden.gemeenten.filter((lid) => klein.includes(lid.code)),
    groepen: [],
  },
  jaren: [2020, 2021, 2022],
  scale: 0.05,
  seed: 11,
};

async function findingsOf(name: string): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const file of filesOf(join(work, name))) {
    const oordeel = await validateBestand(join(work, name, file), file);
    for (const bericht of oordeel.berichten) {
      found.set(
        bericht.place,
        bericht.findings.map((finding) => finding.code),
      );
    }
  }
  return found;
}

test('at fault rate 0 the validator finds nothing', async () => {
  const report = await generate('clean', proef);
  assert.deepEqual(report.fouten, []);
  assert.deepEqual([...(await findingsOf('clean'))], []);
});

test('the validator finds every planted fault in its place, and nothing elsewhere', async () => {
  const report = await generate('broken', { ...proef, scale: 0.6, faultRate: 0.3 });
  const found = await findingsOf('broken');
  assert.deepEqual(
    [...new Set(report.fouten.map((fout) => fout.regel))].sort(),
    [...new Set(FOUTEN.map((fout) => fout.regel))].sort(),
  );
  const missed = report.fouten
    .filter(({ niveau, regel }) => niveau < 3 || regel === 'TR319')
    .filter(({ bestand, regel }) => !found.get(bestand)?.includes(regel));
  assert.deepEqual([...new Set(missed.map(({ regel, soort }) => `${regel} ${soort}`))], []);
  const planted = new Set(report.fouten.map((fout) => fout.bestand));
  assert.deepEqual(
    [...found.keys()].filter((place) => !planted.has(place)),
    [],
  );
});
