// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { outcomeOf, proveDocument } from '../../src/proof/index.ts';
import { pageHtml, proofDocument } from '../../src/report/index.ts';
import { TALEN } from '../../src/text/index.ts';
import { chromiumPath, launchBrowser } from '../report/browser.ts';
import { cleanTables, documentOf, printed } from './clean-document.ts';

const folder = mkdtempSync(join(tmpdir(), 'regiovisie-proef-'));
const files = { nl: 'proef.html', en: 'proef.en.html' };
let browser: Browser;

before(async () => {
  const path = chromiumPath();
  assert.ok(path, 'these tests need Chromium: set CHROMIUM_PATH, or run npm test, which installs it');
  const tables = cleanTables(3).map((table, at) => ({
    ...table,
    rows: table.rows.map((row, index) =>
      index === at ? { ...row, value: Number(row.value) + 77, raw: printed(Number(row.value) + 77, 0) } : row,
    ),
  }));
  const document = documentOf(tables, 'REGIOVISIE MONITOR 2021 INHOUD\n\nZie tabel 9.\n');
  const outcome = outcomeOf('cijfers.json', document, proveDocument(document));
  assert.ok(outcome.bevindingen.length > 5);
  for (const taal of TALEN)
    writeFileSync(join(folder, files[taal]), pageHtml(proofDocument(outcome, files, taal)));
  browser = await launchBrowser(path);
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

for (const width of [320, 1440])
  test(`the findings are readable and accessible at ${width} pixels, without script`, async () => {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    for (const taal of TALEN) {
      const page = await context.newPage();
      await page.goto(pathToFileURL(join(folder, files[taal])).href);
      assert.equal(await page.evaluate('document.documentElement.scrollWidth > innerWidth'), false);
      assert.equal(await page.evaluate('document.scripts.length'), 0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(
        violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
        [],
      );
    }
    await context.close();
  });
