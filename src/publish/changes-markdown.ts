// SPDX-License-Identifier: EUPL-1.2
import { texts } from '../text/index.ts';
import type { Stand, Verschil, Wijzigingen } from './release-changes.ts';

const SHOWN = 200;

/** `wijzigingen.md`: the changes since the previous release for a reader, in Dutch. */
export function changesMarkdown(wijzigingen: Wijzigingen): string {
  const { wijzigingen: text } = texts('nl');
  const lines = [`# ${text.titel(wijzigingen.release)}`, ''];
  if (wijzigingen.vorige === null) return [...lines, text.eerste, ''].join('\n');
  lines.push(text.sinds(wijzigingen.vorige), '');
  if (wijzigingen.verschillen.length === 0) return [...lines, text.geen, ''].join('\n');
  lines.push(
    ...markdownTable(
      [text.kop.soort, text.kop.reden, text.kop.aantal],
      wijzigingen.samenvatting.map(({ soort, reden, aantal }) => [
        text.soort[soort],
        text.reden[reden],
        String(aantal),
      ]),
    ),
    '',
    ...markdownTable(
      [text.kop.cijfer, text.kop.soort, text.kop.oud, text.kop.nieuw],
      wijzigingen.verschillen
        .slice(0, SHOWN)
        .map((verschil) => [
          figureName(verschil),
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
  const { figuurStatus } = texts('nl');
  const words = stand.status.map((status) => figuurStatus[status].teken).filter((word) => word !== '');
  return [...(stand.waarde === null ? [] : [String(stand.waarde)]), ...words].join(' ');
}
