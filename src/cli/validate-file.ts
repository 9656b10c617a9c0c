// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '../contract/index.ts';
import {
  type BestandOordeel,
  type RegelTelling,
  type ValidateOpties,
  validateBestand,
} from '../ijw/index.ts';
import { BRON_CODES, readBron } from '../sources/index.ts';

/** Checks a delivered file, whatever source it is of, and stores nothing. Throws only when the file cannot be opened. */
export async function validateFile(
  path: string,
  place: string,
  opties: ValidateOpties,
): Promise<BestandOordeel> {
  return (await validateBron(path, place)) ?? (await validateBestand(path, place, opties));
}

/** What a finding of another source means and what its supplier can do; undefined for a finding of a message. */
export function bronMeaning(code: string): string | undefined {
  const known = BRON_CODES[code];
  return known && `${known.betekenis} What to do: ${known.herstel}.`;
}

async function validateBron(path: string, place: string): Promise<BestandOordeel | undefined> {
  const findings: Finding[] = [];
  const uitkomst = await readBron(path, place, {
    bron: () => undefined,
    finding: (finding) => findings.push(finding),
  });
  if (uitkomst === undefined) return undefined;
  const regels = new Map<string, RegelTelling>();
  for (const { code, severity } of findings) {
    regels.set(code, { code, severity, aantal: (regels.get(code)?.aantal ?? 0) + 1 });
  }
  const { leveringen, rijen, onleesbareRijen } = uitkomst;
  return {
    place,
    telling: {
      berichten: Math.max(leveringen, 1),
      onleesbareBerichten: leveringen === 0 ? 1 : 0,
      rijen,
      onleesbareRijen,
      anders: 0,
    },
    berichten: findings.length === 0 ? [] : [{ place, findings }],
    weggelaten: 0,
    regels: [...regels.values()].sort((a, b) => b.aantal - a.aantal),
    fouten: findings.filter(({ severity }) => severity === 'fout').length,
  };
}
