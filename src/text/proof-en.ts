// SPDX-License-Identifier: EUPL-1.2
import type { proofNl, Uitleg, UitlegSleutel } from './proof-nl.ts';

const uitleg: Record<UitlegSleutel, Uitleg> = {
  telOp: (som) => `The parts do not add up to the printed total: ${som}.`,
  samenHonderd: (som) => `Two parts that together are everything do not give a hundred per cent: ${som}.`,
  hoogstensSom: (som) => `A total of unique young people cannot exceed the sum of the parts: ${som}.`,
  minstensGrootste: (som) => `A total cannot be lower than its largest part: ${som}.`,
  groei: (som) => `The percentage does not follow from the counts: ${som} printed.`,
  aandeel: (som) => `The share does not follow from the counts: ${som} printed.`,
  andereNoemer: (noemer, gedrukt) =>
    `All these percentages do follow from ${noemer} instead of ${gedrukt}: evidently that count was used.`,
  zelfde: (som) => `The same quantity, area and year: ${som}.`,
  zelfdeBron: (som) => `Two tables from one source give this figure differently: ${som}.`,
  nietOpRegel: () => 'The copied value is not on the line of the text that it is said to come from.',
  groepSom: (som, plaats) => `The gemeenten do not add up to their group: ${som} at ${plaats}.`,
  eldersExact: (som, plaats) =>
    `In nearly all other tables these areas add up exactly, so every young person counts in one area. Not here: ${som} at ${plaats}.`,
  groepHoogstensSom: (som, plaats) =>
    `The number of unique young people of a group cannot exceed the sum of its gemeenten: ${som} at ${plaats}.`,
  groepMinstensGrootste: (som, plaats) =>
    `The number of a group cannot be lower than that of its largest gemeente: ${som} at ${plaats}.`,
  nietOntdubbeld: (verwacht) =>
    `The note says that the total is lower than the sum of the parts, but here it is exactly the sum in every year. At the rate of the other areas there would be about ${verwacht} double counts.`,
  altijdSom: (jaren) =>
    `The number of unique clients of the group is exactly the sum of its gemeenten in all ${jaren} years. Whoever moves would count in two gemeenten and once in the group: were they counted once?`,
  gewogen: (som) =>
    `The weighted average of the gemeenten does not give the printed average: ${som} printed.`,
  typeHoogstensAlle: (som) => `One type of care has more clients than all types together: ${som}.`,
  alleHoogstensTypen: (som) => `There are more unique clients than the types together: ${som}.`,
  momentHoogstensJaar: (som) =>
    `At one moment there cannot be more young people in care than in the whole year: ${som}.`,
  rijHoogstensTitel: (som) => `A row counts more than there are according to the title: ${som}.`,
  rijHoogstensTotaal: (som) => `A row is larger than the row that includes everything: ${som}.`,
  bovenAs: () => 'The value lies far above the last mark of the axis.',
  nietEenduidig: (aantal) =>
    `Another value here would mend this, but would make ${aantal} other ${aantal === '1' ? 'check' : 'checks'} fail: the mistake may be elsewhere.`,
  andereRichting: (woord, reeks, cijfers) =>
    `The text says “${woord}”, the figures go the other way${reeks === '' ? '' : ` (${reeks})`}: ${cijfers || reeks}.`,
  nietStabiel: (woord, reeks, cijfers) =>
    `The text says “${woord}”, but the figures change much (${reeks}): ${cijfers}.`,
  andereFactor: (woord, reeks, cijfers) => `The change is another than “${woord}” (${reeks}): ${cijfers}.`,
  nietIederJaar: (woord, reeks, cijfers) =>
    `Not every year goes that way (“${woord}”, ${reeks}): ${cijfers}.`,
  nietLicht: (woord, reeks, cijfers) => `The change (“${woord}”) is not slight (${reeks}): ${cijfers}.`,
  nietFors: (woord, reeks, cijfers) => `The change (“${woord}”) is not large (${reeks}): ${cijfers}.`,
  overigeNietStabiel: (tabel, cijfers) => `The other rows of ${tabel} are not stable: ${cijfers}.`,
  kloptWelVoor: (gebieden) => `The claim does hold for ${gebieden}; the text does not limit it to that.`,
  tegenstrijdig: (een, ander) =>
    `Two sentences about the same figures contradict each other: “${een}” and “${ander}”.`,
  andereVerandering: (woord, cijfers, werkelijk) =>
    `The stated change (“${woord}”) does not follow from the stated figures (${cijfers}): it is ${werkelijk}.`,
  andersGeteld: (woord, aantal, lijst) => `The text says “${woord}”, the list has ${aantal}: ${lijst}.`,
  nietInTabel: (getal, tabel, waarde) => `${getal} is not in ${tabel}; that has ${waarde}.`,
  andereJaar: (getal, tabel, jaren) => `${getal} is in ${tabel} under another period: ${jaren}.`,
  nietUitCijfers: (getal) => `${getal} is in no figure of this release and does not follow from them.`,
  anderOnderwerp: (onderwerp) =>
    `The sentence before draws a conclusion about something else than the numbers here count (${onderwerp}).`,
  andereEenheid: (woord, tabel, eenheid) => `The text speaks of “${woord}”, but ${tabel} counts ${eenheid}.`,
  wachttijdUitAantal: (woord, tabel, eenheid) =>
    `The text reads “${woord}” from ${tabel}, but that counts ${eenheid} and does not say how long they wait.`,
  percentageVanAantal: (woord, tabel, eenheid) =>
    `The text speaks of “${woord}” of ${tabel}, but that gives ${eenheid}.`,
  titelEenheid: () =>
    'The title names another thing than the unit counts: one young person can have more than one.',
  asJaren: () => 'A year is on the axis twice, or is missing.',
  voettekst: () => 'The running title names another year than the edition.',
  titelPeriode: () => 'The title names another period than the figures have.',
  titelNoemtEen: () => 'The title names one of the rows; the table has more.',
  totaalNaam: (titel) => `The total row is called after another thing than the table counts (“${titel}”).`,
  naamVerschilt: () => 'The same row has another name in another table.',
  tweeNamen: () => 'The same thing also has another name in this text.',
  tweeBetekenissen: () => 'The same abbreviation is written out in two ways.',
  schrijffout: () => 'Elsewhere in the text this word has a letter more or less.',
  decimalePunt: () => 'A decimal point among decimal commas: in Dutch a point separates thousands.',
  zonderProcent: () => 'A percentage without its sign among percentages with it.',
  andereDecimalen: () => 'Another number of decimals than the rest of the table.',
  klassenOverlap: () => 'Two classes overlap: a value can fall in both.',
  klassenGat: () => 'Values are missing between two classes: they can have been counted nowhere.',
  ongelijkeAsLabels: () => 'The periods that are compared are not on the axis equally often.',
  nummerDubbel: () => 'This number was given before in the same part.',
  bronZonderJaar: (figuur, jaar) =>
    `According to ${figuur} this source has not published ${jaar} yet, and that year is shown here.`,
  nootZonderTeken: () => 'No mark refers to this note.',
  tekenZonderNoot: () => 'There is no note for this mark.',
  verkeerdeNoot: () => 'The note of this mark is about something else; another note is about it.',
  andereDatum: (noot) => `Note ${noot} gives another date.`,
  bestaatNiet: () => 'There is no such table or figure.',
  nergensGenoemd: () => 'No sentence refers to this table or figure.',
  hoofdstukBestaatNiet: () => 'There is no such chapter.',
  begrippenlijst: (aanwezig, hoofdstukken, zonder) =>
    `A glossary was promised after every chapter; there are ${aanwezig} for ${hoofdstukken} chapters. Without: ${zonder}.`,
  nietInBijlage: (wat) => `The text says that the appendices have this, but ${wat} does not occur in them.`,
  nummerOvergeslagen: () => 'Tables or figures are missing in the numbering of this part.',
  gemeenteInGeenGroep: () =>
    'Together these groups are the region but for one gemeente, and no sentence says why.',
  groepenTellenNietOp: (som, regio) =>
    `The numbers in the names of these groups give ${som}; the region has ${regio} gemeenten.`,
  maatregelBuitenKader: (aantal, alle) =>
    `Young people with an order get help in the compulsory framework, but in ${aantal} of ${alle} areas and years more of them have an order than there are clients with that type of help.`,
  decimalenNaastElkaar: () =>
    'Two tables that stand side by side to be compared have different numbers of decimals.',
  groepOnverklaard: () => 'No sentence says which gemeenten this group has.',
  indicatorOntbreekt: (wat) => `No table or figure gives ${wat}.`,
};

