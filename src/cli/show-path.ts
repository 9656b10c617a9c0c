// SPDX-License-Identifier: EUPL-1.2
import { relative } from 'node:path';
import type { Context } from './context.ts';

/** A path as an operator reads it best: relative inside the folder where the command runs, absolute outside. */
export function showPath(context: Context, path: string): string {
  const inside = relative(context.cwd, path);
  if (inside === '') return '.';
  return inside.startsWith('..') ? path : inside;
}

/** A path as a shell takes it, in a command that is printed to be copied. */
export function quotePath(path: string): string {
  return /^[\w./@%+:=-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
