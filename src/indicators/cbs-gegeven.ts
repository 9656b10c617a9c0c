// SPDX-License-Identifier: EUPL-1.2
import type { FigureStatus, ReleaseStatus } from '../contract/index.ts';

/** Marks of CBS for a value that it does not give. A null without a mark is unknown, unreliable or secret: CBS does not tell which. */
const MERKEN: Readonly<Record<string, FigureStatus>> = {
  Impossible: 'niet_van_toepassing',
  Confidential: 'geheim',
};
const STATUSSEN: Readonly<Record<string, ReleaseStatus>> = {
  Definitief: 'definitief',
  NaderVoorlopig: 'nader_voorlopig',
  Voorlopig: 'voorlopig',
};

/** A percentage as CBS gives it, with its mark and status (`value|mark|status`), as a share. */
export function cbsGegeven(gegeven: string): {
  readonly waarde: number | null;
  readonly status: FigureStatus;
  readonly voorlopigheid?: ReleaseStatus;
} {
  const [text = '', merk = '', status = ''] = gegeven.split('|');
  const voorlopigheid = STATUSSEN[status];
  return {
    waarde: text === '' ? null : shareOf(text),
    status: text === '' ? (MERKEN[merk] ?? 'onbekend') : 'normaal',
    ...(voorlopigheid === undefined ? {} : { voorlopigheid }),
  };
}

/** `12.3` as 0.123: moved by its decimals, so that no digit comes in that CBS did not give. */
function shareOf(percentage: string): number {
  const decimals = percentage.split('.')[1]?.length ?? 0;
  return Number((Number(percentage) / 100).toFixed(decimals + 2));
}
