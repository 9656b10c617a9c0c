// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Context, runProgram } from '../../src/cli/index.ts';
import { silentProgress } from '../../src/contract/index.ts';
import { type BerichtInhoud, writeBericht } from '../../src/ijw/index.ts';
import { projectRoot } from '../project-root.ts';

export const SLEUTEL = 'een-sleutel-die-alleen-in-tests-bestaat';

/** Test numbers that pass the 11-proef, from 999900006 up. */
export const BSN: readonly string[] = Array.from({ length: 1200 }, (_, index) =>
  String(999_900_001 + index),
).filter(
  (digits) =>
    [...digits].reduce((sum, digit, at) => sum + Number(digit) * (at === 8 ? -1 : 9 - at), 0) % 11 === 0,
);

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly notes: string;
}

/** A temporary folder in which commands run as they would from a terminal, with a clock that the test sets. */
export class Terminal {
  readonly dir = mkdtempSync(join(tmpdir(), 'regiovisie-cli-'));
  secret: string | undefined = SLEUTEL;
  now = Date.UTC(2025, 0, 15, 9);

  async run(...argv: readonly string[]): Promise<Outcome> {
    const out: string[] = [];
    const notes: string[] = [];
    const context: Context = {
      cwd: this.dir,
      programRoot: projectRoot,
      secret: this.secret,
      clock: () => {
        this.now += 1;
        return this.now;
      },
      cores: 2,
      tempDir: tmpdir(),
      randomBytes: (size) => new Uint8Array(size).fill(7),
      out: (text) => out.push(text),
      note: (text) => notes.push(text),
      progress: silentProgress,
      whenStopped: async () => {},
    };
    const code = await runProgram(context, argv);
    return { code, out: out.join(''), notes: notes.join('\n') };
  }

  path(...parts: readonly string[]): string {
    return join(this.dir, ...parts);
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }
}

interface Regel {
  readonly bsn: string | undefined;
  readonly referentie: string;
  readonly cents: number;
  readonly categorie?: string;
  readonly code?: string;
}

/** A JW323 of 3.2: one line per client, in euros, for the month of `begin`. */
export function declaratie(
  id: string,
  gemeente: string,
  maand: { readonly begin: string; readonly eind: string; readonly dagtekening: string },
  regels: readonly Regel[],
): Uint8Array {
  const totaal = regels.reduce((sum, { cents }) => sum + cents, 0);
  const periode = { Begindatum: maand.begin, Einddatum: maand.eind };
  const inhoud: BerichtInhoud = {
    Header: {
      BerichtCode: '490',
      BerichtVersie: '3',
      BerichtSubversie: '2',
      Afzender: '99000001',
      Ontvanger: gemeente.slice(2),
      BerichtIdentificatie: { Identificatie: id, Dagtekening: maand.dagtekening },
      XsdVersie: { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' },
    },
    Declaratie: {
      DeclaratieNummer: id,
      DeclaratiePeriode: periode,
      DeclaratieDagtekening: maand.dagtekening,
      TotaalIngediendBedrag: { TotaalBedrag: totaal, DebetCredit: 'D' },
      Clienten: {
        Client: regels.map(({ bsn, referentie, cents, categorie = '45', code = '45A04' }) => ({
          Bsn: bsn ?? '',
          Prestaties: {
            Prestatie: {
              ProductReferentie: { ReferentieNummer: referentie },
              ToewijzingNummer: 1,
              ProductCategorie: categorie,
              ProductCode: code,
              ProductPeriode: periode,
              GeleverdVolume: cents,
              Eenheid: '83',
              IngediendBedrag: { Bedrag: cents, DebetCredit: 'D' },
            },
          },
        })),
      },
    },
  };
  return writeBericht('3.2', 'JW323', inhoud);
}

export const MAART = { begin: '2024-03-01', eind: '2024-03-31', dagtekening: '2024-04-10' };
export const APRIL = { begin: '2024-04-01', eind: '2024-04-30', dagtekening: '2024-05-10' };

/** A workspace `w` for Haaglanden with these files in `bronnen/`. */
export async function workspaceWith(
  terminal: Terminal,
  files: Readonly<Record<string, Uint8Array>>,
): Promise<void> {
  await terminal.run('new', 'w', '--regio', 'haaglanden');
  deliver(terminal, files);
}

export function deliver(terminal: Terminal, files: Readonly<Record<string, Uint8Array>>): void {
  for (const [name, bytes] of Object.entries(files)) {
    const file = terminal.path('w', 'bronnen', name);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, bytes);
  }
}
