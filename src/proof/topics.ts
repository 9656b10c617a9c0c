// SPDX-License-Identifier: EUPL-1.2

/** Subjects that decide whether two counts can be of the same thing. The words are those of youth care, not of one document. */
const TOPICS: readonly (readonly [topic: string, pattern: RegExp])[] = [
  ['reclassering', /reclassering/i],
  ['jeugdbescherming', /jeugdbescherming(?!stafel)(?!s?tafel)|jeugdbescher-?mingsmaatregel/i],
  ['voogdij', /voogdij/i],
  ['ots', /ondertoezichtstelling|\bots\b/i],
  ['uithuisplaatsing', /uithuis-?plaatsing|\bmuhp\b/i],
  ['jeugdzorgplus', /jeugd(?:zorg|hulp)\s?plus|gesloten/i],
  ['pleegzorg', /pleegzorg|pleeggezin/i],
  ['wachten', /wacht/i],
  ['kdc', /\bKDC|kinderdagcentr/i],
  ['crisis', /crisis|huisverbod|\bCIT\b/i],
  ['aanmelding', /aanmelding/i],
  ['besluit', /besluit/i],
  ['proeftuin', /proeftuin/i],
  ['grens', /(?:boven|onder|meer dan|minder dan)[^.]{0,30}€\s?\d/i],
];

/** What a title or sentence is about, in the order of the list. */
export function topicsOf(text: string): string[] {
  return TOPICS.filter(([, pattern]) => pattern.test(text)).map(([topic]) => topic);
}

/** Whether two texts are about exactly the same subjects. */
export function sameTopics(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((topic, index) => topic === b[index]);
}

/** Nouns for what is counted. Two nouns of different classes never name the same count. */
const COUNTED: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['personen', /\b(?:jeugdigen|cliënten|client(?:en)?|kinderen|jongeren|wachtenden)\b/i],
  ['plaatsingen', /\bplaatsingen\b/i],
  ['maatregelen', /maatregelen\b|\bmachtigingen\b|toezichtstellingen\b/i],
  ['gezinnen', /\bgezinnen\b/i],
  ['aanbieders', /aanbieders\b/i],
  ['aanmeldingen', /\baanmeldingen\b/i],
  ['besluiten', /\bbesluiten\b/i],
  ['zaken', /zaken\b|interventies\b/i],
];

/** The kinds of things a text counts. */
export function countedIn(text: string): string[] {
  return COUNTED.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind);
}
