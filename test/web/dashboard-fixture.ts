// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitieBladen } from '../../src/cli/definitie-blad.ts';
import { loadBegrippen, loadDefinition } from '../../src/cli/definitions.ts';
import {
  type Dimensie,
  type FigureRow,
  type FigureStatus,
  type Release,
  type SafeTable,
  sealSafeTable,
  type Unit,
} from '../../src/contract/index.ts';
import { readRegio, readYaml } from '../../src/policy/index.ts';
import { type DashboardSource, readThema, type Thema } from '../../src/web/index.ts';
import { projectRoot } from '../project-root.ts';
import { editionSource, JAREN } from '../report/haaglanden-release.ts';

/** One figure of a made-up table. */
interface Made {
  readonly gebied: string;
  readonly periode: string;
  readonly codes?: readonly string[];
  readonly variant?: string;
  readonly waarde: number | null;
  readonly teller?: number;
  readonly noemer?: number;
  readonly status?: FigureStatus;
}

export function themaNamed(naam: string): Thema {
  const file = join(projectRoot, 'themas', `${naam}.json`);
  return readThema(file, readFileSync(file, 'utf8'));
}

/** A script of the build; the dashboard is complete without it. */
function script(name: string): string {
  return readFileSync(join(projectRoot, 'dist', 'web', name), 'utf8');
}

/** A release of a made-up Haaglanden with every kind of figure: counts, amounts, shares with margins, changes, splits, quarters, a survey, hidden cells. */
export async function dashboardSource(thema = 'neutraal'): Promise<DashboardSource> {
  const context = { cwd: projectRoot, programRoot: projectRoot } as Parameters<typeof loadDefinition>[0];
  const nowhere = join(projectRoot, 'no-workspace');
  const regio = readRegio(
    readYaml('regio.yaml', readFileSync(join(projectRoot, 'regio', 'haaglanden', 'regio.yaml'), 'utf8')),
  );
  const edition = editionSource();
  const release = onMap(edition.release, regio.gemeenten);
  const tables = [...edition.tables, ...moreTables(release)];
  const ids = [...new Set(tables.map(({ indicator }) => indicator))];
  const definitions = await Promise.all(ids.map((id) => loadDefinition(context, nowhere, id)));
  return {
    release,
    tables,
    definities: await definitieBladen(context, nowhere, definitions, []),
    begrippen: await loadBegrippen(context, nowhere),
    ambities: regio.ambities ?? [],
    wijzigingen: {
      release: release.id,
      vorige: null,
      versie: '1.0.0',
      niveau: 'geen',
      samenvatting: [],
      verschillen: [],
    },
    thema: themaNamed(thema),
    script: { pagina: script('dashboard.js'), rekenblad: script('rekenblad.js') },
  };
}

function onMap(
  release: Release,
  gemeenten: readonly {
    readonly code: string;
    readonly tegel?: { readonly rij: number; readonly kolom: number };
  }[],
): Release {
  const gebieden = release.samenstelling.gebieden.map((gebied) => {
    const tegel = gemeenten.find(({ code }) => code === gebied.code)?.tegel;
    return tegel ? { ...gebied, tegel } : gebied;
  });
  return { ...release, samenstelling: { ...release.samenstelling, gebieden } };
}

