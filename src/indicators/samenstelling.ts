// SPDX-License-Identifier: EUPL-1.2
import type { PlainDate, Regio } from '../contract/index.ts';
import { formatPlainDate, plainDate } from '../contract/index.ts';

/** `restated`: all years on the membership of the publication year. `actual`: the membership that held on the day of each record. */
export const SAMENSTELLINGEN = ['restated', 'actual'] as const;
export type Samenstelling = (typeof SAMENSTELLINGEN)[number];

/** A gemeente, and the days on which its records count; both ends included, `YYYY-MM-DD`. */
export interface Lid {
  readonly gemeente: string;
  readonly van: string;
  readonly tot: string;
}

/** An area and the gemeenten that make it up. */
export interface GebiedLeden {
  readonly code: string;
  readonly gemeenten: readonly string[];
  /** The region as a whole, or a group that holds all of it: what no gemeente is told of counts here. */
  readonly heel?: true;
  /** Outside the region: only sources that publish areas of their own know it. */
  readonly extern?: true;
}

const FIRST_DAY = '0001-01-01';
const LAST_DAY = '9999-12-31';

/** Gemeenten whose records count, and when. */
export function ledenVan(regio: Regio, samenstelling: Samenstelling): readonly Lid[] {
  if (samenstelling === 'actual') {
    return regio.gemeenten.map(({ code, van, tot }) => ({
      gemeente: code,
      van: van === undefined ? FIRST_DAY : formatPlainDate(van),
      tot: tot === undefined ? LAST_DAY : formatPlainDate(tot),
    }));
  }
  const peildatum = plainDate(regio.publicatiejaar, 1, 1) as PlainDate;
  return regio.gemeenten
    .filter(({ van, tot }) => (van ?? peildatum) <= peildatum && peildatum <= (tot ?? peildatum))
    .map(({ code }) => ({ gemeente: code, van: FIRST_DAY, tot: LAST_DAY }));
}

/** Every area of the region with those of its gemeenten that count: the gemeenten, the groups and the region itself. */
export function gebiedenVan(regio: Regio, leden: readonly Lid[]): readonly GebiedLeden[] {
  const gemeenten = [...new Set(leden.map(({ gemeente }) => gemeente))];
  return [
    ...gemeenten.map((code) => ({ code, gemeenten: [code] })),
    ...regio.groepen.map((groep): GebiedLeden => {
      const members = gemeenten.filter((code) => groep.gemeenten.some((member) => member === code));
      return {
        code: groep.code,
        gemeenten: members,
        ...(members.length === gemeenten.length ? { heel: true } : {}),
      };
    }),
    { code: regio.code, gemeenten, heel: true },
  ];
}
