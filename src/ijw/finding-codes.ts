// SPDX-License-Identifier: EUPL-1.2

/** Findings of the reader that are no rule of the standard: what each one means. Rules of the standard keep their own codes (`RS035`, `TR358`). */
export const EIGEN_CODES: Readonly<Record<string, string>> = {
  'ijw.afgebroken': 'The document ends before its root element does.',
  'ijw.andere-standaard': 'A message of another standard than iJw (iWmo, iWlz).',
  'ijw.attribuut': 'An element has an attribute; messages have none.',
  'ijw.bericht-niet-in-release':
    'The release has no such message; it is read as that of the nearest release.',
  'ijw.bericht-onbekend': 'A message number that iJw does not have.',
  'ijw.client-te-groot': 'One client has more lines than can be held (100,000): the message is not read.',
  'ijw.codelijst': 'A code is not in the code list of its element in this release.',
  'ijw.dtd': 'The document has a DTD. It is refused: a DTD can pull in files and fill memory.',
  'ijw.element-dubbel': 'An element stands there more often than it may.',
  'ijw.element-onbekend':
    'An element that the message does not have at this place in this release. What is in it is skipped.',
  'ijw.element-ontbreekt': 'A mandatory element is missing.',
  'ijw.element-volgorde': 'An element comes later than its place.',
  'ijw.entiteit': 'A reference to an entity that XML itself does not define.',
  'ijw.envelop-leeg': 'An envelope without a message in it, such as a GGk error report (Fo01).',
  'ijw.envelop-onleesbaar': 'What an envelope holds is not base64.',
  'ijw.geen-bericht': 'Something else than an iJw message.',
  'ijw.geen-datum': 'Not a date, or a day that does not exist.',
  'ijw.geen-getal': 'Not a whole number.',
  'ijw.geen-tijd': 'Not a time of day.',
  'ijw.geen-utf8': 'Not UTF-8: another encoding, or damaged.',
  'ijw.gzip-fout': 'A gzip file is damaged or truncated.',
  'ijw.kop-onleesbaar':
    'Sender, receiver, identification or date of the message cannot be read: it gives no rows.',
  'ijw.lengte': 'Longer than its datatype allows, where no restriction of the standard has a number for it.',
  'ijw.meer-bevindingen': 'A rule was broken more than 10,000 times in one message: how often more.',
  'ijw.naamruimte': 'An element is in another namespace than its schema says. It is read all the same.',
  'ijw.patroon':
    'Not the form that its datatype asks for, where no restriction of the standard has a number for it.',
  'ijw.release-onbekend': 'A release of iJw outside 2.3 to 3.2.',
  'ijw.rij-onleesbaar': 'Identity, a date or an amount of a row cannot be read: the row is left out.',
  'ijw.te-diep': 'Elements nested deeper than 64.',
  'ijw.te-diep-verpakt': 'Containers inside containers, deeper than four.',
  'ijw.te-groot': 'A value, tag or comment over 1 MB, or a container inside a container over 128 MB.',
  'ijw.tekst-buiten-element': 'Text between elements.',
  'ijw.uitpakbom': 'Unpacks to more than a hundred times its size.',
  'ijw.xml-fout': 'Not well-formed XML.',
  'ijw.zip-fout': 'A ZIP, or an entry of it, is damaged or truncated.',
  'ijw.zip-methode': 'An entry of a ZIP is packed by another method than deflate.',
  'ijw.zip-versleuteld': 'An entry of a ZIP is encrypted.',
};
