// SPDX-License-Identifier: EUPL-1.2
import { CsvError, parse } from 'csv-parse/sync';
import {
  type AgbCode,
  OperatorError,
  type ProductRegel,
  parsePlainDate,
  TYPEN_JEUGDHULP,
} from '../contract/index.ts';

const KOLOMMEN = [
  'product_categorie',
  'product_code',
  'aanbieder',
  'type_jeugdhulp',
  'verblijfsvorm',
  'geldig_van',
  'geldig_tot',
] as const;
type Kolom = (typeof KOLOMMEN)[number];
const VERBLIJFSVORMEN = ['', 'netwerkpleegzorg', 'pleegzorg', 'gezinshuis', 'residentieel', 'jeugdzorgplus'];

/**
 * Reads `producten.csv`: which product of which provider is which type jeugdhulp.
 *
 * Throws: `policy.csv-syntax`, `policy.missing-column`, `policy.wrong-value`, `policy.duplicate`; all problems at once, with file and line.
 */
export function readProducten(file: string, text: string): readonly ProductRegel[] {
  const records = parseRecords(file, text);
  const problems: { code: string; subject: string; place: string; remedy: string }[] = [];
  const seen = new Map<string, number>();
  const regels = records.map((record, index) => {
    const line = index + 2;
    const wrong = (kolom: Kolom, remedy: string): void => {
      problems.push({ code: 'policy.wrong-value', subject: kolom, place: `${file}:${line}`, remedy });
    };
    if (!/^\d{2}$/.test(record.product_categorie))
      wrong('product_categorie', 'give a two-digit category of JZ020, such as 45');
    if (record.product_code.length > 5)
      wrong('product_code', 'a product code has 1 to 5 characters, or is empty');
    if (record.aanbieder !== '' && !/^\d{8}$/.test(record.aanbieder))
      wrong('aanbieder', 'give an eight-digit AGB code, or nothing');
    if (!TYPEN_JEUGDHULP.some((type) => type === record.type_jeugdhulp)) {
      wrong('type_jeugdhulp', `expected one of: ${TYPEN_JEUGDHULP.join(', ')}`);
    }
    if (!VERBLIJFSVORMEN.includes(record.verblijfsvorm))
      wrong('verblijfsvorm', `expected one of:${VERBLIJFSVORMEN.join(' ')}, or nothing`);
    if (record.aanbieder !== '' && record.product_code === '')
      wrong('aanbieder', 'a row for one provider also needs a product_code');
    const van = parsePlainDate(record.geldig_van);
    const tot = parsePlainDate(record.geldig_tot);
    if (record.geldig_van !== '' && van === undefined)
      wrong('geldig_van', 'give a day that exists, as YYYY-MM-DD, or nothing');
    if (record.geldig_tot !== '' && tot === undefined)
      wrong('geldig_tot', 'give a day that exists, as YYYY-MM-DD, or nothing');
    const key = KOLOMMEN.filter((kolom) => kolom !== 'type_jeugdhulp' && kolom !== 'verblijfsvorm')
      .map((kolom) => record[kolom])
      .join('|');
    const first = seen.get(key);
    if (first !== undefined) {
      problems.push({
        code: 'policy.duplicate',
        subject: 'product_categorie, product_code, aanbieder',
        place: `${file}:${line}`,
        remedy: `line ${first} has the same product and validity: keep one of the two`,
      });
    }
    seen.set(key, line);
    return {
      categorie: record.product_categorie,
      type: record.type_jeugdhulp,
      ...(record.product_code === '' ? {} : { code: record.product_code }),
      ...(record.aanbieder === '' ? {} : { aanbieder: record.aanbieder as AgbCode }),
      ...(record.verblijfsvorm === '' ? {} : { verblijfsvorm: record.verblijfsvorm }),
      ...(van === undefined ? {} : { van }),
      ...(tot === undefined ? {} : { tot }),
    };
  });
  if (problems.length > 0) throw new OperatorError(problems);
  return regels;
}

function parseRecords(file: string, text: string): readonly Record<Kolom, string>[] {
  try {
    const rows = parse(text, { bom: true, skip_empty_lines: true, trim: true }) as string[][];
    const header = rows[0] ?? [];
    const missing = KOLOMMEN.filter((kolom) => !header.includes(kolom));
    if (missing.length > 0) {
      throw new OperatorError(
        missing.map((kolom) => ({
          code: 'policy.missing-column',
          subject: kolom,
          place: `${file}:1`,
          remedy: `the first line must be: ${KOLOMMEN.join(',')}`,
        })),
      );
    }
    return rows.slice(1).map((row) => {
      const entries = KOLOMMEN.map((kolom) => [kolom, row[header.indexOf(kolom)] ?? ''] as const);
      return Object.fromEntries(entries) as Record<Kolom, string>;
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new OperatorError({
      code: 'policy.csv-syntax',
      subject: error.code.toLowerCase().replaceAll('_', ' '),
      place: file,
      remedy: 'save the sheet as CSV with commas and quotes where a value holds a comma',
    });
  }
}
