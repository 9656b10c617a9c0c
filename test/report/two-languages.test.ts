// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadChapters } from '../../src/cli/chapters.ts';
import { type Block, type DocumentPage, monitorDocuments } from '../../src/report/index.ts';
import { projectRoot } from '../project-root.ts';
import { writtenSource } from './written-release.ts';

const workspace = join(projectRoot, 'regio', 'haaglanden');
const folder = join(workspace, 'hoofdstukken');
const written = writtenSource();
const documents = monitorDocuments({
  ...written,
  indicatoren: readdirSync(join(projectRoot, 'indicatoren')),
  ...(await loadChapters(workspace)),
});

function page(pad: string): DocumentPage {
  return documents.find((document) => document.pad === pad) ?? assert.fail(`no ${pad}`);
}

function blocksOf(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => (block.kind === 'section' ? [block, ...blocksOf(block.blocks)] : [block]));
}

/** Headings, passages and remarks in their order; of an alternative its figures in any order, because words stand differently in each language. */
function outline(name: string): string[] {
  const markdown = readFileSync(join(folder, name), 'utf8');
  const marks = markdown.match(/\[\[|\|\||\]\]|^(?:#+|>|-|\*\*)|\{\{.*?\}\}/gm) ?? [];
  const parts: string[][] = [[]];
  for (const mark of marks) {
    const place = mark.startsWith('{{ tabel') || mark.startsWith('{{ figuur') || !mark.startsWith('{{');
    const asked = mark.replace(/\s*titel="[^"]*"/, '');
    if (place) parts.push([asked], []);
    else parts.at(-1)?.push(asked);
  }
  return parts.map((part) => part.sort().join(' ')).filter((part) => part !== '');
}

test('every chapter and the appendix stand in both languages and ask for the same figures in the same places', () => {
  const names = readdirSync(folder);
  const dutch = names.filter((name) => !name.endsWith('.en.md') && name !== 'brief.md');
  assert.deepEqual(
    names.filter((name) => name.endsWith('.en.md')),
    dutch.map((name) => name.replace('.md', '.en.md')),
  );
  assert.equal(dutch.length, 10);
  for (const name of dutch) assert.deepEqual(outline(name.replace('.md', '.en.md')), outline(name), name);
});

test('the two editions have the same sections, tables and figures, with captions of their own', () => {
  const shape = (pad: string) =>
    blocksOf(page(pad).blocks).map((block) =>
      block.kind === 'table' || block.kind === 'figure'
        ? `${block.kind} ${/\d+/.exec(block.number)}`
        : block.kind,
    );
  for (const name of ['monitor', 'monitor-delft', 'monitor-den-haag', 'hoofdstuk-2', 'hoofdstuk-9'])
    assert.deepEqual(shape(`${name}.en.html`), shape(`${name}.html`), name);
  const captions = (pad: string) =>
    blocksOf(page(pad).blocks).flatMap((block) =>
      block.kind === 'table' || block.kind === 'figure' ? [block.title] : [],
    );
  const both = captions('monitor.en.html').filter((title) => captions('monitor.html').includes(title));
  assert.deepEqual(both, []);
});

test('the English edition names areas in English and holds no Dutch sentence', () => {
  const [lead] = blocksOf(page('monitor-delft.en.html').blocks).flatMap((block) =>
    block.kind === 'section' && block.lead ? [block.lead.join('')] : [],
  );
  assert.equal(
    lead,
    'This appendix sets Delft beside H8 (the region without Den Haag). The number of a group was counted on its own and is not a sum of gemeenten (municipalities).',
  );
  const english = documents.filter(({ pad }) => pad.endsWith('.en.html'));
  const prose = english.flatMap(({ blocks }) =>
    blocksOf(blocks).flatMap((block) =>
      block.kind === 'paragraph' || block.kind === 'remark'
        ? [block.children.map((child) => (typeof child === 'string' ? child : '')).join('')]
        : [],
    ),
  );
  assert.ok(prose.length > 100);
  assert.deepEqual(
    prose.filter((text) => /\b(?:het|een|niet|wordt|jeugdigen|jeugdhulp)\b/.test(text)),
    [],
  );
});

test('a page leads to itself in the other language, a letter that is only Dutch to nothing', () => {
  assert.equal(page('hoofdstuk-3.html').otherLanguage?.href, 'hoofdstuk-3.en.html');
  assert.equal(page('hoofdstuk-3.en.html').otherLanguage?.href, 'hoofdstuk-3.html');
  assert.equal(page('brief-delft.html').otherLanguage, undefined);
  const onlyDutch = monitorDocuments(written).find(({ pad }) => pad === 'hoofdstuk-2.html');
  assert.equal(onlyDutch?.otherLanguage?.href, 'monitor.en.html');
  const paths = documents.map(({ pad }) => pad);
  assert.deepEqual(
    documents
      .flatMap(({ otherLanguage }) => (otherLanguage ? [otherLanguage.href] : []))
      .filter((href) => !paths.includes(href)),
    [],
  );
});
