// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { IjwRij, PlainDate, ProductRegel, Regio, ToewijzingRij } from '../../src/contract/index.ts';
import { formatPlainDate, revealBsn, silentProgress, TYPEN_JEUGDHULP } from '../../src/contract/index.ts';
import type { SampleReport } from '../../src/sample/index.ts';
import { generateSample, parseFigures } from '../../src/sample/index.ts';
import { filesOf, readDelivered, staandePrestaties } from './delivered.ts';
import { figuresFiles, producten } from './haaglanden.ts';

/** A sample to generate into a folder of its own. */
export interface Proef {
  readonly regio: Regio;
  readonly jaren: readonly number[];
  readonly scale: number;
  readonly seed: number;
  readonly threads?: number;
  readonly faultRate?: number;
  /** Other than those of the project. */
  readonly producten?: readonly ProductRegel[];
  /** Large enough to hold every kind of message and trouble. */
  readonly alles?: boolean;
}

export const work = mkdtempSync(join(tmpdir(), 'sample-'));
after(() => rmSync(work, { recursive: true }));

export function generate(name: string, { regio, jaren, alles: _, ...rest }: Proef): Promise<SampleReport> {
  return generateSample({
    ...rest,
    regio,
    years: jaren,
    figures: parseFigures(figuresFiles, regio),
    producten: rest.producten ?? producten,
    outDir: join(work, name),
    progress: silentProgress,
  });
}

/** Hash of names and bytes of all files of a generated folder. */
export function fingerprint(name: string): string {
  const hash = createHash('sha256');
  for (const file of filesOf(join(work, name)))
    hash.update(file).update(readFileSync(join(work, name, file)));
  return hash.digest('hex');
}

