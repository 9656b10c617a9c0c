// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, statSync } from 'node:fs';

interface ReleaseNumber {
  readonly jaar: number;
  readonly nummer: number;
}

/** Year and number of `2024-1`; undefined for anything else. */
export function parseReleaseId(id: string): ReleaseNumber | undefined {
  const match = /^(\d{4})-([1-9]\d*)$/.exec(id);
  return match ? { jaar: Number(match[1]), nummer: Number(match[2]) } : undefined;
}

/** Oldest first: by year, then by number. */
export function compareReleaseIds(left: string, right: string): number {
  const a = parseReleaseId(left);
  const b = parseReleaseId(right);
  if (!a || !b) return left < right ? -1 : 1;
  return a.jaar - b.jaar || a.nummer - b.nummer;
}

/** Ids of the releases in this folder, oldest first; empty when the folder does not exist. */
export function releaseIds(releasesDir: string): string[] {
  if (!statSync(releasesDir, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(releasesDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && parseReleaseId(entry.name) !== undefined)
    .map((entry) => entry.name)
    .sort(compareReleaseIds);
}

/** The id after the last one of this year: `2024-1` for the first. */
export function nextReleaseId(releasesDir: string, jaar: number): string {
  const numbers = releaseIds(releasesDir)
    .map(parseReleaseId)
    .map((id) => (id?.jaar === jaar ? id.nummer : 0));
  return `${jaar}-${Math.max(0, ...numbers) + 1}`;
}
