// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OperatorError } from '../../src/contract/index.ts';
import { proveDocument, readDocument } from '../../src/proof/index.ts';
import { AREAS, kindsOf } from './clean-document.ts';

const HEAD = 'tabel,titel,gebied,melder,jaar,gedrukt,eenheid,tekst,regel';

function csv(...rows: readonly string[]): string {
  return [
    HEAD,
    ...rows.map((row) => `Tabel 1,"Aanmeldingen, per melder",H4,${row},aanmeldingen,rapport,12`),
    '',
  ].join('\n');
}

function prove(tekst: string) {
  return proveDocument(readDocument([{ naam: 'cijfers.csv', tekst }], AREAS));
}

test('tidy CSV is read as one table per name, with places', () => {
  assert.deepEqual(kindsOf(prove(csv('lokaal,2024,1.000', 'huisarts,2024,250', 'totaal,2024,1.250'))), []);
  const [finding] = prove(csv('lokaal,2024,1.000', 'huisarts,2024,250', 'totaal,2024,1.260'));
  assert.equal(finding?.controles[0]?.uitleg, 'telOp');
  assert.equal(finding?.verwacht, '1.250');
  assert.deepEqual(finding?.plaats, { bron: 'rapport', regel: 12, waar: 'Tabel 1, H4, totaal, 2024' });
});

test('indicators and variants of one file are not mistaken for each other', () => {
  const head = 'indicator,variant,gebied,type,jaar,waarde,eenheid,gedrukt';
  const rows = [
    'kosten-boven-grens,clienten,H4,,2024,0.31,aandeel,31%',
    'kosten-boven-grens,uitgaven,H4,,2024,0.84,aandeel,84%',
    'instroom,,H4,,2024,10,unieke cliënten,10',
    'clienten,,H4,,2024,90,unieke cliënten,90',
  ];
  assert.deepEqual(kindsOf(prove([head, ...rows, ''].join('\n'))), []);
});

test('a file that is no table of figures says what is missing', () => {
  for (const [naam, tekst] of [
    ['a.csv', 'a,b\n1,2\n'],
    ['a.json', '{}'],
    ['a.json', 'geen json'],
    ['a.json', '[{"rows":[]}]'],
  ] as const)
    assert.throws(
      () => readDocument([{ naam, tekst }], AREAS),
      (error) => error instanceof OperatorError && error.problems[0]?.code === 'proof.unreadable-figures',
    );
});
