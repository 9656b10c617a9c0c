// SPDX-License-Identifier: EUPL-1.2
import type { TypeJeugdhulp } from '../contract/index.ts';

/**
 * Everything the fictional region assumes that is not a published total. Change a number here and the region changes; the published totals
 * stay exact, because they are built in and not drawn.
 *
 * What each number rests on stands beside it: *monitor* = Monitor Jeugdhulp Haaglanden 2024; *CBS* = national figures of CBS on jeugdhulp,
 * from memory and not looked up; *choice* = nothing published was found, chosen so that the whole looks like youth care.
 */
export type TypeKey = Exclude<TypeJeugdhulp, 'onbekend'>;

/**
 * Ages at which children come in: a bell around `peak` between `from` and `to`. Unit: years, on 1 January.
 * Choice, so that one client in twenty-five is under 4, half of them 4 to 11, one in fifty 18 or over and the rest 12 to 17.
 */
export interface AgeBell {
  readonly peak: number;
  readonly spread: number;
  readonly from: number;
  readonly to: number;
}

/** How one type of help runs in a life. */
export interface TypeParameters {
  readonly ages: AgeBell;
  /** Share of this year's clients of the type that is a client of it next year too. Choice; CBS: mean length of trajecten per form. */
  readonly retention: number;
  /** Of those, the share whose help simply runs on over New Year; the others stop and come back. Choice. */
  readonly runsOn: number;
  /** Median length of help that begins and ends within one year, where it fits. Unit: days. Choice. */
  readonly shortDays: number;
  /** Median cost of one month of help at prices of 2024. Unit: euro. Choice, so that the sum is near the monitor before calibration. */
  readonly monthEuros: number;
  /** Spread of that price between children: standard deviation of its logarithm. Choice. */
  readonly monthSigma: number;
  /** Help that may go on after 18 (verlengde jeugdhulp): factor on retention. Law: Jeugdwet art. 1.1; numbers are choice. */
  readonly after18: number;
  /** How a toewijzing of this type is given. Unit: months. Choice; ots: one year by law. */
  readonly toewijzingMonths: number;
  /**
   * A line per month (1), or one at the begin, the end and every n months between, for every other provider. OP264: agreed per contract.
   */
  readonly declareEveryMonths: readonly [number, number];
  /** Median wait between toewijzing and start. Unit: days. Monitor: Figuren 7–10 for the order between forms; height is choice. */
  readonly waitDays: number;
  /** Weights of verwijzer types 01–06 and 08 (COD327). CBS: jeugdhulp by verwijzer, national; per type is choice. */
  readonly verwijzers: Readonly<Record<string, number>>;
  /** Share with an aspecific toewijzing (categorie without code); only where no other type of a provider has that categorie. Choice. */
  readonly aspecific: number;
}

const WIJKTEAM = { '01': 78, '02': 8, '03': 3, '04': 8, '05': 1, '06': 1, '08': 1 };
const ARTSEN = { '01': 22, '02': 55, '03': 9, '04': 3, '05': 10, '06': 1 };
const GEDWONGEN = { '01': 8, '04': 32, '08': 60 };

