// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { composeRelease } from '../../src/publish/index.ts';
import { editionSource } from '../report/haaglanden-release.ts';

interface Link {
  readonly rel: string;
  readonly href: string;
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly summary: string;
}

interface Feed {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly author: { readonly name: string };
  readonly link: readonly Link[];
  readonly entry: readonly Entry[];
}

function feedOf(naam: string): string {
  const { release, tables } = editionSource();
  const uitgever = {
    naam,
    uri: 'https://example.org/id',
    email: 'a@example.org',
    pagina: 'https://example.org/',
  };
  const { files } = composeRelease({
    releasesDir: '/nergens',
    release: { ...release, uitgever, adres: 'https://example.org/jeugd/', uitgegeven: '2025-06-30' },
    tables: tables.slice(0, 1),
    geheimhouding: {},
    pages: [],
  });
  return String(files.find(({ pad }) => pad === 'dashboard/wijzigingen.xml')?.inhoud);
}

test('the feed has what Atom asks: ids that last, moments, an author, and its own address', () => {
  const text = feedOf('Regio "A" & <B>');
  assert.equal(XMLValidator.validate(text), true);
  const options = {
    ignoreAttributes: false,
    attributeNamePrefix: '',
    isArray: (name: string) => name === 'entry',
  };
  const { feed } = new XMLParser(options).parse(text) as { feed: Feed };
  assert.equal(feed.id, 'https://example.org/jeugd/dashboard/wijzigingen.xml');
  assert.equal(feed.link.find(({ rel }) => rel === 'self')?.href, feed.id);
  assert.equal(feed.author.name, 'Regio "A" & <B>');
  const [entry, ...others] = feed.entry;
  assert.deepEqual(others, []);
  assert.equal(entry?.id, 'https://example.org/jeugd/releases/2024-1/');
  assert.equal(entry?.updated, '2025-06-30T00:00:00Z');
  assert.equal(feed.updated, entry?.updated);
  assert.match(entry?.summary ?? '', /^Gegevens tot en met 31 maart 2025\. Eerste uitgave\..*verzonnen/);
});
