// SPDX-License-Identifier: EUPL-1.2
import { TALEN, type Taal, texts } from '../../text/index.ts';
import { type Node, perTaal, ref } from './nodes.ts';

const AUTHORITY = 'http://publications.europa.eu/resource/authority';
const MEDIA_TYPE = 'http://www.iana.org/assignments/media-types';

/** Concepts of the value lists that the catalogue refers to. Source: EU Vocabularies, IANA; docs/adr/open-data-are-given-away-under-cc0.md */
export const CONCEPT = {
  openbaar: `${AUTHORITY}/access-right/PUBLIC`,
  cc0: `${AUTHORITY}/licence/CC0`,
  jaarlijks: `${AUTHORITY}/frequency/ANNUAL`,
  themas: `${AUTHORITY}/data-theme`,
  gezondheid: `${AUTHORITY}/data-theme/HEAL`,
  samenleving: `${AUTHORITY}/data-theme/SOCI`,
  sha256: 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256',
  profiel: 'http://modellen.geostandaarden.nl/dcat-ap-nl/',
  apiRegels: 'https://gitdocumentatie.logius.nl/publicatie/api/adr/',
  csvw: 'https://www.w3.org/TR/tabular-metadata/',
  ods: 'https://docs.oasis-open.org/office/OpenDocument/v1.3/',
  ijw: 'https://www.istandaarden.nl/ijw',
  hvdWet: 'http://data.europa.eu/eli/reg_impl/2023/138/oj',
} as const;

/** Language of people as the value list has it. */
const LANGUAGES = { nl: `${AUTHORITY}/language/NLD`, en: `${AUTHORITY}/language/ENG` };

export const THEMAS: readonly Node[] = [ref(CONCEPT.gezondheid), ref(CONCEPT.samenleving)];
export const LANGUAGE_REFS: readonly Node[] = TALEN.map((taal) => ref(LANGUAGES[taal]));

const FORMATS = {
  csv: { format: 'CSV', mediaType: 'text/csv' },
  ods: { format: 'ODS', mediaType: 'application/vnd.oasis.opendocument.spreadsheet' },
  json: { format: 'JSON', mediaType: 'application/json' },
} as const;
export type Format = keyof typeof FORMATS;

/** Format and media type of a distribution. */
export function formatOf(format: Format): Node {
  return {
    'dct:format': ref(`${AUTHORITY}/file-type/${FORMATS[format].format}`),
    'dcat:mediaType': ref(`${MEDIA_TYPE}/${FORMATS[format].mediaType}`),
  };
}

/** What the concepts are, said in the file itself, so that it can be judged without the value lists. */
export function vocabularyNodes(hvdCategorie: string | undefined): readonly Node[] {
  const concept = (id: string, type: string, more: Node = {}): Node => ({
    '@id': id,
    '@type': type,
    ...more,
  });
  const openData = (taal: Taal) => texts(taal).openData;
  return [
    concept(CONCEPT.openbaar, 'dct:RightsStatement'),
    concept(CONCEPT.cc0, 'dct:LicenseDocument'),
    concept(CONCEPT.jaarlijks, 'dct:Frequency'),
    concept(CONCEPT.themas, 'skos:ConceptScheme', {
      'dct:title': perTaal((taal) => openData(taal).catalogus.themas),
    }),
    concept(CONCEPT.gezondheid, 'skos:Concept', {
      'skos:prefLabel': perTaal((taal) => openData(taal).catalogus.gezondheid),
      'skos:inScheme': ref(CONCEPT.themas),
    }),
    concept(CONCEPT.samenleving, 'skos:Concept', {
      'skos:prefLabel': perTaal((taal) => openData(taal).catalogus.samenleving),
      'skos:inScheme': ref(CONCEPT.themas),
    }),
    concept(CONCEPT.sha256, 'spdx:ChecksumAlgorithm'),
    ...[CONCEPT.profiel, CONCEPT.apiRegels, CONCEPT.csvw, CONCEPT.ods, CONCEPT.ijw].map((id) =>
      concept(id, 'dct:Standard'),
    ),
    ...Object.values(LANGUAGES).map((id) => concept(id, 'dct:LinguisticSystem')),
    ...Object.values(FORMATS).flatMap(({ format, mediaType }) => [
      concept(`${AUTHORITY}/file-type/${format}`, 'dct:MediaTypeOrExtent'),
      concept(`${MEDIA_TYPE}/${mediaType}`, 'dct:MediaType'),
    ]),
    ...(hvdCategorie === undefined
      ? []
      : [concept(hvdCategorie, 'skos:Concept'), concept(CONCEPT.hvdWet, 'eli:LegalResource')]),
  ];
}
