// SPDX-License-Identifier: EUPL-1.2
// Deliveries into an empty warehouse, beside xmllint that only parses the same bytes, unpacked: with --documents given as the messages that they are (4,000 a run), without it
// strung together in one document, which it reads fastest. Rounds alternate. The clock says what a user waits for; on a machine that does other things too, processor seconds tell more.
// Usage: node dist/bench/ingest.js [FOLDER of deliveries; default one JW323 of 200 MB] [ROUNDS] [WORKERS] [--documents]
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync, inflateRawSync } from 'node:zlib';
import { memorySource } from '../src/ijw/byte-source.ts';
import { dataOffset, zipEntries } from '../src/ijw/zip-entries.ts';
import { findBronnen } from '../src/ingest/index.ts';
import { writeLargeDeclaratie } from './ijw-messages.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { documents: { type: 'boolean', default: false } },
});
const [given = '', rounds = '3', workers = '2'] = positionals;
const temporary = mkdtempSync(join(tmpdir(), 'regiovisie-bench-'));
const folder = given === '' ? makeLarge() : given;
const strung = join(temporary, 'all.xml');
const documents = join(temporary, 'documents');

function makeLarge(): string {
  const made = join(temporary, 'bronnen');
  mkdirSync(made);
  writeLargeDeclaratie(join(made, 'large.xml'), 200e6);
  return made;
}

async function* messages(): AsyncGenerator<Buffer> {
  for (const { path } of await findBronnen(folder)) {
    const bytes = readFileSync(path);
    if (bytes[0] === 0x1f) yield gunzipSync(bytes);
    else if (bytes[0] !== 0x50) yield bytes;
    else {
      const source = memorySource(bytes);
      for (const entry of zipEntries(source)) {
        const start = dataOffset(source, entry) ?? 0;
        const packed = bytes.subarray(start, start + entry.packedBytes);
        yield entry.methode === 'deflate' ? inflateRawSync(packed) : packed;
      }
    }
  }
}

async function stringTogether(): Promise<number> {
  const fd = openSync(strung, 'w');
  writeSync(fd, '<all>');
  for await (const message of messages()) {
    const head = message.subarray(0, 200).toString('latin1');
    const declaration = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*\?>/.exec(head)?.[0].length ?? 0;
    writeSync(fd, message.subarray(declaration));
  }
  writeSync(fd, '</all>');
  closeSync(fd);
  return statSync(strung).size;
}

/** Writes every message as a file of its own, 4,000 a folder; returns the bytes. Unit: bytes. */
async function layOut(): Promise<number> {
  let bytes = 0;
  let count = 0;
  for await (const message of messages()) {
    const place = join(documents, String(Math.floor(count / 4000)));
    if (count % 4000 === 0) mkdirSync(place, { recursive: true });
    writeFileSync(join(place, `${count}.xml`), message);
    bytes += message.length;
    count += 1;
  }
  return bytes;
}

interface Run {
  readonly seconds: number;
  readonly processor: number;
}

interface IngestRun extends Run {
  readonly rssMib: number;
  readonly fileMib: number;
}

function runXmllint(): Run {
  const read = values.documents
    ? `for place in '${documents}'/*; do xmllint --stream --noout "$place"/*.xml; done`
    : `xmllint --stream --noout '${strung}'`;
  const script = `TIMEFORMAT='%R %U %S'; time { ${read}; } >/dev/null`;
  const { stderr } = spawnSync('bash', ['-c', script], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  const [seconds = 0, user = 0, system = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  return { seconds, processor: user + system };
}

function runIngest(): IngestRun {
  const path = join(temporary, 'magazijn.duckdb');
  const child = fileURLToPath(new URL('./ingest-child.js', import.meta.url));
  const { stdout, stderr } = spawnSync(process.execPath, [child, folder, path, workers], {
    encoding: 'utf8',
  });
  rmSync(path, { force: true });
  if (stderr !== '') process.stderr.write(stderr);
  return JSON.parse(stdout) as IngestRun;
}

const megabytes = (values.documents ? await layOut() : await stringTogether()) / 1e6;
const peer: Run[] = [];
const ours: IngestRun[] = [];
for (let round = 0; round < Number(rounds); round += 1) {
  peer.push(runXmllint());
  ours.push(runIngest());
}
rmSync(temporary, { recursive: true });

const best = (runs: readonly Run[], of: keyof Run): number => Math.min(...runs.map((run) => run[of]));
const line = (name: string, runs: readonly Run[]): string => {
  const [seconds, processor] = [best(runs, 'seconds'), best(runs, 'processor')];
  return `${name} | ${seconds.toFixed(1)} | ${(megabytes / seconds).toFixed(0)} | ${processor.toFixed(1)} | ${(megabytes / processor).toFixed(0)}`;
};
process.stdout.write(
  `${megabytes.toFixed(0)} MB of XML, best of ${rounds} rounds, ${workers} parse workers\n`,
);
process.stdout.write('what | s on the clock | MB/s | s of processor | MB per processor second\n');
process.stdout.write(`${line('ingest', ours)}\n${line('xmllint --stream --noout', peer)}\n`);
const ratio = best(peer, 'seconds') / best(ours, 'seconds');
const rss = Math.max(...ours.map((run) => run.rssMib)).toFixed(0);
process.stdout.write(
  `ingest goes ${ratio.toFixed(2)} times as fast as xmllint by the clock; peak RSS ${rss} MiB, warehouse ${(ours[0]?.fileMib ?? 0).toFixed(0)} MiB\n`,
);
