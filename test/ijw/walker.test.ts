// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type BerichtSoort, formatPlainDate, type PlainDate } from '../../src/contract/index.ts';
import { readBytes, writeBericht } from '../../src/ijw/index.ts';
import { walkerOfThread } from '../../src/ijw/walker.ts';
import { projectRoot } from '../project-root.ts';
import { goed } from './berichten.ts';
import { eventsOf } from './mutants.ts';

const source = readFileSync(join(projectRoot, 'src', 'ijw', 'walker.wat'), 'utf8');

test('the walker in the project is what its text says', async () => {
  const script = pathToFileURL(join(projectRoot, 'scripts', 'assemble-walker.mjs')).href;
  const { generatedFile } = (await import(script)) as { generatedFile: (text: string) => string };
  const kept = readFileSync(join(projectRoot, 'src', 'ijw', 'walker.generated.ts'), 'utf8');
  assert.equal(kept, generatedFile(source), 'run: node scripts/assemble-walker.mjs');
});

/** A declaration of one client and many lines, with a value per line in place of a good one. */
function lines(waarden: readonly string[], instead: RegExp): Buffer {
  const text = Buffer.from(writeBericht('3.2', 'JW323', goed('JW323'))).toString();
  const line = /\s*<jw323:Prestatie>[\s\S]*?<\/jw323:Prestatie>/.exec(text)?.[0] ?? '';
  const all = waarden.map((waarde, n) => line.replace('>P1<', `>L${n}<`).replace(instead, waarde));
  return Buffer.from(text.replace(line, all.join('')));
}

/** The walker takes part from the second piece on; a document in one piece is read without it. */
function sameWithAndWithout(document: Buffer): void {
  const without = eventsOf(document, document.length);
  assert.deepEqual(eventsOf(document, 5000), without);
  assert.deepEqual(eventsOf(document, Number.POSITIVE_INFINITY), without);
}

test('dates are the same days to the walker as to the rest', () => {
  const days: string[] = [];
  for (let day = -719_000; day < 2_932_000; day += 1_237) days.push(formatPlainDate(day as PlainDate));
  const around = ['1900', '2000', '2023', '2024', '2100'].flatMap((year) =>
    [
      '01-01',
      '02-28',
      '02-29',
      '03-01',
      '04-30',
      '04-31',
      '12-31',
      '13-01',
      '00-10',
      '06-00',
      '1-011',
      '10/10',
    ].map((rest) => `${year}-${rest}`),
  );
  const odd = ['0000-01-01', '2024-0a-01', ' 2024-01-1', '2024-01-01Z', '', '9999-12-31', '20240-01-01'];
  sameWithAndWithout(lines([...days, ...around, ...odd], /2024-02-29(?=<)/));
});

test('numbers, codes and texts are the same values to the walker as to the rest', () => {
  const numbers = [
    '0',
    '00',
    '007',
    '99999999',
    '100000000',
    '999999999999999',
    '9999999999999999',
    '-1',
    '+1',
    '1.0',
    ' 1',
    '',
  ];
  sameWithAndWithout(lines([...numbers, ...numbers], /(?<=GeleverdVolume>)120(?=<)/));
  const codes = [
    '01',
    '04',
    '83',
    '99',
    '1',
    '',
    '011',
    '0',
    'é',
    '01 ',
    '82',
    '16',
    '14',
    '84',
    '01',
    '04',
    '82',
    '83',
    '84',
  ];
  sameWithAndWithout(lines([...codes, ...codes], /(?<=Eenheid>)01(?=<)/));
  const texts = ['45A04', 'X', '', ' X', 'X ', 'A&amp;B', 'A]B', 'é', 'ABCDEF', '\u007f', 'ABCDE', 'a', 'ab'];
  sameWithAndWithout(lines([...texts, ...texts], /(?<=ProductCode>)45A04(?=<)/));
});

/** A message with a value in place of a good one, whole after others like it, and in pieces. */
function sameWholeAndInPieces(soort: BerichtSoort, element: string, waarden: readonly string[]): void {
  const text = Buffer.from(writeBericht('3.2', soort, goed(soort)))
    .toString()
    .replace('</ijw:Geslachtsnaam>', '$&<ijw:Voorletters>A</ijw:Voorletters>');
  const place = new RegExp(`(?<=:${element}>)[^<]*(?=<)`);
  assert.match(text, place);
  for (const waarde of [...waarden, ...waarden]) {
    const document = Buffer.from(text.replace(place, waarde));
    assert.deepEqual(
      eventsOf(document, Number.POSITIVE_INFINITY),
      eventsOf(document, 7),
      `${element} ${waarde}`,
    );
  }
}

