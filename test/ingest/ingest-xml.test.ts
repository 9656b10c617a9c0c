// SPDX-License-Identifier: EUPL-1.2
import { test } from 'node:test';
import { checkFiles } from './verspreide-bestanden.ts';

test('message files: XML, gzip and ZIP in several runs give what one ZIP gives, and what the reference says', (t) =>
  checkFiles(t, 11));
