// SPDX-License-Identifier: EUPL-1.2
import type { EerdereRelease } from '../contract/index.ts';
import { OperatorError } from '../contract/index.ts';
import { haalbaarheid, verbonden, withKeuze } from './haalbaar.ts';
import { naEerder } from './na-eerder.ts';
import type { Opgave, Vraag } from './opgave.ts';
import { opgaveVan, stelselVan } from './opgave.ts';
import { PER_UITGAVE } from './part.ts';
import type { Plan, PlannedParts } from './plan.ts';
import { planStelsel } from './plan.ts';
import type { Ruimte } from './ruimte.ts';
import { verruim } from './ruimte.ts';
import type { Solver } from './solver.ts';
import type { Stelsel } from './stelsel.ts';
import type { Verband } from './verbanden.ts';
import { verradendeVerbanden } from './verraden.ts';

/**
 * A plan in which every hidden figure is protected. Where nothing protects a figure by itself, more may be hidden around it, step by step: zeros, then whole
 * splits; never what was shown before and keeps its value. What a reader may only suppose is given up when nothing else helps. Throws: `disclose.cannot-protect`.
 */
export function veiligPlan(vraag: Vraag, solver: Solver): { readonly opgave: Opgave; readonly plan: Plan } {
  const done: PlannedParts = new Map();
  const doubtful = new Set<string>();
  let ruimte: Ruimte | undefined;
  let vermoed = true;
  for (;;) {
    const opgave = opgaveVan(vraag, ruimte, solver);
    const { getoond, verborgen } = opgave.eerder;
    const given = [...opgave.getallen.keys()].filter(
      (key) => getoond.has(key) && (opgave.primair.has(key) || verborgen.has(key)),
    );
    if (given.length > 0)
      throw cannotProtect(
        vraag.eerdere,
        given.map((key) => ({ key, uit: [{ release: getoond.get(key) ?? '', cijfers: [key] }] })),
      );
    const known = opgave.verbanden.filter((verband) => vermoed || verband.vermoed !== true);
    const verbanden = [...known, ...opgave.eerder.verbanden];
    const stelsel = naEerder(stelselVan(opgave, verbanden, vraag.regels), opgave, vraag.regels, solver);
    const { plan, onbeschermd } = planOf(stelsel, doubtful, solver, done);
    if (plan !== undefined) return { opgave, plan };
    ruimte = verruim(opgave.ruimte, stelsel, onbeschermd, opgave.getallen);
    if (ruimte === undefined && vermoed) {
      vermoed = false;
      continue;
    }
    if (ruimte === undefined)
      throw cannotProtect(
        vraag.eerdere,
        onbeschermd.slice(0, EXPLAINED).map((cell) => ({
          key: stelsel.cells[cell]?.key ?? '',
          uit: verradendeVerbanden(stelsel, cell, solver).flatMap((row) =>
            eerdereCijfers(verbanden[row], getoond),
          ),
        })),
      );
  }
}

/**
 * A plan, or the cells that no plan protects. `doubtful`: keys of the cells that a plan left unprotected so far; whether hiding all that may be hidden
 * would protect them is looked at before the next plan is made, because a plan costs more than that. When only the search fails, more is hidden than needed.
 */
function planOf(
  stelsel: Stelsel,
  doubtful: Set<string>,
  solver: Solver,
  done: PlannedParts,
): { readonly plan?: Plan; readonly onbeschermd: readonly number[] } {
  let possible = stelsel;
  for (let before = -1; ; ) {
    const asked = possible.cells.flatMap(({ key }, cell) => (doubtful.has(key) ? [cell] : []));
    if (doubtful.size > before) {
      const answer = haalbaarheid(possible, asked, solver);
      if (answer.onbeschermd.length > 0) return { onbeschermd: answer.onbeschermd };
      possible = answer.stelsel;
    } else {
      possible = withKeuze(possible, verbonden(possible, asked), 'verborgen');
    }
    const plan = planStelsel(possible, solver, PER_UITGAVE, done);
    if (plan.onbeschermd.length === 0) return { plan, onbeschermd: [] };
    if (doubtful.size <= before) return { onbeschermd: plan.onbeschermd };
    before = doubtful.size;
    for (const cell of plan.onbeschermd) doubtful.add(possible.cells[cell]?.key ?? '');
  }
}

/** Most figures that nothing protects, and most figures of earlier releases behind each, that an error names. */
const EXPLAINED = 20;
const NAMED = 6;

/** What a relation takes from earlier releases: constants of an old one, or figures of now that are bound to be what they were. */
function eerdereCijfers(
  verband: Verband | undefined,
  getoond: ReadonlyMap<string, string>,
): readonly OudCijfer[] {
  if (verband?.uit !== undefined) return [verband.uit];
  return (verband?.termen ?? []).flatMap(([key]) => {
    const release = getoond.get(key);
    return release === undefined ? [] : [{ release, cijfers: [key] }];
  });
}

function cannotProtect(
  earlier: readonly EerdereRelease[],
  cells: readonly { readonly key: string; readonly uit: readonly OudCijfer[] }[],
): Error {
  if (earlier.length === 0)
    return new Error(`nothing protects ${cells[0]?.key}, although everything may be hidden`);
  return new OperatorError(
    cells.slice(0, EXPLAINED).map(({ key, uit: known }) => {
      const uit = known.length > 0 ? known : earlier.map(({ id }) => ({ release: id, cijfers: [] }));
      const releases = [...new Set(uit.map(({ release }) => release))].sort();
      const cijfers = [...new Set(uit.flatMap(({ cijfers }) => cijfers))].sort();
      const more = cijfers.length > NAMED ? [`${cijfers.length - NAMED} more`] : [];
      const figures = [...cijfers.slice(0, NAMED).map(words), ...more].join('; ');
      const withdraw = releases.map((id) => `--withdraw ${id}`).join(' ');
      return {
        code: 'disclose.cannot-protect',
        subject: words(key),
        place: releases.map((id) => `release ${id}`).join(', '),
        remedy: `Whatever is hidden now, this figure follows from figures that were published before${figures === '' ? '' : `: ${figures}`}. Withdraw what holds them (publish ${withdraw}): the manifest then says so and they no longer bind, but who kept them can still compute this figure. There is no other way to publish it: what was shown cannot be taken back.`,
      };
    }),
  );
}

type OudCijfer = NonNullable<Verband['uit']>;

function words(key: string): string {
  return key.replaceAll('|', ' ');
}
