// SPDX-License-Identifier: EUPL-1.2
import { FIGUUR_STATUSSEN, type ReleaseGebied } from '../contract/index.ts';
import { listing } from './client-figures.ts';
import type { Block, DocumentPage, PageLink } from './document.ts';
import { comparisonGroup, type Edition, gemeentenOf } from './edition.ts';

/** Page of an area: `monitor.html` for the region, `monitor-den-haag.html` for a gemeente. */
export function pagePath({ regio }: Edition, gebied: ReleaseGebied): string {
  return gebied.code === regio.code ? 'monitor.html' : `monitor-${slug(gebied.naam)}.html`;
}

/** Everything of a page but its own contents: name, banner, stamp, links to the other pages, colophon. */
export function pageFrame(
  edition: Edition,
  page: {
    readonly pad: string;
    readonly title: string;
    readonly lead: string;
    readonly blocks: readonly Block[];
  },
): DocumentPage {
  const { text, taal, release, notation, regio } = edition;
  const versions = Object.values(release.definities).sort();
  return {
    ...page,
    taal,
    siteName: text.site.naam(release.regio.naam),
    ...(release.fictief ? { banner: { title: text.fictief.titel, text: text.fictief.uitleg } } : {}),
    stampTitle: text.stempel.titel,
    stamp: [
      { term: text.stempel.release, text: release.id },
      { term: text.stempel.status, text: text.status[release.status].naam },
      { term: text.stempel.dataTot, text: notation.date(release.dataTot) },
      {
        term: text.stempel.samenstelling,
        text: text.stempel.samenstellingVan(regio.gemeenten.length, release.samenstelling.peiljaar),
      },
      {
        term: text.stempel.definities,
        text: text.stempel.definitieVersies(versions.length, versions[0] ?? '', versions.at(-1) ?? ''),
      },
    ],
    pages: pageLinks(edition, page.pad),
    colophon: [
      text.status[release.status].uitleg,
      text.verantwoording.versie(release.programma),
      text.verantwoording.licentie,
    ],
    languageNote: { taal: taal === 'nl' ? 'en' : 'nl', text: text.site.taalnoot },
  };
}

/** What every reader must know first. */
export function readingGuide(edition: Edition): Block {
  const { text, release } = edition;
  const groups = [...new Set(gemeentenOf(edition).map((gemeente) => comparisonGroup(edition, gemeente)))];
  const { afronding } = release.geheimhouding.regels;
  return {
    kind: 'section',
    id: 'leeswijzer',
    title: text.monitor.leeswijzer,
    blocks: [
      paragraph(text.leeswijzer.inkoop),
      paragraph(text.leeswijzer.telling),
      paragraph(text.leeswijzer.vergelijken(groups.map((groep) => groepName(edition, groep)).join('; '))),
      paragraph(text.leeswijzer.breuk),
      ...(afronding > 1 ? [paragraph(text.leeswijzer.afronding(afronding))] : []),
    ],
  };
}

/** How the figures were made, the words that stand in place of figures, and why small numbers are hidden. */
export function method(edition: Edition): Block {
  const { text, release } = edition;
  return {
    kind: 'section',
    id: 'verantwoording',
    title: text.monitor.verantwoording,
    blocks: [
      paragraph(text.verantwoording.tekst(release.regio.naam)),
      paragraph(text.verantwoording.geheimhouding(release.geheimhouding.regels.verbergTotEnMet)),
      { kind: 'subheading', text: text.monitor.tekens },
      {
        kind: 'terms',
        items: FIGUUR_STATUSSEN.filter((status) => status !== 'normaal').map((status) => ({
          term: text.figuurStatus[status].teken,
          text: text.figuurStatus[status].uitleg,
        })),
      },
    ],
  };
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', children: [text] };
}

/** A group with its members, when its name does not say who they are. */
export function groepName(edition: Edition, groep: ReleaseGebied): string {
  if (groep.naam !== groep.code) return groep.naam;
  const members = gemeentenOf(edition).filter(({ code }) =>
    groep.gemeenten.some((member) => member === code),
  );
  return `${groep.code} (${listing(edition, members)})`;
}

function pageLinks(edition: Edition, current: string): PageLink[] {
  const { text, regio } = edition;
  const link = (href: string, label: string) => ({ href, label, current: href === current });
  return [
    link('index.html', text.site.start),
    link(pagePath(edition, regio), text.site.regio(regio.naam)),
    ...gemeentenOf(edition).map((gemeente) => link(pagePath(edition, gemeente), gemeente.naam)),
  ];
}

function slug(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
