// SPDX-License-Identifier: EUPL-1.2
// Reads the files named on the command line as `validate` does, and prints what it found.
import { validateBestand } from '../src/ijw/index.ts';

for (const path of process.argv.slice(2)) {
  const { telling, regels } = await validateBestand(path, 'bench');
  process.stdout.write(`${JSON.stringify({ telling, regels })}\n`);
}
