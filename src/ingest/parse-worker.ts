// SPDX-License-Identifier: EUPL-1.2
import { runParseLoop } from './parse-loop.ts';
import { readLevering } from './read-levering.ts';

runParseLoop(readLevering);
