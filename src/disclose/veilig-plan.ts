// SPDX-License-Identifier: EUPL-1.2
import type { EerdereRelease } from '../contract/index.ts';
import { OperatorError } from '../contract/index.ts';
import { plaatsKey } from './getallen.ts';
import type { Haalbaarheid } from './haalbaar.ts';
import { haalbaarheid, verbonden, withKeuze } from './haalbaar.ts';
import { naEerder } from './na-eerder.ts';
import type { Opgave, Vraag } from './opgave.ts';
import { magNiet, opgaveVan, stelselVan } from './opgave.ts';
import { PER_UITGAVE } from './part.ts';
import type { Plan, PlannedParts } from './plan.ts';
import { planStelsel } from './plan.ts';
import type { Ruimte } from './ruimte.ts';
import { alleRuimte, ruimteVoor } from './ruimte.ts';
import type { Solver } from './solver.ts';
import type { Stelsel } from './stelsel.ts';
import type { Verband } from './verbanden.ts';
import { verradendeVerbanden } from './verraden.ts';

/**
 * A plan in which every hidden figure is protected. Where nothing protects a figure by itself, zeros may be hidden around it; never what was shown before and keeps
 * its value. What a reader may only suppose is given up when nothing else helps. Throws: `disclose.cannot-protect`.
 * Cost: a plan or two, and a look per round at the system in which all is hidden (docs/adr/what-no-plan-protects-is-known-before-a-plan-is-made.md).
 */
export function veiligPlan(vraag: Vraag, solver: Solver): { readonly opgave: Opgave; readonly plan: Plan } {
  const parts: PlannedParts = new Map();
  let poging: Poging = {
    vermoed: true,
    isSuspect: vraag.eerdere.length > 0,
    veilig: new Set(),
    opgegeven: new Set(),
  };
  for (let round = 1; ; round++) {
    const opgave = opgaveVan(vraag, poging.ruimte, solver);
    const { getoond, verborgen } = opgave.eerder;
    const given = [...opgave.getallen.keys()].filter(
      (key) => getoond.has(key) && (magNiet(opgave.primair.get(key)) || verborgen.has(key)),
    );
    if (given.length > 0)
      throw cannotProtect(
        vraag.eerdere,
        given.map((key) => ({ key, uit: [{ release: getoond.get(key) ?? '', cijfers: [key] }] })),
      );
    const stelsel = zonder(systemOf(vraag, opgave, solver), opgave, poging);
    const uitkomst = planOf(stelsel, poging, solver, parts);
    if (uitkomst.plan !== undefined) return { opgave, plan: uitkomst.plan };
    poging = volgende(vraag, opgave, poging, uitkomst, round < ROUNDS, solver);
  }
}

/** Rounds in which room is given where it is needed; after that it is given everywhere. */
const ROUNDS = 4;

/** What is tried in a round. */
interface Poging {
  readonly ruimte?: Ruimte;
  /** Whether it must hold against what a reader may only suppose, too. */
  readonly vermoed: boolean;
  /** Whether hiding all that may be hidden would protect everything is looked at before a plan is made, because a plan costs more; else after one has failed. */
  readonly isSuspect: boolean;
  /** Keys of cells that were found safe when all is hidden, with no more room than now. */
  readonly veilig: Set<string>;
  /** Keys of numbers without a row that nothing can keep uncertain. */
  readonly opgegeven: ReadonlySet<string>;
}

interface Uitkomst {
  readonly plan?: Plan;
  readonly onbeschermd: readonly number[];
  /** The system, in which cells that could never be hidden safely are shown for sure. */
  readonly stelsel: Stelsel;
}

function systemOf(vraag: Vraag, opgave: Opgave, solver: Solver): Stelsel {
  const { regels } = vraag;
  return naEerder(
    stelselVan(opgave, alleVerbanden(opgave), regels, opgave.eerder.zoals),
    opgave,
    regels,
    solver,
  );
}

function alleVerbanden({ verbanden, eerder }: Opgave): readonly Verband[] {
  return [...verbanden, ...eerder.verbanden, ...eerder.over];
}

/** Without the relations that a reader may only suppose, unless these are kept, and asking nothing of what was given up. */
function zonder(
  stelsel: Stelsel,
  opgave: Opgave,
  { vermoed, opgegeven }: Pick<Poging, 'vermoed' | 'opgegeven'>,
): Stelsel {
  const verbanden = alleVerbanden(opgave);
  const relations = stelsel.relations.filter((_, at) => vermoed || verbanden[at]?.vermoed !== true);
  const cells = stelsel.cells.map((cell) =>
    opgegeven.has(cell.key) ? { ...cell, needDown: 0, needUp: 0, needWidth: 0 } : cell,
  );
  return { cells, relations };
}

