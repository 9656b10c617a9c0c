// SPDX-License-Identifier: EUPL-1.2
import type {
  Buitenkennis,
  EerdereRelease,
  FigureTable,
  Geheimhouding,
  Regio,
  SafeTable,
  Zone,
} from '../contract/index.ts';
import { OperatorError } from '../contract/index.ts';
import { bekendeGrenzen } from './buitenkennis.ts';
import { eerderOf } from './eerder.ts';
import { gebiedenOf } from './gebieden.ts';
import { aanvallerOf, meervoudigGeteld, verborgenCellen } from './geheimhouding.ts';
import type { Getal } from './getallen.ts';
import { getallenOf, withAfgeleide, withAfwezige } from './getallen.ts';
import { gewichten } from './gewicht.ts';
import { Grootheden } from './grootheid.ts';
import { PER_UITGAVE } from './part.ts';
import { planStelsel } from './plan.ts';
import { primaireKeys, shownAsValue } from './primair.ts';
import { publiekeVerbanden } from './publiek.ts';
import type { Voorschrift } from './release-stelsel.ts';
import { eenheid, releaseStelsel } from './release-stelsel.ts';
import { roomOfHidden } from './room.ts';
import type { Besluit } from './show.ts';
import { gedrukteKeys, showTable } from './show.ts';
import { loadSolver } from './solver.ts';
import { verbandenOf } from './verbanden.ts';
import type { Wereld } from './wereld.ts';

export interface ProtectInput {
  /** All tables of the release: what is left out here is not protected against. */
  readonly tables: readonly FigureTable[];
  readonly regio: Regio;
  readonly zone: Zone;
  readonly eerdere?: readonly EerdereRelease[];
  /** What others published about these numbers; the attacker has it too. */
  readonly buitenkennis?: readonly Buitenkennis[];
}

export interface Protected {
  /** In the order of the input. */
  readonly tables: readonly SafeTable[];
  readonly geheimhouding: Geheimhouding;
}

/**
 * Makes a whole release safe to show: which figures to hide so that no hidden one can be computed from the rest, then rounding, then rates.
 * The same tables in any order give the same result. Throws: `disclose.cannot-protect`, `disclose.same-figure-twice`.
 * Source: docs/method/geheimhouding.md
 */
