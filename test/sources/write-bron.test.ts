// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BRON_SOORTEN, type BronRijen, type BronSoort, type PlainDate } from '../../src/contract/index.ts';
import {
  BRON_FORMATEN,
  BRON_VORMEN,
  type BronKolom,
  writeBron,
  writeTemplate,
} from '../../src/sources/index.ts';
import { veldVan } from '../../src/sources/invulblad.ts';
import { dag, testBsn } from '../store/voorbeeld.ts';
import { lees, lines } from './lees.ts';

const VOORJAAR = fc.integer({ min: dag('2024-04-01'), max: dag('2024-06-30') });
const AWKWARD = fc.constantFrom('K;1', 'a"b', "'s-1", 'één & <twee>', 'K 1', '0012', '4-11', '1e3');

function inhoudVan(kolom: BronKolom): fc.Arbitrary<string | number | undefined> {
  if (kolom.naam === 'leeftijd_van') return fc.integer({ min: 0, max: 10 });
  if (kolom.naam === 'leeftijd_tot') return fc.integer({ min: 10, max: 90 });
  const values: Readonly<Record<BronKolom['soort'], fc.Arbitrary<string | number>>> = {
    datum: kolom.naam === 'eind' || kolom.naam === 'besluitdatum' ? fc.constant(dag('2024-06-30')) : VOORJAAR,
    periode: fc.constantFrom('2024', '2024-Q2'),
    agb: fc.constantFrom('99000001', '09900002'),
    gemeente: fc.constantFrom('GM0503', 'GM1783'),
    aantal: fc.integer({ min: 0, max: 5000 }),
    getal: fc.double({ min: -1000, max: 1000, noNaN: true }).map((x) => Math.round(x * 1000) / 1000 || 0),
    keuze: fc.constantFrom(...(kolom.keuzes ?? ['-'])),
    code: fc.constantFrom('jbw', 'middelen-gebruik', 'h4', 'big5'),
    bsn: fc.integer({ min: 1, max: 50 }).map(testBsn),
    'eigen-nummer': AWKWARD,
    nummer: AWKWARD,
  };
  const value = values[kolom.soort];
  return kolom.verplicht || kolom.soort === 'bsn' ? value : fc.option(value, { nil: undefined });
}

function rowOf(soort: BronSoort): fc.Arbitrary<Record<string, string | number | undefined>> {
  return fc
    .tuple(...BRON_VORMEN[soort].kolommen.map(inhoudVan))
    .map((values) =>
      Object.fromEntries(BRON_VORMEN[soort].kolommen.map(({ naam }, at) => [veldVan(naam), values[at]])),
    )
    .map(({ nietsTeMelden: _, ...row }) => row);
}

/** What must come out: the columns of the raw table, with what is taken for an empty cell. */
function expected(soort: BronSoort, row: Record<string, string | number | undefined>): object {
  const values: Record<string, string | number> = {};
  for (const { naam, standaard, soort: veld } of BRON_VORMEN[soort].kolommen) {
    const value = row[veldVan(naam)] ?? standaard;
    if (value === undefined || naam === 'opgesteld_op') continue;
    if (veld === 'bsn') Object.assign(values, { pseudoniem: value, persoon_uit: 'bsn' });
    else if (veld === 'nummer') {
      const leverancier = String(row[veldVan(BRON_VORMEN[soort].leverancier)]);
      values[naam] = `${naam}/${leverancier}/${value}`;
    } else if (veld !== 'eigen-nummer') values[naam] = value;
  }
  return values;
}

for (const soort of BRON_SOORTEN) {
  for (const formaat of BRON_FORMATEN) {
    test(`${soort} as ${formaat}: what is written is what is read`, async () => {
      const rows = fc.array(rowOf(soort), { minLength: 1, maxLength: 6 });
      await fc.assert(
        fc.asyncProperty(rows, async (list) => {
          const bytes = writeBron(soort, list as unknown as BronRijen[typeof soort][], formaat);
          const { leveringen, findings, uitkomst } = await lees(bytes);
          assert.deepEqual(
            findings.filter(({ severity }) => severity === 'fout'),
            [],
          );
          assert.equal(uitkomst?.rijen, list.length);
          const found = leveringen
            .flatMap(({ rijen }) => rijen)
            .sort((a, b) => a.rij - b.rij)
            .map(({ waarden }) =>
              Object.fromEntries(Object.entries(waarden).filter(([, value]) => value !== undefined)),
            );
          assert.deepEqual(
            found,
            list.map((row) => expected(soort, row)),
          );
        }),
        { numRuns: 15, seed: 11 },
      );
    });

    test(`the template of ${soort} as ${formaat} is that form, with nothing filled in`, async () => {
      const opgesteldOp = dag('2024-07-01');
      const template = writeTemplate(soort, { opgesteldOp }, formaat);
      assert.deepEqual(template, writeTemplate(soort, { opgesteldOp }, formaat));
      const { findings, uitkomst } = await lees(template);
      assert.deepEqual(uitkomst, { leveringen: 0, rijen: 0, onleesbareRijen: 0 });
      assert.deepEqual(lines(findings), ['sources.geen-rijen']);
    });
  }
}

test('equal rows give equal bytes', () => {
  const rows = [
    {
      afzender: 'cit',
      periode: '2024',
      opgesteldOp: dag('2025-01-05'),
      datum: dag('2024-02-01') as PlainDate,
      soort: 'crisis' as const,
    },
  ];
  for (const formaat of BRON_FORMATEN) {
    assert.deepEqual(writeBron('cit', rows, formaat), writeBron('cit', rows, formaat));
  }
});
