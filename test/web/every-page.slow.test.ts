// SPDX-License-Identifier: EUPL-1.2
// A few pages with every run of the tests; all of them with `npm run pages`, and those of a release with `PAGES_RELEASE=DIR npm run pages`.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { type Figuurplaats, zoekMet } from '../../src/web/figure/adres.ts';
import type { FigureData } from '../../src/web/figure/figure-data.ts';
import { type FigureView, figureView } from '../../src/web/figure/figure-view.ts';
import { readKeuze, writeKeuze } from '../../src/web/figure/keuze.ts';
import { stylesheet } from '../../src/web/stylesheet.ts';
import { themaCss } from '../../src/web/thema.ts';
import { anyKeuze } from './any-keuze.ts';
import { themaNamed } from './dashboard-fixture.ts';
import { type DashboardSite, openSite, violations } from './dashboard-site.ts';

const THEMAS = ['neutraal', 'rivierduin'] as const;
const all = process.env.PAGES === 'all';
/** Of how many pages one is looked at when not all are. */
const ONE_OF = 64;
/** Pages that are looked at beside each other. */
const AT_ONCE = 2;

let site: DashboardSite;
let every: readonly string[] = [];
let some: readonly string[] = [];

before(async () => {
  site = await openSite(THEMAS.slice(0, 1), process.env.PAGES_RELEASE);
  const { bestanden } = JSON.parse(site.file('../manifest.json')) as { bestanden: { pad: string }[] };
  every = bestanden
    .map(({ pad }) => /^dashboard\/(.*\.html)$/.exec(pad)?.[1])
    .filter((pad) => pad !== undefined)
    .sort();
  some = every.filter((_, place) => all || place % ONE_OF === 7);
});

after(() => site?.close());

/** Figures below the screen are not laid out until they are scrolled to: whoever measures them there measures an estimate. */
const SHOWN = '* { content-visibility: visible !important; }';

/** Looks at pages, several at a time, each worker in a window of its own. Result: what was found wrong. */
async function lookAt(
  pads: readonly string[],
  viewport: { readonly width: number; readonly height: number },
  look: (page: Page, pad: string) => Promise<readonly string[]>,
): Promise<string[]> {
  const rest = [...pads];
  const wrong: string[] = [];
  const worker = () =>
    site.visit({ viewport }, async (page) => {
      for (let pad = rest.shift(); pad !== undefined; pad = rest.shift())
        wrong.push(...(await look(page, pad)).map((what) => `${pad}: ${what}`));
    });
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return wrong;
}

for (const thema of all ? THEMAS : THEMAS.slice(1)) {
  test(`axe finds nothing, no page asks another site for anything or makes an error: ${thema}`, async (t) => {
    const css = themaCss(themaNamed(thema)) + stylesheet;
    const wrong = await lookAt(some, { width: 1280, height: 900 }, async (page, pad) => {
      const said: string[] = [];
      page.removeAllListeners();
      page.on('pageerror', ({ message }) => said.push(message));
      page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
      page.on('request', (request) => {
        if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(site.origin()))
          said.push(`asks ${request.url()}`);
      });
      await page.route('**/stijl.css', (route) => route.fulfill({ contentType: 'text/css', body: css }));
      await page.goto(site.address(pad));
      await page.addStyleTag({ content: SHOWN });
      return [...(await violations(page)), ...said];
    });
    assert.deepEqual(wrong, []);
    t.diagnostic(`${some.length} of ${every.length} pages`);
  });
}

test('at 320 pixels and with text twice as large only tables scroll sideways', async () => {
  for (const [width, size] of [
    [320, '100%'],
    [640, '200%'],
  ] as const) {
    const wrong = await lookAt(some, { width, height: 700 }, async (page, pad) => {
      await page.goto(site.address(pad));
      await page.addStyleTag({ content: `html { font-size: ${size} !important; }` });
      const { scrollWidth, clientWidth } = await page.evaluate<{ scrollWidth: number; clientWidth: number }>(
        '({ scrollWidth: document.documentElement.scrollWidth, clientWidth: document.documentElement.clientWidth })',
      );
      return scrollWidth > clientWidth ? [`${scrollWidth} > ${clientWidth} at ${width} and ${size}`] : [];
    });
    assert.deepEqual(wrong, []);
  }
});

