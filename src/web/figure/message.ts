// SPDX-License-Identifier: EUPL-1.2
import { figureTexts, notation } from '../../text/index.ts';
import type { Cel } from './cel.ts';
import type { FigureData } from './figure-data.ts';
import type { Keuze } from './keuze.ts';
import { areaOf, type Blik, type Reeks } from './raster.ts';

/** Standard normal quantile of 97.5 %. */
const Z = 1.96;
/** Rows that get a sentence of their own. */
const MOST_SENTENCES = 3;

type Known = Cel & { readonly waarde: number };

/** What a figure says, in sentences that are never stronger than its numbers. */
export function messageOf(blik: Blik): string[] {
  const { zin } = figureTexts(blik.data.taal);
  const { keuze, raster } = blik;
  const sentences =
    keuze.weergave === 'jaren' && raster.reeksen.length <= MOST_SENTENCES
      ? raster.reeksen.flatMap((reeks) => developmentOf(blik, reeks))
      : extremesOf(blik);
  return sentences.length === 0 ? [zin.geen] : sentences;
}

function developmentOf(blik: Blik, reeks: Reeks): string[] {
  const { data, keuze } = blik;
  const { zin } = figureTexts(data.taal);
  const naam = reeks.codes.length > 0 && keuze.deel === '' ? reeks.naam : areaOf(data, reeks.gebied).kort;
  const known = reeks.cellen.filter(isKnown);
  const [eerste, laatste] = [known[0], known.at(-1)];
  if (!eerste || !laatste) return [];
  if (eerste === laatste) return [zin.een(naam, laatste.text, laatste.periode)];
  const broken = reeks.cellen.some(
    ({ breuk, periode }) => breuk && periode > eerste.periode && periode <= laatste.periode,
  );
  const moved =
    eerste.text === laatste.text
      ? zin.gelijk(naam, laatste.text, eerste.periode, laatste.periode)
      : zin.vanNaar(
          naam,
          eerste.text,
          eerste.periode,
          laatste.text,
          laatste.periode,
          broken ? undefined : differenceOf(blik, eerste, laatste),
        );
  if (!broken) return [moved, ...chanceOf(blik, naam, eerste, laatste)];
  return [moved, zin.nietVergelijkbaar(naam), ...sinceBreak(blik, naam, reeks)];
}

/** The part of a series after its last break, which may be compared. */
function sinceBreak(blik: Blik, naam: string, { cellen }: Reeks): string[] {
  const { zin } = figureTexts(blik.data.taal);
  const after = cellen.slice(cellen.findLastIndex(({ breuk }) => breuk)).filter(isKnown);
  const [eerste, laatste] = [after[0], after.at(-1)];
  if (!eerste || !laatste || eerste === laatste) return [];
  const change = differenceOf(blik, eerste, laatste);
  return [
    zin.sindsBreuk(naam, eerste.periode, change ?? `${eerste.text} – ${laatste.text}`),
    ...chanceOf(blik, naam, eerste, laatste),
  ];
}

function differenceOf({ data, keuze }: Blik, eerste: Known, laatste: Known): string | undefined {
  const how = notation(data.taal);
  const vorm = data.varianten.find(({ id }) => id === keuze.variant)?.vorm;
  if (keuze.maat === 'waarde' && vorm === 'verandering') return undefined;
  if (keuze.maat === 'waarde' && vorm === 'procent')
    return figureTexts(data.taal).zin.punten(how.signed((laatste.waarde - eerste.waarde) * 100, 1));
  return eerste.waarde === 0 ? undefined : how.change(laatste.waarde / eerste.waarde - 1);
}

function chanceOf({ data, keuze }: Blik, naam: string, eerste: Known, laatste: Known): string[] {
  const { zin } = figureTexts(data.taal);
  const chance = differsByChance(data, keuze, eerste, laatste);
  if (chance === undefined) return [];
  return [chance ? zin.toeval(naam) : zin.geenToeval(naam)];
}

/**
 * Whether chance alone makes a difference this large likely; undefined where chance says nothing. Counts are taken as Poisson and independent,
 * shares as binomial; children who are in both years make the true chance smaller, so that a difference is never called real too soon.
 */
export function differsByChance(
  data: FigureData,
  keuze: Keuze,
  { gemeten: toen, ...eerste }: Cel,
  { gemeten: nu, ...laatste }: Cel,
): boolean | undefined {
  const vorm = data.varianten.find(({ id }) => id === keuze.variant)?.vorm;
  if (toen === null || nu === null || toen === nu) return undefined;
  const spread = spreadOf(
    data.personen && vorm === 'aantal',
    { ...eerste, gemeten: toen },
    { ...laatste, gemeten: nu },
  );
  return spread === undefined ? undefined : Math.abs(nu - toen) <= Z * spread;
}

type Measured = Pick<Cel, 'marge' | 'noemer'> & { readonly gemeten: number };

function spreadOf(persons: boolean, eerste: Measured, laatste: Measured): number | undefined {
  if (eerste.marge && laatste.marge) {
    const [first = 0, last = 0] = [eerste, laatste].map(({ gemeten, noemer }) =>
      noemer ? (gemeten * (1 - gemeten)) / noemer : Number.NaN,
    );
    return Math.sqrt(first + last);
  }
  return persons ? Math.sqrt(eerste.gemeten + laatste.gemeten) : undefined;
}

function extremesOf(blik: Blik): string[] {
  const { data, keuze, raster } = blik;
  const { zin } = figureTexts(data.taal);
  const overAreas = keuze.weergave === 'gebieden' || keuze.weergave === 'kaart';
  const rows = raster.reeksen.flatMap(({ naam, gebied, cellen }) => {
    const cel = keuze.weergave === 'jaren' ? cellen.at(-1) : cellen[0];
    const isArea = areaOf(data, gebied).soort === 'gemeente';
    return cel && isKnown(cel) && (!overAreas || isArea)
      ? [{ naam: overAreas ? areaOf(data, gebied).kort : naam, cel }]
      : [];
  });
  const ordered = rows.sort((a, b) => b.cel.waarde - a.cel.waarde);
  const [top, bottom] = [ordered[0], ordered.at(-1)];
  if (!top || !bottom) return [];
  if (top === bottom || top.cel.text === bottom.cel.text)
    return [zin.een(top.naam, top.cel.text, top.cel.periode)];
  return [zin.uitersten(top.naam, top.cel.text, bottom.naam, bottom.cel.text)];
}

function isKnown(cel: Cel): cel is Known {
  return cel.waarde !== null;
}
