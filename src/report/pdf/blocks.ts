// SPDX-License-Identifier: EUPL-1.2
import type { DataTable } from '../../charts/index.ts';
import type { Texts } from '../../text/index.ts';
import type { Block, FigureBlock, Inline, TableBlock } from '../document.ts';
import type { DefinitionIndex } from './definitions.ts';
import { tableTypst } from './table.ts';
import { type Code, call, code, joined, literal, type Value } from './typst.ts';

export interface PaperContext {
  readonly text: Texts;
  readonly definitions: DefinitionIndex;
}

/** Blocks under a heading of `level`; sections inside get the next one, so that no level is skipped. */
export function blocksTypst(blocks: readonly Block[], level: number, context: PaperContext): Code {
  return joined(blocks.map((block) => blockTypst(block, level, context)));
}

export function inlineTypst(children: readonly Inline[]): Code {
  return joined(children.map(oneInline));
}

function oneInline(inline: Inline): Value {
  if (typeof inline === 'string') return inline;
  switch (inline.kind) {
    case 'strong':
      return call('strong', {}, inlineTypst(inline.children));
    case 'em':
      return call('emph', {}, inlineTypst(inline.children));
    case 'code':
      return inline.text;
    case 'link':
      return /^https?:/.test(inline.href)
        ? call('link', {}, inline.href, inlineTypst(inline.children))
        : inlineTypst(inline.children);
  }
}

function blockTypst(block: Block, level: number, context: PaperContext): Code {
  switch (block.kind) {
    case 'section':
      return joined([
        block.number === undefined
          ? call(
              'heading',
              { level, ...(block.minor ? { outlined: false, bookmarked: true } : {}) },
              block.title,
            )
          : call('chapter-heading', {}, level, block.number, block.title),
        ...(block.lead ? [call('chapter-lead', {}, inlineTypst(block.lead))] : []),
        blocksTypst(block.blocks, level + 1, context),
      ]);
    case 'remark':
      return call('remark', {}, inlineTypst(block.children));
    case 'subheading':
      return call('heading', { level, outlined: false }, block.text);
    case 'paragraph':
      return call('par', {}, inlineTypst(block.children));
    case 'list':
      return call('list', {}, ...block.items.map(inlineTypst));
    case 'terms':
      return call(
        'term-list',
        {},
        block.items.map(({ term, text }): Value => [term, text]),
      );
    case 'keyFigures':
      return call(
        'key-figures',
        {},
        block.title,
        block.items.map(({ label, value, earlier, warning }): Value => [label, value, earlier, warning]),
      );
    case 'table':
      return tableWithSource(
        block,
        block.id,
        call('numbered', {}, block.number, block.title, block.provenance.unit),
        block.table,
        context,
      );
    case 'figure':
      return figureTypst(block, context);
  }
}

function figureTypst(block: FigureBlock, context: PaperContext): Code {
  const { chart, id, number, title, provenance } = block;
  const { unit } = provenance;
  const ownTable = context.text.tabel.bij(number);
  return joined([
    call('chart-block', {}, id, call('numbered', {}, number, title, unit), chart.svg, chart.description),
    tableWithSource(
      block,
      `${id}-tabel`,
      call('numbered', {}, ownTable, '', code('none')),
      chart.table,
      context,
    ),
  ]);
}

/** Most rows of a table that stands on one page with what is said under it; a longer one runs on, and repeats its header. */
const ROWS_TOGETHER = 20;

function tableWithSource(
  block: TableBlock | FigureBlock,
  id: string,
  caption: Code,
  table: DataTable,
  context: PaperContext,
): Code {
  const parts = joined([
    call('table-block', {}, id, caption, tableTypst(table)),
    provenanceTypst(block, context),
  ]);
  return table.rows.length > ROWS_TOGETHER ? parts : call('together', {}, parts);
}

function provenanceTypst(
  { provenance }: TableBlock | FigureBlock,
  { text, definitions }: PaperContext,
): Code {
  const { notes, source, stamp } = provenance;
  return call(
    'provenance',
    {},
    notes.map(({ mark, text: note }) =>
      mark === undefined ? literal(note) : joined([call('mark', {}, mark), ' ', note]),
    ),
    `${text.monitor.bron}: ${source}. ${stamp}.`,
    provenance.definitions.map((panel) =>
      call('link', {}, code(`label(${literal(definitions.anchorOf(panel)).code})`), panel.title),
    ),
  );
}
