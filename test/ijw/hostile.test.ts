// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeBericht } from '../../src/ijw/index.ts';
import { goed } from './berichten.ts';
import { cpuMs } from './fuzz.ts';
import { gatherBytes } from './gather.ts';

const start = Buffer.from(writeBericht('3.2', 'JW305', goed('JW305'))).toString();
const MB = 1_000_000;
const inClient = (text: string): string => start.replace('<jw305:Client>', `<jw305:Client>${text}`);
const asName = (text: string): string => start.replace('Proefpersoon', () => text);
const numbered = (count: number, item: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => item(n)).join('');

/** Close to a megabyte each, just under what is refused for its size; each one would be slow for a careless reader. */
const HOSTILE: Readonly<Record<string, string>> = {
  'a hundred thousand attributes': inClient(`<a ${numbered(90_000, (n) => ` a${n}="1"`)}/>`),
  'a hundred thousand namespaces': inClient(`<a ${numbered(30_000, (n) => ` xmlns:a${n}="urn:${n}"`)}/>`),
  'blanks inside an end tag': start.replace('</jw305:Bsn>', `</jw305:Bsn${' '.repeat(MB - 100)}>`),
  'blanks inside an end tag, and something behind them': start.replace(
    '</jw305:Bsn>',
    `</jw305:Bsn${' '.repeat(MB - 100)}x>`,
  ),
  'blanks inside a start tag': inClient(`<a${' '.repeat(MB - 100)}b/>`),
  'a long name': inClient(`<${'a'.repeat(MB - 100)} />`),
  'a value of letters and a line feed': asName(`${'a'.repeat(MB - 100)}\n`),
  'a value of blanks': asName(' '.repeat(MB - 100)),
  'a value of digits': start.replace('2013-05-14', '9'.repeat(MB - 100)),
  'a version of digits': start.replace('1.0.0', `${'1'.repeat(MB - 100)}.`),
  'a value of references': asName('&amp;'.repeat(190_000)),
  'a value of half references': asName('&amp'.repeat(190_000)),
  'a value of comments': asName('x<!---->'.repeat(100_000)),
  'a value of elements': asName('<b/>'.repeat(200_000)),
  'a comment of hyphens': inClient(`<!--${'- '.repeat(490_000)}-->`),
  'an instruction of question marks': inClient(`<?a ${'? '.repeat(490_000)}?>`),
  'elements that open and close': inClient('<b></b>'.repeat(300_000)),
  'brackets without end': asName(']]'.repeat(490_000)),
  'an XML declaration of blanks': start.replace('?>', `${' '.repeat(MB - 200)}x?>`),
  'the same product ten thousand times': start.replace(
    /\s*<jw305:StartProduct>[\s\S]*<\/jw305:StartProduct>/,
    (product) => product.repeat(10_000),
  ),
};

for (const [name, text] of Object.entries(HOSTILE)) {
  test(`${name}: no longer than a second`, async () => {
    const before = cpuMs();
    const oogst = await gatherBytes(text);
    assert.ok(cpuMs() - before < 1000, `${cpuMs() - before} ms`);
    assert.ok(oogst.findings.length <= 10_001, `${oogst.findings.length} findings`);
  });
}

test('a rule that is broken in every line is told ten thousand times, and then how often more', async () => {
  const oogst = await gatherBytes(inClient('<b/>'.repeat(25_000)));
  const codes = oogst.findings.map((finding) => finding.code);
  assert.equal(codes.filter((code) => code === 'ijw.element-onbekend').length, 10_000);
  assert.deepEqual(oogst.findings.at(-1)?.code, 'ijw.meer-bevindingen');
  assert.deepEqual(oogst.findings.at(-1)?.kind, 'ijw.element-onbekend: 15000');
});
