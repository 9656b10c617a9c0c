// SPDX-License-Identifier: EUPL-1.2
import type { PlanMaat } from '../figure-plan.ts';
import type { ParameterNaam, ParameterWaarde } from '../parameter.ts';
import { ageSql, dateLiteral, inGebied, inSelectie, type UitlegCel } from './cel.ts';
import type { UitlegMeting, UitlegStap } from './stap.ts';

export type Parameters = Readonly<Partial<Record<ParameterNaam, ParameterWaarde>>>;

const COUNTS =
  'count(*) AS regels, count(DISTINCT p.pseudoniem) AS clienten, coalesce(sum(p.bedrag_cents), 0)::BIGINT AS eurocent';

/** Quantities over standing prestaties that can be explained. */
export const PRESTATIE_MATEN: Readonly<
  Record<string, (cel: UitlegCel, parameters: Parameters) => UitlegStap>
> = {
  clienten: (cel) => ({
    id: 'clienten',
    tekst: 'distinct clients of those lines',
    sql: `SELECT count(DISTINCT p.pseudoniem) AS waarde ${fromCel(cel, 'overlap')}`,
  }),
  'clienten-onder-18': (cel) => ({
    id: 'clienten-onder-18',
    tekst: `distinct clients of those lines who were under 18 on 1 January ${cel.periode.peiljaar}`,
    sql: `SELECT count(DISTINCT p.pseudoniem) AS waarde ${fromCel(cel, 'overlap')} AND ${ageSql(cel.periode.peiljaar)} < 18`,
  }),
  'clienten-verwijzer-afgeleid': (cel) => ({
    id: 'clienten-verwijzer-afgeleid',
    tekst: 'distinct clients of those lines whose verwijzer was derived',
    sql: `SELECT count(DISTINCT p.pseudoniem) AS waarde ${fromCel(cel, 'overlap')} AND p.verwijzer_afgeleid`,
  }),
  'uitgaven-verwijzer-afgeleid': (cel) => ({
    id: 'uitgaven-verwijzer-afgeleid',
    tekst: 'sum of the amounts of those lines whose verwijzer was derived',
    sql: `SELECT coalesce(sum(p.bedrag_cents), 0)::BIGINT AS waarde ${fromCel(cel, 'begin')} AND p.verwijzer_afgeleid`,
  }),
  uitgaven: (cel) => ({
    id: 'uitgaven',
    tekst: 'sum of the amounts of those lines',
    sql: `SELECT coalesce(sum(p.bedrag_cents), 0)::BIGINT AS waarde ${fromCel(cel, 'begin')}`,
  }),
  aanbieders: (cel) => ({
    id: 'aanbieders',
    tekst: 'distinct providers of those lines',
    sql: `SELECT count(DISTINCT p.aanbieder) AS waarde ${fromCel(cel, 'overlap')}`,
  }),
  'clienten-boven-grens': (cel, parameters) => ({
    id: 'clienten-boven-grens',
    tekst: `clients whose amounts are above ${parameters['drempel-cents']} eurocent`,
    sql: `SELECT count(*) AS waarde FROM (${perClient(cel, parameters)}) WHERE getoetst > ${Number(parameters['drempel-cents'])}`,
  }),
  'uitgaven-boven-grens': (cel, parameters) => ({
    id: 'uitgaven-boven-grens',
    tekst: `amounts of clients whose amounts are above ${parameters['drempel-cents']} eurocent`,
    sql: `SELECT coalesce(sum(bedrag), 0)::BIGINT AS waarde FROM (${perClient(cel, parameters)}) WHERE getoetst > ${Number(parameters['drempel-cents'])}`,
  }),
};

/** How a quantity over standing prestaties comes about; undefined for a quantity that has no explanation of its own. */
export function prestatieMeting(
  { maat, kolom }: Pick<PlanMaat, 'maat' | 'kolom'>,
  cel: UitlegCel,
  parameters: Parameters,
): UitlegMeting | undefined {
  const last = PRESTATIE_MATEN[maat]?.(cel, parameters);
  if (last === undefined) return undefined;
  const op = maat === 'uitgaven' || maat === 'uitgaven-verwijzer-afgeleid' ? 'begin' : 'overlap';
  const selected = Object.keys(cel.selectie).length > 0;
  const steps: UitlegStap[] = [
    {
      id: 'in-gebied',
      tekst: `standing lines of ${cel.gebied} that ${op === 'begin' ? 'begin in' : 'overlap'} ${cel.periode.label}, in this composition of the region`,
      sql: `SELECT ${COUNTS} ${fromGebied(cel, op)}`,
    },
    ...(selected
      ? [
          {
            id: 'in-cel',
            tekst: `of those, lines of ${Object.entries(cel.selectie)
              .map(([dimensie, value]) => `${dimensie} ${value}`)
              .join(', ')}`,
            sql: `SELECT ${COUNTS} ${fromCel(cel, op)}`,
          },
        ]
      : []),
    last,
  ];
  const rijen = `SELECT p.bericht_id, p.regel, 'declaratie' AS rol, p.bedrag_cents, p.pseudoniem ${fromCel(cel, op)}`;
  return { kolom, cel, bron: 'prestaties', op, stappen: steps, rijen };
}

function fromGebied(cel: UitlegCel, op: 'overlap' | 'begin'): string {
  const [van, tot] = [dateLiteral(cel.periode.van), dateLiteral(cel.periode.tot)];
  const periode =
    op === 'begin' ? `p.begin BETWEEN ${van} AND ${tot}` : `p.begin <= ${tot} AND p.eind >= ${van}`;
  return `FROM prestatie_staand p LEFT JOIN client c ON c.pseudoniem = p.pseudoniem WHERE ${inGebied(cel, 'p')} AND ${periode}`;
}

function fromCel(cel: UitlegCel, op: 'overlap' | 'begin'): string {
  return `${fromGebied(cel, op)} AND ${inSelectie(cel, 'p')}`;
}

/** Per client of the cell what it cost there, and the amount that is tested against the threshold. */
function perClient(cel: UitlegCel, parameters: Parameters): string {
  const [van, tot] = [dateLiteral(cel.periode.van), dateLiteral(cel.periode.tot)];
  const begins = `p.begin BETWEEN ${van} AND ${tot}`;
  const own = inSelectie(cel, 'p');
  const bedrag = `coalesce(sum(p.bedrag_cents) FILTER (${begins} AND ${own}), 0)`;
  const whole = `coalesce(sum(p.bedrag_cents) FILTER (${begins}), 0)`;
  const getoetst = parameters['drempel-over'] === 'cel' ? bedrag : whole;
  return `SELECT p.pseudoniem, ${bedrag} AS bedrag, ${getoetst} AS getoetst ${fromGebied(cel, 'overlap')} GROUP BY p.pseudoniem HAVING bool_or(${own})`;
}
