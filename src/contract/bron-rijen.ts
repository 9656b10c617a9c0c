// SPDX-License-Identifier: EUPL-1.2
import type { PlainDate } from './plain-date.ts';

/** The sources beside message traffic that people fill in, in the order of docs/reference/bronnen.md. CBS tables have a shape of their own. */
export const BRON_SOORTEN = [
  'wachttijden',
  'wachtlijst',
  'uitvragen',
  'maatregelen',
  'jbt',
  'cit',
  'jeugdzorgplus',
  'proeftuin',
  'uitkomsten',
  'bevolking',
] as const;
export type BronSoort = (typeof BRON_SOORTEN)[number];

/** Forms of care that people wait for. */
export const ZORGVORMEN = [
  'dys',
  'lvb',
  'ggz',
  'jo',
  'mix',
  'kdc',
  'jeugdzorgplus',
  'pleegzorg',
  'gezinshuis',
] as const;
export type Zorgvorm = (typeof ZORGVORMEN)[number];

/** Age classes of every split by age. */
export const LEEFTIJDSKLASSEN = ['0-3', '4-11', '12-17', '18+'] as const;
export type Leeftijdsklasse = (typeof LEEFTIJDSKLASSEN)[number];

/** Classes of the waiting-time survey. Unit: days waited. They cannot tell who waits longer than 90 days, which is asked apart. */
export const WACHTKLASSEN = [
  '0-14',
  '15-28',
  '29-42',
  '43-56',
  '57-70',
  '71-84',
  '85-98',
  '99-112',
  '>112',
] as const;
export type Wachtklasse = (typeof WACHTKLASSEN)[number];

export const JA_NEE = ['ja', 'nee'] as const;
export type JaNee = (typeof JA_NEE)[number];

/** Surveys that providers answer. `regulier`: every quarter; `pleegzorg`: foster care and family homes in depth. */
export const UITVRAGEN = ['regulier', 'pleegzorg'] as const;
export type Uitvraag = (typeof UITVRAGEN)[number];

export const ZORGVORM_DETAILS = ['bestand', 'deeltijd', 'netwerk'] as const;
export const VERBLIJF = ['ambulant', 'verblijf'] as const;
export const MAATREGEL_SOORTEN = ['ots', 'vots', 'voogdij', 'jr', 'muhp'] as const;
export const BESTEMMINGEN = [
  'andere-ouder',
  'netwerk',
  'pleegzorg',
  'gezinshuis',
  'instelling',
  'jeugdzorgplus',
  'anders',
] as const;
export const JBT_VERWIJZERS = [
  'cit-cid',
  'lokale-teams',
  'gi',
  'veilig-thuis',
  'aanbieders',
  'overig',
] as const;
export const JBT_BESLUITEN = ['start', 'geen', 'uitgesteld', 'nvt-overig'] as const;
export const JBT_SOORTEN = ['regulier', 'vots', 'vth'] as const;
export const CIT_SOORTEN = ['crisis', 'huisverbod'] as const;
export const PLAATSING_REDENEN = [
  'volgens-plan',
  'vervolgplek',
  'overplaatsing',
  'voortijdig',
  'meerderjarig',
  'anders',
] as const;
export const PROEFTUIN_DOMEINEN = ['bestaanszekerheid', 'gezondheid', 'netwerk'] as const;
export const INFORMANTEN = ['jeugdige', 'ouder', 'verzorger', 'professional', 'anders'] as const;
export const MEETMOMENTEN = ['begin', 'tussentijds', 'eind'] as const;
export const BEVOLKING_STATUSSEN = ['definitief', 'nader_voorlopig', 'voorlopig', 'geschat'] as const;

/** One child or family in a file: by citizen service number, or by a number of the supplier's own. Only the first can be linked to message traffic. */
interface MetPersoon {
  readonly bsn?: string;
  readonly eigenNummer?: string;
}

/** When a file was drawn up; of two files about the same thing the later one counts. */
interface Opgesteld {
  readonly opgesteldOp: PlainDate;
}

/** `2024` or `2024-Q2`. */
type Periode = string;

/** One line of an answer to the waiting-time survey. Counts of lines add up: no line is a total of others. */
export interface WachttijdRij extends Opgesteld {
  readonly aanbieder: string;
  readonly peildatum: PlainDate;
  readonly uitvraag?: Uitvraag;
  readonly gemeente?: string;
  readonly zorgvorm?: Zorgvorm;
  readonly zorgvormDetail?: (typeof ZORGVORM_DETAILS)[number];
  readonly verblijf?: (typeof VERBLIJF)[number];
  readonly leeftijdsklasse?: Leeftijdsklasse;
  readonly wachtklasse?: Wachtklasse;
  readonly wachtenden?: number;
  readonly meerDan90Dagen?: number;
  readonly metOverbrugging?: number;
  readonly inZorg?: number;
  readonly gebruikelijkeWachtklasse?: Wachtklasse;
  readonly nietsTeMelden?: JaNee;
}

