// SPDX-License-Identifier: EUPL-1.2
// Attacks releases of many fictional regions, by `regiovisie attack` and by the independent attacker; one row per release, and exit code 1 when one of them finds
// a child or the two disagree:  npm run attack:sweep -- --seeds 1-8 --scales 0.02,0.1 [--later] [--dir DIR]
// With --later each region publishes three times: 2023 and 2024 with a part of its deliveries, then 2024 with all of them and corrections.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: options } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1-2' },
    scales: { type: 'string', default: '0.02' },
    later: { type: 'boolean', default: false },
    dir: { type: 'string' },
  },
});
const numbers = (text) =>
  text.split(',').flatMap((part) => {
    const [first, last = first] = part.split('-').map(Number);
    return part.includes('-') ? Array.from({ length: last - first + 1 }, (_, at) => first + at) : [first];
  });
const dir = options.dir === undefined ? mkdtempSync(join(tmpdir(), 'attack-sweep-')) : resolve(options.dir);
const key = { REGIOVISIE_SLEUTEL: Buffer.alloc(32, 7).toString('base64url') };

function run(program, args) {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, ...key },
    maxBuffer: 2 ** 28,
  });
  return { status, stdout, stderr };
}
const cli = (...args) => run(process.execPath, [join(root, 'bin', 'regiovisie.mjs'), ...args]);
function must({ status, stdout, stderr }, what) {
  if (status !== 0) throw new Error(`${what}: ${stderr}`);
  return stdout;
}

const filesUnder = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();

/** Puts every twelfth delivery aside; returns what brings them back. */
function holdBack(workspace) {
  const aside = join(workspace, 'later');
  const moved = filesUnder(join(workspace, 'bronnen')).filter((_, at) => at % 12 === 5);
  const move = (from, to) => {
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  };
  const place = (file) => join(aside, relative(workspace, file));
  for (const file of moved) move(file, place(file));
  return () => {
    for (const file of moved) move(place(file), file);
  };
}

/** Delivers each CSV source again, drawn up a year later and without every ninth row. */
function correct(workspace) {
  for (const file of filesUnder(join(workspace, 'bronnen', 'overige-bronnen')).filter((name) =>
    name.endsWith('.csv'),
  )) {
    const lines = readFileSync(file, 'utf8').split(/\r?\n/);
    const column = lines[0].split(/[;,]/).indexOf('opgesteld_op');
    if (column < 0) continue;
    const separator = lines[0].includes(';') ? ';' : ',';
    const rows = lines.slice(1).filter((line, at) => line !== '' && at % 9 !== 4);
    const drawnUp = rows.map((row) => row.split(separator).with(column, '2025-12-01').join(separator));
    writeFileSync(join(dirname(file), `correctie-${basename(file)}`), [lines[0], ...drawnUp, ''].join('\n'));
  }
}

function publishAll(workspace, seed, scale) {
  must(cli('new', workspace, '--regio', 'haaglanden'), 'new');
  const regioFile = join(workspace, 'regio.yaml');
  // The edition of 2023 still holds Voorschoten, which needs a place on the map.
  writeFileSync(
    regioFile,
    readFileSync(regioFile, 'utf8').replace('naam: Voorschoten,', 'naam: Voorschoten, tegel: [1, 2],'),
  );
  must(cli('sample', workspace, '--seed', String(seed), '--scale', String(scale)), 'sample');
  const bringBack = options.later ? holdBack(workspace) : () => {};
  must(cli('ingest', workspace), 'ingest');
  if (options.later) {
    must(cli('publish', workspace, '--year', '2023'), 'publish 2023');
    must(cli('publish', workspace, '--year', '2024'), 'publish 2024');
    bringBack();
    correct(workspace);
    must(cli('ingest', workspace), 'ingest of the rest');
  }
  must(cli('publish', workspace, '--year', '2024'), 'publish');
  rmSync(join(workspace, 'bronnen'), { recursive: true });
}

/** What the independent attacker may not find; the head of test/disclose/aanvaller.py says what each is. */
const FINDINGS = ['teSmal', 'eigen', 'klein', 'bestanden'];
const attacker = join(root, 'test', 'disclose', 'aanvaller.py');

/** One row about a release; false when somebody found something or the two attackers disagree. */
function judge(release, scale, seed) {
  const begin = performance.now();
  const { aantallen } = JSON.parse(readFileSync(join(release, 'geheimhouding.json'), 'utf8'));
  const ours = cli('attack', release, '--json');
  const other = run('python3', [attacker, '--solver', 'highs', release]);
  const answer = other.status === 0 ? JSON.parse(other.stdout) : undefined;
  const found = answer && FINDINGS.reduce((sum, kind) => sum + answer[kind].length, 0);
  print([
    scale,
    seed,
    basename(release),
    aantallen.cijfers,
    aantallen.verborgen,
    ours.status === 0 ? 'nothing' : 'FOUND',
    found ?? 'FAILED',
    answer?.verschillen.length ?? '-',
    Math.round((performance.now() - begin) / 1000),
  ]);
  if (ours.status === 0 && found === 0 && answer.verschillen.length === 0) return true;
  const details = join(dirname(dirname(release)), `${basename(release)}.txt`);
  writeFileSync(details, [ours.stdout, ours.stderr, other.stdout, other.stderr].join('\n'));
  process.stdout.write(`         see ${details}\n`);
  return false;
}

let wrong = 0;
const print = (cells) => process.stdout.write(`${cells.map((cell) => String(cell).padStart(8)).join(' ')}\n`);
print(['scale', 'seed', 'release', 'figures', 'hidden', 'ours', 'other', 'differ', 'seconds']);
for (const scale of numbers(options.scales)) {
  for (const seed of numbers(options.seeds)) {
    const workspace = join(dir, `${options.later ? 'later' : 'once'}-${scale}-${seed}`);
    const releases = join(workspace, 'releases');
    const isMade = existsSync(releases) && !existsSync(join(workspace, 'bronnen'));
    try {
      if (!isMade) {
        rmSync(workspace, { recursive: true, force: true });
        publishAll(workspace, seed, scale);
      }
    } catch (error) {
      wrong += 1;
      process.stdout.write(`${String(scale).padStart(8)} ${String(seed).padStart(8)} ${error.message}\n`);
    }
    const made = existsSync(releases) ? readdirSync(releases) : [];
    for (const id of made.filter((name) => existsSync(join(releases, name, 'geheimhouding.json'))))
      if (!judge(join(releases, id), scale, seed)) wrong += 1;
  }
}
if (options.dir === undefined && wrong === 0) rmSync(dir, { recursive: true });
process.exitCode = wrong === 0 ? 0 : 1;
