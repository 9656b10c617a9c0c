// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { writeRelease } from '../../src/publish/index.ts';
import { type RunningServer, serveRelease } from '../../src/server/index.ts';
import { dashboardFiles } from '../../src/web/index.ts';
import { chromiumPath, launchBrowser } from '../report/browser.ts';
import { dashboardSource } from './dashboard-fixture.ts';

/** A dashboard that is served as an operator would, and a browser to look at it. */
export interface DashboardSite {
  readonly browser: Browser;
  /** Start of every address of the site of one house style. */
  origin(thema?: number): string;
  address(pad: string, thema?: number): string;
  /** The file behind an address. */
  file(pad: string): string;
  visit<Result>(options: BrowserContextOptions, look: (page: Page) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** The made-up Haaglanden in each of these house styles; or, where `release` is given, that folder of a release instead. */
export async function openSite(themas: readonly string[], release?: string): Promise<DashboardSite> {
  const path = chromiumPath();
  assert.ok(path, 'these tests need Chromium: set CHROMIUM_PATH, or run npm test, which installs it');
  const folder = mkdtempSync(join(tmpdir(), 'regiovisie-dashboard-'));
  const servers: RunningServer[] = [];
  const folders: string[] = [];
  for (const thema of release === undefined ? themas : themas.slice(0, 1)) {
    const releasesDir = join(folder, thema, 'releases');
    folders.push(await fill(releasesDir, thema, release));
    servers.push(await serveRelease({ dir: releasesDir, port: 0 }));
  }
  const browser = await launchBrowser(path);
  const origin = (thema = 0) => servers[thema]?.url ?? '';
  return {
    browser,
    origin,
    address: (pad, thema = 0) => `${origin(thema)}dashboard/${pad}`,
    file: (pad) => readFileSync(join(folders[0] ?? '', 'dashboard', pad), 'utf8'),
    visit: async (options, look) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      try {
        return await look(await context.newPage());
      } finally {
        await context.close();
      }
    },
    close: async () => {
      await browser.close();
      for (const server of servers) await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function fill(releasesDir: string, thema: string, release: string | undefined): Promise<string> {
  if (release !== undefined) {
    const target = join(releasesDir, resolve(release).split('/').at(-1) ?? 'release');
    cpSync(release, target, { recursive: true });
    return target;
  }
  const source = await dashboardSource(thema);
  const pages = dashboardFiles(source).map(({ pad, inhoud }) => ({ pad: `dashboard/${pad}`, inhoud }));
  writeRelease({ ...source, releasesDir, geheimhouding: {}, pages });
  return join(releasesDir, source.release.id);
}

/** What axe has against a page. Source: WCAG 2.2, levels A and AA, and best practice. */
export async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
  );
}
