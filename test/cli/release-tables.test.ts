// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadDefinition } from '../../src/cli/definitions.ts';
import { RELEASE_TABLES, releasePlans } from '../../src/cli/release-tables.ts';
import type { Dimensie } from '../../src/contract/index.ts';
import { tellingOver } from '../../src/disclose/grootheid.ts';
import type { Definition, FigurePlan } from '../../src/indicators/index.ts';
import { opbouwVan } from '../../src/indicators/opbouw.ts';
import { readRegio, readYaml } from '../../src/policy/index.ts';
import { projectRoot } from '../project-root.ts';

const template = join(projectRoot, 'regio', 'haaglanden', 'regio.yaml');
const context = { cwd: projectRoot, programRoot: projectRoot } as Parameters<typeof loadDefinition>[0];

async function plansOfARelease(): Promise<readonly FigurePlan[]> {
  const definitions = new Map<string, Definition>();
  for (const { indicator } of RELEASE_TABLES)
    definitions.set(indicator, await loadDefinition(context, projectRoot, indicator));
  return releasePlans(readRegio(readYaml('regio.yaml', readFileSync(template, 'utf8'))), definitions);
}

/** Every number that the tables show, by quantity, split and area, with the dimensions along which it adds up. */
function numbersOf(plans: readonly FigurePlan[]) {
  return plans.flatMap((plan) => {
    const own = plan.dimensies.filter((dimensie) => dimensie !== 'gemeente');
    return opbouwVan(plan).flatMap(({ teller, noemer, zonder, vorm }) => [
      ...(vorm === 'kengetal' ? [] : [{ grootheid: teller, plan, split: own }]),
      ...(noemer === undefined
        ? []
        : [{ grootheid: noemer, plan, split: own.filter((one) => one !== zonder) }]),
    ]);
  });
}

test('what adds up along a split is published with its total, for the same areas and years', async () => {
  const place = (naam: string, split: readonly Dimensie[], gebied: string, periode: string) =>
    [naam, [...split].sort().join('-'), gebied, periode].join(' ');
  const all = numbersOf(await plansOfARelease());
  const places = ({ plan }: (typeof all)[number]) =>
    plan.gebieden.flatMap(({ code }) => plan.perioden.map(({ label }) => [code, label] as const));
  const shown = new Set(
    all.flatMap((one) =>
      places(one).map(([gebied, periode]) => place(one.grootheid.naam, one.split, gebied, periode)),
    ),
  );
  const totals = all.flatMap((one) =>
    one.split
      .filter((dimensie) => tellingOver(one.grootheid, dimensie) === 'som')
      .flatMap((dimensie) => {
        const rest = one.split.filter((other) => other !== dimensie);
        return places(one).map(([gebied, periode]) => place(one.grootheid.naam, rest, gebied, periode));
      }),
  );
  assert.ok(totals.some((total) => total.startsWith('wachtenden ') && total.includes('GM0603')));
  assert.deepEqual([...new Set(totals)].filter((total) => !shown.has(total)).sort(), []);
});
