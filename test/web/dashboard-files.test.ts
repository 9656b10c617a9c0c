// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { sealSafeTable } from '../../src/contract/index.ts';
import { siteIn } from '../../src/web/dashboard-source.ts';
import { dashboardFiles } from '../../src/web/index.ts';
import { ambitiePages } from '../../src/web/pages/ambitie-pages.ts';
import { startPage } from '../../src/web/pages/start-page.ts';
import { wachtenPage } from '../../src/web/pages/wachten-page.ts';
import { withRows } from '../report/haaglanden-release.ts';
import { dashboardSource } from './dashboard-fixture.ts';

const source = await dashboardSource();
const files = dashboardFiles(source);
const pages = files.filter(({ pad }) => pad.endsWith('.html'));
const byPath = new Map(files.map(({ pad, inhoud }) => [pad, inhoud]));
const packed = (text: string) => gzipSync(text, { level: 9 }).length;

/** Files that other rooms put into the release; a link may lead there. */
const OUTSIDE =
  /^\.\.\/(?:cijfers\/[\w-]+\.(?:csv|ods|json)|monitor[\w-]*(?:\.en)?\.html|brief-[\w-]+(?:\.en)?\.html|index(?:\.en)?\.html|definities\.json|begrippen\.json|dcat\.jsonld|manifest\.json|geheimhouding\.json|wijzigingen\.(?:json|md))$/;
const BESIDE = ['wijzigingen.xml', 'v1/openapi.json'];

test('every link of every page leads to a page, a place on it, or a file of the release', () => {
  const broken = pages.flatMap(({ pad, inhoud }) =>
    [...inhoud.matchAll(/(?:href|src|action|data-gegevens)="([^"]*)"/g)].flatMap((match) => {
      const link = (match[1] ?? '').replaceAll('&amp;', '&');
      if (/^(?:data:|tel:\d+$)/.test(link)) return [];
      const [path = '', anchor] = link.split('#');
      const target = posix.join(posix.dirname(pad), path.split('?')[0] ?? '');
      const file = path === '' ? pad : target;
      if (OUTSIDE.test(file) || BESIDE.includes(file)) return [];
      const text = byPath.get(file);
      if (text === undefined) return [`${pad}: ${link}`];
      return anchor === undefined || text.includes(` id="${anchor}"`) ? [] : [`${pad}: ${link}`];
    }),
  );
  assert.deepEqual(broken, []);
});

test('Dutch and English have the same pages, each in its language, with the way to the other', () => {
  const dutch = pages.map(({ pad }) => pad).filter((pad) => !pad.startsWith('en/'));
  const english = pages.map(({ pad }) => pad).filter((pad) => pad.startsWith('en/'));
  assert.deepEqual(english.map((pad) => pad.slice(3)).sort(), [...dutch].sort());
  for (const { pad, inhoud } of pages) {
    assert.match(inhoud, pad.startsWith('en/') ? /<html lang="en">/ : /<html lang="nl">/, pad);
  }
});

