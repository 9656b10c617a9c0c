// SPDX-License-Identifier: EUPL-1.2
import { dirname, resolve } from 'node:path';
import {
  type AttackReport,
  type Buitenkennis,
  type EerdereRelease,
  type Geheimhouding,
  OperatorError,
  type PublishedTable,
  type Release,
  type Telbaar,
  type VerborgenCel,
} from '../contract/index.ts';
import { attack } from '../disclose/index.ts';
import { figuresOfRelease, readRelease } from '../publish/index.ts';
import type { Context } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { earlierReleases } from './protected-figures.ts';

export interface AttackOptions {
  /** Figures that the attacker is counted in: `INDICATOR PERIOD AREA [dimension=value …] [euros]`. */
  readonly insider?: readonly string[];
  readonly json?: boolean;
}

/**
 * `regiovisie attack RELEASE`: tries to recompute hidden cells from the published files alone, or with what one of the counted knows beside them. Exit code 1 when one is too narrow, or the
 * intervals are not those of the release. Throws: `cli.wrong-option`, `cli.earlier-release-absent`.
 */
export async function attackCommand(
  context: Context,
  folder: string,
  options: AttackOptions,
): Promise<number> {
  const dir = resolve(context.cwd, folder);
  const published = readRelease(dir);
  const { release } = published.manifest;
  const tables = figuresOfRelease(published);
  const geheimhouding = published.geheimhouding as Geheimhouding;
  const own = (options.insider ?? []).map((text) => ownContribution(text, tables, release));
  const found = await attackRelease(
    release,
    tables,
    { ...geheimhouding, buitenkennis: [...geheimhouding.buitenkennis, ...own.map(({ weet }) => weet)] },
    earlierReleases(dirname(dir), { before: published }),
  );
  const report = { ...found, teSmal: found.teSmal.filter((cel) => !own.some((one) => isHisOwn(cel, one))) };
  const anders = intervalsThatDiffer(report.cellen, geheimhouding.cellen);
  context.out(
    options.json
      ? `${JSON.stringify({ ...report, anders }, null, 1)}\n`
      : attackText(report, anders, own, geheimhouding),
  );
  const isBroken = report.teSmal.length > 0 || report.tegenspraak.length > 0;
  return isBroken || (own.length === 0 && anders.length > 0) ? EXIT.operator : EXIT.done;
}

/** Hidden figures with another interval than the release says, as found now. */
function intervalsThatDiffer(
  found: readonly VerborgenCel[],
  told: readonly VerborgenCel[],
): readonly VerborgenCel[] {
  // As JSON, in which an end that is infinite is null.
  const known = new Map(told.map((cel) => [cellName(cel), JSON.stringify(cel.interval)]));
  const missing = new Set(known.keys());
  const differ = found.filter((cel) => {
    missing.delete(cellName(cel));
    return known.get(cellName(cel)) !== JSON.stringify(cel.interval);
  });
  return [...differ, ...told.filter((cel) => missing.has(cellName(cel)))];
}

/** Somebody who is counted in a figure. */
interface Ingewijde {
  /** As `cellName`. */
  readonly naam: string;
  /** The figure is printed, so that he knows nothing more of it than others do. */
  readonly isGetoond: boolean;
  /** Of a sum, one euro or one day; absent for a count. Unit: that of the figure. */
  readonly een?: number;
  /** Unit: that of the figure. */
  readonly eigen: number;
  readonly weet: Buitenkennis;
}

/** One of what a sum is given in on the command line. */
const EEN: { readonly [telt in Telbaar]?: number } = { eurocent: 100, dagen: 1 };

/** A sum that is narrow because of what he makes up of it himself: the others in it can still be nothing, or a euro (a day) and more. */
function isHisOwn(cel: VerborgenCel, { naam, een, eigen }: Ingewijde): boolean {
  const [low, high] = cel.interval;
  if (een === undefined || cellName(cel) !== naam || low === null || low > eigen) return false;
  return high === null || high - low >= een;
}

/** `90000` or `90000.50`. `90.000` is not read: it is ninety thousand to one reader and ninety to another. */
const NUMBER = /^\d+(?:[.]\d{1,2})?$/;

