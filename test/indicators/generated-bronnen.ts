// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { formatPlainDate, type PlainDate, parsePlainDate } from '../../src/contract/index.ts';
import type { World } from './evaluator-world.ts';
import { AANBIEDERS, GEMEENTEN } from './generated-messages.ts';

type Rijen = NonNullable<World['bronnen']>[string];

const START = parsePlainDate('2020-12-01') as PlainDate;
/** A day around the years that figures are asked about, often at a turn. */
const when = fc.oneof(
  fc.nat({ max: 800 }).map((days) => formatPlainDate((START + days) as PlainDate)),
  fc.constantFrom(
    '2020-12-31',
    '2021-01-01',
    '2021-12-31',
    '2022-01-01',
    '2022-03-31',
    '2022-12-31',
    '2020-02-29',
  ),
);
const until = fc.option(when, { nil: '', freq: 2 });
/** First days of what ran in 2020, the period of its file. */
const ran = fc.constantFrom(
  '2019-12-31',
  '2020-01-01',
  '2020-02-29',
  '2020-03-31',
  '2020-12-15',
  '2020-12-31',
  '2018-12-15',
);
const gemeente = fc.constantFrom(...GEMEENTEN.map((code) => `GM${code}`), 'GM0001');
const maybeGemeente = fc.oneof(gemeente, fc.constant(''));
const aanbieder = fc.constantFrom(...AANBIEDERS);
const persoon = fc.constantFrom('K1', 'K2', 'K3').map((eigen_nummer) => ({ eigen_nummer }));
const quarterDay = fc.constantFrom('2021-03-31', '2021-06-30', '2022-06-30', '2022-03-31');
const small = fc.nat({ max: 12 });

const maatregel = fc
  .record({
    gi: fc.constantFrom('jbw', 'leger'),
    soort: fc.constantFrom('ots', 'ots', 'vots', 'voogdij', 'jr', 'muhp'),
    gemeente,
    begin: ran,
    eind: until,
    beschikking_op: fc.oneof(fc.constant(''), when),
  })
  .chain((rij) => persoon.map((wie) => ({ ...rij, ...wie, periode: '2020' })))
  .filter(({ begin, eind }) => eind === '' || eind >= begin);

const jbt = fc.record({
  herkomst: fc.constantFrom('h1', 'h4'),
  gezin: fc.constantFrom('G1', 'G2', 'G3'),
  gemeente: maybeGemeente,
  verwijzer: fc.constantFrom('gi', 'overig', 'lokale-teams'),
  datum: when,
  soort: fc.constantFrom('regulier', 'regulier', 'vots', 'vth'),
  besluit: fc.constantFrom('start', 'geen', 'uitgesteld'),
  besluitdatum: when,
});

const cit = fc.record({
  afzender: fc.constant('cit'),
  datum: when,
  soort: fc.constantFrom('crisis', 'huisverbod'),
  gemeente: maybeGemeente,
});

const plaatsing = fc
  .record({
    afzender: fc.constant('coordinatie'),
    voorziening: fc.constantFrom('a', 'b'),
    gemeente,
    begin: ran,
    eind: until,
    eigen_nummer: fc.constantFrom('', 'P1', 'P2'),
  })
  .map((rij) => ({ ...rij, periode: '2020' }))
  .filter(({ begin, eind }) => eind === '' || eind >= begin);

const zorg = fc.record({
  afzender: fc.constant('proeftuin'),
  periode: fc.constantFrom('2021', '2022', '2022-Q1'),
  gezin: fc.constantFrom('G1', 'G2'),
  gemeente: maybeGemeente,
  domein: fc.constantFrom('gezondheid', 'netwerk'),
  zorg: fc.constantFrom('schulden', 'school'),
});

const wachttijd = fc.record({
  aanbieder,
  peildatum: quarterDay,
  uitvraag: fc.constantFrom('regulier', 'regulier', 'pleegzorg'),
  gemeente: maybeGemeente,
  zorgvorm: fc.constantFrom('ggz', 'pleegzorg', 'gezinshuis'),
  verblijf: fc.constantFrom('ambulant', 'verblijf'),
  leeftijdsklasse: fc.constantFrom('', '0-3', '12-17'),
  wachtklasse: fc.constantFrom('', '0-14', '>112'),
  wachtenden: small.map((n) => n + 12),
  meer_dan_90_dagen: small,
  met_overbrugging: small,
  in_zorg: small,
});

