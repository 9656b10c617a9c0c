// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie } from './dimensie.ts';
import type { FigureRow, Unit } from './figure.ts';
import type { GemeenteCode } from './ids.ts';
import type { Opbouw } from './opbouw.ts';
import type { GeheimhoudingZone } from './regio.ts';
import type { Zone } from './safe-table.ts';

/** Figures as anybody can read them back from a published release: no promise about how they were made. */
export interface PublishedTable {
  readonly indicator: string;
  readonly eenheid: Unit;
  readonly dimensies: readonly Dimensie[];
  /** How its figures are made, per variant. Absent in a release of an older program: then every figure stands alone. */
  readonly opbouw?: readonly Opbouw[];
  readonly rows: readonly FigureRow[];
}

/** A release that is already out; what it showed, hid and told binds every later one. */
export interface EerdereRelease {
  readonly id: string;
  /** What its areas consisted of; absent = as in the release that is made now. */
  readonly gebieden?: readonly { readonly code: string; readonly gemeenten: readonly GemeenteCode[] }[];
  /** Year that its growth is measured from; absent = the same. */
  readonly basisjaar?: number;
  /** What it says of its own protection; absent = made by the rules of now, with nothing told. */
  readonly geheimhouding?: Pick<Geheimhouding, 'regels' | 'aanvaller' | 'meervoudigGeteld' | 'buitenkennis'>;
  readonly tables: readonly PublishedTable[];
}

/** One hidden figure and what an attacker can still say about it. Primary and secondary are not told apart. */
export interface VerborgenCel {
  readonly indicator: string;
  readonly variant: string;
  readonly periode: string;
  readonly gebied: string;
  /** Value by dimension, `{ type: 'lvb' }`; empty for a figure without split. */
  readonly dimensies: Readonly<Record<string, string>>;
  /** Smallest and largest value that agree with everything published, in the unit of the indicator; null = no bound. */
  readonly interval: readonly [number | null, number | null];
}

/**
 * Children counted in more than one part: sum of the parts − figure of the whole. The attacker is assumed to know it.
 * Only the ones that are not 0, and only where a figure in the sum is hidden or rounded.
 */
export interface MeervoudigGeteld {
  readonly grootheid: string;
  readonly periode: string;
  readonly gebied: string;
  /** What the parts are: areas, or values of this dimension. */
  readonly over: 'gebied' | Dimensie;
  readonly delen: readonly string[];
  readonly dimensies: Readonly<Record<string, string>>;
  /** Null = not told: a count as small as those that are hidden, an amount, which may be that of one child, or those whose gemeente nobody knows. */
  readonly verschil: number | null;
}

/**
 * What somebody else published about one of our numbers (CBS, an annual report), or what an insider knows of it: it lies in this interval. A figure
 * that was rounded outside stands here with the room that its rounding leaves.
 */
export interface Buitenkennis {
  /** Name of the quantity, as in `opbouw`. */
  readonly grootheid: string;
  readonly periode: string;
  readonly gebied: string;
  readonly dimensies: Readonly<Record<string, string>>;
  /** Smallest and largest value, both possible; null = no bound. */
  readonly interval: readonly [number | null, number | null];
  /** Where it can be read. */
  readonly bron: string;
}

/**
 * Figures of one quantity, period and kind of split in which zeros may be hidden too, because small figures there follow from the zeros beside them: a
 * hidden count among them can be 0.
 */
export interface NulMogelijk {
  /** Name of the quantity, as in `opbouw`. */
  readonly grootheid: string;
  readonly periode: string;
  /** Dimensions of the split, sorted; empty = figures without split. */
  readonly dimensies: readonly string[];
}

/** `geheimhouding.json`: how a release is protected, and the proof of it. */
export interface Geheimhouding {
  readonly zone: Zone;
  readonly regels: GeheimhoudingZone;
  readonly aanvaller: {
    /** What the attacker is assumed to know, sentence by sentence. */
    readonly weet: { readonly nl: readonly string[]; readonly en: readonly string[] };
    /** Smallest value that a hidden count of persons or providers can have in the eyes of the attacker. */
    readonly ondergrensTelling: number;
    /** Where the smallest value of a hidden count is 0 all the same. */
    readonly nulMogelijk: readonly NulMogelijk[];
    readonly eerdereReleases: readonly string[];
  };
  readonly solver: { readonly naam: string; readonly versie: string };
  readonly plan: {
    /** Every part of the plan is proved to lose as little as possible by the weights. */
    readonly optimaal: boolean;
    /** (weight lost − proved lower bound) / weight lost, of the whole plan, rounded up to 0.001. Unit: share. */
    readonly gat: number;
    /** Hidden numbers of which those who are counted in hidden ones can, all together, know more than the policy allows anybody else, rounded up to tens. Absent in a release of an older program: not counted. */
    readonly smalVoorIngewijden?: number;
  };
  readonly aantallen: { readonly cijfers: number; readonly getoond: number; readonly verborgen: number };
  readonly meervoudigGeteld: readonly MeervoudigGeteld[];
  /** Figures of others that the attacker has beside ours. */
  readonly buitenkennis: readonly Buitenkennis[];
  /** Sorted by indicator, variant, period, area and dimensions. */
  readonly cellen: readonly VerborgenCel[];
}

/**
 * A hidden figure that an attacker can pin down more closely than the policy allows, and from what. With `gebied` "?" a number that has no row: how many of the region have no known
 * gemeente; `indicator` is its quantity then.
 */
export interface TeSmal extends VerborgenCel {
  /** Published figures that together give it away, as `indicator variant periode gebied dimensies`. */
  readonly door: readonly string[];
}

/** What somebody who reads only the published files can compute. */
export interface AttackReport {
  readonly solver: { readonly naam: string; readonly versie: string };
  readonly cellen: readonly VerborgenCel[];
  /** Empty = nobody can be found. */
  readonly teSmal: readonly TeSmal[];
  /** Published figures that contradict each other, so that no figures behind them exist. */
  readonly tegenspraak: readonly string[];
}
