// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TYPEN_JEUGDHULP } from '../../src/contract/index.ts';
import { sharedRoot } from '../project-root.ts';
import { type Figures, haaglanden, membersOf } from './haaglanden-release.ts';

interface PublishedObject {
  readonly id: string;
  readonly rows: readonly {
    readonly region?: string;
    readonly measure?: string;
    readonly type?: string;
    readonly year?: number;
    readonly value: number;
  }[];
}

/** Codes that the transcription spells otherwise. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'jeugd-en-opvoedhulp': 'jeugd-opvoedhulp',
  'landelijk-ingekocht': 'landelijk',
};

const file = join(sharedRoot, 'reference', 'published', 'monitor-2024.json');

/** Figures of the published monitor of 2024, to judge pages with realistic numbers; undefined on a bare clone. */
export function publishedFigures(): Figures | undefined {
  if (!existsSync(file)) return undefined;
  const objects = JSON.parse(readFileSync(file, 'utf8')) as PublishedObject[];
  const rowsOf = (id: string) => objects.find((object) => object.id === id)?.rows ?? [];
  const slugOf = (code: string) =>
    haaglanden.gemeenten
      .find((gemeente) => gemeente.code === code)
      ?.naam.toLowerCase()
      .replace(' ', '-') ?? '';
  const perType = (code: string, jaar: number, type: string) =>
    rowsOf(`${slugOf(code)}-tabel-1`).find(
      (row) => row.type === (OTHER_NAMES[type] ?? type) && row.year === jaar,
    )?.value ?? 0;
  const measure = (code: string, jaar: number, name: string) =>
    rowsOf('main-figuur-03').find(
      (row) => row.year === jaar && row.region === slugOf(code) && row.measure === name,
    )?.value ?? 0;
  return (gebied, jaar) => {
    const members = membersOf(gebied);
    const clients = members.map((code) => measure(code, jaar, 'unieke-clienten'));
    const clienten = clients.reduce((sum, count) => sum + count, 0);
    const euros = members.reduce(
      (sum, code, index) =>
        sum + (clients[index] ?? 0) * measure(code, jaar, 'gemiddelde-uitgave-per-client'),
      0,
    );
    return {
      clienten,
      perClientCents: Math.round((euros / clienten) * 100),
      perType: Object.fromEntries(
        TYPEN_JEUGDHULP.map((type) => [
          type,
          members.reduce((sum, code) => sum + perType(code, jaar, type), 0),
        ]),
      ),
    };
  };
}
