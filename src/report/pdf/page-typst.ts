// SPDX-License-Identifier: EUPL-1.2
import { texts } from '../../text/index.ts';
import type { Block, DocumentPage } from '../document.ts';
import { blocksTypst, type PaperContext } from './blocks.ts';
import { definitionIndex } from './definitions.ts';
import { template } from './template.ts';
import { call, code, joined, type Value } from './typst.ts';

/** The page as Typst source: title page, contents, chapters, definitions, colophon. Needs no file but itself. */
export function pageTypst(page: DocumentPage): string {
  const text = texts(page.taal);
  const context: PaperContext = { text, definitions: definitionIndex(page.blocks) };
  const body = joined([blocksTypst(page.blocks, 1, context), definitionsTypst(context)]);
  const document = call(
    'monitor',
    {
      title: page.title,
      subject: page.lead,
      site: page.siteName,
      language: page.taal,
      lead: page.lead,
      banner: page.banner && [page.banner.title, page.banner.text],
      'stamp-title': page.stampTitle,
      stamp: page.stamp.map(({ term, text: value }): Value => [term, value]),
      contents: text.papier.inhoud,
      'page-word': text.papier.pagina,
      footer: [page.title, ...(page.banner ? [page.banner.title] : [])].join(' · '),
      colophon: page.colophon,
      letter: page.letter === true,
      chapters: page.blocks.filter(({ kind }) => kind === 'section').length,
    },
    body,
  );
  return `${template}\n#${document.code}\n`;
}

function definitionsTypst({ text, definitions }: PaperContext): Value {
  if (definitions.panels.length === 0) return code('[]');
  return joined([
    call('heading', { level: 1 }, text.papier.definities),
    ...definitions.panels.flatMap((panel): Value[] => [
      call('anchored-heading', {}, definitions.anchorOf(panel), panel.title),
      blocksTypst(panel.blocks.map(boldHeading), 3, { text, definitions }),
      call('par', {}, call('reason', {}, panel.version)),
    ]),
  ]);
}

function boldHeading(block: Block): Block {
  return block.kind === 'subheading'
    ? { kind: 'paragraph', children: [{ kind: 'strong', children: [block.text] }] }
    : block;
}
