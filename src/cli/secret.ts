// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { OperatorError } from '../contract/index.ts';
import type { Context } from './context.ts';

const LEAST_CHARACTERS = 16;

/** Bytes of a new secret. */
export const SECRET_BYTES = 32;

/**
 * The secret from which the pseudonym key and the archive key are derived: `--key-file` first, else `REGIOVISIE_SLEUTEL`.
 *
 * Throws: `cli.no-key` (says how to make one), `cli.bad-key` (too short to be safe).
 */
export async function requireSecret(context: Context, keyFile: string | undefined): Promise<string> {
  const text = keyFile === undefined ? context.secret : await readKeyFile(resolve(context.cwd, keyFile));
  const secret = text?.trim() ?? '';
  if (secret === '') {
    throw new OperatorError({
      code: 'cli.no-key',
      subject: 'REGIOVISIE_SLEUTEL',
      remedy:
        'this command touches data about persons and needs the key of the workspace. Make one once with "regiovisie key", keep it outside the workspace, and give it as REGIOVISIE_SLEUTEL or with --key-file FILE',
    });
  }
  if (secret.length < LEAST_CHARACTERS) {
    throw new OperatorError({
      code: 'cli.bad-key',
      subject: keyFile === undefined ? 'REGIOVISIE_SLEUTEL' : '--key-file',
      remedy: `a key has at least ${LEAST_CHARACTERS} characters; make one with "regiovisie key"`,
    });
  }
  return secret;
}

async function readKeyFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new OperatorError({
      code: 'cli.unreadable-key-file',
      subject: '--key-file',
      place: file,
      remedy: 'check that the file exists and that you may read it',
    });
  }
}
