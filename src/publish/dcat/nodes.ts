// SPDX-License-Identifier: EUPL-1.2
import { TALEN, type Taal } from '../../text/index.ts';

/** A node of linked data, or a reference to one. */
export type Node = Readonly<Record<string, unknown>>;

/** Prefixes of the names in `dcat.jsonld`; the context stands in the file, so that nothing has to be fetched to read it. */
export const CONTEXT: Node = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dct: 'http://purl.org/dc/terms/',
  eli: 'http://data.europa.eu/eli/ontology#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  prov: 'http://www.w3.org/ns/prov#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** A reference to a node. */
export function ref(id: string): Node {
  return { '@id': id };
}

/** A literal of a datatype of XML Schema. */
export function typed(type: string, value: string | number): Node {
  return { '@type': `xsd:${type}`, '@value': String(value) };
}

/** The same words in each language. */
export function perTaal(make: (taal: Taal) => string): readonly Node[] {
  return TALEN.map((taal) => ({ '@language': taal, '@value': make(taal) }));
}
