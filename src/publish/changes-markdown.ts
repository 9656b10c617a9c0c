// SPDX-License-Identifier: EUPL-1.2
import { type Stand, VERSCHIL_KLASSEN, type Verschil, type Wijzigingen } from '../contract/index.ts';
import { texts } from '../text/index.ts';

const SHOWN = 200;

/** `wijzigingen.md`: the changes since the previous release for a reader, in Dutch. */
export function changesMarkdown(wijzigingen: Wijzigingen): string {
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
          figureName(verschil),
          text.klasse[verschil.klasse],
          text.soort[verschil.soort],
          shown(verschil.oud),
          shown(verschil.nieuw),
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

function figureName({ indicator, variant, gebied, periode, dimensies }: Verschil): string {
  return [indicator, variant, gebied, ...Object.values(dimensies), periode]
    .filter((part) => part !== '')
    .join(' · ');
}

function shown(stand: Stand | null): string {
  if (!stand) return '–';
  const { figuurStatus, wijzigingen } = texts('nl');
  const words = stand.status.map((status) => figuurStatus[status].teken).filter((word) => word !== '');
  if (stand.waarde === null && words.length === 0) return wijzigingen.nietHerhaald;
  return [...(stand.waarde === null ? [] : [String(stand.waarde)]), ...words].join(' ');
}
