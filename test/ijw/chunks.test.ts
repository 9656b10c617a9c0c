// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { BerichtSoort } from '../../src/contract/index.ts';
import { writeBericht } from '../../src/ijw/index.ts';
import { GOED, goed } from './berichten.ts';
import { eventsOf } from './mutants.ts';

const documents = Object.keys(GOED).map((soort) =>
  Buffer.from(writeBericht('3.2', soort as BerichtSoort, goed(soort as BerichtSoort))),
);

test('one byte at a time gives the same events as all at once', () => {
  for (const document of documents) {
    const whole = eventsOf(document, document.length);
    assert.deepEqual(eventsOf(document, 1), whole);
    for (let n = 0; n < 4; n++) assert.deepEqual(eventsOf(document, Number.POSITIVE_INFINITY), whole);
  }
});

test('a message of many lines with a wrong value in each gives the same events in pieces of any size', () => {
  const text =
    documents
      .map((document) => document.toString())
      .find((document) => document.includes('<jw323:Prestatie>')) ?? '';
  const line = /\s*<jw323:Prestatie>[\s\S]*?<\/jw323:Prestatie>/.exec(text)?.[0] ?? '';
  const lines = Array.from({ length: 40 }, (_, n) =>
    line
      .replace('>P1<', `>P${n}é<`)
      .replace('>45A04<', n % 3 === 0 ? '>45A0400<' : `>45A${n + 10}<`)
      .replace('>2024-02-29<', n % 4 === 0 ? '>2024-02-30<' : '>2024-02-28<'),
  );
  const document = Buffer.from(text.replace(line, lines.join('')));
  const whole = eventsOf(document, document.length);
  assert.ok(whole.length > 60);
  for (let size = 1; size < 2500; size = size < 40 ? size + 1 : Math.ceil(size * 1.07)) {
    assert.deepEqual(eventsOf(document, size), whole, `pieces of ${size}`);
  }
});

test('any chunking of a damaged message gives the same events', () => {
  const damaged = fc
    .record({
      document: fc.constantFrom(...documents),
      at: fc.nat(),
      cut: fc.nat(40),
      insert: fc.constantFrom(
        '',
        '<',
        '>',
        '&',
        '</',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '<x>',
        '&#65;',
        '"',
        '\u00e9',
        '\r\n',
        ' ',
      ),
    })
    .map(({ document, at, cut, insert }) => {
      const from = at % document.length;
      return Buffer.concat([document.subarray(0, from), Buffer.from(insert), document.subarray(from + cut)]);
    });
  fc.assert(
    fc.property(damaged, fc.integer({ min: 1, max: 4000 }), (bytes, size) => {
      const whole = eventsOf(bytes, bytes.length);
      assert.deepEqual(eventsOf(bytes, size), whole);
      assert.deepEqual(eventsOf(bytes, Number.POSITIVE_INFINITY), whole);
    }),
    { numRuns: 1500, seed: 1 },
  );
});
