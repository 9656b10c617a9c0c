// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OperatorError, sealSafeTable, TYPEN_JEUGDHULP } from '../../src/contract/index.ts';
import {
  type Block,
  type DocumentPage,
  type EditionSource,
  monitorDocuments,
} from '../../src/report/index.ts';
import { editionSource, withRows } from './haaglanden-release.ts';

const source = editionSource();

function written(markdown: string, from: EditionSource = source): DocumentPage {
  const hoofdstukken = { nl: [{ pad: 'hoofdstukken/01-proef.md', markdown }] };
  const page = monitorDocuments({ ...from, hoofdstukken }).find(({ pad }) => pad === 'monitor.html');
  return page ?? assert.fail('no monitor');
}

function chapterOf(page: DocumentPage): Extract<Block, { kind: 'section' }> {
  const chapter = page.blocks.find((block) => block.kind === 'section' && block.id === 'proef');
  return chapter?.kind === 'section' ? chapter : assert.fail('no chapter');
}

function text(markdown: string, from?: EditionSource): string {
  const [block] = chapterOf(written(`# Proef\n\nWaar het over gaat.\n\n${markdown}\n`, from)).blocks;
  assert.equal(block?.kind, 'paragraph');
  return block?.kind === 'paragraph' ? block.children.map(String).join('') : '';
}

function problems(markdown: string): string[] {
  try {
    written(markdown);
  } catch (error) {
    assert.ok(error instanceof OperatorError);
    return error.problems.map(({ code, place }) => `${code} ${place}`);
  }
  return [];
}

test('a live figure is the safe figure, written in Dutch', () => {
  const row = source.tables
    .find((table) => table.indicator === 'clienten' && table.dimensies.length === 0)
    ?.rows.find(({ gebied, periode }) => gebied === 'GM0503' && periode === '2024');
  const expected = String(row?.waarde).replace(/(\d)(?=(\d{3})$)/, '$1.');
  assert.equal(text('Delft: {{ clienten gebied=GM0503 jaar=2024 }}.'), `Delft: ${expected}.`);
  assert.equal(text('{{ clienten gebied=Delft }}'), expected);
  assert.match(text('{{ uitgaven gebied=regio vorm=miljoen }}'), /^€\u00a0\d+,\d\u00a0miljoen$/);
  assert.equal(text('{{ kosten-boven-grens variant=clienten }}'), '31%');
});

