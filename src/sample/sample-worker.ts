// SPDX-License-Identifier: EUPL-1.2
import { parentPort, workerData } from 'node:worker_threads';
import type { Opdracht } from './generate-sample.ts';
import { writeGemeenten } from './generate-sample.ts';

const gedaan = await writeGemeenten(workerData as Opdracht, (berichten) => {
  parentPort?.postMessage({ advance: berichten });
});
parentPort?.postMessage({ gedaan });
