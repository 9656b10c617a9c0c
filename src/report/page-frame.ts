// SPDX-License-Identifier: EUPL-1.2
import { FIGUUR_STATUSSEN, type ReleaseGebied } from '../contract/index.ts';
import { slug, type Taal, texts } from '../text/index.ts';
import { groepName } from './area-names.ts';
import type { Block, DocumentPage, PageLink } from './document.ts';
import { comparisonGroup, type Edition, gemeentenOf } from './edition.ts';

/** Name of the file of the region without extension. */
export const MONITOR = 'monitor';

/** Name of an area's file without extension: `monitor` for the region, `monitor-den-haag` for a gemeente. */
export function pageName({ regio }: Edition, gebied: ReleaseGebied): string {
  return gebied.code === regio.code ? MONITOR : `${MONITOR}-${slug(gebied.naam)}`;
}

/** Page of an area in the language of the edition. */
export function pagePath(edition: Edition, gebied: ReleaseGebied): string {
  return inLanguage(pageName(edition, gebied), edition.taal);
}

/** File of a page in one language. Dutch is the language of the site and has no mark. */
export function inLanguage(name: string, taal: Taal): string {
  return taal === 'nl' ? `${name}.html` : `${name}.${taal}.html`;
}

/** Everything of a page but its own contents: name, banner, stamp, links to the other pages, colophon. */
export function pageFrame(
  edition: Edition,
  page: {
    /** File without extension. */
    readonly name: string;
    readonly title: string;
    readonly lead: string;
    readonly blocks: readonly Block[];
  },
): DocumentPage {
  const { text, taal, release, notation, regio } = edition;
  const versions = Object.values(release.definities).sort();
  const { name, ...contents } = page;
  const pad = inLanguage(name, taal);
  const other: Taal = taal === 'nl' ? 'en' : 'nl';
  return {
    ...contents,
    pad,
    taal,
    home: inLanguage('index', taal),
    ...(name === 'index' ? {} : { paper: { href: pad.replace(/html$/, 'pdf'), label: text.papier.alsPdf } }),
    otherLanguage: { taal: other, href: inLanguage(name, other), label: texts(other).taalNaam },
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
    pages: pageLinks(edition, pad),
    colophon: [
      `${text.stempel.figuur(release.id, text.status[release.status].naam, notation.date(release.dataTot))}.`,
      text.status[release.status].uitleg,
      text.verantwoording.versie(release.programma),
      text.verantwoording.licentie,
    ],
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

/** How the figures were made, the words that stand in place of figures, and why small numbers are hidden; where asked, the definitions that were used. */
export function method(edition: Edition, withDefinitions = false): Block {
  const { text, release, notation } = edition;
  const { regels } = release.geheimhouding;
  return {
    kind: 'section',
    id: 'verantwoording',
    title: text.monitor.verantwoording,
    blocks: [
      paragraph(text.verantwoording.tekst(release.regio.naam)),
      paragraph(
        text.verantwoording.dataTot(
          notation.date(release.dataTot),
          text.status[release.status].naam,
          text.status[release.status].uitleg,
        ),
      ),
      { kind: 'subheading', text: text.monitor.geheimhouding },
      paragraph(text.verantwoording.geheimhouding(regels.verbergTotEnMet)),
      paragraph(text.verantwoording.noemer(regels.minimumNoemer, regels.minimumBijdragers)),
      ...(withDefinitions ? definitionList(edition) : []),
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

function definitionList({ text, taal, definities }: Edition): Block[] {
  const items = [...definities]
    .sort((left, right) => (slug(left.naam[taal]) < slug(right.naam[taal]) ? -1 : 1))
    .map(({ naam, versie, status, varianten }) => {
      const statuses = [...new Set(varianten.map((variant) => variant.status ?? status))];
      const named = statuses.map((one) => {
        const own = varianten.filter((variant) => (variant.status ?? status) === one).map(({ id }) => id);
        return statuses.length === 1
          ? text.definitieVan[one]
          : `${own.join(', ')}: ${text.definitieVan[one]}`;
      });
      return { term: naam[taal], text: text.verantwoording.definitie(versie, named.join('; ')) };
    });
  return [
    { kind: 'subheading', text: text.monitor.gebruikteDefinities },
    { kind: 'terms', items },
  ];
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', children: [text] };
}

function pageLinks(edition: Edition, current: string): PageLink[] {
  const { text, regio } = edition;
  const link = (href: string, label: string) => ({ href, label, current: href === current });
  return [
    link(inLanguage('index', edition.taal), text.site.start),
    link(pagePath(edition, regio), text.site.regio(regio.naam)),
    ...gemeentenOf(edition).map((gemeente) => link(pagePath(edition, gemeente), gemeente.naam)),
  ];
}
