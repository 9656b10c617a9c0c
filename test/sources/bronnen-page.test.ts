// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { BRON_SOORTEN } from '../../src/contract/index.ts';
import { BRON_VORMEN } from '../../src/sources/index.ts';
import { RUWE_KOLOMMEN, type RuweTabel } from '../../src/store/index.ts';
import { projectRoot } from '../project-root.ts';
import { bronnenPage } from './bronnen-page.ts';

const SQL_SOORT = {
  datum: 'date',
  periode: 'text',
  agb: 'text',
  gemeente: 'text',
  aantal: 'int32',
  getal: 'double',
  keuze: 'text',
  code: 'text',
  nummer: 'uint64',
} as const;

test('docs/reference/bronnen.md is what the forms say', () => {
  const page = readFileSync(join(projectRoot, 'docs', 'reference', 'bronnen.md'), 'utf8');
  assert.ok(page === bronnenPage(), 'run node scripts/generate-reference.mjs');
});

test('every raw table has the columns of its form, the child as a pseudonym', () => {
  for (const soort of BRON_SOORTEN) {
    const { kolommen, tabel } = BRON_VORMEN[soort];
    const expected = kolommen.flatMap(({ naam, soort: veld }) => {
      if (naam === 'opgesteld_op' || veld === 'eigen-nummer') return [];
      if (veld === 'bsn') return ['pseudoniem uint64', 'persoon_uit text'];
      return [`${naam} ${SQL_SOORT[veld]}`];
    });
    const raw = RUWE_KOLOMMEN[tabel as RuweTabel].map((kolom) => `${kolom.naam} ${kolom.soort}`);
    assert.deepEqual(raw, ['bron_id int64', 'rij int32', ...expected], soort);
  }
});
