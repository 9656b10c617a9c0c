// SPDX-License-Identifier: EUPL-1.2

/** What a figure of the dashboard says, in Dutch. Apart from the other sentences, because these travel to the browser. */
export const figureNl = {
  en: 'en',
  grafiek: 'Grafiek',
  tabel: 'Tabel',
  langsPunten: 'Grafiek. Met de pijltjestoetsen loopt u langs de getallen.',
  alles: 'alle delen',
  nietVerdeeld: 'niet verdeeld',
  heleTabel: 'Hele tabel',
  bijDezeCijfers: 'Bij deze cijfers',
  kies: 'Kies wat deze figuur toont',
  opnieuw: 'Begin opnieuw',
  velden: {
    weergave: 'Weergave',
    variant: 'Manier van meten',
    gebied: 'Gebied',
    splitsing: 'Verdelen naar',
    deel: 'Toon alleen',
    van: 'Van',
    tot: 'Tot en met',
    periode: 'Periode',
    maat: 'Uitgedrukt als',
    vergelijk: 'Vergelijk met (hoogstens vier)',
  },
  melding: {
    bijgewerkt: (titel: string) => `Figuur bijgewerkt: ${titel}.`,
    onbekend: (delen: string) =>
      `Deze link noemt iets wat hier niet bestaat (${delen}). De rest van de link is toegepast.`,
    gekopieerd: 'De link staat op het klembord.',
    nietGekopieerd: 'Kopiëren lukt niet. De link staat in de adresbalk.',
    gevonden: (aantal: string) => `${aantal} gevonden`,
    nietsGevonden: 'Niets gevonden. Probeer een ander woord.',
    nietGelukt: 'Het bestand kan niet worden gemaakt. Neem de hele tabel.',
    geenCijfers: 'De cijfers kunnen niet worden opgehaald. Probeer het later nog eens.',
  },
  gebied: 'Gebied',
  periode: 'Periode',
  reeksbreuk: 'reeksbreuk',
  noot: 'noot',
  van: 'marge van',
  tot: 'marge tot',
  per1000: 'per 1.000 inwoners van 0 tot en met 17 jaar',
  index: (jaar: string) => `index, ${jaar} = 100`,
  naDagen: (dagen: number) => `na ${dagen} dagen`,
  dagen: (dagen: number) => `${dagen} dagen`,
  begin: 'begin',
  onderdeel: 'Onderdeel',
  weergaven: {
    verloop: 'Verloop',
    opbouw: 'Opbouw van het verschil',
    jaren: 'Ontwikkeling',
    gebieden: 'Gebieden vergelijken',
    kaart: 'Kaart met tegels',
    delen: 'Verdeling',
  },
  maten: { waarde: 'Zoals gemeten', 'per-1000': 'Per 1.000 jeugdigen', index: 'Index: eerste jaar is 100' },
  kop: {
    met: (naam: string, deel: string) => `${naam}: ${deel}`,
    perGebied: (naam: string, periode: string) => `${naam} per gebied, ${periode}`,
    verdeling: (naam: string, dimensie: string, periode: string) => `${naam} per ${dimensie}, ${periode}`,
    naar: (naam: string, dimensie: string) => `${naam} per ${dimensie}`,
    opbouw: (naam: string, periode: string) => `${naam}: wat maakte het verschil in ${periode}?`,
    overgangen: (naam: string, periode: string) => `${naam} tussen soorten hulp, ${periode}`,
    overgangenDoorDeJaren: (naam: string) => `${naam} tussen soorten hulp`,
    verloop: (naam: string, periode: string) => `${naam}, begonnen in ${periode}`,
  },
  zin: {
    vanNaar: (
      gebied: string,
      toen: string,
      vroeger: string,
      nu: string,
      laatste: string,
      verschil: string | undefined,
    ) =>
      `${gebied} ging van ${toen} in ${vroeger} naar ${nu} in ${laatste}${verschil === undefined ? '' : ` (${verschil})`}.`,
    gelijk: (gebied: string, nu: string, vroeger: string, laatste: string) =>
      `${gebied} bleef tussen ${vroeger} en ${laatste} gelijk (${nu}).`,
    verloop: (
      gebied: string,
      periode: string,
      moment: string,
      deel: string,
      laatste: { readonly moment: string; readonly tekst: string } | undefined,
    ) =>
      `${gebied}: van wat in ${periode} begon, loopt ${moment} nog ${deel}${laatste === undefined ? '' : ` en ${laatste.moment} nog ${laatste.tekst}`}.`,
    opbouw: (gebied: string, periode: string, verschil: string) =>
      `In ${periode} was het verschil met een jaar eerder in ${gebied} ${verschil}.`,
    grootsteDelen: (delen: string) => `Dat kwam het meest door: ${delen}.`,
    een: (gebied: string, nu: string, laatste: string) => `${gebied}: ${nu} in ${laatste}.`,
    geen: 'Er is geen cijfer dat getoond kan worden.',
    uitersten: (hoogste: string, hoog: string, laagste: string, laag: string) =>
      `Het hoogst is ${hoogste} (${hoog}), het laagst ${laagste} (${laag}).`,
    uiterstenGetoond: (hoogste: string, hoog: string, laagste: string, laag: string) =>
      `Van de getoonde cijfers is ${hoogste} het hoogst (${hoog}) en ${laagste} het laagst (${laag}).`,
    gebroken: (gebieden: string) =>
      `In de reeks van ${gebieden} zit een breuk: de jaren ervoor en erna zijn niet te vergelijken.`,
    sindsBreuk: (jaar: string, verschillen: string) => `Het verschil vanaf ${jaar}: ${verschillen}.`,
    toeval: (gebied: string) => `Het verschil in ${gebied} is zo klein dat het toeval kan zijn.`,
    geenToeval: (gebied: string) => `Het verschil in ${gebied} is groter dan door toeval te verwachten is.`,
    punten: (getal: string) => `${getal} procentpunt`,
  },
  beschrijving: {
    opbouw: (titel: string) => `Staven naar links en naar rechts van nul: ${titel}.`,
    verloop: (titel: string) => `Lijnen van het deel dat na een aantal dagen nog over is: ${titel}.`,
    jaren: (titel: string) => `Lijnen over de jaren: ${titel}.`,
    gebieden: (titel: string) => `Een rij per gebied: ${titel}.`,
    delen: (titel: string) => `Staven: ${titel}.`,
    kaart: (titel: string) => `Een tegel per gemeente: ${titel}.`,
    tabel: 'Alle getallen staan ook in de tabel.',
  },
  noten: {
    breuk: (gebieden: string, datum: string, oorzaak: string) =>
      `Reeksbreuk op ${datum} (${gebieden}): ${oorzaak}`,
    overbrugd: (oorzaak: string) => `Herrekend: ${oorzaak}`,
    voorlopig: '* Voorlopig cijfer: er kunnen nog gegevens bij komen.',
    nader_voorlopig: '** Nader voorlopig cijfer: het kan nog iets veranderen.',
    telling:
      'Een jeugdige die in meer dan één groep valt, telt in elke groep mee en in het totaal één keer. De delen zijn samen dus meer dan het totaal.',
    marge:
      'De marge geeft aan hoe ver toeval het percentage kan hebben verschoven: met 95% zekerheid ligt het ertussen.',
    margeVan: (gebied: string, jaar: string, van: string, tot: string) =>
      `In ${jaar} ligt het percentage van ${gebied} met 95% zekerheid tussen ${van} en ${tot}.`,
    afronding: (veelvoud: string) => `Getoonde aantallen zijn afgerond op veelvouden van ${veelvoud}.`,
    geteld: 'Dit is een volledige telling, geen steekproef. Er is dus geen steekproefmarge.',
    per1000:
      'Eigen berekening: het aantal, gedeeld door de inwoners van 0 tot en met 17 jaar op 1 januari (CBS), maal 1.000. Wie 18 jaar of ouder is, telt in het aantal mee.',
    per1000Ontbreekt: 'Van een gebied of jaar is geen aantal inwoners bekend; daar is geen cijfer per 1.000.',
    index: (jaar: string) => `Eigen berekening: het cijfer van ${jaar} is op 100 gezet.`,
    indexOntbreekt: (jaar: string) => `Waar het cijfer van ${jaar} niet getoond wordt, is er geen index.`,
    respons: (percentage: string, periode: string) =>
      `Bij de uitvraag van ${periode} antwoordde ${percentage} van de aanbieders. Wachtenden bij de andere aanbieders ontbreken.`,
    eersteDrie: 'De grafiek heeft plaats voor drie gebieden. De tabel heeft ze allemaal.',
    peiling: 'Een peiling is een foto op één dag: hoeveel jeugdigen er toen wachtten.',
    zonderGemeente:
      'Aanbieders weten niet altijd uit welke gemeente een jeugdige komt. Wie geen gemeente heeft, telt alleen in de hele regio; bij de andere gebieden ontbreekt een deel.',
    anders: (gebied: string) =>
      `Let op: ${gebied} is anders geteld. Het CBS telt ook hulp mee die gemeenten zelf inkopen. Vergelijk de ontwikkeling, niet de hoogte.`,
  },
  bestand: {
    gebiedNaam: 'gebied_naam',
    naam: (kolom: string) => `${kolom}_naam`,
    getoond: 'getoond',
    cijfers: 'Cijfers',
    over: 'Over dit bestand',
    noten: 'Noten',
    titel: 'Titel',
    eenheid: 'Eenheid',
    bron: 'Bron',
    stempel: 'Uitgave',
    adres: 'Adres',
  },
};

export type FigureTexts = typeof figureNl;
