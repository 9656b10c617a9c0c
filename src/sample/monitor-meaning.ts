// SPDX-License-Identifier: EUPL-1.2

/** One value of a table of the published monitor, as it was typed over. */
export type MonitorRow = Readonly<Record<string, unknown>>;

/** What a value is a figure of here. */
export interface Meaning {
  readonly indicator: string;
  readonly variant?: string;
  readonly type?: string;
  readonly splitsing?: string;
  /** Absent: that of the row. */
  readonly jaar?: number;
  /** Absent: the year. */
  readonly periode?: string;
  /** Turns the value into the unit of the indicator. */
  readonly factor?: number;
  /** A percentage with one decimal. */
  readonly isShare?: true;
  /** The table names no area: it is about the region. */
  readonly isRegion?: true;
}

/** Codes of types in the published monitor that are called differently here. */
const TYPE_CODES: Readonly<Record<string, string>> = {
  'jeugd-opvoedhulp': 'jeugd-en-opvoedhulp',
  landelijk: 'landelijk-ingekocht',
};

const MAATREGELEN: Readonly<Record<string, string>> = {
  voogdij: 'voogdij',
  'ots-een-jaar': 'ots-korter-dan-2-jaar',
};
const ZORGEN: Readonly<Record<string, string>> = {
  'Financiële problematiek': 'financieel',
  Huisvestingsproblematiek: 'huisvesting',
  'Afwezigheid werk/opleiding': 'werk-opleiding',
  'Huiselijk geweld/kindermishandeling': 'huiselijk-geweld',
  Ontwikkelingsbedreiging: 'ontwikkelingsbedreiging',
  'Beperkte geestelijke gezondheid': 'geestelijke-gezondheid',
  'Beperkte lichamelijke gezondheid': 'lichamelijke-gezondheid',
  Middelengebruik: 'middelengebruik',
  'Beperkt sociaal netwerk': 'sociaal-netwerk',
  'Betrokkenheid justitie': 'justitie',
};
const PLEEGZORG: Readonly<Record<string, string>> = {
  bestandpleeggezin: 'zorgvorm=pleegzorg;zorgvorm_detail=bestand',
  deeltijdpleeggezin: 'zorgvorm=pleegzorg;zorgvorm_detail=deeltijd',
  gezinshuizen: 'zorgvorm=gezinshuis',
};
/** The printed classes 4-12 and 12+ overlap: read as 4-11 and 12-17. */
const LEEFTIJDEN: Readonly<Record<string, string>> = {
  '0-3 jaar': 'leeftijd=0-3',
  '4-12 jaar': 'leeftijd=4-11',
  '12+': 'leeftijd=12-17',
};
const UITVRAAG: Readonly<Record<string, string>> = {
  'aanbieders totaal': 'pleegzorg-gevraagd',
  'aanbieders gereageerd': 'pleegzorg-geantwoord',
};
const IN_PLEEGZORG: Readonly<Record<string, readonly [indicator: string, variant: string]>> = {
  'in-zorg': ['in-zorg', 'pleegzorg'],
  wachtend: ['wachtenden', 'pleegzorg'],
  'pct-wachtend': ['wachtend-aandeel', 'pleegzorg'],
  'pct-in-zorg-van-totaal': ['wachtend-aandeel', 'in-zorg-van-totaal'],
  'pct-wachtend-van-totaal': ['wachtend-aandeel', 'wachtend-van-totaal'],
};