test('times, initials, numbers and versions of a whole message are judged as in pieces', () => {
  const tijden = [
    '10:00:00',
    '23:59:59',
    '24:00:00',
    '24:00:01',
    '00:60:00',
    '00:00:60',
    '1:00:00',
    '10-00-00',
  ];
  const vreemd = ['10:00:00Z', '10:00:00.5', '10:00:0a', ' 9:00:00', '10:00:00 ', '', '3a:00:00'];
  sameWholeAndInPieces('JW301', 'Toewijzingstijd', [...tijden, ...vreemd]);
  const letters = [
    'A',
    'abcXYZ',
    'ABCDEFG',
    'A1',
    'A.',
    '',
    'é',
    'ÀÉ',
    'A B',
    ' A',
    '[',
    '@',
    '`',
    '{',
    'A&amp;',
  ];
  sameWholeAndInPieces('JW301', 'Voorletters', letters);
  const versies = ['3', '2', '03', '', '3 ', ' 3', '33', '100', 'x', '+3'];
  sameWholeAndInPieces('JW301', 'BerichtVersie', versies);
  sameWholeAndInPieces('JW323', 'BerichtSubversie', versies);
  sameWholeAndInPieces('JW323', 'BerichtCode', ['436', '437', '', '43', '4366', 'x', '436 ', '0436']);
  sameWholeAndInPieces('JW323', 'DeclaratieNummer', [
    'D1',
    'd-1',
    'D1é',
    '',
    '123',
    'ABCDEFGHIJKLM',
    'A B',
    'a1B2',
  ]);
});

test('only a beginning that is the same to the byte is taken for known', () => {
  const text = Buffer.from(writeBericht('3.2', 'JW305', goed('JW305'))).toString();
  const known = eventsOf(Buffer.from(text), 7);
  for (let n = 0; n < 4; n++) assert.deepEqual(eventsOf(Buffer.from(text), Number.POSITIVE_INFINITY), known);
  const changes: readonly [RegExp | string, string][] = [
    ['<?xml version="1.0" encoding="UTF-8"?>', ''],
    ['encoding="UTF-8"', 'encoding="UTF-16"'],
    [/^/, '\ufeff'],
    [/^/, ' '],
    [/3_2\/jw305/, '3_1/jw305'],
    [/3_2\/jw305/, '3_2/jw306'],
    [/3_2\/basisschema/, '3_1/basisschema'],
    [':Header>', ':Header x="1">'],
    [/:Header>/, ':Header><!-- é -->'],
    [/:Header>/, ':Header>tekst'],
    [/<[^<]*:BerichtCode>/, '<x/>$&'],
    [/Bericht /, 'Bericht xmlns:extra="urn:extra" '],
    [/(?<=<\/[^<]*:Header>)/, '<!-- -->'],
    [/$/, '\n\n'],
    [/$/, '<!-- einde -->'],
    [/$/, '<nog/>'],
    [/$/, 'tekst'],
    [/[^<]*<\/[^<]*>\s*$/, ''],
    [/>\s*$/, ''],
  ];
  for (const [from, to] of changes) {
    const document = Buffer.from(text.replace(from, to));
    assert.ok(!document.equals(Buffer.from(text)), String(from));
    for (let n = 0; n < 3; n++)
      assert.deepEqual(eventsOf(document, Number.POSITIVE_INFINITY), eventsOf(document, 7), String(from));
  }
});

test('a sink that throws in the middle of a message leaves the walker to the next', async () => {
  const document = lines(
    Array.from({ length: 3000 }, (_, n) => (n < 2000 ? String(n) : 'x')),
    /(?<=GeleverdVolume>)120(?=<)/,
  );
  const fail = (): void => {
    throw new Error('the sink');
  };
  const sink = { bericht() {}, rij() {}, einde() {}, finding: fail };
  const opties = { ernst: { TR346: 'uit', TR316: 'uit', TR416: 'uit' } } as const;
  for (const size of [document.length, 20_000]) {
    const fails = size < document.length ? { ...sink, bericht: fail } : sink;
    await assert.rejects(readBytes(document.subarray(0, size), 'test.xml', fails, opties), /the sink/);
    assert.ok(walkerOfThread().take());
    walkerOfThread().release();
  }
});

test('documents that are each written in their own way fill the memory of the walker, and nothing changes', () => {
  const text = lines(
    ['120', '121', '122', '123', '124', '125', '126', '127'],
    /(?<=GeleverdVolume>)120(?=<)/,
  ).toString();
  const walker = walkerOfThread();
  for (let n = 0; n < 330; n++) {
    const prefix = `p${n}${'x'.repeat(900)}`;
    const document = Buffer.from(
      text.replaceAll('jw323:', `${prefix}:`).replace('xmlns:jw323', `xmlns:${prefix}`),
    );
    const events = eventsOf(document, 20_000);
    if (n % 50 === 0) assert.deepEqual(events, eventsOf(document, document.length));
  }
  assert.ok(walker.timesFull > 0, `${walker.timesFull}`);
  assert.ok(walker.take(), 'the room for input is given back');
  walker.release();
});
