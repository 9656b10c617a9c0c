// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FigureRow } from '../../src/contract/index.ts';
import { indicatorIds } from './definitions.ts';
import { evaluate } from './evaluator.ts';
import type { World } from './evaluator-world.ts';
import {
  bronnenOf,
  cellOf,
  deliveredOf,
  type Geval,
  type GevalCijfer,
  gevallenOf,
  requestOf,
} from './gevallen.ts';
import { voorbeeldproducten, voorbeeldregio } from './voorbeeldregio.ts';
import { computeInWarehouse } from './warehouse-engine.ts';

/** Every figure of the case that differs, told so that the one who changed a definition sees what the change does. */
function differences(geval: Geval, tables: readonly (readonly FigureRow[] | undefined)[]): readonly string[] {
  return geval.cijfers.flatMap((cijfer, index) => {
    const cell = cellOf(cijfer).join();
    const row = tables[index]?.find((candidate) => candidate.dimensies.join() === cell);
    const told = expected(cijfer);
    const found = computed(cijfer, row);
    return told === found ? [] : [`  ${describe(cijfer)}: the case says ${told}, computed is ${found}`];
  });
}

/** Told once where the engine and the evaluator agree; where they do not, one of the two has a bug. */
function told(geval: Geval, sql: readonly string[], evaluated: readonly string[]): readonly string[] {
  if (sql.join() === evaluated.join()) return sql.length === 0 ? [] : [geval.geval, ...sql];
  return [`${geval.geval} (SQL)`, ...sql, `${geval.geval} (evaluator)`, ...evaluated];
}

function describe({ gebied, periode, variant, uitsplitsing, parameters }: GevalCijfer): string {
  const parts = [...Object.entries(uitsplitsing ?? {}), ...Object.entries(parameters ?? {})];
  return [gebied, periode, variant, ...parts.map((pair) => pair.join(' '))].filter(Boolean).join(', ');
}

function expected({ waarde, teller, noemer }: GevalCijfer): string {
  return teller === undefined ? String(waarde) : `${waarde} (${teller} / ${noemer})`;
}

function computed({ teller }: GevalCijfer, row: FigureRow | undefined): string {
  if (row === undefined) return 'absent';
  const waarde = row.waarde ?? row.status.join('+');
  return teller === undefined ? String(waarde) : `${waarde} (${row.teller} / ${row.noemer})`;
}

/** Ids to look at, from `npm run cases -- terugkeer`; empty is all. */
const chosen = (process.env.GEVALLEN ?? '').split(' ').filter((id) => id !== '');

for (const id of indicatorIds.filter((one) => chosen.length === 0 || chosen.includes(one))) {
  const gevallen = gevallenOf(id);
  test(`the worked cases of ${id} hold on the real engine and on the evaluator`, async () => {
    assert.ok(gevallen.length > 0, `indicatoren/${id}/gevallen.yaml has cases`);
    const different: string[] = [];
    for (const geval of gevallen) {
      const delivered = deliveredOf(geval);
      const world: World = {
        delivered,
        producten: voorbeeldproducten,
        regio: voorbeeldregio,
        bronnen: bronnenOf(geval),
      };
      const requests = geval.cijfers.map((cijfer) => requestOf(id, cijfer));
      const evaluated = requests.map((request) => evaluate(world, request));
      const shuffled: World = { ...world, delivered: [...delivered, ...delivered].reverse() };
      const tables = await computeInWarehouse(shuffled, requests, 2);
      const ofSql = tables.map(({ rows }) => rows);
      different.push(...told(geval, differences(geval, ofSql), differences(geval, evaluated)));
    }
    assert.ok(different.length === 0, different.join('\n'));
  });
}
