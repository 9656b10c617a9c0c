// SPDX-License-Identifier: EUPL-1.2
import type { HerkomstLevering, RijWijziging } from '../store/index.ts';
import type { Meting, UitgelegdCijfer, Uitleg } from './explain-uitleg.ts';
import type { MeervoudigGeteld } from './meervoudig-geteld.ts';

/** Changes named one by one. */
const NAMED = 15;
/** Roles of deliveries of messages; every other one is a table of another source. */
const VAN_BERICHTEN: readonly string[] = ['declaratie', 'antwoord', 'toewijzing', 'start', 'stop'];
/** Deliveries named one by one, per role. */
const NAMED_FILES = 3;

/** An explanation as people read it on a terminal. */
export function explanationText(uitleg: Uitleg): string {
  const { indicator, definitie, cel, telt, dataTot, zoalsBekendOp, metingen, cijfers } = uitleg;
  const selectie = Object.entries(cel.selectie).map(([dimensie, value]) => `${dimensie} ${value}`);
  const parameters = Object.entries(uitleg.parameters).map(([naam, value]) => `${naam} ${value}`);
  return [
    `${indicator}, ${[cel.gebied, cel.periode, ...selectie].join(', ')}`,
    `  definition   ${indicator}@${definitie}`,
    `               ${telt.en}`,
    ...(parameters.length > 0 ? [`  parameters   ${parameters.join(', ')}`] : []),
    `  data up to   ${dataTot}${zoalsBekendOp === undefined ? '' : `, as known on ${zoalsBekendOp}`}`,
    ...cijfers.map((cijfer) => figureLine(cijfer, uitleg.sinds)),
    ...uitleg.meervoudigGeteld.map(twiceLine),
    ...metingen.flatMap((meting) => ['', ...measureLines(meting, uitleg.sinds)]),
    '',
    'Every count is the answer to a query over magazijn.duckdb: --json has each of them, and the rows by number.',
    '',
  ].join('\n');
}

function figureLine(
  { variant, eenheid, waarde, teller, noemer, status, toen, klopt }: UitgelegdCijfer,
  sinds: string | undefined,
): string {
  const parts = [
    `  figure       ${variant === '' ? '' : `${variant}: `}${waarde ?? status.join('+')} ${eenheid}`,
    ...(noemer === null ? [] : [teller === null ? `over ${noemer}` : `= ${teller} over ${noemer}`]),
    ...(status.includes('normaal') || waarde === null ? [] : [`(${status.join('+')})`]),
    ...(sinds === undefined ? [] : [`(as known on ${sinds}: ${toen ?? 'none'})`]),
  ];
  const check =
    klopt === null
      ? ''
      : klopt
        ? `   the steps below give ${waarde === null && noemer !== null ? 'what it is taken over' : 'the same'}`
        : '   THE STEPS BELOW GIVE ANOTHER NUMBER: run regiovisie doctor, and report it';
  return `${parts.join(' ')}${check}`;
}

function twiceLine({ variant, cel, over, som, uniek, verschil }: MeervoudigGeteld): string {
  const what = [
    ...(variant === '' ? [] : [variant]),
    ...(Object.keys(cel).length === 0 ? ['the whole'] : ['this cell']),
  ];
  return `  more than once  ${what.join(', ')}: the parts by ${over.join(', ')} add up to ${som}, distinct are ${uniek}; counted more than once ${verschil}`;
}

function measureLines(
  { kolom, periode, stappen, herkomst, wijzigingen }: Meting,
  sinds: string | undefined,
): readonly string[] {
  const width = Math.max(...stappen.map(({ tekst }) => tekst.length));
  return [
    `${kolom} in ${periode}`,
    ...stappen.map(
      ({ tekst, telt }) =>
        `  ${tekst.padEnd(width)}   ${
          Object.entries(telt)
            .map(([naam, aantal]) => `${naam} ${aantal}`)
            .join('  ') || 'no value'
        }`,
    ),
    `  rests on ${herkomst.regels} delivered rows, from:`,
    ...roleLines(herkomst.leveringen),
    herkomst.bevindingen.length === 0
      ? '  no finding touches those rows'
      : `  findings that touch those rows: ${herkomst.bevindingen.map(({ code, aantal }) => `${code} ${aantal}`).join(', ')}`,
    ...(wijzigingen === undefined ? [] : changeLines(wijzigingen, sinds ?? '')),
  ];
}

/** Per role how many deliveries, and the ones with most rows. */
function roleLines(leveringen: readonly HerkomstLevering[]): readonly string[] {
  return [...new Set(leveringen.map(({ rol }) => rol))].flatMap((wanted) => {
    const own = leveringen
      .filter(({ rol }) => rol === wanted)
      .toSorted((a, b) => b.regels - a.regels || b.berichten - a.berichten || a.levering - b.levering);
    return [
      `    ${wanted}: ${own.length} deliveries`,
      ...own.slice(0, NAMED_FILES).map(({ levering, pad, bekend, berichten, regels }) => {
        const rows = regels > 0 ? `, ${regels} rows` : '';
        const messages = VAN_BERICHTEN.includes(wanted) ? `${berichten} messages` : `${berichten} documents`;
        return `      ${levering}  ${pad}, known since ${bekend.slice(0, 19)}: ${messages}${rows}`;
      }),
      ...(own.length > NAMED_FILES ? [`      … and ${own.length - NAMED_FILES} more`] : []),
    ];
  });
}

function changeLines(wijzigingen: readonly RijWijziging[], sinds: string): readonly string[] {
  if (wijzigingen.length === 0) return [`  since ${sinds}: no row of it changed`];
  return [
    `  since ${sinds}:`,
    ...wijzigingen.slice(0, NAMED).map(({ soort, levering, lot, regels, bedragCents }) => {
      const why =
        soort === 'nieuw'
          ? `new, from delivery ${levering}`
          : soort === 'bedrag'
            ? 'another amount'
            : `gone: ${lot === undefined ? 'deleted, replaced or refused' : lot === 'staat' ? 'it counts in another cell now' : lot}`;
      return `    ${regels} rows ${why}${bedragCents === 0 ? '' : `, ${bedragCents > 0 ? '+' : ''}${bedragCents} eurocent`}`;
    }),
    ...(wijzigingen.length > NAMED ? [`    … and ${wijzigingen.length - NAMED} more`] : []),
  ];
}
