// SPDX-License-Identifier: EUPL-1.2
import { appendFile } from 'node:fs/promises';
import { OperatorError } from '../contract/index.ts';

/** One processing of data about persons. Holds no personal value: whose data it was is not in it, what was done and with which key is. */
export interface Verwerking {
  /** What was done, for people: `figures --raw`. */
  readonly naam: string;
  /** Unit: milliseconds since 1970-01-01T00:00:00Z. */
  readonly begin: number;
  readonly eind: number;
  /** Identifies the key, not the person who held it. */
  readonly sleutelId: string;
  /** Indicator ids, files, counts. */
  readonly kenmerken: Readonly<Record<string, string | number>>;
}

/** Files of a logbook; one is used only where those before it cannot be written. */
export type Logboeken = readonly [string, ...string[]];

/**
 * Adds one line to the logbook, `logboek.jsonl` where that can be written; a file is only ever appended to.
 *
 * Throws: `logbook.unwritable`.
 * Source: fields of the standard Logboek dataverwerkingen (Logius), level 1
 */
export async function appendVerwerking(files: Logboeken, verwerking: Verwerking): Promise<void> {
  const line = {
    name: verwerking.naam,
    status: 'Ok',
    start_time: verwerking.begin,
    end_time: verwerking.eind,
    attributes: { sleutel_id: verwerking.sleutelId, ...verwerking.kenmerken },
  };
  for (const [index, file] of files.entries()) {
    try {
      await appendFile(file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
      return;
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (index < files.length - 1 && DENIED.includes(code)) continue;
      if (!TOLD.includes(code)) throw error;
      throw new OperatorError({
        code: 'logbook.unwritable',
        subject: 'the logbook cannot be written, and exact figures are shown only when that is',
        place: file,
        remedy:
          'make it writable; of a workspace that may only be read keep the logbook elsewhere, with --logbook FILE',
      });
    }
  }
}

const DENIED: readonly string[] = ['EACCES', 'EPERM', 'EROFS'];
const TOLD: readonly string[] = [...DENIED, 'ENOENT', 'EISDIR', 'ENOTDIR', 'ENOSPC'];
