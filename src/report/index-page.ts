// SPDX-License-Identifier: EUPL-1.2

import { areasTable } from './areas-table.ts';
import type { Block, DocumentPage } from './document.ts';
import type { Edition } from './edition.ts';
import { figureDescription } from './figure-description.ts';
import { keyFigures } from './key-figures.ts';
import { pageFrame, paragraph } from './page-frame.ts';

/** `index.html`: the way to every page and every file of the release. */
export function indexPage(edition: Edition): DocumentPage {
  const { text, release, regio } = edition;
  return pageFrame(edition, {
    name: 'index',
    title: text.index.titel(release.jaar),
    lead: text.index.inleiding(regio.naam, release.jaar, release.jaren[0] ?? release.jaar),
    blocks: [
      keyFigures(edition, regio),
      {
        kind: 'section',
        id: 'gebieden',
        title: text.index.gebieden,
        blocks: [areasTable(edition)],
      },
      dataSection(edition),
    ],
  });
}

function dataSection(edition: Edition): Block {
  const { text, tables } = edition;
  const file = (href: string, description: string) => [
    { kind: 'link' as const, href, children: [href] },
    `: ${description}`,
  ];
  return {
    kind: 'section',
    id: 'gegevens',
    title: text.index.gegevens,
    blocks: [
      paragraph(text.index.gegevensUitleg),
      {
        kind: 'list',
        items: [
          ...tables
            .map((table) => figureDescription(edition, table))
            .sort((left, right) => (left.href < right.href ? -1 : 1))
            .map(({ href, description }) => file(href, description)),
          file('cijfers/all.json', text.index.alles),
          file('geheimhouding.json', text.index.geheimhouding),
          file('wijzigingen.md', text.index.wijzigingen),
          file('manifest.json', text.index.manifest),
        ],
      },
    ],
  };
}
