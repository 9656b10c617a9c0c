// SPDX-License-Identifier: EUPL-1.2
import { formatDutch } from './dutch-number.ts';
import type { Ernst, ProofFinding } from './finding.ts';
import { allIdentities } from './identities/all-identities.ts';
import { cellsOf, type Identity, repairValues, type Zekerheid } from './identity.ts';
import type { Interval } from './interval.ts';
import type { Plaats, PrintedCell, PrintedDocument } from './printed.ts';
import { type Cause, causesOf } from './repair.ts';

const CERTAINTIES: readonly Zekerheid[] = ['zeker', 'waarschijnlijk', 'mogelijk'];
/** More places than this help no reader. */
const MOST_PLACES = 8;

/** Contradictions between printed numbers, one per cause. */
export function numberFindings(document: PrintedDocument): ProofFinding[] {
  return identityFindings(allIdentities(document));
}

/** The causes of those of these identities that fail. */
export function identityFindings(identities: readonly Identity[]): ProofFinding[] {
  const { joint, single } = jointCauses(causesOf(identities));
  return [...single.map(causeFinding), ...joint];
}

function causeFinding(cause: Cause): ProofFinding {
  const { cell, mended, broken, instead } = cause;
  const first = mended[0];
  const others = mended.flatMap(cellsOf).filter((other) => other !== cell && sharesAll(other, mended));
  return {
    id: `${first?.regel}:${cell.id}`,
    regel: first?.regel ?? 'som',
    ernst: ernstOf(cell, cause.values),
    zekerheid: mended.map(({ zekerheid }) => zekerheid).sort(byCertainty)[0] ?? 'zeker',
    plaats: cell.plaats,
    gedrukt: cell.gedrukt,
    verwacht: showValues(cell, cause.values),
    controles: [
      ...mended.map(({ uitleg, berekening, afgeleid }) => ({
        uitleg,
        delen: [berekening, placeText(afgeleid.plaats)],
      })),
      ...(broken > 0 ? [{ uitleg: 'nietEenduidig' as const, delen: [String(broken)] }] : []),
    ],
    ook: places([...instead, ...others], cell),
  };
}

function byCertainty(a: Zekerheid, b: Zekerheid): number {
  return CERTAINTIES.indexOf(a) - CERTAINTIES.indexOf(b);
}

function sharesAll(cell: PrintedCell, identities: readonly Identity[]): boolean {
  return identities.every((identity) => identity.regel === 'dubbel' && cellsOf(identity).includes(cell));
}

function places(cells: readonly PrintedCell[], self: PrintedCell): Plaats[] {
  const own = placeText(self.plaats);
  const all = new Map(cells.map(({ plaats }) => [placeText(plaats), plaats]));
  all.delete(own);
  return [...all.values()].slice(0, MOST_PLACES);
}

/** `Tabel 8, Totaal, 2020 (monitor, r. 1173)`. */
export function placeText({ bron, regel, waar }: Plaats): string {
  const line = regel === undefined ? '' : `r. ${regel}`;
  const source = [bron, line].filter((part) => part !== '').join(', ');
  return waar === '' ? source : source === '' ? waar : `${waar} (${source})`;
}

function showValues({ eenheid, decimalen }: PrintedCell, { low, high }: Interval): string {
  const show = (value: number) =>
    `${eenheid === 'euro' || eenheid === 'euro-totaal' ? '€ ' : ''}${formatDutch(value, decimalen)}${eenheid === 'procent' || eenheid === 'groei' ? '%' : ''}`;
  if (low === Number.NEGATIVE_INFINITY) return `≤ ${show(high)}`;
  if (high === Number.POSITIVE_INFINITY) return `≥ ${show(low)}`;
  return show(low) === show(high) ? show(low) : `${show(low)} – ${show(high)}`;
}

/** By how much the printed number is off: share of the number itself, or percentage points. */
function ernstOf({ eenheid, waarde }: PrintedCell, { low, high }: Interval): Ernst {
  const distance = waarde < low ? low - waarde : Math.max(0, waarde - high);
  if (eenheid === 'procent' || eenheid === 'groei')
    return distance >= 10 ? 'ernstig' : distance >= 0.5 ? 'matig' : 'licht';
  const share = distance / Math.max(1, Math.abs(waarde));
  return share >= 0.1 ? 'ernstig' : share >= 0.005 ? 'matig' : 'licht';
}

/**
 * Percentages that each fail on their own but all follow from one other base: one finding with the base that was evidently used. The base itself
 * is confirmed elsewhere, or the repair would have chosen it.
 */
function jointCauses(causes: readonly Cause[]): { joint: ProofFinding[]; single: Cause[] } {
  const groups = new Map<PrintedCell, Cause[]>();
  for (const cause of causes) {
    const [identity] = cause.mended;
    const base =
      identity?.uitleg === 'groei' && cause.mended.length === 1 ? identity.terms[1]?.cells[0] : undefined;
    if (base) groups.set(base, [...(groups.get(base) ?? []), cause]);
  }
  const joint: ProofFinding[] = [];
  const taken = new Set<Cause>();
  for (const [base, members] of groups) {
    const values = repairValues(
      base,
      members.flatMap(({ mended }) => mended),
    );
    const first = members[0];
    if (members.length < 2 || !values || !first) continue;
    for (const member of members) taken.add(member);
    const finding = causeFinding(first);
    joint.push({
      ...finding,
      gedrukt: members.map(({ cell }) => cell.gedrukt).join('; '),
      verwacht: members.map(({ cell, values: own }) => showValues(cell, own)).join('; '),
      controles: [
        ...members.flatMap((member) => causeFinding(member).controles),
        { uitleg: 'andereNoemer' as const, delen: [showValues(base, values), base.gedrukt] },
      ],
      ook: members.slice(1).map(({ cell }) => cell.plaats),
    });
  }
  return { joint, single: causes.filter((cause) => !taken.has(cause)) };
}
