// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Parser, Store } from 'n3';
import * as shacl from 'rdf-validate-shacl';
import { projectRoot } from '../project-root.ts';

interface JsonLd {
  toRDF(document: object, options: { format: string; documentLoader: () => never }): Promise<string>;
}

const jsonld = createRequire(import.meta.url)('jsonld') as JsonLd;
const shapes = new Store(
  new Parser().parse(readFileSync(join(projectRoot, 'test', 'publish', 'dcat-ap-nl-shapes.ttl'), 'utf8')),
);

/** What a real SHACL engine finds in a JSON-LD document, as `severity class property`; nothing is fetched. */
export async function judge(document: object): Promise<readonly string[]> {
  const quads = await jsonld.toRDF(document, {
    format: 'application/n-quads',
    documentLoader: () => {
      throw new Error('a catalogue that needs a document from elsewhere cannot be read offline');
    },
  });
  const graph = new Store(new Parser({ format: 'N-Quads' }).parse(quads));
  const report = await new shacl.default(shapes).validate(graph);
  return report.results
    .map(
      ({ severity, focusNode, path, sourceConstraintComponent }) =>
        `${last(severity)} ${last(focusNode)} ${last(path)} ${last(sourceConstraintComponent)}`,
    )
    .sort();
}

function last(term: unknown): string {
  const value = typeof term === 'object' && term !== null && 'value' in term ? String(term.value) : '';
  return value.split(/[#/]/).at(-1) ?? '';
}
