// SPDX-License-Identifier: EUPL-1.2

import type { ReleaseGebied } from '../contract/index.ts';
import { slug } from '../text/index.ts';
import { Numbering } from './chapters/chapter-context.ts';
import type { ChapterSource } from './chapters/chapter-source.ts';
import { readChapters } from './chapters/read-chapter.ts';
import type { Block, DocumentPage } from './document.ts';
import { comparisonGroup, type Edition, gemeentenOf } from './edition.ts';
import { pageFrame } from './page-frame.ts';

/** `brief-<gemeente>.html`: the letter to the council of every gemeente (raadsinformatiebrief); none when nobody wrote it. */
export function letterPages(edition: Edition): DocumentPage[] {
  const source = edition.brief?.[edition.taal];
  return source ? gemeentenOf(edition).map((gemeente) => letterPage(edition, gemeente, source)) : [];
}

function letterPage(edition: Edition, gemeente: ReleaseGebied, source: ChapterSource): DocumentPage {
  const { text, release } = edition;
  const chapters = readChapters([source], {
    edition,
    hier: gemeente,
    groep: comparisonGroup(edition, gemeente),
    numbering: new Numbering(),
  });
  const page = pageFrame(edition, {
    name: `brief-${slug(gemeente.naam)}`,
    title: chapters[0]?.title ?? '',
    lead: text.brief.lead(gemeente.naam, release.jaar),
    blocks: chapters.flatMap(({ lead, blocks }): Block[] => [
      ...(lead ? [{ kind: 'paragraph' as const, children: lead }] : []),
      ...blocks,
    ]),
  });
  return {
    ...page,
    letter: true,
    subject: gemeente.naam,
    editable: { href: page.pad.replace(/html$/, 'odt'), label: text.papier.alsTekst },
  };
}
