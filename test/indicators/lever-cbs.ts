// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { type PlainDate, parsePlainDate } from '../../src/contract/index.ts';
import { PartijSink } from '../../src/ingest/index.ts';
import type { Warehouse } from '../../src/store/index.ts';

/** Takes cells of a table of CBS into a warehouse, by the columns of the raw table. */
export async function leverCbs(
  warehouse: Warehouse,
  rijen: readonly Readonly<Record<string, string | number>>[],
): Promise<void> {
  const sink = new PartijSink(() => 0n);
  sink.openBestand(0);
  const sha256 = createHash('sha256').update(JSON.stringify(rijen)).digest('hex');
  const kop = {
    soort: 'cbs',
    leverancier: 'cbs',
    reeks: '85098NED',
    periode: '',
    opgesteldOp: parsePlainDate('2025-01-01') as PlainDate,
    sha256,
    volgnummer: 0,
  };
  sink.bron(
    kop,
    'cbs_waarneming',
    rijen.map((rij, index) => ({
      rij: index + 1,
      waarden: { tabel: '85098NED', dimensies: '', attribuut: 'None', ...rij },
    })),
  );
  const writer = await warehouse.begin();
  const id = writer.open();
  await writer.take(sink.finish(), [id]);
  const telling = {
    berichten: 1,
    berichtenHerhaald: 0,
    berichtenOnleesbaar: 0,
    rijen: rijen.length,
    rijenHerhaald: 0,
    rijenOnleesbaar: 0,
    anders: 0,
  };
  writer.close(id, { sha256, pad: 'bronnen/cbs.json', bytes: 1, status: 'genomen', telling }, 0);
  await writer.commit();
}
