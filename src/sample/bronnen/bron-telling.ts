// SPDX-License-Identifier: EUPL-1.2
import type {
  BronRijen,
  BronSoort,
  MaatregelRij,
  PlainDate,
  Regio,
  WachttijdRij,
} from '../../contract/index.ts';
import { yearOf } from '../../contract/index.ts';
import { addMonths, day, earliest, firstDay, lastDay, monthOfYear } from '../calendar.ts';
import type { PublishedFigure } from '../published-figure.ts';
import type { Bronbestand } from './bron-wereld.ts';

/** Counts published figures again from the files, without looking at how they were made. */
export class BronTelling {
  readonly #regio: Regio;
  readonly #maatregelen: readonly MaatregelRij[];
  readonly #wachttijden: readonly WachttijdRij[];
  readonly #bestanden: readonly Bronbestand[];

  constructor(bestanden: readonly Bronbestand[], regio: Regio) {
    this.#regio = regio;
    this.#bestanden = bestanden;
    this.#maatregelen = latestOf(
      this.#rows('maatregelen'),
      (rij) => `${rij.gi}|${rij.bsn ?? rij.eigenNummer}|${rij.gemeente}|${rij.soort}|${rij.begin}`,
      (rij) => Number(rij.periode),
    );
    const newest = new Map<string, PlainDate>();
    const keyOf = (rij: WachttijdRij): string => `${rij.aanbieder}|${rij.peildatum}|${rij.uitvraag}`;
    for (const rij of this.#rows('wachttijden'))
      newest.set(keyOf(rij), Math.max(newest.get(keyOf(rij)) ?? 0, rij.opgesteldOp) as PlainDate);
    this.#wachttijden = this.#rows('wachttijden').filter((rij) => newest.get(keyOf(rij)) === rij.opgesteldOp);
  }