/** What somebody knows of a figure that he is counted in: that it is not less than one, or than what he makes up of it. Throws: `cli.wrong-option`. */
function ownContribution(text: string, tables: readonly PublishedTable[], release: Release): Ingewijde {
  const [indicator = '', periode = '', gebied = '', ...rest] = text.trim().split(/\s+/);
  const split = new Map(
    rest.flatMap((part) => {
      const [name = '', ...value] = part.split('=');
      return value.length > 0 ? [[name, value.join('=')] as const] : [];
    }),
  );
  const numbers = rest.filter((part) => NUMBER.test(part));
  const isRead = numbers.length <= 1 && numbers.length + split.size === rest.length;
  for (const table of isRead ? tables : []) {
    const { dimensies, opbouw = [] } = table;
    if (
      table.indicator !== indicator ||
      dimensies.some((name) => !split.has(name)) ||
      dimensies.length !== split.size
    )
      continue;
    const row = table.rows.find(
      (one) =>
        one.periode === periode &&
        one.gebied === gebied &&
        dimensies.every((name, at) => one.dimensies[at] === split.get(name)),
    );
    const made = opbouw.find(({ variant, vorm }) => variant === row?.variant && vorm === 'waarde');
    if (row === undefined || made === undefined) continue;
    const een = EEN[made.teller.telt];
    if ((een === undefined) !== (numbers.length === 0) || Number(numbers[0]) === 0) continue;
    const eigen = een === undefined ? 1 : Math.round(een * Number(numbers[0]));
    const place = {
      periode,
      gebied,
      dimensies: Object.fromEntries(dimensies.map((name) => [name, split.get(name) ?? ''])),
    };
    return {
      naam: cellName({ indicator, variant: made.variant, ...place }),
      isGetoond: row.waarde !== null,
      ...(een === undefined ? {} : { een }),
      eigen,
      weet: { grootheid: made.teller.naam, ...place, interval: [eigen, null], bron: 'one of the counted' },
    };
  }
  throw new OperatorError({
    code: 'cli.wrong-option',
    subject: text,
    place: '--insider',
    remedy: `expected a count of release ${release.id}, as "clienten 2024 GM0603 type=lvb", or a sum with what the insider makes up of it in euros or days, without dots between thousands, as "uitgaven 2024 GM0603 type=lvb 90000"`,
  });
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

const DIGITS = 6;

/** `1 – 9`, `… – 0.105263`; a whole number as it is. */
function between(interval: VerborgenCel['interval']): string {
  return interval
    .map((end) => {
      if (end === null || !Number.isFinite(end)) return '…';
      return Number.isInteger(end) ? `${end}` : `${Number(end.toFixed(DIGITS))}`;
    })
    .join(' – ');
}

function attackText(
  report: AttackReport,
  anders: readonly VerborgenCel[],
  own: readonly Ingewijde[],
  { plan }: Geheimhouding,
): string {
  const rows = report.cellen.map((cel) => `${cellName(cel)}  ${between(cel.interval)}`);
  const narrow = report.teSmal.map((cel) => `TOO NARROW: ${cellName(cel)}, from ${cel.door.join('; ')}`);
  const shown = own.filter(({ isGetoond }) => isGetoond);
  const idle = shown.map(({ naam }) => `SHOWN, so that an insider knows no more than others: ${naam}`);
  const other = own.length > 0 ? 'FOR THIS INSIDER' : 'NOT AS IN geheimhouding.json';
  const differ = anders.map((cel) => `${other}: ${cellName(cel)}  ${between(cel.interval)}`);
  const { length } = report.cellen;
  const verdict =
    narrow.length > 0 ? `${narrow.length} of ${length} hidden figures can be pinned down` : undefined;
  const doubt =
    report.tegenspraak.length > 0 ? 'nothing is proved: what is known contradicts itself' : undefined;
  const { naam, versie } = report.solver;
  const safe = `${length} hidden figures; none can be pinned down more closely than the policy allows (${naam} ${versie})`;
  const contradictions = report.tegenspraak.map((text) => `CONTRADICTION: ${text}`);
  const together =
    (plan.smalVoorIngewijden ?? 0) === 0
      ? []
      : [
          `FOR INSIDERS, says geheimhouding.json: hidden numbers that are narrower than the policy allows, if all who are counted in hidden ones put together what they know: ${plan.smalVoorIngewijden}`,
        ];
  const lines = [...rows, ...idle, ...differ, ...narrow, ...contradictions, ...together];
  return `${[...lines, verdict ?? doubt ?? safe].join('\n')}\n`;
}

/** `clienten 2024 GM0603 type=lvb`. */
export function cellName({
  indicator,
  variant,
  periode,
  gebied,
  dimensies,
}: Omit<VerborgenCel, 'interval'>): string {
  const split = Object.entries(dimensies).map(([name, value]) => `${name}=${value}`);
  return [indicator, variant, periode, gebied, ...split].filter((part) => part !== '').join(' ');
}
