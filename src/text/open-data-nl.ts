// SPDX-License-Identifier: EUPL-1.2

/** What catalogues, feeds and the description of the API say, in Dutch. */
export const openDataNl = {
  catalogus: {
    titel: (regio: string) => `Regiovisie Monitor Jeugdzorg ${regio}: open data`,
    uitleg: (regio: string) =>
      `Cijfers over jeugdhulp die de gemeenten in ${regio} samen inkopen: hoeveel jeugdigen, welke hulp, hoe lang en tegen welke kosten. Kleine aantallen zijn weggelaten, zodat niemand herkend kan worden.`,
    fictief: 'Let op: dit zijn verzonnen gegevens van een demonstratie.',
    adresOnbekend:
      'De uitgever heeft nog geen adres ingesteld: de adressen in deze catalogus leiden nergens heen.',
    themas: 'Thema’s van datasets in de Europese Unie',
    trefwoorden: ['jeugdhulp', 'jeugdzorg', 'gemeenten'],
    gezondheid: 'Gezondheid',
    samenleving: 'Bevolking en samenleving',
  },
  reeks: {
    titel: (indicator: string, regio: string) => `${indicator}, ${regio}`,
    uitleg: (betekenis: string) => `${betekenis} Elke uitgave van de monitor is een dataset in deze reeks.`,
    alles: 'Alle cijfers en definities',
    allesUitleg:
      'Alle cijfers van een uitgave in één bestand, met de definities, de begrippen en de wijzigingen.',
  },
  dataset: {
    titel: (indicator: string, regio: string, eerste: number, laatste: number, release: string) =>
      `${indicator}, ${regio}, ${eerste} tot en met ${laatste} (release ${release})`,
    herkomst: (datum: string) =>
      `Berekend uit het berichtenverkeer jeugdhulp (iJw) van de gemeenten en uit opgaven van aanbieders, met gegevens tot en met ${datum}. Kleine aantallen zijn geheim; hoe dat is gedaan en gecontroleerd staat in geheimhouding.json.`,
    gemaakt: (programma: string, release: string) =>
      `Regiovisie-monitor ${programma} maakte release ${release}.`,
    rechten: 'Vrij te gebruiken, ook zonder bronvermelding (CC0 1.0).',
    eersteVersie: 'Eerste uitgave.',
    gelijk: (vorige: string) => `Gelijk aan release ${vorige}.`,
    wijzigingen: (vorige: string, delen: readonly string[]) =>
      `Sinds release ${vorige}: ${delen.join('; ')}.`,
    wijziging: (aantal: number, klasse: string) => `${aantal} × ${klasse}`,
  },
  bestand: {
    csv: (naam: string) => `${naam}, als CSV voor programma’s`,
    ods: (naam: string) => `${naam}, als rekenblad met namen en toelichting`,
    json: (naam: string) => `${naam}, als JSON via de API`,
    alles: 'Alle cijfers als JSON',
    definities: 'Definities als JSON',
    begrippen: 'Begrippen als JSON',
    wijzigingen: 'Wijzigingen sinds de vorige uitgave als JSON',
    geheimhouding: 'Bewijs van de geheimhouding als JSON',
    per: (indicator: string, splitsing: readonly string[]) =>
      splitsing.length === 0 ? indicator : `${indicator} per ${splitsing.join(' en ').toLowerCase()}`,
  },
  api: {
    titel: (regio: string) => `API van de Regiovisie Monitor Jeugdzorg ${regio}`,
    uitleg:
      'De cijfers van de nieuwste uitgave als JSON, alleen om te lezen. De bestanden zijn vast: zij veranderen alleen met een nieuwe uitgave. Elk adres werkt ook met `.json` erachter, zodat de API van elke webserver kan komen. Eerdere uitgaven staan onder `releases/<id>/`.',
    openapi: 'De beschrijving van deze API (OpenAPI).',
    release: 'De uitgave: status, gegevens tot en met, samenstelling, reeksbreuken en geheimhouding.',
    releases: 'Alle uitgaven tot en met deze, de nieuwste eerst.',
    indicatoren: 'De indicatoren met cijfers in deze uitgave.',
    indicator: 'Eén indicator: definitie, uitsplitsingen met namen, reeksbreuken en de tabellen met cijfers.',
    tabellen: 'De tabellen met cijfers.',
    tabel: 'De cijfers van één tabel, een regel per cijfer.',
    gebieden: 'De gebieden: regio, groepen en gemeenten.',
    begrippen: 'De begrippenlijst.',
    wijzigingen: 'Wat er veranderde sinds de vorige uitgave.',
    goed: 'Gelukt.',
    ongeldig: 'Het adres heeft niet de juiste vorm.',
    onbekend: 'Dit bestaat niet in deze uitgave.',
    versie: 'Versie van de API.',
    idIndicator: 'Id van een indicator, zoals `clienten`. Alle ids staan in `/indicatoren`.',
    idTabel: 'Naam van een tabel, zoals `clienten-type`. Alle namen staan in `/tabellen`.',
    labels: { uitgave: 'Uitgave', cijfers: 'Cijfers', uitleg: 'Uitleg' },
  },
  probleem: {
    nietGevonden: 'Niet gevonden',
    nietGevondenUitleg: 'Dit adres bestaat niet in deze uitgave. Alle adressen staan in /v1/openapi.json.',
    ongeldig: 'Ongeldig adres',
    ongeldigUitleg: 'Een id bestaat uit kleine letters, cijfers en streepjes.',
    methode: 'Deze methode kan hier niet',
    methodeUitleg: 'De API is alleen om te lezen: gebruik GET of HEAD.',
  },
  feed: {
    titel: (regio: string) => `Uitgaven van de Regiovisie Monitor Jeugdzorg ${regio}`,
    uitgave: (release: string, status: string) => `Release ${release} (${status})`,
    gegevens: (datum: string) => `Gegevens tot en met ${datum}.`,
  },
  releases: {
    titel: (regio: string) => `Uitgaven van de monitor van ${regio}`,
    uitleg: 'Elke uitgave blijft bestaan op een vast adres.',
    nieuwste: 'nieuwste',
    ouder: (release: string) => `Dit is een eerdere uitgave: release ${release}.`,
    ingetrokken: (release: string) => `Release ${release} is ingetrokken: gebruik haar cijfers niet meer.`,
    naarNieuwste: (release: string) => `Naar de nieuwste, release ${release}`,
    alle: 'Alle uitgaven',
  },
};
