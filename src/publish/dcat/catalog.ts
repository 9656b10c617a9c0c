// SPDX-License-Identifier: EUPL-1.2
import { type Taal, texts } from '../../text/index.ts';
import { addressesOf, isReserved, uitgeverOf } from '../addresses.ts';
import {
  type CatalogSource,
  catalogDatasets,
  documentNode,
  honest,
  identifiers,
  lastChanged,
  sharedProperties,
  startPage,
} from './catalog-source.ts';
import { datasetNodes, seriesNode } from './dataset.ts';
import { CONTEXT, type Node, perTaal, ref, typed } from './nodes.ts';
import { CONCEPT, vocabularyNodes } from './vocabulary.ts';

/**
 * `dcat.jsonld`: the catalogue of a release. An indicator is a series, its figures in this release a data set, each file a distribution, and the API
 * a service.
 * Source: DCAT-AP-NL 3.0 (Geonovum)
 */
export function dcatCatalog(source: CatalogSource): Node {
  const { release } = source;
  const uitgever = uitgeverOf(release);
  const ids = identifiers(addressesOf(release));
  const datasets = catalogDatasets(source);
  return {
    '@context': CONTEXT,
    '@graph': [
      catalogNode(source, uitgever.uri),
      serviceNode(source, uitgever.uri),
      ...datasets.flatMap((dataset) => [
        seriesNode(source, dataset, uitgever.uri),
        ...datasetNodes(source, dataset, uitgever.uri),
      ]),
      {
        '@id': uitgever.uri,
        '@type': ['foaf:Agent', 'foaf:Organization'],
        'foaf:name': uitgever.naam,
        'foaf:homepage': documentNode(uitgever.pagina),
      },
      {
        '@id': ids.contact,
        '@type': ['vcard:Kind', 'vcard:Organization'],
        'vcard:fn': uitgever.naam,
        'vcard:hasEmail': ref(`mailto:${uitgever.email}`),
        'vcard:hasURL': ref(uitgever.pagina),
      },
      {
        '@id': ids.gebied(release.regio.code),
        '@type': 'dct:Location',
        'skos:prefLabel': perTaal((taal) => texts(taal).site.regio(release.regio.naam)),
        'dct:identifier': release.regio.code,
      },
      ...vocabularyNodes(release.uitgever?.hvdCategorie),
    ],
  };
}

function catalogNode(source: CatalogSource, uitgever: string): Node {
  const { release } = source;
  const addresses = addressesOf(release);
  const ids = identifiers(addresses);
  const names = catalogDatasets(source).map(({ naam }) => naam);
  const uitleg = (taal: Taal): string => {
    const { catalogus } = texts(taal).openData;
    return [
      catalogus.uitleg(release.regio.naam),
      ...(isReserved(release.adres) ? [catalogus.adresOnbekend] : []),
    ].join(' ');
  };
  const { 'dcat:theme': _, 'dcatap:hvdCategory': __, ...shared } = sharedProperties(source, uitgever);
  return {
    '@id': ids.catalogus,
    '@type': 'dcat:Catalog',
    'dct:title': perTaal((taal) => texts(taal).openData.catalogus.titel(release.regio.naam)),
    'dct:description': honest(source, uitleg),
    ...shared,
    'dct:license': ref(CONCEPT.cc0),
    'foaf:homepage': documentNode(`${addresses.basis}${startPage(source)}`),
    'dcat:themeTaxonomy': ref(CONCEPT.themas),
    'dct:spatial': ref(ids.gebied(release.regio.code)),
    'dct:modified': typed('date', lastChanged(release)),
    'dct:conformsTo': ref(CONCEPT.profiel),
    'dcat:dataset': names.map((naam) => ref(ids.dataset(naam))),
    'dcat:service': ref(ids.dienst),
    'dcat:record': names.map((naam) => ref(ids.record(naam))),
  };
}

function serviceNode(source: CatalogSource, uitgever: string): Node {
  const { release } = source;
  const addresses = addressesOf(release);
  const ids = identifiers(addresses);
  return {
    '@id': ids.dienst,
    '@type': 'dcat:DataService',
    'dct:title': perTaal((taal) => texts(taal).openData.api.titel(release.regio.naam)),
    'dct:description': honest(source, (taal) => texts(taal).openData.api.uitleg),
    'dct:identifier': typed('anyURI', ids.dienst),
    'dct:accessRights': ref(CONCEPT.openbaar),
    ...sharedProperties(source, uitgever),
    'dct:license': ref(CONCEPT.cc0),
    'dcat:endpointURL': ref(addresses.api),
    'dcat:endpointDescription': ref(`${addresses.api}/openapi.json`),
    'dct:conformsTo': ref(CONCEPT.apiRegels),
    'foaf:page': documentNode(`${addresses.api}/openapi.json`),
    'dcat:keyword': (['nl', 'en'] as const).flatMap((taal) =>
      texts(taal).openData.catalogus.trefwoorden.map((word) => ({ '@language': taal, '@value': word })),
    ),
    'dcat:servesDataset': catalogDatasets(source).map(({ naam }) => ref(ids.dataset(naam))),
    'dct:modified': typed('date', lastChanged(release)),
  };
}
