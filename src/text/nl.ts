// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie, FigureStatus, ReleaseStatus, TypeJeugdhulp, Unit } from '../contract/index.ts';
import { codesNl } from './codes-nl.ts';
import { indicatorNamenNl } from './indicator-namen.ts';
import { openDataNl } from './open-data-nl.ts';
import { proofNl } from './proof-nl.ts';

const typen: Record<TypeJeugdhulp, string> = {
  cit: 'Crisis Interventie Team (CIT)',
  dyslexie: 'Dyslexie',
  'basis-ggz': 'Generalistische basis-ggz',
  gezinshuizen: 'Gezinshuizen',
  lvb: 'Jeugd (licht) verstandelijk beperkt',
  'jeugd-en-opvoedhulp': 'Jeugd- en opvoedhulp (zonder gezinshuizen en pleegzorg)',
  'gedwongen-kader': 'Jeugd gedwongen kader',
  'jeugd-ggz': 'Jeugd-ggz (zonder dyslexie)',
  'landelijk-ingekocht': 'Landelijk ingekochte zorg',
  pleegzorg: 'Pleegzorg',
  'specialistische-ggz': 'Specialistische ggz (zonder dyslexie)',
  onbekend: 'Type onbekend',
};

const status: Record<ReleaseStatus, { naam: string; uitleg: string }> = {
  voorlopig: { naam: 'voorlopig', uitleg: 'Er komen nog declaraties binnen. De cijfers kunnen veranderen.' },
  nader_voorlopig: {
    naam: 'nader voorlopig',
    uitleg: 'Bijna alle declaraties zijn binnen. De cijfers kunnen nog iets veranderen.',
  },
  definitief: { naam: 'definitief', uitleg: 'De cijfers veranderen alleen nog als er een fout in zit.' },
};

const figuurStatus: Record<FigureStatus, { teken: string; uitleg: string }> = {
  normaal: { teken: '', uitleg: 'Het cijfer is compleet.' },
  geheim: {
    teken: 'geheim',
    uitleg:
      'Het cijfer gaat over zo weinig jeugdigen of aanbieders dat iemand herkend kan worden, of het zou zo’n cijfer verraden. Geheim betekent niet nul.',
  },
  onbekend: {
    teken: 'onbekend',
    uitleg: 'Het cijfer is er niet: de gegevens ontbreken of zijn niet bruikbaar.',
  },
  niet_van_toepassing: {
    teken: 'n.v.t.',
    uitleg:
      'Dit cijfer kan niet bestaan, of zegt niets: het aantal waarvan het een percentage is, is daarvoor te klein, of het basisjaar wordt met zichzelf vergeleken.',
  },
  onvolledig: {
    teken: 'onvolledig',
    uitleg: 'De gegevens lopen niet ver genoeg terug voor een volledig cijfer.',
  },
  nog_niet_bekend: {
    teken: 'nog niet bekend',
    uitleg: 'Het cijfer kan pas worden bepaald als er meer tijd is verstreken.',
  },
};

const eenheden: Record<Unit, string> = {
  'unieke cliënten': 'unieke cliënten',
  aandeel: 'aandeel (0 tot 1)',
  eurocent: 'eurocent',
  aanbieders: 'aanbieders',
  trajecten: 'trajecten',
  dagen: 'dagen',
  overgangen: 'overgangen',
  toewijzingen: 'toewijzingen',
  inwoners: 'inwoners',
  jeugdigen: 'jeugdigen',
  gezinnen: 'gezinnen',
  zaken: 'zaken',
  plaatsingen: 'plaatsingen',
  maatregelen: 'maatregelen',
  antwoorden: 'antwoorden',
};

