// SPDX-License-Identifier: EUPL-1.2

/** A sentence about one failed check, from finished parts. */
export type Uitleg = (...delen: string[]) => string;

const uitleg = {
  telOp: (som) => `De delen tellen niet op tot het gedrukte totaal: ${som}.`,
  samenHonderd: (som) => `Twee delen die samen alles zijn, geven geen honderd procent: ${som}.`,
  hoogstensSom: (som) =>
    `Een totaal van unieke jeugdigen kan niet hoger zijn dan de som van de delen: ${som}.`,
  minstensGrootste: (som) => `Een totaal kan niet lager zijn dan het grootste deel: ${som}.`,
  groei: (som) => `Het percentage volgt niet uit de aantallen: ${som} gedrukt.`,
  aandeel: (som) => `Het aandeel volgt niet uit de aantallen: ${som} gedrukt.`,
  andereNoemer: (noemer, gedrukt) =>
    `Al deze percentages volgen wel uit ${noemer} in plaats van ${gedrukt}: kennelijk is met dat aantal gerekend.`,
  zelfde: (som) => `Dezelfde grootheid, hetzelfde gebied en hetzelfde jaar: ${som}.`,
  zelfdeBron: (som) => `Twee tabellen uit dezelfde bron geven dit cijfer verschillend: ${som}.`,
  nietOpRegel: () => 'De overgenomen waarde staat niet op de regel van de tekst waar zij vandaan zou komen.',
  groepSom: (som, plaats) => `De gemeenten tellen niet op tot hun groep: ${som} bij ${plaats}.`,
  eldersExact: (som, plaats) =>
    `In bijna alle andere tabellen tellen deze gebieden precies op, dus telt elke jeugdige in één gebied. Hier niet: ${som} bij ${plaats}.`,
  groepHoogstensSom: (som, plaats) =>
    `Het aantal unieke jeugdigen van een groep kan niet hoger zijn dan de som van de gemeenten: ${som} bij ${plaats}.`,
  groepMinstensGrootste: (som, plaats) =>
    `Het aantal van een groep kan niet lager zijn dan dat van de grootste gemeente: ${som} bij ${plaats}.`,
  nietOntdubbeld: (verwacht) =>
    `Volgens de noot ligt het totaal lager dan de som van de delen, maar hier is het in elk jaar precies de som. Naar de verhouding in de andere gebieden zouden hier ongeveer ${verwacht} dubbeltellingen zijn.`,
  altijdSom: (jaren) =>
    `Het aantal unieke cliënten van de groep is in alle ${jaren} jaren precies de som van de gemeenten. Wie verhuist, zou in twee gemeenten en één keer in de groep tellen: is wel ontdubbeld?`,
  gewogen: (som) =>
    `Het gewogen gemiddelde van de gemeenten geeft het gedrukte gemiddelde niet: ${som} gedrukt.`,
  typeHoogstensAlle: (som) => `Eén type jeugdhulp heeft meer cliënten dan alle typen samen: ${som}.`,
  alleHoogstensTypen: (som) => `Er zijn meer unieke cliënten dan de typen bij elkaar: ${som}.`,
  momentHoogstensJaar: (som) =>
    `Op één moment kunnen er niet meer jeugdigen in zorg zijn dan in het hele jaar: ${som}.`,
  rijHoogstensTitel: (som) => `Een rij telt er meer dan er volgens de titel zijn: ${som}.`,
  rijHoogstensTotaal: (som) => `Een rij is groter dan de rij die alles omvat: ${som}.`,
  bovenAs: () => 'De waarde ligt ver boven het laatste merkteken van de as.',
  nietEenduidig: (aantal) =>
    `Een andere waarde op deze plaats lost dit op, maar maakt ${aantal} andere ${aantal === '1' ? 'controle' : 'controles'} onwaar: de fout kan ook elders zitten.`,
  andereRichting: (woord, reeks, cijfers) =>
    `De tekst zegt “${woord}”, de cijfers gaan de andere kant op${reeks === '' ? '' : ` (${reeks})`}: ${cijfers || reeks}.`,
  nietStabiel: (woord, reeks, cijfers) =>
    `De tekst zegt “${woord}”, maar de cijfers veranderen sterk (${reeks}): ${cijfers}.`,
  andereFactor: (woord, reeks, cijfers) =>
    `De verandering is een andere dan “${woord}” (${reeks}): ${cijfers}.`,
  nietIederJaar: (woord, reeks, cijfers) => `Niet ieder jaar is er een ${woord} (${reeks}): ${cijfers}.`,
  nietLicht: (woord, reeks, cijfers) => `De verandering (“${woord}”) is niet licht (${reeks}): ${cijfers}.`,
  nietFors: (woord, reeks, cijfers) => `De verandering (“${woord}”) is niet groot (${reeks}): ${cijfers}.`,
  overigeNietStabiel: (tabel, cijfers) => `De overige rijen van ${tabel} zijn niet stabiel: ${cijfers}.`,
  kloptWelVoor: (gebieden) => `Voor ${gebieden} klopt de bewering wel; de tekst beperkt haar daar niet toe.`,
  tegenstrijdig: (een, ander) =>
    `Twee zinnen over dezelfde cijfers spreken elkaar tegen: “${een}” en “${ander}”.`,
  andereVerandering: (woord, cijfers, werkelijk) =>
    `De genoemde verandering (“${woord}”) volgt niet uit de genoemde cijfers (${cijfers}): het is ${werkelijk}.`,
  andersGeteld: (woord, aantal, lijst) =>
    `De tekst zegt “${woord}”, de opsomming heeft er ${aantal}: ${lijst}.`,
  nietInTabel: (getal, tabel, waarde) => `${getal} staat niet in ${tabel}; daar staat ${waarde}.`,
  andereJaar: (getal, tabel, jaren) => `${getal} staat in ${tabel} bij een andere periode: ${jaren}.`,
  nietUitCijfers: (getal) => `${getal} staat in geen enkel cijfer van deze release en volgt er niet uit.`,
  anderOnderwerp: (onderwerp) =>
    `De zin ervoor trekt een conclusie over iets anders dan de getallen hier tellen (${onderwerp}).`,
  andereEenheid: (woord, tabel, eenheid) => `De tekst spreekt van “${woord}”, maar ${tabel} telt ${eenheid}.`,
  wachttijdUitAantal: (woord, tabel, eenheid) =>
    `De tekst leest “${woord}” af uit ${tabel}, maar die telt ${eenheid} en zegt niet hoe lang zij wachten.`,
  percentageVanAantal: (woord, tabel, eenheid) =>
    `De tekst noemt “${woord}” van ${tabel}, maar die geeft ${eenheid}.`,
  titelEenheid: () =>
    'De titel noemt iets anders dan de eenheid telt: één jeugdige kan er meer dan één hebben.',
  asJaren: () => 'Een jaar staat dubbel op de as, of ontbreekt.',
  voettekst: () => 'De kop- of voetregel noemt een ander jaar dan de uitgave.',
  titelPeriode: () => 'De titel noemt een andere periode dan de cijfers hebben.',
  titelNoemtEen: () => 'De titel noemt één van de rijen; de tabel heeft er meer.',
  totaalNaam: (titel) => `De totaalrij heet naar iets anders dan de tabel telt (“${titel}”).`,
  naamVerschilt: () => 'Dezelfde rij heet in een andere tabel anders.',
  tweeNamen: () => 'Hetzelfde heeft in deze tekst ook een andere naam.',
  tweeBetekenissen: () => 'Dezelfde afkorting is op twee manieren voluit geschreven.',
  schrijffout: () => 'Elders in de tekst staat dit woord met een letter meer of minder.',
  decimalePunt: () =>
    'Een decimale punt tussen decimale komma’s: in het Nederlands scheidt een punt duizendtallen.',
  zonderProcent: () => 'Een percentage zonder procentteken tussen percentages met.',
  andereDecimalen: () => 'Een ander aantal decimalen dan de rest van de tabel.',
  klassenOverlap: () => 'Twee klassen overlappen: een waarde kan in beide vallen.',
  klassenGat: () => 'Tussen twee klassen ontbreken waarden: die kunnen nergens geteld zijn.',
  ongelijkeAsLabels: () => 'De perioden die met elkaar worden vergeleken, staan niet even vaak op de as.',
  nummerDubbel: () => 'Dit nummer is al vergeven in hetzelfde deel.',
  bronZonderJaar: (figuur, jaar) =>
    `Volgens ${figuur} heeft deze bron ${jaar} nog niet gepubliceerd, en dit jaar staat hier wel.`,
  nootZonderTeken: () => 'Naar deze noot verwijst geen enkel teken.',
  tekenZonderNoot: () => 'Bij dit nootteken is geen noot.',
  verkeerdeNoot: () => 'De noot bij dit teken gaat ergens anders over; een andere noot gaat er wel over.',
  andereDatum: (noot) => `Noot ${noot} geeft een andere datum.`,
  bestaatNiet: () => 'Deze tabel of figuur is er niet.',
  nergensGenoemd: () => 'Geen enkele zin verwijst naar deze tabel of figuur.',
  hoofdstukBestaatNiet: () => 'Dit hoofdstuk is er niet.',
  begrippenlijst: (aanwezig, hoofdstukken, zonder) =>
    `Na elk hoofdstuk zou een begrippenlijst komen; er zijn er ${aanwezig} bij ${hoofdstukken} hoofdstukken. Zonder: ${zonder}.`,
  nietInBijlage: (wat) => `Volgens de tekst staat dit in de bijlagen, maar daarin komt ${wat} niet voor.`,
  nummerOvergeslagen: () => 'In de nummering van dit deel ontbreken tabellen of figuren.',
  gemeenteInGeenGroep: () =>
    'Deze groepen vormen samen de regio op één gemeente na, en geen zin zegt waarom.',
  groepenTellenNietOp: (som, regio) =>
    `De getallen in de namen van deze groepen geven ${som}; de regio heeft ${regio} gemeenten.`,
  maatregelBuitenKader: (aantal, alle) =>
    `Jeugdigen met een maatregel krijgen hulp in het gedwongen kader, maar bij ${aantal} van de ${alle} gebieden en jaren zijn er meer met een maatregel dan cliënten met dat type hulp.`,
  decimalenNaastElkaar: () =>
    'Twee tabellen die naast elkaar staan om te vergelijken, hebben een verschillend aantal decimalen.',
  groepOnverklaard: () => 'Geen enkele zin zegt welke gemeenten deze groep heeft.',
  indicatorOntbreekt: (wat) => `Geen enkele tabel of figuur geeft ${wat}.`,
} satisfies Record<string, Uitleg>;

