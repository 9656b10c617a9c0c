// SPDX-License-Identifier: EUPL-1.2
import type { Clock, Progress } from '../contract/index.ts';

/** Everything a command may do to the world outside its workspace; made once, in `src/bin/`. */
export interface Context {
  /** Folder that relative arguments are meant from. */
  readonly cwd: string;
  /** Folder of the program itself: region templates and definitions. */
  readonly programRoot: string;
  /** `REGIOVISIE_SLEUTEL`, where set. */
  readonly secret: string | undefined;
  /** Folder for what does not fit in memory while a warehouse is read that cannot be written. */
  readonly tempDir: string;
  readonly clock: Clock;
  /** Threads that can run side by side on this machine. */
  readonly cores: number;
  /** Cryptographic randomness; only new keys use it. */
  readonly randomBytes: (size: number) => Uint8Array;
  /** Standard output: results only. */
  readonly out: (text: string) => void;
  /** Standard error: progress, notes and errors. */
  readonly note: (text: string) => void;
  readonly progress: Progress;
  /** Resolves when the operator asks the program to stop (Ctrl-C, SIGTERM). Only a command that serves listens; others stop at once. */
  readonly whenStopped: () => Promise<void>;
}
