// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { writeRelease } from '../../src/publish/index.ts';
import { renderPages } from '../../src/report/index.ts';
import { type RunningServer, serveRelease } from '../../src/server/index.ts';
import { chromiumPath, launchBrowser } from './browser.ts';
import { writtenSource } from './written-release.ts';

/** Which of the page's focus targets has the focus, and how it is outlined. */
const FOCUS = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const all = [...document.querySelectorAll('a, summary, [tabindex="0"]')];
  return { index: all.indexOf(element), outline: getComputedStyle(element).outlineStyle };
})()`;
const SHOWN_TARGETS = `[...document.querySelectorAll('a, summary, [tabindex="0"]')]
  .filter((element) => element.checkVisibility({ contentVisibilityAuto: true })).length`;
const CUT_TABLES = `[...document.querySelectorAll('.schuif')]
  .filter((element) => element.scrollWidth > element.clientWidth + 1)
  .map((element) => element.getAttribute('aria-labelledby'))`;
const CLOSED_PANELS = `[...document.querySelectorAll('.definitie, .cijfers .schuif')]
  .filter((element) => !element.checkVisibility({ contentVisibilityAuto: true })).length`;

const source = writtenSource();
const rendered = renderPages(source);
/** Pages of a kind are alike: three gemeenten stand for all, one letter for the others. */
const pages = rendered.filter(
  ({ pad }) => !/^(monitor|brief)-(leid|midden|pij|rijs|wass|west|zoe)/.test(pad),
);
const workspace = mkdtempSync(join(tmpdir(), 'regiovisie-page-'));
let browser: Browser;
let server: RunningServer;

before(async () => {
  const path = chromiumPath();
  assert.ok(path, 'these tests need Chromium: set CHROMIUM_PATH, or run npm test, which installs it');
  writeRelease({
    releasesDir: join(workspace, 'releases'),
    release: source.release,
    tables: source.tables,
    geheimhouding: {},
    pages: rendered,
  });
  server = await serveRelease({ dir: join(workspace, 'releases'), port: 0 });
  browser = await launchBrowser(path);
});

after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(workspace, { recursive: true, force: true });
});

async function onEveryPage(
  options: BrowserContextOptions,
  look: (page: Page, pad: string) => Promise<void>,
  pads = pages.map(({ pad }) => pad),
): Promise<void> {
  const context = await browser.newContext(options);
  try {
    for (const pad of pads) {
      const page = await context.newPage();
      await page.goto(server.url + pad);
      await look(page, pad);
      await page.close();
    }
  } finally {
    await context.close();
  }
}

test('axe finds nothing on any page, wide and narrow', async () => {
  const dutch = pages.map(({ pad }) => pad).filter((pad) => !pad.includes('.en.'));
  const looks = [
    { width: 1280, pads: [...dutch, 'index.en.html', 'monitor.en.html', 'monitor-den-haag.en.html'] },
    { width: 320, pads: ['index.html', 'hoofdstuk-2.html', 'monitor-delft.html'] },
  ];
  for (const { width, pads } of looks) {
    const look = async (page: Page, pad: string) => {
      const { violations } = await new AxeBuilder({ page })
        .options({ resultTypes: ['violations'] })
        .setLegacyMode(true)
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
      assert.deepEqual(found, [], `${pad} at ${width}`);
    };
    await onEveryPage({ viewport: { width, height: 900 } }, look, pads);
  }
});

test('at 320 pixels, and with text twice as large, only tables scroll sideways', async () => {
  const check = async (page: Page, pad: string) => {
    const size = await page.evaluate<{ scroll: number; client: number }>(
      '({ scroll: document.documentElement.scrollWidth, client: document.documentElement.clientWidth })',
    );
    assert.ok(size.scroll <= size.client, `${pad}: ${size.scroll} > ${size.client}`);
  };
  await onEveryPage({ viewport: { width: 320, height: 700 } }, check);
  await onEveryPage({ viewport: { width: 640, height: 700 } }, async (page, pad) => {
    await page.addStyleTag({ content: 'html { font-size: 200% !important; }' });
    await check(page, `${pad} at 200%`);
  });
});

test('every page is complete without script and asks nothing of another origin', async () => {
  await onEveryPage({ javaScriptEnabled: false }, async (page, pad) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.reload();
    assert.deepEqual(
      requests.filter((url) => !url.startsWith(server.url) && !url.startsWith('data:')),
      [],
      pad,
    );
    assert.equal(await page.locator('h1').count(), 1);
  });
});

test('the keyboard reaches the contents first, then every link, table and panel, and the focus is visible', async () => {
  await onEveryPage(
    { viewport: { width: 1280, height: 900 } },
    async (page) => {
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate('document.activeElement.getAttribute("href")'), '#inhoud');
      const targets = await page.evaluate<number>(SHOWN_TARGETS);
      const reached = new Set<string>();
      for (let step = 0; step < targets + 5; step += 1) {
        const focus = await page.evaluate<{ index: number; outline: string } | null>(FOCUS);
        if (focus === null) break;
        assert.equal(focus.outline, 'solid');
        reached.add(String(focus.index));
        await page.keyboard.press('Tab');
      }
      assert.equal(reached.size, targets);
    },
    ['monitor-delft.html'],
  );
});

test('on paper nothing is cut off, and definitions are open', async () => {
  await onEveryPage({ viewport: { width: 680, height: 1000 } }, async (page, pad) => {
    await page.emulateMedia({ media: 'print' });
    const cut = await page.evaluate<string[]>(CUT_TABLES);
    assert.deepEqual(cut, [], pad);
    const closed = await page.evaluate<number>(CLOSED_PANELS);
    assert.equal(closed, 0, pad);
  });
});