const dimensies: Record<Dimensie, { naam: string; uitleg: string }> = {
  type: { naam: 'Type jeugdhulp', uitleg: 'Een van de elf typen jeugdhulp van de regio, of onbekend.' },
  gemeente: { naam: 'Gemeente', uitleg: 'CBS-code van de gemeente die het bericht kreeg of stuurde.' },
  aanbieder: { naam: 'Aanbieder', uitleg: 'AGB-code van de jeugdhulpaanbieder.' },
  verwijzer: { naam: 'Verwijzer', uitleg: 'Type verwijzer volgens de codelijst van iJw.' },
  leeftijd: { naam: 'Leeftijd', uitleg: 'Leeftijdsklasse op 1 januari.' },
  geslacht: { naam: 'Geslacht', uitleg: 'Code voor het geslacht in het berichtenverkeer.' },
  categorie: { naam: 'Productcategorie', uitleg: 'Productcategorie van iJw.' },
  verblijfsvorm: { naam: 'Verblijfsvorm', uitleg: 'Vorm van verblijf volgens de producttabel van de regio.' },
  van: { naam: 'Hulp die eindigde', uitleg: 'Type jeugdhulp dat eindigde.' },
  naar: { naam: 'Hulp die volgde', uitleg: 'Type jeugdhulp dat daarop volgde.' },
  richting: {
    naam: 'Richting',
    uitleg: 'Zwaarder (opschaling), lichter (afschaling) of gelijk (zijwaarts).',
  },
  zorgvorm: { naam: 'Zorgvorm', uitleg: 'Zorgvorm volgens de uitvraag naar wachttijden.' },
  verblijf: { naam: 'Ambulant of verblijf', uitleg: 'Ambulante hulp of hulp met verblijf.' },
  wachtklasse: { naam: 'Wachtklasse', uitleg: 'Hoeveel dagen er is gewacht.' },
  gi: { naam: 'Gecertificeerde instelling', uitleg: 'Instelling die de maatregel uitvoert.' },
  soort: { naam: 'Soort', uitleg: 'Soort maatregel, zaak of aanmelding.' },
  besluit: { naam: 'Besluit', uitleg: 'Besluit van de jeugdbeschermingstafel.' },
  voorziening: { naam: 'Voorziening', uitleg: 'Voorziening waar de jeugdige is geplaatst.' },
  domein: { naam: 'Leefgebied', uitleg: 'Leefgebied waarover zorgen zijn.' },
  informant: { naam: 'Informant', uitleg: 'Wie de vraag beantwoordde.' },
  instrument: { naam: 'Instrument', uitleg: 'Vragenlijst of meetinstrument.' },
};

