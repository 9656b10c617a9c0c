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
import { gebiedenOf } from './gebieden.ts';
import { aanvallerOf, meervoudigGeteld, nulMogelijk, verborgenCellen } from './geheimhouding.ts';
import { isVerschil } from './getallen.ts';
import { Grootheden } from './grootheid.ts';
import { stelselVan } from './opgave.ts';
import type { Plan } from './plan.ts';
import type { Reden } from './primair.ts';
import { publiekeVerbanden } from './publiek.ts';
import { eenheid } from './release-stelsel.ts';
import { roomOfHidden } from './room.ts';
import type { Besluit } from './show.ts';
import { gedrukteKeys, showTable } from './show.ts';
import { loadSolver } from './solver.ts';
import { veiligPlan } from './veilig-plan.ts';
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
  /** Why each number is hidden. For the key holder only: it tells which ones are small. */
  readonly redenen: Readonly<Record<string, Reden | 'eerder-verborgen' | 'beschermt-andere'>>;
}

/**
 * Makes a whole release safe to show: which figures to hide so that no hidden one can be computed from the rest, then rounding, then rates.
 * The same tables in any order give the same result. Throws: `disclose.cannot-protect`, `disclose.same-figure-twice`.
 * Source: docs/method/geheimhouding.md
 */
export async function protect({
  tables: given,
  regio,
  zone,
  eerdere = [],
  buitenkennis = [],
}: ProtectInput): Promise<Protected> {
  const unmade = given.find(({ opbouw }) => opbouw === undefined);
  if (unmade !== undefined) throw new Error(`${unmade.indicator} does not say how its figures are made`);
  const solver = await loadSolver();
  const regels = regio.geheimhouding[zone];
  const gebieden = gebiedenOf(regio);
  const grootheden = new Grootheden([...given, ...eerdere.flatMap((release) => release.tables)]);
  const wereld: Wereld = { gebieden, grootheden, basisjaar: regio.basisjaar };
  const vraag = { tables: given, regio, regels, wereld, eerdere, buitenkennis };
  const { opgave, plan } = veiligPlan(vraag, solver);
  const { tables, getallen, primair, eigenTabel, eerder, ruimte } = opgave;
  const keys = [...getallen.keys()];
  const verborgen = new Set(
    keys.filter((key, at) => plan.hidden[at] && getallen.get(key)?.grootheid.afgeleid !== true),
  );
  const besluit: Besluit = { zone, regels, wereld, getallen, verborgen, eigenTabel };
  const safe = tables.map((table) => showTable(table, besluit));
  const gedrukt = gedrukteKeys(tables, safe, besluit);
  const isPrinted = (key: string): boolean => gedrukt.has(key) || getallen.get(key)?.afwezig === true;
  const gewoon = new Map([...getallen].filter(([, getal]) => !isVerschil(getal)));
  const isRest = (key: string): boolean => gewoon.get(key)?.grootheid.restVan !== undefined;
  const named = verbandenOf(gewoon, gebieden, { nul: ruimte }).filter(
    ({ termen }) => !termen.every(([key]) => isRest(key)),
  );
  const openbaar = [...publiekeVerbanden(named, regels), ...eerder.openbaar(isPrinted)];
  const told = stelselVan(opgave, openbaar, regels);
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
    redenen: Object.fromEntries(
      [...verborgen].map((key) => [
        key,
        primair.get(key) ?? (eerder.verborgen.has(key) ? 'eerder-verborgen' : 'beschermt-andere'),
      ]),
    ),
    geheimhouding: {
      zone,
      regels,
      aanvaller: aanvallerOf(
        besluit,
        eerdere.map(({ id }) => id),
        nulMogelijk(getallen, ruimte),
      ),
      solver: { naam: solver.naam, versie: solver.versie },
      plan: {
        optimaal: plan.cost <= plan.bound * (1 + 1e-9) + 1e-6,
        gat: gatVan(plan),
        smalVoorIngewijden:
          TIEN *
          Math.ceil(plan.smalVoorIngewijden.filter((cell) => verborgen.has(keys[cell] ?? '')).length / TIEN),
      },
      aantallen: countRows(safe),
      meervoudigGeteld: meervoudigGeteld(named, besluit, isPrinted),
      buitenkennis,
      cellen,
    },
  };
}

/** How many insiders can narrow follows from hidden values: rounded up to tens it tells least of them. */
const TIEN = 10;

/** Rounded up to a tenth of a percent: weights follow hidden values, and every digit more would tell about them. */
function gatVan({ cost, bound }: Plan): number {
  return cost === 0 ? 0 : Math.max(0, Math.ceil((1000 * (cost - bound)) / cost - 1e-6) / 1000);
}

function countRows(tables: readonly SafeTable[]): Geheimhouding['aantallen'] {
  const rows = tables.flatMap((table) => table.rows);
  return {
    cijfers: rows.length,
    getoond: rows.filter(({ waarde }) => waarde !== null).length,
    verborgen: rows.filter(({ status }) => status.includes('geheim')).length,
  };
}
