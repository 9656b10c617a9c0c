// SPDX-License-Identifier: EUPL-1.2
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject } from '@cantoo/pdf-lib';

const name = (text: string) => PDFName.of(text);
const S = name('S');
const A = name('A');
const HEADERS = name('Headers');

/**
 * The same paper in which the first cell of every row of a table is the header of its row, which the typesetter cannot say yet. Cells no longer name their
 * column headers one by one: a reader finds the header of the row and of the column by their scope. Same bytes for the same paper. Cost: half a second for the monitor.
 */
export async function withRowHeaders(paper: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(paper, { updateMetadata: false });
  const dictOf = (value: PDFObject | undefined): PDFDict | undefined => {
    const found = value === undefined ? undefined : pdf.context.lookup(value);
    return found instanceof PDFDict ? found : undefined;
  };
  const listOf = (value: PDFObject | undefined): PDFDict[] => {
    const found = value === undefined ? undefined : pdf.context.lookup(value);
    const items = found instanceof PDFArray ? found.asArray() : found === undefined ? [] : [found];
    return items.flatMap((item) => dictOf(item) ?? []);
  };
  const childrenOf = (element: PDFDict) => listOf(element.get(name('K'))).filter((child) => child.has(S));
  const markCell = (cell: PDFDict, place: number): void => {
    const attributes = listOf(cell.get(A));
    for (const attribute of attributes) attribute.delete(HEADERS);
    if (place > 0 || cell.get(S) !== name('TD')) return;
    cell.set(S, name('TH'));
    const own = pdf.context.obj({ O: 'Table', Scope: 'Row' });
    cell.set(A, pdf.context.obj([...attributes, own]));
  };
  const walk = (element: PDFDict): void => {
    const children = childrenOf(element);
    if (element.get(S) === name('TR')) for (const [place, cell] of children.entries()) markCell(cell, place);
    else for (const child of children) walk(child);
  };
  const root = dictOf(pdf.catalog.get(name('StructTreeRoot')));
  if (root === undefined) throw new Error('a paper without structure');
  for (const element of listOf(root.get(name('K')))) walk(element);
  return await pdf.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
}
