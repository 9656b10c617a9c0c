// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { formatPlainDate, type PlainDate } from '../../src/contract/index.ts';
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
  assert.deepEqual(eventsOf(document, 5000), eventsOf(document, document.length));
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
  await assert.rejects(readBytes(document, 'test.xml', sink, opties), /the sink/);
  assert.ok(walkerOfThread().take());
  walkerOfThread().release();
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
