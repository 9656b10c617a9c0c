// SPDX-License-Identifier: EUPL-1.2
import { figureTexts } from '../../text/index.ts';
import { typeOf } from './cel.ts';
import { MOST_DRAWN } from './drawing.ts';
import { areaOf, type Blik } from './raster.ts';

/** What a reader must know about the numbers of a figure, most important first. */
export function notesOf(blik: Blik): string[] {
  return [
    ...breakNotes(blik),
    ...statusNotes(blik),
    ...marginNotes(blik),
    ...surveyNotes(blik),
    ...countNotes(blik),
    ...drawnNotes(blik),
    ...measureNotes(blik),
    ...wordNotes(blik),
  ];
}

function breakNotes({ data, keuze, raster }: Blik): string[] {
  const { noten } = figureTexts(data.taal);
  const shown = [...new Set(raster.reeksen.flatMap(({ cellen }) => cellen.map(({ gebied }) => gebied)))];
  const years = keuze.weergave === 'jaren' ? [keuze.van, keuze.tot] : [keuze.periode, keuze.periode];
  return data.breuken
    .filter(({ types, jaar, gebieden, overbrugd }) => {
      const concerned = raster.reeksen.some(({ codes }) => {
        const type = typeOf(keuze, codes);
        return type === undefined || types.length === 0 || types.includes(type);
      });
      const inside = overbrugd || (String(jaar) > (years[0] ?? '') && String(jaar) <= (years[1] ?? ''));
      return concerned && inside && shown.some((code) => gebieden.includes(code));
    })
    .map(({ gebieden, datum, oorzaak, overbrugd }) => {
      const names = shown.filter((code) => gebieden.includes(code)).map((code) => areaOf(data, code).kort);
      return overbrugd ? noten.overbrugd(oorzaak) : noten.breuk(names.join(', '), datum, oorzaak);
    });
}

function statusNotes({ data, raster, keuze }: Blik): string[] {
  const { noten } = figureTexts(data.taal);
  const periods = keuze.weergave === 'jaren' ? raster.kolommen : [keuze.periode];
  return (['voorlopig', 'nader_voorlopig'] as const)
    .filter((status) => periods.some((periode) => data.voorlopig[periode] === status))
    .map((status) => noten[status]);
}

function marginNotes({ data, keuze, raster, cellen }: Blik): string[] {
  const { noten } = figureTexts(data.taal);
  const withMargin = raster.reeksen.filter((reeks) => reeks.cellen.some(({ marge }) => marge));
  const counted = data.personen && keuze.maat === 'waarde' && !data.respons;
  if (withMargin.length === 0) return counted ? [noten.geteld] : [];
  if (keuze.weergave !== 'jaren') return [noten.marge];
  return [
    noten.marge,
    ...withMargin.slice(0, 3).flatMap(({ gebied, naam, codes, cellen: numbers }) => {
      const last = numbers.findLast(({ marge }) => marge);
      if (!last?.marge) return [];
      const name = codes.length > 0 && keuze.deel === '' ? naam : areaOf(data, gebied).kort;
      return [noten.margeVan(name, last.periode, cellen.print(last.marge[0]), cellen.print(last.marge[1]))];
    }),
  ];
}

function surveyNotes({ data, keuze, raster }: Blik): string[] {
  const { noten } = figureTexts(data.taal);
  if (!data.respons) return [];
  const periode = keuze.weergave === 'jaren' ? keuze.tot : keuze.periode;
  const answered = data.respons[periode];
  const parts = raster.reeksen.some(({ gebied }) => areaOf(data, gebied).soort !== 'regio');
  return [
    noten.peiling,
    ...(parts ? [noten.zonderGemeente] : []),
    ...(answered === undefined ? [] : [noten.respons(answered, periode)]),
  ];
}

function countNotes({ data, keuze }: Blik): string[] {
  const { noten } = figureTexts(data.taal);
  const uniek =
    !data.respons &&
    data.varianten.some(({ eenheid }) => eenheid === 'unieke cliënten' || eenheid === 'jeugdigen');
  const shownApart = keuze.splitsing !== '' && keuze.deel === '';
  return [
    ...(shownApart && uniek ? [noten.telling] : []),
    ...(data.afronding > 1 && data.personen ? [noten.afronding(String(data.afronding))] : []),
  ];
}

/** A table can hold more areas than its drawing has room for. */
function drawnNotes({ data, keuze, raster }: Blik): string[] {
  const areas =
    keuze.weergave === 'delen' || keuze.weergave === 'opbouw'
      ? raster.kolommen
      : keuze.weergave === 'verloop'
        ? raster.reeksen
        : [];
  return areas.length > MOST_DRAWN ? [figureTexts(data.taal).noten.eersteDrie] : [];
}

function measureNotes({ data, keuze, raster }: Blik): string[] {
  const { noten } = figureTexts(data.taal);
  const gaps = raster.reeksen.some(({ cellen }) =>
    cellen.some(({ waarde, status }) => waarde === null && status === 'onbekend'),
  );
  if (keuze.maat === 'per-1000') return [noten.per1000, ...(gaps ? [noten.per1000Ontbreekt] : [])];
  if (keuze.maat === 'index')
    return [noten.index(keuze.van), ...(gaps ? [noten.indexOntbreekt(keuze.van)] : [])];
  const outside = raster.reeksen.find(({ gebied }) => areaOf(data, gebied).uit !== undefined);
  return outside ? [noten.anders(outside.naam)] : [];
}

function wordNotes({ data, raster }: Blik): string[] {
  const used = new Set(
    raster.reeksen.flatMap(({ cellen }) => cellen.flatMap(({ status }) => status.split('+'))),
  );
  return Object.entries(data.woorden)
    .filter(([status]) => status !== 'normaal' && used.has(status))
    .map(([, [teken, uitleg]]) => `${capital(teken)}: ${uitleg}`);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
