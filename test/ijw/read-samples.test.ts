// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { parsePlainDate } from '../../src/contract/index.ts';
import { codesOf, gatherBytes, gatherFile, plainRows } from './gather.ts';
import { ijwShared, officialSamples, ownExamples, withoutSamples } from './samples.ts';

/** Findings in official samples that their own schema rejects too. */
const KNOWN_FAULTS: Readonly<Record<string, readonly string[]>> = {
  'ijw-3.2/JW315': ['ijw.geen-datum', 'ijw.rij-onleesbaar', 'ijw.geen-datum', 'ijw.rij-onleesbaar'],
  'ijw-3.2/JW318': ['ijw.element-onbekend'],
};

/** Level 1 findings: all that are not rules of level 2. */
function level1(codes: readonly string[]): string[] {
  return codes.map((code) => code.split(' ')[0] ?? '').filter((code) => !/^(TR|CD|CS)/.test(code));
}

for (const release of ['2.3', '3.0', '3.2'] as const) {
  test(`official messages of ${release} are read`, { skip: withoutSamples }, async () => {
    for (const { soort, path } of officialSamples(release)) {
      const oogst = await gatherFile(path);
      const name = `ijw-${release}/${soort}`;
      assert.equal(oogst.berichten.length, 1, name);
      assert.equal(oogst.berichten[0]?.kop.soort, soort, name);
      assert.equal(oogst.berichten[0]?.kop.release, release, name);
      assert.equal(oogst.berichten[0]?.volledig, true, name);
      assert.deepEqual(level1(codesOf(oogst)), KNOWN_FAULTS[name] ?? [], name);
    }
  });
}

test('the examples give no finding', { skip: withoutSamples }, async () => {
  for (const path of ownExamples()) {
    const oogst = await gatherFile(path);
    assert.deepEqual(codesOf(oogst), [], basename(path));
    assert.ok(oogst.telling.rijen > 0, basename(path));
  }
});

test('a declaration becomes a total and its lines', { skip: withoutSamples }, async () => {
  const oogst = await gatherFile(join(ijwShared, 'examples', 'JW323-declaratie.xml'));
  const rows = plainRows(oogst);
  assert.equal(rows.length, 5);
  assert.deepEqual(rows[4], {
    rij: 'declaratie',
    declaratieNummer: 'JW202605A1',
    periodeBegin: parsePlainDate('2026-05-01'),
    periodeEinde: parsePlainDate('2026-05-31'),
    totaalCents: 152_500,
  });
  const signed = oogst.berichten[0]?.rijen.reduce(
    (sum, rij) =>
      rij.rij === 'prestatie' ? sum + (rij.debetCredit === 'C' ? -rij.bedragCents : rij.bedragCents) : sum,
    0,
  );
  assert.equal(signed, 152_500);
});

test('a returned line carries its own codes and those of its client', { skip: withoutSamples }, async () => {
  const oogst = await gatherFile(join(ijwShared, 'samples', 'ijw-3.2', 'xml', 'JW325.xml'));
  const [eerste] = plainRows(oogst);
  assert.deepEqual(eerste, {
    rij: 'prestatie-antwoord',
    client: { bsn: '999900006' },
    referentieNummer: 'RN001',
    retourCodes: ['0611'],
    clientRetourCodes: ['0200'],
  });
});

test('release 2.3 keeps its toewijzingen inside a beschikking', { skip: withoutSamples }, async () => {
  const oogst = await gatherFile(join(ijwShared, 'samples', 'ijw-2.3', 'xml', 'JW301.xml'));
  assert.equal(plainRows(oogst).filter((rij) => 'rij' in rij && rij.rij === 'toewijzing').length, 2);
});

test('gzip, byte order mark, bare line feeds and other prefixes change nothing', {
  skip: withoutSamples,
}, async () => {
  const path = join(ijwShared, 'examples', 'JW305-start.xml');
  const text = readFileSync(path, 'utf8');
  const expected = plainRows(await gatherFile(path));
  const variants: Record<string, Uint8Array> = {
    gzip: gzipSync(text),
    bom: Buffer.from(`\ufeff${text}`),
    'line feeds': Buffer.from(text.replaceAll('\r\n', '\n')),
    prefixes: Buffer.from(
      text
        .replaceAll('jw305:', 'x:')
        .replace('xmlns:jw305', 'xmlns:x')
        .replaceAll('ijw:', 'b_1:')
        .replace('xmlns:ijw', 'xmlns:b_1'),
    ),
    'default namespace': Buffer.from(text.replace('xmlns:jw305=', 'xmlns=').replaceAll('jw305:', '')),
    comments: Buffer.from(text.replaceAll(/(<jw305:\w+>)/g, '<!-- a > b --><?doe iets?>$1')),
    cdata: Buffer.from(text.replace(/>(\d{9})</, '><![CDATA[$1]]><')),
    'character references': Buffer.from(
      text.replace(/>(\d)(\d{8})</, (_, a: string, b: string) => `>&#x3${a};${b}<`),
    ),
  };
  for (const [name, bytes] of Object.entries(variants)) {
    const oogst = await gatherBytes(bytes);
    assert.deepEqual(codesOf(oogst), [], name);
    assert.deepEqual(plainRows(oogst), expected, name);
  }
});
