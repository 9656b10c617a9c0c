// SPDX-License-Identifier: EUPL-1.2
import type {
  Dimensie,
  FigureRow,
  FigureTable,
  GebiedCode,
  Geheimhouding,
  GeheimhoudingZone,
  GemeenteCode,
  Opbouw,
  Regio,
  Unit,
} from '../../src/contract/index.ts';
import { TYPEN_JEUGDHULP } from '../../src/contract/index.ts';
import { opbouwVan } from './voorbeeld-opbouw.ts';

/** Fictional children per gemeente, type and year; made from a seed, shaped like Haaglanden. */
export const GEMEENTEN: readonly (readonly [code: string, size: number])[] = [
  ['GM0503', 2400],
  ['GM0518', 13000],
  ['GM0603', 1600],
  ['GM0629', 640],
  ['GM0637', 4700],
  ['GM1783', 2750],
  ['GM1842', 400],
  ['GM1916', 2150],
  ['GM1926', 1660],
];
export const JAREN = [2020, 2021, 2022, 2023, 2024] as const;

export const OPEN: GeheimhoudingZone = {
  verbergTotEnMet: 9,
  toonNul: true,
  afronding: 0,
  minimumNoemer: 50,
  minimumBijdragers: 10,
  dominantie: 0.5,
  pProcent: 10,
  intervalBreedte: 5,
  bedragBescherming: 0.1,
};

export const INTERN: GeheimhoudingZone = {
  ...OPEN,
  verbergTotEnMet: 4,
  minimumNoemer: 10,
  minimumBijdragers: 3,
  dominantie: 0.8,
  pProcent: 0,
  intervalBreedte: 2,
  bedragBescherming: 0,
};

const GROEPEN: Readonly<Record<string, readonly string[]>> = {
  H3: ['GM0518', 'GM1916', 'GM0603'],
  H5: ['GM0503', 'GM1842', 'GM1926', 'GM1783', 'GM0637'],
  H8: GEMEENTEN.map(([code]) => code).filter((code) => code !== 'GM0518'),
  H9: GEMEENTEN.map(([code]) => code),
};

export function regioMet(open: Partial<GeheimhoudingZone> = {}): Regio {
  return {
    naam: 'Haaglanden',
    code: 'JZ24' as GebiedCode,
    gemeenten: GEMEENTEN.map(([code]) => ({ code: code as GemeenteCode, naam: code })),
    groepen: Object.entries(GROEPEN).map(([code, gemeenten]) => ({
      code: code as GebiedCode,
      naam: code,
      gemeenten: gemeenten as readonly GemeenteCode[],
    })),
    basisjaar: 2020,
    publicatiejaar: 2024,
    drempels: { kostenGrensCents: 1_000_000 },
    breuken: [],
    geheimhouding: { open: { ...OPEN, ...open }, intern: INTERN },
  };
}

export const GEBIEDEN = [
  ...GEMEENTEN.map(([code]) => ({ code, gemeenten: [code] as readonly string[] })),
  ...Object.entries(GROEPEN).map(([code, gemeenten]) => ({ code, gemeenten })),
  { code: 'JZ24', gemeenten: GROEPEN.H9 ?? [] },
];

/** What a reader of the release can look up. */
export function publiekVan(regio: Regio, zone: 'open' | 'intern' = 'open') {
  return {
    gebieden: GEBIEDEN.map(({ code, gemeenten }) => ({
      code,
      gemeenten: gemeenten as readonly GemeenteCode[],
    })),
    basisjaar: regio.basisjaar,
    regels: regio.geheimhouding[zone],
  };
}

/** The same, with what the release itself tells. */
export function publiekMet(regio: Regio, { meervoudigGeteld, buitenkennis, aanvaller }: Geheimhouding) {
  return { ...publiekVan(regio), meervoudigGeteld, buitenkennis, nulMogelijk: aanvaller.nulMogelijk };
}

/** Uniform on [0, 1), the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const AANDEEL = [0.02, 0.04, 0.12, 0.012, 0.09, 0.3, 0.11, 0.4, 0.008, 0.03, 0.25];

interface Feiten {
  /** Clients by gemeente, type and year. */
  readonly perType: (gemeente: string, type: string, jaar: number) => number;
  readonly clienten: (gemeente: string, jaar: number) => number;
  readonly uitgaven: (gemeente: string, type: string, jaar: number) => number;
  readonly boven: (gemeente: string, jaar: number) => number;
  readonly uitgavenBoven: (gemeente: string, jaar: number) => number;
}

