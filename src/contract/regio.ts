// SPDX-License-Identifier: EUPL-1.2
import type { Ambitie } from './ambitie.ts';
import type { ErnstBeleid } from './finding.ts';
import type { AgbCode, GebiedCode, GemeenteCode } from './ids.ts';
import type { PlainDate } from './plain-date.ts';
import type { ReleaseStatus } from './release-status.ts';
import type { Uitgever } from './uitgever.ts';

/** A region's workspace configuration (`regio.yaml`), read and checked once; nobody doubts it after that. */
export interface Regio {
  readonly naam: string;
  /** Jeugdregio of CBS, `JZ24`. Also the area code of the whole region. */
  readonly code: GebiedCode;
  readonly gemeenten: readonly Lidmaatschap[];
  readonly groepen: readonly Groep[];
  readonly basisjaar: number;
  /** Year of the newest edition; all years are restated to the composition of this year. */
  readonly publicatiejaar: number;
  readonly drempels: {
    /** Threshold of `kosten-boven-grens`. */
    readonly kostenGrensCents: number;
    /** Price index by year, with any base; the threshold of year y is the threshold × index(y) / index(basisjaar). */
    readonly index?: PrijsIndex;
  };
  /** Acceptable waits; absent = none agreed. */
  readonly normen?: {
    /** Who set them, and when. */
    readonly bron: string;
    /** From the first day of a toewijzing to the first day of care, by type; `standaard` for the others. Unit: days. */
    readonly startDagen: Readonly<Record<string, number>>;
  };
  /** Scales of outcome measurement for which change can be told from chance, by instrument. */
  readonly schalen?: Readonly<Record<string, Schaal>>;
  /** How final the figures of a calendar year are; a year that is not named is `voorlopig`. */
  readonly statussen?: Readonly<Record<string, ReleaseStatus>>;
  readonly breuken: readonly Reeksbreuk[];
  readonly geheimhouding: GeheimhoudingBeleid;
  /** How severe the region finds a rule, where it differs from usual. */
  readonly ernst?: ErnstBeleid;
  /** What the region wants, in the order in which it says so. */
  readonly ambities?: readonly Ambitie[];
  readonly uitgever?: Uitgever;
  /** Where the newest release stands for everybody, ending in `/`; earlier ones stand at `releases/<id>/` below it. Absent = not known. */
  readonly adres?: string;
  /** House style of the dashboard: a file of `themas/`; absent = `neutraal`. */
  readonly thema?: string;
  /**
   * What becomes of delivered files that were taken: `aan` moves them into the encrypted archive, `uit` leaves them in place.
   * Absent is `aan`, but `uit` where the deliveries were made by `sample`: nobody in them exists.
   */
  readonly archief?: ArchiefInstelling;
}

/** Spread (standard deviation) and reliability of a scale in a comparison group. */
export interface Schaal {
  readonly sd: number;
  readonly betrouwbaarheid: number;
  readonly hogerIsBeter: boolean;
}

/** A price index. Unit: any; only proportions matter, thousandths are kept. */
export interface PrijsIndex {
  readonly bron: string;
  readonly jaren: Readonly<Record<string, number>>;
}
/** Values of `archief` in `regio.yaml`. */
export const ARCHIEF_INSTELLINGEN = ['aan', 'uit'] as const;
export type ArchiefInstelling = (typeof ARCHIEF_INSTELLINGEN)[number];

/** A gemeente in the region, with the days on which it belonged to it (both ends included). */
export interface Lidmaatschap {
  readonly code: GemeenteCode;
  readonly naam: string;
  readonly van?: PlainDate;
  readonly tot?: PlainDate;
  readonly tegel?: Tegel;
}

/** Place of a gemeente on a map of equal squares with north above; rows and columns from 1. */
export interface Tegel {
  readonly rij: number;
  readonly kolom: number;
}

/** A group of gemeenten that is published as an area of its own (`H8`). */
export interface Groep {
  readonly code: GebiedCode;
  readonly naam: string;
  readonly gemeenten: readonly GemeenteCode[];
}

/** A break in a series: figures before and after are not comparable. */
export interface Reeksbreuk {
  readonly id: string;
  readonly datum: PlainDate;
  /** What made it, as the definitions of indicators name what they are sensitive to; absent = touches all indicators. */
  readonly soort?: string;
  readonly gebieden: readonly GebiedCode[];
  /** Types of youth care concerned; empty = all. */
  readonly types: readonly string[];
  readonly oorzaak: { readonly nl: string; readonly en: string };
  readonly overbrugd: boolean;
}

/** One row of `producten.csv`: (categorie, code?, aanbieder?) ─▶ type jeugdhulp, within a validity. The most specific row wins. */
export interface ProductRegel {
  readonly categorie: string;
  readonly code?: string;
  readonly aanbieder?: AgbCode;
  readonly type: string;
  readonly verblijfsvorm?: string;
  readonly van?: PlainDate;
  readonly tot?: PlainDate;
}

/** The policy of one zone. Source: shared specification of disclosure control; docs/method/geheimhouding.md */
export interface GeheimhoudingZone {
  /** Hide counts from 1 up to and including this one. */
  readonly verbergTotEnMet: number;
  /** Publish zeros as zeros. */
  readonly toonNul: boolean;
  /** Round shown counts to multiples of this; 0 = no rounding. */
  readonly afronding: number;
  /** A share or rate is shown only if its denominator may be shown and is at least this. */
  readonly minimumNoemer: number;
  /** The same for a share of survey answers; absent = 30. */
  readonly minimumAntwoorden?: number;
  /** Amounts and averages need at least this many contributors. */
  readonly minimumBijdragers: number;
  /** Dominance rule: the largest contributor may not exceed this share of the total. */
  readonly dominantie: number;
  /** p % rule; 0 = off. */
  readonly pProcent: number;
  /** Least width of the interval that an attacker can derive for a hidden count. */
  readonly intervalBreedte: number;
  /** Protection of a hidden amount, as a share of its value to either side. */
  readonly bedragBescherming: number;
}

export interface GeheimhoudingBeleid {
  readonly open: GeheimhoudingZone;
  readonly intern: GeheimhoudingZone;
}

/** The eleven types of youth care of the monitor, in the order in which it prints them, and `onbekend` for products without a mapping. */
export const TYPEN_JEUGDHULP = [
  'cit',
  'dyslexie',
  'basis-ggz',
  'gezinshuizen',
  'lvb',
  'jeugd-en-opvoedhulp',
  'gedwongen-kader',
  'jeugd-ggz',
  'landelijk-ingekocht',
  'pleegzorg',
  'specialistische-ggz',
] as const;
export type TypeJeugdhulp = (typeof TYPEN_JEUGDHULP)[number] | 'onbekend';
