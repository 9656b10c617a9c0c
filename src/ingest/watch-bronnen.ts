// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import { type Bronbestand, findBronnen } from './find-bronnen.ts';

export interface WatchOptions {
  readonly folder: string;
  readonly workspace: string;
  /** Time between two looks; a file is offered when it did not change between them. Unit: milliseconds. */
  readonly everyMs: number;
  /** Ends the watch. */
  readonly signal: AbortSignal;
}

/**
 * Offers the files of an inbox as they arrive, each time it holds any that are new or were written again, and came to rest. A file that stays is
 * offered once; one that is still being copied waits.
 *
 * Throws: `ingest.no-source`.
 */
export async function* watchBronnen(options: WatchOptions): AsyncGenerator<readonly Bronbestand[]> {
  const { folder, workspace, everyMs, signal } = options;
  let before = new Map<string, string>();
  const offered = new Map<string, string>();
  while (!signal.aborted) {
    const files = await findBronnen(folder, workspace);
    const now = new Map(files.map((file) => [file.path, `${file.bytes} ${file.changedMs}`]));
    const atRest = files.filter(({ path }) => {
      const stamp = now.get(path);
      return stamp === before.get(path) && stamp !== offered.get(path);
    });
    before = now;
    if (atRest.length > 0) {
      for (const { path } of atRest) offered.set(path, now.get(path) ?? '');
      yield atRest;
    }
    await sleep(everyMs, undefined, { signal }).catch(() => undefined);
  }
}
