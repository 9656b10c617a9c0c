// SPDX-License-Identifier: EUPL-1.2
import type { BerichtSink, BestandTelling, BronSink, Bsn, Pseudonym } from '../contract/index.ts';
import { readBestand } from '../ijw/index.ts';
import { readBron } from '../sources/index.ts';

/** Reads a delivered file: another source where its content says so, else messages. A delivery of another source counts as one message. */
export async function readLevering(
  path: string,
  pad: string,
  sink: BerichtSink & BronSink,
  opties: { readonly pseudonymOf: (bsn: Bsn) => Pseudonym; readonly bestandSha256?: string },
): Promise<BestandTelling> {
  const bron = await readBron(path, pad, sink);
  if (bron === undefined) return readBestand(path, pad, sink, opties);
  const { leveringen, rijen, onleesbareRijen } = bron;
  const onleesbareBerichten = leveringen === 0 ? 1 : 0;
  return {
    berichten: leveringen + onleesbareBerichten,
    onleesbareBerichten,
    rijen,
    onleesbareRijen,
    anders: 0,
  };
}
