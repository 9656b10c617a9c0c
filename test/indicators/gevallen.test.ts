// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FigureRow } from '../../src/contract/index.ts';
import { indicatorIds } from './definitions.ts';
import { evaluate } from './evaluator.ts';
import type { World } from './evaluator-world.ts';
import { cellOf, deliveredOf, type Geval, type GevalCijfer, gevallenOf, requestOf } from './gevallen.ts';
import { voorbeeldproducten, voorbeeldregio } from './voorbeeldregio.ts';
import { computeInWarehouse } from './warehouse-engine.ts';

function check(geval: Geval, engine: string, tables: readonly (readonly FigureRow[] | undefined)[]): void {
  for (const [index, cijfer] of geval.cijfers.entries()) {
    const cell = cellOf(cijfer).join();
    const row = tables[index]?.find((candidate) => candidate.dimensies.join() === cell);
    assert.deepEqual(
      brief(cijfer, row),
      expected(cijfer),
      `${engine}: ${geval.geval}: ${JSON.stringify(cijfer)}`,
    );
  }
}

function expected({ waarde, teller, noemer }: GevalCijfer): unknown {
  return { waarde, ...(teller === undefined ? {} : { teller, noemer }) };
}

function brief({ teller }: GevalCijfer, row: FigureRow | undefined): unknown {
  return {
    waarde: row === undefined ? 'absent' : (row.waarde ?? row.status.join('+')),
    ...(teller === undefined ? {} : { teller: row?.teller, noemer: row?.noemer }),
  };
}

for (const id of indicatorIds) {
  const gevallen = gevallenOf(id);
  test(`the worked cases of ${id} hold on the real engine and on the evaluator`, async () => {
    assert.ok(gevallen.length > 0, `indicatoren/${id}/gevallen.yaml has cases`);
    for (const geval of gevallen) {
      const delivered = deliveredOf(geval);
      const world: World = { delivered, producten: voorbeeldproducten, regio: voorbeeldregio };
      const requests = geval.cijfers.map((cijfer) => requestOf(id, cijfer));
      check(
        geval,
        'evaluator',
        requests.map((request) => evaluate(world, request)),
      );
      const shuffled: World = { ...world, delivered: [...delivered, ...delivered].reverse() };
      const tables = await computeInWarehouse(shuffled, requests, 2);
      check(
        geval,
        'SQL',
        tables.map(({ rows }) => rows),
      );
    }
  });
}
