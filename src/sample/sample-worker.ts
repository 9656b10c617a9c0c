// SPDX-License-Identifier: EUPL-1.2
import { parentPort, workerData } from 'node:worker_threads';
import { OperatorError } from '../contract/index.ts';
import type { Melding, Opdracht } from './generate-sample.ts';
import { writeGemeenten } from './generate-sample.ts';

const tell = (melding: Melding): void => parentPort?.postMessage(melding);

try {
  const advance = (clientYears: number): void => tell({ advance: clientYears });
  tell({ gedaan: await writeGemeenten(workerData as Opdracht, advance) });
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  tell({ problems: error.problems });
}