test('a page is sound: one main heading, no level skipped, ids that are unique, no request to another site', () => {
  for (const { pad, inhoud } of pages.filter((page) => !page.pad.includes('insluiten/'))) {
    const levels = [...inhoud.matchAll(/<h([1-6])[ >]/g)].map((match) => Number(match[1]));
    assert.equal(levels.filter((level) => level === 1).length, 1, pad);
    assert.ok(
      levels.every((level, index) => level - (levels[index - 1] ?? 0) <= 1),
      `${pad}: ${levels.join(' ')}`,
    );
    const ids = [...inhoud.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    assert.equal(new Set(ids).size, ids.length, pad);
    assert.doesNotMatch(
      inhoud.replaceAll('http://www.w3.org/2000/svg', ''),
      /(?:href|src)="(?:https?:)?\/\//,
      pad,
    );
  }
});

test('without a script every figure is there as a chart and as a table, with source, release and files', () => {
  for (const { pad, inhoud } of pages) {
    const figures = inhoud.split('<figure ').slice(1);
    for (const figure of figures) {
      assert.match(figure, /<svg/, pad);
      assert.match(figure, /<table>/, pad);
      assert.match(figure, /Release 2024-1/, pad);
      if (!pad.includes('insluiten/')) assert.match(figure, /cijfers\/[\w-]+\.csv/, pad);
    }
  }
  assert.ok(pages.filter(({ inhoud }) => inhoud.includes('<figure ')).length > 40);
});

test('a page weighs at most 150 kB compressed in all, and the script 35 kB', () => {
  const script = packed(byPath.get('dashboard.js') ?? '');
  const style = packed(byPath.get('stijl.css') ?? '');
  assert.ok(script > 10_000 && script <= 35_000, `script ${script}`);
  for (const { pad, inhoud } of pages) {
    const weight = packed(inhoud) + script + style;
    assert.ok(weight <= 150_000, `${pad}: ${weight}`);
  }
});

test('the same release gives the same bytes, whatever the order of its tables', () => {
  const again = dashboardFiles({
    ...source,
    tables: [...source.tables].reverse(),
    definities: [...source.definities].reverse(),
  });
  assert.deepEqual(
    again.map(({ pad, inhoud }) => [pad, inhoud]).sort(),
    files.map(({ pad, inhoud }) => [pad, inhoud]).sort(),
  );
});

test('a hidden figure that still holds a number stops the dashboard', () => {
  const tables = source.tables.map((table) =>
    table.indicator === 'uitval'
      ? withRows(table, (row) => (row.status.includes('geheim') ? { ...row, teller: 7 } : row))
      : table,
  );
  assert.throws(() => siteIn({ ...source, tables }, 'nl'), /uitval\S* holds a value in a hidden cell/);
});

test('a table that is not for everybody is refused', () => {
  const [first, ...others] = source.tables;
  assert.ok(first);
  const intern = sealSafeTable({ ...first, zone: 'intern' });
  assert.throws(() => siteIn({ ...source, tables: [intern, ...others] }, 'nl'), /zone intern/);
});

test('the page about waiting says what is known, how sure, and what is not known, in short sentences', () => {
  const text = (byPath.get('wachten.html') ?? '').replace(
    /<(?:script|style)[\s\S]*?<\/(?:script|style)>/g,
    '',
  );
  const main = text.slice(text.indexOf('<main'), text.indexOf('</main>')).split('<figure')[0] ?? '';
  const plain = main
    .replace(/<\/(?:p|li|h\d|a)>/g, '. ')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ');
  for (const words of [
    'In het tweede kwartaal van 2024 stonden 252 jongeren in Haaglanden op een wachtlijst voor deze hulp.',
    'Dat is ongeveer 1 van de 10.',
    'Er wordt niet per probleem geteld',
    '82% van de aanbieders gaf antwoord',
    'kunnen we niet laten zien',
    'begon in Haaglanden de helft van de jongeren binnen 39 dagen na die dag (ongeveer 6 weken).',
  ])
    assert.ok(plain.includes(words), words);
  const long = plain.split(/[.?!:] /).filter((sentence) => sentence.split(' ').length > 22);
  assert.deepEqual(long, []);
});

test('without waiting figures the page about waiting says so', () => {
  const tables = source.tables.filter(({ indicator }) => !/wacht|doorlooptijd|respons/.test(indicator));
  const { inhoud } = wachtenPage(siteIn({ ...source, tables }, 'nl'));
  assert.match(inhoud, /In deze uitgave staan geen cijfers over wachten\./);
});

test('a region without ambitions has no pages about them', () => {
  const without = siteIn({ ...source, ambities: [] }, 'nl');
  assert.deepEqual(ambitiePages(without), []);
  assert.doesNotMatch(startPage(without).inhoud, /ambitie/i);
});
