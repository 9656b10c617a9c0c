// SPDX-License-Identifier: EUPL-1.2
import {
  type BronKop,
  type BronRij,
  type BronSink,
  Bsn,
  formatPlainDate,
  type PlainDate,
} from '../contract/index.ts';
import { type BladRij, type Cel, celNaam } from './blad.ts';
import { controleerRij } from './controleer-rij.ts';
import { BRON_CODES } from './finding-codes.ts';
import type { HerkendBlad } from './herken-vorm.ts';
import { isVooraf } from './invulblad.ts';
import { kwartaalVan, type Periode, parsePeriode, parseVeld, type VeldWaarde } from './parse-veld.ts';

/** Where the rows of a file are: its path and the hash of its bytes. */
export interface Bestand {
  readonly pad: string;
  readonly sha256: string;
}

/** Sums of one file. A file without deliveries cannot be taken. */
export interface BronUitkomst {
  /** Deliveries that were given. */
  readonly leveringen: number;
  readonly rijen: number;
  readonly onleesbareRijen: number;
}

/** A delivery that is being read; rows of several sheets of one file may belong to it. */
export interface Levering {
  readonly kop: BronKop;
  readonly tabel: string;
  readonly rijen: BronRij[];
}

/**
 * Reads the rows of a form into `leveringen`, per supplier and period. Each bad row is set aside alone, with a finding per bad cell; a form without a mandatory
 * column is set aside whole. Gives the number of rows that were set aside.
 */
export function readRijen(
  herkend: HerkendBlad,
  bestand: Bestand,
  leveringen: Map<string, Levering>,
  sink: BronSink,
): number {
  const { blad, vorm, kop } = herkend;
  const report = (code: string, rij: number, plaats: number, kind?: string): void =>
    sink.finding({
      code,
      severity: BRON_CODES[code]?.severity ?? 'fout',
      place: { file: bestand.pad, path: celNaam(blad, rij, plaats) },
      ...(kind !== undefined && { kind }),
    });
  const kopRij = blad.rijen[kop]?.nummer ?? 1;
  for (const plaats of herkend.onbekend) report('sources.kolom-onbekend', kopRij, plaats);
  for (const plaats of herkend.dubbel) report('sources.kolom-dubbel', kopRij, plaats);
  for (const naam of herkend.ontbreekt) report('sources.kolom-ontbreekt', kopRij, 0, `kolom ${naam}`);
  if (herkend.ontbreekt.length > 0 || herkend.dubbel.length > 0) {
    return blad.rijen.length - kop - 1;
  }
  let onleesbaar = 0;
  for (const rij of blad.rijen.slice(kop + 1)) {
    if (isLeeg(herkend, rij)) continue;
    const gelezen = readRij(herkend, rij, report);
    if (gelezen === undefined) {
      onleesbaar += 1;
      continue;
    }
    const { periode, opgesteldOp, leverancier, reeks } = gelezen;
    const sleutel = JSON.stringify([vorm.soort, leverancier, reeks, periode.naam, opgesteldOp]);
    let levering = leveringen.get(sleutel);
    if (levering === undefined) {
      const volgnummer = leveringen.size;
      const { naam, van, tot } = periode;
      const { soort } = vorm;
      levering = {
        kop: {
          soort,
          leverancier,
          ...(reeks !== undefined && { reeks }),
          periode: naam,
          van,
          tot,
          opgesteldOp,
          sha256: bestand.sha256,
          volgnummer,
        },
        tabel: vorm.tabel,
        rijen: [],
      };
      leveringen.set(sleutel, levering);
    }
    levering.rijen.push({ rij: rij.nummer, waarden: gelezen.waarden });
  }
  return onleesbaar;
}

/** Whether a row only says who and when, as a template does. */
function isLeeg({ vorm, plaatsen }: HerkendBlad, { cellen }: BladRij): boolean {
  return [...plaatsen].every(([kolom, plaats]) => {
    const cel = cellen[plaats];
    return cel === undefined || cel === '' || isVooraf(vorm, kolom);
  });
}

interface GelezenRij {
  readonly leverancier: string;
  readonly reeks: string | undefined;
  readonly periode: Periode;
  readonly opgesteldOp: PlainDate;
  readonly waarden: BronRij['waarden'];
}

