// SPDX-License-Identifier: EUPL-1.2
import { resolve } from 'node:path';
import {
  compareReleases,
  type PublishedRelease,
  type ReleaseFigures,
  readRelease,
  type Stand,
  type Verschil,
  type Wijzigingen,
} from '../publish/index.ts';
import { texts } from '../text/index.ts';
import type { Context } from './context.ts';

/** `regiovisie compare OLD NEW`: every figure that two published releases do not share, and why, from their files alone. */
export async function compareCommand(
  context: Context,
  earlier: string,
  later: string,
  options: { readonly json?: boolean },
): Promise<void> {
  const [old, now] = [earlier, later].map((folder) => figuresIn(readRelease(resolve(context.cwd, folder))));
  if (!old || !now) return;
  const wijzigingen = compareReleases(old, now);
  context.out(options.json ? `${JSON.stringify(wijzigingen, null, 1)}\n` : changesText(wijzigingen));
}

function figuresIn({ manifest, tabellen }: PublishedRelease): ReleaseFigures {
  return { release: manifest.release, tabellen };
}

function changesText({ release, vorige, samenvatting, verschillen }: Wijzigingen): string {
  const text = texts('en').wijzigingen;
  const lines = verschillen.map(
    (verschil) =>
      `${figureName(verschil)}  ${shown(verschil.oud)} ─▶ ${shown(verschil.nieuw)}  (${text.reden[verschil.reden]})`,
  );
  const summary = samenvatting.map(
    ({ soort, reden, aantal }) => `${String(aantal).padStart(8)}  ${text.soort[soort]}: ${text.reden[reden]}`,
  );
  const verdict =
    verschillen.length === 0
      ? `${vorige} and ${release} hold the same figures`
      : `${verschillen.length} figures differ between ${vorige} and ${release}`;
  return `${[...lines, verdict, ...summary].join('\n')}\n`;
}

function figureName({ indicator, variant, periode, gebied, dimensies }: Verschil): string {
  return [indicator, variant, periode, gebied, ...Object.values(dimensies)]
    .filter((part) => part !== '')
    .join(' ');
}

function shown(stand: Stand | null): string {
  if (!stand) return 'absent';
  return stand.waarde === null ? stand.status.join('+') : String(stand.waarde);
}
