// SPDX-License-Identifier: EUPL-1.2
import type { Severity } from '../contract/index.ts';
import type { Warehouse } from '../store/index.ts';
import type { IngestReport, OpzijReden } from './ingest-report.ts';

/** Reasons named per file. */
const PER_FILE = 5;
const FILES_PER_QUERY = 500;

/** The report with, for every file that was set aside for what it holds and every row or message set aside alone, the findings that say why; heaviest first. */
export async function withRedenen(warehouse: Warehouse, report: IngestReport): Promise<IngestReport> {
  const named = [...report.opzij, ...report.deelsOpzij];
  const identities = [...new Set(named.flatMap(({ sha256 }) => sha256 ?? []))];
  const redenen = new Map<string, OpzijReden[]>();
  for (let first = 0; first < identities.length; first += FILES_PER_QUERY) {
    const some = identities.slice(first, first + FILES_PER_QUERY);
    const rows = await warehouse.query({ text: REDENEN, params: [some.join(',')] });
    for (const row of rows) {
      const list = redenen.get(String(row.sha256)) ?? [];
      redenen.set(String(row.sha256), list);
      if (list.length >= PER_FILE) continue;
      list.push({
        code: String(row.code),
        ernst: row.ernst as Severity,
        aantal: Number(row.aantal),
        ...(row.pad !== null && { pad: String(row.pad) }),
        ...(row.soort !== null && { soort: String(row.soort) }),
        ...(row.byte !== null && { byte: Number(row.byte) }),
        ...(row.bestand !== null && { bestand: String(row.bestand) }),
      });
    }
  }
  const explained = <File extends { readonly sha256?: string }>(file: File): File => {
    const found = file.sha256 === undefined ? undefined : redenen.get(file.sha256);
    return found === undefined ? file : { ...file, redenen: found };
  };
  return { ...report, opzij: report.opzij.map(explained), deelsOpzij: report.deelsOpzij.map(explained) };
}

/** Of a file that was taken only what set a row or a message aside. Of messages the first place, of forms the first five cells. */
const REDENEN = `
  SELECT l.sha256, v.code, v.ernst, count(*) AS aantal,
    array_to_string((list(v.pad ORDER BY v.rowid) FILTER (v.pad IS NOT NULL))[1:CASE WHEN min(v.byte) IS NULL THEN 5 ELSE 1 END], ', ') AS pad,
    arg_min(v.waarde_soort, v.rowid) AS soort,
    min(v.byte) AS byte, CASE WHEN min(v.bestand) <> l.pad THEN min(v.bestand) END AS bestand
  FROM bevinding v JOIN levering l USING (levering_id)
  WHERE list_contains(string_split($1, ','), l.sha256) AND v.code NOT LIKE 'ingest.%'
    AND (l.status = 'opzij' OR (v.ernst = 'fout' AND (v.code LIKE 'sources.%' OR v.code = 'ijw.rij-onleesbaar' OR v.bericht_id IS NULL)))
  GROUP BY l.sha256, l.pad, v.code, v.ernst
  ORDER BY l.sha256, CASE v.ernst WHEN 'fout' THEN 0 WHEN 'waarschuwing' THEN 1 ELSE 2 END, count(*) DESC, count(v.pad) = 0, v.code`;
