// SPDX-License-Identifier: EUPL-1.2
import type { AgbCode } from '../contract/index.ts';
import type { TypeKey } from './parameters.ts';

/** A provider that exists nowhere. */
export interface Aanbieder {
  /** In the range 99…, which is not given out to providers of care. */
  readonly agb: AgbCode;
  readonly naam: string;
  readonly types: readonly TypeKey[];
  /** Size relative to the others. */
  readonly weight: number;
}

interface Group {
  readonly types: readonly TypeKey[];
  readonly count: number;
  readonly suffix: string;
}

/** 122 providers in the region. Choice; the monitor names only the number for foster care and family homes, 13. */
const GROUPS: readonly Group[] = [
  { types: ['cit'], count: 1, suffix: 'Crisishulp' },
  { types: ['gedwongen-kader'], count: 4, suffix: 'Jeugdbescherming' },
  { types: ['dyslexie'], count: 10, suffix: 'Leeshulp' },
  { types: ['dyslexie', 'basis-ggz'], count: 4, suffix: 'Leer en Gedrag' },
  { types: ['basis-ggz'], count: 10, suffix: 'Praktijk' },
  { types: ['basis-ggz', 'specialistische-ggz'], count: 22, suffix: 'Psychologie' },
  { types: ['specialistische-ggz'], count: 14, suffix: 'Kliniek' },
  { types: ['specialistische-ggz', 'jeugd-ggz'], count: 3, suffix: 'Ziekenhuis' },
  { types: ['lvb'], count: 12, suffix: 'Zorg' },
  { types: ['lvb', 'jeugd-en-opvoedhulp'], count: 9, suffix: 'Begeleiding' },
  { types: ['jeugd-en-opvoedhulp'], count: 14, suffix: 'Jeugdhulp' },
  { types: ['jeugd-en-opvoedhulp', 'pleegzorg', 'gezinshuizen'], count: 3, suffix: 'Jeugd' },
  { types: ['gezinshuizen'], count: 8, suffix: 'Gezinshuis' },
  { types: ['landelijk-ingekocht'], count: 6, suffix: 'Landelijk' },
  { types: ['pleegzorg'], count: 1, suffix: 'Pleegzorg' },
  { types: ['gezinshuizen'], count: 1, suffix: 'Thuis' },
];

const FIRST_AGB = 99_000_101;
const HEADS = [
  'Vlam',
  'Knors',
  'Wiebel',
  'Prui',
  'Zwens',
  'Kwast',
  'Blom',
  'Schor',
  'Trijg',
  'Doeze',
  'Frun',
  'Gladder',
];
const TAILS = ['hoeve', 'water', 'licht', 'brug', 'steen', 'wende', 'mare', 'kade', 'linde', 'gaard'];

/** All providers of the sample, always the same: no seed changes them, so that `producten.csv` can name them. */
export const AANBIEDERS: readonly Aanbieder[] = GROUPS.flatMap((group, position) => {
  const before = GROUPS.slice(0, position).reduce((sum, earlier) => sum + earlier.count, 0);
  return Array.from({ length: group.count }, (_, index) => {
    const number = before + index;
    const head = HEADS[number % HEADS.length] ?? '';
    const tail = TAILS[(number * 7 + Math.floor(number / HEADS.length)) % TAILS.length] ?? '';
    return {
      agb: String(FIRST_AGB + number) as AgbCode,
      naam: `${head}${tail} ${group.suffix}`,
      types: group.types,
      weight: 1 / (index + 1.5),
    };
  });
});
