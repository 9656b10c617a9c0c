// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { type Block, monitorDocuments, renderPapers } from '../../src/report/index.ts';
import { editionSource } from './haaglanden-release.ts';

const source = editionSource();
const papers = new Map(
  (await renderPapers(monitorDocuments(source))).map(({ pad, inhoud }) => [pad, Buffer.from(inhoud)]),
);

/** The PDF with every compressed stream of objects opened. */
function opened(pad: string): string {
  const bytes = papers.get(pad) ?? assert.fail(`no paper ${pad}`);
  const parts = [bytes.toString('latin1')];
  let at = 0;
  for (;;) {
    const start = bytes.indexOf('stream\n', at);
    const from = start + 'stream\n'.length;
    const end = bytes.indexOf('endstream', from);
    if (start < 0 || end < 0) return parts.join('\n');
    try {
      parts.push(inflateSync(bytes.subarray(from, end)).toString('latin1'));
    } catch {}
    at = end + 'endstream'.length;
  }
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function blocksOf(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => (block.kind === 'section' ? blocksOf(block.blocks) : [block]));
}

test('the region and every gemeente have a paper in both languages, and every page links to its own', () => {
  const pages = monitorDocuments(source).filter(({ pad, home }) => pad !== home);
  assert.equal(papers.size, pages.length);
  assert.equal(papers.size, 20);
  for (const page of pages) assert.ok(papers.has(page.paper?.href ?? ''), page.pad);
});

test('a paper says that it is PDF/UA-1, in which language it is, and what it is called', () => {
  for (const [pad, language] of [
    ['monitor.pdf', 'nl'],
    ['monitor-delft.en.pdf', 'en'],
  ] as const) {
    const pdf = opened(pad);
    assert.match(pdf, /<pdfuaid:part>1<\/pdfuaid:part>/);
    assert.match(pdf, new RegExp(`/Lang ?\\(${language}`));
    assert.match(pdf, /\/DisplayDocTitle true/);
    assert.match(pdf, /\/MarkInfo ?<<[^>]*\/Marked true/);
    assert.match(pdf, /\/Type ?\/Outlines/);
    assert.match(pdf, /\/Tabs ?\/S/);
  }
});

test('every table of the document is a table with column headers, and every drawing has its alternative', () => {
  const page = monitorDocuments(source).find(({ pad }) => pad === 'monitor.html') ?? assert.fail();
  const blocks = blocksOf(page.blocks);
  const figures = blocks.filter(({ kind }) => kind === 'figure').length;
  const tables = blocks.filter(({ kind }) => kind === 'table').length + figures;
  const pdf = opened('monitor.pdf');
  assert.equal(count(pdf, /\/S ?\/Table\b/g), tables);
  assert.equal(count(pdf, /\/S ?\/THead\b/g), tables);
  assert.ok(count(pdf, /\/Scope ?\/Column\b/g) >= tables * 3);
  assert.equal(count(pdf, /\/S ?\/Figure\b/g), figures);
  assert.ok(count(pdf, /\/Alt ?(\(|<FEFF)/gi) >= figures);
});

test('only our own fonts are used, all of them embedded', () => {
  const pdf = opened('monitor.pdf');
  const fonts = [...pdf.matchAll(/\/BaseFont ?\/([A-Za-z0-9+-]+)/g)].map(([, name = '']) => name);
  assert.ok(fonts.length > 0);
  for (const name of fonts) assert.match(name, /^[A-Z]{6}\+SourceSans3-/);
  assert.equal(count(pdf, /\/Type ?\/FontDescriptor/g), count(pdf, /\/FontFile[23]/g));
});

test('the same source gives the same bytes', async () => {
  for (const { pad, inhoud } of await renderPapers(
    monitorDocuments({ ...source, tables: [...source.tables].reverse() }),
  )) {
    assert.ok(papers.get(pad)?.equals(new Uint8Array(inhoud)), pad);
  }
});

test('what a document says is never read as Typst', async () => {
  const nasty = 'a "quote" \\ #panic("x") $ * _ ` <label> @ref // ] } €';
  const lead = await renderPapers(
    monitorDocuments({
      ...source,
      release: { ...source.release, regio: { ...source.release.regio, naam: nasty } },
    }),
  );
  assert.equal(lead.length, papers.size);
});
