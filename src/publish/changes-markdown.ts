// SPDX-License-Identifier: EUPL-1.2
import {
  type Dimensie,
  type GepubliceerdeDefinitie,
  type Release,
  type Stand,
  type Unit,
  VERSCHIL_KLASSEN,
  type Verschil,
  type Wijzigingen,
} from '../contract/index.ts';
import { codeName, notation, texts } from '../text/index.ts';
import type { JsonTable } from './all-json.ts';

const SHOWN = 200;

/** What names and units of figures are taken from. */
interface NameSource {
  readonly release: Release;
  readonly definities: readonly GepubliceerdeDefinitie[];
  readonly tabellen: readonly JsonTable[];
}

/** `wijzigingen.md`: the changes since the previous release for a reader, in Dutch, with names instead of codes. */
export function changesMarkdown(wijzigingen: Wijzigingen, source: NameSource): string {
  const { wijzigingen: text } = texts('nl');
  const lines = [`# ${text.titel(wijzigingen.release)}`, ''];
  if (wijzigingen.vorige === null) return [...lines, text.eerste, ''].join('\n');
  lines.push(`${text.sinds(wijzigingen.vorige)} ${text.versie(wijzigingen.versie)}`, '');
  if (wijzigingen.verschillen.length === 0) return [...lines, text.geen, ''].join('\n');
  lines.push(
    ...markdownTable(
      [text.kop.klasse, text.kop.soort, text.kop.reden, text.kop.aantal],
      wijzigingen.samenvatting.map(({ klasse, soort, reden, aantal }) => [
        text.klasse[klasse],
        text.soort[soort],
        text.reden[reden],
        String(aantal),
      ]),
    ),
    '',
    ...VERSCHIL_KLASSEN.filter((klasse) =>
      wijzigingen.samenvatting.some((groep) => groep.klasse === klasse),
    ).map((klasse) => `- **${text.klasse[klasse]}**: ${text.klasseUitleg[klasse]}`),
    '',
    ...markdownTable(
      [text.kop.cijfer, text.kop.klasse, text.kop.soort, text.kop.oud, text.kop.nieuw],
      wijzigingen.verschillen
        .slice(0, SHOWN)
        .map((verschil) => [
          figureName(verschil, source),
          text.klasse[verschil.klasse],
          text.soort[verschil.soort],
          shown(verschil.oud, unitOf(verschil, source)),
          shown(verschil.nieuw, unitOf(verschil, source)),
        ]),
    ),
    '',
  );
  const rest = wijzigingen.verschillen.length - SHOWN;
  return [...lines, ...(rest > 0 ? [text.meer(rest), ''] : [])].join('\n');
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

function figureName(
  { indicator, variant, gebied, periode, dimensies }: Verschil,
  { release, definities }: NameSource,
): string {
  const definitie = definities.find(({ id }) => id === indicator);
  const areas = release.samenstelling.gebieden;
  const areaName = (code: string): string => areas.find((area) => area.code === code)?.naam ?? code;
  const parts = Object.entries(dimensies).map(([dimensie, code]) =>
    dimensie === 'gemeente' ? areaName(code) : codeName('nl', dimensie as Dimensie, code),
  );
  const naam = definitie?.naam.nl ?? texts('nl').indicatoren[indicator] ?? indicator;
  const variantName = definitie?.varianten.find(({ id }) => id === variant)?.naam.nl ?? variant;
  return [naam, ...(variant === '' ? [] : [variantName]), areaName(gebied), ...parts, periode].join(' · ');
}

function unitOf({ indicator, dimensies }: Verschil, { tabellen }: NameSource): Unit | undefined {
  const names = Object.keys(dimensies).join();
  return tabellen.find((tabel) => tabel.indicator === indicator && tabel.dimensies.join() === names)?.eenheid;
}

function shown(stand: Stand | null, unit: Unit | undefined): string {
  if (!stand) return '–';
  const { figuurStatus, wijzigingen } = texts('nl');
  const words = stand.status.map((status) => figuurStatus[status].teken).filter((word) => word !== '');
  if (stand.waarde === null && words.length === 0) return wijzigingen.nietHerhaald;
  return [...(stand.waarde === null ? [] : [valueText(stand.waarde, unit)]), ...words].join(' ');
}

function valueText(value: number, unit: Unit | undefined): string {
  const { euro, percent, count, number } = notation('nl');
  if (unit === 'eurocent') return euro(value);
  if (unit === 'aandeel') return percent(value, 1);
  return Number.isInteger(value) ? count(value) : number(value, 1);
}