export const nl = {
  typen,
  codes: codesNl,
  status,
  figuurStatus,
  eenheden,
  dimensies,
  indicatoren: indicatorNamenNl,

  taalNaam: 'Nederlands',

  groep: {
    alle: (code: string) => `${code} (alle gemeenten)`,
    zonder: (code: string, namen: string) => `${code} (de regio zonder ${namen})`,
    met: (code: string, namen: string) => `${code} (${namen})`,
  },

  site: {
    naam: (regio: string) => `Regiovisie Monitor Jeugdzorg ${regio}`,
    naarInhoud: 'Naar de inhoud',
    opDezePagina: 'Op deze pagina',
    paginas: 'Pagina’s van deze monitor',
    start: 'Start',
    hoofdstukken: 'Hoofdstukken',
    heleMonitor: 'De hele monitor op één pagina',
    verderLezen: 'Verder lezen',
    vorige: 'Vorige',
    volgende: 'Volgende',
    regio: (naam: string) => `Regio ${naam}`,
  },

  fictief: {
    titel: 'Fictieve gegevens',
    uitleg:
      'Deze monitor is een demonstratie. De jeugdigen, de aanbieders en de berichten zijn verzonnen. Gebruik deze cijfers niet voor beleid.',
    kort: 'fictieve gegevens',
  },

  stempel: {
    titel: 'Over deze uitgave',
    release: 'Release',
    status: 'Status',
    dataTot: 'Gegevens tot en met',
    samenstelling: 'Samenstelling',
    definities: 'Definities',
    definitieVersies: (aantal: number, oudste: string, jongste: string) =>
      oudste === jongste
        ? `${aantal}, versie ${oudste}`
        : `${aantal}, versies ${oudste} tot en met ${jongste}`,
    samenstellingVan: (aantal: number, jaar: number) => `${aantal} gemeenten, indeling van ${jaar}`,
    figuur: (release: string, statusNaam: string, datum: string) =>
      `Release ${release}, ${statusNaam}, gegevens tot en met ${datum}`,
  },

  index: {
    titel: (jaar: number) => `Jeugdhulp in cijfers, ${jaar}`,
    inleiding: (regio: string, jaar: number, eerste: number) =>
      `Hoeveel jeugdigen in ${regio} krijgen hulp die de gemeenten samen inkopen, welke hulp is dat, en wat kost die? Deze monitor geeft de cijfers van ${jaar}, en laat zien hoe ze zich sinds ${eerste} ontwikkelden.`,
    gebieden: 'Regio en gemeenten',
    brieven: 'Raadsinformatiebrieven',
    gegevens: 'De gegevens',
    gegevensUitleg:
      'Alle cijfers van deze uitgave staan ook als open data klaar. CSV is voor programma’s en heeft een beschrijving van de kolommen naast zich; ODS is een rekenblad met namen en toelichting.',
    alles: 'Alle cijfers in één bestand',
    definities: 'Definities van de indicatoren',
    api: 'API: beschrijving voor programma’s (OpenAPI)',
    catalogus: 'Catalogus van de open data (DCAT-AP-NL)',
    manifest: 'Manifest: status, definities en controlegetal van elk bestand',
    wijzigingen: 'Wat er veranderde sinds de vorige uitgave',
    geheimhouding: 'Bewijs van de geheimhouding',
    bestand: (indicator: string, splitsing: readonly string[]) =>
      `${indicator} per ${['gebied', ...splitsing].join(', ')} en jaar`,
  },

  monitor: {
    titel: (gebied: string, jaar: number) => `Jeugdhulp in ${gebied} in ${jaar}`,
    lead: (gebied: string, eerste: number, laatste: number) =>
      `Hoeveel jeugdigen in ${gebied} krijgen regionaal ingekochte jeugdhulp, om welke hulp gaat het en wat geven de gemeenten eraan uit? Cijfers over ${eerste} tot en met ${laatste}.`,
    leadGemeente: (gemeente: string, groep: string, eerste: number, laatste: number) =>
      `De cijfers van ${gemeente} over ${eerste} tot en met ${laatste}, naast die van ${groep}.`,
    zelfdeBreuken: (gemeente: string, groep: string) =>
      `${gemeente} wordt vergeleken met ${groep}. Voor beide gelden dezelfde reeksbreuken.`,
    anderDanRegio: (gemeente: string, groep: string, oorzaak: string) =>
      `${gemeente} wordt vergeleken met ${groep} en niet met de regio als geheel, want daar zit een breuk in de reeks die hier niet geldt. ${oorzaak}`,
    leeswijzer: 'Leeswijzer',
    clienten: 'Cliënten en uitgaven per cliënt',
    typen: 'Typen jeugdhulp',
    grens: (grens: string) => `Boven en onder ${grens} per cliënt`,
    begrippen: 'Begrippen',
    verantwoording: 'Verantwoording',
    gebruikteDefinities: 'Gebruikte definities',
    geheimhouding: 'Geheimhouding',
    tekens: 'Woorden in plaats van cijfers',
    bron: 'Bron',
    eigenBerekening: 'eigen berekening',
    eenheid: 'Eenheid',
    noten: 'Noten',
    noot: 'noot',
    definitie: (indicator: string) => `Wat telt mee bij “${indicator}”?`,
    definitieVersie: (id: string, versie: string) => `Definitie ${id}, geldig vanaf ${versie}.`,
    definitieOntbreekt: 'Bij deze indicator is geen toelichting meegeleverd.',
    cijfersBij: (nummer: string) => `Cijfers bij ${nummer} om mee te nemen`,
  },

  definitieVan: {
    landelijk: 'landelijke definitie',
    regionaal: 'definitie van de regio',
    voorgesteld: 'voorgestelde definitie, door de regio nog vast te stellen',
    'in-ontwikkeling': 'definitie in ontwikkeling',
  },

  herkomst: {
    berichten: 'berichtenverkeer jeugdhulp (iJw) van de gemeenten',
    instellingen: 'opgaven van de gecertificeerde instellingen',
    jeugdbeschermingstafel: 'opgaven van de jeugdbeschermingstafels',
    crisisteam: 'opgave van het Crisis Interventie Team',
    plaatsingen: 'plaatsingscoördinatie JeugdzorgPlus',
    wachttijden: 'uitvraag naar wachttijden onder aanbieders',
    proeftuin: 'opgave van de proeftuin',
    uitkomsten: 'vragenlijsten bij het einde van de hulp',
    cbs: 'CBS',
  },

  papier: {
    alsTekst: 'Als tekst om te bewerken (ODT)',
    alsPdf: 'Deze pagina als PDF',
    monitorAlsPdf: 'De hele monitor als PDF',
    inhoud: 'Inhoud',
    pagina: 'pagina',
    definities: 'Wat telt mee?',
  },

  verschil: {
    gelijk: 'bleef gelijk',
    nagenoegGelijk: 'bleef nagenoeg gelijk',
    procent: (omhoog: boolean, procent: string) => `${omhoog ? 'steeg' : 'daalde'} met ${procent}`,
    punten: (omhoog: boolean, punten: string) => `${omhoog ? 'steeg' : 'daalde'} met ${punten} procentpunt`,
    vanNaar: (omhoog: boolean, van: string, naar: string) =>
      `${omhoog ? 'steeg' : 'daalde'} van ${van} naar ${naar}`,
    punt: (punten: string) => `${punten} procentpunt`,
    breuk: 'met een reeksbreuk ertussen, dus niet zonder meer te vergelijken',
    citaat: (getal: string, bron: string) => `${getal} (bron: ${bron})`,
    interval: (van: string, tot: string) => `tussen ${van} en ${tot}`,
  },

  brief: {
    lead: (gemeente: string, jaar: number) =>
      `Raadsinformatiebrief van ${gemeente} bij de Regiovisie Monitor over ${jaar}.`,
  },

  leeswijzer: {
    telling:
      'Een jeugdige telt per jaar één keer mee in een gebied, hoeveel hulp er ook was. Wie in een jaar twee typen hulp kreeg, telt bij beide typen mee en in het totaal één keer. Aantallen mogen daarom niet bij elkaar worden opgeteld.',
    inkoop:
      'De cijfers gaan alleen over hulp die de gemeenten samen inkopen. Hulp van een lokaal team, preventie en lokaal ingekochte hulp staan er niet in.',
    vergelijken: (groepen: string) =>
      `Gemeenten worden vergeleken met een groep: ${groepen}. Het aantal van een groep is apart geteld en is geen optelsom van gemeenten.`,
    breuk:
      'Een stippellijn in een figuur of tabel is een reeksbreuk: de cijfers ervoor en erna zijn niet met elkaar te vergelijken. De noot erbij zegt waarom.',
    afronding: (veelvoud: number) =>
      `Getoonde aantallen cliënten zijn afgerond op veelvouden van ${veelvoud}.`,
  },

  kern: {
    titel: (gebied: string, jaar: number) => `${gebied} in ${jaar} in het kort`,
    clienten: 'jeugdigen met regionaal ingekochte hulp',
    uitgaven: 'uitgaven aan die hulp',
    perClient: 'uitgaven per cliënt, gemiddeld',
    aanbieders: 'aanbieders die declareerden',
    vorig: (jaar: number, waarde: string) => `${jaar}: ${waarde}`,
    nietVergelijkbaar: 'reeksbreuk, niet te vergelijken',
  },

  zin: {
    clienten: (gebied: string, jaar: number, nu: string, vorig: number, toen: string) =>
      `In ${jaar} kregen in ${gebied} ${nu} jeugdigen regionaal ingekochte jeugdhulp. In ${vorig} waren dat er ${toen}.`,
    perClient: (jaar: number, nu: string, vorig: number, toen: string) =>
      `De uitgaven waren in ${jaar} gemiddeld ${nu} per cliënt, tegen ${toen} in ${vorig}.`,
    breuk: (oorzaak: string) => `Let op: deze jaren zijn niet zonder meer te vergelijken. ${oorzaak}`,
    grootsteType: (jaar: number, gebied: string, type: string, aantal: string) =>
      `Het type dat in ${jaar} in ${gebied} het vaakst voorkwam, was “${type}”: ${aantal} jeugdigen.`,
    grens: (jaar: number, gebied: string, grens: string, clienten: string, uitgaven: string) =>
      `In ${jaar} ging het in ${gebied} bij ${clienten} van de cliënten om meer dan ${grens}. Samen namen zij ${uitgaven} van de uitgaven voor hun rekening.`,
  },

  tabel: {
    geheel: 'Totaal',
    onderdeel: 'Onderdeel',
    kwartaal: 'Kwartaal',
    kwartalen: [
      'Eerste kwartaal',
      'Tweede kwartaal',
      'Derde kwartaal',
      'Vierde kwartaal',
    ] as readonly string[],
    kwartaalKort: (jaar: number, kwartaal: number) => `${jaar}-${kwartaal}`,
    miljoenEuro: 'miljoen euro',
    perKwartaal: (eenheid: string) => `${eenheid}, naar kwartaal`,
    peiling: (eenheid: string, kwartaal: string) => `${eenheid}, peiling ${kwartaal.toLowerCase()}`,
    per: (indicator: string, dimensie: string) => `${indicator} per ${dimensie}`,
    perJaar: (eenheid: string) => `${eenheid}, naar kalenderjaar`,
    inJaar: (eenheid: string, jaar: number) => `${eenheid}, ${jaar}`,
    overzicht: 'Overzicht',
    gemeentenNaastElkaar: (jaar: number) => `De regio en haar gemeenten in ${jaar}`,
    uitgavenMiljoen: 'Uitgaven (miljoen €)',
    aandeelBoven: (grens: string) => `Cliënten boven ${grens}`,
    eenheidOverzicht: 'kalenderjaar; de kolomkop noemt de eenheid',
    woord: 'Tabel',
    typenPerJaar: 'Aantal unieke cliënten per type jeugdhulp',
    groei: (basisjaar: number) =>
      `Ontwikkeling van het aantal cliënten per type jeugdhulp sinds ${basisjaar}`,
    groeiEenheid: (basisjaar: number) => `procentuele verandering ten opzichte van ${basisjaar}`,
    grens: (grens: string, jaar: number) => `Cliënten en hun uitgaven boven en onder ${grens}, ${jaar}`,
    grensEenheid: 'percentage van alle cliënten en van alle uitgaven',
    type: 'Type jeugdhulp',
    gebied: 'Gebied',
    nederland: 'Nederland',
    uitgavenPerClient: 'Uitgaven per cliënt in het jaar',
    meerDan: (grens: string) => `Meer dan ${grens}`,
    hoogstens: (grens: string) => `${grens} of minder`,
    deelClienten: '% cliënten',
    deelUitgaven: '% uitgaven',
    alleTypen: 'Alle typen samen (unieke cliënten)',
    clienten: 'Unieke cliënten',
    perClient: 'Uitgaven per cliënt (€)',
    eenheidFiguur3: 'unieke cliënten per kalenderjaar; euro per cliënt per jaar',
    bij: (nummer: string) => `Cijfers bij ${nummer} in een tabel`,
  },

  figuurVormen: {
    staven: (titel: string) => `Staven: ${titel}.`,
    lijnen: (titel: string) => `Lijnen over de jaren: ${titel}.`,
    delen: (titel: string) => `Balken, elk verdeeld in delen: ${titel}.`,
    stippen: (titel: string) => `Een stip per regel, met een streep voor de onzekerheid: ${titel}.`,
    vakken: (titel: string) => `Een vak met een lijn per gebied, alle op dezelfde schaal: ${titel}.`,
    kaart: (titel: string) =>
      `Kaart met een even grote tegel per gemeente, donkerder bij een hoger getal: ${titel}.`,
    warmte: (titel: string) => `Tabel met gekleurde vakken, donkerder bij een hoger getal: ${titel}.`,
    overleving: (titel: string) =>
      `Lijnen van het deel dat na een aantal maanden nog over is, met een band voor de onzekerheid: ${titel}.`,
  },

  figuur: {
    uitersten: (kolom: string, hoogste: string, hoog: string, laagste: string, laag: string) =>
      `In ${kolom} is ${hoogste} het hoogst (${hoog}) en ${laagste} het laagst (${laag}).`,
    uiterstenGetoond: (kolom: string, hoogste: string, hoog: string, laagste: string, laag: string) =>
      `Van de cijfers over ${kolom} die getoond worden, is ${hoogste} het hoogst (${hoog}) en ${laagste} het laagst (${laag}).`,
    woord: 'Figuur',
    begin: 'begin',
    dagen: (dagen: number) => `${dagen} dagen`,
    clientenEnUitgaven: 'Cliënten met regionaal ingekochte jeugdhulp en uitgaven per cliënt',
    clientenEnUitgavenGemeenten: 'Cliënten en uitgaven per cliënt, per gemeente',
    aantalClienten: 'Unieke cliënten',
    reeksbreuk: 'reeksbreuk',
    eigenSchaal:
      'De kolommen hebben in elk vak een eigen schaal: vergelijk ze binnen een vak. De lijnen hebben in alle vakken dezelfde schaal.',
    beschrijvingGestapeld: (gebied: string, delen: string, eerste: number, laatste: number) =>
      `Kolommen met het aantal unieke cliënten in ${gebied} per jaar van ${eerste} tot en met ${laatste}, verdeeld in ${delen}. Daaronder een lijn per gebied met de gemiddelde uitgaven per cliënt.`,
    beschrijvingKolommen: (gebied: string, eerste: number, laatste: number) =>
      `Kolommen met het aantal unieke cliënten in ${gebied} per jaar van ${eerste} tot en met ${laatste}. Daaronder een lijn met de gemiddelde uitgaven per cliënt.`,
    beschrijvingVakken: (aantal: string, eerste: number, laatste: number) =>
      `Voor elk van de gebieden (${aantal}) een vak met kolommen voor het aantal unieke cliënten per jaar van ${eerste} tot en met ${laatste}, en daaronder een lijn met de gemiddelde uitgaven per cliënt.`,
    vanTot: (
      naam: string,
      eerste: number,
      laatste: number,
      clienten: readonly [van: string, tot: string],
      uitgaven: readonly [van: string, tot: string],
    ) =>
      `${naam}: ${clienten[0]} cliënten in ${eerste} en ${clienten[1]} in ${laatste}, met gemiddeld ${uitgaven[0]} en ${uitgaven[1]} euro per cliënt.`,
    breukIn: (jaar: number, gebieden: string) => `Reeksbreuk vanaf ${jaar} voor ${gebieden}.`,
    tabelHieronder: 'Alle getallen staan in de tabel eronder.',
    en: 'en',
  },

  noot: {
    telling:
      'Aantallen tellen niet op tot een totaal: een jeugdige kan bij meer dan één type voorkomen en telt in het totaal één keer.',
    tellingDelen:
      'Aantallen tellen niet op tot het totaal: wie bij meer dan één onderdeel voorkomt, telt in het totaal één keer.',
    komtNietVoor: 'Een streepje betekent dat deze combinatie niet voorkomt.',
    responsIn: (jaar: number, aandeel: string) => `${aandeel} in ${jaar}`,
    respons: (delen: string) =>
      `Respons: ${delen} van de aanbieders die om een antwoord is gevraagd. Wie niet antwoordde, ontbreekt in de cijfers.`,
    voorlopig: (delen: string) => `Nog niet definitief: ${delen}.`,
    voorlopigIn: (jaren: string, status: string) => `${jaren} (${status})`,
    tellingGebieden: 'Een gebied is apart geteld: een jeugdige die verhuist, telt in de regio één keer.',
    stapel:
      'De kolom is opgebouwd uit de aantallen van de delen; het getal erboven is het aantal unieke cliënten van het geheel en kan iets lager zijn dan de som.',
    breuk: (oorzaak: string, datum: string) => `Reeksbreuk per ${datum}. ${oorzaak}`,
    overbrugd: (oorzaak: string) => `Herrekend: ${oorzaak}`,
    grensBerekening:
      'De regel “of minder” is het verschil met honderd procent van het afgeronde aandeel erboven.',
  },

  verantwoording: {
    tekst: (regio: string) =>
      `De cijfers zijn berekend uit de berichten die gemeenten en aanbieders in ${regio} met elkaar wisselen over toewijzing, start, einde en declaratie van hulp. Een declaratieregel telt mee zolang die niet is afgekeurd en niet is teruggedraaid. Cijfers die ergens anders vandaan komen, zoals van instellingen of uit een uitvraag onder aanbieders, noemen hun bron.`,
    geheimhouding: (tot: number) =>
      `Aantallen jeugdigen en aanbieders van 1 tot en met ${tot} zijn geheim. Daarnaast zijn andere cijfers geheim als iemand er zo’n klein aantal uit kan terugrekenen. Het bewijs daarvan staat in het bestand geheimhouding.json.`,
    dataTot: (datum: string, statusNaam: string, uitleg: string) =>
      `De gegevens lopen tot en met ${datum}. De cijfers zijn ${statusNaam}. ${uitleg}`,
    definitie: (versie: string, wie: string) => `geldig vanaf ${versie}; ${wie}`,
    noemer: (minimum: number, bijdragers: number) =>
      `Een aandeel wordt alleen getoond als het over minstens ${minimum} gaat, een bedrag of gemiddelde alleen als minstens ${bijdragers} jeugdigen eraan bijdragen en niet één van hen het bepaalt.`,
    versie: (programma: string) => `Gemaakt met Regiovisie-monitor ${programma}.`,
    licentie: 'De cijfers zijn vrij te gebruiken (CC0 1.0).',
  },

  wijzigingen: {
    titel: (release: string) => `Wijzigingen in release ${release}`,
    eerste: 'Dit is de eerste release: er is geen eerdere om mee te vergelijken.',
    sinds: (vorige: string) => `Vergeleken met release ${vorige}, cijfer voor cijfer.`,
    geen: 'Geen enkel cijfer verschilt.',
    versie: (versie: string) => `Versie van de cijfers: ${versie}.`,
    kop: {
      klasse: 'Klasse',
      soort: 'Wat',
      aantal: 'Aantal',
      reden: 'Reden',
      cijfer: 'Cijfer',
      oud: 'Oud',
      nieuw: 'Nieuw',
    },
    klasse: {
      'nieuwe periode': 'nieuwe periode',
      uitbreiding: 'uitbreiding',
      bijstelling: 'reguliere bijstelling',
      revisie: 'revisie',
      correctie: 'correctie',
    },
    klasseUitleg: {
      'nieuwe periode': 'Een jaar of kwartaal dat nog niet was gepubliceerd.',
      uitbreiding: 'Een tabel of uitsplitsing die nog niet was gepubliceerd.',
      bijstelling: 'Nieuwe gegevens: declaraties en berichten die later binnenkwamen.',
      revisie:
        'Een andere methode: de definitie, de samenstelling van een gebied of de geheimhouding veranderde.',
      correctie: 'Een fout is hersteld, of een definitief cijfer is toch veranderd.',
    },
    nietHerhaald: 'niet herhaald',
    soort: {
      nieuw: 'nieuw cijfer',
      gewijzigd: 'andere waarde',
      verborgen: 'nu geheim',
      getoond: 'niet langer geheim',
      vervallen: 'niet meer in deze release',
    },
    reden: {
      'nieuwe gegevens': 'nieuwe gegevens',
      definitie: 'gewijzigde definitie',
      samenstelling: 'gewijzigde samenstelling',
      geheimhouding: 'geheimhouding',
      correctie: 'herstel van een fout',
    },
    meer: (aantal: number) => `En nog ${aantal}; alle verschillen staan in wijzigingen.json.`,
  },

  csvw: {
    titel: (indicator: string) => `${indicator}, jeugdhulp per gebied en periode`,
    kolommen: {
      indicator: { naam: 'Indicator', uitleg: 'Code van de indicator.' },
      variant: { naam: 'Variant', uitleg: 'Variant van de indicator; leeg als er maar één is.' },
      periode: { naam: 'Periode', uitleg: 'Kalenderjaar, kwartaal (2024-Q2) of tijdvak (begin/eind).' },
      gebied: {
        naam: 'Gebied',
        uitleg: 'CBS-code van een gemeente, code van een groep of van de jeugdregio.',
      },
      waarde: { naam: 'Waarde', uitleg: 'Het cijfer, met een decimale punt. Leeg als status zegt waarom.' },
      eenheid: { naam: 'Eenheid', uitleg: 'Eenheid van de waarde.' },
      teller: { naam: 'Teller', uitleg: 'Teller van een aandeel of gemiddelde, voor zover openbaar.' },
      noemer: { naam: 'Noemer', uitleg: 'Noemer van een aandeel of gemiddelde, voor zover openbaar.' },
      status: { naam: 'Status', uitleg: 'Waarom de waarde is zoals zij is; meer redenen verbonden met +.' },
      periode_status: {
        naam: 'Status van de periode',
        uitleg: 'Hoe definitief het cijfer is: voorlopig, nader_voorlopig of definitief.',
      },
      ondergrens: { naam: 'Ondergrens', uitleg: 'Ondergrens van het 95%-interval van een aandeel.' },
      bovengrens: { naam: 'Bovengrens', uitleg: 'Bovengrens van het 95%-interval van een aandeel.' },
      breuken: {
        naam: 'Reeksbreuken',
        uitleg:
          'Ids van reeksbreuken tussen dit cijfer en de eerdere waar het naast staat; meer ids verbonden met +.',
      },
    },
  },

  ods: {
    over: 'Over dit bestand',
    noten: 'Woorden en noten',
    cijfers: 'Cijfers',
    inhoud: 'Inhoud',
    blad: 'Blad',
    bladOver: 'Wat dit bestand is: betekenis, uitgave, status, bron, licentie en contact.',
    bladInhoud: 'De bladen van dit bestand.',
    bladNoten: 'Wat de woorden tussen haken betekenen, en de noten bij reeksbreuken.',
    bladCijfers: 'De cijfers: één tabel, een regel per cijfer.',
    telt: 'Wat telt mee',
    populatie: 'Over wie',
    contact: 'Contact',
    noot: (nummer: number) => `[noot ${nummer}]`,
    notenBij: 'Noten',
    geen: 'geen',
    woord: 'Woord of onderwerp',
    betekenis: 'Betekenis',
    telling: 'Aantallen',
    naamGebied: 'Naam van het gebied',
    naamVan: (kolom: string) => `${kolom} (naam)`,
    eenheden: {
      'unieke cliënten': 'unieke cliënten',
      aandeel: 'percentage',
      eurocent: 'euro',
      dagen: 'dagen',
      trajecten: 'trajecten',
      aanbieders: 'aanbieders',
      overgangen: 'overgangen',
      toewijzingen: 'toewijzingen',
      inwoners: 'inwoners',
      jeugdigen: 'jeugdigen',
      gezinnen: 'gezinnen',
      zaken: 'zaken',
      plaatsingen: 'plaatsingen',
      maatregelen: 'maatregelen',
      antwoorden: 'antwoorden',
    } satisfies Record<Unit, string>,
  },

  bevindingen: {
    'store.bericht-gewijzigd': 'Een antwoord kwam nog eens met andere inhoud; het eerste telt',
    'store.product-onbekend': 'Een product zonder type in producten.csv',
    'store.start-ontbreekt': 'Een toewijzing zonder start, na negentig dagen',
    'store.stop-ontbreekt': 'Een afgelopen toewijzing zonder stop, na negentig dagen',
    'store.start-laat': 'Een start die meer dan een week na het begin is gemeld',
    'store.stop-laat': 'Een stop die meer dan een week na het einde is gemeld',
    'store.antwoord-ontbreekt': 'Een declaratie zonder antwoord, na negentig dagen',
    'store.verwijzer-afgeleid': 'Geen verwijzer bekend: de gemeente geldt als verwijzer',
    'store.dubbel-wachtend': 'Een kind staat bij meer dan één aanbieder op de wachtlijst',
    'store.bron-gelijktijdig': 'Twee bestanden over hetzelfde van dezelfde dag; één ervan telt',
    'ijw.rij-onleesbaar': 'Een rij zonder leesbare identiteit, datum of bedrag: niet overgenomen',
  } as Readonly<Record<string, string>>,

  /** Why a bound of `check` is absent. */
  geenGrens: {
    'rijen-opzij': 'geen grens: niet alles was te lezen',
    'geen-antwoord': 'geen grens: niet elke aanbieder antwoordde',
    'te-veel': 'geen grens: te veel is geraakt',
    opdeling: 'geen grens: één regel kan dit deel keren',
    onbekend: 'het cijfer zelf is niet bekend',
  },
  datakwaliteit: {
    titel: (regio: string) => `Datakwaliteit ${regio}`,
    inleiding:
      'Wat er aan de aangeleverde berichten opvalt, wat er ontbreekt, en hoe ver dat een cijfer zou kunnen verschuiven.',
    intern: {
      titel: 'Intern',
      uitleg:
        'Deze pagina bevat exacte, ook kleine aantallen. Zij is bedoeld voor wie met de gegevens werkt, niet om te publiceren.',
    },
    stempel: { titel: 'Over deze gegevens', dataTot: 'Gegevens tot en met' },
    start: 'Datakwaliteit',
    kern: {
      titel: 'In het kort',
      fout: 'Fouten',
      waarschuwing: 'Waarschuwingen',
      info: 'Ter informatie',
      opzij: 'Bestanden apart gezet',
      berichten: 'Berichten apart gezet',
      rijen: 'Rijen die niet te lezen zijn',
      gaten: 'Hiaten in declaraties',
    },
    gevonden: 'Wat is gevonden',
    gevondenUitleg:
      'Een bevinding verandert een cijfer niet: of een declaratie meetelt bepalen de berichten zelf. Een fout breekt een regel van de berichtenstandaard, een waarschuwing kan een cijfer vertekenen.',
    geen: 'Er is niets gevonden.',
    ontbreekt: 'Wat ontbreekt',
    ontbreektUitleg:
      'Een hiaat is een reeks van ten minste drie maanden waarin kinderen volgens de startberichten hulp van een aanbieder hadden, terwijl die aanbieder niets declareerde en dat anders wel doet. De laatste maanden tellen niet mee, omdat declaraties dan nog onderweg kunnen zijn.',
    geenGaten: 'Er zijn geen hiaten gevonden.',
    grenzen: 'Hoe ver kunnen bevindingen een cijfer verschuiven',
    grenzenUitleg: [
      'De kolom ‘zonder’ is het cijfer zonder alle gegevens waarop een fout of waarschuwing betrekking heeft. De grenzen zeggen wat het cijfer ten minste en ten hoogste kan zijn, wat er ook mis is met die gegevens.',
      'Voor cliënten, uitgaven en aanbieders kan elke geraakte declaratieregel wel of niet meetellen, en in elke periode; het bedrag blijft zoals het is ingediend. Voor trajecten kan een geraakt bericht alles veranderen wat van die cliënt bekend is; daarom kan de cliënt geheel wegvallen, of zo vaak meetellen als er starts zijn. Een rij die niet te lezen was gaat over één cliënt; haar bedrag volgt uit het totaal van het bericht, en is ook dat er niet, dan is er geen bovengrens. Een rij van een andere bron kan één meer of minder zijn, een rij van een wachtlijst haar grootste getal. Waar aanbieders niet antwoordden, heeft een wachtlijst geen bovengrens.',
      'De grenzen zijn ruim. Zij gaan over wat is gevonden: gegevens die nooit zijn aangeleverd, en berichten en bestanden die geheel apart zijn gezet, vallen erbuiten.',
    ],
    tabel: {
      regel: 'Bevindingen per regel',
      gemeente: 'Bevindingen per gemeente',
      aanbieder: 'Bevindingen per aanbieder, de meeste eerst',
      maand: 'Bevindingen per maand van dagtekening',
      gaten: 'Hiaten in declaraties, de meeste kinderen eerst',
      dekking: 'Van de kinderen met hulp het aandeel voor wie is gedeclareerd, per maand',
      wachtlijst: 'Kinderen die op meer dan één wachtlijst staan',
      grenzen: (jaar: string) => `Grenzen per indicator, ${jaar}`,
    },
    nummer: (nummer: number) => `Tabel ${nummer}`,
    eenheid: {
      bevindingen: 'aantal bevindingen',
      kinderen: 'kinderen en maanden',
      aandeel: 'percentage',
      plaatsen: 'kinderen',
      indicator: 'in de eenheid van de indicator',
    },
    bron: 'berichten in het magazijn',
    stand: (datum: string) => `Gegevens tot en met ${datum}`,
    kop: {
      regel: 'Regel',
      gemeente: 'Gemeente',
      aanbieder: 'Aanbieder',
      maand: 'Maand',
      ernst: 'Ernst',
      aantal: 'Aantal',
      prestaties: 'Geraakte declaratieregels',
      bedrag: 'Bedrag (euro)',
      van: 'Van',
      tot: 'Tot en met',
      maanden: 'Maanden',
      kinderen: 'Kinderen',
      kwartaal: 'Kwartaal en zorgvorm',
      teVeel: 'Te veel geteld',
      indicator: 'Indicator',
      waarde: 'Waarde',
      zonder: 'Zonder',
      ondergrens: 'Ten minste',
      bovengrens: 'Ten hoogste',
    },
    ernst: { fout: 'fout', waarschuwing: 'waarschuwing', info: 'informatie' },
    loopt: 'tot nu toe',
    onbekend: 'niet bekend',
    zonderBericht: 'zonder leesbaar bericht',
    meer: (aantal: number) => `En nog ${aantal}; regiovisie check --json geeft ze alle.`,
    standaard: 'Regel van de berichtenstandaard',
    opbouw: 'Opbouw van het bericht',
  },

  proof: proofNl,

  openData: openDataNl,

  fout: {
    nietGevonden: 'Deze pagina bestaat niet',
    nietGevondenUitleg:
      'Misschien is het adres verkeerd overgenomen, of is de release niet op deze computer aanwezig.',
    naarStart: 'Naar de startpagina',
  },
};

/** Every sentence a person can see, by the place where it stands. Dutch is the model: a translation that misses one does not compile. */
export type Texts = typeof nl;
