// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CBS_DIENST, CBS_TABELLEN, cbsVraag, countRows, fetchCbs } from '../sources/index.ts';
import type { Context } from './context.ts';
import { makeFolder } from './make-folder.ts';
import { quotePath } from './show-path.ts';
import { openWorkspace } from './workspace.ts';

export interface CbsFetchOptions {
  /** Another address of the service of version 4, for a mirror. */
  readonly v4?: string;
  readonly v3?: string;
  readonly json?: boolean;
}

const HASH_CHARACTERS = 12;

interface Opgehaald {
  readonly tabel: string;
  readonly rijen: number;
  /** Absent when CBS has nothing newer than what lies there. */
  readonly bestand?: string;
}

/** `regiovisie cbs fetch DIR [TABLE…]`: saves tables of CBS for the region as deliveries in `bronnen/cbs/`. A table that did not change is not written again. */
export async function cbsFetchCommand(
  context: Context,
  folder: string,
  tables: readonly string[],
  options: CbsFetchOptions,
): Promise<void> {
  const { regio, paths } = await openWorkspace(context, folder);
  const target = join(paths.bronnen, 'cbs');
  const wanted = tables.length > 0 ? tables : CBS_TABELLEN;
  const dienst = { versie4: options.v4 ?? CBS_DIENST.versie4, versie3: options.v3 ?? CBS_DIENST.versie3 };
  const dag = new Date(context.clock()).toISOString().slice(0, 10);
  const regios = [regio.code, ...regio.gemeenten.map(({ code }) => code)];
  const results: Opgehaald[] = [];
  context.progress.start('cbs fetch', wanted.length, 'tables');
  for (const tabel of wanted) {
    const fetched = await fetchCbs(cbsVraag(tabel, regios), dag, dienst);
    const bestand = await save(target, tabel, fetched);
    results.push({ tabel, rijen: countRows(fetched), ...(bestand !== undefined && { bestand }) });
    context.progress.advance(results.length);
  }
  context.progress.end();
  const lines = results.map(({ tabel, rijen, bestand }) =>
    bestand === undefined
      ? `${tabel}  ${rijen} rows, not changed since it was fetched last`
      : `${tabel}  ${rijen} rows ─▶ ${bestand}`,
  );
  context.out(
    options.json
      ? `${JSON.stringify(results, null, 1)}\n`
      : `${lines.join('\n')}\nSource: CBS, CC BY 4.0. Next:  regiovisie ingest ${quotePath(folder)}\n`,
  );
}

/** Named after its content, so that an equal answer finds itself there. */
async function save(
  folder: string,
  tabel: string,
  fetched: Readonly<Record<string, unknown>>,
): Promise<string | undefined> {
  await makeFolder(folder);
  const bytes = `${JSON.stringify(fetched)}\n`;
  const hash = createHash('sha256').update(withoutDay(bytes)).digest('hex').slice(0, HASH_CHARACTERS);
  const path = join(folder, `${tabel}-${hash}.json`);
  if (existsSync(path)) return undefined;
  const beside = join(folder, `.${tabel}-${hash}.json`);
  await writeFile(beside, bytes);
  await rename(beside, path);
  return path;
}

/** A saved table without the day on which it was fetched, which is the first thing in it. */
function withoutDay(json: string): string {
  return json.replace(/^\{"opgehaald":"[^"]*",/, '{');
}
