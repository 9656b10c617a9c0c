// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from './shacl.ts';
import { catalog, type Node } from './small-catalog.ts';

const uitgever = {
  naam: 'Regio Voorbeeld',
  uri: 'https://example.org/id/regio',
  email: 'monitor@example.org',
  pagina: 'https://example.org/contact',
};

test('the catalogue obeys the shapes of DCAT-AP-NL, mandatory and recommended, with and without a publisher', async () => {
  assert.deepEqual(await judge(catalog()), []);
  const hvd = { ...uitgever, hvdCategorie: 'http://data.europa.eu/bna/c_e1da4e07' };
  assert.deepEqual(await judge(catalog({ uitgever: hvd, adres: 'https://example.org/jeugd/' })), []);
});

test('a property that is missing, double or of another kind is found', async () => {
  const whole = catalog();
  const broken = (type: string, change: (node: Node) => object) => ({
    ...whole,
    '@graph': whole['@graph'].map((node) => (node['@type'] === type ? change(node) : node)),
  });
  const without = (type: string, property: string) => broken(type, ({ [property]: _, ...rest }) => rest);
  const cases: readonly [object, RegExp][] = [
    [without('dcat:Dataset', 'dct:publisher'), /^Violation clienten publisher MinCount/],
    [without('dcat:Dataset', 'dcat:theme'), /^Violation clienten theme MinCount/],
    [without('dcat:Dataset', 'dct:language'), /^Warning clienten language MinCount/],
    [without('dcat:Distribution', 'dct:license'), /^Violation \S+ license MinCount/],
    [without('dcat:DataService', 'dcat:endpointURL'), /^Violation api-v1 endpointURL MinCount/],
    [without('dcat:Catalog', 'dcat:contactPoint'), /^Violation catalogus contactPoint MinCount/],
    [
      broken('dcat:Distribution', (node) => ({ ...node, 'dcat:byteSize': 'veel' })),
      /^Violation \S+ byteSize Datatype/,
    ],
    [
      broken('dcat:Dataset', (node) => ({
        ...node,
        'dct:publisher': { '@id': 'https://example.org/niemand' },
      })),
      /^Violation clienten publisher Class/,
    ],
  ];
  for (const [document, expected] of cases) {
    const found = await judge(document);
    assert.ok(
      found.some((line) => expected.test(line)),
      `${expected}: ${found.join('; ')}`,
    );
  }
});
