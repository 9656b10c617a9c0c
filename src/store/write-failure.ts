// SPDX-License-Identifier: EUPL-1.2
import { OperatorError } from '../contract/index.ts';

/** Turns a failure of the disk into something an operator can act on; anything else stays as it is. */
export function writeFailure(error: unknown, path: string): unknown {
  const message = error instanceof Error ? error.message : '';
  if (!/No space left|Disk quota|Could not write|Input\/output error|Read-only file system/i.test(message)) {
    return error;
  }
  return new OperatorError({
    code: 'store.write-failed',
    subject:
      'the warehouse could not be written; what was not finished is left out, everything before it is safe',
    place: path,
    remedy: 'free disk space, then run the same command again: it goes on where it stopped',
  });
}
