// SPDX-License-Identifier: EUPL-1.2

/** A number with its noun: `1 file`, `2 files`. */
export function counted(count: number, one: string, many: string = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
