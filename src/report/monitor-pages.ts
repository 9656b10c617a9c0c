// SPDX-License-Identifier: EUPL-1.2
import type { ReleaseGebied } from '../contract/index.ts';
import { groepName } from './area-names.ts';
import { chapterLinks, chapterPages } from './chapter-pages.ts';
import { Numbering } from './chapters/chapter-context.ts';
import type { ChapterSource } from './chapters/chapter-source.ts';
import { type Chapter, readChapters } from './chapters/read-chapter.ts';
import { areasFigure, regionFigure } from './client-figures.ts';
import type { Block, DocumentPage } from './document.ts';
import { breaksIn, cellOf, comparisonGroup, type Edition, gemeentenOf } from './edition.ts';
import { glossaryOf } from './glossary.ts';
import { changeSentences, keyFigures } from './key-figures.ts';
import { method, pageFrame, pageName, paragraph, readingGuide } from './page-frame.ts';
import { thresholdTable } from './threshold-table.ts';
import { largestTypeSentence, typeCounts, typeGrowth } from './type-tables.ts';

/** `monitor.html`, the region on one page, and a page for each of its chapters where somebody wrote them. */
export function regionPages(edition: Edition): DocumentPage[] {
  const { regio, hoofdstukken, taal } = edition;
  const chapters = writtenChapters(edition, regio, hoofdstukken?.[taal])?.map((chapter) => ({
    ...chapter,
    blocks: [...chapter.blocks, ...glossaryOf(edition, chapter.number ?? '')],
  }));
  const whole = regionPage(edition, chapters);
  return [whole, ...chapterPages(edition, chapters ?? [], whole)];
}

function regionPage(edition: Edition, chapters: readonly Chapter[] | undefined): DocumentPage {
  const { text, release, regio } = edition;
  const page = pageFrame(edition, {
    name: pageName(edition, regio),
    title: text.monitor.titel(regio.naam, release.jaar),
    lead: text.monitor.lead(regio.naam, release.jaren[0] ?? release.jaar, release.jaar),
    blocks: [
      keyFigures(edition, regio),
      readingGuide(edition),
      ...(chapters ?? [
        {
          kind: 'section' as const,
          id: 'clienten',
          title: text.monitor.clienten,
          blocks: [
            { kind: 'paragraph' as const, children: changeSentences(edition, regio) },
            regionFigure(edition, '3A'),
            areasFigure(edition, '3B', text.figuur.clientenEnUitgavenGemeenten, gemeentenOf(edition)),
          ],
        },
        ...sharedSections(edition, [regio]),
      ]),
      method(edition, true),
    ],
  });
  return chapters ? { ...page, chapters: chapterLinks(edition, chapters) } : page;
}

/** `monitor-<gemeente>.html`: a gemeente beside the group it can be compared with. */
export function gemeentePage(edition: Edition, gemeente: ReleaseGebied): DocumentPage {
  const { text, release } = edition;
  const groep = comparisonGroup(edition, gemeente);
  return pageFrame(edition, {
    name: pageName(edition, gemeente),
    title: text.monitor.titel(gemeente.naam, release.jaar),
    lead: text.monitor.leadGemeente(
      gemeente.naam,
      groepName(edition, groep),
      release.jaren[0] ?? release.jaar,
      release.jaar,
    ),
    blocks: [
      keyFigures(edition, gemeente),
      ...(writtenChapters(edition, gemeente, appendixOf(edition)) ?? [
        {
          kind: 'section' as const,
          id: 'clienten',
          title: text.monitor.clienten,
          blocks: [
            paragraph(whyThisGroup(edition, gemeente, groep)),
            { kind: 'paragraph' as const, children: changeSentences(edition, gemeente) },
            areasFigure(edition, '1', text.figuur.clientenEnUitgaven, [gemeente, groep]),
          ],
        },
        ...sharedSections(edition, [gemeente, groep]),
      ]),
      method(edition),
    ],
  });
}

/** The chapters that somebody wrote, seen from this area; undefined when nobody did. */
function writtenChapters(
  edition: Edition,
  hier: ReleaseGebied,
  sources: readonly ChapterSource[] | undefined,
): Chapter[] | undefined {
  if (!sources || sources.length === 0) return undefined;
  return readChapters(sources, {
    edition,
    hier,
    groep: comparisonGroup(edition, hier),
    numbering: new Numbering(),
  });
}

function appendixOf({ bijlage, taal }: Edition): ChapterSource[] {
  const source = bijlage?.[taal];
  return source ? [source] : [];
}

function whyThisGroup(edition: Edition, gemeente: ReleaseGebied, groep: ReleaseGebied): string {
  const { text, taal, regio } = edition;
  const own = breaksIn(edition, gemeente);
  const missed = breaksIn(edition, regio).find((breuk) => !own.includes(breuk));
  return missed === undefined
    ? text.monitor.zelfdeBreuken(gemeente.naam, groepName(edition, groep))
    : text.monitor.anderDanRegio(gemeente.naam, groepName(edition, groep), missed.oorzaak[taal]);
}

/** Every page of one release in one language, but its index. */
export function monitorPages(edition: Edition): DocumentPage[] {
  return [
    ...regionPages(edition),
    ...gemeentenOf(edition).map((gemeente) => gemeentePage(edition, gemeente)),
  ];
}

function sharedSections(edition: Edition, gebieden: readonly ReleaseGebied[]): Block[] {
  const { text, notation, release } = edition;
  const grens = notation.euro(release.drempels.kostenGrensCents);
  return [
    {
      kind: 'section',
      id: 'typen',
      title: text.monitor.typen,
      blocks: [
        ...largestType(edition, gebieden[0]),
        typeCounts(edition, 1, gebieden),
        typeGrowth(edition, 2, gebieden),
      ],
    },
    {
      kind: 'section',
      id: 'grens',
      title: text.monitor.grens(grens),
      blocks: [...thresholdSentence(edition, gebieden[0], grens), thresholdTable(edition, 3, gebieden)],
    },
  ];
}

function largestType(edition: Edition, gebied: ReleaseGebied | undefined): Block[] {
  const sentence = gebied && largestTypeSentence(edition, gebied);
  return sentence === undefined ? [] : [paragraph(sentence)];
}

function thresholdSentence(edition: Edition, gebied: ReleaseGebied | undefined, grens: string): Block[] {
  const { text, notation, release } = edition;
  if (!gebied) return [];
  const [clienten, uitgaven] = ['clienten', 'uitgaven'].map((variant) =>
    cellOf(
      edition,
      { indicator: 'kosten-boven-grens', variant, gebied: gebied.code, jaar: release.jaar },
      (share) => notation.percent(share),
    ),
  );
  if (typeof clienten?.waarde !== 'number' || typeof uitgaven?.waarde !== 'number') return [];
  return [paragraph(text.zin.grens(release.jaar, gebied.naam, grens, clienten.text, uitgaven.text))];
}
