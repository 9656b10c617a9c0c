// SPDX-License-Identifier: EUPL-1.2
import type { BronSink, Finding } from '../contract/index.ts';
import {
  type BestandOordeel,
  type RegelTelling,
  type ValidateOpties,
  validateBestand,
} from '../ijw/index.ts';
import { BRON_CODES, type BronUitkomst, readBron, readBronBytes } from '../sources/index.ts';

/** Checks a delivered file, whatever source it is of or holds, and stores nothing. Throws only when the file cannot be opened. */
export async function validateFile(
  path: string,
  place: string,
  opties: ValidateOpties,
): Promise<BestandOordeel> {
  const bron = await judge(place, (sink) => readBron(path, place, sink));
  if (bron !== undefined) return bron;
  const inside: BestandOordeel[] = [];
  const anders = async (bytes: Uint8Array, entry: string): Promise<boolean> => {
    const found = await judge(entry, (sink) => readBronBytes(bytes, entry, sink));
    if (found !== undefined) inside.push(found);
    return found !== undefined;
  };
  return inside.reduce(together, await validateBestand(path, place, { ...opties, anders }));
}

function together(one: BestandOordeel, other: BestandOordeel): BestandOordeel {
  const sum = (key: keyof BestandOordeel['telling']): number => one.telling[key] + other.telling[key];
  return {
    place: one.place,
    telling: {
      berichten: sum('berichten'),
      onleesbareBerichten: sum('onleesbareBerichten'),
      rijen: sum('rijen'),
      onleesbareRijen: sum('onleesbareRijen'),
      anders: sum('anders'),
    },
    berichten: [...one.berichten, ...other.berichten],
    weggelaten: one.weggelaten,
    regels: [...one.regels, ...other.regels],
    fouten: one.fouten + other.fouten,
  };
}

/** What a finding of another source means and what its supplier can do; undefined for a finding of a message. */
export function bronMeaning(code: string): string | undefined {
  const known = BRON_CODES[code];
  return known && `${known.betekenis} What to do: ${known.herstel}.`;
}

async function judge(
  place: string,
  read: (sink: BronSink) => Promise<BronUitkomst | undefined>,
): Promise<BestandOordeel | undefined> {
  const findings: Finding[] = [];
  const uitkomst = await read({ bron: () => undefined, finding: (finding) => findings.push(finding) });
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
