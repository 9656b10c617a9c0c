// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import type { Wijzigingen } from '../../src/contract/index.ts';
import { BSN, declaratie, MAART, Terminal, workspaceWith } from '../cli/small-region.ts';
import { blockIds, blockOf, drawingsIn, tableIn } from './html-reader.ts';

const terminals: Terminal[] = [];
after(() => {
  for (const terminal of terminals) terminal.remove();
});

/** A release of sixty children in Delft who cost € 1.000 each, but for the first. */
async function released(firstCents: number): Promise<Terminal> {
  const terminal = new Terminal();
  terminals.push(terminal);
  const regels = BSN.slice(0, 60).map((bsn, index) => ({
    bsn,
    referentie: `R${index}`,
    cents: index === 0 ? firstCents : 100_000,
  }));
  await workspaceWith(terminal, { 'a.xml': declaratie('D1', 'GM0503', MAART, regels) });
  await terminal.run('ingest', 'w');
  const { code, notes } = await terminal.run('publish', 'w', '--date', '2025-02-01');
  assert.equal(code, 0, notes);
  return terminal;
}

const page = (terminal: Terminal, pad: string) =>
  readFileSync(terminal.path('w', 'releases', '2024-1', pad), 'utf8');

/** Where a number stands: in running text, in tables and in drawings of a page. */
function places(html: string, number: string): { text: number; tables: number; drawings: number } {
  const figures = blockIds(html).filter((id) => id.startsWith('figuur'));
  const blocks = blockIds(html).map((id) => blockOf(html, id));
  const prose = html.replace(/<(svg|table|style)\b[\s\S]*?<\/\1>/g, ' ');
  const count = (text: string) => text.split(number).length - 1;
  return {
    text: count(prose),
    tables: blocks.reduce((sum, block) => sum + count(tableIn(block).text), 0),
    drawings: figures
      .flatMap((id) => drawingsIn(blockOf(html, id)))
      .reduce((sum, drawing) => sum + count(drawing), 0),
  };
}

test('one declared amount changes table, drawing, text, appendix and letter together, and compare says so', async () => {
  const [before, now] = [await released(100_000), await released(400_000)];
  for (const pad of ['monitor.html', 'hoofdstuk-2.html', 'monitor-delft.html']) {
    const [then, later] = [page(before, pad), page(now, pad)];
    const [old, changed] = [places(then, '1.000'), places(later, '1.050')];
    assert.deepEqual(changed, old, pad);
    assert.ok(
      changed.text > 0 && changed.tables > 0 && changed.drawings > 0,
      `${pad}: ${JSON.stringify(changed)}`,
    );
    assert.deepEqual(places(later, '1.000'), places(then, '1.050'), pad);
  }
  for (const pad of ['brief-delft.html', 'brief-delft.odt']) {
    assert.match(page(before, pad), /€\u00a01\.000/, pad);
    assert.match(page(now, pad), /€\u00a01\.050/, pad);
    assert.doesNotMatch(page(now, pad), /€\u00a01\.000/, pad);
  }
  assert.notEqual(page(before, 'monitor.pdf'), page(now, 'monitor.pdf'));

  const { out } = await now.run(
    'compare',
    `${before.path('w')}/releases/2024-1`,
    'w/releases/2024-1',
    '--json',
  );
  const { verschillen } = JSON.parse(out) as Wijzigingen;
  const perClient = verschillen.filter(
    ({ indicator, gebied }) => indicator === 'uitgaven-per-client' && gebied === 'GM0503',
  );
  assert.deepEqual(
    perClient.map(({ periode, dimensies, oud, nieuw }) => [
      periode,
      Object.keys(dimensies),
      oud?.waarde,
      nieuw?.waarde,
    ]),
    [
      ['2024', [], 100_000, 105_000],
      ['2024', ['type'], 100_000, 105_000],
    ],
  );
  assert.ok(verschillen.every(({ indicator }) => indicator !== 'clienten'));
});