function moreTables({ samenstelling }: Release): SafeTable[] {
  const areas = samenstelling.gebieden.map(({ code, gemeenten }) => ({ code, size: gemeenten.length }));
  const cells = areas.flatMap(({ code, size }) =>
    JAREN.map((jaar) => ({ gebied: code, periode: String(jaar), size, jaar })),
  );
  const share = (teller: number, noemer: number) => ({ waarde: teller / noemer, teller, noemer });
  const forms = ['ggz', 'jo', 'lvb', 'dys', 'kdc'];
  const region = cells.filter(({ gebied }) => gebied === 'JZ24');
  return [
    table(
      'bevolking-0-17',
      'inwoners',
      [],
      cells.map(({ gebied, periode, size }) => ({ gebied, periode, waarde: size * 24_000 + 137 })),
    ),
    table(
      'uitval',
      'aandeel',
      [],
      cells.flatMap(({ gebied, periode, size, jaar }) =>
        ['U1', 'U2'].map((variant, place) => ({
          gebied,
          periode,
          variant,
          ...(gebied === 'GM0629'
            ? { waarde: null, status: 'geheim' as const }
            : share(size * (61 + jaar - 2020) * (place + 1), size * 700)),
        })),
      ),
      'wilson',
    ),
    table(
      'jeugdzorgplus-plaatsingen',
      'plaatsingen',
      [],
      region.flatMap(({ gebied, periode, jaar }) =>
        [periode, ...(jaar > 2022 ? [1, 2, 3, 4].map((quarter) => `${jaar}-Q${quarter}`) : [])].map(
          (each, place) => ({ gebied, periode: each, waarde: place === 0 ? 84 : 18 + place }),
        ),
      ),
    ),
    table(
      'kostenontwikkeling',
      'eurocent',
      [],
      region.flatMap(({ gebied, periode, jaar }) => {
        const parts = {
          omvang: 0,
          clienten: -9_775_854_178,
          mix: 940_435_453,
          volume: 4_510_207_461,
          prijs: 579_975_228,
          rest: -3,
        };
        const verschil = Object.values(parts).reduce((sum, part) => sum + part, 0);
        return Object.entries({ verschil, ...parts }).map(([variant, waarde]) => ({
          gebied,
          periode,
          variant,
          waarde: jaar === 2024 ? waarde : -waarde,
        }));
      }),
    ),
    table(
      'doorstroom',
      'overgangen',
      ['van', 'naar'],
      region.flatMap(({ gebied, periode }) =>
        [
          ['basis-ggz', 'specialistische-ggz', 100],
          ['specialistische-ggz', 'basis-ggz', 66],
          ['specialistische-ggz', 'pleegzorg', null],
        ].map(([van, naar, waarde]) => ({
          gebied,
          periode,
          codes: [String(van), String(naar)],
          waarde: typeof waarde === 'number' ? waarde : null,
          ...(waarde === null ? { status: 'geheim' as const } : {}),
        })),
      ),
    ),
    table(
      'duur-verloop',
      'aandeel',
      [],
      cells.flatMap(({ gebied, periode, size, jaar }) =>
        [91, 182, 273, 365, 547, 730].map((days, place) => ({
          gebied,
          periode,
          variant: `nog-${days}`,
          ...(jaar === 2024 && days > 182
            ? { waarde: null, status: 'nog_niet_bekend' as const }
            : { waarde: 0.9 - place * 0.12 - size * 0.005 }),
        })),
      ),
    ),
    table(
      'wachtenden',
      'jeugdigen',
      ['zorgvorm'],
      region.flatMap(({ gebied, periode, jaar }) =>
        forms.flatMap((form, place) =>
          ['bruto', 'overbrugging', 'netto'].map((variant, part) => ({
            gebied,
            periode,
            variant,
            codes: [form],
            waarde: form === 'kdc' ? null : (place + 2) * 100 + (jaar - 2020) * 13 - part * 60,
            ...(form === 'kdc' ? { status: 'geheim' as const } : {}),
          })),
        ),
      ),
    ),
    table(
      'wachtenden-lang',
      'jeugdigen',
      ['zorgvorm'],
      region.flatMap(({ gebied, periode }) =>
        forms.map((form, place) => ({
          gebied,
          periode,
          codes: [form],
          waarde: form === 'kdc' ? null : (place + 1) * 31,
          ...(form === 'kdc' ? { status: 'geheim' as const } : {}),
        })),
      ),
    ),
    table(
      'aandeel-jeugdigen',
      'aandeel',
      [],
      cells.map(({ gebied, periode, size, jaar }) => ({
        gebied,
        periode,
        ...share(size * (3000 + jaar - 2020), size * 24_000),
      })),
    ),
    table(
      'cbs-jeugdhulp',
      'aandeel',
      [],
      ['NL01', 'GM0503'].flatMap((gebied) =>
        JAREN.map((jaar) => ({
          gebied,
          periode: String(jaar),
          variant: 'jeugdhulp',
          waarde: jaar === 2024 ? null : 0.121,
          ...(jaar === 2024 ? { status: 'nog_niet_bekend' as const } : {}),
        })),
      ),
    ),
    table(
      'respons',
      'aandeel',
      [],
      region.map(({ gebied, periode }) => ({ gebied, periode, ...share(41, 50) })),
    ),
    table(
      'doorlooptijd-start',
      'dagen',
      [],
      cells.map(({ gebied, periode, size }) => ({
        gebied,
        periode,
        variant: 'start-mediaan',
        waarde: gebied === 'GM1842' ? null : 30 + size,
        ...(gebied === 'GM1842' ? { status: 'onbekend' as const } : {}),
      })),
    ),
    table(
      'muhp',
      'maatregelen',
      [],
      JAREN.slice(-3).flatMap((jaar) =>
        [1, 2, 3, 4].map((quarter) => ({
          gebied: 'JZ24',
          periode: `${jaar}-Q${quarter}`,
          variant: 'muhp',
          waarde: 120 - quarter * 3 - (jaar - 2020) * 5,
        })),
      ),
    ),
  ];
}

function table(
  indicator: string,
  eenheid: Unit,
  dimensies: readonly Dimensie[],
  made: readonly Made[],
  interval?: 'wilson',
): SafeTable {
  const rows = made.map(
    ({
      gebied,
      periode,
      codes = [],
      variant = '',
      waarde,
      teller = null,
      noemer = null,
      status = 'normaal',
    }): FigureRow => ({
      indicator,
      variant,
      periode,
      gebied,
      dimensies: codes,
      waarde,
      teller,
      noemer,
      status: [status],
    }),
  );
  const voorlopigheid: SafeTable['voorlopigheid'] = { '2023': 'nader_voorlopig', '2024': 'voorlopig' };
  return sealSafeTable({
    zone: 'open',
    indicator,
    definitie: '2020-01-01',
    eenheid,
    dimensies,
    opbouw: [],
    rows,
    voorlopigheid,
    ...(interval ? { interval } : {}),
  });
}
