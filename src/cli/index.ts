// SPDX-License-Identifier: EUPL-1.2
export type { Context } from './context.ts';
export { runProgram } from './program.ts';
export { terminalProgress } from './terminal-progress.ts';
