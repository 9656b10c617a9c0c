// SPDX-License-Identifier: EUPL-1.2
import type { FigureRow, FigureStatus, ReleaseStatus } from '../../src/contract/index.ts';
import type { FigureRequest } from '../../src/indicators/index.ts';
import { areasOf, compareRows, type World } from './evaluator-world.ts';

const COLUMNS: Readonly<Record<string, string>> = {
  jeugdhulp: 'JongerenMetJeugdhulpInNatura_1',
  verblijf: 'JongerenMetJeugdhMetVerblInNat_2',
  jeugdbescherming: 'JongerenMetJeugdbescherming_3',
  jeugdreclassering: 'JongerenMetJeugdreclassering_5',
};
const STATUS: Readonly<Record<string, ReleaseStatus>> = {
  Definitief: 'definitief',
  NaderVoorlopig: 'nader_voorlopig',
  Voorlopig: 'voorlopig',
};

/** What CBS says, cell by cell. */
export function evaluateCbs(world: World, request: FigureRequest): readonly FigureRow[] {
  const areas = request.gebieden ?? [...areasOf(world.regio, request.samenstelling).keys(), 'NL01'];
  return areas
    .flatMap((gebied) =>
      request.perioden.flatMap((periode) =>
        Object.entries(COLUMNS)
          .filter(([variant]) => request.variant === undefined || request.variant === variant)
          .map(([variant, onderwerp]): FigureRow => {
            const rij = world.bronnen?.cbs?.find(
              (cell) =>
                cell.regio === gebied && cell.periode === `${periode}JJ00` && cell.onderwerp === onderwerp,
            );
            const key = { indicator: request.indicator, variant, periode, gebied, dimensies: [] };
            const missing: Readonly<Record<string, FigureStatus>> = {
              Confidential: 'geheim',
              Impossible: 'niet_van_toepassing',
            };
            const known = rij?.waarde !== undefined;
            const mark = STATUS[String(rij?.periode_status)];
            return {
              ...key,
              waarde: known ? Math.round(Number(rij.waarde) * 1e6) / 1e8 : null,
              teller: null,
              noemer: null,
              status: [known ? 'normaal' : (missing[String(rij?.attribuut)] ?? 'onbekend')],
              ...(mark === undefined ? {} : { voorlopigheid: mark }),
            };
          }),
      ),
    )
    .sort(compareRows);
}
