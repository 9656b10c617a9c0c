// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import {
  addDaysByHand,
  existing,
  type Handwerk,
  readByHand,
  type Traject,
  trajectenByHand,
  typeByHand,
} from './met-de-hand.ts';
import { Terminal } from './small-region.ts';
import { type RijMetDeHand, rowsByHand } from './tabellen-met-de-hand.ts';

/** The composition of 2024, by hand. */
const REGIO = ['GM0503', 'GM0518', 'GM1916', 'GM1842', 'GM1926', 'GM0603', 'GM0629', 'GM1783', 'GM0637'];
const GEBIED: Readonly<Record<string, readonly string[]>> = {
  JZ24: REGIO,
  H9: REGIO,
  H8: REGIO.filter((gemeente) => gemeente !== 'GM0518'),
  H3: ['GM0518', 'GM1916', 'GM0603'],
  GM0518: ['GM0518'],
};

interface Step {
  readonly id: string;
  readonly telt: Readonly<Record<string, number>>;
  readonly sql: string;
}
interface Measured {
  readonly kolom: string;
  readonly periode: string;
  readonly stappen: readonly Step[];
  readonly waarde: number;
  readonly herkomst: {
    readonly regels: number;
    readonly rijen: readonly object[];
    readonly leveringen: readonly { readonly rol: string; readonly regels: number }[];
  };
}
interface Answer {
  readonly cijfers: readonly {
    readonly variant: string;
    readonly waarde: number | null;
    readonly klopt: boolean | null;
  }[];
  readonly metingen: readonly Measured[];
}

let terminal: Terminal;
let work: Handwerk;
let typeOf: ReturnType<typeof typeByHand>;

before(async () => {
  terminal = new Terminal();
  await terminal.run('new', 's', '--regio', 'haaglanden');
  assert.equal((await terminal.run('sample', 's', '--scale', '0.01')).code, 0);
  assert.equal((await terminal.run('ingest', 's')).code, 0);
  work = readByHand(terminal.path('s', 'bronnen'));
  typeOf = typeByHand(readFileSync(terminal.path('s', 'producten.csv'), 'utf8'));
});
after(() => terminal.remove());

async function explain(indicator: string, cell: string, ...more: readonly string[]): Promise<Answer> {
  const { code, out, notes } = await terminal.run(
    'explain',
    's',
    indicator,
    '--cell',
    cell,
    '--json',
    ...more,
  );
  assert.equal(code, 0, notes);
  const answer = JSON.parse(out) as Answer;
  for (const { klopt } of answer.cijfers) assert.notEqual(klopt, false, `${indicator} ${cell}`);
  return answer;
}

function step(measured: Measured, id: string): Readonly<Record<string, number>> {
  const found = measured.stappen.find((candidate) => candidate.id === id);
  assert.ok(found, `${measured.kolom} has a step ${id}`);
  return found.telt;
}

interface Handcell {
  readonly gebied: string;
  readonly van: string;
  readonly tot: string;
  readonly type?: string;
  readonly aanbieder?: string;
}

/** Every count of a quantity over declarations, from the files. */
function declaratiesByHand(cell: Handcell, op: 'overlap' | 'begin') {
  const gemeenten = GEBIED[cell.gebied] ?? [];
  const standing = ({ bericht, referentie }: Handwerk['regels'][number]): boolean =>
    !work.geweigerd.has(bericht) && !work.regelGeweigerd.has(`${bericht} ${referentie}`);
  const credited = new Set(
    work.regels
      .filter((regel) => !regel.debet && standing(regel))
      .map(({ aanbieder, vorige }) => `${aanbieder} ${vorige}`),
  );
  const delivered = work.regels.filter(
    ({ debet, gemeente, begin, eind }) =>
      debet &&
      gemeenten.includes(gemeente) &&
      begin <= cell.tot &&
      (op === 'begin' ? begin >= cell.van : eind >= cell.van),
  );
  const refusedWhole = delivered.filter(({ bericht }) => work.geweigerd.has(bericht));
  const refusedLine = delivered.filter((regel) => !work.geweigerd.has(regel.bericht) && !standing(regel));
  const left = delivered.filter(standing);
  const taken = left.filter(({ aanbieder, referentie }) => credited.has(`${aanbieder} ${referentie}`));
  const stands = left.filter(({ aanbieder, referentie }) => !credited.has(`${aanbieder} ${referentie}`));
  const inCell = stands.filter(
    ({ categorie, code, aanbieder, begin }) =>
      (cell.type === undefined || typeOf(categorie, code, aanbieder, begin) === cell.type) &&
      (cell.aanbieder === undefined || aanbieder === cell.aanbieder),
  );
  return { delivered, refusedWhole, refusedLine, taken, stands, inCell };
}