export const TYPES: Readonly<Record<TypeKey, TypeParameters>> = {
  cit: {
    ages: { peak: 14, spread: 7, from: 0, to: 17 },
    retention: 0.1,
    runsOn: 0.7,
    shortDays: 32,
    monthEuros: 1900,
    monthSigma: 0.6,
    after18: 0,
    toewijzingMonths: 3,
    declareEveryMonths: [1, 1],
    waitDays: 0,
    verwijzers: { '01': 40, '02': 15, '04': 25, '05': 8, '06': 8, '08': 4 },
    aspecific: 0,
  },
  dyslexie: {
    ages: { peak: 8, spread: 1.6, from: 7, to: 12 },
    retention: 0.6,
    runsOn: 0.97,
    shortDays: 150,
    monthEuros: 230,
    monthSigma: 0.25,
    after18: 0,
    toewijzingMonths: 24,
    declareEveryMonths: [3, 3],
    waitDays: 45,
    verwijzers: { '01': 96, '02': 3, '03': 1 },
    aspecific: 0,
  },
  'basis-ggz': {
    ages: { peak: 12, spread: 5.5, from: 3, to: 17 },
    retention: 0.3,
    runsOn: 0.9,
    shortDays: 125,
    monthEuros: 260,
    monthSigma: 0.4,
    after18: 0,
    toewijzingMonths: 12,
    declareEveryMonths: [6, 6],
    waitDays: 42,
    verwijzers: ARTSEN,
    aspecific: 0,
  },
  gezinshuizen: {
    ages: { peak: 9, spread: 5, from: 1, to: 17 },
    retention: 0.8,
    runsOn: 0.97,
    shortDays: 150,
    monthEuros: 5600,
    monthSigma: 0.2,
    after18: 0.7,
    toewijzingMonths: 36,
    declareEveryMonths: [1, 1],
    waitDays: 60,
    verwijzers: { '01': 40, '04': 55, '08': 5 },
    aspecific: 0,
  },
  lvb: {
    ages: { peak: 6, spread: 5.5, from: 0, to: 17 },
    retention: 0.66,
    runsOn: 0.95,
    shortDays: 130,
    monthEuros: 1000,
    monthSigma: 0.85,
    after18: 0.4,
    toewijzingMonths: 30,
    declareEveryMonths: [1, 3],
    waitDays: 48,
    verwijzers: WIJKTEAM,
    aspecific: 0,
  },
  'jeugd-en-opvoedhulp': {
    ages: { peak: 8, spread: 8.5, from: 0, to: 17 },
    retention: 0.54,
    runsOn: 0.92,
    shortDays: 125,
    monthEuros: 900,
    monthSigma: 0.95,
    after18: 0.4,
    toewijzingMonths: 18,
    declareEveryMonths: [1, 3],
    waitDays: 38,
    verwijzers: WIJKTEAM,
    aspecific: 0,
  },
  'gedwongen-kader': {
    ages: { peak: 6, spread: 9, from: 0, to: 17 },
    retention: 0.62,
    runsOn: 0.98,
    shortDays: 150,
    monthEuros: 850,
    monthSigma: 0.25,
    after18: 0.2,
    toewijzingMonths: 12,
    declareEveryMonths: [1, 3],
    waitDays: 6,
    verwijzers: GEDWONGEN,
    aspecific: 0,
  },
  'jeugd-ggz': {
    ages: { peak: 8, spread: 5, from: 2, to: 17 },
    retention: 0.35,
    runsOn: 0.9,
    shortDays: 110,
    monthEuros: 420,
    monthSigma: 0.6,
    after18: 0,
    toewijzingMonths: 12,
    declareEveryMonths: [2, 2],
    waitDays: 42,
    verwijzers: { '01': 10, '02': 35, '03': 10, '05': 45 },
    aspecific: 0.1,
  },
  'landelijk-ingekocht': {
    ages: { peak: 15, spread: 3.5, from: 5, to: 17 },
    retention: 0.42,
    runsOn: 0.9,
    shortDays: 110,
    monthEuros: 7800,
    monthSigma: 0.6,
    after18: 0.5,
    toewijzingMonths: 9,
    declareEveryMonths: [1, 1],
    waitDays: 28,
    verwijzers: { '01': 30, '02': 15, '04': 30, '05': 15, '08': 10 },
    aspecific: 0.1,
  },
  pleegzorg: {
    ages: { peak: 4, spread: 6, from: 0, to: 17 },
    retention: 0.78,
    runsOn: 0.97,
    shortDays: 130,
    monthEuros: 1750,
    monthSigma: 0.2,
    after18: 0.75,
    toewijzingMonths: 36,
    declareEveryMonths: [1, 1],
    waitDays: 40,
    verwijzers: { '01': 45, '04': 50, '08': 5 },
    aspecific: 0,
  },
  'specialistische-ggz': {
    ages: { peak: 12, spread: 6, from: 2, to: 17 },
    retention: 0.62,
    runsOn: 0.94,
    shortDays: 140,
    monthEuros: 420,
    monthSigma: 0.9,
    after18: 0.45,
    toewijzingMonths: 24,
    declareEveryMonths: [3, 6],
    waitDays: 68,
    verwijzers: ARTSEN,
    aspecific: 0.12,
  },
};

