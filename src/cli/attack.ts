// SPDX-License-Identifier: EUPL-1.2
import { basename, dirname, resolve } from 'node:path';
import {
  type AttackReport,
  type Buitenkennis,
  type EerdereRelease,
  type Geheimhouding,
  OperatorError,
  type PublishedTable,
  type Release,
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
 * intervals are not those of the release. Throws: `cli.wrong-option`.
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
    earlierReleases(dirname(dir), { before: basename(dir) }),
  );
  const report = { ...found, teSmal: found.teSmal.filter((cel) => !own.some((one) => isHisOwn(cel, one))) };
  const anders = intervalsThatDiffer(report.cellen, geheimhouding.cellen);
  context.out(
    options.json
      ? `${JSON.stringify({ ...report, anders }, null, 1)}\n`
      : attackText(report, anders, own.length > 0),
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
  readonly isBedrag: boolean;
  /** Unit: cents, or whatever is counted. */
  readonly eigen: number;
  readonly weet: Buitenkennis;
}

const EURO = 100;

/** An amount that is narrow because of what he makes up of it himself: the others in it can still be nothing, or a euro and more. */
function isHisOwn(cel: VerborgenCel, { naam, isBedrag, eigen }: Ingewijde): boolean {
  const [low, high] = cel.interval;
  if (!isBedrag || cellName(cel) !== naam || low === null || low > eigen) return false;
  return high === null || high - low >= EURO;
}

/** What somebody knows of a figure that he is counted in: that it is not less than one, or than what was spent on him. Throws: `cli.wrong-option`. */
function ownContribution(text: string, tables: readonly PublishedTable[], release: Release): Ingewijde {
  const [indicator = '', periode = '', gebied = '', ...rest] = text.trim().split(/\s+/);
  const split = new Map(
    rest.flatMap((part) => {
      const [name = '', ...value] = part.split('=');
      return value.length > 0 ? [[name, value.join('=')] as const] : [];
    }),
  );
  const euros = Number(rest.find((part) => /^\d+([.]\d+)?$/.test(part)) ?? Number.NaN);
  for (const table of tables) {
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
    const isBedrag = made?.teller.telt === 'eurocent';
    if (made === undefined || (isBedrag && !(euros > 0))) continue;
    const eigen = isBedrag ? Math.round(EURO * euros) : 1;
    const place = {
      periode,
      gebied,
      dimensies: Object.fromEntries(dimensies.map((name) => [name, split.get(name) ?? ''])),
    };
    return {
      naam: cellName({ indicator, variant: made.variant, ...place }),
      isBedrag,
      eigen,
      weet: { grootheid: made.teller.naam, ...place, interval: [eigen, null], bron: 'one of the counted' },
    };
  }
  throw new OperatorError({
    code: 'cli.wrong-option',
    subject: text,
    place: '--insider',
    remedy: `expected a count or an amount of release ${release.id}, as "clienten 2024 GM0603 type=lvb", or "uitgaven 2024 GM0603 90000" with what was spent on the insider in euros`,
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

function attackText(report: AttackReport, anders: readonly VerborgenCel[], isInsider: boolean): string {
  const rows = report.cellen.map((cel) => `${cellName(cel)}  ${between(cel.interval)}`);
  const narrow = report.teSmal.map((cel) => `TOO NARROW: ${cellName(cel)}, from ${cel.door.join('; ')}`);
  const other = isInsider ? 'FOR THIS INSIDER' : 'NOT AS IN geheimhouding.json';
  const differ = anders.map((cel) => `${other}: ${cellName(cel)}  ${between(cel.interval)}`);
  const verdict =
    narrow.length === 0
      ? `${report.cellen.length} hidden figures; none can be pinned down more closely than the policy allows (${report.solver.naam} ${report.solver.versie})`
      : `${narrow.length} of ${report.cellen.length} hidden figures can be pinned down`;
  const contradictions = report.tegenspraak.map((text) => `CONTRADICTION: ${text}`);
  return `${[...rows, ...differ, ...narrow, ...contradictions, verdict].join('\n')}\n`;
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
