// SPDX-License-Identifier: EUPL-1.2
import type { PlanMaat } from '../figure-plan.ts';
import { DUURKLASSEN } from '../maat.ts';
import { dateLiteral, inSelectie, literal, type UitlegCel } from './cel.ts';
import { type UitlegMeting, type UitlegStap, withTables } from './stap.ts';
import {
  fromTrajecten,
  type Parameters,
  rowsOfTrajecten,
  TRAJECT_COUNTS,
  touches,
  trajectSteps,
  trajectTables,
} from './traject-tabellen.ts';

interface Telling {
  readonly tekst: string;
  /** What is counted of the trajecten `t` that are left. */
  readonly waarde: string;
  /** Conditions that narrow the trajecten down, in order, each with its words. */
  readonly trap: readonly (readonly [tekst: string, sql: string])[];
}

/** Quantities over trajecten that can be explained. */
export const TRAJECT_MATEN: Readonly<
  Record<
    string,
    (cel: UitlegCel, parameters: Parameters, maat: Pick<PlanMaat, 'redenen' | 'duurklasse'>) => Telling
  >
> = {
  trajecten: () => ({ tekst: 'trajecten', waarde: 'count(*)', trap: [] }),
  'trajecten-verwijzer-afgeleid': () => ({
    tekst: 'trajecten',
    waarde: 'count(*)',
    trap: [['whose verwijzer was derived', 't.verwijzer_afgeleid']],
  }),
  begonnen: (cel) => ({ tekst: 'trajecten', waarde: 'count(*)', trap: [beginsInPeriod(cel)] }),
  'begonnen-na-eerdere-hulp': (cel, parameters) => ({
    tekst: 'trajecten',
    waarde: 'count(*)',
    trap: [
      beginsInPeriod(cel),
      [
        `whose client had care in the ${Number(parameters['eerdere-hulp-dagen'])} days before`,
        careBefore(Number(parameters['eerdere-hulp-dagen'])),
      ],
    ],
  }),
  lopend: (cel, _, { duurklasse }) => ({
    tekst: 'trajecten',
    waarde: 'count(*)',
    trap: [
      ['that run on the last day of the period', `t.tot >= ${dateLiteral(cel.periode.tot)}`],
      ...lasting(cel, duurklasse),
    ],
  }),
  instroom: (cel, parameters) => ({
    tekst: 'distinct clients of those trajecten',
    waarde: 'count(DISTINCT t.pseudoniem)',
    trap: [beginsInPeriod(cel), isNew(parameters)],
  }),
  'instroom-in-een-keer-goed': (cel, parameters) => ({
    tekst: 'distinct clients of those trajecten',
    waarde: 'count(DISTINCT t.pseudoniem)',
    trap: [beginsInPeriod(cel), isNew(parameters), ...isRight(parameters)],
  }),
  'instroom-in-een-keer-afgerond': (cel, parameters) => ({
    tekst: 'distinct clients of those trajecten',
    waarde: 'count(DISTINCT t.pseudoniem)',
    trap: [
      beginsInPeriod(cel),
      isNew(parameters),
      ...isRight(parameters),
      [
        `that ended within ${Number(parameters['in-een-keer-dagen'])} days of their begin`,
        `t.tot <= t.begin + ${Number(parameters['in-een-keer-dagen'])}`,
      ],
    ],
  }),
  uitstroom: (cel, parameters) => ({
    tekst: 'distinct clients of those trajecten',
    waarde: 'count(DISTINCT t.pseudoniem)',
    trap: [endsInPeriod(cel), leaves(parameters)],
  }),
  eindes: (cel, _, { redenen }) => ({
    tekst: 'ends of trajecten',
    waarde: 'count(*)',
    trap: [endsInPeriod(cel), ...definitive(redenen)],
  }),
  'dagen-van-eindes': (cel, _, { redenen }) => ({
    tekst: 'days of those trajecten, first and last included',
    waarde: 'coalesce(sum(t.tot - t.begin + 1), 0)::BIGINT',
    trap: [endsInPeriod(cel), ...definitive(redenen)],
  }),
  'uitstroom-momenten': (cel, parameters, { redenen }) => ({
    tekst: 'moments of outflow: a client and a day',
    waarde: 'count(DISTINCT (t.pseudoniem, t.tot))',
    trap: [endsInPeriod(cel), ...definitive(redenen), leaves(parameters)],
  }),
  'momenten-met-terugkeer': (cel, parameters, { redenen }) => ({
    tekst: 'moments of outflow: a client and a day',
    waarde: 'count(DISTINCT (t.pseudoniem, t.tot))',
    trap: [
      endsInPeriod(cel),
      ...definitive(redenen),
      leaves(parameters),
      [
        `after which the client began again, ${Number(parameters['uitstroom-dagen']) + 1} to ${Number(parameters['return-window-days'])} days later`,
        `EXISTS (SELECT 1 FROM traject o WHERE o.pseudoniem = t.pseudoniem AND o.begin > t.tot + ${Number(parameters['uitstroom-dagen'])} AND o.begin <= t.tot + ${Number(parameters['return-window-days'])})`,
      ],
    ],
  }),
};

