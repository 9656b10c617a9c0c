// SPDX-License-Identifier: EUPL-1.2
import { type BronRijen, type BronSoort, formatPlainDate, type PlainDate } from '../contract/index.ts';
import type { BronKolom } from './bron-vorm.ts';
import { BRON_VORMEN } from './bron-vormen.ts';

const BOM = '\uFEFF';

/**
 * Rows as the CSV file that a Dutch office program opens and `readBron` reads: UTF-8 with a mark, semicolons, decimal commas, dates as `2024-06-30`,
 * lines that end in CR LF.
 */
export function writeBronCsv<Soort extends BronSoort>(
  soort: Soort,
  rows: Iterable<BronRijen[Soort]>,
): string {
  const { kolommen } = BRON_VORMEN[soort];
  const lines = [kolommen.map(({ naam }) => naam).join(';')];
  for (const row of rows) {
    const values = row as unknown as Readonly<Record<string, string | number | undefined>>;
    lines.push(kolommen.map((kolom) => quoted(cellText(kolom, values[veldVan(kolom.naam)]))).join(';'));
  }
  return `${BOM}${lines.join('\r\n')}\r\n`;
}

/** Field of a row interface for a column: `meer_dan_90_dagen` is `meerDan90Dagen`. */
export function veldVan(kolom: string): string {
  return kolom.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function cellText({ soort }: BronKolom, value: string | number | undefined): string {
  if (value === undefined) return '';
  if (soort === 'datum') return formatPlainDate(value as PlainDate);
  return typeof value === 'number' ? String(value).replace('.', ',') : value;
}

function quoted(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
