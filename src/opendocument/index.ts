// SPDX-License-Identifier: EUPL-1.2
export { escaped, type OdfParts, odfPackage } from './odf.ts';
export { type Sheet, type SheetCell, spreadsheet, type Workbook } from './spreadsheet.ts';
export { type StoredEntry, storedZip } from './stored-zip.ts';
export {
  type TextBlock,
  type TextDocument,
  type TextRun,
  type TextTable,
  textDocument,
} from './text-document.ts';