const uitvraag = fc.record({
  afzender: fc.constant('bureau'),
  uitvraag: fc.constantFrom('regulier', 'pleegzorg'),
  peildatum: quarterDay,
  aanbieder,
  zorgvorm: fc.constantFrom('', 'ggz', 'pleegzorg'),
  gevraagd_op: fc.constant('2021-01-01'),
});

const uitkomst = fc
  .record({
    aanbieder: fc.constantFrom(AANBIEDERS[0] ?? ''),
    gemeente: maybeGemeente,
    moment: fc.constantFrom('eind', 'eind', 'begin'),
    informant: fc.constantFrom('jeugdige', 'ouder'),
    instrument: fc.constantFrom('tevredenheid', 'zonder-hulp-verder', 'doelrealisatie', 'sdq', 'big5'),
    onderdeel: fc.constantFrom('volwassene', 'wonen', 'school-werk', 'inkomen', 'welzijn'),
    datum: when,
    waarde: fc.oneof(fc.constant(''), fc.nat({ max: 10 })),
  })
  .chain((rij) =>
    persoon.map((wie) => ({ ...rij, ...wie, onderdeel: rij.instrument === 'big5' ? rij.onderdeel : '' })),
  );

/** Ages and sexes that one gemeente is told in; the last of them tells no class of age. */
const INDELINGEN = [
  [[0, 17]],
  [
    [0, 3],
    [4, 11],
    [12, 17],
  ],
  [
    [0, 3],
    [4, 9],
    [10, 11],
    [12, 17],
  ],
  [
    [0, 5],
    [6, 17],
  ],
] as const;

const bevolking = fc.uniqueArray(
  fc.record({
    indeling: fc.constantFrom(...INDELINGEN),
    geslachten: fc.constantFrom([''], ['1', '2']),
    gemeente: fc.constantFrom(...GEMEENTEN.map((code) => `GM${code}`)),
    peildatum: fc.constantFrom('2021-01-01', '2022-01-01'),
    aantal: fc.integer({ min: 1, max: 9999 }),
  }),
  { selector: (rij) => `${rij.gemeente} ${rij.peildatum}`, maxLength: 8 },
);

/** Files of every source, with everything that a figure must tell apart. */
export const generatedBronnen: fc.Arbitrary<NonNullable<World['bronnen']>> = fc
  .record({
    maatregelen: list(maatregel),
    jbt: list(jbt),
    cit: list(cit),
    jeugdzorgplus: list(plaatsing),
    proeftuin: list(zorg),
    wachttijden: list(wachttijd),
    uitvragen: fc.uniqueArray(uitvraag, {
      selector: (rij) => `${rij.uitvraag} ${rij.peildatum} ${rij.aanbieder} ${rij.zorgvorm}`,
      maxLength: 8,
    }),
    uitkomsten: list(uitkomst),
    bevolking: bevolking.map((rijen) =>
      rijen.flatMap(({ indeling, geslachten, aantal, ...rij }) =>
        indeling.flatMap(([leeftijd_van, leeftijd_tot]) =>
          geslachten.map((geslacht) => ({
            ...rij,
            afzender: 'cbs',
            leeftijd_van,
            leeftijd_tot,
            geslacht,
            aantal: aantal + leeftijd_tot + geslacht.length * Number(geslacht),
          })),
        ),
      ),
    ),
  })
  .map((bronnen) =>
    Object.fromEntries(
      Object.entries(bronnen)
        .map(([soort, rijen]) => [soort, withPeriode(soort, rijen as Rijen)] as const)
        .filter(([, rijen]) => rijen.length > 0),
    ),
  );

function list<Rij>(rij: fc.Arbitrary<Rij>): fc.Arbitrary<Rij[]> {
  return fc.array(rij, { maxLength: 10 });
}

/** Sources whose file covers a period: one of the year that the row is about. */
function withPeriode(soort: string, rijen: Rijen): Rijen {
  if (!['jbt', 'cit', 'uitkomsten'].includes(soort)) return rijen;
  return rijen.map((rij) => ({ ...rij, periode: String(rij.datum).slice(0, 4) }));
}
