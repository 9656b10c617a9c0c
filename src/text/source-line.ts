// SPDX-License-Identifier: EUPL-1.2
import { herkomstVan } from '../contract/index.ts';
import type { Taal } from './taal.ts';
import { texts } from './texts.ts';

/** Where figures of these indicators come from, as a source line says it; what is only taken over is no calculation of ours. */
export function sourceLine(taal: Taal, indicatoren: readonly string[]): string {
  const { herkomst, monitor } = texts(taal);
  const sources = [...new Set(indicatoren.flatMap(herkomstVan))];
  const names = sources.map((each) => herkomst[each]);
  const isTakenOver = sources.every((each) => each === 'cbs');
  return [...names, ...(isTakenOver ? [] : [monitor.eigenBerekening])].join('; ');
}