function feiten(seed: number): Feiten {
  const random = seeded(seed);
  const count = new Map<string, number>();
  for (const jaar of JAREN) {
    for (const [gemeente, size] of GEMEENTEN) {
      TYPEN_JEUGDHULP.forEach((type, at) => {
        const mean = size * (AANDEEL[at] ?? 0);
        const spread = 3 * (random() + random() + random() - 1.5) * Math.sqrt(mean);
        count.set(`${gemeente}/${type}/${jaar}`, Math.max(0, Math.round(mean / 3 + spread / 2)));
        count.set(`euro/${gemeente}/${type}/${jaar}`, Math.round(500_000 + 2_000_000 * random()));
      });
      count.set(`share/${gemeente}/${jaar}`, 0.2 + 0.3 * random());
    }
  }
  const get = (key: string) => count.get(key) ?? 0;
  const perType: Feiten['perType'] = (gemeente, type, jaar) => get(`${gemeente}/${type}/${jaar}`);
  const clienten: Feiten['clienten'] = (gemeente, jaar) =>
    Math.round(sum(TYPEN_JEUGDHULP.map((type) => perType(gemeente, type, jaar))) / 1.4);
  const uitgaven: Feiten['uitgaven'] = (gemeente, type, jaar) =>
    perType(gemeente, type, jaar) * get(`euro/${gemeente}/${type}/${jaar}`);
  const boven: Feiten['boven'] = (gemeente, jaar) =>
    Math.round(clienten(gemeente, jaar) * get(`share/${gemeente}/${jaar}`));
  const uitgavenBoven: Feiten['uitgavenBoven'] = (gemeente, jaar) => {
    const all = sum(TYPEN_JEUGDHULP.map((type) => uitgaven(gemeente, type, jaar)));
    const below = clienten(gemeente, jaar) - boven(gemeente, jaar);
    return all - Math.min(Math.round(0.2 * all), below * 900_000);
  };
  return { perType, clienten, uitgaven, boven, uitgavenBoven };
}

/** All tables of a first release: six indicators, fourteen areas, five years, with and without types. */
export function voorbeeldRelease(seed = 1): readonly FigureTable[] {
  const bron = feiten(seed);
  const alle = (gemeenten: readonly string[], value: (gemeente: string) => number) =>
    sum(gemeenten.map(value));
  const cellen = GEBIEDEN.flatMap(({ code, gemeenten }) => JAREN.map((jaar) => ({ code, gemeenten, jaar })));
  const perType = cellen.flatMap((cel) => TYPEN_JEUGDHULP.map((type) => ({ ...cel, type })));
  const clienten = ({ gemeenten, jaar }: { gemeenten: readonly string[]; jaar: number }, type?: string) =>
    alle(gemeenten, (gemeente) =>
      type === undefined ? bron.clienten(gemeente, jaar) : bron.perType(gemeente, type, jaar),
    );
  const uitgaven = ({ gemeenten, jaar }: { gemeenten: readonly string[]; jaar: number }, type?: string) =>
    alle(gemeenten, (gemeente) =>
      sum((type === undefined ? TYPEN_JEUGDHULP : [type]).map((one) => bron.uitgaven(gemeente, one, jaar))),
    );
  const groei = (now: number, base: number) => (base === 0 ? null : now / base - 1);
  const gemiddelde = (top: number, bottom: number) => (bottom === 0 ? null : Math.round(top / bottom));
  type Cel = (typeof cellen)[number] & { type?: string };
  const splits: readonly (readonly [readonly Dimensie[], readonly Cel[]])[] = [
    [[], cellen],
    [['type'], perType],
  ];
  const tables = splits.flatMap(([dimensies, list]) => [
    tabel(
      'clienten',
      'unieke cliënten',
      dimensies,
      list.map((cel) => rij('clienten', '', cel, clienten(cel, cel.type))),
    ),
    tabel(
      'clienten-groei',
      'aandeel',
      dimensies,
      list.map((cel) => {
        const [now, base] = [clienten(cel, cel.type), clienten({ ...cel, jaar: 2020 }, cel.type)];
        return rij('clienten-groei', '', cel, groei(now, base), now, base);
      }),
    ),
    tabel(
      'uitgaven',
      'eurocent',
      dimensies,
      list.map((cel) => rij('uitgaven', '', cel, uitgaven(cel, cel.type))),
    ),
    tabel(
      'uitgaven-per-client',
      'eurocent',
      dimensies,
      list.map((cel) => {
        const [top, bottom] = [uitgaven(cel, cel.type), clienten(cel, cel.type)];
        return rij('uitgaven-per-client', '', cel, gemiddelde(top, bottom), top, bottom);
      }),
    ),
    tabel(
      'aanbieders',
      'aanbieders',
      dimensies,
      list.map((cel) => rij('aanbieders', '', cel, Math.ceil(Math.sqrt(clienten(cel, cel.type))))),
    ),
  ]);
  const grens = cellen.flatMap((cel) => {
    const [above, all] = [alle(cel.gemeenten, (code) => bron.boven(code, cel.jaar)), clienten(cel)];
    const [spent, total] = [alle(cel.gemeenten, (code) => bron.uitgavenBoven(code, cel.jaar)), uitgaven(cel)];
    return [
      rij('kosten-boven-grens', 'clienten', cel, above / all, above, all),
      rij('kosten-boven-grens', 'uitgaven', cel, spent / total, spent, total),
    ];
  });
  return [...tables, tabel('kosten-boven-grens', 'aandeel', [], grens)];
}

export function tabel(
  indicator: string,
  eenheid: Unit,
  dimensies: readonly Dimensie[],
  rows: readonly FigureRow[],
  opbouw: readonly Opbouw[] = opbouwVan(indicator),
): FigureTable {
  return { indicator, definitie: '2020-01-01', eenheid, dimensies, opbouw, rows };
}

export function rij(
  indicator: string,
  variant: string,
  { code, jaar, type }: { code: string; jaar: number; type?: string },
  waarde: number | null,
  teller: number | null = null,
  noemer: number | null = null,
): FigureRow {
  return {
    indicator,
    variant,
    periode: String(jaar),
    gebied: code,
    dimensies: type === undefined ? [] : [type],
    waarde,
    teller,
    noemer,
    status: waarde === null ? ['niet_van_toepassing'] : ['normaal'],
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