/** How a quantity over trajecten comes about; undefined for a quantity that has no explanation of its own. */
export function trajectMeting(
  maat: PlanMaat,
  cel: UitlegCel,
  parameters: Parameters,
): UitlegMeting | undefined {
  const telling = TRAJECT_MATEN[maat.maat]?.(cel, parameters, maat);
  if (telling === undefined) return undefined;
  const own = inSelectie(cel, 't');
  const selection = Object.entries(cel.selectie).map(([dimensie, value]) => `of ${dimensie} ${value}`);
  const trappen: readonly (readonly [string, string])[] = [
    [`with at least one day of care in ${cel.periode.label}`, touches(cel)],
    ...(own === 'true' ? [] : [[selection.join(', '), own] as const]),
    ...telling.trap,
  ];
  const gedeeld = trajectTables(cel, parameters);
  const withTrajecten = withTables(gedeeld);
  const all = trappen.map(([, sql]) => sql);
  const steps: UitlegStap[] = [
    ...trajectSteps(cel, parameters, withTrajecten),
    ...trappen.map(([tekst], index) => ({
      id: index === 0 ? 'in-periode' : `trap-${index}`,
      tekst: `of those, trajecten ${tekst}`,
      sql: `${withTrajecten} SELECT ${TRAJECT_COUNTS} ${fromTrajecten(all.slice(0, index + 1))}`,
    })),
    {
      id: maat.maat,
      tekst: telling.tekst,
      sql: `${withTrajecten} SELECT ${telling.waarde} AS waarde ${fromTrajecten(all)}`,
    },
  ];
  const rijen = rowsOfTrajecten(withTrajecten, fromTrajecten(all));
  return { kolom: maat.kolom, cel, bron: 'trajecten', op: 'overlap', stappen: steps, gedeeld, rijen };
}

/** That begin in the period. */
export function beginsInPeriod(cel: UitlegCel): readonly [string, string] {
  return ['that begin in the period', `t.begin >= ${dateLiteral(cel.periode.van)}`];
}

function careBefore(days: number): string {
  return `EXISTS (SELECT 1 FROM traject o WHERE o.pseudoniem = t.pseudoniem AND o.begin < t.begin AND o.tot >= t.begin - ${days})`;
}

function isNew(parameters: Parameters): readonly [string, string] {
  const days = Number(parameters['terugkijk-dagen']);
  return [`whose client had no care in the ${days} days before`, `NOT ${careBefore(days)}`];
}

function isRight(parameters: Parameters): readonly (readonly [string, string])[] {
  const days = Number(parameters['in-een-keer-dagen']);
  return [
    ['that ended with reason 31', "t.einde = '31'"],
    [
      `without the begin of another type or provider within ${days} days`,
      `NOT EXISTS (SELECT 1 FROM traject o WHERE o.pseudoniem = t.pseudoniem AND (o.type <> t.type OR o.aanbieder <> t.aanbieder) AND o.begin BETWEEN t.begin AND t.begin + ${days})`,
    ],
  ];
}

/** Whole months from the begin up to and including the last day of the period. */
function lasting(cel: UitlegCel, duurklasse: string | undefined): readonly (readonly [string, string])[] {
  const klasse = DUURKLASSEN.find(({ code }) => code === duurklasse);
  if (klasse === undefined) return [];
  const last = dateLiteral(cel.periode.tot);
  const until = klasse.tot === undefined ? '' : ` AND t.begin + to_months(${klasse.tot}) > ${last} + 1`;
  return [[`that have run ${klasse.code}`, `t.begin + to_months(${klasse.vanaf}) <= ${last} + 1${until}`]];
}

function endsInPeriod(cel: UitlegCel): readonly [string, string] {
  return ['that end in the period', `t.einde <> 'loopt' AND t.tot <= ${dateLiteral(cel.periode.tot)}`];
}

function definitive(redenen: readonly string[] | undefined): readonly (readonly [string, string])[] {
  const ended = ['that a stop message ended', "t.einde <> 'afgeleid'"] as const;
  if (redenen === undefined) return [ended];
  return [ended, [`with reason ${redenen.join(', ')}`, `t.einde IN (${redenen.map(literal).join(', ')})`]];
}

function leaves(parameters: Parameters): readonly [string, string] {
  const days = Number(parameters['uitstroom-dagen']);
  return [
    `after which no care of the client runs and none begins within ${days} days`,
    `NOT EXISTS (SELECT 1 FROM traject o WHERE o.pseudoniem = t.pseudoniem AND o.tot > t.tot AND o.begin <= t.tot + ${days})`,
  ];
}
