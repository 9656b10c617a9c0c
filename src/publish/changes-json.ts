// SPDX-License-Identifier: EUPL-1.2
import type { Wijzigingen } from '../contract/index.ts';

/** `wijzigingen.json`, one differing figure per line. */
export function changesJson({ verschillen, ...head }: Wijzigingen): string {
  const lines = verschillen.map((verschil) => `\n    ${JSON.stringify(verschil)}`);
  const start = JSON.stringify(head, null, 2).slice(0, -2);
  return `${start},\n  "verschillen": [${lines.join(',')}${lines.length > 0 ? '\n  ' : ''}]\n}\n`;
}
