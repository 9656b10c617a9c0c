// SPDX-License-Identifier: EUPL-1.2
import { escaped, odfPackage } from './odf.ts';

/** A run of text with its weight. */
export interface TextRun {
  readonly text: string;
  readonly strong?: boolean;
  readonly em?: boolean;
  readonly href?: string;
}

export interface TextTable {
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly { readonly cells: readonly string[]; readonly strong?: boolean }[];
}

export type TextBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | {
      readonly kind: 'paragraph';
      readonly runs: readonly TextRun[];
      readonly style?: 'lead' | 'note' | 'notice';
    }
  | { readonly kind: 'list'; readonly items: readonly (readonly TextRun[])[] }
  | { readonly kind: 'table'; readonly table: TextTable };

/** A letter or report that people go on writing in. */
export interface TextDocument {
  readonly title: string;
  /** `nl`. */
  readonly language: string;
  readonly blocks: readonly TextBlock[];
}

const MIME = 'application/vnd.oasis.opendocument.text';
const FONT = 'fo:font-family="\'Liberation Sans\', Arial, sans-serif"';

/** An OpenDocument text (ODF 1.3) with named styles, so that a house style is one template away. Byte-stable. */
export function textDocument({ title, language, blocks }: TextDocument): Uint8Array {
  const body = [`<text:p text:style-name="Title">${escaped(title)}</text:p>`, ...blocks.map(blockXml)].join(
    '\n',
  );
  return odfPackage({
    mime: MIME,
    title,
    language,
    styles: styles(language),
    content: `<office:automatic-styles>${AUTOMATIC}</office:automatic-styles><office:body><office:text>\n${body}\n</office:text></office:body>`,
  });
}

function blockXml(block: TextBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<text:h text:style-name="Heading_20_${block.level}" text:outline-level="${block.level}">${escaped(block.text)}</text:h>`;
    case 'paragraph':
      return `<text:p text:style-name="${PARAGRAPHS[block.style ?? 'body']}">${runsXml(block.runs)}</text:p>`;
    case 'list':
      return `<text:list text:style-name="opsomming">${block.items.map((item) => `<text:list-item><text:p text:style-name="Text_20_body">${runsXml(item)}</text:p></text:list-item>`).join('')}</text:list>`;
    case 'table':
      return tableXml(block.table);
  }
}

const PARAGRAPHS = { body: 'Text_20_body', lead: 'Lead', note: 'Noot', notice: 'Kennisgeving' };

function runsXml(runs: readonly TextRun[]): string {
  return runs
    .map(({ text, strong, em, href }) => {
      const inner = spaced(text);
      const styled =
        strong || em
          ? `<text:span text:style-name="${strong ? 'vet' : 'schuin'}">${inner}</text:span>`
          : inner;
      return href === undefined
        ? styled
        : `<text:a xlink:type="simple" xlink:href="${escaped(href)}">${styled}</text:a>`;
    })
    .join('');
}

/** White space at the border of an element is dropped by readers unless it is written as an element. */
function spaced(text: string): string {
  return escaped(text).replace(/^ | $/g, '<text:s/>');
}

function tableXml({ caption, head, rows }: TextTable): string {
  const cell = (text: string, style: string, at: number) =>
    `<table:table-cell table:style-name="cel" office:value-type="string"><text:p text:style-name="${at === 0 ? style : `${style}-rechts`}">${escaped(text)}</text:p></table:table-cell>`;
  const row = (cells: readonly string[], style: string) =>
    `<table:table-row>${cells.map((text, at) => cell(text, style, at)).join('')}</table:table-row>`;
  return [
    `<text:p text:style-name="Bijschrift">${escaped(caption)}</text:p>`,
    `<table:table table:style-name="tabel"><table:table-column table:number-columns-repeated="${head.length}"/>`,
    `<table:table-header-rows>${row(head, 'kop')}</table:table-header-rows>`,
    ...rows.map(({ cells, strong }) => row(cells, strong ? 'kop' : 'regel')),
    '</table:table>',
  ].join('');
}

function paragraphStyle(name: string, shown: string, paragraph: string, text: string): string {
  return `<style:style style:name="${name}" style:display-name="${shown}" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties ${paragraph}/><style:text-properties ${text}/></style:style>`;
}

function styles(language: string): string {
  return `<office:styles><style:default-style style:family="paragraph"><style:paragraph-properties fo:line-height="130%"/><style:text-properties ${FONT} fo:font-size="10.5pt" fo:language="${language}" fo:country="NL"/></style:default-style><style:style style:name="Standard" style:family="paragraph"/>${[
    paragraphStyle('Title', 'Title', 'fo:margin-bottom="0.4cm"', 'fo:font-size="20pt" fo:font-weight="bold"'),
    paragraphStyle(
      'Heading_20_1',
      'Heading 1',
      'fo:margin-top="0.7cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"',
      'fo:font-size="14pt" fo:font-weight="bold"',
    ),
    paragraphStyle(
      'Heading_20_2',
      'Heading 2',
      'fo:margin-top="0.5cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"',
      'fo:font-size="11.5pt" fo:font-weight="bold"',
    ),
    paragraphStyle('Text_20_body', 'Text body', 'fo:margin-bottom="0.25cm"', ''),
    paragraphStyle('Lead', 'Lead', 'fo:margin-bottom="0.4cm"', 'fo:font-size="12pt"'),
    paragraphStyle('Noot', 'Noot', 'fo:margin-bottom="0.15cm"', 'fo:font-size="8.5pt" fo:color="#565d64"'),
    paragraphStyle(
      'Kennisgeving',
      'Kennisgeving',
      'fo:margin-bottom="0.4cm" fo:padding="0.2cm" fo:border="0.5pt solid #d9b565" fo:background-color="#fdf3dc"',
      'fo:color="#7a4a00"',
    ),
    paragraphStyle(
      'Bijschrift',
      'Bijschrift',
      'fo:margin-top="0.4cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"',
      'fo:font-weight="bold"',
    ),
  ].join(
    '',
  )}</office:styles><office:automatic-styles><style:page-layout style:name="a4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.2cm"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="a4"/></office:master-styles>`;
}

const AUTOMATIC = [
  '<style:style style:name="vet" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>',
  '<style:style style:name="schuin" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>',
  '<style:style style:name="tabel" style:family="table"><style:table-properties table:align="margins"/></style:style>',
  '<style:style style:name="cel" style:family="table-cell"><style:table-cell-properties fo:padding="0.08cm" fo:border-bottom="0.5pt solid #d6dadd"/></style:style>',
  ...['regel', 'kop'].flatMap((name) =>
    ['', '-rechts'].map(
      (side) =>
        `<style:style style:name="${name}${side}" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="${side === '' ? 'start' : 'end'}"/><style:text-properties fo:font-size="9pt"${name === 'kop' ? ' fo:font-weight="bold"' : ''}/></style:style>`,
    ),
  ),
  '<text:list-style style:name="opsomming"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:space-before="0.3cm" text:min-label-width="0.4cm"/></text:list-level-style-bullet></text:list-style>',
].join('');
