// SPDX-License-Identifier: EUPL-1.2
import type { PlanMaat } from '../figure-plan.ts';
import type { ParameterNaam, ParameterWaarde } from '../parameter.ts';
import { dateLiteral, inGebied, inSelectie, literal, type UitlegCel } from './cel.ts';
import type { UitlegMeting, UitlegStap } from './stap.ts';

type Parameters = Readonly<Partial<Record<ParameterNaam, ParameterWaarde>>>;

interface Telling {
  readonly tekst: string;
  /** What is counted of the trajecten `t` that are left. */
  readonly waarde: string;
  /** Conditions that narrow the trajecten down, in order, each with its words. */
  readonly trap: readonly (readonly [tekst: string, sql: string])[];
}

const LOOPT = "DATE '9999-12-31'";
const COUNTS = 'count(*) AS trajecten, count(DISTINCT t.pseudoniem) AS clienten';

/** Quantities over trajecten that can be explained. */
export const TRAJECT_MATEN: Readonly<
  Record<string, (cel: UitlegCel, parameters: Parameters, redenen: readonly string[] | undefined) => Telling>
> = {
  trajecten: () => ({ tekst: 'trajecten', waarde: 'count(*)', trap: [] }),
  instroom: (cel, parameters) => ({
    tekst: 'distinct clients of those trajecten',
    waarde: 'count(DISTINCT t.pseudoniem)',
    trap: [
      ['that begin in the period', `t.begin >= ${dateLiteral(cel.periode.van)}`],
      [
        `whose client had no care in the ${Number(parameters['terugkijk-dagen'])} days before`,
        `NOT EXISTS (SELECT 1 FROM traject o WHERE o.pseudoniem = t.pseudoniem AND o.begin < t.begin AND o.tot >= t.begin - ${Number(parameters['terugkijk-dagen'])})`,
      ],
    ],
  }),
  uitstroom: (cel, parameters) => ({
    tekst: 'distinct clients of those trajecten',
    waarde: 'count(DISTINCT t.pseudoniem)',
    trap: [endsInPeriod(cel), leaves(parameters)],
  }),
  eindes: (cel, _, redenen) => ({
    tekst: 'ends of trajecten',
    waarde: 'count(*)',
    trap: [endsInPeriod(cel), ...definitive(redenen)],
  }),
  'dagen-van-eindes': (cel, _, redenen) => ({
    tekst: 'days of those trajecten, first and last included',
    waarde: 'coalesce(sum(t.tot - t.begin + 1), 0)::BIGINT',
    trap: [endsInPeriod(cel), ...definitive(redenen)],
  }),
  'uitstroom-momenten': (cel, parameters, redenen) => ({
    tekst: 'moments of outflow: a client and a day',
    waarde: 'count(DISTINCT (t.pseudoniem, t.tot))',
    trap: [endsInPeriod(cel), ...definitive(redenen), leaves(parameters)],
  }),
  'momenten-met-terugkeer': (cel, parameters, redenen) => ({
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
  { maat, kolom, redenen }: Pick<PlanMaat, 'maat' | 'kolom' | 'redenen'>,
  cel: UitlegCel,
  parameters: Parameters,
): UitlegMeting | undefined {
  const telling = TRAJECT_MATEN[maat]?.(cel, parameters, redenen);
  if (telling === undefined) return undefined;
  const inPeriod = `t.begin <= ${dateLiteral(cel.periode.tot)} AND t.tot >= ${dateLiteral(cel.periode.van)}`;
  const own = inSelectie(cel, 't');
  const trappen: readonly (readonly [string, string])[] = [
    [`with at least one day of care in ${cel.periode.label}`, inPeriod],
    ...(own === 'true'
      ? []
      : [
          [
            Object.entries(cel.selectie)
              .map(([dimensie, value]) => `of ${dimensie} ${value}`)
              .join(', '),
            own,
          ] as const,
        ]),
    ...telling.trap,
  ];
  const withTrajecten = trajectTables(cel, parameters);
  const from = (conditions: readonly string[]): string =>
    `FROM traject t LEFT JOIN client c ON c.pseudoniem = t.pseudoniem${conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''}`;
  const all = trappen.map(([, sql]) => sql);
  const steps: UitlegStap[] = [
    delivered('start', cel),
    delivered('stop', cel),
    {
      id: 'zorg',
      tekst: `periods of care in ${cel.gebied} that those starts and stops make, and how many of their ends are derived`,
      sql: `SELECT count(*) AS zorgperioden, count(DISTINCT z.pseudoniem) AS clienten, count(*) FILTER (z.eind_afgeleid) AS eind_afgeleid FROM zorg_interval z WHERE ${inGebied(cel, 'z')}`,
    },
    {
      id: 'trajecten',
      tekst: `trajecten: periods of one client, provider and type with at most ${Number(parameters['traject-gap-days'])} day without care between them`,
      sql: `${withTrajecten} SELECT ${COUNTS} ${from([])}`,
    },
    ...trappen.map(([tekst], index) => ({
      id: index === 0 ? 'in-periode' : `trap-${index}`,
      tekst: `of those, trajecten ${tekst}`,
      sql: `${withTrajecten} SELECT ${COUNTS} ${from(all.slice(0, index + 1))}`,
    })),
    {
      id: maat,
      tekst: telling.tekst,
      sql: `${withTrajecten} SELECT ${telling.waarde} AS waarde ${from(all)}`,
    },
  ];
  return {
    kolom,
    cel,
    bron: 'trajecten',
    op: 'overlap',
    stappen: steps,
    rijen: rowsOf(withTrajecten, from(all)),
  };
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

function delivered(tabel: 'start' | 'stop', cel: UitlegCel): UitlegStap {
  const gemeenten = cel.gemeenten.map(literal).join(', ');
  return {
    id: tabel === 'start' ? 'starts' : 'stops',
    tekst: `${tabel} lines delivered about ${cel.gebied}, those that delete another one, and those that exist after retours and deletions`,
    sql: `SELECT count(*) AS geleverd, count(*) FILTER (r.status_aanlevering = '3') AS verwijderend, (SELECT count(*) FROM ${tabel}_actueel a WHERE a.gemeente IN (${gemeenten})) AS bestaan FROM ${tabel} r JOIN bericht b USING (bericht_id) WHERE b.gemeente IN (${gemeenten})`,
  };
}

/** The trajecten of one area, built from its own periods of care as if nothing else existed. */
function trajectTables(cel: UitlegCel, parameters: Parameters): string {
  const order = 'PARTITION BY pseudoniem, aanbieder, type ORDER BY begin, tot, gemeente, toewijzing_nummer';
  const gap = Number(parameters['traject-gap-days']);
  return `WITH zorg AS (SELECT z.*, coalesce(z.eind, ${LOOPT}) AS tot FROM zorg_interval z WHERE ${inGebied(cel, 'z')}),
genummerd AS (SELECT *, sum(nieuw) OVER (${order} ROWS UNBOUNDED PRECEDING) AS nr FROM (
  SELECT *, CASE WHEN begin <= max(tot) OVER (${order} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) + 1 + ${gap} THEN 0 ELSE 1 END AS nieuw FROM zorg)),
traject AS (SELECT pseudoniem, aanbieder, type, nr, min(begin) AS begin, max(tot) AS tot, arg_min(gemeente, (begin, gemeente)) AS gemeente,
    arg_min(verwijzer, (begin, verwijzer)) AS verwijzer, arg_min(categorie, (begin, categorie)) AS categorie,
    arg_min(einde, (${LOOPT} - tot, eind_afgeleid, einde)) AS einde
  FROM (SELECT *, CASE WHEN eind IS NULL THEN 'loopt' WHEN eind_afgeleid THEN 'afgeleid' ELSE coalesce(reden, 'onbekend') END AS einde FROM genummerd)
  GROUP BY pseudoniem, aanbieder, type, nr)`;
}

/** The starts and stops of the toewijzingen that the trajecten are made of. */
function rowsOf(withTrajecten: string, from: string): string {
  const parts = (['start', 'stop'] as const).map(
    (tabel) =>
      `SELECT DISTINCT r.bericht_id, r.regel, '${tabel}' AS rol, NULL::BIGINT AS bedrag_cents, r.pseudoniem FROM deel d JOIN ${tabel}_actueel r
  ON r.gemeente = d.gemeente AND r.aanbieder = d.aanbieder AND r.pseudoniem = d.pseudoniem AND r.toewijzing_nummer IS NOT DISTINCT FROM d.toewijzing_nummer
  AND r.begindatum <= d.tot`,
  );
  return `${withTrajecten},
gekozen AS (SELECT t.* ${from}),
deel AS (SELECT DISTINCT g.gemeente, g.aanbieder, g.pseudoniem, g.toewijzing_nummer, g.tot FROM genummerd g
  JOIN gekozen k ON k.pseudoniem = g.pseudoniem AND k.aanbieder = g.aanbieder AND k.type = g.type AND k.nr = g.nr)
${parts.join('\nUNION ALL\n')}`;
}