/** One child on one waiting list; shows who waits twice. */
export interface WachtlijstRij extends Opgesteld, MetPersoon {
  readonly aanbieder: string;
  readonly peildatum: PlainDate;
  readonly uitvraag?: Uitvraag;
  readonly gemeente?: string;
  readonly zorgvorm: Zorgvorm;
  readonly zorgvormDetail?: (typeof ZORGVORM_DETAILS)[number];
  readonly verblijf: (typeof VERBLIJF)[number];
  readonly leeftijdsklasse?: Leeftijdsklasse;
  readonly aangemeldOp: PlainDate;
  readonly overbrugging?: JaNee;
}

/** One provider that was asked to answer a survey. */
export interface UitvraagRij extends Opgesteld {
  readonly afzender: string;
  readonly uitvraag: Uitvraag;
  readonly peildatum: PlainDate;
  readonly aanbieder: string;
  readonly zorgvorm?: Zorgvorm;
  readonly gevraagdOp: PlainDate;
  readonly uiterlijk?: PlainDate;
  readonly herinnerdOp?: PlainDate;
}

/** One measure that ran in the period, or one authorisation to place a child out of home (`muhp`). */
export interface MaatregelRij extends Opgesteld, MetPersoon {
  readonly gi: string;
  readonly periode: Periode;
  readonly gemeente: string;
  readonly soort: (typeof MAATREGEL_SOORTEN)[number];
  readonly begin: PlainDate;
  readonly eind?: PlainDate;
  readonly beschikkingOp?: PlainDate;
  readonly verlengingen?: number;
  readonly bestemming?: (typeof BESTEMMINGEN)[number];
}

/** One family that was put forward to the Jeugdbeschermingstafel in the period. */
export interface JbtRij extends Opgesteld {
  readonly herkomst: string;
  readonly periode: Periode;
  readonly gezin: string;
  readonly gemeente?: string;
  readonly verwijzer: (typeof JBT_VERWIJZERS)[number];
  readonly datum: PlainDate;
  readonly soort: (typeof JBT_SOORTEN)[number];
  readonly besluit?: (typeof JBT_BESLUITEN)[number];
  readonly besluitdatum?: PlainDate;
}

/** One case of the crisis team in the period; a case is not a child. */
export interface CitRij extends Opgesteld, MetPersoon {
  readonly afzender: string;
  readonly periode: Periode;
  readonly datum: PlainDate;
  readonly soort: (typeof CIT_SOORTEN)[number];
  readonly gemeente?: string;
}

/** One placement in closed care that ran in the period. */
export interface PlaatsingRij extends Opgesteld, MetPersoon {
  readonly afzender: string;
  readonly periode: Periode;
  readonly voorziening: string;
  readonly gemeente: string;
  readonly begin: PlainDate;
  readonly eind?: PlainDate;
  readonly redenEinde?: (typeof PLAATSING_REDENEN)[number];
  readonly vervolgplek?: JaNee;
}

/** One concern of one family in the proeftuin. */
export interface ProeftuinRij extends Opgesteld {
  readonly afzender: string;
  readonly periode: Periode;
  readonly gezin: string;
  readonly gemeente?: string;
  readonly domein: (typeof PROEFTUIN_DOMEINEN)[number];
  readonly zorg: string;
}

/** One answer to one question of an outcome measurement; without a value: asked and not answered. */
export interface UitkomstRij extends Opgesteld, MetPersoon {
  readonly aanbieder: string;
  readonly periode: Periode;
  readonly gemeente?: string;
  readonly toewijzingNummer?: number;
  readonly traject?: string;
  readonly moment?: (typeof MEETMOMENTEN)[number];
  readonly informant: (typeof INFORMANTEN)[number];
  readonly instrument: string;
  readonly onderdeel?: string;
  readonly datum: PlainDate;
  readonly waarde?: number;
}

/** Residents of a gemeente between two ages, both included, on a day. */
export interface BevolkingRij extends Opgesteld {
  readonly afzender: string;
  readonly peildatum: PlainDate;
  readonly gemeente: string;
  readonly leeftijdVan: number;
  readonly leeftijdTot: number;
  readonly geslacht?: '1' | '2';
  readonly aantal: number;
  readonly status?: (typeof BEVOLKING_STATUSSEN)[number];
}

/** The row of each source as its file has it. */
export interface BronRijen {
  readonly wachttijden: WachttijdRij;
  readonly wachtlijst: WachtlijstRij;
  readonly uitvragen: UitvraagRij;
  readonly maatregelen: MaatregelRij;
  readonly jbt: JbtRij;
  readonly cit: CitRij;
  readonly jeugdzorgplus: PlaatsingRij;
  readonly proeftuin: ProeftuinRij;
  readonly uitkomsten: UitkomstRij;
  readonly bevolking: BevolkingRij;
}