/** Tables by their id; the first that fits. The survey of foster care asked about the second quarter of 2024. */
const TABELLEN: readonly (readonly [RegExp, (row: MonitorRow) => Meaning | undefined])[] = [
  [/^main-tabel-03$/, kostenBovenGrens],
  [
    /(^main-tabel-01|-tabel-1|-tabel-3)$/,
    ({ type }) => ({ indicator: 'clienten', type: TYPE_CODES[String(type)] ?? String(type) }),
  ],
  [
    /^main-figuur-03$/,
    ({ measure }) =>
      measure === 'unieke-clienten'
        ? { indicator: 'clienten' }
        : { indicator: 'uitgaven-per-client', factor: 100 },
  ],
  [/^text-clienten-regio$/, () => ({ indicator: 'clienten', variant: 'tekst' })],
  [
    /^main-tabel-04$/,
    ({ quarter, year }) => ({
      indicator: 'jeugdzorgplus-plaatsingen',
      ...(quarter !== 'totaal' && { periode: `${year}-${quarter}` }),
    }),
  ],
  [/^main-tabel-07$/, ({ gi }) => ({ indicator: 'jeugdreclassering', splitsing: per('gi', gi) })],
  [
    /(^main-tabel-05|[a-z]-tabel-[56])$/,
    ({ gi }) => ({ indicator: 'jeugdbescherming', splitsing: per('gi', gi) }),
  ],
  [
    /^main-tabel-06$/,
    ({ domain, issue }) => ({
      indicator: 'proeftuin-domeinen',
      splitsing: `domein=${String(domain).toLowerCase()};zorg=${ZORGEN[String(issue)] ?? ''}`,
      isRegion: true,
    }),
  ],
  [
    /^text-proeftuin$/,
    ({ what, year }) =>
      what === 'gezinnen in begeleiding' && year !== undefined
        ? { indicator: 'proeftuin-domeinen', variant: 'gezinnen', isRegion: true }
        : undefined,
  ],
  [
    /^main-tabel-08$/,
    ({ referrer }) => ({ indicator: 'jbt-aanmeldingen', splitsing: per('verwijzer', referrer) }),
  ],
  [
    /^main-tabel-09$/,
    ({ decision }) => ({ indicator: 'jbt-besluiten', splitsing: per('besluit', decision) }),
  ],
  [/^main-tabel-10$/, ({ item }) => ({ indicator: `cit-${item}` })],
  [/^main-tabel-11$/, inPleegzorg],
  [/^main-tabel-12$/, wachtOpPleegzorg],
  [
    /^main-figuur-04$/,
    ({ measure }) => ({
      indicator: 'maatregelen',
      splitsing: `soort=${MAATREGELEN[String(measure)] ?? measure}`,
    }),
  ],
  [
    /^main-figuur-05$/,
    ({ period, year }) => ({
      indicator: 'muhp',
      variant: 'ots',
      splitsing: 'gi=jbw',
      periode: `${year}-${period}`,
    }),
  ],
  [
    /^main-figuur-06$/,
    ({ period }) => ({ indicator: 'wachtenden', splitsing: 'zorgvorm=kdc', periode: String(period) }),
  ],
  [
    /^main-figuur-07$/,
    ({ care }) => ({
      indicator: 'wachtenden-lang',
      variant: 'verschil',
      splitsing: `verblijf=ambulant;zorgvorm=${String(care).toLowerCase()}`,
      periode: '2023-Q2/2024-Q2',
    }),
  ],
  [
    /^text-pleegzorg-uitvraag$/,
    ({ what }) => {
      const variant = UITVRAAG[String(what)];
      return variant === undefined
        ? undefined
        : { indicator: 'respons', variant, jaar: 2024, periode: '2024-Q2', isRegion: true };
    },
  ],
];

/** What a row of a table of the monitor means here; undefined for what the sample does not aim at. */
export function meaningOf(table: string, row: MonitorRow): Meaning | undefined {
  return TABELLEN.find(([id]) => id.test(table))?.[1](row);
}

/** A code of a dimension; nothing for the total. */
function per(dimensie: string, code: unknown): string {
  return code === 'totaal' ? '' : `${dimensie}=${code}`;
}

function kostenBovenGrens({ band, measure }: MonitorRow): Meaning | undefined {
  if (band !== 'meer-dan-10000') return undefined;
  return {
    indicator: 'kosten-boven-grens',
    variant: measure === 'kosten' ? 'uitgaven' : 'clienten',
    factor: 0.01,
  };
}

/** `Q2 2024` ─▶ `2024-Q2`. */
function quarterOf(period: unknown): string {
  return String(period).split(' ').reverse().join('-');
}

function inPleegzorg({ care, measure, period }: MonitorRow): Meaning | undefined {
  const [indicator, variant] = IN_PLEEGZORG[String(measure)] ?? [];
  if (indicator === undefined || variant === undefined) return undefined;
  const periode = quarterOf(period);
  if (care === 'totaal-jeugdigen-in-zorg') return { indicator, periode };
  return {
    indicator,
    variant,
    splitsing: `zorgvorm=${care}`,
    periode,
    ...(indicator === 'wachtend-aandeel' && { isShare: true as const }),
  };
}

function wachtOpPleegzorg({ care, age, period }: MonitorRow): Meaning {
  const parts = [LEEFTIJDEN[String(age)], PLEEGZORG[String(care)]].filter((part) => part !== undefined);
  return {
    indicator: 'wachtenden',
    variant: 'pleegzorg',
    splitsing: parts.join(';'),
    periode: quarterOf(period),
  };
}
