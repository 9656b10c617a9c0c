// SPDX-License-Identifier: EUPL-1.2

/** The year that a chapter names: `2024`, `nu` (the year of the release) or `nu-1`; undefined when it names none. */
export function yearOf(word: string, now: number): number | undefined {
  const relative = /^nu(?:-(\d{1,2}))?$/.exec(word);
  if (relative) return now - Number(relative[1] ?? 0);
  return /^(?:19|20)\d{2}$/.test(word) ? Number(word) : undefined;
}

/** First and last year of `2020-2024`, `nu-3..nu` or a single year; undefined when it names none. */
export function yearRange(words: string, now: number): readonly [first: number, last: number] | undefined {
  const plain = /^(\d{4})-(\d{4})$/.exec(words);
  const [from = '', to = from] = plain ? [plain[1], plain[2]] : words.split('..');
  const [first, last] = [yearOf(from, now), yearOf(to, now)];
  return first === undefined || last === undefined ? undefined : [first, last];
}