/** How much likelier a child that has one type has the other too; 1 where nothing stands. Choice. */
export const AFFINITY: readonly (readonly [TypeKey, TypeKey, number])[] = [
  ['gedwongen-kader', 'pleegzorg', 14],
  ['gedwongen-kader', 'gezinshuizen', 18],
  ['gedwongen-kader', 'jeugd-en-opvoedhulp', 5],
  ['gedwongen-kader', 'cit', 5],
  ['gedwongen-kader', 'landelijk-ingekocht', 7],
  ['cit', 'jeugd-en-opvoedhulp', 4],
  ['cit', 'specialistische-ggz', 2],
  ['landelijk-ingekocht', 'jeugd-en-opvoedhulp', 3],
  ['landelijk-ingekocht', 'specialistische-ggz', 2],
  ['gezinshuizen', 'jeugd-en-opvoedhulp', 2],
  ['pleegzorg', 'jeugd-en-opvoedhulp', 2],
  ['basis-ggz', 'specialistische-ggz', 3],
  ['lvb', 'jeugd-en-opvoedhulp', 3],
  ['dyslexie', 'specialistische-ggz', 0.7],
  ['dyslexie', 'gedwongen-kader', 0.2],
  ['pleegzorg', 'gezinshuizen', 0.5],
];

/** Price level of a year relative to 2024. Choice, near the OVA index; calibration corrects the rest. */
const PRICE_LEVEL: Readonly<Record<number, number>> = {
  2020: 0.82,
  2021: 0.85,
  2022: 0.88,
  2023: 0.95,
  2024: 1,
};
/** Growth per year after the last known level. Choice. */
const PRICE_GROWTH = 1.045;

export function priceLevel(jaar: number): number {
  return PRICE_LEVEL[jaar] ?? PRICE_GROWTH ** (jaar - 2024);
}

/** How busy a month is for help by the hour, January to December (summer and Christmas holidays). Choice. */
export const MONTH_RHYTHM = [1.02, 0.98, 1.1, 1, 1, 1.05, 0.8, 0.72, 1.12, 1.08, 1.1, 0.85] as const;

/** When help begins and ends through the year, January to December (school year). Choice; CBS quarter patterns look alike. */
export const START_RHYTHM = [1.15, 1.05, 1.1, 0.95, 0.95, 0.95, 0.65, 0.6, 1.25, 1.2, 1.15, 0.8] as const;
export const STOP_RHYTHM = [0.9, 0.85, 0.95, 0.9, 0.95, 1.2, 1.35, 0.8, 0.9, 0.95, 0.95, 1.3] as const;

export const LIFE = {
  /** Share of boys. CBS: about 56 % of young people with jeugdhulp. */
  boys: 0.56,
  /** Share of a type's clients that must lose their place at New Year before it counts as ended by the gemeente; below it help ends in its own time. Choice. */
  massExit: 0.3,
  /** Share of continuing clients that move to another gemeente of the region at New Year. Choice. */
  moves: 0.008,
  /** Share of newcomers that were a client of the same gemeente in an earlier year. CBS: about a fifth returns within five years. */
  returning: 0.16,
  /** Share of children without an earlier client in the family that are brother or sister of a known client. Choice. */
  siblings: 0.3,
  /** Most children of one family that are ever a client. Choice. */
  largestFamily: 5,
  /** Share of trajecten that change provider while they run on over New Year. Choice. */
  changesProvider: 0.03,
  /** Share of trajecten of a full year with a temporary stop (reason 20). Choice. */
  pauses: 0.03,
  /** Share of children that come back for the same type and go to the same provider again. Choice. */
  returnsToProvider: 0.6,
  /** Share that gets a second type at the provider it already has, where that one offers it. Choice. */
  samePlace: 0.4,
  /** No child waits longer. Unit: days. Choice; the council letter speaks of one to two years for day-care centres. */
  longestWaitDays: 600,
  /** The most that help running on the first day of the sample had lasted already. Unit: days. Choice. */
  historyDays: 900,
} as const;

/** Weights of reasons of ending (JZ588), by period in which the code exists. CBS: about three quarters end as planned. */
export const STOP_REASONS: Readonly<Record<string, number>> = {
  '31': 74,
  '34': 9,
  '32': 8,
  '35': 4.5,
  '33': 1.8,
  '36': 1.2,
  '38': 1,
  '39': 0.4,
};

