// SPDX-License-Identifier: EUPL-1.2
import {
  type BerichtKop,
  type IjwRij,
  type PlainDate,
  type ProductRegel,
  revealBsn,
  type StartRij,
  type StopRij,
  type ToewijzingRij,
} from '../../src/contract/index.ts';
import { countedMessages, type Geleverd, productType, verwijzerOf } from './evaluator-prestaties.ts';

/** Care under one toewijzing from a start up to a stop. `end` is absent while it runs. */
export interface Interval {
  readonly client: string;
  readonly toewijzing: number | undefined;
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly type: string;
  readonly categorie: string;
  readonly verwijzer: string;
  /** No request told the verwijzer. */
  readonly afgeleid: boolean;
  /** Form of residence of the product table; absent when it has none. */
  readonly vorm?: string;
  readonly begin: PlainDate;
  readonly end?: PlainDate;
  /** Code of JZ588; `afgeleid` when no stop was delivered. */
  readonly reason?: string;
}

export interface Traject extends Interval {
  readonly parts: readonly Interval[];
}

export interface Row<Kind extends IjwRij> {
  readonly kop: BerichtKop;
  readonly rij: Kind;
}

/** Every interval of care, from the start and stop messages, one toewijzing and product at a time. */
export function intervals(
  delivered: readonly Geleverd[],
  producten: readonly ProductRegel[],
): readonly Interval[] {
  const messages = countedMessages(delivered);
  const starts = existing(rowsOf<StartRij>(messages, 'start'), startKey);
  const stops = existing(rowsOf<StopRij>(messages, 'stop'), stopKey);
  const dataDate = lastDay(delivered);
  const keys = new Set(starts.map(productKey));
  return [...keys].flatMap((key) => {
    const own = starts.filter((start) => productKey(start) === key);
    const closing = stops.filter((stop) => productKey(stop) === key && stop.rij.redenBeeindiging !== '20');
    const days = [...own.map(({ rij }) => rij.begindatum), ...closing.map(({ rij }) => rij.einddatum)];
    const found: Interval[] = [];
    let open: Row<StartRij> | undefined;
    for (const day of [...new Set(days)].sort((a, b) => a - b)) {
      open = open ?? own.find(({ rij }) => rij.begindatum === day);
      const stop = closing
        .filter(({ rij }) => rij.einddatum === day)
        .sort((a, b) => (a.rij.redenBeeindiging < b.rij.redenBeeindiging ? -1 : 1))[0];
      if (open === undefined || stop === undefined) continue;
      found.push({ ...describe(open, messages, producten), end: day, reason: stop.rij.redenBeeindiging });
      open = undefined;
    }
    if (open !== undefined) found.push(stillOpen(open, messages, producten, dataDate));
    return found;
  });
}

/** The first and last day of the data. */
export function firstDay(delivered: readonly Geleverd[]): PlainDate {
  return Math.min(...delivered.map(({ kop }) => kop.dagtekening)) as PlainDate;
}

export function lastDay(delivered: readonly Geleverd[]): PlainDate {
  return Math.max(...delivered.map(({ kop }) => kop.dagtekening)) as PlainDate;
}

/** Trajecten of one area: intervals of one client, provider and type that touch, or nearly do, are one. */
export function trajecten(
  inArea: readonly Interval[],
  gapDays: number,
  keyOf = ({ client, aanbieder, type }: Interval): string => [client, aanbieder, type].join('|'),
): readonly Traject[] {
  const groups = new Map<string, Interval[]>();
  for (const interval of inArea) {
    const key = keyOf(interval);
    groups.set(key, [...(groups.get(key) ?? []), interval]);
  }
  return [...groups.values()].flatMap((group) => {
    const chains: Interval[][] = [];
    for (const interval of group.toSorted((a, b) => a.begin - b.begin)) {
      const chain = chains.at(-1);
      const until = chain && Math.max(...chain.map(({ end }) => end ?? Number.POSITIVE_INFINITY));
      if (chain && until !== undefined && interval.begin - until - 1 <= gapDays) chain.push(interval);
      else chains.push([interval]);
    }
    return chains.map(merge);
  });
}

function merge(parts: readonly Interval[]): Traject {
  const [first] = parts;
  if (first === undefined) throw new Error('a traject has parts');
  const earliest = parts.filter(({ begin }) => begin === first.begin);
  const smallest = (values: readonly string[]): string => values.toSorted()[0] ?? '';
  const { end: _end, reason: _reason, ...facts } = first;
  const running = parts.some(({ end }) => end === undefined);
  const end = Math.max(...parts.map((part) => part.end ?? 0)) as PlainDate;
  const reasons = parts.filter((part) => part.end === end).map(({ reason }) => reason ?? '');
  const told = reasons.filter((reason) => reason !== 'afgeleid');
  return {
    ...facts,
    parts,
    gemeente: smallest(earliest.map(({ gemeente }) => gemeente)),
    verwijzer: smallest(earliest.map(({ verwijzer }) => verwijzer)),
    afgeleid: isDerived(earliest),
    categorie: smallest(earliest.map(({ categorie }) => categorie)),
    ...(running ? {} : { end, reason: told.length > 0 ? smallest(told) : 'afgeleid' }),
  };
}

