// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SafeTable, TYPEN_JEUGDHULP } from '../../src/contract/index.ts';
import { figureCsv } from '../../src/publish/index.ts';
import { type Block, monitorDocuments, renderPages } from '../../src/report/index.ts';
import { notation, texts } from '../../src/text/index.ts';
import { editionSource, haaglanden, haaglandenRelease, JAREN, withRows } from './haaglanden-release.ts';
import { blockIds, blockOf, drawingsIn, numbersIn, tableIn } from './html-reader.ts';
import { publishedFigures } from './published-figures.ts';

const source = editionSource();
const pages = new Map(renderPages(source).map(({ pad, inhoud }) => [pad, inhoud]));
const nl = texts('nl');
const { count, change, percent } = notation('nl');

function page(pad: string): string {
  return pages.get(pad) ?? assert.fail(`no page ${pad}`);
}

/** Values of a CSV file as it is published, by `gebied/jaar/type/variant`. */
function csvValues(indicator: string, ...dimensies: readonly string[]): Map<string, string> {
  const table = source.tables.find(
    (candidate) => candidate.indicator === indicator && candidate.dimensies.join() === dimensies.join(),
  );
  assert.ok(table);
  const [header = '', ...lines] = figureCsv(table).trimEnd().split('\n');
  const names = header.split(',');
  return new Map(
    lines.map((line) => {
      const cells = Object.fromEntries(line.split(',').map((cell, index) => [names[index], cell]));
      return [[cells.gebied, cells.periode, cells.type ?? '', cells.variant].join('/'), cells.waarde ?? ''];
    }),
  );
}

function printed(value: string | undefined, format: (value: number) => string): string {
  assert.notEqual(value, undefined);
  return value === '' || value === undefined ? nl.figuurStatus.geheim.teken : format(Number(value));
}

test('there is an index, a page for the region and one for every gemeente, in two languages', () => {
  const names = [
    'index',
    'monitor',
    'monitor-delft',
    'monitor-den-haag',
    'monitor-leidschendam-voorburg',
    'monitor-midden-delfland',
    'monitor-pijnacker-nootdorp',
    'monitor-rijswijk',
    'monitor-wassenaar',
    'monitor-westland',
    'monitor-zoetermeer',
  ];
  assert.deepEqual(
    [...pages.keys()],
    [...names.map((name) => `${name}.html`), ...names.map((name) => `${name}.en.html`)],
  );
  assert.match(page('monitor-delft.html'), /href="monitor-delft\.en\.html" lang="en" hreflang="en">English</);
  assert.match(page('monitor-delft.en.html'), /<html lang="en">[\s\S]*<h1>Youth care in Delft in 2024<\/h1>/);
  assert.doesNotMatch(
    page('monitor-delft.en.html'),
    /<a href="(?!monitor-delft\.html|cijfers|#)[^"]*(?<!\.en)\.html"/,
  );
  for (const [pad, html] of pages) {
    const [, href] = /aria-current="page">([^<]+)</.exec(html) ?? [];
    assert.ok(href, `${pad} says where the reader is`);
    for (const [, target] of html.matchAll(/href="([^"#]+)"/g)) {
      if (!target?.startsWith('cijfers/') && /\.html$/.test(target ?? ''))
        assert.ok(pages.has(target ?? ''), target);
    }
  }
});

test('every number in every drawing stands in the table of its figure', () => {
  let drawings = 0;
  for (const [pad, html] of pages) {
    for (const id of blockIds(html).filter((name) => name.startsWith('figuur'))) {
      const block = blockOf(html, id);
      const inTable = new Set(numbersIn(tableIn(block).text));
      for (const drawing of drawingsIn(block)) {
        drawings += 1;
        const strangers = numbersIn(drawing).filter((number) => !inTable.has(number));
        assert.deepEqual(strangers, [], `${pad}#${id}`);
        assert.ok(numbersIn(drawing).length > 10, `${pad}#${id} has numbers`);
      }
    }
  }
  const [layouts, languages] = [2, 2];
  assert.equal(drawings, (2 + 9) * layouts * languages);
});

