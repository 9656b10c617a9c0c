// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '../../contract/index.ts';
import { type Place, placeWithin, showPlace } from './directive.ts';

const MONTHS = [
  'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december',
  'January|February|March|April|May|June|July|August|September|October|November|December',
].join('|');

/**
 * Numbers that are part of a name and not a figure: a year, a day in a month, a group (H8), an age class, a law's article, the number of a
 * list item, a chapter.
 */
const NAMES = [
  /\b(?:19|20)\d{2}(?:[-–/](?:19|20)?\d{2})?\b/g,
  new RegExp(`\\b\\d{1,2} (?:${MONTHS})\\b`, 'g'),
  /\b[A-Z]{1,4}\d{1,4}\b/g,
  /\b(?:artikel|article|hoofdstuk|chapter|paragraaf|section|bijlage|appendix|kwartaal|quarter|iJw) \d+(?:\.\d+)*[a-z]?\b/gi,
  /^\s*\d+\.\s/gm,
  /\(https?:[^)]*\)/g,
  /`[^`]*`/g,
];
const NUMBER = /[€]?\s?\d+(?:[.,]\d+)*\s?(?:%|procent)?/g;

/** Every number in the prose that somebody typed. Rule: a figure in a chapter is live, or quoted with its source. */
export function typedNumbers(place: Place, text: string): Problem[] {
  const prose = NAMES.reduce((rest, pattern) => rest.replace(pattern, (hit) => ' '.repeat(hit.length)), text);
  return [...prose.matchAll(NUMBER)].map((match) => {
    const lead = match[0].length - match[0].trimStart().length;
    return {
      code: 'report.typed-number',
      subject: match[0].trim(),
      place: showPlace(placeWithin(place, text, match.index + lead)),
      remedy:
        'let the figure live: {{ clienten gebied=JZ24 jaar=2024 }}, or quote it with its source: {{ citaat "1.234" bron="…" }}',
    };
  });
}
