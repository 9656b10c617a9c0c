// SPDX-License-Identifier: EUPL-1.2

/** A table of CBS by region and year, to be saved as if it had been fetched. */
export interface CbsInhoud {
  readonly identifier: string;
  readonly titel: string;
  /** Day on which the table changed last, `YYYY-MM-DD`. */
  readonly gewijzigd: string;
  readonly onderwerpen: readonly {
    readonly sleutel: string;
    readonly titel: string;
    readonly eenheid: string;
  }[];
  readonly regios: readonly { readonly code: string; readonly naam: string }[];
  readonly jaren: readonly { readonly jaar: number; readonly status: string }[];
  /** Undefined: CBS does not give it. */
  waarde(regio: string, jaar: number, onderwerp: string): number | undefined;
}

/** Version 3 fills codes of regions with blanks to this length. */
const REGIO_CODE = 6;

/** Writes a table in the form in which version 3 answers: what `readCbs` reads. Same content, same bytes. */
export function writeCbs(tabel: CbsInhoud): Uint8Array {
  const { identifier, titel, gewijzigd, onderwerpen, regios, jaren } = tabel;
  const topics = onderwerpen.map(({ sleutel, titel: naam, eenheid }) => ({
    Type: 'Topic',
    Key: sleutel,
    Title: naam,
    Unit: eenheid,
  }));
  const rows = regios.flatMap(({ code }) =>
    jaren.map(({ jaar }) => ({
      RegioS: code.padEnd(REGIO_CODE),
      Perioden: `${jaar}JJ00`,
      ...Object.fromEntries(
        onderwerpen.map(({ sleutel }) => [sleutel, tabel.waarde(code, jaar, sleutel) ?? null]),
      ),
    })),
  );
  return Buffer.from(
    `${JSON.stringify({
      opgehaald: gewijzigd,
      TableInfos: [{ Identifier: identifier, Title: titel, Modified: gewijzigd }],
      DataProperties: [
        { Type: 'GeoDimension', Key: 'RegioS' },
        { Type: 'TimeDimension', Key: 'Perioden' },
        ...topics,
      ],
      RegioS: regios.map(({ code, naam }) => ({ Key: code.padEnd(REGIO_CODE), Title: naam })),
      Perioden: jaren.map(({ jaar, status }) => ({
        Key: `${jaar}JJ00`,
        Title: String(jaar),
        Status: status,
      })),
      TypedDataSet: rows.map((row, index) => ({ ID: index, ...row })),
    })}\n`,
  );
}
