// SPDX-License-Identifier: EUPL-1.2
// Reading one large JW323 with levels 1 and 2, beside xmllint that only parses, or that checks the schema, and beside parsers of npm that only parse.
// Rounds alternate, so that what else the machine does falls on all alike; CPU seconds of whole processes count, not the clock.
// Usage: node dist/bench/ijw-read.js [MEGABYTES] [ROUNDS] [SCHEMA.xsd | npm]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeLargeDeclaratie } from './ijw-messages.ts';

const [megabytes = '200', rounds = '5', schema] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'ijw-bench-'));
const file = join(folder, 'large.xml');
const lines = writeLargeDeclaratie(file, Number(megabytes) * 1e6);
const size = statSync(file).size / 1e6;

interface Run {
  readonly seconds: number;
  readonly rssMb: number;
}

/** Runs a command under `time` of the shell; CPU seconds and peak memory of the child. */
function measure(command: string, args: readonly string[]): Run {
  const quoted = [command, ...args].map((word) => `'${word}'`).join(' ');
  const probe = `import resource,subprocess,sys;p=subprocess.run(sys.argv[1],shell=True,stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL);u=resource.getrusage(resource.RUSAGE_CHILDREN);print(u.ru_utime+u.ru_stime,u.ru_maxrss/1024)`;
  const { stdout } = spawnSync('python3', ['-c', probe, quoted], { encoding: 'utf8' });
  const [seconds = 0, rssMb = 0] = stdout.trim().split(' ').map(Number);
  return { seconds, rssMb };
}

const child = fileURLToPath(new URL('./ijw-read-child.js', import.meta.url));
const peers: Record<string, () => Run> = {
  'our reader, levels 1 and 2': () => measure(process.execPath, [child, file]),
  'xmllint --stream --noout': () => measure('xmllint', ['--stream', '--noout', file]),
};
if (schema === 'npm') {
  const peer = fileURLToPath(new URL('./ijw-peer-child.js', import.meta.url));
  for (const name of ['saxes', 'fast-xml-parser'])
    peers[name] = () => measure(process.execPath, ['--max-old-space-size=8000', peer, name, file]);
} else if (schema !== undefined) {
  peers['xmllint --stream --schema'] = () =>
    measure('xmllint', ['--stream', '--noout', '--schema', schema, file]);
}
const results = new Map<string, Run[]>(Object.keys(peers).map((name) => [name, []]));
for (let round = 0; round < Number(rounds); round++) {
  for (const [name, run] of Object.entries(peers)) results.get(name)?.push(run());
}
const median = (runs: readonly Run[]): number =>
  runs.map((run) => run.seconds).sort((a, b) => a - b)[Math.floor(runs.length / 2)] ?? Number.NaN;
const own = median(results.get('our reader, levels 1 and 2') ?? []);
process.stdout.write(`${size.toFixed(0)} MB, ${lines} lines, ${rounds} rounds, CPU seconds (median)\n`);
for (const [name, runs] of results) {
  const seconds = median(runs);
  const rss = Math.max(...runs.map((run) => run.rssMb));
  process.stdout.write(
    `${name.padEnd(28)} ${seconds.toFixed(2)} s  ${(size / seconds).toFixed(0).padStart(4)} MB/s  ${(seconds / own).toFixed(2)} x ours in time  ${rss.toFixed(0)} MB\n`,
  );
}
rmSync(folder, { recursive: true });
