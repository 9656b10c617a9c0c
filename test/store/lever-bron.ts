// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { type Bsn, revealBsn } from '../../src/contract/index.ts';
import { PartijSink } from '../../src/ingest/index.ts';
import { readBronBytes } from '../../src/sources/index.ts';
import type { Warehouse } from '../../src/store/index.ts';

/** Takes a file of another source into a warehouse as ingest does; gives the number of deliveries that were new. */
export async function leverBron(warehouse: Warehouse, inhoud: string, bekend = 0): Promise<number> {
  const sink = new PartijSink(pseudoniem);
  sink.openBestand(0);
  const bytes = Buffer.from(inhoud, 'utf8');
  const uitkomst = await readBronBytes(bytes, 'bronnen/bron', sink);
  if (uitkomst === undefined) throw new Error('the file is no source');
  const writer = await warehouse.begin();
  const id = writer.open();
  await writer.take(sink.finish(), [id]);
  const { nieuw, herhaald, rijenHerhaald } = writer.opname(id);
  const telling = {
    berichten: uitkomst.leveringen,
    berichtenHerhaald: herhaald,
    berichtenOnleesbaar: 0,
    rijen: uitkomst.rijen + uitkomst.onleesbareRijen,
    rijenHerhaald,
    rijenOnleesbaar: uitkomst.onleesbareRijen,
    anders: 0,
  };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  writer.close(id, { sha256, pad: 'bronnen/bron', bytes: bytes.length, status: 'genomen', telling }, bekend);
  await writer.commit();
  return nieuw;
}

/** A pseudonym that a test can recognise: the digits of the number, or a hash of it. */
function pseudoniem(bsn: Bsn): bigint {
  const digits = revealBsn(bsn);
  if (/^\d+$/.test(digits)) return BigInt(digits);
  return BigInt(`0x${createHash('sha256').update(digits).digest('hex').slice(0, 15)}`);
}
