// SPDX-License-Identifier: EUPL-1.2

/** A name within a sentence: its first letter small, unless it is an abbreviation (`ADHD`, `H8`). Not for names of places. */
export function inSentence(name: string): string {
  return /^\p{Lu}[\p{Ll}\s-]/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