test('tables 1 and 2 print what their CSV files hold, hidden cells as a word', () => {
  const counts = csvValues('clienten', 'type');
  const growth = csvValues('clienten-groei', 'type');
  const totals = csvValues('clienten');
  const cases = [
    ['monitor.html', ['JZ24']],
    ['monitor-den-haag.html', ['GM0518', 'H9']],
    ['monitor-midden-delfland.html', ['GM1842', 'H8']],
  ] as const;
  for (const [pad, gebieden] of cases) {
    const keys = (type: string) =>
      gebieden.flatMap((gebied) => JAREN.map((jaar) => `${gebied}/${jaar}/${type}/`));
    const expected = TYPEN_JEUGDHULP.map((type) => [
      nl.typen[type],
      ...keys(type).map((key) => printed(counts.get(key), count)),
    ]);
    const total = [nl.tabel.alleTypen, ...keys('').map((key) => printed(totals.get(key), count))];
    assert.deepEqual(tableIn(blockOf(page(pad), 'tabel-1')).rows, [...expected, total], pad);
    assert.deepEqual(
      tableIn(blockOf(page(pad), 'tabel-2')).rows.slice(0, -1),
      TYPEN_JEUGDHULP.map((type) => [
        nl.typen[type],
        ...keys(type).map((key) => printed(growth.get(key), (share) => change(share, 1))),
      ]),
      pad,
    );
  }
  assert.match(page('monitor-midden-delfland.html'), /<td class="reden eerste">geheim<\/td>/);
});

test('table 3 adds up to a hundred per cent, and hides the rest of a hidden share too', () => {
  assert.deepEqual(tableIn(blockOf(page('monitor.html'), 'tabel-3')).rows, [
    ['Meer dan € 10.000', percent(0.31), percent(0.84)],
    ['€ 10.000 of minder', percent(0.69), percent(0.16)],
  ]);
  assert.deepEqual(tableIn(blockOf(page('monitor-midden-delfland.html'), 'tabel-3')).rows, [
    ['Meer dan € 10.000', '31%', 'geheim', '31%', '84%'],
    ['€ 10.000 of minder', '69%', 'geheim', '69%', '16%'],
  ]);
});

test('the overview leads to every page, with the figures of the release year', () => {
  const { rows } = tableIn(blockOf(page('index.html'), 'overzicht'));
  assert.equal(rows.length, 10);
  const value = (indicator: string, key: string) => csvValues(indicator).get(key);
  const delft = rows.find(([naam]) => naam === 'Delft');
  assert.deepEqual(delft, [
    'Delft',
    printed(value('clienten', 'GM0503/2024//'), count),
    printed(value('uitgaven', 'GM0503/2024//'), notation('nl').millions),
    printed(value('uitgaven-per-client', 'GM0503/2024//'), notation('nl').euroAmount),
    printed(value('kosten-boven-grens', 'GM0503/2024//clienten'), (share) => percent(share)),
    printed(value('aanbieders', 'GM0503/2024//'), count),
  ]);
  assert.match(page('index.html'), /<th scope="row"><a href="monitor-delft\.html">Delft<\/a>/);
});

test('the table under figure 3 prints what its CSV files hold', () => {
  const clients = csvValues('clienten');
  const costs = csvValues('uitgaven-per-client');
  const rows = tableIn(blockOf(page('monitor.html'), 'figuur-3b')).rows;
  assert.equal(rows.length, 9);
  const delft = JAREN.map((jaar) => `GM0503/${jaar}//`);
  assert.deepEqual(rows[0], [
    'Delft',
    ...delft.map((key) => printed(clients.get(key), count)),
    ...delft.map((key) => printed(costs.get(key), notation('nl').euroAmount)),
  ]);
});

