// SPDX-License-Identifier: EUPL-1.2
// Usage: node dist/bench/ijw-fuzz.js [INPUTS] [SEED]. Exit 1 when an input takes over a second of CPU time, or memory grows.
import { fuzz } from '../test/ijw/fuzz.ts';

const [inputs = '1000000', seed = '1'] = process.argv.slice(2);
const result = fuzz(Number(inputs), Number(seed));
process.stdout.write(`${JSON.stringify(result)}\n`);
if (result.slowestMs > 1000 || result.grownMb > 100) process.exitCode = 1;
