// SPDX-License-Identifier: EUPL-1.2
import { resolve } from 'node:path';
import type { Stand, Verschil, Wijzigingen } from '../contract/index.ts';
import { compareReleases, figuresToCompare, readRelease } from '../publish/index.ts';
import { texts } from '../text/index.ts';
import { cellName } from './attack.ts';
import type { Context } from './context.ts';

/** `regiovisie compare OLD NEW`: every figure that two published releases do not share, and why, from their files alone. */
export async function compareCommand(
  context: Context,
  earlier: string,
  later: string,
  options: { readonly json?: boolean },
): Promise<void> {
  const [old, now] = [earlier, later].map((folder) =>
    figuresToCompare(readRelease(resolve(context.cwd, folder))),
  );
  if (!old || !now) return;
  const wijzigingen = compareReleases(old, now);
  context.out(options.json ? `${JSON.stringify(wijzigingen, null, 1)}\n` : changesText(wijzigingen));
}

function changesText({ release, vorige, niveau, samenvatting, verschillen }: Wijzigingen): string {
  const text = texts('en').wijzigingen;
  const lines = verschillen.map(
    (verschil) =>
      `${cellName(verschil)}  ${shown(verschil.oud)} ─▶ ${shown(verschil.nieuw)}  (${changeText(verschil)})`,
  );
  const summary = samenvatting.map(
    (groep) => `${String(groep.aantal).padStart(8)}  ${text.soort[groep.soort]}: ${changeText(groep)}`,
  );
  const verdict =
    verschillen.length === 0
      ? `${vorige} and ${release} hold the same figures`
      : `${verschillen.length} figures differ between ${vorige} and ${release} (${niveau})`;
  return `${[...lines, verdict, ...summary].join('\n')}\n`;
}

/** The class of a change and its reason; one word where both are the same. */
function changeText({ klasse, reden }: Pick<Verschil, 'klasse' | 'reden'>): string {
  const text = texts('en').wijzigingen;
  const [name, reason] = [text.klasse[klasse], text.reden[reden]];
  return name === reason ? name : `${name}, ${reason}`;
}

function shown(stand: Stand | null): string {
  if (!stand) return 'absent';
  if (stand.waarde === null && stand.status.join('+') === 'normaal') {
    return texts('en').wijzigingen.nietHerhaald;
  }
  return stand.waarde === null ? stand.status.join('+') : String(stand.waarde);
}
