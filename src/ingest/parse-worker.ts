// SPDX-License-Identifier: EUPL-1.2
import { readBestand } from '../ijw/index.ts';
import { runParseLoop } from './parse-loop.ts';

runParseLoop(readBestand);
