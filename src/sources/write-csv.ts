// SPDX-License-Identifier: EUPL-1.2
import { formatPlainDate, type PlainDate } from '../contract/index.ts';
import type { BronKolom } from './bron-vorm.ts';
import type { Invulblad, InvulWaarde } from './invulblad.ts';

const BOM = '\uFEFF';

/** CSV as a Dutch office program opens it: UTF-8 with a mark, semicolons, decimal commas, days as `2024-06-30`, lines that end in CR LF. */
export function writeCsv({ vorm, rijen }: Invulblad): Uint8Array {
  const { kolommen } = vorm;
  const lines = [
    kolommen.map(({ naam }) => naam),
    ...rijen.map((rij) => kolommen.map((kolom, index) => quoted(cellText(kolom, rij[index])))),
  ];
  return Buffer.from(BOM + lines.map((line) => `${line.join(';')}\r\n`).join(''), 'utf8');
}

function cellText({ soort }: BronKolom, value: InvulWaarde): string {
  if (value === undefined) return '';
  if (soort === 'datum') return formatPlainDate(value as PlainDate);
  return typeof value === 'number' ? String(value).replace('.', ',') : value;
}

function quoted(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