  #rows<Soort extends BronSoort>(soort: Soort): BronRijen[Soort][] {
    return this.#bestanden.flatMap((bestand) =>
      bestand.soort === soort ? (bestand.rijen as unknown as BronRijen[Soort][]) : [],
    );
  }

  /** What the files come to; undefined when they hold nothing of the kind. */
  count(figure: PublishedFigure): number | undefined {
    const split = new Map(
      figure.splitsing.split(';').map((part) => part.split('=') as [string, string | undefined]),
    );
    const is = (dimensie: string, value: string | undefined): boolean =>
      !split.has(dimensie) || split.get(dimensie) === value;
    const inArea = (gemeente: string | undefined): boolean => this.#inArea(figure.gebied, gemeente);
    switch (figure.indicator) {
      case 'jeugdbescherming':
      case 'jeugdreclassering': {
        const soorten = figure.indicator === 'jeugdreclassering' ? ['jr'] : ['ots', 'voogdij'];
        return this.#children(
          figure,
          (rij) => soorten.includes(rij.soort) && is('gi', rij.gi) && inArea(rij.gemeente),
        );
      }
      case 'maatregelen': {
        const soort = split.get('soort');
        return this.#children(figure, (rij) =>
          soort === 'ots-korter-dan-2-jaar'
            ? rij.soort === 'ots' && isShort(rij, figure.jaar)
            : rij.soort === soort,
        );
      }
      case 'muhp': {
        const { from, until } = daysOf(figure.periode);
        const begun = this.#maatregelen.filter(
          (rij) => rij.soort === 'ots' && is('gi', rij.gi) && rij.begin >= from && rij.begin <= until,
        );
        return begun.length;
      }
      case 'jbt-aanmeldingen':
      case 'jbt-besluiten': {
        const rows = this.#rows('jbt').filter(
          (rij) =>
            rij.soort === 'regulier' &&
            yearOf(rij.datum) === figure.jaar &&
            is('verwijzer', rij.verwijzer) &&
            is('besluit', rij.besluit) &&
            (figure.indicator === 'jbt-aanmeldingen' || rij.besluit !== undefined),
        );
        return new Set(rows.map(({ gezin, herkomst }) => `${herkomst}|${gezin}`)).size;
      }
      case 'cit-crisiszaken':
      case 'cit-huisverboden': {
        const soort = figure.indicator === 'cit-crisiszaken' ? 'crisis' : 'huisverbod';
        return this.#rows('cit').filter((rij) => rij.soort === soort && yearOf(rij.datum) === figure.jaar)
          .length;
      }
      case 'jeugdzorgplus-plaatsingen': {
        const { from, until } = daysOf(figure.periode);
        const begun = this.#rows('jeugdzorgplus').filter(({ begin }) => begin >= from && begin <= until);
        return new Set(begun.map(({ bsn, voorziening, begin }) => `${bsn}|${voorziening}|${begin}`)).size;
      }
      case 'proeftuin-domeinen': {
        const rows = this.#rows('proeftuin').filter(
          (rij) => Number(rij.periode) === figure.jaar && is('domein', rij.domein) && is('zorg', rij.zorg),
        );
        return new Set(rows.map(({ gezin }) => gezin)).size;
      }
      case 'bevolking-0-17':
        return sum(
          this.#rows('bevolking')
            .filter((rij) => yearOf(rij.peildatum) === figure.jaar && inArea(rij.gemeente))
            .map(({ aantal }) => aantal),
        );
      default:
        return this.#waiting(figure, is);
    }
  }

  #waiting(
    figure: PublishedFigure,
    is: (dimensie: string, value: string | undefined) => boolean,
  ): number | undefined {
    const { indicator, variant, periode } = figure;
    const uitvraag = variant === 'pleegzorg' || variant.startsWith('pleegzorg-') ? 'pleegzorg' : 'regulier';
    const rowsIn = (quarter: string, all = false): WachttijdRij[] =>
      this.#wachttijden.filter(
        (rij) =>
          isInQuarter(rij.peildatum, quarter) &&
          (all || rij.uitvraag === uitvraag) &&
          is('zorgvorm', rij.zorgvorm) &&
          is('verblijf', rij.verblijf) &&
          is('leeftijd', rij.leeftijdsklasse) &&
          is('zorgvorm_detail', rij.zorgvormDetail),
      );
    const waiting = (rows: readonly WachttijdRij[]): number => sum(rows.map((rij) => rij.wachtenden ?? 0));
    const inCare = (rows: readonly WachttijdRij[]): number => sum(rows.map((rij) => rij.inZorg ?? 0));
    switch (indicator) {
      case 'wachtenden':
        return waiting(rowsIn(periode));
      case 'in-zorg':
        return inCare(rowsIn(periode, variant === ''));
      case 'wachtenden-lang': {
        const [before = '', after = ''] = periode.split('/');
        const long = (quarter: string): number => sum(rowsIn(quarter).map((rij) => rij.meerDan90Dagen ?? 0));
        return variant === 'verschil' ? long(after) - long(before) : long(periode);
      }
      case 'wachtend-aandeel': {
        const own = rowsIn(periode, true);
        const everybody = this.#wachttijden.filter((rij) => isInQuarter(rij.peildatum, periode));
        if (variant === 'in-zorg-van-totaal') return inCare(own) / inCare(everybody);
        return waiting(own) / inCare(variant === 'wachtend-van-totaal' ? everybody : own);
      }
      case 'respons': {
        const asked = this.#rows('uitvragen').filter(
          (rij) => isInQuarter(rij.peildatum, periode) && rij.uitvraag === uitvraag,
        );
        const answered = new Set(rowsIn(periode).map(({ aanbieder }) => aanbieder));
        return variant.endsWith('-gevraagd') ? asked.length : answered.size;
      }
      default:
        return undefined;
    }
  }

  #children({ jaar }: PublishedFigure, wanted: (rij: MaatregelRij) => boolean): number {
    const rows = this.#maatregelen.filter(
      (rij) =>
        wanted(rij) &&
        rij.begin <= day(jaar, 12, 31) &&
        (rij.eind === undefined || rij.eind >= day(jaar, 1, 1)),
    );
    return new Set(rows.map((rij) => rij.bsn ?? `${rij.gi}|${rij.eigenNummer}`)).size;
  }

  #inArea(gebied: string, gemeente: string | undefined): boolean {
    if (gebied === this.#regio.code || gebied === gemeente) return true;
    const groep = this.#regio.groepen.find(({ code }) => code === gebied);
    return groep?.gemeenten.some((code) => code === gemeente) ?? false;
  }
}

/** Runs less than two years on 31 December, or at its end in the year. */
function isShort({ begin, eind }: MaatregelRij, jaar: number): boolean {
  const until = eind === undefined ? day(jaar, 12, 31) : earliest(eind, day(jaar, 12, 31));
  return addMonths(begin, 24) > until;
}

/** Of rows about the same thing those with the highest `rank`. */
function latestOf<Rij>(rows: readonly Rij[], keyOf: (rij: Rij) => string, rank: (rij: Rij) => number): Rij[] {
  const newest = new Map<string, Rij>();
  for (const rij of rows) {
    const known = newest.get(keyOf(rij));
    if (known === undefined || rank(rij) > rank(known)) newest.set(keyOf(rij), rij);
  }
  return [...newest.values()];
}

function daysOf(periode: string): { from: PlainDate; until: PlainDate } {
  const [jaar = '', kwartaal] = periode.split('-Q');
  if (kwartaal === undefined) return { from: day(Number(jaar), 1, 1), until: day(Number(jaar), 12, 31) };
  const last = monthOfYear(Number(jaar), Number(kwartaal) * 3);
  return { from: firstDay(last - 2), until: lastDay(last) };
}

function isInQuarter(peildatum: PlainDate, quarter: string): boolean {
  const { from, until } = daysOf(quarter);
  return peildatum >= from && peildatum <= until;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
