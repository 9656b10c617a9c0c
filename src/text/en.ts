// SPDX-License-Identifier: EUPL-1.2

import { codesEn } from './codes-en.ts';
import { indicatorNamenEn } from './indicator-namen.ts';
import type { Texts } from './nl.ts';
import { openDataEn } from './open-data-en.ts';
import { proofEn } from './proof-en.ts';

export const en: Texts = {
  typen: {
    cit: 'Crisis Intervention Team (CIT)',
    dyslexie: 'Dyslexia',
    'basis-ggz': 'Primary mental health care',
    gezinshuizen: 'Family homes',
    lvb: 'Youth with a (mild) intellectual disability',
    'jeugd-en-opvoedhulp': 'Youth and parenting support (without family homes and foster care)',
    'gedwongen-kader': 'Compulsory care',
    'jeugd-ggz': 'Youth mental health care (without dyslexia)',
    'landelijk-ingekocht': 'Nationally purchased care',
    pleegzorg: 'Foster care',
    'specialistische-ggz': 'Specialist mental health care (without dyslexia)',
    onbekend: 'Type unknown',
  },
  codes: codesEn,
  status: {
    voorlopig: { naam: 'provisional', uitleg: 'Claims are still coming in. The figures may change.' },
    nader_voorlopig: {
      naam: 'revised provisional',
      uitleg: 'Almost all claims are in. The figures may still change a little.',
    },
    definitief: { naam: 'final', uitleg: 'The figures change only if they contain an error.' },
  },
  figuurStatus: {
    normaal: { teken: '', uitleg: 'The figure is complete.' },
    geheim: {
      teken: 'secret',
      uitleg:
        'The figure is about so few young people that someone could be recognised, or it would give away such a figure. Secret does not mean zero.',
    },
    onbekend: { teken: 'unknown', uitleg: 'There is no figure: the data are missing or cannot be used.' },
    niet_van_toepassing: {
      teken: 'n/a',
      uitleg:
        'This figure cannot exist, or says nothing: the number that it is a percentage of is too small for it, or the base year is compared with itself.',
    },
    onvolledig: {
      teken: 'incomplete',
      uitleg: 'The data do not reach back far enough for a complete figure.',
    },
    nog_niet_bekend: {
      teken: 'not yet known',
      uitleg: 'The figure can only be determined when more time has passed.',
    },
  },
  eenheden: {
    'unieke cliënten': 'unique clients',
    aandeel: 'share (0 to 1)',
    eurocent: 'eurocent',
    aanbieders: 'providers',
    trajecten: 'trajecten',
    dagen: 'days',
    overgangen: 'transitions',
    toewijzingen: 'toewijzingen',
    inwoners: 'residents',
    jeugdigen: 'young people',
    gezinnen: 'families',
    zaken: 'cases',
    plaatsingen: 'placements',
    maatregelen: 'measures',
    antwoorden: 'answers',
  },
  dimensies: {
    type: {
      naam: 'Type of youth care',
      uitleg: 'One of the region’s eleven types of youth care, or unknown.',
    },
    gemeente: {
      naam: 'Gemeente',
      uitleg: 'CBS code of the gemeente (municipality) that received or sent the message.',
    },
    aanbieder: { naam: 'Provider', uitleg: 'AGB code of the provider.' },
    verwijzer: { naam: 'Referrer', uitleg: 'Kind of referrer, code list of iJw.' },
    leeftijd: { naam: 'Age', uitleg: 'Age class on 1 January.' },
    geslacht: { naam: 'Sex', uitleg: 'Code for sex in the message traffic.' },
    categorie: { naam: 'Product category', uitleg: 'Product category of iJw.' },
    verblijfsvorm: {
      naam: 'Form of residence',
      uitleg: 'Form of residence in the product table of the region.',
    },
    van: { naam: 'Care that ended', uitleg: 'Type of youth care that ended.' },
    naar: { naam: 'Care that followed', uitleg: 'Type of youth care that followed.' },
    richting: {
      naam: 'Direction',
      uitleg: 'Heavier (opschaling), lighter (afschaling) or equal (zijwaarts).',
    },
    zorgvorm: { naam: 'Form of care', uitleg: 'Form of care in the survey of waiting times.' },
    verblijf: { naam: 'Ambulatory or residential', uitleg: 'Ambulatory care or care with residence.' },
    wachtklasse: { naam: 'Class of waiting time', uitleg: 'How many days were waited.' },
    gi: { naam: 'Certified institution', uitleg: 'Institution that carries out the measure.' },
    soort: { naam: 'Kind', uitleg: 'Kind of measure, case or application.' },
    besluit: { naam: 'Decision', uitleg: 'Decision of the youth protection table.' },
    voorziening: { naam: 'Facility', uitleg: 'Facility where the young person is placed.' },
    domein: { naam: 'Domain of life', uitleg: 'Domain of life about which there are concerns.' },
    informant: { naam: 'Informant', uitleg: 'Who answered the question.' },
    instrument: { naam: 'Instrument', uitleg: 'Questionnaire or instrument.' },
  },
  indicatoren: indicatorNamenEn,

  taalNaam: 'English',

  groep: {
    alle: (code) => `${code} (all gemeenten)`,
    zonder: (code, namen) => `${code} (the region without ${namen})`,
    met: (code, namen) => `${code} (${namen})`,
  },

  site: {
    naam: (regio) => `Regional Youth Care Monitor ${regio}`,
    naarInhoud: 'Skip to content',
    opDezePagina: 'On this page',
    paginas: 'Pages of this monitor',
    start: 'Home',
    hoofdstukken: 'Chapters',
    heleMonitor: 'The whole monitor on one page',
    verderLezen: 'Read on',
    vorige: 'Previous',
    volgende: 'Next',
    regio: (naam) => `${naam} region`,
  },

  fictief: {
    titel: 'Fictional data',
    uitleg:
      'This monitor is a demonstration. The young people, the providers and the messages are made up. Do not use these figures for policy.',
    kort: 'fictional data',
  },

  stempel: {
    titel: 'About this edition',
    release: 'Release',
    status: 'Status',
    dataTot: 'Data up to and including',
    samenstelling: 'Composition',
    definities: 'Definitions',
    definitieVersies: (aantal, oudste, jongste) =>
      oudste === jongste ? `${aantal}, version ${oudste}` : `${aantal}, versions ${oudste} to ${jongste}`,
    samenstellingVan: (aantal, jaar) => `${aantal} gemeenten, as of ${jaar}`,
    figuur: (release, statusNaam, datum) => `Release ${release}, ${statusNaam}, data up to ${datum}`,
  },

  index: {
    titel: (jaar) => `Youth care in figures, ${jaar}`,
    inleiding: (regio, jaar, eerste) =>
      `How many young people in ${regio} receive care that the gemeenten (municipalities) buy together, what care is it, and what does it cost? This monitor gives the figures of ${jaar}, and how they have developed since ${eerste}.`,
    gebieden: 'Region and gemeenten',
    brieven: 'Letters to the councils',
    gegevens: 'The data',
    gegevensUitleg:
      'All figures of this edition are also available as open data. CSV is for programs and has a description of its columns beside it; ODS is a spreadsheet with names and notes.',
    alles: 'All figures in one file',
    definities: 'Definitions of the indicators',
    api: 'API: description for programs (OpenAPI)',
    catalogus: 'Catalogue of the open data (DCAT-AP-NL)',
    manifest: 'Manifest: status, definitions and checksum of every file',
    wijzigingen: 'What changed since the previous edition',
    geheimhouding: 'Proof of the protection of small numbers',
    bestand: (indicator, splitsing) => `${indicator} by ${['area', ...splitsing].join(', ')} and year`,
  },

  monitor: {
    titel: (gebied, jaar) => `Youth care in ${gebied} in ${jaar}`,
    lead: (gebied, eerste, laatste) =>
      `How many young people in ${gebied} receive regionally purchased youth care, what care is it and what do the gemeenten (municipalities) spend on it? Figures for ${eerste} to ${laatste}.`,
    leadGemeente: (gemeente, groep, eerste, laatste) =>
      `The figures of ${gemeente} for ${eerste} to ${laatste}, beside those of ${groep}.`,
    zelfdeBreuken: (gemeente, groep) =>
      `${gemeente} is compared with ${groep}. The same breaks in the series hold for both.`,
    anderDanRegio: (gemeente, groep, oorzaak) =>
      `${gemeente} is compared with ${groep} and not with the region as a whole, because that has a break in its series that does not hold here. ${oorzaak}`,
    leeswijzer: 'How to read this',
    clienten: 'Clients and expenditure per client',
    typen: 'Types of youth care',
    grens: (grens) => `Above and below ${grens} per client`,
    begrippen: 'Terms',
    verantwoording: 'Method',
    gebruikteDefinities: 'Definitions used',
    geheimhouding: 'Protection of persons',
    tekens: 'Words in place of figures',
    bron: 'Source',
    eigenBerekening: 'own calculation',
    eenheid: 'Unit',
    noten: 'Notes',
    noot: 'note',
    definitie: (indicator) => `What counts as “${indicator}”?`,
    definitieVersie: (id, versie) => `Definition ${id}, valid from ${versie}.`,
    definitieOntbreekt: 'No explanation was supplied for this indicator.',
    cijfersBij: (nummer) => `Figures of ${nummer} to take away`,
  },

  definitieVan: {
    landelijk: 'national definition',
    regionaal: 'definition of the region',
    voorgesteld: 'proposed definition, to be decided by the region',
    'in-ontwikkeling': 'definition in development',
  },

  herkomst: {
    berichten: 'youth care message traffic (iJw) of the gemeenten',
    instellingen: 'reports of the certified institutions',
    jeugdbeschermingstafel: 'reports of the youth protection tables',
    crisisteam: 'report of the Crisis Intervention Team',
    plaatsingen: 'placement coordination JeugdzorgPlus',
    wachttijden: 'waiting-time survey of providers',
    proeftuin: 'report of the proeftuin',
    uitkomsten: 'questionnaires at the end of care',
    cbs: 'Statistics Netherlands (CBS)',
  },

  papier: {
    alsTekst: 'As text to edit (ODT)',
    alsPdf: 'This page as PDF',
    monitorAlsPdf: 'The whole monitor as PDF',
    inhoud: 'Contents',
    pagina: 'page',
    definities: 'What is counted?',
  },

  verschil: {
    gelijk: 'stayed the same',
    nagenoegGelijk: 'stayed almost the same',
    procent: (omhoog: boolean, procent: string) => `${omhoog ? 'rose' : 'fell'} by ${procent}`,
    punten: (omhoog: boolean, punten: string) => `${omhoog ? 'rose' : 'fell'} by ${punten} percentage points`,
    vanNaar: (omhoog: boolean, van: string, naar: string) =>
      `${omhoog ? 'rose' : 'fell'} from ${van} to ${naar}`,
    punt: (punten: string) => `${punten} percentage points`,
    breuk: 'across a break in the series, so not simply comparable',
    citaat: (getal: string, bron: string) => `${getal} (source: ${bron})`,
    interval: (van: string, tot: string) => `between ${van} and ${tot}`,
  },

  brief: {
    lead: (gemeente: string, jaar: number) =>
      `Letter to the council of ${gemeente} with the Regiovisie Monitor of ${jaar}.`,
  },

  leeswijzer: {
    telling:
      'A young person counts once per year in an area, however much care there was. A young person who received two types of care in a year counts under both types and once in the total. Numbers must therefore not be added up.',
    inkoop:
      'The figures are about care that the gemeenten buy together. Help from a local team, prevention and locally purchased care are not included.',
    vergelijken: (groepen) =>
      `Gemeenten are compared with a group: ${groepen}. The number of a group is counted on its own and is not a sum of gemeenten.`,
    breuk:
      'A dotted line in a figure or table is a break in the series: figures before and after it cannot be compared. The note says why.',
    afronding: (veelvoud) => `Numbers of clients are rounded to multiples of ${veelvoud}.`,
  },

  kern: {
    titel: (gebied, jaar) => `${gebied} in ${jaar} at a glance`,
    clienten: 'young people with regionally purchased care',
    uitgaven: 'expenditure on that care',
    perClient: 'expenditure per client, on average',
    aanbieders: 'providers that sent claims',
    vorig: (jaar, waarde) => `${jaar}: ${waarde}`,
    nietVergelijkbaar: 'break in series, not comparable',
  },

  zin: {
    clienten: (gebied, jaar, nu, vorig, toen) =>
      `In ${jaar}, ${nu} young people in ${gebied} received regionally purchased youth care. In ${vorig} there were ${toen}.`,
    perClient: (jaar, nu, vorig, toen) =>
      `In ${jaar}, expenditure was ${nu} per client on average, against ${toen} in ${vorig}.`,
    breuk: (oorzaak) => `Note: these years cannot simply be compared. ${oorzaak}`,
    grootsteType: (jaar, gebied, type, aantal) =>
      `The most frequent type in ${gebied} in ${jaar} was “${type}”: ${aantal} young people.`,
    grens: (jaar, gebied, grens, clienten, uitgaven) =>
      `In ${jaar}, ${clienten} of the clients in ${gebied} needed more than ${grens}. Together they accounted for ${uitgaven} of the expenditure.`,
  },

  tabel: {
    geheel: 'Total',
    onderdeel: 'Part',
    kwartaal: 'Quarter',
    kwartalen: ['First quarter', 'Second quarter', 'Third quarter', 'Fourth quarter'],
    kwartaalKort: (jaar, kwartaal) => `${jaar}-${kwartaal}`,
    miljoenEuro: 'million euros',
    perKwartaal: (eenheid) => `${eenheid}, by quarter`,
    peiling: (eenheid, kwartaal) => `${eenheid}, survey of the ${kwartaal.toLowerCase()}`,
    per: (indicator: string, dimensie: string) => `${indicator} by ${dimensie}`,
    perJaar: (eenheid: string) => `${eenheid}, by calendar year`,
    inJaar: (eenheid, jaar) => `${eenheid}, ${jaar}`,
    overzicht: 'Overview',
    gemeentenNaastElkaar: (jaar) => `The region and its gemeenten in ${jaar}`,
    uitgavenMiljoen: 'Expenditure (million €)',
    aandeelBoven: (grens) => `Clients above ${grens}`,
    eenheidOverzicht: 'calendar year; the head of the column names the unit',
    woord: 'Table',
    typenPerJaar: 'Number of unique clients by type of youth care',
    groei: (basisjaar) => `Change in the number of clients by type of youth care since ${basisjaar}`,
    groeiEenheid: (basisjaar) => `percentage change from ${basisjaar}`,
    grens: (grens, jaar) => `Clients and their expenditure above and below ${grens}, ${jaar}`,
    grensEenheid: 'percentage of all clients and of all expenditure',
    type: 'Type of youth care',
    gebied: 'Area',
    nederland: 'The Netherlands',
    uitgavenPerClient: 'Expenditure per client in the year',
    meerDan: (grens) => `More than ${grens}`,
    hoogstens: (grens) => `${grens} or less`,
    deelClienten: '% of clients',
    deelUitgaven: '% of expenditure',
    alleTypen: 'All types together (unique clients)',
    clienten: 'Unique clients',
    perClient: 'Expenditure per client (€)',
    eenheidFiguur3: 'unique clients per calendar year; euros per client per year',
    bij: (nummer) => `Figures of ${nummer} in a table`,
  },

  figuurVormen: {
    staven: (titel: string) => `Bars: ${titel}.`,
    lijnen: (titel: string) => `Lines over the years: ${titel}.`,
    delen: (titel: string) => `Bars, each divided into parts: ${titel}.`,
    stippen: (titel: string) => `A dot per row, with a line for its uncertainty: ${titel}.`,
    vakken: (titel) => `A panel with a line per area, all on one scale: ${titel}.`,
    kaart: (titel) => `Map with an equal tile per gemeente, darker for a higher number: ${titel}.`,
    warmte: (titel) => `Table with shaded cells, darker for a higher number: ${titel}.`,
    overleving: (titel) =>
      `Lines for the share that is left after a number of months, with a band for its uncertainty: ${titel}.`,
  },

  figuur: {
    uitersten: (kolom: string, hoogste: string, hoog: string, laagste: string, laag: string) =>
      `In ${kolom} ${hoogste} is highest (${hoog}) and ${laagste} lowest (${laag}).`,
    uiterstenGetoond: (kolom: string, hoogste: string, hoog: string, laagste: string, laag: string) =>
      `Of the figures on ${kolom} that are shown, ${hoogste} is highest (${hoog}) and ${laagste} lowest (${laag}).`,
    woord: 'Figure',
    begin: 'start',
    dagen: (dagen) => `${dagen} days`,
    clientenEnUitgaven: 'Clients with regionally purchased youth care and expenditure per client',
    clientenEnUitgavenGemeenten: 'Clients and expenditure per client, by gemeente',
    aantalClienten: 'Unique clients',
    reeksbreuk: 'break in series',
    eigenSchaal:
      'The columns have a scale of their own in each panel: compare them within a panel. The lines have the same scale in all panels.',
    beschrijvingGestapeld: (gebied, delen, eerste, laatste) =>
      `Columns with the number of unique clients in ${gebied} per year from ${eerste} to ${laatste}, divided into ${delen}. Below them a line per area with the average expenditure per client.`,
    beschrijvingKolommen: (gebied, eerste, laatste) =>
      `Columns with the number of unique clients in ${gebied} per year from ${eerste} to ${laatste}. Below them a line with the average expenditure per client.`,
    beschrijvingVakken: (aantal, eerste, laatste) =>
      `For each of the areas (${aantal}) a panel with columns for the number of unique clients per year from ${eerste} to ${laatste}, and below them a line with the average expenditure per client.`,
    vanTot: (naam, eerste, laatste, clienten, uitgaven) =>
      `${naam}: ${clienten[0]} clients in ${eerste} and ${clienten[1]} in ${laatste}, at an average of ${uitgaven[0]} and ${uitgaven[1]} euros per client.`,
    breukIn: (jaar, gebieden) => `Break in the series from ${jaar} for ${gebieden}.`,
    tabelHieronder: 'All numbers are in the table below.',
    en: 'and',
  },

  noot: {
    telling:
      'Numbers do not add up to a total: a young person can occur under more than one type and counts once in the total.',
    tellingDelen:
      'Numbers do not add up to the total: whoever is in more than one part counts once in the total.',
    komtNietVoor: 'A dash means that this combination does not occur.',
    responsIn: (jaar, aandeel) => `${aandeel} in ${jaar}`,
    respons: (delen) =>
      `Response: ${delen} of the providers that were asked. Those that did not answer are missing from the figures.`,
    voorlopig: (delen) => `Not final yet: ${delen}.`,
    voorlopigIn: (jaren, status) => `${jaren} (${status})`,
    tellingGebieden: 'Each area is counted on its own: a young person who moves counts once in the region.',
    stapel:
      'The column is built from the numbers of its parts; the number above it is the number of unique clients of the whole and can be slightly lower than the sum.',
    breuk: (oorzaak, datum) => `Break in the series on ${datum}. ${oorzaak}`,
    overbrugd: (oorzaak) => `Restated: ${oorzaak}`,
    grensBerekening: 'The line “or less” is one hundred per cent minus the rounded share above it.',
  },

  verantwoording: {
    tekst: (regio) =>
      `The figures are computed from the messages that gemeenten and providers in ${regio} exchange about the assignment, start, end and claiming of care. A claim line counts as long as it was not refused and not reversed. Figures from elsewhere, such as institutions or a survey of providers, name their source.`,
    geheimhouding: (tot) =>
      `Numbers from 1 up to and including ${tot} are secret. Other figures are secret too when such a small number could be worked out from them. The proof is in the file geheimhouding.json.`,
    dataTot: (datum, statusNaam, uitleg) =>
      `The data run up to ${datum}. The figures are ${statusNaam}. ${uitleg}`,
    definitie: (versie, wie) => `valid from ${versie}; ${wie}`,
    noemer: (minimum, bijdragers) =>
      `A share is shown only if its denominator is at least ${minimum}; an amount or average only if at least ${bijdragers} young people contribute to it and none of them dominates it.`,
    versie: (programma) => `Made with Regiovisie-monitor ${programma}.`,
    licentie: 'The figures are free to use (CC0 1.0).',
  },

  wijzigingen: {
    titel: (release) => `Changes in release ${release}`,
    eerste: 'This is the first release: there is no earlier one to compare with.',
    sinds: (vorige) => `Compared with release ${vorige}, figure by figure.`,
    geen: 'Not a single figure differs.',
    versie: (versie) => `Version of the figures: ${versie}.`,
    kop: {
      klasse: 'Class',
      soort: 'What',
      aantal: 'Number',
      reden: 'Reason',
      cijfer: 'Figure',
      oud: 'Old',
      nieuw: 'New',
    },
    klasse: {
      'nieuwe periode': 'new period',
      uitbreiding: 'extension',
      bijstelling: 'regular adjustment',
      revisie: 'revision',
      correctie: 'correction',
    },
    klasseUitleg: {
      'nieuwe periode': 'A year or quarter that was not published before.',
      uitbreiding: 'A table or split that was not published before.',
      bijstelling: 'New data: claims and messages that came in later.',
      revisie: 'Another method: the definition, the composition of an area or the protection changed.',
      correctie: 'An error was corrected, or a final figure changed after all.',
    },
    nietHerhaald: 'not repeated',
    soort: {
      nieuw: 'new figure',
      gewijzigd: 'other value',
      verborgen: 'now secret',
      getoond: 'no longer secret',
      vervallen: 'no longer in this release',
    },
    reden: {
      'nieuwe gegevens': 'new data',
      definitie: 'changed definition',
      samenstelling: 'changed composition',
      geheimhouding: 'protection',
      correctie: 'correction',
    },
    meer: (aantal) => `And ${aantal} more; all differences are in wijzigingen.json.`,
  },

  csvw: {
    titel: (indicator) => `${indicator}, youth care by area and period`,
    kolommen: {
      indicator: { naam: 'Indicator', uitleg: 'Code of the indicator.' },
      variant: { naam: 'Variant', uitleg: 'Variant of the indicator; empty when there is only one.' },
      periode: { naam: 'Period', uitleg: 'Calendar year, quarter (2024-Q2) or period (begin/end).' },
      gebied: { naam: 'Area', uitleg: 'CBS code of a gemeente, code of a group or of the youth region.' },
      waarde: {
        naam: 'Value',
        uitleg: 'The figure, with a decimal point. Empty when the status says why.',
      },
      eenheid: { naam: 'Unit', uitleg: 'Unit of the value.' },
      teller: { naam: 'Numerator', uitleg: 'Numerator of a share or average, as far as public.' },
      noemer: { naam: 'Denominator', uitleg: 'Denominator of a share or average, as far as public.' },
      status: { naam: 'Status', uitleg: 'Why the value is what it is; several reasons joined by +.' },
      periode_status: {
        naam: 'Status of the period',
        uitleg: 'How final the figure is: voorlopig, nader_voorlopig or definitief.',
      },
      ondergrens: { naam: 'Lower bound', uitleg: 'Lower bound of the 95 % interval of a share.' },
      bovengrens: { naam: 'Upper bound', uitleg: 'Upper bound of the 95 % interval of a share.' },
      breuken: {
        naam: 'Breaks in series',
        uitleg:
          'Ids of breaks between this figure and the earlier ones it is compared with; several ids joined by +.',
      },
    },
  },

  ods: {
    over: 'About this file',
    noten: 'Words and notes',
    cijfers: 'Figures',
    inhoud: 'Contents',
    blad: 'Sheet',
    bladOver: 'What this file is: meaning, edition, status, source, licence and contact.',
    bladInhoud: 'The sheets of this file.',
    bladNoten: 'What the words in brackets mean, and the notes on breaks in series.',
    bladCijfers: 'The figures: one table, one row per figure.',
    telt: 'What is counted',
    populatie: 'About whom',
    contact: 'Contact',
    noot: (nummer) => `[note ${nummer}]`,
    notenBij: 'Notes',
    geen: 'none',
    woord: 'Word or subject',
    betekenis: 'Meaning',
    telling: 'Numbers',
    naamGebied: 'Name of the area',
    naamVan: (kolom) => `${kolom} (name)`,
    eenheden: {
      'unieke cliënten': 'unique clients',
      aandeel: 'percentage',
      eurocent: 'euro',
      dagen: 'days',
      trajecten: 'trajecten',
      aanbieders: 'providers',
      overgangen: 'transitions',
      toewijzingen: 'toewijzingen',
      inwoners: 'residents',
      jeugdigen: 'young people',
      gezinnen: 'families',
      zaken: 'cases',
      plaatsingen: 'placements',
      maatregelen: 'measures',
      antwoorden: 'answers',
    },
  },

  bevindingen: {
    'store.bericht-gewijzigd': 'An answer came again with other contents; the first counts',
    'store.product-onbekend': 'A product without a type in producten.csv',
    'store.start-ontbreekt': 'A toewijzing without a start, after ninety days',
    'store.stop-ontbreekt': 'A toewijzing that ended without a stop, after ninety days',
    'store.start-laat': 'A start reported more than a week after the beginning',
    'store.stop-laat': 'A stop reported more than a week after the end',
    'store.antwoord-ontbreekt': 'A claim without an answer, after ninety days',
    'store.verwijzer-afgeleid': 'No referrer known: the gemeente counts as the referrer',
    'store.dubbel-wachtend': 'A child is on the waiting list of more than one provider',
    'store.bron-gelijktijdig': 'Two files about the same thing from the same day; one of them counts',
    'ijw.rij-onleesbaar': 'A row without readable identity, date or amount: not taken',
  },

  geenGrens: {
    'rijen-opzij': 'no bound: not all could be read',
    'geen-antwoord': 'no bound: not every provider answered',
    'te-veel': 'no bound: too much is touched',
    opdeling: 'no bound: one line can turn this part',
    onbekend: 'the figure itself is not known',
  },
  datakwaliteit: {
    titel: (regio) => `Data quality ${regio}`,
    inleiding:
      'What stands out in the messages delivered, what is missing, and how far that could move a figure.',
    intern: {
      titel: 'Internal',
      uitleg:
        'This page holds exact counts, small ones too. It is meant for those who work with the data, not for publication.',
    },
    stempel: { titel: 'About these data', dataTot: 'Data up to' },
    start: 'Data quality',
    kern: {
      titel: 'In short',
      fout: 'Errors',
      waarschuwing: 'Warnings',
      info: 'For information',
      opzij: 'Files set aside',
      berichten: 'Messages set aside',
      rijen: 'Rows that cannot be read',
      gaten: 'Gaps in claims',
    },
    gevonden: 'What was found',
    gevondenUitleg:
      'A finding changes no figure: whether a claim counts is decided by the messages themselves. An error breaks a rule of the message standard, a warning may distort a figure.',
    geen: 'Nothing was found.',
    ontbreekt: 'What is missing',
    ontbreektUitleg:
      'A gap is a run of at least three months in which children had care of a provider according to the start messages, while that provider claimed nothing, though otherwise it does. The latest months are left out, because claims may still be on their way.',
    geenGaten: 'No gaps were found.',
    grenzen: 'How far findings could move a figure',
    grenzenUitleg: [
      'The column ‘without’ is the figure without any data that an error or warning is about. The bounds say what the figure can be at least and at most, whatever is wrong with those data.',
      'For clients, expenditure and providers each touched line may count or not, and in any period; its amount stays as submitted. For trajecten a touched message can change everything known about that client; so the client may drop out, or count as often as there are starts. A row that could not be read is about one client; its amount follows from the total of the message, and without that there is no upper bound. A row of another source may be one more or less, one of a waiting list its largest number. Where providers did not answer, a waiting list has no upper bound.',
      'The bounds are wide. They are about what was found: data that were never delivered, and messages and files set aside as a whole, fall outside them.',
    ],
    tabel: {
      regel: 'Findings by rule',
      gemeente: 'Findings by gemeente',
      aanbieder: 'Findings by provider, most first',
      maand: 'Findings by month of date',
      gaten: 'Gaps in claims, most children first',
      dekking: 'Share of the children in care for whom a claim was made, by month',
      wachtlijst: 'Children on more than one waiting list',
      grenzen: (jaar) => `Bounds per indicator, ${jaar}`,
    },
    nummer: (nummer) => `Table ${nummer}`,
    eenheid: {
      bevindingen: 'number of findings',
      kinderen: 'children and months',
      aandeel: 'percentage',
      plaatsen: 'children',
      indicator: 'in the unit of the indicator',
    },
    bron: 'messages in the warehouse',
    stand: (datum) => `Data up to ${datum}`,
    kop: {
      regel: 'Rule',
      gemeente: 'Gemeente',
      aanbieder: 'Provider',
      maand: 'Month',
      ernst: 'Severity',
      aantal: 'Number',
      prestaties: 'Claim lines touched',
      bedrag: 'Amount (euro)',
      van: 'From',
      tot: 'Up to',
      maanden: 'Months',
      kinderen: 'Children',
      kwartaal: 'Quarter and form of care',
      teVeel: 'Counted too often',
      indicator: 'Indicator',
      waarde: 'Value',
      zonder: 'Without',
      ondergrens: 'At least',
      bovengrens: 'At most',
    },
    ernst: { fout: 'error', waarschuwing: 'warning', info: 'information' },
    loopt: 'until now',
    onbekend: 'not known',
    zonderBericht: 'without a readable message',
    meer: (aantal) => `And ${aantal} more; regiovisie check --json gives them all.`,
    standaard: 'Rule of the message standard',
    opbouw: 'Structure of the message',
  },

  proof: proofEn,

  openData: openDataEn,

  fout: {
    nietGevonden: 'This page does not exist',
    nietGevondenUitleg: 'Perhaps the address was copied wrongly, or the release is not on this computer.',
    naarStart: 'To the home page',
  },
};
