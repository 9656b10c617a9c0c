// SPDX-License-Identifier: EUPL-1.2
import type { Regio } from '../contract/index.ts';

/**
 * Something about the published figures that an operator must know: `repair` = another value than the printed one is aimed at;
 * `contradiction` = a printed value that no fictional region can have together with the others, and the nearest thing done;
 * `note` = two printings of one quantity of which one is used.
 */
export interface Remark {
  readonly kind: 'repair' | 'contradiction' | 'note';
  readonly indicator: string;
  readonly gebied: string;
  readonly type: string;
  readonly jaar: number;
  /** In the unit of the indicator. */
  readonly printed: number;
  /** What is aimed at, or what comes out; same unit. */
  readonly used: number;
  readonly because: string;
}

/** A remark in words, with names of areas and amounts in euro. */
export function remarkText(remark: Remark, regio: Regio): string {
  const { kind, indicator, gebied, type, jaar, printed, used, because } = remark;
  const naam =
    regio.gemeenten.find((lid) => lid.code === gebied)?.naam ??
    (gebied === regio.code ? regio.naam : regio.groepen.find((groep) => groep.code === gebied)?.naam) ??
    gebied;
  const what = [indicator, naam, type, jaar].filter((part) => part !== '').join(' ');
  return `${kind}: ${what}: printed ${amount(printed, indicator)}, used ${amount(used, indicator)}. ${because}`;
}

function amount(value: number, indicator: string): string {
  if (indicator.startsWith('kosten-boven-grens')) return `${(value * 100).toFixed(1)} %`;
  const whole = indicator === 'uitgaven-per-client' ? value / 100 : value;
  const text = String(Math.round(whole)).replace(/\B(?=(\d{3})+$)/g, ',');
  return indicator === 'uitgaven-per-client' ? `€ ${text}` : text;
}
