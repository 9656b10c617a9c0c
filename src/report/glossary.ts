// SPDX-License-Identifier: EUPL-1.2
import { slug } from '../text/index.ts';
import type { Block } from './document.ts';
import type { Edition } from './edition.ts';

/** The terms of one chapter, at its end, in the order of the alphabet; nothing when it has none. */
export function glossaryOf(edition: Edition, chapter: string): Block[] {
  const { taal, text, begrippen } = edition;
  const own = begrippen.filter(({ hoofdstukken }) => hoofdstukken.includes(Number(chapter)));
  if (own.length === 0) return [];
  const items = own
    .map(({ term, uitleg }) => ({ term: term[taal], text: uitleg[taal] }))
    .sort((left, right) => (slug(left.term) < slug(right.term) ? -1 : 1));
  return [
    {
      kind: 'section',
      id: `begrippen-${chapter}`,
      title: text.monitor.begrippen,
      minor: true,
      blocks: [{ kind: 'terms', items }],
    },
  ];
}