function checkDeclaraties(measured: Measured, cell: Handcell, op: 'overlap' | 'begin') {
  const hand = declaratiesByHand(cell, op);
  const sum = (lines: Handwerk['regels']): number => lines.reduce((total, { cents }) => total + cents, 0);
  const counts = (lines: Handwerk['regels']) => ({
    regels: lines.length,
    clienten: new Set(lines.map(({ bsn }) => bsn)).size,
    eurocent: sum(lines),
  });
  assert.deepEqual(step(measured, 'geleverd'), {
    regels: hand.delivered.length,
    eurocent: sum(hand.delivered),
  });
  assert.deepEqual(step(measured, 'identificatie-dubbel'), counts([]));
  assert.deepEqual(step(measured, 'bericht-geweigerd'), counts(hand.refusedWhole));
  assert.deepEqual(step(measured, 'regel-geweigerd'), counts(hand.refusedLine));
  assert.deepEqual(step(measured, 'gecrediteerd'), counts(hand.taken));
  assert.deepEqual(step(measured, 'staat'), counts(hand.stands));
  assert.equal(step(measured, 'in-gebied').regels, hand.stands.length);
  if (cell.type !== undefined || cell.aanbieder !== undefined)
    assert.equal(step(measured, 'in-cel').regels, hand.inCell.length);
  assert.equal(measured.herkomst.regels, hand.inCell.length);
  const roles = measured.herkomst.leveringen.filter(({ rol }) => rol === 'declaratie');
  assert.equal(
    roles.reduce((total, { regels }) => total + regels, 0),
    hand.inCell.length,
  );
  return hand;
}

const clientsOf = (lines: Handwerk['regels']): number => new Set(lines.map(({ bsn }) => bsn)).size;
const amountOf = (lines: Handwerk['regels']): number => lines.reduce((total, { cents }) => total + cents, 0);
const year = (jaar: number): { van: string; tot: string } => ({ van: `${jaar}-01-01`, tot: `${jaar}-12-31` });

function only(answer: Answer, index = 0): Measured {
  const measured = answer.metingen[index];
  assert.ok(measured);
  return measured;
}

test('1 clients of one type in one gemeente', async () => {
  const measured = only(await explain('clienten', 'year=2024,gemeente=GM0518,type=jeugd-ggz'));
  const hand = checkDeclaraties(measured, { gebied: 'GM0518', ...year(2024), type: 'jeugd-ggz' }, 'overlap');
  assert.equal(measured.waarde, clientsOf(hand.inCell));
  assert.ok(measured.waarde > 0);
});

test('2 expenditure of a group, when part of it was refused or granted less', async () => {
  const measured = only(await explain('uitgaven', 'year=2021,area=H8'));
  const hand = checkDeclaraties(measured, { gebied: 'H8', ...year(2021) }, 'begin');
  assert.equal(measured.waarde, amountOf(hand.inCell));
});

test('3 expenditure per client of the region', async () => {
  const answer = await explain('uitgaven-per-client', 'year=2022');
  const uitgaven = answer.metingen.find(({ kolom }) => kolom === 'uitgaven');
  const clienten = answer.metingen.find(({ kolom }) => kolom === 'clienten');
  assert.ok(uitgaven && clienten);
  const cell = { gebied: 'JZ24', ...year(2022) };
  assert.equal(uitgaven.waarde, amountOf(checkDeclaraties(uitgaven, cell, 'begin').inCell));
  assert.equal(clienten.waarde, clientsOf(checkDeclaraties(clienten, cell, 'overlap').inCell));
});

test('4 providers in a gemeente and a quarter', async () => {
  const measured = only(await explain('aanbieders', 'period=2023-Q2,gemeente=GM0518'));
  const cell = { gebied: 'GM0518', van: '2023-04-01', tot: '2023-06-30' };
  const hand = checkDeclaraties(measured, cell, 'overlap');
  assert.equal(measured.waarde, new Set(hand.inCell.map(({ aanbieder }) => aanbieder)).size);
});

