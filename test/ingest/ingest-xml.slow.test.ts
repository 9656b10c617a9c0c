// SPDX-License-Identifier: EUPL-1.2
import { test } from 'node:test';
import { checkFiles } from './verspreide-bestanden.ts';

for (let seed = 200; seed < 203; seed += 1) {
  test(`message files ${seed}: XML, gzip and ZIP in several runs give what one ZIP gives, and what the reference says`, (t) =>
    checkFiles(t, seed));
}
