// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { BerichtSoort } from '../../src/contract/index.ts';
import { writeBericht } from '../../src/ijw/index.ts';
import { officialSamples, parseInhoud, withoutXmllint, xsdPath } from './samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'ijw-write-'));
after(() => rmSync(folder, { recursive: true }));

for (const release of ['2.3', '3.2'] as const) {
  test(`what is written for ${release} is valid against the official schema`, {
    skip: withoutXmllint,
  }, () => {
    // The official JW318 sample has a stray RetourCode: the writer cannot write that.
    for (const { soort, path } of officialSamples(release).filter((sample) => sample.soort !== 'JW318')) {
      const written = join(folder, `${release}-${soort}.xml`);
      writeFileSync(written, writeBericht(release, soort as BerichtSoort, parseInhoud(path)));
      const validate = (file: string) =>
        spawnSync('xmllint', ['--noout', '--schema', xsdPath(release, soort), file], { encoding: 'utf8' });
      assert.equal(
        validate(written).status,
        validate(path).status,
        `${release} ${soort}: ${validate(written).stderr}`,
      );
    }
  });
}

test('the element table decides order, namespace and prefix', () => {
  const bytes = writeBericht('3.2', 'JW319', {
    Antwoord: { VerzoekAntwoord: 2, ReferentieAanbieder: 'A & <B>' },
    Header: { BerichtIdentificatie: { Dagtekening: '2024-01-02', Identificatie: '1' }, BerichtCode: '488' },
  });
  assert.equal(
    Buffer.from(bytes).toString('utf8'),
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<jw319:Bericht xmlns:ijw="http://www.istandaarden.nl/ijw/3_2/basisschema/schema" xmlns:jw319="http://www.istandaarden.nl/ijw/3_2/jw319/schema">',
      '\t<jw319:Header>',
      '\t\t<jw319:BerichtCode>488</jw319:BerichtCode>',
      '\t\t<jw319:BerichtIdentificatie>',
      '\t\t\t<ijw:Identificatie>1</ijw:Identificatie>',
      '\t\t\t<ijw:Dagtekening>2024-01-02</ijw:Dagtekening>',
      '\t\t</jw319:BerichtIdentificatie>',
      '\t</jw319:Header>',
      '\t<jw319:Antwoord>',
      '\t\t<jw319:ReferentieAanbieder>A &amp; &lt;B&gt;</jw319:ReferentieAanbieder>',
      '\t\t<jw319:VerzoekAntwoord>2</jw319:VerzoekAntwoord>',
      '\t</jw319:Antwoord>',
      '</jw319:Bericht>',
      '',
    ].join('\r\n'),
  );
});

test('an element that the message does not have there is a mistake of the caller', () => {
  assert.throws(
    () => writeBericht('3.2', 'JW319', { Antwoord: { Antwoordje: '1' } }),
    /Antwoord has no Antwoordje/,
  );
  assert.throws(() => writeBericht('3.2', 'JW303', {}), /release 3.2 has no JW303/);
});

test('equal entries give equal ZIP files', async () => {
  const { writeZip } = await import('../../src/ijw/index.ts');
  const paths = [join(folder, 'a.zip'), join(folder, 'b.zip')] as const;
  const entries = Array.from({ length: 12 }, (_, n) => ({
    name: `${n}.xml`,
    bytes: Buffer.alloc(1_000_000, n + 65),
  }));
  for (const path of paths) await writeZip(path, entries);
  assert.deepEqual(readFileSync(paths[0]), readFileSync(paths[1]));
  const listing = spawnSync('python3', ['-m', 'zipfile', '-l', paths[0]], { encoding: 'utf8' });
  if (!listing.error)
    assert.equal(listing.stdout.split('\n').filter((line) => line.includes('.xml')).length, 12);
});
