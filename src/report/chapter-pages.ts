// SPDX-License-Identifier: EUPL-1.2
import type { Block, DocumentPage, Inline, PageLink } from './document.ts';
import type { Edition } from './edition.ts';
import { inLanguage, pageFrame } from './page-frame.ts';

/** A chapter as it stands in the monitor. */
export type ChapterBlock = Extract<Block, { kind: 'section' }>;

/** Links to the pages of the chapters. */
export function chapterLinks(
  edition: Edition,
  chapters: readonly ChapterBlock[],
  current?: string,
): PageLink[] {
  return chapters.map((chapter, index) => ({
    href: chapterPath(edition, chapter, index),
    label: `${chapter.number ?? index + 1} ${chapter.title}`,
    current: chapter.id === current,
  }));
}

/** `hoofdstuk-2.html`: every chapter of the monitor on a page of its own, with the one before and the one after. */
export function chapterPages(
  edition: Edition,
  chapters: readonly ChapterBlock[],
  whole: DocumentPage,
): DocumentPage[] {
  const links = chapterLinks(edition, chapters);
  return chapters.map((chapter, index) => {
    const frame = pageFrame(edition, {
      name: chapterName(chapter, index),
      title: chapter.title,
      lead: plain(chapter.lead ?? []),
      blocks: chapter.blocks,
    });
    const [previous, next] = [links[index - 1], links[index + 1]];
    return {
      ...frame,
      number: chapter.number ?? String(index + 1),
      ...(whole.paper ? { paper: { href: whole.paper.href, label: edition.text.papier.monitorAlsPdf } } : {}),
      chapters: [
        ...chapterLinks(edition, chapters, chapter.id),
        { href: whole.pad, label: edition.text.site.heleMonitor, current: false },
      ],
      ...(previous ? { previous } : {}),
      ...(next ? { next } : {}),
    };
  });
}

function chapterPath(edition: Edition, chapter: ChapterBlock, index: number): string {
  return inLanguage(chapterName(chapter, index), edition.taal);
}

function chapterName({ number }: ChapterBlock, index: number): string {
  return `hoofdstuk-${number ?? index + 1}`;
}

/** The words of a text, for places that know no markup. */
function plain(children: readonly Inline[]): string {
  return children
    .map((child) =>
      typeof child === 'string' ? child : child.kind === 'code' ? child.text : plain(child.children),
    )
    .join('');
}
