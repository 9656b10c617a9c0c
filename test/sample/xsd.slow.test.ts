// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeBericht } from '../../src/ijw/index.ts';
import { parseFigures } from '../../src/sample/figures.ts';
import { buildRegion, buildVerkeer } from '../../src/sample/region.ts';
import { calibrationTargets } from '../../src/sample/targets.ts';
import { withoutXmllint, xsdPath } from '../ijw/samples.ts';
import { figuresFiles, haaglanden, jaren, producten } from './haaglanden.ts';

/** Files that one call of xmllint gets. */
const AT_ONCE = 1500;

/** Every written message of the releases with a published schema (2.3 and 3.2) that xmllint refuses, and how many it saw. */
function judged(scale: number, seed: number): { seen: Map<string, number>; refused: string[] } {
  const { targets } = calibrationTargets(
    parseFigures(figuresFiles, haaglanden),
    haaglanden,
    jaren,
    scale,
    true,
  );
  const region = buildRegion(targets, haaglanden, producten, seed);
  const folder = mkdtempSync(join(tmpdir(), 'sample-xsd-'));
  const seen = new Map<string, number>();
  const refused: string[] = [];
  const waiting = new Map<string, string[]>();
  const flush = (kind: string): void => {
    const files = waiting.get(kind) ?? [];
    waiting.delete(kind);
    const [release, soort = ''] = kind.split('|');
    const { status, stderr } = spawnSync(
      'xmllint',
      ['--noout', '--schema', xsdPath(release === '2.3' ? '2.3' : '3.2', soort), ...files],
      { encoding: 'utf8', maxBuffer: 1e8 },
    );
    if (status !== 0)
      refused.push(...stderr.split('\n').filter((line) => line.endsWith('fails to validate')));
    seen.set(kind, (seen.get(kind) ?? 0) + files.length);
    for (const file of files) rmSync(file);
  };
  for (const gemeente of targets.gemeenten.keys()) {
    for (const berichten of buildVerkeer(region, gemeente).batches) {
      for (const { release, soort, afzender, identificatie, inhoud } of berichten) {
        if (release !== '2.3' && release !== '3.2') continue;
        const kind = `${release}|${soort}`;
        const files = waiting.get(kind) ?? [];
        const map = join(folder, `${release}-${soort}`);
        if (!seen.has(kind) && files.length === 0) mkdirSync(map, { recursive: true });
        const file = join(map, `${afzender}-${identificatie}.xml`);
        writeFileSync(file, writeBericht(release, soort, inhoud()));
        files.push(file);
        waiting.set(kind, files);
        if (files.length >= AT_ONCE) flush(kind);
      }
    }
  }
  for (const kind of [...waiting.keys()]) flush(kind);
  rmSync(folder, { recursive: true });
  return { seen, refused };
}

test('xmllint finds every written message of 2.3 and 3.2 valid', { skip: withoutXmllint }, (t) => {
  const { seen, refused } = judged(Number(process.env.SAMPLE_XSD_SCALE ?? 0.01), 2024);
  t.diagnostic([...seen].map(([kind, count]) => `${kind} ${count}`).join(', '));
  assert.deepEqual(refused, []);
  assert.deepEqual([...seen.keys()].sort(), [
    '2.3|JW301',
    '2.3|JW303',
    '2.3|JW304',
    '2.3|JW305',
    '2.3|JW307',
    '2.3|JW315',
    '3.2|JW301',
    '3.2|JW305',
    '3.2|JW307',
    '3.2|JW315',
    '3.2|JW323',
    '3.2|JW325',
  ]);
});