function readRij(
  { vorm, plaatsen }: HerkendBlad,
  { nummer, cellen }: BladRij,
  report: (code: string, rij: number, plaats: number, kind?: string) => void,
): GelezenRij | undefined {
  const waarden: Record<string, VeldWaarde> = {};
  let usable = true;
  const fail = (code: string, kolom: string, kind?: string): void => {
    if (BRON_CODES[code]?.severity !== 'waarschuwing') usable = false;
    report(code, nummer, plaatsen.get(kolom) ?? 0, kind);
  };
  const celVan = (kolom: string): Cel => cellen[plaatsen.get(kolom) ?? -1];
  const leverancierKolom = vorm.kolommen.find(({ naam }) => naam === vorm.leverancier);
  const bekend = leverancierKolom && parseVeld(leverancierKolom, celVan(vorm.leverancier), '');
  const leverancier = bekend !== undefined && 'waarde' in bekend ? String(bekend.waarde) : '';
  const nietsTeMelden = /^(?:ja|j|x|true|waar)$/i.test(String(celVan('niets_te_melden') ?? '').trim());
  for (const kolom of vorm.kolommen) {
    const cel = celVan(kolom.naam);
    const gelezen = parseVeld(kolom, cel, leverancier);
    if ('fout' in gelezen) fail(gelezen.fout, kolom.naam, kindOf(cel));
    else if ('waarde' in gelezen) waarden[kolom.naam] = gelezen.waarde;
    else if (kolom.verplicht && !(nietsTeMelden && isInhoud(vorm.leverancier, kolom.naam))) {
      fail('sources.ontbreekt', kolom.naam, 'leeg');
    }
  }
  if (vorm.persoon === 'verplicht' && waarden.bsn === undefined && waarden.eigen_nummer === undefined) {
    if (usable) fail('sources.geen-persoon', plaatsen.has('bsn') ? 'bsn' : 'eigen_nummer');
  }
  const periode = periodeVan(vorm.periode, waarden);
  if (!usable || periode === undefined || typeof waarden.opgesteld_op !== 'number') return undefined;
  for (const { code, kolom } of controleerRij(vorm, waarden, periode)) fail(code, kolom);
  if (!usable) return undefined;
  const reeks = vorm.reeks === undefined ? undefined : waarden[vorm.reeks];
  return {
    leverancier,
    reeks: reeks === undefined ? undefined : String(reeks),
    periode,
    opgesteldOp: waarden.opgesteld_op as PlainDate,
    waarden: rawValues(waarden),
  };
}

/** Columns that a row with nothing to report may leave empty: all but who reports and when. */
function isInhoud(leverancier: string, kolom: string): boolean {
  return ![leverancier, 'peildatum', 'periode', 'opgesteld_op'].includes(kolom);
}

function periodeVan(
  { kolom, als }: HerkendBlad['vorm']['periode'],
  waarden: Readonly<Record<string, VeldWaarde>>,
): Periode | undefined {
  const waarde = waarden[kolom];
  if (typeof waarde === 'string') return parsePeriode(waarde);
  if (typeof waarde !== 'number') return undefined;
  const dag = waarde as PlainDate;
  return als === 'kwartaal' ? kwartaalVan(dag) : { naam: formatPlainDate(dag), van: dag, tot: dag };
}

/** The columns of the raw table: the child is one pseudonym, and `persoon_uit` says from which of the two numbers. */
function rawValues({
  bsn,
  eigen_nummer: eigen,
  opgesteld_op: _,
  ...rest
}: Readonly<Record<string, VeldWaarde>>): BronRij['waarden'] {
  const persoon = bsn ?? eigen;
  if (!(persoon instanceof Bsn)) return rest;
  return { ...rest, pseudoniem: persoon, persoon_uit: bsn === undefined ? 'eigen' : 'bsn' };
}

/** The kind of value that stood in a cell, never the value. */
function kindOf(cel: Cel): string {
  if (typeof cel === 'string') return `tekst(${cel.length})`;
  if (typeof cel === 'number') return 'getal';
  return typeof cel === 'boolean' ? 'ja/nee' : cel === undefined ? 'leeg' : 'datum';
}
