// SPDX-License-Identifier: EUPL-1.2
import { BRON_SOORTEN } from '../contract/index.ts';
import { listZip, unpackZip } from '../ijw/index.ts';
import { type Blad, BladError } from './blad.ts';
import { readCsv } from './read-csv.ts';
import { readOds } from './read-ods.ts';
import { readXlsx } from './read-xlsx.ts';
import { XmlError } from './xml-events.ts';

/** What a file is by its first bytes and, for a ZIP, by the files in it. `anders`: something for another reader. */
export type BladSoort = 'csv' | 'ods' | 'xlsx' | 'json' | 'anders';

const MAX_UNPACKED = 512 * 1024 * 1024;
const XLSX_PART =
  /^xl\/(?:workbook|sharedStrings|styles|worksheets\/[^/]+)\.xml$|^xl\/_rels\/workbook\.xml\.rels$/;

/** Tells tables from everything else by content. A text file may still turn out to be no form. */
export async function bladSoort(bytes: Uint8Array): Promise<BladSoort> {
  const [a, b] = bytes;
  if (a === 0x50 && b === 0x4b) {
    const names = (await listZip(bytes)) ?? [];
    if (names.includes('xl/workbook.xml')) return 'xlsx';
    return names.includes('content.xml') && names.includes('mimetype') ? 'ods' : 'anders';
  }
  if (a === 0x1f && b === 0x8b) return 'anders';
  const head = Buffer.from(bytes.subarray(0, 4096));
  const wide = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  if (!wide && head.includes(0)) return 'anders';
  const first = /[^\s\uFEFF\0þÿ]/.exec(head.toString(wide ? 'latin1' : 'utf8'))?.[0];
  if (first === '{' || first === '[') return 'json';
  return first === undefined || first === '<' ? 'anders' : 'csv';
}

/** The sheets of a table file. Throws: `BladError`. */
export async function readBladen(bytes: Uint8Array, soort: 'csv' | 'ods' | 'xlsx'): Promise<readonly Blad[]> {
  if (soort === 'csv') return [readCsv(bytes)];
  const isPart = (naam: string): boolean => (soort === 'ods' ? naam === 'content.xml' : XLSX_PART.test(naam));
  const files = await unpackZip(bytes, isPart, MAX_UNPACKED);
  if (files === undefined) throw new BladError('sources.beschadigd');
  const texts = new Map([...files].map(([naam, file]) => [naam, file.toString('utf8')]));
  try {
    const bladen = soort === 'ods' ? readOds(texts.get('content.xml') ?? '') : readXlsx(texts);
    return bladen.map((blad, index) => ({ ...blad, naam: shownName(blad.naam, index) }));
  } catch (error) {
    if (error instanceof XmlError) throw new BladError('sources.beschadigd');
    throw error;
  }
}

/** A sheet may be named after a child, and findings name sheets: a name that is not a usual one becomes a number. */
function shownName(naam: string, index: number): string {
  const usual = /^(?:invullen|blad|sheet|werkblad|tabel)[ _-]?\d{0,3}$/i;
  return usual.test(naam) || (BRON_SOORTEN as readonly string[]).includes(naam) ? naam : `blad ${index + 1}`;
}
