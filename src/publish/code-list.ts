// SPDX-License-Identifier: EUPL-1.2
import type { GepubliceerdeDefinitie, Release } from '../contract/index.ts';

const HEAD = ['kolom', 'code', 'naam_nl', 'naam_en'];

/** `cijfers/codes.csv`: what the codes in the figure files stand for. Shape: one row per column and code. */
export function codeList(release: Release, definities: readonly GepubliceerdeDefinitie[]): string {
  const areas = release.samenstelling.gebieden.map(({ code, naam }) => ['gebied', code, naam, naam]);
  const codes = definities.flatMap(({ dimensies }) =>
    dimensies.flatMap(({ id, codes: own }) => own.map(({ code, naam }) => [id, code, naam.nl, naam.en])),
  );
  const lines = [...areas, ...codes].map((fields) => fields.map(quoted).join(','));
  return `${[HEAD.join(','), ...[...new Set(lines)].sort()].join('\n')}\n`;
}

/** CSV on the Web metadata of the list. */
export function codeListMetadata(): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'nl' }],
    url: 'codes.csv',
    dialect: { encoding: 'utf-8', delimiter: ',', header: true, lineTerminators: ['\n'] },
    tableSchema: {
      columns: HEAD.map((name) => ({
        name,
        titles: name,
        datatype: 'string',
        required: true,
        ...(name.startsWith('naam_') ? { lang: name.slice(-2) } : {}),
      })),
      primaryKey: ['kolom', 'code'],
    },
  };
}

function quoted(field: string): string {
  return /[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
