// SPDX-License-Identifier: EUPL-1.2
import type { FigureTable } from '../../src/contract/index.ts';
import { rij, tabel } from './voorbeeld-release.ts';

/** A thousand euros. Unit: cents. */
const DUIZEND = 100_000;

/** In thousands of euros: the amount, of how many clients, and what was spent on the dearest. */
const TYPEN: readonly (readonly [type: string, bedrag: number, clienten: number, grootste: number])[] = [
  ['gezinshuizen', 90, 1, 90],
  ['pleegzorg', 100, 8, 20],
  ['lvb', 800, 60, 30],
  ['dyslexie', 300, 90, 5],
  ['jeugd-ggz', 900, 80, 30],
];

/** Spending of Rijswijk in 2024 per type and as a whole: of gezinshuizen on one client, of pleegzorg on eight. */
export function uitgavenPerType(): readonly FigureTable[] {
  const cel = { code: 'GM0603', jaar: 2024 };
  const rows = TYPEN.map(([type, bedrag, aantal, grootste]) => ({
    ...rij('uitgaven', '', { ...cel, type }, bedrag * DUIZEND),
    bijdragen: { aantal, grootste: grootste * DUIZEND, tweede: aantal > 1 ? grootste * DUIZEND : 0 },
  }));
  const total = TYPEN.reduce((sum, [, bedrag]) => sum + bedrag * DUIZEND, 0);
  const whole = {
    ...rij('uitgaven', '', cel, total),
    bijdragen: { aantal: 200, grootste: 90 * DUIZEND, tweede: 30 * DUIZEND },
  };
  return [tabel('uitgaven', 'eurocent', ['type'], rows), tabel('uitgaven', 'eurocent', [], [whole])];
}