/** Whether nobody told the verwijzer that the traject has. */
function isDerived(earliest: readonly Interval[]): boolean {
  const verwijzer = earliest.map((interval) => interval.verwijzer).sort()[0];
  return earliest.every((interval) => interval.verwijzer !== verwijzer || interval.afgeleid);
}

function stillOpen(
  open: Row<StartRij>,
  messages: readonly Geleverd[],
  producten: readonly ProductRegel[],
  dataDate: PlainDate,
): Interval {
  const facts = describe(open, messages, producten);
  const planned = currentToewijzing(open.kop.gemeente, open.rij.toewijzingNummer, messages)?.rij.einddatum;
  if (planned === undefined || dataDate - planned <= 90) return facts;
  return { ...facts, end: Math.max(planned, facts.begin) as PlainDate, reason: 'afgeleid' };
}

function describe(
  { kop, rij }: Row<StartRij>,
  messages: readonly Geleverd[],
  producten: readonly ProductRegel[],
): Interval {
  const product = productType(rij.categorie, rij.code, kop.aanbieder, rij.begindatum, producten);
  const verwijzer = verwijzerOf(rij.toewijzingNummer, kop, messages);
  return {
    client: revealBsn(rij.client.bsn),
    toewijzing: rij.toewijzingNummer,
    gemeente: kop.gemeente,
    aanbieder: kop.aanbieder,
    ...product,
    categorie: rij.categorie ?? 'onbekend',
    verwijzer: verwijzer ?? '01',
    afgeleid: verwijzer === undefined,
    begin: rij.begindatum,
  };
}

/** The newest version of the toewijzing, unless that one deletes it. */
export function currentToewijzing(
  gemeente: string,
  nummer: number | undefined,
  messages: readonly Geleverd[],
): Row<ToewijzingRij> | undefined {
  const versions = rowsOf<ToewijzingRij>(messages, 'toewijzing').filter(
    ({ kop, rij }) => kop.gemeente === gemeente && rij.toewijzingNummer === nummer,
  );
  const newest = versions.sort(
    (a, b) =>
      b.rij.toewijzingsdatum - a.rij.toewijzingsdatum ||
      b.rij.toewijzingstijd - a.rij.toewijzingstijd ||
      b.kop.dagtekening - a.kop.dagtekening,
  )[0];
  return newest?.rij.redenWijziging === '13' ? undefined : newest;
}

function rowsOf<Kind extends IjwRij>(messages: readonly Geleverd[], kind: Kind['rij']): Row<Kind>[] {
  return messages.flatMap(({ kop, rijen }) =>
    rijen.filter((rij): rij is Kind => rij.rij === kind).map((rij) => ({ kop, rij })),
  );
}

/** Starts or stops that were not deleted: the latest day that says something else than "added and taken back" decides. */
function existing<Kind extends StartRij | StopRij>(
  rows: readonly Row<Kind>[],
  keyOf: (row: Row<Kind>) => string,
): readonly Row<Kind>[] {
  const keys = [...new Set(rows.map(keyOf))];
  return keys.flatMap((key) => {
    const same = rows.filter((row) => keyOf(row) === key);
    const deciding = same.filter(
      ({ kop, rij }) =>
        !same.some(
          (other) =>
            other.kop.dagtekening === kop.dagtekening &&
            (other.rij.statusAanlevering === '3') !== (rij.statusAanlevering === '3'),
        ),
    );
    const last = deciding.sort((a, b) => b.kop.dagtekening - a.kop.dagtekening)[0];
    if (last === undefined || last.rij.statusAanlevering === '3') return [];
    return same.filter(({ rij }) => rij.statusAanlevering !== '3').slice(0, 1);
  });
}

function productKey({ kop, rij }: Row<StartRij | StopRij>): string {
  const { toewijzingNummer, categorie, code, client } = rij;
  return [kop.gemeente, kop.aanbieder, revealBsn(client.bsn), toewijzingNummer, categorie, code].join('|');
}

function startKey(row: Row<StartRij>): string {
  return [productKey(row), row.rij.begindatum].join('|');
}

function stopKey(row: Row<StopRij>): string {
  return [productKey(row), row.rij.begindatum, row.rij.einddatum, row.rij.redenBeeindiging].join('|');
}