test('5 clients above the cost threshold, tested on the whole area', async () => {
  const answer = await explain(
    'kosten-boven-grens',
    'year=2024,area=H3,type=jeugd-ggz',
    '--variant',
    'clienten',
  );
  const cell = { gebied: 'H3', ...year(2024), type: 'jeugd-ggz' };
  const boven = answer.metingen.find(({ kolom }) => kolom === 'clienten_boven_grens');
  assert.ok(boven);
  const hand = checkDeclaraties(boven, cell, 'overlap');
  const perClient = new Map<string, number>();
  for (const { bsn, cents } of declaratiesByHand(cell, 'begin').stands)
    perClient.set(bsn, (perClient.get(bsn) ?? 0) + cents);
  const clients = [...new Set(hand.inCell.map(({ bsn }) => bsn))];
  assert.equal(boven.waarde, clients.filter((bsn) => (perClient.get(bsn) ?? 0) > 1_000_000).length);
});

test('6 growth: the year and the base year', async () => {
  const answer = await explain('clienten-groei', 'year=2024,area=H9');
  for (const [index, jaar] of [2024, 2020].entries()) {
    const measured = answer.metingen.find(({ periode }) => periode === String(jaar)) ?? only(answer, index);
    const hand = checkDeclaraties(measured, { gebied: 'H9', ...year(jaar) }, 'overlap');
    assert.equal(measured.waarde, clientsOf(hand.inCell));
  }
});

/** Counts of starts, stops and trajecten of an area and period. */
function checkTrajecten(
  measured: Measured,
  gebied: string,
  jaar: number,
): { all: readonly Traject[]; here: readonly Traject[] } {
  const gemeenten = GEBIED[gebied] ?? [];
  for (const [id, meldingen] of [
    ['starts', work.starts],
    ['stops', work.stops],
  ] as const) {
    const own = meldingen.filter(({ gemeente }) => gemeenten.includes(gemeente));
    assert.deepEqual(step(measured, id), {
      geleverd: own.length,
      verwijderend: own.filter(({ verwijdert }) => verwijdert).length,
      bestaan: existing(own).length,
    });
  }
  assert.equal(step(measured, 'zorg').eind_afgeleid, 0);
  const all = trajectenByHand(work, gemeenten, typeOf);
  const { van, tot } = year(jaar);
  const here = all.filter(({ begin, eind }) => begin <= tot && (eind === undefined || eind >= van));
  const clients = (trajecten: readonly Traject[]): number => new Set(trajecten.map(({ bsn }) => bsn)).size;
  assert.deepEqual(step(measured, 'trajecten').trajecten, all.length);
  assert.deepEqual(step(measured, 'in-periode'), { trajecten: here.length, clienten: clients(here) });
  return { all, here };
}

test('7 trajecten of a gemeente', async () => {
  const measured = only(await explain('trajecten', 'year=2023,gemeente=GM0518'));
  assert.equal(measured.waarde, checkTrajecten(measured, 'GM0518', 2023).here.length);
});

test('8 inflow of a group', async () => {
  const measured = only(await explain('instroom', 'year=2022,area=H3'));
  const { all, here } = checkTrajecten(measured, 'H3', 2022);
  const begun = here.filter(({ begin }) => begin >= '2022-01-01');
  const fresh = begun.filter(
    ({ bsn, begin }) =>
      !all.some(
        (o) =>
          o.bsn === bsn && o.begin < begin && (o.eind === undefined || o.eind >= addDaysByHand(begin, -365)),
      ),
  );
  assert.equal(step(measured, 'trap-1').trajecten, begun.length);
  assert.equal(measured.waarde, new Set(fresh.map(({ bsn }) => bsn)).size);
});

function leaving(all: readonly Traject[], ended: readonly Traject[]): readonly Traject[] {
  return ended.filter(
    ({ bsn, eind = '' }) =>
      !all.some(
        (o) => o.bsn === bsn && (o.eind === undefined || o.eind > eind) && o.begin <= addDaysByHand(eind, 30),
      ),
  );
}

const endedIn = (here: readonly Traject[], jaar: number): readonly Traject[] =>
  here.filter(({ eind }) => eind !== undefined && eind <= `${jaar}-12-31`);

test('9 outflow of the region', async () => {
  const measured = only(await explain('uitstroom', 'year=2023'));
  const { all, here } = checkTrajecten(measured, 'JZ24', 2023);
  const gone = leaving(all, endedIn(here, 2023));
  assert.equal(step(measured, 'trap-1').trajecten, endedIn(here, 2023).length);
  assert.equal(measured.waarde, new Set(gone.map(({ bsn }) => bsn)).size);
});

