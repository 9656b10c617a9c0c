// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BerichtSoort, type IjwRelease, parsePlainDate } from '../../src/contract/index.ts';
import { type BerichtInhoud, REGELS, readBytes, writeBericht } from '../../src/ijw/index.ts';
import { releaseTree } from '../../src/ijw/release-tree.ts';
import { holdsIn } from '../../src/ijw/rules/bind-rules.ts';
import { GOED, GOEDE_FACTUREN, goed, wijzig } from './berichten.ts';
import { gather } from './gather.ts';
import { GEVALLEN, ONBEKENDE_CODES } from './regel-gevallen.ts';

const vandaag = parsePlainDate('2025-01-01');

async function findingsOf(
  soort: BerichtSoort,
  release: IjwRelease,
  inhoud: BerichtInhoud,
): Promise<string[]> {
  const bytes = writeBericht(release, soort, inhoud);
  const oogst = await gather((sink) =>
    readBytes(bytes, 'geval.xml', sink, vandaag === undefined ? {} : { vandaag }),
  );
  return oogst.findings.map((finding) => finding.code).sort();
}

const RELEASES: readonly IjwRelease[] = ['3.0', '3.1', '3.2'];
const regelVan = new Map(REGELS.map((regel) => [regel.code, regel]));

/** The rules among these codes that a release has, and all other codes. */
function inRelease(codes: readonly string[], release: IjwRelease): string[] {
  return codes
    .filter((code) => {
      const regel = regelVan.get(code);
      return regel === undefined || holdsIn(regel, release);
    })
    .sort();
}

function releasesOf(bericht: BerichtSoort): readonly IjwRelease[] {
  return RELEASES.filter((release) => releaseTree(release, bericht).length > 0);
}

test('given good messages, no rule is broken', async () => {
  for (const soort of Object.keys({ ...GOED, ...GOEDE_FACTUREN }) as BerichtSoort[]) {
    for (const release of releasesOf(soort)) {
      assert.deepEqual(await findingsOf(soort, release, goed(soort, release)), [], `${soort} ${release}`);
    }
  }
});

for (const { bericht, releases = releasesOf(bericht), als, dan } of [...GEVALLEN, ...ONBEKENDE_CODES]) {
  const when = als.map(([pad, waarde]) => `${pad} = ${JSON.stringify(waarde) ?? 'nothing'}`).join(', ');
  test(`${bericht}: when ${when.slice(0, 160)}, then ${dan.join(' ') || 'nothing'}`, async () => {
    for (const release of releases) {
      const inhoud = als.reduce(
        (message, [pad, waarde]) => wijzig(message, pad, waarde),
        goed(bericht, release),
      );
      assert.deepEqual(await findingsOf(bericht, release, inhoud), inRelease(dan, release), release);
    }
  });
}

test('every rule has a case in which it is broken, in every message that it is about', () => {
  const missing = REGELS.flatMap(({ code, berichten }) =>
    berichten
      .filter((bericht) => !GEVALLEN.some((geval) => geval.bericht === bericht && geval.dan.includes(code)))
      .map((bericht) => `${code} ${bericht}`),
  );
  assert.deepEqual(missing, []);
});

test('a region may set the severity of a rule, or switch it off', async () => {
  const bytes = writeBericht('3.2', 'JW305', wijzig(goed('JW305'), 'Client/Bsn', '999900032'));
  const read = async (severity: 'info' | 'uit') => {
    const oogst = await gather((sink) => readBytes(bytes, 'geval.xml', sink, { ernst: { CS002: severity } }));
    return oogst.findings.map((finding) => finding.severity);
  };
  assert.deepEqual(await read('info'), ['info']);
  assert.deepEqual(await read('uit'), []);
});

test('a finding names the rule, its retourcode, the message and the place, and no value', async () => {
  const bytes = writeBericht('3.2', 'JW305', wijzig(goed('JW305'), 'Client/Bsn', '999900032'));
  const oogst = await gather((sink) => readBytes(bytes, 'post.zip!1.xml', sink));
  const [finding] = oogst.findings;
  assert.equal(finding?.retourcode, '0001');
  assert.equal(finding?.place.file, 'post.zip!1.xml');
  assert.equal(finding?.place.bericht, 'JW305 A1');
  assert.equal(finding?.place.path, 'Bericht/Client/Bsn');
  assert.equal(JSON.stringify(oogst.findings).includes('999900032'), false);
});
