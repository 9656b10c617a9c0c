// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { filterPartij, PartijBouwer, type Waarde } from '../../src/store/index.ts';
import { tijdelijkMagazijn } from './voorbeeld.ts';

const tekst = fc.option(
  fc.oneof(fc.string({ maxLength: 14 }), fc.string({ unit: 'grapheme', maxLength: 30 })),
  {
    nil: undefined,
  },
);
const rij = fc.record({
  pseudoniem: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  referentie: tekst,
  codes: tekst,
  cents: fc.option(fc.maxSafeInteger(), { nil: undefined }),
});

test('what goes into a batch comes out of the database, with any text, null and size, and after taking rows back', async (t) => {
  const warehouse = await tijdelijkMagazijn(t);
  await fc.assert(
    fc.asyncProperty(
      fc.array(rij, { maxLength: 60 }),
      fc.array(rij, { maxLength: 20 }),
      fc.integer({ min: 1, max: 80 }),
      fc.func(fc.boolean()),
      async (kept, takenBack, repeat, keep) => {
        const bouwer = new PartijBouwer();
        const tabel = bouwer.get('prestatie_antwoord');
        const berichten = bouwer.get('bericht');
        const expected: unknown[][] = [];
        let regel = 0;
        for (let round = 0; round < repeat; round += 1) {
          const stays = keep(round);
          for (const row of kept) {
            const values: Waarde[] = [
              0n,
              regel,
              row.pseudoniem,
              row.referentie,
              row.codes,
              undefined,
              row.cents,
            ];
            tabel.push(round, values);
            if (stays) {
              expected.push([
                regel,
                row.pseudoniem,
                row.referentie ?? null,
                row.codes ?? null,
                null,
                row.cents ?? null,
              ]);
            }
            regel += 1;
          }
          const mark = tabel.length;
          for (const row of takenBack) {
            tabel.push(round, [0n, -1, row.pseudoniem, row.codes, row.referentie, row.referentie, undefined]);
          }
          tabel.truncate(mark);
        }
        const partij = filterPartij(bouwer.finish(), {
          bericht: Uint8Array.from({ length: repeat }, (_, n) => (keep(n) ? 1 : 0)),
          bron: new Uint8Array(0),
        });
        assert.equal(berichten.length, 0);
        const writer = await warehouse.begin();
        await writer.take(partij, []);
        await writer.commit();
        const rows = await warehouse.query({
          text: 'SELECT regel, pseudoniem::VARCHAR AS p, referentie_nummer, retour_codes, client_retour_codes, toegekend_cents FROM prestatie_antwoord ORDER BY regel',
          params: [],
        });
        assert.deepEqual(
          rows.map((row) => Object.values(row)),
          expected.map(([n, pseudoniem, ...rest]) => [n, String(pseudoniem), ...rest]),
        );
        await warehouse.query({ text: 'DELETE FROM prestatie_antwoord', params: [] });
      },
    ),
    { numRuns: 60, seed: 4 },
  );
});
