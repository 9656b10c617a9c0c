// SPDX-License-Identifier: EUPL-1.2

/** The only clock of the program; travels as an argument. Unit: milliseconds since 1970-01-01T00:00:00Z. */
export type Clock = () => number;

/** Where progress of a long step goes: a bar on a terminal, plain lines elsewhere, nothing in tests. */
export interface Progress {
  start(label: string, total?: number, unit?: string): void;
  advance(done: number): void;
  end(summary?: string): void;
}

export const silentProgress: Progress = { start() {}, advance() {}, end() {} };
