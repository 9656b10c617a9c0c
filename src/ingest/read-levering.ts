// SPDX-License-Identifier: EUPL-1.2
import type { BerichtSink, BestandTelling, BronSink, Bsn, Pseudonym } from '../contract/index.ts';
import { readBestand } from '../ijw/index.ts';
import { type BronUitkomst, readBron, readBronBytes } from '../sources/index.ts';

/**
 * Reads a delivered file: another source where its content says so, else messages, and in containers both. A delivery of another source counts as one message, and
 * so does a file of another source in which nothing is usable.
 */
export async function readLevering(
  path: string,
  pad: string,
  sink: BerichtSink & BronSink,
  opties: { readonly pseudonymOf: (bsn: Bsn) => Pseudonym; readonly bestandSha256?: string },
): Promise<BestandTelling> {
  const bron = await readBron(path, pad, sink);
  if (bron !== undefined) return add(NOTHING, bron);
  const bronnen: BronUitkomst[] = [];
  const anders = async (bytes: Uint8Array, place: string): Promise<boolean> => {
    const found = await readBronBytes(bytes, place, sink);
    if (found !== undefined) bronnen.push(found);
    return found !== undefined;
  };
  return bronnen.reduce(add, await readBestand(path, pad, sink, { ...opties, anders }));
}

const NOTHING: BestandTelling = {
  berichten: 0,
  onleesbareBerichten: 0,
  rijen: 0,
  onleesbareRijen: 0,
  anders: 0,
};

function add(telling: BestandTelling, { leveringen, rijen, onleesbareRijen }: BronUitkomst): BestandTelling {
  const unusable = leveringen === 0 ? 1 : 0;
  return {
    berichten: telling.berichten + leveringen + unusable,
    onleesbareBerichten: telling.onleesbareBerichten + unusable,
    rijen: telling.rijen + rijen,
    onleesbareRijen: telling.onleesbareRijen + onleesbareRijen,
    anders: telling.anders,
  };
}