test('a hidden value is nowhere in a page: not in table, drawing, sentence or attribute', () => {
  const marker = 777_777;
  const hidden = (table: SafeTable, touch: boolean) =>
    withRows(table, (row) =>
      row.gebied === 'GM0629'
        ? { ...row, waarde: touch ? null : marker, status: touch ? ['geheim'] : ['normaal'] }
        : row,
    );
  const render = (touch: boolean) =>
    renderPages({ ...source, tables: source.tables.map((table) => hidden(table, touch)) });
  const shows = (touch: boolean) =>
    render(touch).some(({ inhoud }) => /777[.,]?777|7[.,]?778|77[.,]?777[.,]?/.test(inhoud));
  assert.equal(shows(false), true, 'the marker is visible when it is not hidden');
  assert.equal(shows(true), false);
  const wassenaar = render(true).find(({ pad }) => pad === 'monitor-wassenaar.html')?.inhoud ?? '';
  assert.match(wassenaar, /<strong>geheim<\/strong>/);
  assert.ok(drawingsIn(blockOf(wassenaar, 'figuur-1')).every((drawing) => drawing.includes('geheim')));
  assert.throws(
    () =>
      renderPages({
        ...source,
        tables: source.tables.map((table) => withRows(table, (row) => ({ ...row, status: ['geheim'] }))),
      }),
    /hidden cell/,
  );
});

test('den haag stands beside all nine, the others beside the eight without a break', () => {
  const lead = (pad: string) => /<p class="lead">([^<]+)</.exec(page(pad))?.[1];
  assert.equal(
    lead('monitor-den-haag.html'),
    'De cijfers van Den Haag over 2020 tot en met 2024, naast die van H9 (alle negen gemeenten).',
  );
  assert.match(
    page('monitor-delft.html'),
    /Delft wordt vergeleken met H8 .* en niet met de regio als geheel/,
  );
  for (const naam of ['Delft', 'Rijswijk', 'Wassenaar', 'Zoetermeer']) {
    assert.match(lead(`monitor-${naam.toLowerCase()}.html`) ?? '', /naast die van H8 \(/);
  }
});

test('a break is marked where it lies, in table, drawing and text, and nowhere else', () => {
  const [delft, denHaag] = [page('monitor-delft.html'), page('monitor-den-haag.html')];
  const breaksInTable = (html: string) =>
    blockOf(html, 'tabel-1').match(/<td class="[^"]*\bbreuk\b/g)?.length;
  const rows = TYPEN_JEUGDHULP.length + 1;
  assert.equal(breaksInTable(delft), rows * 2, 'the break of 2022 in every row of both areas');
  assert.equal(breaksInTable(denHaag), rows * 2 + 5 * 2, 'and that of 2024 in four types and the total');
  const rules = (html: string) => blockOf(html, 'figuur-1').match(/stroke-dasharray="2 3"/g)?.length;
  const [panels, plots, layouts] = [2, 2, 2];
  assert.equal(rules(delft), panels * plots * layouts);
  assert.equal(rules(denHaag), 2 * panels * plots * layouts);
  const marked = [
    ...blockOf(denHaag, 'tabel-1').matchAll(/<th scope="row">([^<]*)<span class="samen">([^<]+)<sup>/g),
  ].map(([, start = '', end = '']) => start + end);
  assert.deepEqual(marked, [
    nl.typen['basis-ggz'],
    nl.typen.lvb,
    nl.typen['jeugd-en-opvoedhulp'],
    nl.typen['specialistische-ggz'],
    nl.tabel.alleTypen,
  ]);
  assert.match(
    blockOf(denHaag, 'tabel-2'),
    /Reeksbreuk per 1 januari 2024\. Sinds het Haags Toekomstperspectief/,
  );
  assert.match(blockOf(page('monitor.html'), 'tabel-1'), /Herrekend: Voorschoten/);
  assert.doesNotMatch(delft, /Let op: deze jaren/);
  assert.match(denHaag, /Let op: deze jaren zijn niet zonder meer te vergelijken/);
});