/** First day on which a reason of ending may be used. Source: iJw 3.2 reference, list JZ588. */
export const STOP_REASON_SINCE: Readonly<Record<string, string>> = {
  '36': '2021-01-01',
  '37': '2021-01-01',
  '38': '2022-04-01',
  '39': '2022-04-01',
};

/** What happens in the traffic. Shares. All choice. */
export const TRAFFIC = {
  /** Extensions that get a new ToewijzingNummer with another volume (IV066); the others stretch the end date (OP380). */
  newNumber: 0.18,
  /** Toewijzingen that are shortened by the gemeente when help ends early. */
  shortened: 0.08,
  /** Starts that are first reported with a wrong date, deleted and sent again (IV008). */
  startCorrected: 0.01,
  /** Lines that are refused once and sent again. */
  refusedLines: 0.012,
  /** Lines that are declared with a wrong amount, approved, credited and declared again. */
  creditedLines: 0.008,
  /** Declarations that are refused as a whole and sent again. */
  refusedMessages: 0.004,
  /** Lines of a JW303 declaratie that are granted in part. */
  partlyGranted: 0.004,
  /** Providers that sent invoices (factuur, 450) instead of declaraties before 2021: every n-th. */
  factuurEvery: 9,
  /** Lines that are declared a month or two late. */
  lateLines: 0.03,
  /** First toewijzingen without a request that name a parent (OP002; the others know the parent or hold authority themselves). */
  namesParent: 0.4,
  /** Of the requests that a provider could send, the share with a legal referral that goes by JW315. */
  verzoeken: 0.95,
  /** A declaration with at least this many lines goes as a file of its own, gzipped. */
  ownFileFrom: 120,
  /** Every n-th smaller declaration goes as a bare XML file. */
  bareEvery: 60,
} as const;

/** What a calibrated client is kept away from a threshold, so that rounding of lines cannot carry it over. Unit: eurocent. */
export const GRENS_MARGIN_CENTS = 15_000;

