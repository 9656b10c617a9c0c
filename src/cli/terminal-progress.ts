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
        format: `${label} [{bar}] {percentage}% {value}/{total} ${unit}, {pace}`,
        stream,
        hideCursor: true,
        clearOnComplete: true,
      },
      { format: 'rect', barCompleteChar: '█', barIncompleteChar: '░' },
    );
    bar.start(total, done, { pace: paceText() });
  };
  const paceText = (): string => pace({ done, total, unit, ms: clock() - begun });

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
        bar?.update(done, { pace: paceText() });
      } else if (clock() - lastLine >= LINE_EVERY_MS) {
        lastLine = clock();
        const share = total > 0 ? ` (${Math.floor((100 * done) / total)}%)` : '';
        stream.write(`${label}: ${done}${total > 0 ? `/${total}` : ''} ${unit}${share}, ${paceText()}\n`);
      }
    },
    end(summary) {
      bar?.stop();
      bar = undefined;
      if (summary !== undefined) stream.write(`${summary}\n`);
    },
  };
}

const MS_PER_SECOND = 1000;
const SECONDS_PER_MINUTE = 60;

/** How fast a step goes and how long it will still take at that rate: `12.5 MB/s, 40 s left`. */
export function pace(step: {
  readonly done: number;
  readonly total: number;
  readonly unit: string;
  readonly ms: number;
}): string {
  const { done, total, unit, ms } = step;
  const perSecond = ms > 0 ? (done * MS_PER_SECOND) / ms : 0;
  const rate =
    unit === 'bytes' ? `${(perSecond / 1e6).toFixed(1)} MB/s` : `${perSecond.toFixed(1)} ${unit}/s`;
  if (total === 0 || perSecond === 0) return rate;
  const seconds = Math.max(0, Math.ceil((total - done) / perSecond));
  const left =
    seconds < SECONDS_PER_MINUTE ? `${seconds} s` : `${Math.ceil(seconds / SECONDS_PER_MINUTE)} min`;
  return `${rate}, ${left} left`;
}