/** Generates a sample, reads it back and checks it message by message, as a suspicious receiver would. */
export async function checkSample(name: string, proef: Proef): Promise<void> {
  const { jaren } = proef;
  const report = await generate(name, proef);
  const { berichten, findings } = await readDelivered(join(work, name));

  function rijen<Soort extends IjwRij['rij']>(soort: Soort) {
    return berichten.flatMap(({ kop, rijen: all }) =>
      all.flatMap((rij) => (rij.rij === soort ? [{ kop, rij: rij as Extract<IjwRij, { rij: Soort }> }] : [])),
    );
  }

  test(`${name}: the reader finds nothing wrong with the files`, () => {
    assert.deepEqual(findings, []);
    assert.equal(
      berichten.length,
      report.geschreven.reduce((sum, telling) => sum + telling.berichten, 0),
    );
  });

  test(`${name}: recounted from the files, every target is met`, () => {
    const staand = staandePrestaties(berichten);
    const count = (gemeente: string, jaar: number, type?: string): number =>
      new Set(
        staand
          .filter(
            (line) =>
              line.gemeente === gemeente && line.jaar === jaar && (type === undefined || line.type === type),
          )
          .map((line) => line.bsn),
      ).size;
    for (const cell of report.targets.cells.filter(({ jaar }) => jaren.includes(jaar))) {
      assert.equal(count(cell.gemeente, cell.jaar), cell.clienten);
      assert.deepEqual(
        TYPEN_JEUGDHULP.map((type) => count(cell.gemeente, cell.jaar, type)),
        cell.perType,
      );
      const cents = staand
        .filter((line) => line.gemeente === cell.gemeente && line.jaar === cell.jaar)
        .reduce((sum, line) => sum + line.cents, 0);
      assert.equal(
        Math.round(cents / cell.clienten / 100),
        Math.round(cell.uitgavenCents / cell.clienten / 100),
        `${cell.gemeente} ${cell.jaar}`,
      );
    }
    for (const jaar of jaren) {
      const sum = report.targets.cells
        .filter((cell) => cell.jaar === jaar)
        .reduce((n, cell) => n + cell.clienten, 0);
      assert.equal(new Set(staand.filter((line) => line.jaar === jaar).map((line) => line.bsn)).size, sum);
    }
  });

  const few = !proef.alles && 'too small to hold everything by chance';
  test(`${name}: every kind of message, every release and every kind of trouble is there`, {
    skip: few,
  }, () => {
    const kinds = new Set(berichten.map(({ kop }) => `${kop.soort} ${kop.release}`));
    for (const kind of [
      'JW301 2.3',
      'JW303 2.3',
      'JW303 2.4',
      'JW303 3.0',
      'JW323 3.0',
      'JW325 3.1',
      'JW307 3.2',
      'JW315 3.2',
    ])
      assert.ok(kinds.has(kind), kind);
    const files = filesOf(join(work, name));
    for (const end of ['.zip', '.xml'])
      assert.ok(
        files.some((file) => file.endsWith(end)),
        end,
      );
    assert.ok(rijen('prestatie').some(({ rij }) => rij.debetCredit === 'C'));
    assert.ok(rijen('prestatie-antwoord').some(({ rij }) => (rij.toegekendCents ?? 0) > 0));
    assert.ok(berichten.some(({ kop }) => kop.soort === 'JW325' && kop.retourCodes?.includes('0001')));
    assert.ok(rijen('start').some(({ rij }) => rij.statusAanlevering === '3'));
    assert.ok(rijen('stop').some(({ rij }) => rij.redenBeeindiging === '20'));
    assert.ok(new Set(rijen('verzoek').map(({ rij }) => rij.verwijzerType)).size >= 5);
  });

  test(`${name}: messages are in the release in force, and dates do not run ahead of them`, () => {
    const since = [
      ['3.2', '2023-04-03'],
      ['3.1', '2022-04-04'],
      ['3.0', '2021-01-01'],
      ['2.4', '2020-03-30'],
      ['2.3', '2019-04-01'],
    ] as const;
    for (const { kop } of berichten) {
      const sent = formatPlainDate(kop.dagtekening);
      assert.ok(sent >= '2019-04-01' && sent <= `${Math.max(...jaren) + 2}-01-31`);
      const expected = since.find(([, from]) => sent >= from)?.[0];
      const old = kop.soort === 'JW303' || kop.soort === 'JW304';
      if (!old) assert.equal(kop.release, expected);
    }
    for (const { kop, rij } of rijen('toewijzing')) assert.ok(rij.toewijzingsdatum <= kop.dagtekening); // TR134
    for (const { kop, rij } of rijen('start')) assert.ok(rij.begindatum <= kop.dagtekening); // TR134
    for (const { kop, rij } of rijen('stop')) assert.ok(rij.einddatum <= kop.dagtekening); // TR134
    for (const { kop, rij } of rijen('stop'))
      assert.ok(rij.einddatum >= rij.begindatum, `${kop.identificatie} TR018`);
  });

  test(`${name}: identifications and references are unique (TR056, TR314, TR333, TR347)`, () => {
    const unique = (values: readonly string[]): void => assert.equal(new Set(values).size, values.length);
    unique(
      berichten
        .filter(({ kop }) => kop.soort !== 'JW304')
        .map(({ kop }) => `${kop.soort}|${kop.afzender}|${kop.identificatie}`),
    );
    unique(rijen('prestatie').map(({ kop, rij }) => `${kop.aanbieder}|${rij.referentieNummer}`));
    unique(rijen('verzoek').map(({ kop, rij }) => `${kop.aanbieder}|${rij.referentieAanbieder}`));
  });

  test(`${name}: declarations add up, and answers fit them (TR358, TR342, TR315, TR316, TR389, TR390, TR416)`, () => {
    const approved = new Set<string>();
    const credited = new Set<string>();
    const declared = berichten.filter(({ kop }) => kop.soort === 'JW323' || kop.soort === 'JW303');
    const answers = new Map(
      berichten
        .filter(({ kop }) => kop.soort === 'JW325' || kop.soort === 'JW304')
        .map((bericht) => [
          `${bericht.kop.aanbieder}|${bericht.kop.declaratieIdentificatie ?? bericht.kop.identificatie}`,
          bericht,
        ]),
    );
    for (const { kop, rijen: all } of [...declared].sort((a, b) => a.kop.dagtekening - b.kop.dagtekening)) {
      const lines = all.filter((rij) => rij.rij === 'prestatie');
      const [head] = all.filter((rij) => rij.rij === 'declaratie');
      const signed = (line: { bedragCents: number; debetCredit: string }): number =>
        line.debetCredit === 'C' ? -line.bedragCents : line.bedragCents;
      const sum = lines.reduce((total, line) => total + signed(line), 0);
      assert.equal(head?.totaalCents, sum);
      const answer = answers.get(`${kop.aanbieder}|${kop.identificatie}`);
      assert.ok(answer && answer.kop.dagtekening >= kop.dagtekening);
      const refusedWhole = answer.kop.retourCodes?.includes('0001');
      const [verdict] = answer.rijen.filter((rij) => rij.rij === 'declaratie-antwoord');
      const returned = new Map(
        answer.rijen.flatMap((rij) =>
          rij.rij === 'prestatie-antwoord' ? [[rij.referentieNummer, rij.toegekendCents ?? 0]] : [],
        ),
      );
      if (verdict) assert.equal(verdict.ingediendCents, sum);
      const granted = lines.reduce(
        (total, line) => total + (returned.get(line.referentieNummer) ?? signed(line)),
        0,
      );
      if (verdict) assert.equal(verdict.toegekendCents, refusedWhole ? 0 : granted);
      for (const line of lines.filter((candidate) => candidate.debetCredit === 'C')) {
        const debit = `${kop.aanbieder}|${line.vorigReferentieNummer}`;
        assert.ok(!credited.has(debit) || refusedWhole);
        assert.ok(approved.has(debit) || kop.berichtCode === '450');
        assert.ok(!lines.some((other) => other.referentieNummer === line.vorigReferentieNummer));
        if (!refusedWhole) credited.add(debit);
      }
      const debits = lines.filter((line) => line.debetCredit === 'D');
      const keys = debits.map(
        (line) => `${line.toewijzingNummer}|${line.begindatum}|${line.categorie}|${line.code}`,
      );
      assert.equal(new Set(keys).size, keys.length);
      if (!refusedWhole) {
        for (const line of debits)
          if (!returned.has(line.referentieNummer)) approved.add(`${kop.aanbieder}|${line.referentieNummer}`);
      }
    }
  });

  const actueel = new Map<string, ToewijzingRij>();
  for (const { kop, rij } of rijen('toewijzing')) {
    const key = `${kop.gemeente}|${rij.toewijzingNummer}`;
    const known = actueel.get(key);
    const newer = (row: ToewijzingRij): number => row.toewijzingsdatum * 86_400 + row.toewijzingstijd;
    if (!known || newer(rij) > newer(known)) actueel.set(key, rij);
  }

  test(`${name}: every line is declared on a toewijzing of that child, in its period and unit (TR338, TR304, TR307, TR308, TR340, TR341, TR346)`, () => {
    const far = 99_999 as PlainDate;
    for (const { kop, rij } of rijen('prestatie')) {
      const toewijzing = actueel.get(`${kop.gemeente}|${rij.toewijzingNummer}`);
      assert.ok(toewijzing);
      assert.equal(revealBsn(toewijzing.client.bsn), revealBsn(rij.client.bsn));
      assert.equal(toewijzing.categorie, rij.categorie);
      if (toewijzing.code !== undefined) assert.equal(toewijzing.code, rij.code);
      if (toewijzing.eenheid !== undefined) assert.equal(toewijzing.eenheid, rij.eenheid);
      assert.ok(rij.begindatum >= toewijzing.ingangsdatum && rij.einddatum <= (toewijzing.einddatum ?? far));
      assert.equal(formatPlainDate(rij.begindatum).slice(0, 7), formatPlainDate(rij.einddatum).slice(0, 7));
      assert.equal(rij.bedragCents, rij.volume * (rij.eenheid === '83' ? 1 : (rij.tariefCents ?? 0)));
      if (toewijzing.frequentie === '4') assert.ok(rij.volume <= (toewijzing.volume ?? 0)); // TR321
    }
  });

  test(`${name}: starts and stops follow each other on toewijzingen that exist (TR019, TR326, TR382, TR415)`, () => {
    const events = [
      ...rijen('start').map(({ kop, rij }) => ({
        kop,
        rij,
        at: rij.begindatum,
        order: rij.statusAanlevering === '3' ? 1 : 2,
      })),
      ...rijen('stop').map(({ kop, rij }) => ({ kop, rij, at: rij.begindatum, order: 3 })),
    ].sort((a, b) => a.kop.dagtekening - b.kop.dagtekening || a.order - b.order);
    const open = new Map<string, PlainDate>();
    for (const { kop, rij } of events) {
      const key = `${kop.gemeente}|${rij.toewijzingNummer}`;
      assert.ok(actueel.has(key));
      if (rij.rij === 'stop' || rij.statusAanlevering === '3') {
        assert.equal(open.get(key), rij.begindatum);
        open.delete(key);
      } else {
        assert.equal(open.get(key), undefined);
        open.set(key, rij.begindatum);
      }
    }
  });

  test(`${name}: one product is never assigned twice at the same time to one child at one provider (OP259)`, () => {
    const periods = new Map<string, [number, number][]>();
    for (const [key, rij] of actueel) {
      const gemeente = key.split('|')[0];
      const provider = rijenAanbieder.get(key);
      const own = `${gemeente}|${provider}|${revealBsn(rij.client.bsn)}|${rij.categorie}|${rij.code ?? ''}`;
      periods.set(own, [...(periods.get(own) ?? []), [rij.ingangsdatum, rij.einddatum ?? 99_999]]);
    }
    for (const list of periods.values()) {
      list.sort((a, b) => a[0] - b[0]);
      for (const [index, [from]] of list.entries())
        assert.ok(index === 0 || from > (list[index - 1]?.[1] ?? 0));
    }
  });

  const rijenAanbieder = new Map(
    rijen('toewijzing').map(({ kop, rij }) => [`${kop.gemeente}|${rij.toewijzingNummer}`, kop.aanbieder]),
  );

  test(`${name}: a toewijzing names a request only where there was one (TR379)`, () => {
    const requests = new Map(
      rijen('verzoek').map(({ kop, rij }) => [
        `${kop.aanbieder}|${rij.referentieAanbieder}`,
        kop.dagtekening,
      ]),
    );
    for (const { kop, rij } of rijen('toewijzing')) {
      if (rij.referentieAanbieder === undefined) continue;
      const asked = requests.get(`${kop.aanbieder}|${rij.referentieAanbieder}`);
      assert.ok(asked !== undefined && asked <= kop.dagtekening);
    }
  });
}
