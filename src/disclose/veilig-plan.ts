// SPDX-License-Identifier: EUPL-1.2
import { OperatorError } from '../contract/index.ts';
import { haalbaarheid, verbonden, withKeuze } from './haalbaar.ts';
import type { Opgave, Vraag } from './opgave.ts';
import { opgaveVan, stelselVan } from './opgave.ts';
import { PER_UITGAVE } from './part.ts';
import type { Plan, PlannedParts } from './plan.ts';
import { planStelsel } from './plan.ts';
import type { Ruimte } from './ruimte.ts';
import { verruim } from './ruimte.ts';
import type { Solver } from './solver.ts';
import type { Stelsel } from './stelsel.ts';

/**
 * A plan in which every hidden figure is protected. Where nothing protects a figure by itself, more may be hidden around it, step by step: figures that
 * were shown before (a correction leaves no room as long as they stay), zeros, whole splits. Throws: `disclose.cannot-protect`.
 */
export function veiligPlan(vraag: Vraag, solver: Solver): { readonly opgave: Opgave; readonly plan: Plan } {
  const done: PlannedParts = new Map();
  let binding = true;
  let ruimte: Ruimte | undefined;
  for (;;) {
    const opgave = opgaveVan(vraag, binding, ruimte);
    const stelsel = stelselVan(opgave, opgave.verbanden, vraag.regels);
    const { plan, onbeschermd } = planOf(stelsel, solver, done);
    if (onbeschermd.length === 0) return { opgave, plan };
    if (binding && opgave.eerder.getoond.size > 0) {
      binding = false;
      continue;
    }
    ruimte = verruim(opgave.ruimte, stelsel, onbeschermd, opgave.getallen);
    if (ruimte === undefined)
      throw cannotProtect(
        onbeschermd.map((cell) => stelsel.cells[cell]?.key ?? ''),
        vraag,
      );
  }
}

/** A plan, and the cells that no plan protects. When only the search failed, more is hidden than needed around what it could not protect. */
function planOf(
  stelsel: Stelsel,
  solver: Solver,
  done: PlannedParts,
): { readonly plan: Plan; readonly onbeschermd: readonly number[] } {
  const plan = planStelsel(stelsel, solver, PER_UITGAVE, done);
  if (plan.onbeschermd.length === 0) return { plan, onbeschermd: [] };
  const { onbeschermd, stelsel: possible } = haalbaarheid(stelsel, plan.onbeschermd, solver);
  if (onbeschermd.length > 0) return { plan, onbeschermd };
  const again = planStelsel(possible, solver, PER_UITGAVE, done);
  if (again.onbeschermd.length === 0) return { plan: again, onbeschermd: [] };
  const most = planStelsel(
    withKeuze(possible, verbonden(possible, again.onbeschermd), 'verborgen'),
    solver,
    PER_UITGAVE,
    done,
  );
  return { plan: most, onbeschermd: most.onbeschermd };
}

function cannotProtect(keys: readonly string[], { eerdere }: Vraag): Error {
  if (eerdere.length === 0) throw new Error(`nothing protects ${keys[0]}, although everything may be hidden`);
  return new OperatorError(
    keys.map((key) => ({
      code: 'disclose.cannot-protect',
      subject: key.replaceAll('|', ' '),
      remedy:
        'Whatever is hidden now, this figure follows from figures of an earlier release. Leave its table out of this release.',
    })),
  );
}
