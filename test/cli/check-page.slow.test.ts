// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { chromiumPath, launchBrowser } from '../report/browser.ts';
import { APRIL, BSN, declaratie, MAART, Terminal, workspaceWith } from './small-region.ts';

test('the page of check is clean for axe and scrolls nothing but its tables, narrow and wide', async (t) => {
  const executable = chromiumPath();
  assert.ok(executable, 'this test needs Chromium: set CHROMIUM_PATH, or run npm test, which installs it');
  const terminal = new Terminal();
  t.after(() => terminal.remove());
  await workspaceWith(terminal, {
    'a.xml': declaratie('D1', 'GM0503', MAART, [{ bsn: BSN[0], referentie: 'R1', cents: 100 }]),
    'b.xml': declaratie('D2', 'GM0603', APRIL, [
      { bsn: BSN[0], referentie: 'R2', cents: 100, categorie: '99' },
    ]),
    'c.txt': Buffer.from('geen bericht'),
  });
  await terminal.run('ingest', 'w');
  assert.equal((await terminal.run('check', 'w', '--html', 'c.html')).code, 0);
  const browser = await launchBrowser(executable);
  t.after(() => browser.close());
  for (const width of [320, 1440]) {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    await page.goto(pathToFileURL(terminal.path('c.html')).href);
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
      [],
    );
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
    await context.close();
  }
});
