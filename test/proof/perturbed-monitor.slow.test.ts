// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monitorFindings, skip } from './haaglanden-monitor.ts';

/** One word, number or label of the running text of the monitor, and what to write instead. */
const EDITS: readonly (readonly [line: number, from: string, to: string])[] = [
  [28, 'vier', 'vijf'],
  [74, 'overige acht', 'overige zeven'],
  [197, 'bijna 9.000 lager', 'bijna 7.000 lager'],
  [238, 'gestegen', 'gedaald'],
  [238, 'bijna 25%', 'bijna 35%'],
  [447, '2024', '2022'],
  [457, 'daling', 'stijging'],
  [459, 'forse afname', 'forse toename'],
  [470, '2022', '2021'],
  [549, '31%', '41%'],
  [549, 'tabel 3', 'tabel 13'],
  [801, '59', '95'],
  [936, 'dalende', 'stijgende'],
  [976, 'afgenomen', 'toegenomen'],
  [1095, 'zeventien', 'achttien'],
  [1132, 'daling', 'stijging'],
  [1142, 'gedaald', 'gestegen'],
  [1223, 'afname', 'toename'],
  [1484, '737', '773'],
  [1858, 'H3', 'H4'],
];

test('one other word, number or label in the text of the monitor is found on its line', { skip }, () => {
  const before = new Set(monitorFindings().map(({ id }) => id));
  for (const [line, from, to] of EDITS) {
    const findings = monitorFindings((text) => {
      const lines = text.split('\n');
      assert.ok(lines[line - 1]?.includes(from), `line ${line} holds ${from}`);
      return lines.map((one, index) => (index === line - 1 ? one.replace(from, to) : one)).join('\n');
    });
    const found = findings.filter(({ id }) => !before.has(id));
    const near = found
      .flatMap(({ plaats, ook }) => [plaats, ...ook])
      .some(({ regel = 0 }) => Math.abs(regel - line) <= 4);
    assert.ok(near, `line ${line}, ${from} to ${to}: ${found.map(({ id }) => id).join(', ') || 'nothing'}`);
  }
});
