// SPDX-License-Identifier: EUPL-1.2
import {
  accessSync,
  constants,
  copyFileSync,
  linkSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
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
  /** False where nothing can be written: the warehouse is then opened to read only. */
  readonly mayWrite: boolean;
  release(): void;
}

/**
 * Takes the right to open a warehouse, for this thread of this process alone. A lock whose holder no longer runs is taken over.
 *
 * DuckDB guards a file between processes but not within one, where a second open loses data. Where no lock can be written, as on a disk that may only be read, this process
 * remembers what it has open, and DuckDB keeps writers out while somebody reads. There a lock of another computer, which nobody could remove, is left to DuckDB.
 * Throws: `store.locked`, `store.unwritable`. Source: docs/adr/one-thread-opens-the-warehouse-behind-our-own-lock.md
 */
export function lockWarehouse(path: string): WarehouseLock {
  if (path === ':memory:') return { mayWrite: true, release() {} };
  const folder = resolveFolder(path);
  const lock = join(folder, `${basename(path)}.slot`);
  const mine = join(folder, `${basename(path)}.slot-${process.pid}-${threadId}`);
  if (READING.has(identityOf(path))) throw locked(path, undefined);
  if (!write(mine)) return lockToRead(path, lock);
  const taken: WarehouseLock = { mayWrite: true, release: () => rmSync(lock, { force: true }) };
  try {
    if (tryLink(mine, lock)) return taken;
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
    if (tryLink(mine, lock)) return taken;
    throw locked(path, readHolder(lock));
  } finally {
    rmSync(mine, { force: true });
  }
}

/** What this process reads in places where it cannot write, under whatever name. */
const READING = new Set<string>();

/** Device and inode; empty where there is no file, or none that may be seen. */
function identityOf(path: string): string {
  try {
    const { dev, ino } = statSync(path);
    return `${dev}:${ino}`;
  } catch {
    return '';
  }
}

function lockToRead(path: string, lock: string): WarehouseLock {
  try {
    accessSync(path, constants.R_OK);
  } catch {
    throw unwritable(path);
  }
  const holder = readHolder(lock);
  if (holder?.host === hostname() && isRunning(holder)) throw locked(path, holder);
  const identity = identityOf(path);
  READING.add(identity);
  return { mayWrite: false, release: () => READING.delete(identity) };
}

function resolveFolder(path: string): string {
  try {
    return realpathSync(dirname(path));
  } catch {
    throw unwritable(path);
  }
}

/** False where the place cannot be written. */
function write(file: string): boolean {
  const holder: Holder = {
    pid: process.pid,
    host: hostname(),
    startedAt: startOf(process.pid) ?? '',
    boot: bootId(),
  };
  try {
    writeFileSync(file, JSON.stringify(holder));
    return true;
  } catch {
    removeRest(file);
    return false;
  }
}

/** What a full disk left of a file; where nothing can be written there is nothing. */
function removeRest(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {}
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

/** The warehouse had to be written, and that cannot be done here. */
export function unwritable(path: string): OperatorError {
  return new OperatorError({
    code: 'store.unwritable',
    subject: 'the warehouse cannot be written',
    place: path,
    remedy:
      'check that its folder exists, that you may write there and that the disk is not full. On a disk that may only be read figures, explain, check and doctor work; for anything else copy the workspace',
  });
}