/** Names of the sentences that explain a failed check. */
export type UitlegSleutel = keyof typeof uitleg;

/** What `proof` says about contradictions in published figures. The quoted figures stay in the notation of the source. */
export const proofNl = {
  titel: (naam: string) => `Proef op de cijfers van ${naam}`,
  lead: (aantal: number, ernstig: number) =>
    aantal === 0
      ? 'De gedrukte cijfers, woorden en verwijzingen spreken elkaar nergens tegen, voor zover deze controle dat kan zien.'
      : `${aantal} ${aantal === 1 ? 'plaats' : 'plaatsen'} waar gedrukte cijfers, woorden of verwijzingen niet allemaal waar kunnen zijn; ${ernstig} daarvan ${ernstig === 1 ? 'is' : 'zijn'} ernstig.`,
  gecontroleerd: (tabellen: number, cellen: number, zinnen: number) =>
    `Nagelopen: ${tabellen} tabellen en figuren met ${cellen} getallen, en ${zinnen} zinnen lopende tekst.`,
  leeswijzer:
    'Elke bevinding noemt de plaats, wat er staat, wat er zou moeten staan en de berekening. Als meer plaatsen de fout kunnen bevatten, staat de plaats vooraan waarvan een andere waarde het meeste oplost; de andere staan erbij.',
  geen: 'Geen bevindingen.',
  perKlasse: 'Bevindingen per soort',
  bevindingen: 'Bevindingen',
  over: 'Over deze proef',
  bron: 'Bron',
  siteNaam: 'Regiovisie-monitor, proef op de cijfers',
  nagelopen: 'Nagelopen',
  plaats: 'Plaats',
  gedrukt: 'Er staat',
  verwacht: 'Verwacht',
  berekening: 'Waarom',
  ook: 'Zie ook',
  zekerheidKop: 'Zekerheid',
  ernstKop: 'Ernst',
  kenmerk: 'Kenmerk',
  aantal: 'Aantal',
  soort: 'Soort',
  aantalEenheid: 'bevindingen',
  ernst: { ernstig: 'Ernstig', matig: 'Matig', licht: 'Licht' },
  zekerheid: {
    zeker: 'zeker: het kan niet allebei waar zijn',
    waarschijnlijk: 'waarschijnlijk: de rest van het document spreekt het tegen',
    mogelijk: 'mogelijk: er kan een verklaring zijn die niet is gedrukt',
  },
  regels: {
    som: 'Delen die hun totaal niet geven',
    percentage: 'Percentages die niet uit hun aantallen volgen',
    dubbel: 'Hetzelfde cijfer op twee plaatsen verschillend',
    samenvoeging: 'Groepen die niet bij hun gemeenten passen',
    grens: 'Cijfers buiten hun logische grens',
    gemiddelde: 'Gemiddelden die geen enkel lid kan geven',
    woord: 'Woorden die de cijfers tegenspreken',
    tekstgetal: 'Getallen in de tekst die niet in de cijfers staan',
    eenheid: 'Een andere eenheid dan er is geteld',
    label: 'Verkeerde opschriften',
    verwijzing: 'Verwijzingen die niet kloppen',
    ontbreekt: 'Beloofd en niet gedrukt',
  },
  uitleg: uitleg as Record<UitlegSleutel, Uitleg>,
};
