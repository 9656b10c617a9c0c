// SPDX-License-Identifier: EUPL-1.2
import type { RijMaatNaam } from '../rij-maat.ts';
import type { Parameters } from './prestaties.ts';

/** What is counted of the rows `r` of the cell. */
interface Telling {
  readonly tekst: string;
  readonly waarde: string;
  /** A condition that narrows the rows down, with its words. */
  readonly als?: (parameters: Parameters) => readonly [tekst: string, sql: string];
}

const ROWS = 'count(*)';
const PERSONEN: Telling = { tekst: 'distinct young people in those rows', waarde: 'count(DISTINCT r.wie)' };
const GEZINNEN: Telling = { tekst: 'distinct families in those rows', waarde: 'count(DISTINCT r.wie)' };
const AANBIEDERS: Telling = {
  tekst: 'distinct providers of those rows',
  waarde: 'count(DISTINCT r.aanbieder)',
};
const PLAATSINGEN: Telling = { tekst: 'placements', waarde: ROWS };
const ANTWOORDEN: Telling = { tekst: 'answers', waarde: ROWS };
const FORMULIEREN: Telling = { tekst: 'distinct forms of those rows', waarde: 'count(DISTINCT r.formulier)' };

/** Sum of a number that rows have. */
function som(tekst: string, getal: string): Telling {
  return { tekst, waarde: `coalesce(sum(${getal}), 0)::BIGINT` };
}

function als(telling: Telling, tekst: string, sql: string): Telling {
  return { ...telling, als: () => [tekst, sql] };
}

/** Quantities over rows of other sources, each as its rows are counted. */
export const BRON_MATEN: Readonly<Record<RijMaatNaam, Telling>> = {
  'jeugdigen-met-maatregel': PERSONEN,
  beschikkingen: { tekst: 'decisions', waarde: ROWS },
  'jbt-gezinnen': GEZINNEN,
  'jbt-besluiten': GEZINNEN,
  'cit-zaken': { tekst: 'cases', waarde: ROWS },
  'plaatsingen-begonnen': als(PLAATSINGEN, 'that begin in the period', 'r.van >= r.van_dag'),
  'jeugdigen-geplaatst': PERSONEN,
  'plaatsingen-op-einde': als(PLAATSINGEN, 'that run on the last day of the period', 'r.tot >= r.tot_dag'),
  'proeftuin-gezinnen': als(
    GEZINNEN,
    'of files about the period or a part of it',
    'r.van >= r.van_dag AND r.tot <= r.tot_dag',
  ),
  wachtenden: som('waiting children', 'r.wachtenden'),
  'wachtenden-met-overbrugging': som('waiting children with bridging care', 'r.met_overbrugging'),
  'wachtenden-zonder-overbrugging': som(
    'waiting children without bridging care',
    'coalesce(r.wachtenden, 0) - coalesce(r.met_overbrugging, 0)',
  ),
  'wachtenden-lang': som('children who wait longer than 90 days', 'r.meer_dan_90_dagen'),
  'in-zorg': som('children in care', 'r.in_zorg'),
  'aanbieders-met-wachttijd': AANBIEDERS,
  'aanbieders-gevraagd': AANBIEDERS,
  'aanbieders-geantwoord': als(AANBIEDERS, 'that were answered', 'r.antwoorden > 0'),
  vragen: { tekst: 'questions asked', waarde: ROWS },
  antwoorden: als(ANTWOORDEN, 'that were answered', 'r.waarde IS NOT NULL'),
  'antwoorden-positief': {
    ...ANTWOORDEN,
    als: (parameters) => [
      `of ${Number(parameters['positief-vanaf'])} or higher`,
      `r.waarde >= ${Number(parameters['positief-vanaf'])}`,
    ],
  },
  'rci-paren': ANTWOORDEN,
  'rci-verbeterd': als(ANTWOORDEN, 'that improved by more than chance explains', "r.oordeel = 'verbeterd'"),
  'rci-ongewijzigd': als(
    ANTWOORDEN,
    'that differ by no more than chance explains',
    "r.oordeel = 'ongewijzigd'",
  ),
  'rci-verslechterd': als(
    ANTWOORDEN,
    'that worsened by more than chance explains',
    "r.oordeel = 'verslechterd'",
  ),
  'big5-gevraagd': FORMULIEREN,
  'big5-ingevuld': als(FORMULIEREN, 'of forms that are complete', 'r.ingevuld = 5'),
  'big5-alle-vijf': als(
    FORMULIEREN,
    'of complete forms with all five in order',
    'r.ingevuld = 5 AND r.goed = 5',
  ),
  'big5-onderdelen': ANTWOORDEN,
  'big5-onderdelen-goed': als(ANTWOORDEN, 'that are in order', 'r.waarde >= 1'),
  'inwoners-0-17': {
    tekst: 'residents aged 0 to 17, when every gemeente of the area is known',
    waarde: 'sum(r.jongeren)',
  },
  'cbs-percentage': { tekst: 'that percentage as a share', waarde: 'any_value(r.waarde) / 100' },
};