/** What `proof` says, in English. */
export const proofEn: typeof proofNl = {
  titel: (naam: string) => `Proof of the figures of ${naam}`,
  lead: (aantal: number, ernstig: number) =>
    aantal === 0
      ? 'Printed figures, words and references contradict each other nowhere, as far as this check can see.'
      : `${aantal} ${aantal === 1 ? 'place' : 'places'} where printed figures, words or references cannot all be true; ${ernstig} of them ${ernstig === 1 ? 'is' : 'are'} serious.`,
  gecontroleerd: (tabellen: number, cellen: number, zinnen: number) =>
    `Checked: ${tabellen} tables and figures with ${cellen} numbers, and ${zinnen} sentences of running text.`,
  leeswijzer:
    'Every finding gives the place, what is printed, what would be expected, and the calculation. Where more than one place can hold the mistake, the one whose change mends most comes first; the others are listed with it.',
  geen: 'No findings.',
  perKlasse: 'Findings by kind',
  bevindingen: 'Findings',
  over: 'About this proof',
  bron: 'Source',
  siteNaam: 'Regiovisie-monitor, proof of figures',
  nagelopen: 'Checked',
  plaats: 'Place',
  gedrukt: 'Printed',
  verwacht: 'Expected',
  berekening: 'Why',
  ook: 'See also',
  zekerheidKop: 'Certainty',
  ernstKop: 'Severity',
  kenmerk: 'Id',
  aantal: 'Number',
  soort: 'Kind',
  aantalEenheid: 'findings',
  ernst: { ernstig: 'Serious', matig: 'Moderate', licht: 'Minor' },
  zekerheid: {
    zeker: 'certain: both cannot be true',
    waarschijnlijk: 'likely: the rest of the document contradicts it',
    mogelijk: 'possible: there may be an explanation that is not printed',
  },
  regels: {
    som: 'Parts that do not give their total',
    percentage: 'Percentages that do not follow from their counts',
    dubbel: 'The same figure printed differently in two places',
    samenvoeging: 'Groups that do not fit their gemeenten',
    grens: 'Figures outside their logical bounds',
    gemiddelde: 'Averages that no members can give',
    woord: 'Words that contradict the figures',
    tekstgetal: 'Numbers in the text that are not in the figures',
    eenheid: 'Another unit than was counted',
    label: 'Wrong labels',
    verwijzing: 'References that do not hold',
    ontbreekt: 'Promised and not printed',
  },
  uitleg,
};
