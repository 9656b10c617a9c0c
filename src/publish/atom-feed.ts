// SPDX-License-Identifier: EUPL-1.2
import { VERSCHIL_KLASSEN, type Wijzigingen } from '../contract/index.ts';
import { notation, texts } from '../text/index.ts';
import { addressesOf, uitgeverOf } from './addresses.ts';
import type { EerdereUitgave } from './earlier-releases.ts';

/** Address of the feed in a release. */
export const FEED_PAD = 'dashboard/wijzigingen.xml';

/**
 * `dashboard/wijzigingen.xml`: the releases as an Atom feed, the newest first. A release knows no clock: where no day of publication was given, the
 * day its data reach to stands in.
 * Source: RFC 4287
 */
export function atomFeed(releases: readonly EerdereUitgave[]): string {
  const newest = releases.at(-1);
  if (newest === undefined) return '';
  const { release } = newest;
  const { basis } = addressesOf(release);
  const uitgever = uitgeverOf(release);
  const { feed } = texts('nl').openData;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl">',
    `<id>${escaped(basis + FEED_PAD)}</id>`,
    `<title>${escaped(feed.titel(release.regio.naam))}</title>`,
    `<updated>${moment(newest)}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(basis + FEED_PAD)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(basis)}"/>`,
    `<author><name>${escaped(uitgever.naam)}</name><email>${escaped(uitgever.email)}</email></author>`,
    ...[...releases].reverse().map((uitgave) => entry(uitgave, basis)),
    '</feed>',
    '',
  ].join('\n');
}

function entry(uitgave: EerdereUitgave, basis: string): string {
  const { release } = uitgave;
  const { openData, status } = texts('nl');
  const address = `${basis}releases/${release.id}/`;
  return [
    '<entry>',
    `<id>${escaped(address)}</id>`,
    `<title>${escaped(openData.feed.uitgave(release.id, status[release.status].naam))}</title>`,
    `<updated>${moment(uitgave)}</updated>`,
    `<link rel="alternate" type="text/html" href="${escaped(address)}"/>`,
    `<link rel="related" type="application/json" href="${escaped(`${address}wijzigingen.json`)}"/>`,
    `<summary>${escaped(summary(uitgave))}</summary>`,
    '</entry>',
  ].join('');
}

function summary({ release, wijzigingen }: EerdereUitgave): string {
  const { openData, fictief } = texts('nl');
  return [
    openData.feed.gegevens(notation('nl').date(release.dataTot)),
    changesSummary(wijzigingen),
    ...(release.fictief ? [fictief.uitleg] : []),
  ].join(' ');
}

/** The changes of a release in one sentence, in Dutch. */
function changesSummary({ vorige, samenvatting }: Pick<Wijzigingen, 'vorige' | 'samenvatting'>): string {
  const { openData, wijzigingen } = texts('nl');
  if (vorige === null) return openData.dataset.eersteVersie;
  const parts = VERSCHIL_KLASSEN.flatMap((klasse) => {
    const aantal = samenvatting
      .filter((groep) => groep.klasse === klasse)
      .reduce((sum, groep) => sum + groep.aantal, 0);
    return aantal === 0 ? [] : [openData.dataset.wijziging(aantal, wijzigingen.klasse[klasse])];
  });
  return parts.length === 0 ? openData.dataset.gelijk(vorige) : openData.dataset.wijzigingen(vorige, parts);
}

function moment({ release }: EerdereUitgave): string {
  return `${release.uitgegeven ?? release.dataTot}T00:00:00Z`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
