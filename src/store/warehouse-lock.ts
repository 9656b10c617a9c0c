// SPDX-License-Identifier: EUPL-1.2
import {
  constants,
  copyFileSync,
  linkSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { OperatorError } from '../contract/index.ts';

/** Who holds a warehouse. `startedAt` and `boot` tell a running holder from one that crashed and whose pid was given away again. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly startedAt: string;
  readonly boot: string;
}

export interface WarehouseLock {
  release(): void;
}

/**
 * Takes the right to open a warehouse, for this thread of this process alone. A lock whose holder no longer runs is taken over.
 *
 * DuckDB guards a file between processes but not within one, where a second open loses data.
 * Throws: `store.locked`, `store.unwritable`. Source: docs/adr/one-thread-opens-the-warehouse-behind-our-own-lock.md
 */
export function lockWarehouse(path: string): WarehouseLock {
  if (path === ':memory:') return { release() {} };
  const folder = resolveFolder(path);
  const lock = join(folder, `${basename(path)}.slot`);
  const mine = join(folder, `${basename(path)}.slot-${process.pid}-${threadId}`);
  write(mine, path);
  try {
    if (tryLink(mine, lock)) return { release: () => rmSync(lock, { force: true }) };
    const holder = readHolder(lock);
    if (holder !== undefined && isRunning(holder)) throw locked(path, holder);
    const stale = `${mine}-oud`;
    renameSync(lock, stale);
    const moved = readHolder(stale);
    if (moved !== undefined && isRunning(moved)) {
      tryLink(stale, lock);
      rmSync(stale, { force: true });
      throw locked(path, moved);
    }
    rmSync(stale, { force: true });
    if (tryLink(mine, lock)) return { release: () => rmSync(lock, { force: true }) };
    throw locked(path, readHolder(lock));
  } finally {
    rmSync(mine, { force: true });
  }
}

function resolveFolder(path: string): string {
  try {
    return realpathSync(dirname(path));
  } catch {
    throw unwritable(path);
  }
}

function write(file: string, path: string): void {
  const holder: Holder = {
    pid: process.pid,
    host: hostname(),
    startedAt: startOf(process.pid) ?? '',
    boot: bootId(),
  };
  try {
    writeFileSync(file, JSON.stringify(holder));
  } catch {
    throw unwritable(path);
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (code === 'ENOENT') throw error;
    return tryCopy(from, to);
  }
}

/** For file systems without hard links. A reader may find half a lock for a moment, and take it for a stale one. */
function tryCopy(from: string, to: string): boolean {
  try {
    copyFileSync(from, to, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(lock: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(lock, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function isRunning(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  if (holder.boot !== bootId()) return false;
  const startedAt = startOf(holder.pid);
  if (startedAt !== undefined) return startedAt === holder.startedAt;
  if (bootId() !== '') return false;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Start of a process in clock ticks since boot, from Linux; undefined elsewhere and for a process that is gone. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

function locked(path: string, holder: Holder | undefined): OperatorError {
  const who = holder === undefined ? 'another process' : `process ${holder.pid} on ${holder.host}`;
  return new OperatorError({
    code: 'store.locked',
    subject: `the warehouse is in use by ${who}`,
    place: path,
    remedy: `wait until it is done, or stop it. Only if that computer no longer runs it: remove ${basename(path)}.slot`,
  });
}

function unwritable(path: string): OperatorError {
  return new OperatorError({
    code: 'store.unwritable',
    subject: 'the warehouse cannot be written',
    place: path,
    remedy:
      'check that its folder exists, that you may write there and that the disk is not full. Reading needs that too: who holds the warehouse is written beside it, and what figures are computed from is kept in it. Of a disk that may only be read, copy the workspace',
  });
}