const FOCUS = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getBoundingClientRect();
  return { index: [...document.querySelectorAll('*')].indexOf(element), outline: getComputedStyle(element).outlineStyle, inside: box.bottom > 0 && box.top < innerHeight };
})()`;
const REACHABLE = `[...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
  .filter((element) => element.checkVisibility() && element.tabIndex >= 0 && !element.disabled).length`;

test('the keyboard reaches everything in order, and what has the focus is seen', async () => {
  const wrong = await lookAt(some, { width: 1280, height: 900 }, async (page, pad) => {
    await page.goto(site.address(pad));
    await page.addStyleTag({ content: SHOWN });
    const targets = await page.evaluate<number>(REACHABLE);
    const reached = new Set<number>();
    for (let step = 0; step < targets + 3; step += 1) {
      await page.keyboard.press('Tab');
      const now = await page.evaluate<{ index: number; outline: string; inside: boolean } | null>(FOCUS);
      if (now === null) break;
      if (now.outline !== 'solid' || !now.inside) return [`the focus is not seen at stop ${step}`];
      reached.add(now.index);
    }
    return reached.size === targets ? [] : [`${reached.size} of ${targets} reached`];
  });
  assert.deepEqual(wrong, []);
});

interface Stands extends Figuurplaats {
  readonly data: FigureData;
  readonly keuze: string;
}

/** The figures of a page, with what they are made from. */
function figuresOf(pad: string): Stands[] {
  const taal = pad.startsWith('en/') ? 'en/' : '';
  return [
    ...site
      .file(pad)
      .matchAll(/<figure [^>]*id="([^"]+)"[^>]* data-indicator="([^"]+)" data-keuze="([^"]*)"([^>]*)>/g),
  ].map(([, id = '', indicator = '', keuze = '', rest = '']) => ({
    id,
    hoofd: rest.includes('data-hoofd'),
    data: JSON.parse(site.file(`${taal}gegevens/${indicator}.json`)) as FigureData,
    keuze: keuze.replaceAll('&amp;', '&'),
  }));
}

const numbersIn = (text: string): string[] => text.match(/\d[\d.,]*\d|\d/g) ?? [];
const drawnIn = (svg: string): string[] =>
  [...svg.matchAll(/<(?:text|title)[^>]*>([^<]*)</g)].map((match) => match[1] ?? '');

test('every number in every drawing of every page stands in its table, its heads or its title', (t) => {
  let drawings = 0;
  const wrong = every.flatMap((pad) =>
    site
      .file(pad)
      .split('<figure ')
      .slice(1)
      .flatMap((figure) => {
        const [table = ''] = /<table[\s\S]*<\/table>/.exec(figure) ?? [];
        const [head = ''] = /<figcaption[\s\S]*<\/figcaption>/.exec(figure) ?? [];
        const known = new Set(numbersIn(`${table} ${head.replace(/<p class="boodschap">[\s\S]*/, '')}`));
        const svgs = [...figure.matchAll(/<svg [\s\S]*?<\/svg>/g)].map(([svg]) => svg);
        drawings += svgs.length;
        return svgs
          .flatMap(drawnIn)
          .flatMap(numbersIn)
          .filter((number) => !known.has(number))
          .map((number) => `${pad}: ${number}`);
      }),
  );
  assert.deepEqual(wrong, []);
  assert.ok(drawings > 100);
  t.diagnostic(`${drawings} drawings`);
});

test('an address with any choices of any figures shows exactly those, also when it is opened anew', async (t) => {
  let states = 0;
  const wrong = await lookAt(some, { width: 1000, height: 900 }, async (page, pad) => {
    const figures = figuresOf(pad);
    if (figures.length === 0) return [];
    let zoek = '';
    const expected: { readonly id: string; readonly view: FigureView }[] = [];
    for (const [place, figure] of figures.entries()) {
      const { id, data } = figure;
      const usual = readKeuze(data, figure.keuze).keuze;
      const [keuze = usual] = fc.sample(anyKeuze(data, usual), { numRuns: 1, seed: pad.length * 31 + place });
      zoek = zoekMet(zoek, figures, figure, writeKeuze(data, keuze, usual));
      expected.push({ id, view: figureView(data, keuze, id) });
      states += 1;
    }
    await page.goto(site.address(pad) + zoek);
    const found: string[] = [];
    for (const { id, view } of expected) {
      const figure = page.locator(`#${id}`);
      await figure
        .locator('h2', { hasText: view.titel })
        .waitFor({ state: 'attached', timeout: 5000 })
        .catch(() => found.push(`${id} is not "${view.titel}"`));
      await page.locator(`#${id}:not([data-bezig])`).waitFor({ state: 'attached' });
      const cells = (await figure.locator('td').allTextContents()).map((text) =>
        text.replace(/ \([^()]*\)$/, ''),
      );
      const printed = view.table.rows.flatMap((row) =>
        row.cells.map(({ text }) => text.replace(/ \([^()]*\)$/, '')),
      );
      if (cells.join('|') !== printed.join('|')) found.push(`${id}: the table shows something else`);
      const drawn = await figure.locator('svg').first().innerHTML();
      const texts = drawnIn(drawn.replaceAll('&nbsp;', '\u00a0')).join('|');
      if (![view.chart.svg, view.chart.narrowSvg].some((svg) => drawnIn(svg).join('|') === texts))
        found.push(`${id}: the drawing shows something else`);
      const told = (await figure.locator('.melding:not(.stil)').allTextContents()).join('');
      if (told !== '') found.push(`${id}: ${told}`);
    }
    return found.map((what) => `${zoek} ${what}`);
  });
  assert.deepEqual(wrong, []);
  t.diagnostic(`${states} figures`);
});
