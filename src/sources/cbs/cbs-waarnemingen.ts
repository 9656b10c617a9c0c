// SPDX-License-Identifier: EUPL-1.2
import type { BronRij } from '../../contract/index.ts';
import { type CbsRecord, type CbsTabel, text } from './cbs-tabel.ts';

/** The cells of a table, one row each, in the columns of `cbs_waarneming`. Cells that version 4 leaves out stay out. */
export function* cbsWaarnemingen(tabel: CbsTabel, opgehaald: number | undefined): Generator<BronRij> {
  const namen = tabel.dimensies.filter((naam) => naam !== tabel.geo && naam !== tabel.tijd).sort();
  for (const [index, record] of tabel.rijen.entries()) {
    const periode = tabel.tijd === undefined ? tabel.jaar : text(record[tabel.tijd]);
    const gedeeld = {
      tabel: tabel.identifier,
      regio: filled(tabel.geo === undefined ? '' : text(record[tabel.geo])),
      periode: filled(periode ?? ''),
      periode_status: filled(tabel.periodeStatus.get(periode ?? '') ?? ''),
      dimensies: filled(namen.map((naam) => `${naam}=${text(record[naam])}`).join(';')),
      opgehaald,
    };
    const cellen = tabel.versie === 4 ? [observation(record)] : topics(tabel, record);
    for (const { onderwerp, ...cel } of cellen) {
      const beschrijving = tabel.onderwerpen.get(onderwerp);
      yield {
        rij: index + 1,
        waarden: {
          ...gedeeld,
          onderwerp,
          titel: filled(beschrijving?.titel ?? ''),
          eenheid: filled(beschrijving?.eenheid ?? ''),
          ...cel,
        },
      };
    }
  }
}

interface CbsCel {
  readonly onderwerp: string;
  readonly waarde: number | undefined;
  readonly tekst: string | undefined;
  readonly attribuut: string;
}

function observation(record: CbsRecord): CbsCel {
  const { Value: value } = record;
  return {
    onderwerp: text(record.Measure),
    waarde: typeof value === 'number' ? value : undefined,
    tekst: filled(text(record.StringValue)),
    attribuut: text(record.ValueAttribute) || 'None',
  };
}

/** Every column but the dimensions, also those without a description. Version 3 gives a number, or null both where nothing is possible and where something is unknown; untyped, the two are blank and a point. */
function topics(tabel: CbsTabel, record: CbsRecord): readonly CbsCel[] {
  return Object.keys(record)
    .filter((key) => key !== 'ID' && !key.startsWith('odata.') && !tabel.dimensies.includes(key))
    .map((onderwerp) => {
      const value = record[onderwerp];
      if (typeof value === 'number') return cel(onderwerp, value, undefined, 'None');
      const trimmed = text(value);
      if (value === null || trimmed === '.') return cel(onderwerp, undefined, undefined, 'Onbekend');
      if (trimmed === '') return cel(onderwerp, undefined, undefined, 'Impossible');
      return /^-?\d+(?:\.\d+)?$/.test(trimmed)
        ? cel(onderwerp, Number(trimmed), undefined, 'None')
        : cel(onderwerp, undefined, trimmed, 'None');
    });
}

function cel(
  onderwerp: string,
  waarde: number | undefined,
  tekst: string | undefined,
  attribuut: string,
): CbsCel {
  return { onderwerp, waarde, tekst, attribuut };
}

function filled(value: string): string | undefined {
  return value === '' ? undefined : value;
}
