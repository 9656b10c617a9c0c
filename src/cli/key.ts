// SPDX-License-Identifier: EUPL-1.2
import type { Context } from './context.ts';
import { SECRET_BYTES } from './secret.ts';

/** `regiovisie key`: a new random key on standard output, and how to keep it on standard error. */
export function keyCommand(context: Context, options: { readonly json?: boolean }): void {
  const key = Buffer.from(context.randomBytes(SECRET_BYTES)).toString('base64url');
  context.out(options.json ? `${JSON.stringify({ sleutel: key })}\n` : `${key}\n`);
  context.note(
    'Keep this key outside the workspace, in a password manager or a secret store. Without it nothing in the workspace opens.\nUse it as:  export REGIOVISIE_SLEUTEL=…',
  );
}
