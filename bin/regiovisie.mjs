#!/usr/bin/env node
// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';

const program = new URL('../dist/src/bin/main.js', import.meta.url);
if (!existsSync(program)) {
  console.error('regiovisie is not built yet. In the folder of the checkout, run:  npm run build');
  process.exit(1);
}
process.setSourceMapsEnabled(true);
await import(program.href);
