// SPDX-License-Identifier: EUPL-1.2
import type { BerichtSink, BestandTelling, BronSink } from '../contract/index.ts';
import { readBestand, readBytes } from '../ijw/index.ts';
import { type BronUitkomst, readBron, readBronBytes } from '../sources/index.ts';
import type { LeveringOpties } from './parse-loop.ts';

/**
 * Reads a delivered file: another source where its content says so, else messages, and in containers both. A delivery of another source counts as one message, and
 * so does a file of another source in which nothing is usable.
 */
export async function readLevering(
  path: string,
  pad: string,
  sink: BerichtSink & BronSink,
  { bytes, ...opties }: LeveringOpties,
): Promise<BestandTelling> {
  const bron = await (bytes === undefined ? readBron(path, pad, sink) : readBronBytes(bytes, pad, sink));
  if (bron !== undefined) return add(NOTHING, bron);
  const bronnen: BronUitkomst[] = [];
  const anders = async (entry: Uint8Array, place: string): Promise<boolean> => {
    const found = await readBronBytes(entry, place, sink);
    if (found !== undefined) bronnen.push(found);
    return found !== undefined;
  };
  const berichten = { ...opties, anders };
  const telling = await (bytes === undefined
    ? readBestand(path, pad, sink, berichten)
    : readBytes(bytes, pad, sink, berichten));
  return bronnen.reduce(add, telling);
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
