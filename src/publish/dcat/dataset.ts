// SPDX-License-Identifier: EUPL-1.2
import { VERSCHIL_KLASSEN } from '../../contract/index.ts';
import { notation, type Taal, texts } from '../../text/index.ts';
import { addressesOf } from '../addresses.ts';
import {
  type CatalogDataset,
  type CatalogSource,
  coverage,
  documentNode,
  honest,
  identifiers,
  lastChanged,
  sharedProperties,
} from './catalog-source.ts';
import { distributionNode, distributionsOf } from './distribution.ts';
import { type Node, perTaal, ref, typed } from './nodes.ts';
import { CONCEPT, LANGUAGE_REFS } from './vocabulary.ts';

/** A data set of this release, its distributions, and the record of it in the catalogue. */
export function datasetNodes(source: CatalogSource, dataset: CatalogDataset, uitgever: string): Node[] {
  const { release } = source;
  const addresses = addressesOf(release);
  const ids = identifiers(addresses);
  const files = distributionsOf(source, dataset).flatMap((distribution) => {
    const bestand = source.bestanden.find(({ pad }) => pad === distribution.pad);
    return bestand === undefined ? [] : [{ distribution, bestand }];
  });
  const id = ids.dataset(dataset.naam);
  const [eerste = release.jaar] = release.jaren;
  const laatste = release.jaren.at(-1) ?? release.jaar;
  const changed = typed('date', lastChanged(release));
  return [
    {
      '@id': id,
      '@type': 'dcat:Dataset',
      'dct:title': perTaal((taal) =>
        texts(taal).openData.dataset.titel(
          dataset.titel(taal),
          release.regio.naam,
          eerste,
          laatste,
          release.id,
        ),
      ),
      'dct:description': honest(source, dataset.uitleg),
      'dct:identifier': typed('anyURI', id),
      'dct:accessRights': ref(CONCEPT.openbaar),
      ...sharedProperties(source, uitgever),
      'dcat:keyword': keywords(dataset),
      'dct:conformsTo': [{ '@id': dataset.standaard, '@type': 'dct:Standard' }, ref(CONCEPT.ijw)],
      'foaf:page': documentNode(`${addresses.permalink}${dataset.pagina}`),
      'dcat:landingPage': documentNode(`${addresses.basis}${dataset.pagina}`),
      'dcat:inSeries': ref(ids.reeks(dataset.naam)),
      ...previousOf(source, dataset),
      'dcat:version': source.wijzigingen.versie,
      'adms:versionNotes': perTaal((taal) => versionNotes(source, dataset, taal)),
      ...(release.uitgegeven === undefined ? {} : { 'dct:issued': typed('date', release.uitgegeven) }),
      'dct:modified': changed,
      ...coverage(source, dataset),
      'dct:provenance': {
        '@type': 'dct:ProvenanceStatement',
        'rdfs:label': perTaal((taal) =>
          texts(taal).openData.dataset.herkomst(notation(taal).date(release.dataTot)),
        ),
      },
      'prov:wasGeneratedBy': {
        '@type': 'prov:Activity',
        'rdfs:label': perTaal((taal) => texts(taal).openData.dataset.gemaakt(release.programma, release.id)),
      },
      'dcat:distribution': files.map(({ bestand }) => ref(ids.bestand(bestand.pad))),
    },
    ...files.map(({ distribution, bestand }) => distributionNode(source, distribution, bestand)),
    {
      '@id': ids.record(dataset.naam),
      '@type': 'dcat:CatalogRecord',
      'dct:language': LANGUAGE_REFS,
      'dct:modified': changed,
      'dct:conformsTo': ref(CONCEPT.profiel),
      'foaf:primaryTopic': ref(id),
    },
  ];
}

/** The series that outlives the release. */
export function seriesNode(source: CatalogSource, dataset: CatalogDataset, uitgever: string): Node {
  const { regio } = source.release;
  return {
    '@id': identifiers(addressesOf(source.release)).reeks(dataset.naam),
    '@type': 'dcat:DatasetSeries',
    'dct:title': perTaal((taal) => texts(taal).openData.reeks.titel(dataset.titel(taal), regio.naam)),
    'dct:description': honest(source, (taal) => texts(taal).openData.reeks.uitleg(dataset.betekenis(taal))),
    ...sharedProperties(source, uitgever),
    ...coverage(source, dataset),
    'dcat:last': ref(identifiers(addressesOf(source.release)).dataset(dataset.naam)),
    'dct:modified': typed('date', lastChanged(source.release)),
  };
}

/** The same data set in the release before, where that had it. */
function previousOf({ release, vorige }: CatalogSource, { naam, indicator }: CatalogDataset): Node {
  if (vorige === undefined || (indicator !== undefined && !(indicator in vorige.definities))) return {};
  const { adres } = release;
  const addresses = addressesOf({ ...vorige, ...(adres === undefined ? {} : { adres }) });
  const before = ref(identifiers(addresses).dataset(naam));
  return { 'dcat:prev': before, 'dcat:previousVersion': before };
}

function keywords({ trefwoorden }: CatalogDataset): readonly Node[] {
  return (['nl', 'en'] as const).flatMap((taal) =>
    trefwoorden(taal).map((word) => ({ '@language': taal, '@value': word })),
  );
}

function versionNotes({ wijzigingen }: CatalogSource, { indicator }: CatalogDataset, taal: Taal): string {
  const text = texts(taal);
  const { vorige } = wijzigingen;
  if (vorige === null) return text.openData.dataset.eersteVersie;
  const own = wijzigingen.verschillen.filter(
    (verschil) => indicator === undefined || verschil.indicator === indicator,
  );
  const parts = VERSCHIL_KLASSEN.map((klasse) => ({
    klasse,
    aantal: own.filter((verschil) => verschil.klasse === klasse).length,
  }))
    .filter(({ aantal }) => aantal > 0)
    .map(({ klasse, aantal }) => text.openData.dataset.wijziging(aantal, text.wijzigingen.klasse[klasse]));
  return parts.length === 0
    ? text.openData.dataset.gelijk(vorige)
    : text.openData.dataset.wijzigingen(vorige, parts);
}
