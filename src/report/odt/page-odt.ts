// SPDX-License-Identifier: EUPL-1.2
import type { DataTable } from '../../charts/index.ts';
import { type TextBlock, type TextRun, type TextTable, textDocument } from '../../opendocument/index.ts';
import { texts } from '../../text/index.ts';
import type { Block, DocumentPage, FigureBlock, Inline, TableBlock } from '../document.ts';

/** The page as a text document that a secretary can go on writing in. A figure becomes its table: a drawing cannot be edited. */
export function pageOdt(page: DocumentPage): Uint8Array {
  const bron = texts(page.taal).monitor.bron;
  const paragraph = (text: string, style: 'lead' | 'note' | 'notice'): TextBlock => ({
    kind: 'paragraph',
    runs: [{ text }],
    style,
  });
  return textDocument({
    title: page.title,
    language: page.taal,
    blocks: [
      ...(page.banner ? [paragraph(`${page.banner.title}. ${page.banner.text}`, 'notice')] : []),
      paragraph(page.lead, 'lead'),
      ...page.blocks.flatMap((block) => blockOdt(block, 1, bron)),
      ...page.stamp.map(({ term, text }) => paragraph(`${term}: ${text}`, 'note')),
      ...page.colophon.map((sentence) => paragraph(sentence, 'note')),
    ],
  });
}

function blockOdt(block: Block, level: number, bron: string): TextBlock[] {
  switch (block.kind) {
    case 'section':
      return [
        {
          kind: 'heading',
          level: Math.min(level, 2),
          text: block.number === undefined ? block.title : `${block.number} ${block.title}`,
        },
        ...(block.lead
          ? [{ kind: 'paragraph' as const, runs: runs(block.lead), style: 'lead' as const }]
          : []),
        ...block.blocks.flatMap((inner) => blockOdt(inner, level + 1, bron)),
      ];
    case 'subheading':
      return [{ kind: 'heading', level: Math.min(level, 2), text: block.text }];
    case 'paragraph':
      return [{ kind: 'paragraph', runs: runs(block.children) }];
    case 'remark':
      return [{ kind: 'paragraph', runs: runs(block.children), style: 'notice' }];
    case 'list':
      return [{ kind: 'list', items: block.items.map((item) => runs(item)) }];
    case 'terms':
      return block.items.map(({ term, text }) => ({
        kind: 'paragraph',
        runs: [{ text: `${term}: `, strong: true }, { text }],
      }));
    case 'keyFigures':
      return [
        { kind: 'heading', level: Math.min(level, 2), text: block.title },
        {
          kind: 'list',
          items: block.items.map(({ label, value, earlier, warning }) => [
            { text: value, strong: true },
            { text: ` ${[label, earlier, warning].filter((part) => part !== undefined).join('; ')}` },
          ]),
        },
      ];
    case 'table':
      return numbered(block, block.table, bron);
    case 'figure':
      return numbered(block, block.chart.table, bron);
  }
}

function numbered(
  { number, title, provenance }: TableBlock | FigureBlock,
  table: DataTable,
  bron: string,
): TextBlock[] {
  const notes = provenance.notes.map(({ mark, text }) => (mark === undefined ? text : `${mark}. ${text}`));
  return [
    { kind: 'table', table: textTable(`${number} ${title} (${provenance.unit})`, table) },
    ...[...notes, `${bron}: ${provenance.source}. ${provenance.stamp}.`].map(
      (text): TextBlock => ({ kind: 'paragraph', runs: [{ text }], style: 'note' }),
    ),
  ];
}

function textTable(caption: string, { rowHeader, groups, rows }: DataTable): TextTable {
  const heads = groups.flatMap(({ label, columns }) =>
    columns.map((column) => (label === undefined ? column : `${label} ${column}`)),
  );
  return {
    caption,
    head: [rowHeader, ...heads],
    rows: rows.map(({ label, marks, cells, nadruk }) => ({
      cells: [
        marks.length === 0 ? label : `${label} (${marks.join(', ')})`,
        ...cells.map(({ text }) => text),
      ],
      ...(nadruk ? { strong: true } : {}),
    })),
  };
}

function runs(children: readonly Inline[], weight: Pick<TextRun, 'strong' | 'em'> = {}): TextRun[] {
  return children.flatMap((child) => runsOf(child, weight));
}

function runsOf(child: Inline, weight: Pick<TextRun, 'strong' | 'em'>): TextRun[] {
  if (typeof child === 'string') return [{ text: child, ...weight }];
  switch (child.kind) {
    case 'strong':
      return runs(child.children, { ...weight, strong: true });
    case 'em':
      return runs(child.children, { ...weight, em: true });
    case 'code':
      return [{ text: child.text, ...weight }];
    case 'link': {
      const inner = runs(child.children, weight);
      return /^https?:/.test(child.href) ? inner.map((run) => ({ ...run, href: child.href })) : inner;
    }
  }
}
