// SPDX-License-Identifier: EUPL-1.2
import type { SafeTable } from '../contract/index.ts';

import { areasTable } from './areas-table.ts';
import type { Block, DocumentPage, Inline, PageLink } from './document.ts';
import { dataFile, type Edition } from './edition.ts';
import { keyFigures } from './key-figures.ts';
import { pageFrame, paragraph } from './page-frame.ts';

/** What people wrote about the figures of a release. */
interface Written {
  readonly chapters: readonly PageLink[];
  readonly letters: readonly DocumentPage[];
}

/** `index.html`: the way to every page and every file of the release. */
export function indexPage(edition: Edition, written: Written): DocumentPage {
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
      ...linkSection('hoofdstukken', text.site.hoofdstukken, written.chapters),
      ...linkSection('brieven', text.index.brieven, written.letters.map(letterLink)),
      dataSection(edition),
    ],
  });
}

function letterLink({ pad, subject = '' }: DocumentPage): PageLink {
  return { href: pad, label: subject, current: false };
}

function linkSection(id: string, title: string, links: readonly PageLink[]): Block[] {
  const items = links.map(({ href, label }): Inline[] => [link(href, label)]);
  return links.length === 0 ? [] : [{ kind: 'section', id, title, blocks: [{ kind: 'list', items }] }];
}

function dataSection(edition: Edition): Block {
  const { text, tables } = edition;
  const other = (href: string, description: string): Inline[] => [`${description}: `, link(href, href)];
  return {
    kind: 'section',
    id: 'gegevens',
    title: text.index.gegevens,
    blocks: [
      paragraph(text.index.gegevensUitleg),
      {
        kind: 'list',
        items: [
          ...[...tables]
            .sort((left, right) => (dataFile(left).name < dataFile(right).name ? -1 : 1))
            .map((table) => tableFiles(edition, table)),
          other('cijfers/all.json', text.index.alles),
          other('definities.json', text.index.definities),
          other('dashboard/v1/openapi.json', text.index.api),
          other('dcat.jsonld', text.index.catalogus),
          other('geheimhouding.json', text.index.geheimhouding),
          other('wijzigingen.md', text.index.wijzigingen),
          other('manifest.json', text.index.manifest),
        ],
      },
    ],
  };
}

function tableFiles({ text }: Edition, table: SafeTable): Inline[] {
  const { name, csv, ods } = dataFile(table);
  const indicator = text.indicatoren[table.indicator] ?? table.indicator;
  const split = table.dimensies.map((dimensie) => text.dimensies[dimensie].naam.toLowerCase());
  return [
    `${text.index.bestand(indicator, split)}: `,
    link(csv, `${name}.csv`),
    ', ',
    link(ods, `${name}.ods`),
  ];
}

function link(href: string, label: string): Inline {
  return { kind: 'link', href, children: [label] };
}
