// SPDX-License-Identifier: EUPL-1.2
import { herkomstVan } from '../contract/index.ts';
import type { Taal } from './taal.ts';
import { texts } from './texts.ts';

/** Where figures of these indicators come from, as a source line says it. */
export function sourceLine(taal: Taal, indicatoren: readonly string[]): string {
  const { herkomst, monitor } = texts(taal);
  const names = [...new Set(indicatoren.flatMap(herkomstVan))].map((each) => herkomst[each]);
  return `${names.join('; ')}; ${monitor.eigenBerekening}`;
}
