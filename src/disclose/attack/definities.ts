// SPDX-License-Identifier: EUPL-1.2
import type { Grootheid, PublishedTable, Unit } from '../../contract/index.ts';

/** What an outsider reads in the public definitions. Worked out apart from the planner on purpose: a mistake there is not repeated here. */
export interface Formule {
  /** The number that is printed, when it is not a rate. */
  readonly getal?: Grootheid;
  /** `top / bottom − minus` when it is one. */
  readonly breuk?: {
    readonly top: Grootheid;
    readonly bottom: Grootheid;
    readonly minus: 0 | 1;
    /** Split that the bottom does not have. */
    readonly leavesOut?: string;
  };
  /** The bottom is that of the base year. */
  readonly basisjaar?: boolean;
  /** A statistic of so many: the count is all that can be computed with. */
  readonly aantal?: Grootheid;
}

export function formuleOf(table: PublishedTable, variant: string): Formule {
  const made = table.opbouw?.find((candidate) => candidate.variant === variant);
  if (made === undefined) return alone(table, variant);
  const { vorm, teller, noemer, zonder } = made;
  if (noemer === undefined) return { getal: teller };
  if (vorm === 'kengetal') return { aantal: noemer };
  const breuk = {
    top: teller,
    bottom: noemer,
    minus: vorm === 'groei' ? 1 : 0,
    ...(zonder === undefined ? {} : { leavesOut: zonder }),
  } as const;
  return vorm === 'groei' ? { breuk, basisjaar: true } : { breuk };
}

/** A table that says nothing about how it is made: its figures have nothing to do with others. */
function alone({ indicator, eenheid }: PublishedTable, variant: string): Formule {
  const name = `${indicator}/${variant}`;
  const top = unrelated(name, eenheid);
  if (eenheid !== 'aandeel') return { getal: top };
  return { breuk: { top, bottom: unrelated(`${name}:noemer`, eenheid), minus: 0 } };
}

function unrelated(naam: string, eenheid: Unit): Grootheid {
  const delen = { gebied: 'geen', kenmerk: 'geen', dimensie: 'geen', periode: 'geen' } as const;
  return { naam, telt: eenheid === 'eurocent' ? 'eurocent' : 'personen', maat: naam, delen };
}

/** Money and time are sums; everything else is counted in whole things. */
export function isTelling({ telt }: Grootheid): boolean {
  return telt !== 'eurocent' && telt !== 'dagen';
}

/** The part can never exceed the whole in one cell. */
export function neverExceeds(part: Grootheid, whole: Grootheid): boolean {
  if (part.naam === whole.naam) return false;
  const related = part.maat === whole.maat || (part.deelVan ?? []).includes(whole.maat);
  if (!related) return false;
  for (const [name, value] of Object.entries(whole.parameters ?? {})) {
    const own = part.parameters?.[name];
    if (own !== undefined && own !== value) return false;
  }
  if (whole.codes === undefined) return true;
  const allowed = new Set(whole.codes);
  return part.codes?.every((code) => allowed.has(code)) === true;
}
