// SPDX-License-Identifier: EUPL-1.2
import { basename, dirname, resolve } from 'node:path';
import type {
  AttackReport,
  EerdereRelease,
  Geheimhouding,
  PublishedTable,
  Release,
} from '../contract/index.ts';
import { attack } from '../disclose/index.ts';
import { figuresOfRelease, readRelease } from '../publish/index.ts';
import type { Context } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { earlierReleases } from './protected-figures.ts';

/** `regiovisie attack RELEASE`: tries to recompute hidden cells from the published files alone. Exit code 1 when one is too narrow. */
export async function attackCommand(
  context: Context,
  folder: string,
  options: { readonly json?: boolean },
): Promise<number> {
  const dir = resolve(context.cwd, folder);
  const published = readRelease(dir);
  const report = await attackRelease(
    published.manifest.release,
    figuresOfRelease(published),
    published.geheimhouding as Geheimhouding,
    earlierReleases(dirname(dir), { before: basename(dir) }),
  );
  context.out(options.json ? `${JSON.stringify(report, null, 1)}\n` : attackText(report));
  return report.teSmal.length === 0 && report.tegenspraak.length === 0 ? EXIT.done : EXIT.operator;
}

/** The attack on the figures of a release, published or about to be. */
export async function attackRelease(
  release: Release,
  tables: readonly PublishedTable[],
  geheimhouding: Geheimhouding,
  eerdere: readonly EerdereRelease[],
): Promise<AttackReport> {
  return await attack({
    tables,
    publiek: {
      gebieden: release.samenstelling.gebieden,
      basisjaar: release.basisjaar,
      regels: geheimhouding.regels,
      meervoudigGeteld: geheimhouding.meervoudigGeteld,
      buitenkennis: geheimhouding.buitenkennis,
      nulMogelijk: geheimhouding.aanvaller.nulMogelijk,
    },
    eerdere,
  });
}

function attackText(report: AttackReport): string {
  const rows = report.cellen.map(
    ({ indicator, variant, periode, gebied, dimensies, interval: [low, high] }) => {
      const name = [indicator, variant, periode, gebied, ...Object.values(dimensies)]
        .filter((part) => part !== '')
        .join(' ');
      return `${name}  ${low ?? '…'} – ${high ?? '…'}`;
    },
  );
  const narrow = report.teSmal.map(
    ({ indicator, periode, gebied, dimensies, door }) =>
      `TOO NARROW: ${[indicator, periode, gebied, ...Object.values(dimensies)].join(' ')}, from ${door.join('; ')}`,
  );
  const verdict =
    narrow.length === 0
      ? `${report.cellen.length} hidden figures; none can be pinned down more closely than the policy allows (${report.solver.naam} ${report.solver.versie})`
      : `${narrow.length} of ${report.cellen.length} hidden figures can be pinned down`;
  return `${[...rows, ...narrow, ...report.tegenspraak.map((text) => `CONTRADICTION: ${text}`), verdict].join('\n')}\n`;
}
