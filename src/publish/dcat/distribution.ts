// SPDX-License-Identifier: EUPL-1.2
import type { ReleaseBestand } from '../../contract/index.ts';
import { type Taal, texts } from '../../text/index.ts';
import { API_MAP, addressesOf } from '../addresses.ts';
import { figureFileName } from '../figure-file.ts';
import { type CatalogDataset, type CatalogSource, identifiers, lastChanged } from './catalog-source.ts';
import { type Node, perTaal, ref, typed } from './nodes.ts';
import { CONCEPT, type Format, formatOf, LANGUAGE_REFS } from './vocabulary.ts';

/** A file that a data set can be had as. */
export interface Distribution {
  readonly pad: string;
  readonly format: Format;
  readonly titel: (taal: Taal) => string;
  /** What the file follows: its own description, or a standard. */
  readonly schema: string;
}

/** Files of a data set, whether or not the release has them. */
export function distributionsOf(
  { release }: CatalogSource,
  dataset: CatalogDataset,
): readonly Distribution[] {
  const { permalink, vasteApi } = addressesOf(release);
  const tables = dataset.indicator === undefined ? [] : dataset.tabellen;
  const perTable = tables.flatMap((tabel): Distribution[] => {
    const name = figureFileName(tabel);
    const shown = (taal: Taal) =>
      texts(taal).openData.bestand.per(
        dataset.titel(taal),
        tabel.dimensies.map((dimensie) => texts(taal).dimensies[dimensie].naam),
      );
    return [
      {
        pad: `cijfers/${name}.csv`,
        format: 'csv',
        titel: (taal) => texts(taal).openData.bestand.csv(shown(taal)),
        schema: `${permalink}cijfers/${name}.csv-metadata.json`,
      },
      {
        pad: `cijfers/${name}.ods`,
        format: 'ods',
        titel: (taal) => texts(taal).openData.bestand.ods(shown(taal)),
        schema: CONCEPT.ods,
      },
      {
        pad: `${API_MAP}/tabellen/${name}.json`,
        format: 'json',
        titel: (taal) => texts(taal).openData.bestand.json(shown(taal)),
        schema: `${vasteApi}/schemas/tabel.schema.json`,
      },
    ];
  });
  if (dataset.indicator !== undefined) return perTable;
  const whole = (['definities', 'begrippen', 'wijzigingen', 'geheimhouding'] as const).map(
    (name): Distribution => ({
      pad: `${name}.json`,
      format: 'json',
      titel: (taal) => texts(taal).openData.bestand[name],
      schema: `${vasteApi}/schemas/${name}.schema.json`,
    }),
  );
  return [
    {
      pad: 'cijfers/all.json',
      format: 'json',
      titel: (taal) => texts(taal).openData.bestand.alles,
      schema: `${vasteApi}/schemas/alle-cijfers.schema.json`,
    },
    ...whole,
  ];
}

/** A file of the release as the catalogue describes it. */
export function distributionNode(source: CatalogSource, file: Distribution, bestand: ReleaseBestand): Node {
  const addresses = addressesOf(source.release);
  const address = `${addresses.permalink}${bestand.pad}`;
  const ids = identifiers(addresses);
  return {
    '@id': ids.bestand(bestand.pad),
    '@type': 'dcat:Distribution',
    'dct:title': perTaal(file.titel),
    'dcat:accessURL': ref(address),
    'dcat:downloadURL': ref(address),
    'dct:license': ref(CONCEPT.cc0),
    'dct:rights': {
      '@type': 'dct:RightsStatement',
      'rdfs:label': perTaal((taal) => texts(taal).openData.dataset.rechten),
    },
    ...formatOf(file.format),
    'dcat:byteSize': typed('nonNegativeInteger', bestand.bytes),
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': ref(CONCEPT.sha256),
      'spdx:checksumValue': typed('hexBinary', bestand.sha256),
    },
    'dct:conformsTo': { '@id': file.schema, '@type': 'dct:Standard' },
    'dct:language': LANGUAGE_REFS,
    'dct:modified': typed('date', lastChanged(source.release)),
    ...(bestand.pad.startsWith(`${API_MAP}/`) ? { 'dcat:accessService': ref(ids.dienst) } : {}),
    ...(source.release.uitgever?.hvdCategorie === undefined
      ? {}
      : { 'dcatap:applicableLegislation': ref(CONCEPT.hvdWet) }),
  };
}
