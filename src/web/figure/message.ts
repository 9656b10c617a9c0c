// SPDX-License-Identifier: EUPL-1.2
import { figureTexts, notation } from '../../text/index.ts';
import { inSentence } from '../in-sentence.ts';
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
  if (keuze.weergave === 'verloop') return courses(blik);
  if (keuze.weergave === 'opbouw') return largestParts(blik);
  const sentences =
    keuze.weergave === 'jaren' && raster.reeksen.length <= MOST_SENTENCES
      ? developments(blik)
      : extremesOf(blik);
  return sentences.length === 0 ? [zin.geen] : sentences;
}

/** The change itself, and the parts that moved it most. */
function largestParts({ data, keuze, raster }: Blik): string[] {
  const { zin, en } = figureTexts(data.taal);
  const known = raster.reeksen.flatMap(({ naam, nadruk, cellen: [cel] }) =>
    cel && isKnown(cel) ? [{ naam, nadruk, cel }] : [],
  );
  const whole = known.find(({ nadruk }) => nadruk);
  if (!whole) return [zin.geen];
  const parts = known
    .filter(({ nadruk, cel }) => !nadruk && cel.waarde !== 0)
    .sort((a, b) => Math.abs(b.cel.waarde) - Math.abs(a.cel.waarde))
    .slice(0, 2)
    .map(({ naam, cel }) => `${inSentence(naam)} (${cel.text})`);
  return [
    zin.opbouw(areaOf(data, keuze.gebied).kort, keuze.periode, whole.cel.text),
    ...(parts.length === 0 ? [] : [zin.grootsteDelen(listed(parts, en))]),
  ];
}

/** What is left after the moments in the middle and at the end of what is known, per area. */
function courses({ data, keuze, raster }: Blik): string[] {
  const { zin } = figureTexts(data.taal);
  const sentences = raster.reeksen.slice(0, MOST_SENTENCES).flatMap(({ gebied, cellen }) => {
    const known = cellen.flatMap((cel, place) =>
      isKnown(cel) ? [{ tekst: cel.text, moment: raster.kolommen[place] ?? '' }] : [],
    );
    const [half, last] = [known[Math.floor((known.length - 1) / 2)], known.at(-1)];
    if (!half || !last) return [];
    const { kort } = areaOf(data, gebied);
    return [zin.verloop(kort, keuze.periode, half.moment, half.tekst, half === last ? undefined : last)];
  });
  return sentences.length === 0 ? [zin.geen] : sentences;
}

/** One series between its first and its last known figure, and the part of it that may be compared. */
interface Development {
  readonly naam: string;
  readonly eerste: Known;
  readonly laatste: Known;
  readonly gebroken: boolean;
  /** First known figure after the last break; absent when nothing can be compared. */
  readonly vanaf?: Known;
}

/** How each series went; what is broken is said once, and then only the part after the break is compared. */
function developments(blik: Blik): string[] {
  const { zin } = figureTexts(blik.data.taal);
  const all = blik.raster.reeksen.flatMap((reeks) => developmentOf(blik, reeks));
  if (blik.data.opbouw !== undefined)
    return all.map(({ naam, laatste }) => zin.een(naam, laatste.text, laatste.periode));
  const broken = all.filter(({ gebroken }) => gebroken);
  const since = broken.flatMap(({ naam, vanaf, laatste }) => {
    const change = vanaf && differenceOf(blik, vanaf, laatste);
    return change === undefined ? [] : [`${naam} ${change}`];
  });
  const year = broken.find(({ vanaf }) => vanaf)?.vanaf?.periode;
  return [
    ...all.map((series) => movedSentence(blik, series)),
    ...(broken.length > 0
      ? [
          zin.gebroken(
            listed(
              broken.map(({ naam }) => naam),
              figureTexts(blik.data.taal).en,
            ),
          ),
        ]
      : []),
    ...(since.length > 0 && year !== undefined ? [zin.sindsBreuk(year, since.join(', '))] : []),
    ...all.flatMap((series) => chanceOf(blik, series)),
  ];
}

