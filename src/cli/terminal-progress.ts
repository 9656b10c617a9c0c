// SPDX-License-Identifier: EUPL-1.2
import { SingleBar } from 'cli-progress';
import type { Clock, Progress } from '../contract/index.ts';

/** Steps shorter than this show no bar. Unit: milliseconds. */
const PATIENCE_MS = 1000;
const LINE_EVERY_MS = 10_000;

/** A bar with rate and time left on a terminal; plain lines, at most one per ten seconds, elsewhere. */
export function terminalProgress(stream: NodeJS.WriteStream, clock: Clock): Progress {
  let label = '';
  let total = 0;
  let unit = '';
  let done = 0;
  let begun = 0;
  let lastLine = 0;
  let bar: SingleBar | undefined;

  const showBar = (): void => {
    if (bar || clock() - begun < PATIENCE_MS) return;
    bar = new SingleBar(
      {
        format: `${label} [{bar}] {percentage}% {value}/{total} ${unit}, nog {eta_formatted}`,
        stream,
        hideCursor: true,
        clearOnComplete: true,
        etaBuffer: 50,
      },
      { format: 'rect', barCompleteChar: '█', barIncompleteChar: '░' },
    );
    bar.start(total, done);
  };

  return {
    start(stepLabel, stepTotal = 0, stepUnit = '') {
      label = stepLabel;
      total = stepTotal;
      unit = stepUnit;
      done = 0;
      begun = clock();
      lastLine = begun;
      bar = undefined;
    },
    advance(value) {
      done = value;
      if (stream.isTTY && total > 0) {
        showBar();
        bar?.update(done);
      } else if (clock() - lastLine >= LINE_EVERY_MS) {
        lastLine = clock();
        const share = total > 0 ? ` (${Math.floor((100 * done) / total)}%)` : '';
        stream.write(`${label}: ${done}${total > 0 ? `/${total}` : ''} ${unit}${share}\n`);
      }
    },
    end(summary) {
      bar?.stop();
      bar = undefined;
      if (summary !== undefined) stream.write(`${summary}\n`);
    },
  };
}