/** A plan, or the cells that no plan protects. When only the search fails, all that is linked to what it leaves is hidden, more than needed. */
function planOf(
  given: Stelsel,
  { isSuspect, veilig }: Poging,
  solver: Solver,
  parts: PlannedParts,
): Uitkomst {
  let stelsel = given;
  for (let look = isSuspect, known = veilig; ; look = true, known = new Set()) {
    const { onbeschermd, nooit } = look ? haalbaarheid(stelsel, known, solver) : NIETS;
    if (onbeschermd.length > 0) return { onbeschermd, stelsel };
    stelsel = nooit.length === 0 ? stelsel : withKeuze(stelsel, nooit, 'getoond');
    const plan = planStelsel(stelsel, solver, PER_UITGAVE, parts);
    if (plan.onbeschermd.length === 0) return { plan, onbeschermd, stelsel };
    if (look && nooit.length === 0) return hideAround(stelsel, plan.onbeschermd, solver, parts);
  }
}

const NIETS: Haalbaarheid = { onbeschermd: [], nooit: [] };

function hideAround(given: Stelsel, start: readonly number[], solver: Solver, parts: PlannedParts): Uitkomst {
  let onbeschermd = start;
  for (let stelsel = given; ; ) {
    const chosen = verbonden(stelsel, onbeschermd).filter((cell) => stelsel.cells[cell]?.keuze === 'vrij');
    if (chosen.length === 0) return { onbeschermd, stelsel };
    stelsel = withKeuze(stelsel, chosen, 'verborgen');
    const plan = planStelsel(stelsel, solver, PER_UITGAVE, parts);
    if (plan.onbeschermd.length === 0) return { plan, onbeschermd: [], stelsel };
    onbeschermd = plan.onbeschermd;
  }
}

/** More room where these cells need it; without what a reader may only suppose when no room is enough. Throws: `disclose.cannot-protect` when that is not enough either. */
function volgende(
  vraag: Vraag,
  opgave: Opgave,
  { vermoed, veilig, opgegeven }: Poging,
  { onbeschermd, stelsel }: Uitkomst,
  isPatient: boolean,
  solver: Solver,
): Poging {
  const alle = alleRuimte(opgave.getallen);
  const ruimste = opgaveVan(vraag, alle, solver);
  const whole = systemOf(vraag, ruimste, solver);
  const most = zonder(whole, ruimste, { vermoed, opgegeven });
  const nodig = isPatient ? ruimteVoor(onbeschermd, stelsel, most, ruimste.getallen, solver) : undefined;
  const ruimte = new Set([...opgave.ruimte, ...(nodig ?? [])]);
  if (ruimte.size > opgave.ruimte.size) return { ruimte, vermoed, isSuspect: true, veilig, opgegeven };
  const keys = new Set(onbeschermd.map((cell) => stelsel.cells[cell]?.key));
  const asked = ({ cells }: Stelsel) => cells.flatMap(({ key }, cell) => (keys.has(key) ? [cell] : []));
  const hopeless = (system: Stelsel) => {
    const others = system.cells.flatMap(({ key }) => (keys.has(key) ? [] : [key]));
    return haalbaarheid(system, new Set(others), solver).onbeschermd;
  };
  if (opgave.ruimte.size < alle.size && hopeless(most).length === 0)
    return { ruimte: alle, vermoed, isSuspect: true, veilig, opgegeven };
  const least = zonder(whole, ruimste, { vermoed: false, opgegeven });
  const left = hopeless(least);
  if (vermoed && left.length === 0) return { vermoed: false, isSuspect: true, veilig: new Set(), opgegeven };
  const keysLeft = left.map((cell) => least.cells[cell]?.key ?? '');
  if (vraag.eerdere.length === 0 && keysLeft.length > 0 && keysLeft.every((key) => isRest(key, ruimste)))
    return { vermoed, isSuspect: true, veilig: new Set(), opgegeven: new Set([...opgegeven, ...keysLeft]) };
  const verbanden = alleVerbanden(ruimste).filter((verband) => verband.vermoed !== true);
  throw cannotProtect(
    vraag.eerdere,
    (left.length > 0 ? left : asked(least)).slice(0, EXPLAINED).map((cell) => ({
      key: least.cells[cell]?.key ?? '',
      uit: verradendeVerbanden(least, cell, solver).flatMap((row) =>
        eerdereCijfers(verbanden[row], ruimste.eerder.getoond),
      ),
    })),
  );
}

/** What is left of two numbers that are not both shown by a row: of a first release it is given up where nothing at all keeps it uncertain. */
function isRest(key: string, { getallen }: Opgave): boolean {
  const rest = getallen.get(key);
  if (rest?.grootheid.restVan === undefined) return false;
  const { geheel, deel } = rest.grootheid.restVan;
  return [geheel, deel].some(
    (naam) =>
      getallen.get(plaatsKey(naam, rest.periode, rest.gebied, rest.dimensies))?.grootheid.afgeleid === true,
  );
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