test('a change is a direction and a size, and a break between the years is said', () => {
  const changed = (before: number, now: number): EditionSource => ({
    ...source,
    tables: source.tables.map((table) =>
      table.indicator === 'clienten' && table.dimensies.length === 0
        ? withRows(table, (row) =>
            row.gebied === 'GM0503' && ['2023', '2024'].includes(row.periode)
              ? { ...row, waarde: row.periode === '2023' ? before : now, status: ['normaal'] }
              : row,
          )
        : table,
    ),
  });
  const sentence = 'Het aantal {{ verschil clienten gebied=GM0503 jaar=2024 tegen=2023 }}.';
  assert.equal(text(sentence, changed(2000, 2100)), 'Het aantal steeg met 5,0%.');
  assert.equal(text(sentence, changed(2000, 1500)), 'Het aantal daalde met 25,0%.');
  assert.equal(text(sentence, changed(2000, 2000)), 'Het aantal bleef gelijk.');
  assert.equal(text(sentence, changed(20_000, 20_005)), 'Het aantal bleef nagenoeg gelijk.');
  assert.equal(text(sentence, changed(20, 30)), 'Het aantal steeg van 20 naar 30.');
  assert.match(text('{{ verschil clienten gebied=regio jaar=2024 tegen=2023 }}'), /reeksbreuk ertussen/);
  assert.match(
    text('{{ verschil clienten gebied=GM0503 jaar=2022 tegen=2021 vorm=getal }}'),
    /^[+−]?\d+,\d% \(met een reeksbreuk/,
  );
});

test('a number that somebody typed is a finding at its place; years, groups and quoted figures are not', () => {
  assert.deepEqual(problems('# Proef\n\nIn 2024 kregen 1.234 jeugdigen hulp,\nofwel 12% van H8.\n'), [
    'report.typed-number hoofdstukken/01-proef.md:3:16',
    'report.typed-number hoofdstukken/01-proef.md:4:7',
  ]);
  assert.deepEqual(
    problems(
      '# Proef\n\nOp 1 januari 2024, in hoofdstuk 3 en artikel 8f; H9. On 1 January 2024, in chapter 3.\n\n1. eerst\n2. dan\n',
    ),
    [],
  );
  assert.equal(
    text('Landelijk {{ citaat "8,3%" bron="CBS, 85098NED, 2023" }}.'),
    'Landelijk 8,3% (bron: CBS, 85098NED, 2023).',
  );
  assert.deepEqual(problems('# Proef\n\n{{ citaat "8" }}\n'), [
    'report.quotation-without-source hoofdstukken/01-proef.md:3:1',
  ]);
});

test('a figure that may not be shown, or that the release does not hold, stops the report with its place', () => {
  const hidden = source.tables
    .find((table) => table.indicator === 'clienten' && table.dimensies[0] === 'type')
    ?.rows.find(({ status }) => status.includes('geheim'));
  assert.ok(hidden);
  const { gebied, periode, dimensies } = hidden;
  const asked = `{{ clienten gebied=${gebied} jaar=${periode} type=${dimensies[0]} }}`;
  assert.deepEqual(problems(`# Proef\n\nTekst ${asked}.\n`), [
    'report.figure-not-shown hoofdstukken/01-proef.md:3:7',
  ]);
  assert.deepEqual(
    problems(
      '# P\n\n{{ geluk }} {{ clienten gebied=Parijs }} {{ clienten kleur=rood }}\n\n{{ tabel geluk }}\n\n{{ open\n',
    ).map((each) => each.split(' ')[0]),
    [
      'report.open-directive',
      'report.unknown-figure',
      'report.unknown-area',
      'report.unknown-option',
      'report.unknown-figure',
    ],
  );
  assert.deepEqual(problems('Zonder titel\n'), ['report.no-title hoofdstukken/01-proef.md:1:1']);
});

test('tables and figures are numbered in the order in which they stand, headings become sections', () => {
  const chapter = chapterOf(
    written(
      '# Proef\n\nVooraf.\n\n{{ tabel clienten by=type }}\n\n## Onderdeel\n\n{{ figuur clienten uitgaven-per-client }}\n\n{{ tabel clienten uitgaven by=gebied gebieden=regio,gemeenten jaren=2023-2024 }}\n',
    ),
  );
  const [first, section] = chapter.blocks;
  assert.deepEqual(chapter.lead, ['Vooraf.']);
  assert.equal(chapter.number, '1');
  assert.equal(first?.kind === 'table' && first.number, 'Tabel 1');
  assert.ok(section?.kind === 'section');
  assert.equal(section.id, 'proef-onderdeel');
  assert.deepEqual(
    section.blocks.map((block) =>
      block.kind === 'table' || block.kind === 'figure' ? block.number : block.kind,
    ),
    ['Figuur 1', 'Tabel 2'],
  );
  const table = section.blocks[1];
  assert.ok(table?.kind === 'table');
  assert.equal(table.table.rows.length, 10);
  assert.deepEqual(
    table.table.groups.map(({ columns }) => columns),
    [
      ['2023', '2024'],
      ['2023', '2024'],
    ],
  );
});

test('any table of the release can be drawn, and the drawing holds the numbers of its table', () => {
  const chapter = chapterOf(
    written(
      [
        '# Proef',
        '{{ figuur lijnen uitgaven-per-client gebieden=regio,H8,Delft titel="Uitgaven per cliënt" }}',
        '{{ figuur staven clienten by=type jaren=2023-2024 }}',
        '{{ figuur stippen kosten-boven-grens variant=clienten by=gebied gebieden=gemeenten jaar=2024 }}',
      ].join('\n\n'),
    ),
  );
  assert.deepEqual(
    chapter.blocks.map((block) => (block.kind === 'figure' ? block.number : block.kind)),
    ['Figuur 1', 'Figuur 2', 'Figuur 3'],
  );
  for (const block of chapter.blocks) {
    assert.ok(block.kind === 'figure');
    const printed = new Set(
      block.chart.table.rows.flatMap(({ cells }) => cells.map(({ text: cell }) => cell)),
    );
    const drawn = [...block.chart.svg.matchAll(/<text[^>]*>([^<]*\d[^<]*)</g)].map((match) => match[1] ?? '');
    const names = new Set(['2020', '2021', '2022', '2023', '2024', 'H8']);
    for (const label of drawn) assert.ok(printed.has(label) || names.has(label), `${block.title}: ${label}`);
    assert.ok(drawn.length > 3);
    assert.match(block.chart.description, /Alle getallen staan in de tabel eronder/);
  }
  assert.deepEqual(
    problems(
      '# P\n\n{{ figuur taart clienten }}\n\n{{ figuur staven clienten by=type jaren=2020-2024 }}\n',
    ).map((each) => each.split(' ')[0]),
    ['report.unknown-figure', 'report.too-many-series'],
  );
});

test('a passage between brackets is left out when a figure in it may not be shown, and kept otherwise', () => {
  const hidden = source.tables
    .find((table) => table.indicator === 'clienten' && table.dimensies[0] === 'type')
    ?.rows.find(({ status }) => status.includes('geheim'));
  assert.ok(hidden);
  const asked = `{{ clienten gebied=${hidden.gebied} jaar=${hidden.periode} type=${hidden.dimensies[0]} }}`;
  assert.equal(text(`Vooraf. [[ Het waren er ${asked}. ]]Daarna.`), 'Vooraf. Daarna.');
  assert.match(
    text('Vooraf. [[ Het waren er {{ clienten }}. ]]Daarna.'),
    /^Vooraf\. Het waren er [\d.]+\.Daarna\.$/,
  );
  assert.deepEqual(problems('# P\n\n[[ een [[ twee\n'), [
    'report.open-passage hoofdstukken/01-proef.md:3:1',
    'report.open-passage hoofdstukken/01-proef.md:3:8',
  ]);
  assert.deepEqual(
    problems('# P\n\n[[ {{ geluk }} ]]\n').map((each) => each.split(' ')[0]),
    ['report.unknown-figure'],
  );
});

test('of a passage the first alternative is taken whose figures the release holds and shows', () => {
  const missing = '{{ terugkeer variant=R3 }}';
  assert.equal(text(`[[ Het was ${missing}. || Het was {{ naam }}. || Niets. ]]`), 'Het was Haaglanden.');
  assert.equal(text(`[[ Het was ${missing}. || Dit cijfer is er niet. ]]`), 'Dit cijfer is er niet.');
  assert.equal(text(`Vooraf. [[ Het was ${missing}. ]]`), 'Vooraf.');
  assert.deepEqual(
    problems(`# P\n\nZonder haken ${missing}.\n`).map((each) => each.split(' ')[0]),
    ['report.not-in-release'],
  );
  assert.deepEqual(
    problems('# P\n\neen || twee\n').map((each) => each.split(' ')[0]),
    ['report.open-passage'],
  );
});

test('what only holds for a demonstration is left out of a release about real people', () => {
  const markdown = 'Vooraf, {{ status }}. [[ {{ fictief }}Alles is verzonnen. ]]';
  assert.equal(text(markdown), 'Vooraf, voorlopig. Alles is verzonnen.');
  const real = { ...source, release: { ...source.release, fictief: false } };
  assert.equal(text(markdown, real), 'Vooraf, voorlopig.');
});

test('a table that is not there takes no number, and a remark stands in its place', () => {
  const chapter = chapterOf(
    written(
      '# Proef\n\nVooraf.\n\n[[ {{ tabel terugkeer by=gebied }} ||\n\n> Over terugkeer zijn geen cijfers. ]]\n\n{{ tabel clienten by=type }}\n',
    ),
  );
  const [remark, table] = chapter.blocks;
  assert.deepEqual(remark, { kind: 'remark', children: ['Over terugkeer zijn geen cijfers.'] });
  assert.equal(table?.kind === 'table' && table.number, 'Tabel 1');
});

test('rows can be variants, columns can be areas, and every cell says which figure it is', () => {
  const chapter = chapterOf(
    written(
      '# Proef\n\nVooraf.\n\n{{ tabel kosten-boven-grens by=variant varianten=uitgaven,clienten gebied=H8 jaren=2023-2024 }}\n\n{{ tabel clienten by=type per=gebied gebieden=H3,H5 }}\n',
    ),
  );
  const [variants, areas] = chapter.blocks.map((block) =>
    block.kind === 'table' ? block.table : assert.fail('no table'),
  );
  assert.deepEqual(
    variants?.rows.map(({ label, cells }) => [label, ...cells.map((cell) => cell.text)]),
    [
      ['uitgaven', '84,0%', '84,0%'],
      ['clienten', '31,0%', '31,0%'],
    ],
  );
  assert.deepEqual(variants?.figures, {
    whole: { indicator: 'kosten-boven-grens', gebied: 'H8' },
    rows: [{ variant: 'uitgaven' }, { variant: 'clienten' }],
    columns: [{ jaar: '2023' }, { jaar: '2024' }],
  });
  assert.equal(areas?.rows.length, TYPEN_JEUGDHULP.length + 1);
  assert.deepEqual(areas?.figures?.columns, [{ gebied: 'H3' }, { gebied: 'H5' }]);
  const value = source.tables
    .find((table) => table.indicator === 'clienten' && table.dimensies[0] === 'type')
    ?.rows.find(
      (row) => row.gebied === 'H5' && row.periode === '2024' && row.dimensies[0] === TYPEN_JEUGDHULP[0],
    )?.waarde;
  assert.equal(areas?.rows[0]?.cells[1]?.waarde, value);
});

test('a chapter is also a page of its own, between the one before and the one after', () => {
  const hoofdstukken = {
    nl: ['01-een', '02-twee', '03-drie'].map((name) => ({
      pad: `hoofdstukken/${name}.md`,
      markdown: `# ${name.slice(3)}\n\nWaarover **dit** gaat.\n\nTekst.\n`,
    })),
  };
  const begrippen = [1, 2].map((nummer) => ({
    id: `woord-${nummer}`,
    term: { nl: `Woord ${nummer}`, en: `Word ${nummer}` },
    uitleg: { nl: 'Wat het betekent.', en: 'What it means.' },
    ook: [],
    hoofdstukken: [nummer],
    zie: [],
  }));
  const documents = monitorDocuments({ ...source, hoofdstukken, begrippen });
  const page = documents.find(({ pad }) => pad === 'hoofdstuk-2.html') ?? assert.fail('no page');
  assert.deepEqual([page.number, page.title, page.lead], ['2', 'twee', 'Waarover dit gaat.']);
  assert.deepEqual([page.previous?.href, page.next?.href], ['hoofdstuk-1.html', 'hoofdstuk-3.html']);
  assert.equal(page.paper?.href, 'monitor.pdf');
  const glossary = page.blocks.at(-1);
  assert.ok(glossary?.kind === 'section' && glossary.title === 'Begrippen');
  assert.deepEqual(glossary.blocks, [
    { kind: 'terms', items: [{ term: 'Woord 2', text: 'Wat het betekent.' }] },
  ]);
  const last = documents.find(({ pad }) => pad === 'hoofdstuk-3.html');
  assert.equal(last?.next, undefined);
  const whole = documents.find(({ pad }) => pad === 'monitor.html');
  assert.deepEqual(
    whole?.chapters?.map(({ href, label }) => [href, label]),
    [
      ['hoofdstuk-1.html', '1 een'],
      ['hoofdstuk-2.html', '2 twee'],
      ['hoofdstuk-3.html', '3 drie'],
    ],
  );
});

test('a table that is not for everyone never gets into the monitor', () => {
  const [first, ...others] = source.tables;
  assert.ok(first);
  const intern = sealSafeTable({ ...first, zone: 'intern' });
  assert.throws(() => text('Niets.', { ...source, tables: [intern, ...others] }), /zone intern/);
});
