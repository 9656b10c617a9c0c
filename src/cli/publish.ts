// SPDX-License-Identifier: EUPL-1.2
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type AttackReport,
  OperatorError,
  type PlainDate,
  parsePlainDate,
  RELEASE_STATUSSEN,
  type Regio,
  type ReleaseStatus,
} from '../contract/index.ts';
import { appendVerwerking } from '../logbook/index.ts';
import { proveRelease } from '../proof/index.ts';
import {
  changesSince,
  describeRelease,
  figuresOfRelease,
  isReserved,
  nextReleaseId,
  readManifest,
  readRelease,
  releaseIds,
  type WrittenRelease,
  writeRelease,
} from '../publish/index.ts';
import { type EditionSource, monitorDocuments, renderDocuments, renderPapers } from '../report/index.ts';
import type { Warehouse } from '../store/index.ts';
import { dashboardFiles } from '../web/index.ts';
import { attackRelease, cellName } from './attack.ts';
import { loadChapters } from './chapters.ts';
import type { Context } from './context.ts';
import { definitieBladen } from './definitie-blad.ts';
import { indicatorIds, loadBegrippen } from './definitions.ts';
import { loadDashboard } from './load-dashboard.ts';
import { programVersion } from './program-version.ts';
import {
  earlierReleases,
  type ProtectedFigures,
  protectedFigures,
  releaseFigures,
  showsOther,
  withdrawnReleases,
} from './protected-figures.ts';
import { refuseContradictions } from './prove-release.ts';
import { releaseYears } from './release-tables.ts';
import { emptyWarehouse } from './require-deliveries.ts';
import { quotePath, showPath } from './show-path.ts';
import { withWarehouse } from './with-warehouse.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

export interface PublishOptions {
  readonly year?: string;
  readonly status?: string;
  readonly date?: string;
  /** Earlier releases that no longer count. */
  readonly withdraw?: readonly string[];
  readonly keyFile?: string;
  readonly json?: boolean;
}

/** What one publication made, and what an attacker can do with it. */
export interface Publication extends WrittenRelease {
  readonly id: string;
  readonly verborgen: number;
  readonly getoond: number;
}

/** `regiovisie publish DIR --year 2024`: figures ─▶ protection ─▶ attack ─▶ pages ─▶ a frozen release. */
export async function publishCommand(
  context: Context,
  folder: string,
  options: PublishOptions,
): Promise<void> {
  const workspace = await openWorkspace(context, folder);
  const { adres, uitgever } = workspace.regio;
  if (isReserved(adres) || uitgever === undefined)
    context.note(
      'The catalogue of open data uses an address that leads nowhere: give uitgever and adres in regio.yaml',
    );
  const made = await publishRelease(context, workspace, options);
  const place = showPath(context, made.dir);
  context.out(
    options.json
      ? `${JSON.stringify({ id: made.id, map: made.dir, uitkomst: made.uitkomst, verborgen: made.verborgen, getoond: made.getoond })}\n`
      : `${made.uitkomst === 'gemaakt' ? 'Made' : 'Unchanged:'} release ${made.id} in ${place}\n${made.getoond} figures shown, ${made.verborgen} hidden; the attack recomputed none of them\nShow it:  regiovisie serve ${quotePath(folder)}\n`,
  );
}

/**
 * Makes a release, or finds that the newest one of this year is the same.
 *
 * Throws: `cli.wrong-option`, `cli.empty-warehouse`, `disclose.attack-succeeded`, `proof.contradiction`, and what its steps throw.
 */