/** Everything the other sources assume that is not a published figure. */
export const BRONNEN = {
  /** Certified institutions, in the order of the monitor's Tabel 5. */
  gis: ['jbw', 'ldh', 'wss', 'overig'],
  /**
   * Share of children with an order or guardianship that has one in the next year too. Chosen so that about as many orders are younger than two years
   * in 2024 as the monitor says; how far it is off is made up exactly (`Maatregelplan`).
   */
  jbRetention: 0.775,
  jrRetention: 0.42,
  /** How likely a client of a type is to have an order. Choice: an order does not imply the type, nor the type an order. */
  jbWeights: {
    'gedwongen-kader': 60,
    pleegzorg: 14,
    gezinshuizen: 14,
    'landelijk-ingekocht': 5,
    cit: 4,
    'jeugd-en-opvoedhulp': 2.5,
    lvb: 0.8,
    'specialistische-ggz': 0.4,
    'jeugd-ggz': 0.3,
    'basis-ggz': 0.1,
    dyslexie: 0.05,
  } as Readonly<Record<TypeKey, number>>,
  /** Used where no number of guardianships or short orders is published. Monitor 2020: 541 and 1,140 of 3,852. */
  voogdijShare: 0.15,
  kortShare: 0.33,
  /** Share of new orders that begin as a provisional one. Choice. */
  votsShare: 0.3,
  /** Share of orders and guardianships with an authorisation to place the child out of home. Choice; CBS: nearly half of protected children stay elsewhere. */
  muhpOts: 0.42,
  muhpVoogdij: 0.15,
  bestemmingen: [
    ['pleegzorg', 30],
    ['netwerk', 22],
    ['instelling', 20],
    ['andere-ouder', 12],
    ['gezinshuis', 10],
    ['jeugdzorgplus', 3],
    ['anders', 3],
  ],
  /** Share of children in a file of an institution that stand in it under its own number instead of a BSN. Choice. */
  eigenNummer: 0.04,
  /** Of those with probation so many in a hundred draws are girls; and no more than this share of clients of twelve and older is asked for. Choice. */
  jrMeisjes: 0.3,
  jrMost: 0.5,
  /** Provisional orders and requests for help that the Jeugdbeschermingstafel registers beside what is counted, and the share of the first among them. Choice. */
  jbtExtra: 0.12,
  jbtVots: 0.6,
  /** Share of crisis cases where the child is named; of restraining orders fewer. Choice. */
  citNamed: 0.92,
  huisverbodNamed: 0.4,
  /** Share of second cases and restraining orders about a child that had crisis help in the year. Choice. */
  citBekend: 0.7,
  /** Facilities for closed care; they exist nowhere. */
  voorzieningen: ['voorziening-a', 'voorziening-b', 'voorziening-c'],
  /** Median length of a placement in closed care. Unit: days. Choice; the monitor speaks of months. */
  plaatsingDays: 170,
  vervolgplek: 0.7,
  /** Share of providers that answer the survey of a quarter. Choice; the monitor: 10 of 13 in the survey in depth. */
  respons: 0.88,
  /** Share of answers that are sent again with a correction. Choice. */
  gecorrigeerd: 0.03,
  /** Share of answers that leave out the gemeente. Choice. */
  zonderGemeente: 0.25,
  /** Weights of CSV, XLSX and ODS among the files; larger ones are always CSV. Choice. */
  formaten: [45, 35, 20],
  werkboekTot: 2000,
  /** Share of waiting children that get help to bridge the wait. Monitor: "meestal". */
  overbrugging: 0.68,
  /** Share of waiting children who stand on two lists. Choice. */
  dubbelWachtend: 0.04,
  /**
   * Children waiting per 100 children in care, and the median time that they have waited so far. Unit: days. Choice, in the order of the monitor's Figuren 7 to 10;
   * numbers that are published replace them.
   */
  wachten: {
    dys: { per100: 9, days: 40 },
    lvb: { per100: 7, days: 62 },
    ggz: { per100: 12, days: 70 },
    jo: { per100: 6, days: 38 },
    mix: { per100: 5, days: 48 },
    kdc: { per100: 60, days: 210 },
    jeugdzorgplus: { per100: 8, days: 24 },
    pleegzorg: { per100: 4.4, days: 66 },
    gezinshuis: { per100: 16.6, days: 110 },
  },
  /** Ages on the list, 0–3, 4–11, 12–17 and 18+. Weights. Choice; monitor: a day-care centre is for children of two to six. */
  wachtleeftijden: {
    dys: [0, 90, 10, 0],
    lvb: [12, 52, 34, 2],
    ggz: [3, 45, 50, 2],
    jo: [10, 48, 41, 1],
    mix: [6, 48, 44, 2],
    kdc: [58, 42, 0, 0],
    jeugdzorgplus: [0, 4, 94, 2],
    pleegzorg: [17, 56, 27, 0],
    gezinshuis: [6, 25, 69, 0],
  },
  /** Spread of waits so far, and of the lists of providers: standard deviation of the logarithm. Choice. */
  wachtSigma: 0.85,
  wachtSpread: 0.35,
  /** Providers of help for children with an intellectual disability that run a day-care centre, and how a provider's children are shared out over forms of care. Choice. */
  dagcentra: 6,
  kdcShare: 0.35,
  mixShare: 0.1,
  verblijfShare: 0.12,
  ambulantShare: 0.7,
  /** How the lists of a quarter compare with those of 2024-Q2, by quarters before it. Choice. */
  wachtgroei: 1.015,
  /** Share of ended help of which somebody is asked how it went, and share of those that answer. Choice. */
  uitkomstGevraagd: 0.45,
  uitkomstBeantwoord: 0.52,
  /** Fewer answer when help was broken off: factor. Choice. */
  uitkomstAfgebroken: 0.55,
  /** Answers by how help ended. Satisfaction from 1 to 10, shares that can do without help, reached their goals, have each of the Big 5. Choice. */
  cijfer: { volgensPlan: 7.8, anders: 6.1 },
  cijferSpread: 1.5,
  zonderHulp: { volgensPlan: 0.74, anders: 0.28 },
  doelen: { volgensPlan: 0.78, anders: 0.34 },
  big5: 0.78,
  /** Problem score (0 to 40) at the begin, and how far it falls; measured for a share of the short help. Choice. */
  sdq: { share: 0.5, begin: 15, spread: 6, ruis: 4, daling: { volgensPlan: 4.5, anders: 1 } },
} as const;
