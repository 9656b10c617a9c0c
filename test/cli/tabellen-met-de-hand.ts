// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpack } from './met-de-hand.ts';

/** One row of a file of another source: what stands under each heading. Days are `YYYY-MM-DD`. */
export type RijMetDeHand = Readonly<Record<string, string>>;

const MS_PER_DAY = 86_400_000;

/** The rows of every CSV, ODS and XLSX file below a folder, with regular expressions; shares no code with the product. */
export function rowsByHand(folder: string): readonly RijMetDeHand[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(csv|ods|xlsx)$/.test(entry.name))
    .flatMap((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      const [headings = [], ...rows] = cellsOf(entry.name, bytes);
      return rows
        .filter((row) => row.some((cell) => cell !== ''))
        .map((row) =>
          Object.fromEntries(headings.map((heading, at) => [heading, textOf(heading, row[at] ?? '')])),
        );
    });
}

function textOf(heading: string, cell: string): string {
  const isDay = /datum$|_op$|^(uiterlijk|begin|eind)$/.test(heading);
  if (!isDay || !/^\d+$/.test(cell)) return cell;
  return new Date(Date.UTC(1899, 11, 30) + Number(cell) * MS_PER_DAY).toISOString().slice(0, 10);
}

function cellsOf(name: string, bytes: Buffer): string[][] {
  if (name.endsWith('.csv'))
    return bytes
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)
      .filter((line) => line !== '')
      .map((line) => line.split(';'));
  const sheet = unpack(bytes)
    .map((entry) => entry.toString('utf8'))
    .find((text) => /<(table:table|worksheet)[ >]/.test(text) && text.includes('opgesteld_op'));
  return name.endsWith('.ods') ? cellsOfOds(sheet ?? '') : cellsOfXlsx(sheet ?? '');
}

function cellsOfOds(text: string): string[][] {
  const [table = ''] = /<table:table [\s\S]*?<\/table:table>/.exec(text) ?? [];
  return [...table.matchAll(/<table:table-row[^>]*>([\s\S]*?)<\/table:table-row>/g)].map(([, row = '']) =>
    [...row.matchAll(/<table:table-cell([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g)].flatMap(
      ([, attributes = '', inside = '']) => {
        const [, repeated = '1'] = /number-columns-repeated="(\d+)"/.exec(attributes) ?? [];
        const [, value] = /office:(?:date-)?value="([^"]*)"/.exec(attributes) ?? [];
        return Array.from({ length: Number(repeated) }, () => value ?? inside.replace(/<[^>]*>/g, ''));
      },
    ),
  );
}

function cellsOfXlsx(text: string): string[][] {
  return [...text.matchAll(/<row [^>]*>([\s\S]*?)<\/row>/g)].map(([, row = '']) => {
    const cells: string[] = [];
    for (const [, letters = '', inside = ''] of row.matchAll(
      /<c r="([A-Z]+)\d+"[^>]*?(?:\/>|>([\s\S]*?)<\/c>)/g,
    )) {
      const at = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      cells[at] = inside.replace(/<[^>]*>/g, '');
    }
    return Array.from(cells, (cell) => cell ?? '');
  });
}
