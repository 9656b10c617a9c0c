// SPDX-License-Identifier: EUPL-1.2
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

/** A made-up table as CBS would serve it: two regions, two years, two ages. */
const REGIOS = ['GM0503', 'GM0518'];
const PERIODEN = ['2023JJ00', '2024JJ00'];
const LEEFTIJDEN = ['10010', '10100'];

const OBSERVATIONS = REGIOS.flatMap((RegioS, r) =>
  PERIODEN.flatMap((Perioden, p) =>
    LEEFTIJDEN.map((Leeftijd, l) => ({
      Id: r * 100 + p * 10 + l,
      Measure: 'M000352',
      ValueAttribute: r === 1 && p === 1 && l === 1 ? 'Confidential' : 'None',
      Value: r === 1 && p === 1 && l === 1 ? null : 1000 * (r + 1) + 10 * p + l,
      StringValue: null,
      Leeftijd,
      RegioS,
      Perioden,
    })),
  ),
);

const V4: Readonly<Record<string, unknown>> = {
  Properties: {
    Identifier: '99999ned',
    Title: 'Verzonnen',
    ObservationsModified: '2024-11-01T02:00:00+01:00',
  },
  Dimensions: [
    { Identifier: 'Leeftijd', Kind: 'Dimension' },
    { Identifier: 'RegioS', Kind: 'GeoDimension' },
    { Identifier: 'Perioden', Kind: 'TimeDimension' },
  ],
  MeasureCodes: [{ Identifier: 'M000352', Title: 'Bevolking op 1 januari', Unit: 'aantal' }],
  LeeftijdCodes: LEEFTIJDEN.map((Identifier) => ({ Identifier, Title: Identifier })),
  RegioSCodes: REGIOS.map((Identifier) => ({ Identifier, Title: Identifier })),
  PeriodenCodes: PERIODEN.map((Identifier, n) => ({
    Identifier,
    Title: Identifier,
    Status: n === 0 ? 'Definitief' : 'Voorlopig',
  })),
  Observations: OBSERVATIONS,
};

const V3: Readonly<Record<string, readonly unknown[]>> = {
  TableInfos: [{ Identifier: '88888NED', Modified: '2024-10-31T02:00:00', Period: '2023 - 2024' }],
  DataProperties: [
    { Key: 'RegioS', Type: 'GeoDimension' },
    { Key: 'Perioden', Type: 'TimeDimension' },
    { Key: '', Type: 'TopicGroup' },
    { Key: 'JongerenMetJeugdzorg_1', Type: 'Topic', Title: 'Jongeren met jeugdzorg', Unit: 'aantal' },
    { Key: 'Naam_2', Type: 'Topic', Title: 'Naam', Unit: '' },
  ],
  RegioS: [{ Key: 'NL01  ' }, { Key: 'GM0503' }, { Key: 'GM0999' }],
  Perioden: [{ Key: '2024JJ00', Status: 'NaderVoorlopig' }],
  TypedDataSet: [
    {
      ID: 0,
      RegioS: 'NL01  ',
      Perioden: '2024JJ00',
      JongerenMetJeugdzorg_1: 470_000,
      Naam_2: 'Nederland   ',
    },
    { ID: 1, RegioS: 'GM0503', Perioden: '2024JJ00', JongerenMetJeugdzorg_1: null, Naam_2: '.           ' },
    { ID: 2, RegioS: 'GM0999', Perioden: '2024JJ00', JongerenMetJeugdzorg_1: 7, Naam_2: 'Elders      ' },
  ],
};

/** A server that pages as CBS does; `trouble` may answer first. */
export interface CbsServer {
  readonly versie4: string;
  readonly versie3: string;
  readonly asked: readonly string[];
}

export type Trouble = (request: IncomingMessage, response: ServerResponse, count: number) => boolean;

const PAGE = 3;

export async function cbsServer(t: TestContext, trouble: Trouble = () => false): Promise<CbsServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(decodeURIComponent(request.url ?? ''));
    if (!trouble(request, response, asked.length)) answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { versie4: `${base}/v4`, versie3: `${base}/v3`, asked };
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '', `http://${request.headers.host}`);
  const [, versie, tabel, entity = ''] = url.pathname.split('/');
  const known =
    versie === 'v4' && tabel === '99999ned' ? V4 : versie === 'v3' && tabel === '88888NED' ? V3 : {};
  const found = known[entity];
  if (found === undefined) {
    response.writeHead(404).end('{"error":"not found"}');
    return;
  }
  if (!Array.isArray(found)) {
    response.end(JSON.stringify(found));
    return;
  }
  const records = filtered(found, url.searchParams.get('$filter') ?? '');
  const skip = Number(url.searchParams.get('$skip') ?? 0);
  const next = new URL(url);
  next.searchParams.set('$skip', String(skip + PAGE));
  const link = skip + PAGE < records.length ? next.href : undefined;
  const value = records.slice(skip, skip + PAGE);
  response.end(
    JSON.stringify(
      versie === 'v4'
        ? { '@odata.context': 'c', value, '@odata.nextLink': link }
        : { 'odata.metadata': 'm', value, 'odata.nextLink': link },
    ),
  );
}

/** Understands `(A eq 'x' or A eq 'y') and (B eq 'z')`, comparing to the blank. */
function filtered(records: readonly unknown[], filter: string): readonly unknown[] {
  if (filter === '') return records;
  const parts = filter.split(' and ').map((part) => [...part.matchAll(/(\w+) eq '([^']*)'/g)]);
  return records.filter((record) =>
    parts.every((choices) =>
      choices.some(([, key = '', value]) => (record as Record<string, unknown>)[key] === value),
    ),
  );
}
