// SPDX-License-Identifier: EUPL-1.2
// Validating many messages of 3 to 20 kB: as files of their own, and in one ZIP.
// Usage: node dist/bench/ijw-small.js [MESSAGES]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateBestand, writeZip } from '../src/ijw/index.ts';
import { declaratie, prestatie, testBsns } from './ijw-messages.ts';

const count = Number(process.argv[2] ?? '20000');
const folder = mkdtempSync(join(tmpdir(), 'ijw-small-'));
const bsns = testBsns();

function message(n: number): Uint8Array {
  const lines = Array.from({ length: 3 + (n % 18) }, (_, k) => prestatie(n * 20 + k));
  const client = { Bsn: bsns[n % bsns.length], Prestaties: { Prestatie: lines.map((line) => line.inhoud) } };
  return declaratie(
    [client],
    lines.reduce((sum, line) => sum + line.cents, 0),
    `D${n}`,
  );
}

async function measure(what: string, messages: number, work: () => Promise<number>): Promise<void> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const findings = await work();
  const seconds = (performance.now() - start) / 1000;
  const used = process.cpuUsage(cpu);
  const busy = (used.user + used.system) / 1e6;
  process.stdout.write(
    `${what.padEnd(22)} ${(messages / seconds).toFixed(0)} messages/s by the clock, ${(messages / busy).toFixed(0)} per CPU second, ${findings} findings\n`,
  );
}

const zip = join(folder, 'all.zip');
await measure('writing one ZIP', count, async () => {
  await writeZip(
    zip,
    (function* () {
      for (let n = 0; n < count; n++) yield { name: `${n}.xml`, bytes: message(n) };
    })(),
  );
  return 0;
});
const loose = Math.min(count, 20_000);
for (let n = 0; n < loose; n++) writeFileSync(join(folder, `${n}.xml`), message(n));
for (let round = 0; round < 2; round++) {
  await measure('one ZIP', count, async () => (await validateBestand(zip, 'all.zip')).fouten);
  await measure('files of their own', loose, async () => {
    let found = 0;
    for (let n = 0; n < loose; n++)
      found += (await validateBestand(join(folder, `${n}.xml`), `${n}.xml`)).fouten;
    return found;
  });
}
rmSync(folder, { recursive: true });