test('10 early ends: numerator and denominator', async () => {
  const answer = await explain('uitval', 'year=2023,area=H8', '--variant', 'U2');
  for (const [kolom, redenen] of [
    ['eindes_32_33', ['32', '33']],
    ['eindes_31_32_33_34_35', ['31', '32', '33', '34', '35']],
  ] as const) {
    const measured = answer.metingen.find((candidate) => candidate.kolom === kolom);
    assert.ok(measured);
    const { here } = checkTrajecten(measured, 'H8', 2023);
    assert.equal(
      measured.waarde,
      endedIn(here, 2023).filter(({ reden }) => (redenen as readonly string[]).includes(reden)).length,
    );
  }
});

test('11 duration and 12 return', async () => {
  const duur = only(await explain('duur', 'year=2023,gemeente=GM0518', '--variant', 'D1'));
  const days = endedIn(checkTrajecten(duur, 'GM0518', 2023).here, 2023).reduce(
    (total, { begin, eind = '' }) => total + (Date.parse(eind) - Date.parse(begin)) / 86_400_000 + 1,
    0,
  );
  assert.equal(duur.waarde, days);
  const answer = await explain('terugkeer', 'year=2022', '--variant', 'R3');
  const measured = only(answer);
  const { all, here } = checkTrajecten(measured, 'JZ24', 2022);
  const gone = leaving(
    all,
    endedIn(here, 2022).filter(({ reden }) => reden >= '31' && reden <= '35'),
  );
  const back = gone.filter(({ bsn, eind = '' }) =>
    all.some(
      (o) => o.bsn === bsn && o.begin > addDaysByHand(eind, 30) && o.begin <= addDaysByHand(eind, 365),
    ),
  );
  const moments = (trajecten: readonly Traject[]): number =>
    new Set(trajecten.map(({ bsn, eind }) => `${bsn} ${eind}`)).size;
  assert.deepEqual(
    answer.metingen.map(({ waarde }) => waarde).toSorted((a, b) => a - b),
    [moments(back), moments(gone)].toSorted((a, b) => a - b),
  );
});

/** Of rows about the same thing those of the file drawn up last. */
function latest(rows: readonly RijMetDeHand[], same: (row: RijMetDeHand) => string): readonly RijMetDeHand[] {
  const newest = new Map<string, string>();
  for (const row of rows) {
    const { opgesteld_op: day = '' } = row;
    if (day > (newest.get(same(row)) ?? '')) newest.set(same(row), day);
  }
  return rows.filter((row) => row.opgesteld_op === newest.get(same(row)));
}

const sumOf = (rows: readonly RijMetDeHand[], column: string): number =>
  rows.reduce((total, row) => total + Number(row[column] || 0), 0);

test('13 waiting children of one form of care, from the survey in CSV, ODS and XLSX', async () => {
  const delivered = rowsByHand(terminal.path('s', 'bronnen', 'overige-bronnen', 'wachttijden'));
  const inForce = latest(delivered, ({ aanbieder, uitvraag, peildatum }) =>
    [aanbieder, uitvraag, peildatum].join(' '),
  );
  const apart = new Set(
    inForce
      .filter(({ uitvraag }) => uitvraag === 'pleegzorg')
      .map(({ aanbieder, peildatum, zorgvorm }) => [aanbieder, peildatum, zorgvorm].join(' ')),
  );
  const told = inForce.filter(
    ({ uitvraag, aanbieder, peildatum, zorgvorm = '', niets_te_melden }) =>
      niets_te_melden !== 'ja' &&
      (uitvraag === 'pleegzorg' ||
        !['pleegzorg', 'gezinshuis'].includes(zorgvorm) ||
        !apart.has([aanbieder, peildatum, zorgvorm].join(' '))),
  );
  const regional = told.filter(
    ({ peildatum, gemeente = '' }) =>
      peildatum === '2024-06-30' && (gemeente === '' || REGIO.includes(gemeente)),
  );
  const ggz = regional.filter(({ zorgvorm }) => zorgvorm === 'ggz');
  const { metingen } = await explain('wachtenden', 'year=2024,zorgvorm=ggz');
  for (const measured of metingen) {
    const { geleverd, van_kracht } = step(measured, 'geleverd-wachttijd');
    assert.deepEqual([geleverd, van_kracht], [delivered.length, inForce.length]);
    assert.deepEqual(step(measured, 'soort'), { rijen: told.length });
    assert.deepEqual(step(measured, 'in-gebied'), { rijen: regional.length });
    assert.deepEqual(step(measured, 'trap-1'), { rijen: ggz.length });
    assert.equal(measured.herkomst.regels, ggz.length);
  }
  const value = (kolom: string): number | undefined =>
    metingen.find((measured) => measured.kolom === kolom)?.waarde;
  const [waiting, bridged] = [sumOf(ggz, 'wachtenden'), sumOf(ggz, 'met_overbrugging')];
  assert.ok(bridged > 0 && waiting > bridged);
  assert.equal(value('wachtenden'), waiting);
  assert.equal(value('wachtenden_met_overbrugging'), bridged);
  assert.equal(value('wachtenden_zonder_overbrugging'), waiting - bridged);
});