export async function protect({
  tables,
  regio,
  zone,
  eerdere = [],
  buitenkennis = [],
}: ProtectInput): Promise<Protected> {
  const unmade = tables.find(({ opbouw }) => opbouw === undefined);
  if (unmade !== undefined) throw new Error(`${unmade.indicator} does not say how its figures are made`);
  const solver = await loadSolver();
  const regels = regio.geheimhouding[zone];
  const gebieden = gebiedenOf(regio);
  const grootheden = new Grootheden([...tables, ...eerdere.flatMap((release) => release.tables)]);
  const wereld: Wereld = { gebieden, grootheden, basisjaar: regio.basisjaar };
  const getallen = withAfgeleide(withAfwezige(getallenOf(tables, wereld)), wereld, regels.verbergTotEnMet);
  const primair = primaireKeys(tables, getallen, regels, wereld);
  const eigenTabel = shownAsValue(tables, wereld);
  const verbanden = verbandenOf(getallen, gebieden);
  const eerder = eerderOf(eerdere, getallen, verbanden, wereld, regels);
  const bekend = bekendeGrenzen(buitenkennis, getallen, gebieden);
  const gewicht = gewichten(getallen, primair, gebieden, regio);

  const voorschrift =
    (binding: boolean) =>
    (key: string, getal: Getal): Voorschrift => {
      const base = { gewicht: gewicht(getal), beschermd: true, eigenTabel: eigenTabel.has(key) };
      if (getal.grootheid.afgeleid === true)
        return { ...base, keuze: 'verborgen', gewicht: 0, beschermd: primair.has(key) };
      if (getal.afwezig === true || getal.grootheid.telt === 'openbaar')
        return { ...base, keuze: 'getoond', gewicht: 0 };
      if (primair.has(key) || eerder.verborgen.has(key)) return { ...base, keuze: 'verborgen' };
      const isNul = getal.value === 0 && regels.toonNul;
      return { ...base, keuze: isNul || (binding && eerder.getoond.has(key)) ? 'getoond' : 'vrij' };
    };
  const planned = (binding: boolean) => {
    const stelsel = releaseStelsel(
      getallen,
      [...verbanden, ...eerder.verbanden],
      voorschrift(binding),
      regels,
      bekend,
    );
    const plan = planStelsel(stelsel, solver, PER_UITGAVE);
    return { plan, onbeschermd: plan.onbeschermd.map((at) => stelsel.cells[at]?.key ?? '') };
  };
  // A correction can leave no room as long as every figure that was shown before stays: then those may be hidden too.
  const first = planned(true);
  const { plan, onbeschermd } = first.onbeschermd.length > 0 ? planned(false) : first;
  if (onbeschermd.length > 0) throw cannotProtect(onbeschermd);

  const keys = [...getallen.keys()];
  const verborgen = new Set(
    keys.filter((key, at) => plan.hidden[at] && getallen.get(key)?.grootheid.afgeleid !== true),
  );
  const besluit: Besluit = { zone, regels, wereld, getallen, verborgen, eigenTabel };
  const safe = tables.map((table) => showTable(table, besluit));
  const gedrukt = gedrukteKeys(tables, safe, besluit);
  const isPrinted = (key: string): boolean => gedrukt.has(key) || getallen.get(key)?.afwezig === true;
  const told = releaseStelsel(
    getallen,
    [...publiekeVerbanden(verbanden, regels), ...eerder.verbanden],
    voorschrift(true),
    regels,
    bekend,
  );
  const rooms = roomOfHidden(
    told,
    keys.map((key) => !isPrinted(key)),
    solver,
    (cell) => getallen.get(keys[cell] ?? '')?.grootheid.restVan === undefined,
  );
  const position = new Map(keys.map((key, at) => [key, at]));
  const interval = (key: string): readonly [number | null, number | null] => {
    const getal = getallen.get(key);
    const room = rooms.get(position.get(key) ?? -1);
    if (getal === undefined || room === undefined) return [null, null];
    const unit = eenheid(getal);
    const slack = 1e-6 * unit;
    return [
      Math.ceil(getal.value - room.down * unit - slack),
      Number.isFinite(room.up) ? Math.floor(getal.value + room.up * unit + slack) : null,
    ];
  };
  const cellen = verborgenCellen(tables, besluit, gedrukt, interval);
  return {
    tables: safe,
    geheimhouding: {
      zone,
      regels,
      aanvaller: aanvallerOf(
        besluit,
        eerdere.map(({ id }) => id),
      ),
      solver: { naam: solver.naam, versie: solver.versie },
      plan: {
        optimaal: plan.cost <= plan.bound * (1 + 1e-9) + 1e-6,
        gat: plan.cost === 0 ? 0 : Math.max(0, (plan.cost - plan.bound) / plan.cost),
      },
      aantallen: countRows(safe),
      meervoudigGeteld: meervoudigGeteld(verbanden, besluit, isPrinted),
      buitenkennis,
      cellen,
    },
  };
}

function countRows(tables: readonly SafeTable[]): Geheimhouding['aantallen'] {
  const rows = tables.flatMap((table) => table.rows);
  return {
    cijfers: rows.length,
    getoond: rows.filter(({ waarde }) => waarde !== null).length,
    verborgen: rows.filter(({ status }) => status.includes('geheim')).length,
  };
}

function cannotProtect(keys: readonly string[]): OperatorError {
  return new OperatorError(
    keys.map((key) => ({
      code: 'disclose.cannot-protect',
      subject: key.replaceAll('|', ' '),
      remedy:
        'Whatever is hidden now, this figure follows from figures of an earlier release. Leave its table out of this release.',
    })),
  );
}
