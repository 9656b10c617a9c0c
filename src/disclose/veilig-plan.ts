// SPDX-License-Identifier: EUPL-1.2
import type { EerdereRelease, GeheimhoudingZone } from '../contract/index.ts';
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
import { onvertelde } from './publiek.ts';
import type { Ruimte } from './ruimte.ts';
import { alleRuimte, ruimteVoor } from './ruimte.ts';
import type { Solver } from './solver.ts';
import type { Stelsel } from './stelsel.ts';
import type { Verband } from './verbanden.ts';
import { verradendeVerbanden, verradersOf } from './verraden.ts';

/**
 * A plan in which every hidden figure is protected. Where nothing protects a figure by itself, zeros may be hidden around it; never what was shown before and keeps
 * its value. What a reader may only suppose, or is not told of how much is counted twice, is given up where nothing else helps. Throws: `disclose.cannot-protect`.
 * Cost: a plan or two, and a look per round at the system in which all is hidden (docs/adr/what-no-plan-protects-is-known-before-a-plan-is-made.md).
 */
export function veiligPlan(vraag: Vraag, solver: Solver): { readonly opgave: Opgave; readonly plan: Plan } {
  const parts: PlannedParts = new Map();
  let poging: Poging = {
    isSuspect: vraag.eerdere.length > 0,
    veilig: new Set(),
    losgelaten: new Set(),
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
    const { stelsel } = systemOf(vraag, opgave, poging, solver);
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
  /** Whether hiding all that may be hidden would protect everything is looked at before a plan is made, because a plan costs more; else after one has failed. */
  readonly isSuspect: boolean;
  /** Keys of cells that were found safe when all is hidden, with no more room than now. */
  readonly veilig: Set<string>;
  /** Names of relations of which it is not assumed that a reader supposes them, or knows how much they count twice: he would know a figure that must be hidden. */
  readonly losgelaten: ReadonlySet<string>;
  /** Keys of numbers without a row that nothing can keep uncertain. */
  readonly opgegeven: ReadonlySet<string>;
}

interface Uitkomst {
  readonly plan?: Plan;
  readonly onbeschermd: readonly number[];
  /** The system, in which cells that could never be hidden safely are shown for sure. */
  readonly stelsel: Stelsel;
}

/** The system that a plan is made from, without what was given up. */
function systemOf(
  { regels }: Vraag,
  opgave: Opgave,
  { losgelaten, opgegeven }: Pick<Poging, 'losgelaten' | 'opgegeven'>,
  solver: Solver,
): Systeem {
  const verbanden = alleVerbanden(opgave).flatMap((verband): Verband[] => {
    if (!losgelaten.has(nameOf(verband))) return [verband];
    return verband.vermoed === true ? [] : [onvertelde(verband, regels) ?? verband];
  });
  const stelsel = naEerder(
    stelselVan(opgave, verbanden, regels, opgave.eerder.zoals),
    opgave,
    regels,
    solver,
  );
  const cells = stelsel.cells.map((cell) =>
    opgegeven.has(cell.key) ? { ...cell, needDown: 0, needUp: 0, needWidth: 0 } : cell,
  );
  return { stelsel: { ...stelsel, cells }, verbanden };
}

/** With the relation behind each row. */
interface Systeem {
  readonly stelsel: Stelsel;
  readonly verbanden: readonly Verband[];
}

function alleVerbanden({ verbanden, eerder }: Opgave): readonly Verband[] {
  return [...verbanden, ...eerder.verbanden, ...eerder.over];
}

function nameOf({ soort, uit, termen }: Verband): string {
  return [soort, uit?.release, ...termen.map(([key, factor]) => `${factor} ${key}`)].join(' + ');
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

/**
 * More room where these cells need it. When no room is enough, without what gives them away of all that a reader may only suppose, and then of how much is counted twice; in a first
 * release without what has no row. Throws: `disclose.cannot-protect` when that is not enough either.
 */
function volgende(
  vraag: Vraag,
  opgave: Opgave,
  poging: Poging,
  { onbeschermd, stelsel }: Uitkomst,
  isPatient: boolean,
  solver: Solver,
): Poging {
  const alle = alleRuimte(opgave.getallen);
  const ruimste = opgaveVan(vraag, alle, solver);
  const most = systemOf(vraag, ruimste, poging, solver).stelsel;
  const nodig = isPatient ? ruimteVoor(onbeschermd, stelsel, most, ruimste.getallen, solver) : undefined;
  const ruimte = new Set([...opgave.ruimte, ...(nodig ?? [])]);
  if (ruimte.size > opgave.ruimte.size) return { ...poging, ruimte, isSuspect: true };
  const keys = new Set(onbeschermd.map((cell) => stelsel.cells[cell]?.key));
  const hopeless = (system: Stelsel) => {
    const others = system.cells.flatMap(({ key }) => (keys.has(key) ? [] : [key]));
    return haalbaarheid(system, new Set(others), solver).onbeschermd;
  };
  if (opgave.ruimte.size < alle.size && hopeless(most).length === 0)
    return { ...poging, ruimte: alle, isSuspect: true };
  for (let losgelaten = poging.losgelaten; ; ) {
    const system = systemOf(vraag, ruimste, { ...poging, losgelaten }, solver);
    const left = hopeless(system.stelsel);
    if (left.length === 0 && losgelaten.size > poging.losgelaten.size)
      return { ...poging, losgelaten, isSuspect: true };
    const found =
      left.length > 0
        ? verraders(system, left, vraag.regels, solver)
        : system.verbanden.filter(({ vermoed }) => vermoed === true);
    if (found.length > 0) {
      losgelaten = new Set([...losgelaten, ...found.map(nameOf)]);
      continue;
    }
    const keysLeft = left.map((cell) => system.stelsel.cells[cell]?.key ?? '');
    const isOnlyRest = keysLeft.length > 0 && keysLeft.every((key) => isRest(key, ruimste));
    if (vraag.eerdere.length > 0 || !isOnlyRest) throw refusal(vraag, ruimste, system, left, keys, solver);
    return { ...poging, isSuspect: true, losgelaten, opgegeven: new Set([...poging.opgegeven, ...keysLeft]) };
  }
}

/** What a reader may only suppose of what gives these cells away; or else how much of it is counted twice, which he is not told. */
function verraders(
  { stelsel, verbanden }: Systeem,
  left: readonly number[],
  regels: GeheimhoudingZone,
  solver: Solver,
): readonly Verband[] {
  const hidden = stelsel.cells.map(({ keuze }) => keuze !== 'getoond');
  const found = verradersOf(stelsel, hidden, left, solver).flatMap((row) => verbanden[row] ?? []);
  const supposed = found.filter(({ vermoed }) => vermoed === true);
  if (supposed.length > 0) return supposed;
  return found.filter((verband) => {
    const wider = onvertelde(verband, regels);
    return wider !== undefined && wider.afwijking?.join() !== verband.afwijking?.join();
  });
}

function refusal(
  { eerdere }: Vraag,
  { eerder }: Opgave,
  { stelsel, verbanden }: Systeem,
  left: readonly number[],
  asked: ReadonlySet<string | undefined>,
  solver: Solver,
): Error {
  const cells =
    left.length > 0 ? left : stelsel.cells.flatMap(({ key }, cell) => (asked.has(key) ? [cell] : []));
  return cannotProtect(
    eerdere,
    cells.slice(0, EXPLAINED).map((cell) => ({
      key: stelsel.cells[cell]?.key ?? '',
      uit: verradendeVerbanden(stelsel, cell, solver).flatMap((row) =>
        eerdereCijfers(verbanden[row], eerder.getoond),
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