test('a sentence says which type is largest, unless a hidden number could be larger', () => {
  const largest = printed(csvValues('clienten', 'type').get('JZ24/2024/specialistische-ggz/'), count);
  const sentence = `het vaakst voorkwam, was “Specialistische ggz (zonder dyslexie)”: ${largest} jeugdigen.`;
  assert.ok(page('monitor.html').includes(sentence));
  assert.doesNotMatch(page('monitor-midden-delfland.html'), /het vaakst voorkwam/);
});

test('nothing is shown without source, unit, vintage and definition', () => {
  const blocks = (list: readonly Block[]): Block[] =>
    list.flatMap((block) => (block.kind === 'section' ? blocks(block.blocks) : [block]));
  let shown = 0;
  for (const document of monitorDocuments(source)) {
    for (const block of blocks(document.blocks)) {
      if (block.kind !== 'table' && block.kind !== 'figure') continue;
      shown += 1;
      const { unit, source: from, stamp, definitions, files } = block.provenance;
      assert.ok(unit && from && definitions.length > 0 && files.length > 0, `${document.pad}#${block.id}`);
      const expected = {
        nl: 'Release 2024-1, voorlopig, gegevens tot en met 31 maart 2025; fictieve gegevens',
        en: 'Release 2024-1, provisional, data up to 31 March 2025; fictional data',
      };
      assert.equal(stamp, expected[document.taal]);
    }
  }
  assert.equal(shown, 2 * (1 + 5 + 9 * 4));
});

test('the explanation of an indicator is taken over, and its markup cannot break out', () => {
  const [, region] = renderPages({
    ...source,
    definities: source.definities.map((blad) => ({
      ...blad,
      toelichting: {
        nl: 'Telt **elke** jeugdige.\n\n- één\n- [bron](javascript:alert(1))\n\n<script>alert(1)</script>',
        en: '',
      },
    })),
  });
  const html = region?.inhoud ?? '';
  assert.match(html, /<p>Telt <strong>elke<\/strong> jeugdige\.<\/p>\n<ul><li>één<\/li>/);
  assert.doesNotMatch(html, /<script|href="javascript/);
});

test('figures that are not made up carry no warning', () => {
  const release = { ...haaglandenRelease(), fictief: false };
  for (const { inhoud } of renderPages({ ...source, release }))
    assert.doesNotMatch(inhoud, /fictieve|fictional|class="fictief"/i);
  for (const html of pages.values()) assert.match(html, /<aside class="fictief"/);
});

test('a page is one file: no script, no other origin, ids that are unique, headings without gaps', () => {
  for (const [pad, html] of pages) {
    assert.doesNotMatch(html, /<script|<iframe|src="|url\(|@import/, pad);
    assert.doesNotMatch(html.replace(/xmlns="[^"]+"/g, ''), /https?:/, pad);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    assert.equal(new Set(ids).size, ids.length, pad);
    for (const [, target] of html.matchAll(/(?:href="#|aria-labelledby=")([^" ]+)/g)) {
      assert.ok(ids.includes(target), `${pad} has #${target}`);
    }
    const levels = [...html.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]));
    assert.equal(levels.filter((level) => level === 1).length, 1, pad);
    assert.ok(
      levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1),
      `${pad}: ${levels.join(' ')}`,
    );
  }
});

test('the same release gives the same bytes, whatever the order of its tables', () => {
  const again = renderPages({ ...source, tables: [...source.tables].reverse() });
  assert.deepEqual(new Map(again.map(({ pad, inhoud }) => [pad, inhoud])), pages);
});

test('with the published figures of 2024, figure 3 reads as the monitor does', (context) => {
  const figures = publishedFigures();
  if (!figures) return context.skip('the published figures are not on this machine');
  const [, region] = renderPages(editionSource(figures));
  const { rows } = tableIn(blockOf(region?.inhoud ?? '', 'figuur-3b'));
  const denHaag = rows.find(([naam]) => naam === 'Den Haag');
  assert.deepEqual(denHaag?.slice(6), ['9.890', '10.166', '10.754', '11.702', '20.001']);
  assert.equal(haaglanden.basisjaar, 2020);
});
