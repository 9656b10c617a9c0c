// SPDX-License-Identifier: EUPL-1.2
import type { FigureTexts } from './figure-nl.ts';

/** What a figure of the dashboard says, in English. */
export const figureEn: FigureTexts = {
  en: 'and',
  grafiek: 'Chart',
  tabel: 'Table',
  langsPunten: 'Chart. The arrow keys walk along the numbers.',
  alles: 'all parts',
  nietVerdeeld: 'not split',
  heleTabel: 'Whole table',
  bijDezeCijfers: 'About these figures',
  kies: 'Choose what this figure shows',
  opnieuw: 'Start again',
  velden: {
    weergave: 'View',
    variant: 'Measure',
    gebied: 'Area',
    splitsing: 'Split by',
    deel: 'Show only',
    van: 'From',
    tot: 'To',
    periode: 'Period',
    maat: 'Expressed as',
    vergelijk: 'Compare with (at most four)',
  },
  melding: {
    bijgewerkt: (titel) => `Figure updated: ${titel}.`,
    onbekend: (delen) =>
      `This link names something that does not exist here (${delen}). The rest of the link is applied.`,
    gekopieerd: 'The link is on the clipboard.',
    nietGekopieerd: 'Copying failed. The link is in the address bar.',
    gevonden: (aantal) => `${aantal} found`,
    nietsGevonden: 'Nothing found. Try another word.',
    nietGelukt: 'The file cannot be made. Take the whole table.',
    geenCijfers: 'The figures cannot be fetched. Try again later.',
  },
  gebied: 'Area',
  periode: 'Period',
  reeksbreuk: 'break in series',
  noot: 'note',
  van: 'margin from',
  tot: 'margin to',
  per1000: 'per 1,000 residents aged 0 to 17',
  index: (jaar) => `index, ${jaar} = 100`,
  naDagen: (dagen) => `after ${dagen} days`,
  dagen: (dagen) => `${dagen} days`,
  begin: 'begin',
  onderdeel: 'Part',
  weergaven: {
    verloop: 'Course',
    opbouw: 'Parts of the difference',
    jaren: 'Over time',
    gebieden: 'Compare areas',
    kaart: 'Map of tiles',
    delen: 'Breakdown',
  },
  maten: { waarde: 'As measured', 'per-1000': 'Per 1,000 young people', index: 'Index: first year is 100' },
  kop: {
    met: (naam, deel) => `${naam}: ${deel}`,
    perGebied: (naam, periode) => `${naam} by area, ${periode}`,
    verdeling: (naam, dimensie, periode) => `${naam} by ${dimensie}, ${periode}`,
    naar: (naam, dimensie) => `${naam} by ${dimensie}`,
    opbouw: (naam, periode) => `${naam}: what made the difference in ${periode}?`,
    overgangen: (naam, periode) => `${naam} between types of care, ${periode}`,
    overgangenDoorDeJaren: (naam) => `${naam} between kinds of care`,
    verloop: (naam, periode) => `${naam}, begun in ${periode}`,
  },
  zin: {
    vanNaar: (gebied, toen, vroeger, nu, laatste, verschil) =>
      `${gebied} went from ${toen} in ${vroeger} to ${nu} in ${laatste}${verschil === undefined ? '' : ` (${verschil})`}.`,
    gelijk: (gebied, nu, vroeger, laatste) =>
      `${gebied} stayed the same between ${vroeger} and ${laatste} (${nu}).`,
    verloop: (gebied, periode, moment, deel, laatste) =>
      `${gebied}: of what began in ${periode}, ${deel} still runs ${moment}${laatste === undefined ? '' : ` and ${laatste.tekst} ${laatste.moment}`}.`,
    opbouw: (gebied, periode, verschil) =>
      `In ${periode} the difference from a year before in ${gebied} was ${verschil}.`,
    grootsteDelen: (delen) => `What moved it most: ${delen}.`,
    een: (gebied, nu, laatste) => `${gebied}: ${nu} in ${laatste}.`,
    geen: 'There is no figure that can be shown.',
    uitersten: (hoogste, hoog, laagste, laag) =>
      `The highest is ${hoogste} (${hoog}), the lowest ${laagste} (${laag}).`,
    uiterstenGetoond: (hoogste, hoog, laagste, laag) =>
      `Of the figures shown, ${hoogste} is highest (${hoog}) and ${laagste} lowest (${laag}).`,
    gebroken: (gebieden) =>
      `The series of ${gebieden} has a break: the years before and after it cannot be compared.`,
    sindsBreuk: (jaar, verschillen) => `The difference from ${jaar}: ${verschillen}.`,
    toeval: (gebied) => `The difference in ${gebied} is so small that it can be chance.`,
    geenToeval: (gebied) => `The difference in ${gebied} is larger than chance would make likely.`,
    punten: (getal) => `${getal} percentage points`,
  },
  beschrijving: {
    opbouw: (titel) => `Bars to the left and to the right of zero: ${titel}.`,
    verloop: (titel) => `Lines of the part that is left after a number of days: ${titel}.`,
    jaren: (titel) => `Lines over the years: ${titel}.`,
    gebieden: (titel) => `A row per area: ${titel}.`,
    delen: (titel) => `Bars: ${titel}.`,
    kaart: (titel) => `A tile per gemeente: ${titel}.`,
    tabel: 'All numbers are in the table too.',
  },
  noten: {
    breuk: (gebieden, datum, oorzaak) => `Break in the series on ${datum} (${gebieden}): ${oorzaak}`,
    overbrugd: (oorzaak) => `Restated: ${oorzaak}`,
    voorlopig: '* Provisional figure: more data can still come in.',
    nader_voorlopig: '** Revised provisional figure: it can still change a little.',
    telling:
      'A young person who belongs to more than one group counts in each of them and once in the total. So the parts are together more than the total.',
    marge:
      'The margin says how far chance may have moved the percentage: with 95% certainty it lies in between.',
    margeVan: (gebied, jaar, van, tot) =>
      `In ${jaar} the percentage of ${gebied} lies between ${van} and ${tot} with 95% certainty.`,
    afronding: (veelvoud) => `Shown counts are rounded to multiples of ${veelvoud}.`,
    geteld: 'This is a complete count, not a sample. So there is no sampling margin.',
    per1000:
      'Own calculation: the count, divided by the residents aged 0 to 17 on 1 January (CBS), times 1,000. Clients aged 18 and older are in the count.',
    per1000Ontbreekt:
      'The number of residents of an area or year is not known; there is no figure per 1,000 there.',
    index: (jaar) => `Own calculation: the figure of ${jaar} is set to 100.`,
    indexOntbreekt: (jaar) => `Where the figure of ${jaar} is not shown, there is no index.`,
    respons: (percentage, periode) =>
      `In the survey of ${periode}, ${percentage} of the providers answered. Who waits at the others is missing.`,
    eersteDrie: 'The chart has room for three areas. The table has them all.',
    peiling: 'A survey is a picture of one day: how many young people were waiting then.',
    zonderGemeente:
      'Providers do not always know which gemeente a young person comes from. Who has no gemeente counts in the whole region only; for the other areas a part is missing.',
    anders: (gebied) =>
      `Mind: ${gebied} is counted differently. CBS also counts care that gemeenten buy themselves. Compare the development, not the level.`,
  },
  bestand: {
    gebiedNaam: 'gebied_naam',
    naam: (kolom) => `${kolom}_naam`,
    getoond: 'getoond',
    cijfers: 'Figures',
    over: 'About this file',
    noten: 'Notes',
    titel: 'Title',
    eenheid: 'Unit',
    bron: 'Source',
    stempel: 'Release',
    adres: 'Address',
  },
};
