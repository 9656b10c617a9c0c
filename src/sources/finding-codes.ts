// SPDX-License-Identifier: EUPL-1.2
import type { Severity } from '../contract/index.ts';

/** What a finding of a source file means, and what the supplier can do about it. */
export interface BronCode {
  readonly severity: Severity;
  readonly betekenis: string;
  readonly herstel: string;
}

const TEMPLATE = 'fill in a new template (regiovisie template) or compare with docs/reference/bronnen.md';

/** Findings of the readers in this room. `fout` sets the row or the file aside; the others remove nothing. */
export const BRON_CODES: Readonly<Record<string, BronCode>> = {
  'sources.aanhalingsteken': {
    severity: 'fout',
    betekenis: 'A CSV file with a quotation mark that does not end, or with text behind one.',
    herstel: 'save the file again as CSV, or deliver it as ODS or XLSX',
  },
  'sources.beschadigd': {
    severity: 'fout',
    betekenis: 'A spreadsheet that is damaged, truncated or protected with a password.',
    herstel: 'open it in the program that made it, save it without a password and deliver it again',
  },
  'sources.buiten-periode': {
    severity: 'fout',
    betekenis: 'A row about a day outside the period of its file.',
    herstel: 'deliver it in the file of its own period, or correct the period',
  },
  'sources.cbs-onvolledig': {
    severity: 'fout',
    betekenis: 'A table of CBS of which pages or columns are missing.',
    herstel: 'fetch it again: regiovisie cbs fetch',
  },
  'sources.eind-voor-begin': {
    severity: 'fout',
    betekenis: 'A row that ends before it begins.',
    herstel: 'correct one of the two days',
  },
  'sources.geen-aantal': {
    severity: 'fout',
    betekenis: 'Not a whole number of zero or more.',
    herstel: 'write digits only, or leave the cell empty',
  },
  'sources.geen-agb': {
    severity: 'fout',
    betekenis: 'Not an AGB code.',
    herstel: 'write the eight digits; a cell with the format “text” keeps the zero in front',
  },
  'sources.geen-bsn': {
    severity: 'fout',
    betekenis: 'Not a citizen service number: other than nine digits, or they do not pass the elfproef.',
    herstel: 'correct the number, or give an own number instead',
  },
  'sources.geen-code': {
    severity: 'fout',
    betekenis:
      'Not a short code: at most 40 letters, digits and hyphens, and nothing that looks like a person’s number.',
    herstel: 'write a short code that is the same in every file',
  },
  'sources.geen-datum': {
    severity: 'fout',
    betekenis: 'Not a day, or a day that does not exist.',
    herstel: 'write it as 2024-06-30 or 30-06-2024',
  },
  'sources.geen-gemeente': {
    severity: 'fout',
    betekenis: 'Not the CBS code of a gemeente.',
    herstel: 'write GM and four digits, GM0503',
  },
  'sources.geen-getal': {
    severity: 'fout',
    betekenis: 'Not a number.',
    herstel: 'write it as 1.234,5, or leave the cell empty',
  },
  'sources.geen-keuze': {
    severity: 'fout',
    betekenis: 'Not one of the codes of this column.',
    herstel: 'choose a code from the list in the template',
  },
  'sources.geen-nummer': {
    severity: 'fout',
    betekenis: 'An own number of more than 60 characters.',
    herstel: 'give a shorter number',
  },
  'sources.geen-periode': {
    severity: 'fout',
    betekenis: 'Not a year or a quarter.',
    herstel: 'write 2024 or 2024-Q2',
  },
  'sources.geen-persoon': {
    severity: 'fout',
    betekenis: 'A row without bsn and without own number.',
    herstel: 'fill in one of the two',
  },
  'sources.geen-rijen': {
    severity: 'fout',
    betekenis: 'A form without a usable row.',
    herstel: 'fill in at least one row; “niets_te_melden: ja” where there is nothing to report',
  },
  'sources.kolom-dubbel': {
    severity: 'fout',
    betekenis: 'Two columns with one name.',
    herstel: 'remove or rename one of them',
  },
  'sources.kolom-onbekend': {
    severity: 'waarschuwing',
    betekenis: 'A column that the form does not have. What is in it is not read.',
    herstel: 'remove it, or correct its name',
  },
  'sources.kolom-ontbreekt': {
    severity: 'fout',
    betekenis: 'A mandatory column is missing: the file is set aside.',
    herstel: TEMPLATE,
  },
  'sources.ontbreekt': {
    severity: 'fout',
    betekenis: 'A mandatory cell is empty.',
    herstel: 'fill it in',
  },
  'sources.te-groot': {
    severity: 'fout',
    betekenis: 'A sheet of more than 500,000 rows, or a file of more than 512 MB.',
    herstel: 'divide it over several files',
  },
  'sources.tegenstrijdig': {
    severity: 'waarschuwing',
    betekenis: 'Cells of a row that cannot all be true. It counts as it stands.',
    herstel: 'check the row with the supplier',
  },
};
