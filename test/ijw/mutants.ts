// SPDX-License-Identifier: EUPL-1.2
import { createHash, hash } from 'node:crypto';
import { DocumentLezer } from '../../src/ijw/document-lezer.ts';
import { newTelling } from '../../src/ijw/telling.ts';

/** Everything a document gives when it is offered in pieces of `size` bytes; `Infinity` offers it whole, as messages in a ZIP are. */
export function eventsOf(bytes: Uint8Array, size: number): unknown[] {
  const events: unknown[] = [];
  const telling = newTelling();
  const lezer = new DocumentLezer('mutant.xml', {
    telling,
    opties: {},
    hasher: {
      start() {
        const open = createHash('sha256');
        return { update: (chunk) => void open.update(chunk), digest: () => open.digest('hex') };
      },
      of: (whole) => hash('sha256', whole, 'hex'),
    },
    sink: {
      bericht: (kop) => events.push(['bericht', kop]),
      rij: (rij) => events.push(['rij', 'client' in rij ? { ...rij, client: { ...rij.client } } : rij]),
      einde: (volledig, sha256) => events.push(['einde', volledig, volledig ? sha256 : '']),
      finding: (finding) => events.push(['finding', finding]),
    },
  });
  if (size === Number.POSITIVE_INFINITY) lezer.whole(bytes);
  else {
    for (let at = 0; at < bytes.length; at += size) lezer.push(bytes.subarray(at, at + size));
    lezer.end();
  }
  events.push(telling);
  return events;
}