test('14 families put forward to the youth protection table', async () => {
  const delivered = rowsByHand(terminal.path('s', 'bronnen', 'overige-bronnen', 'jbt'));
  const regular = delivered.filter(({ soort }) => soort === 'regulier');
  const here = regular.filter(
    ({ gemeente = '', datum = '' }) => GEBIED.H9?.includes(gemeente) && datum.startsWith('2023-'),
  );
  const measured = only(await explain('jbt-aanmeldingen', 'year=2023,area=H9'));
  assert.equal(step(measured, 'geleverd-jbt_aanmelding').geleverd, delivered.length);
  assert.deepEqual(step(measured, 'soort'), { rijen: regular.length });
  assert.deepEqual(step(measured, 'in-gebied'), { rijen: here.length });
  assert.equal(measured.waarde, new Set(here.map(({ gezin }) => gezin)).size);
  assert.ok(measured.waarde > 0);
});

test('15 a percentage of CBS', async () => {
  const file = terminal.path('s', 'bronnen', 'overige-bronnen', 'cbs', '85098NED.json');
  const { TypedDataSet: rows } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly TypedDataSet: readonly Readonly<Record<string, string | number | null>>[];
  };
  const topic = 'JongerenMetJeugdhulpInNatura_1';
  const [row] = rows.filter(({ RegioS, Perioden }) => RegioS === 'GM0518' && Perioden === '2022JJ00');
  const topics = Object.keys(row ?? {}).filter((key) => key.startsWith('Jongeren'));
  const { metingen } = await explain('cbs-jeugdhulp', 'year=2022,gemeente=GM0518', '--variant', 'jeugdhulp');
  const [measured] = metingen;
  assert.ok(measured);
  assert.equal(step(measured, 'geleverd-cbs_waarneming').geleverd, rows.length * topics.length);
  assert.equal(step(measured, 'in-gebied').rijen, topics.length);
  assert.equal(measured.waarde, Number(row?.[topic]) / 100);
  assert.equal(measured.herkomst.regels, 1);
});

/** A value that occurs in the sample, per dimension that indicators have cells of. */
const WAARDEN: Readonly<Record<string, string>> = {
  type: 'jeugd-ggz',
  zorgvorm: 'ggz',
  verwijzer: 'gi',
  besluit: 'start',
  domein: 'netwerk',
  informant: 'jeugdige',
  gemeente: 'GM0518',
};

test('every variant of every indicator is explained: its steps lead to its figure, and rows are named by number', async (t) => {
  const { out } = await terminal.run('indicators', '--json');
  const all = JSON.parse(out) as readonly { readonly id: string; readonly dimensies: readonly string[] }[];
  assert.ok(all.length >= 40);
  let figures = 0;
  for (const { id, dimensies } of all) {
    const split = Object.keys(WAARDEN).find((dimensie) => dimensies.includes(dimensie));
    const cell =
      id === 'respons' || split === undefined
        ? 'year=2022,area=H3'
        : `year=2023,area=H9,${split}=${WAARDEN[split]}`;
    for (const asked of ['year=2023', cell]) {
      const { cijfers, metingen } = await explain(id, asked);
      for (const { variant, waarde, klopt } of cijfers) {
        figures += 1;
        if (waarde !== null) assert.equal(klopt, true, `${id} ${variant} ${asked}`);
      }
      for (const { herkomst } of metingen)
        if (herkomst.regels > 0)
          assert.deepEqual(Object.keys(herkomst.rijen[0] ?? {}), ['levering', 'bericht', 'regel', 'rol']);
    }
  }
  t.diagnostic(`${figures} figures explained`);
});
