// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PublishedTable } from '../../src/contract/index.ts';
import { type ProofFinding, proveRelease } from '../../src/proof/index.ts';
import { renderPages } from '../../src/report/index.ts';
import { editionSource } from '../report/haaglanden-release.ts';
import { writtenSource } from '../report/written-release.ts';

const source = editionSource();
const pages = renderPages(source);

/** Numbers from 0 to 1 that are the same on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function kinds(findings: readonly ProofFinding[]): string[] {
  return findings.map(({ ernst, regel, controles }) => `${ernst} ${regel} ${controles[0]?.uitleg}`);
}

function proveWith(change: {
  readonly pad?: string;
  readonly from: string;
  readonly to: string;
}): ProofFinding[] {
  const { pad = 'monitor-delft.html', from, to } = change;
  const page = pages.find((candidate) => candidate.pad === pad);
  assert.ok(page?.inhoud.includes(from), `${pad} holds ${from}`);
  const changed = pages.map((one) =>
    one.pad === pad ? { ...one, inhoud: one.inhoud.replace(from, to) } : one,
  );
  return [...proveRelease({ release: source.release, tables: source.tables, pages: changed }).bevindingen];
}

test('nothing is found in a release of our own', () => {
  const { bevindingen, nagelopen } = proveRelease({ release: source.release, tables: source.tables, pages });
  assert.deepEqual(bevindingen, []);
  assert.ok(
    nagelopen.tabellen > 30 && nagelopen.getallen > 2000 && nagelopen.zinnen > 50,
    JSON.stringify(nagelopen),
  );
});

test('one other number in one table of one page is found there', () => {
  const cell = /<td class="getal">(\d\.\d{3})<\/td>/.exec(
    pages.find(({ pad }) => pad === 'monitor-delft.html')?.inhoud ?? '',
  );
  assert.ok(cell?.[1]);
  const other = `${cell[1].slice(0, -1)}${(Number(cell[1].at(-1)) + 3) % 10}`;
  const found = proveWith({ from: cell[0], to: cell[0].replace(cell[1], other) });
  assert.deepEqual(kinds(found), ['ernstig tekstgetal nietUitCijfers']);
  assert.equal(found[0]?.gedrukt, other);
  assert.equal(found[0]?.plaats.bron, 'monitor-delft.html');
});

test('of numbers changed at random in tables of every kind, each is found where it stands, and nothing else', () => {
  const written = writtenSource();
  const random = seeded(20_240_101);
  const changed: string[] = [];
  const perturbed = renderPages(written).map(({ pad, inhoud }) => ({
    pad,
    inhoud: pad.includes('.en.')
      ? inhoud
      : inhoud.replace(/<table data-cijfers[\s\S]*?<\/table>/g, (table) =>
          table.replace(
            /(<td class="getal[^"]*">)([+−]?[\d.,]+)(%?)(?=<)/g,
            (cell, tag: string, number: string, sign: string) => {
              if (random() > 0.05) return cell;
              const last = (Number(number.at(-1)) + 1 + Math.floor(random() * 8)) % 10;
              changed.push(`${pad} ${number.slice(0, -1)}${last}${sign}`);
              return `${tag}${number.slice(0, -1)}${last}${sign}`;
            },
          ),
        ),
  }));
  assert.ok(changed.length > 100, String(changed.length));
  const { bevindingen } = proveRelease({
    release: written.release,
    tables: written.tables,
    pages: perturbed,
  });
  const found = bevindingen.filter(({ regel }) => regel === 'tekstgetal');
  assert.deepEqual(found.map(({ plaats, gedrukt }) => `${plaats.bron} ${gedrukt}`).sort(), changed.sort());
  assert.equal(found.length, bevindingen.length);
});

test('two rows that change places are found, though both numbers are figures of the release', () => {
  const written = writtenSource();
  const swapped = renderPages(written).map(({ pad, inhoud }) => ({
    pad,
    inhoud:
      pad === 'monitor.html' ? inhoud.replace(/>31,0%<(\/td>[\s\S]*?)>84,0%</, '>84,0%<$1>31,0%<') : inhoud,
  }));
  const { bevindingen } = proveRelease({ release: written.release, tables: written.tables, pages: swapped });
  assert.deepEqual(bevindingen.map(({ gedrukt }) => gedrukt).sort(), ['31,0%', '84,0%']);
});

test('a number in running text that is in no figure is found, a number of the policy is not', () => {
  const from = '<p>In 2024 kregen in Delft';
  assert.deepEqual(kinds(proveWith({ from, to: '<p>Het zijn er 98.765. In 2024 kregen in Delft' })), [
    'matig tekstgetal nietUitCijfers',
  ]);
  assert.deepEqual(
    kinds(proveWith({ from, to: '<p>De grens is € 10.000 per jaar. In 2024 kregen in Delft' })),
    [],
  );
});

test('a direction that the numbers of its own sentence contradict stops a release', () => {
  const found = proveWith({
    from: '<p>In 2024 kregen in Delft',
    to: '<p>In 2023 waren het er 2.425, in 2024 is dit aantal gedaald naar 2.490. In 2024 kregen in Delft',
  });
  assert.ok(kinds(found).includes('ernstig woord andereRichting'), kinds(found).join());
});

/** The tables with another value for one row; for a test only, so the copy is no longer a `SafeTable`. */
function withValue(
  indicator: string,
  gebied: string,
  periode: string,
  change: (value: number) => number,
): PublishedTable[] {
  return source.tables.map((table) => ({
    indicator: table.indicator,
    eenheid: table.eenheid,
    dimensies: table.dimensies,
    rows: table.rows.map((row) =>
      table.indicator === indicator &&
      table.dimensies.length === 0 &&
      row.gebied === gebied &&
      row.periode === periode &&
      row.waarde !== null
        ? { ...row, waarde: change(row.waarde) }
        : row,
    ),
  }));
}

test('figures that contradict each other are found without any page', () => {
  const exact = {
    ...source.release,
    geheimhouding: {
      ...source.release.geheimhouding,
      regels: { ...source.release.geheimhouding.regels, afronding: 0 },
    },
  };
  const prove = (tables: PublishedTable[]) =>
    kinds(proveRelease({ release: exact, tables, pages: [] }).bevindingen);
  const half = withValue('clienten', 'H8', '2024', (value) => value * 3);
  assert.ok(prove(half).includes('ernstig samenvoeging groepHoogstensSom'), prove(half).join());
  const low = withValue('clienten', 'H9', '2024', () => 10);
  assert.ok(prove(low).includes('ernstig samenvoeging groepMinstensGrootste'), prove(low).join());
  const amount = withValue('uitgaven', 'GM0503', '2024', (value) => value + 100_000);
  assert.ok(prove(amount).includes('ernstig gemiddelde gewogen'), prove(amount).join());
});