/** `Delft, Rijswijk en H8`. */
function listed(names: readonly string[], and: string): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${and} ${last}`;
}

function developmentOf({ data, keuze }: Blik, reeks: Reeks): Development[] {
  const naam = reeks.codes.length > 0 && keuze.deel === '' ? reeks.naam : areaOf(data, reeks.gebied).kort;
  const known = reeks.cellen.filter(isKnown);
  const [eerste, laatste] = [known[0], known.at(-1)];
  if (!eerste || !laatste) return [];
  const breaks = reeks.cellen.filter(
    ({ breuk, periode }) => breuk && periode > eerste.periode && periode <= laatste.periode,
  );
  const last = breaks.at(-1)?.periode ?? '';
  const after = known.find(({ periode }) => periode >= last);
  return [
    {
      naam,
      eerste,
      laatste,
      gebroken: breaks.length > 0,
      ...(after && after !== laatste ? { vanaf: after } : {}),
    },
  ];
}

function movedSentence(blik: Blik, { naam, eerste, laatste, gebroken }: Development): string {
  const { zin } = figureTexts(blik.data.taal);
  if (eerste === laatste) return zin.een(naam, laatste.text, laatste.periode);
  if (eerste.text === laatste.text) return zin.gelijk(naam, laatste.text, eerste.periode, laatste.periode);
  const change = gebroken ? undefined : differenceOf(blik, eerste, laatste);
  return zin.vanNaar(naam, eerste.text, eerste.periode, laatste.text, laatste.periode, change);
}

function chanceOf({ data, keuze }: Blik, { naam, vanaf, laatste }: Development): string[] {
  const { zin } = figureTexts(data.taal);
  const chance = vanaf && differsByChance(data, keuze, vanaf, laatste);
  if (chance === undefined) return [];
  return [chance ? zin.toeval(naam) : zin.geenToeval(naam)];
}

function differenceOf({ data, keuze }: Blik, eerste: Known, laatste: Known): string | undefined {
  const how = notation(data.taal);
  const vorm = data.varianten.find(({ id }) => id === keuze.variant)?.vorm;
  if (keuze.maat === 'waarde' && vorm === 'verandering') return undefined;
  if (keuze.maat === 'waarde' && vorm === 'procent')
    return figureTexts(data.taal).zin.punten(how.signed((laatste.waarde - eerste.waarde) * 100, 1));
  return eerste.waarde === 0 ? undefined : how.change(laatste.waarde / eerste.waarde - 1);
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
  const cellOf = (cellen: readonly Cel[]) => (keuze.weergave === 'jaren' ? cellen.at(-1) : cellen[0]);
  const isHidden = raster.reeksen.some(({ cellen }) => cellOf(cellen)?.status.includes('geheim') === true);
  const all = raster.reeksen.flatMap(({ naam, gebied, cellen }) => {
    const cel = cellOf(cellen);
    const { kort, soort } = areaOf(data, gebied);
    return cel && isKnown(cel)
      ? [{ naam: overAreas ? kort : naam, cel, isGemeente: soort === 'gemeente' }]
      : [];
  });
  const gemeenten = all.filter(({ isGemeente }) => !overAreas || isGemeente);
  const rows = gemeenten.length > 0 ? gemeenten : all.slice(0, 1);
  const ordered = rows.sort((a, b) => b.cel.waarde - a.cel.waarde);
  const [top, bottom] = [ordered[0], ordered.at(-1)];
  if (!top || !bottom) return [];
  if (top === bottom || top.cel.text === bottom.cel.text)
    return [zin.een(top.naam, top.cel.text, top.cel.periode)];
  const uitersten = isHidden ? zin.uiterstenGetoond : zin.uitersten;
  return [uitersten(top.naam, top.cel.text, bottom.naam, bottom.cel.text)];
}

function isKnown(cel: Cel): cel is Known {
  return cel.waarde !== null;
}
