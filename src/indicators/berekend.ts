// SPDX-License-Identifier: EUPL-1.2
import type { FigureRow, FigureStatus } from '../contract/index.ts';
import { cbsGegeven } from './cbs-gegeven.ts';
import type { PlanVariant } from './figure-plan.ts';
import { kaplanMeier, overleving } from './kaplan-meier.ts';
import { kwantiel } from './kwantiel.ts';

/** What a figure comes to, and why. */
export type Uitkomst = Pick<
  FigureRow,
  'waarde' | 'teller' | 'noemer' | 'status' | 'grenzen' | 'voorlopigheid'
>;

const NORMAAL: readonly FigureStatus[] = ['normaal'];
const NIET_VAN_TOEPASSING: readonly FigureStatus[] = ['niet_van_toepassing'];
const ONBEKEND: readonly FigureStatus[] = ['onbekend'];
const NOG_NIET_BEKEND: readonly FigureStatus[] = ['nog_niet_bekend'];
const ONVOLLEDIG: readonly FigureStatus[] = ['onvolledig'];
const NIET_VAN_TOEPASSING_ONVOLLEDIG: readonly FigureStatus[] = ['niet_van_toepassing', 'onvolledig'];
const LEEG: Readonly<Partial<Record<FigureStatus, Uitkomst>>> = {
  nog_niet_bekend: { waarde: null, teller: null, noemer: null, status: ['nog_niet_bekend'] },
  onbekend: { waarde: null, teller: null, noemer: null, status: ['onbekend'] },
};

/** The one division of a figure, or what stands in its place. `time` says whether the data allow the figure at all. */
export function berekend(
  { berekening, minimumNoemer, naDagen }: Pick<PlanVariant, 'berekening' | 'minimumNoemer' | 'naDagen'>,
  teller: number | string,
  noemer: number | undefined,
  time: FigureStatus | undefined,
): Uitkomst {
  const empty = time === undefined ? undefined : LEEG[time];
  if (empty !== undefined) return empty;
  const status = time === undefined ? NORMAAL : ONVOLLEDIG;
  const none = time === undefined ? NIET_VAN_TOEPASSING : NIET_VAN_TOEPASSING_ONVOLLEDIG;
  if (berekening === 'gegeven') return cbsGegeven(String(teller));
  if (berekening === 'kaplan-meier') {
    const { mediaan, ...grenzen } = kaplanMeier(String(teller));
    if (noemer === 0) return { waarde: null, teller: null, noemer: 0, status: none };
    const known = mediaan === null ? ONBEKEND : status;
    return { waarde: mediaan, teller: null, noemer: noemer ?? null, status: known, grenzen };
  }
  if (berekening === 'overleving') {
    if (noemer === 0) return { waarde: null, teller: null, noemer: 0, status: none };
    const { aandeel, ...grenzen } = overleving(String(teller), naDagen ?? 0);
    const known = aandeel === null ? NOG_NIET_BEKEND : status;
    return { waarde: aandeel, teller: null, noemer: noemer ?? null, status: known, grenzen };
  }
  if (berekening === 'mediaan' || berekening === 'p90') {
    const waarde = kwantiel(String(teller), berekening);
    return { waarde, teller: null, noemer: noemer ?? null, status: waarde === null ? none : status };
  }
  const telt = Number(teller);
  if (noemer === undefined) return { waarde: telt, teller: null, noemer: null, status };
  if (noemer === 0) return { waarde: null, teller: telt, noemer, status: none };
  if (minimumNoemer !== undefined && noemer < minimumNoemer)
    return { waarde: null, teller: null, noemer, status: ONBEKEND };
  return { waarde: (berekening === 'groei' ? telt - noemer : telt) / noemer, teller: telt, noemer, status };
}