export async function publishRelease(
  context: Context,
  workspace: Workspace,
  options: PublishOptions,
): Promise<Publication> {
  const status = readStatus(options.status);
  const asked = readDate(options.date);
  const regio = regioOfYear(workspace.regio, options.year);
  const withdrawn = readWithdrawn(workspace.paths.releases, options.withdraw);
  const edition: Workspace = { ...workspace, regio };
  return await withWarehouse(context, edition, options.keyFile, async (warehouse, sleutel) => {
    const begin = context.clock();
    await warehouse.derive(edition.producten);
    const dataTot = await dataDate(warehouse, edition);
    const exact = await releaseFigures(context, edition, warehouse);
    const newest = releaseIds(edition.paths.releases)
      .filter((id) => id.startsWith(`${regio.publicatiejaar}-`))
      .at(-1);
    const again = newest === undefined ? undefined : await tryRelease(newest);
    const made =
      again ?? (await composeRelease(nextReleaseId(edition.paths.releases, regio.publicatiejaar), asked));
    await appendVerwerking(edition.paths.logboek, {
      naam: 'publish',
      begin,
      eind: context.clock(),
      sleutelId: sleutel.id,
      kenmerken: { release: made.id, uitkomst: made.uitkomst },
    });
    return made;

    /** The newest release again; undefined when its contents would now be others, or could not be made, so that a new one is due. */
    async function tryRelease(id: string): Promise<Publication | undefined> {
      const published = figuresOfRelease(readRelease(join(edition.paths.releases, id)));
      if (showsOther(published, exact, regio)) return undefined;
      try {
        return await composeRelease(id, publishedOn(edition.paths.releases, id));
      } catch (error) {
        const code = error instanceof OperatorError ? error.problems[0]?.code : undefined;
        if (code === 'publish.release-exists' || code === 'disclose.cannot-protect') return undefined;
        throw error;
      }
    }

    async function composeRelease(id: string, uitgegeven: PlainDate | undefined): Promise<Publication> {
      const ingetrokken = [
        ...new Set([...withdrawnReleases(edition.paths.releases, id), ...withdrawn]),
      ].sort();
      const figures = await protectedFigures(edition, exact, { before: id, ingetrokken });
      const release = describeRelease(regio, {
        id,
        jaar: regio.publicatiejaar,
        status,
        dataTot,
        jaren: releaseYears(regio).map(Number),
        definities: Object.fromEntries(
          figures.definitions.map(({ id: name, geldigVanaf }) => [name, geldigVanaf]),
        ),
        zone: 'open',
        fictief: existsSync(edition.paths.fictief),
        programma: programVersion(context),
        ingetrokken,
        ...(uitgegeven === undefined ? {} : { uitgegeven }),
      });
      const earlier = earlierReleases(edition.paths.releases, { before: id, ingetrokken });
      const report = await attackRelease(release, figures.tables, figures.geheimhouding, earlier);
      refuseWhenBroken(report);
      // The intervals that are published are those of the judge: what the files give away.
      const geheimhouding = { ...figures.geheimhouding, cellen: report.cellen };
      const definities = await definitieBladen(context, edition.dir, figures.definitions, figures.exact);
      const begrippen = await loadBegrippen(context, edition.dir);
      const source: EditionSource = {
        release,
        tables: figures.tables,
        definities,
        indicatoren: await indicatorIds(context, edition.dir),
        begrippen,
        ...(await loadChapters(edition.dir)),
      };
      const documents = monitorDocuments(source);
      const pages = renderDocuments(documents);
      refuseContradictions(proveRelease({ release, tables: figures.tables, pages }).bevindingen);
      const dashboard = dashboardFiles({
        release,
        tables: figures.tables,
        definities,
        begrippen,
        wijzigingen: changesSince(edition.paths.releases, release, figures.tables),
        ...loadDashboard(context, edition.dir, regio),
      });
      const written = writeRelease({
        releasesDir: edition.paths.releases,
        release,
        tables: figures.tables,
        definities,
        begrippen,
        geheimhouding,
        pages: [
          ...pages,
          ...(await renderPapers(documents, context.progress)),
          ...dashboard.map(({ pad, inhoud }) => ({ pad: `dashboard/${pad}`, inhoud })),
        ],
      });
      keepReasons(edition.paths.intern, id, figures);
      const { verborgen, getoond } = figures.geheimhouding.aantallen;
      return { ...written, id, verborgen, getoond };
    }
  });
}

/** Why each figure of the release is hidden, beside the logbook; readable by the owner alone, and never part of the release. */
function keepReasons(folder: string, id: string, { redenen }: ProtectedFigures): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, `geheimhouding-${id}.json`), `${JSON.stringify(redenen, null, 1)}\n`, {
    mode: 0o600,
  });
}

function readWithdrawn(releasesDir: string, ids: readonly string[] = []): readonly string[] {
  const known = releaseIds(releasesDir);
  const wrong = ids.find((id) => !known.includes(id));
  if (wrong === undefined) return ids;
  throw new OperatorError({
    code: 'cli.wrong-option',
    subject: wrong,
    place: '--withdraw',
    remedy: `expected one of: ${known.join(', ')}`,
  });
}

function readDate(text: string | undefined): PlainDate | undefined {
  const date = text === undefined ? undefined : parsePlainDate(text);
  if (text === undefined || date !== undefined) return date;
  throw new OperatorError({
    code: 'cli.wrong-option',
    subject: text,
    place: '--date',
    remedy: 'give the day of publication as YYYY-MM-DD',
  });
}

/** The day that an existing release says it was published on; another day alone makes no new release. */
function publishedOn(releasesDir: string, id: string): PlainDate | undefined {
  const { uitgegeven } = readManifest(join(releasesDir, id)).release;
  return uitgegeven === undefined ? undefined : parsePlainDate(uitgegeven);
}

function readStatus(text = 'voorlopig'): ReleaseStatus {
  const status = RELEASE_STATUSSEN.find((known) => known === text);
  if (status !== undefined) return status;
  throw new OperatorError({
    code: 'cli.wrong-option',
    subject: text,
    place: '--status',
    remedy: `expected one of: ${RELEASE_STATUSSEN.join(', ')}`,
  });
}

function regioOfYear(regio: Regio, text: string | undefined): Regio {
  const year = text === undefined ? regio.publicatiejaar : Number(text);
  if (Number.isInteger(year) && year >= regio.basisjaar && year <= 2100)
    return { ...regio, publicatiejaar: year };
  throw new OperatorError({
    code: 'cli.wrong-option',
    subject: text ?? '',
    place: '--year',
    remedy: `give a year from ${regio.basisjaar} (basisjaar in regio.yaml)`,
  });
}

async function dataDate(warehouse: Warehouse, workspace: Workspace): Promise<PlainDate> {
  const [row] = await warehouse.query({ text: 'SELECT datum FROM data_datum', params: [] });
  const date = parsePlainDate(String(row?.datum ?? ''));
  if (date !== undefined) return date;
  throw emptyWarehouse(workspace);
}

function refuseWhenBroken(report: AttackReport): void {
  const problems = [
    ...report.teSmal.map(({ indicator, variant, periode, gebied, dimensies, door }) => ({
      code: 'disclose.attack-succeeded',
      subject: cellName({ indicator, variant, periode, gebied, dimensies }),
      remedy: `nothing was published: this hidden figure follows from ${door.join('; ')}. Report it as a bug of the protection`,
    })),
    ...report.tegenspraak.map((text) => ({
      code: 'disclose.contradiction',
      subject: text,
      remedy: 'nothing was published: published figures contradict each other. Report it as a bug',
    })),
  ];
  if (problems.length > 0) throw new OperatorError(problems);
}
