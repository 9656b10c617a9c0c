// SPDX-License-Identifier: EUPL-1.2
import {
  Bsn,
  dayOf,
  monthOf,
  type PlainDate,
  passesElevenTest,
  plainDate,
  yearOf,
} from '../contract/index.ts';
import type { Cel } from './blad.ts';
import type { BronKolom } from './bron-vorm.ts';
import { maandVan, parseDatum } from './parse-datum.ts';

/** A value as the raw layer takes it; days count from 1970. */
export type VeldWaarde = string | number | Bsn;

/** What a cell says: a value, nothing, or the code of a finding. */
export type Gelezen = { readonly waarde: VeldWaarde } | { readonly leeg: true } | { readonly fout: string };

/** A period with its first and last day. */
export interface Periode {
  readonly naam: string;
  readonly van: PlainDate;
  readonly tot: PlainDate;
}

const LEEG = /^(?:|[-–—.]|n\.?v\.?t\.?|n\.?b\.?)$/i;
const MAX_NUMMER = 60;
const MAX_CODE = 40;

/** Reads a cell of this column. `leverancier` keeps own numbers of different suppliers apart; empty where it is not known yet. */
export function parseVeld(kolom: BronKolom, cel: Cel, leverancier: string): Gelezen {
  if (cel === undefined || (typeof cel === 'string' && LEEG.test(cel.trim()))) {
    return kolom.standaard === undefined ? { leeg: true } : { waarde: kolom.standaard };
  }
  switch (kolom.soort) {
    case 'datum':
      return found(parseDatum(cel), 'sources.geen-datum');
    case 'aantal':
      return found(parseAantal(cel), 'sources.geen-aantal');
    case 'getal':
      return found(parseGetal(cel), 'sources.geen-getal');
    case 'keuze':
      return found(parseKeuze(cel, kolom.keuzes ?? []), 'sources.geen-keuze');
    case 'agb':
      return found(parseAgb(cel), 'sources.geen-agb');
    case 'gemeente':
      return found(parseGemeente(cel), 'sources.geen-gemeente');
    case 'periode':
      return found(parsePeriode(cel)?.naam, 'sources.geen-periode');
    case 'code':
      return found(parseCode(cel), 'sources.geen-code');
    case 'bsn':
      return found(parseBsn(cel), 'sources.geen-bsn');
    case 'eigen-nummer':
    case 'nummer':
      return found(parseNummer(kolom.naam, cel, leverancier), 'sources.geen-nummer');
  }
}

/** `2024`, `2024-Q2`, `Q2 2024`, `2024-K2`, `2e kwartaal 2024`. */
export function parsePeriode(cel: Cel): Periode | undefined {
  const text = textOf(cel).toLowerCase();
  const jaar = /^(\d{4})$/.exec(text);
  if (jaar) return periodeVan(Number(jaar[1]), 1, 12, jaar[1] ?? '');
  const achter = /^(\d{4})[- ]?[qk]([1-4])$/.exec(text);
  if (achter) return kwartaal(Number(achter[1]), Number(achter[2]));
  const voor = /^[qk]([1-4])[- ]?(\d{4})$/.exec(text) ?? /^([1-4])e? ?kwartaal (\d{4})$/.exec(text);
  return voor ? kwartaal(Number(voor[2]), Number(voor[1])) : undefined;
}

/** The quarter that a day is in. */
export function kwartaalVan(dag: PlainDate): Periode {
  return kwartaal(yearOf(dag), Math.ceil(monthOf(dag) / 3)) as Periode;
}

function kwartaal(jaar: number, nummer: number): Periode | undefined {
  return periodeVan(jaar, nummer * 3 - 2, nummer * 3, `${jaar}-Q${nummer}`);
}

function periodeVan(jaar: number, eerste: number, laatste: number, naam: string): Periode | undefined {
  const van = plainDate(jaar, eerste, 1);
  const na = laatste === 12 ? plainDate(jaar + 1, 1, 1) : plainDate(jaar, laatste + 1, 1);
  return van === undefined || na === undefined || jaar < 1990
    ? undefined
    : { naam, van, tot: (na - 1) as PlainDate };
}

function found(value: VeldWaarde | undefined, fout: string): Gelezen {
  return value === undefined ? { fout } : { waarde: value };
}

function textOf(cel: Cel): string {
  if (typeof cel === 'boolean') return cel ? 'ja' : 'nee';
  return typeof cel === 'string' || typeof cel === 'number' ? String(cel).trim() : '';
}

/** `1.234,5`, `1 234`, `8.5`: a point groups thousands where it stands as Dutch numbers have it, else it is a decimal point. */
export function parseGetal(cel: Cel): number | undefined {
  if (typeof cel === 'number') return cel;
  if (typeof cel !== 'string') return undefined;
  const text = cel.replace(/[\s\u00a0\u202f'’]/g, '');
  const plain = /^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(text)
    ? text.replaceAll('.', '').replace(',', '.')
    : text.replace(',', '.');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

function parseAantal(cel: Cel): number | undefined {
  const value = parseGetal(cel);
  return value !== undefined && Number.isInteger(value) && value >= 0 && value < 2 ** 31 ? value : undefined;
}

/** Also what office programs make of `4-11` and `12-17`: days and months. */
function parseKeuze(cel: Cel, keuzes: readonly string[]): string | undefined {
  if (typeof cel === 'string' && keuzes.includes(cel)) return cel;
  return spellings(cel)
    .map((text) => keuzes.find((keuze) => keuze === text))
    .find((keuze) => keuze !== undefined);
}

function spellings(cel: Cel): readonly string[] {
  if (typeof cel === 'object') return ofDay(dayOf(cel.dag), monthOf(cel.dag), yearOf(cel.dag) % 100);
  const text = textOf(cel)
    .toLowerCase()
    .replace(/[–—]/g, '-')
    .replace(/\s*-\s*/g, '-')
    .replace(/^>\s*/, '>')
    .replace(/(?<=[\d+])\s*(?:dagen|dgn|jaar|jr)\.?$/, '');
  const dag = /^(\d{1,2})[- ]([a-z]{3})$/.exec(text);
  const maand = /^([a-z]{3})[- ](\d{2})$/.exec(text);
  const mangled = dag
    ? ofDay(Number(dag[1]), maandVan(dag[2] ?? '') ?? 0, 0)
    : maand
      ? ofDay(0, maandVan(maand[1] ?? '') ?? 0, Number(maand[2]))
      : [];
  const short: Readonly<Record<string, string>> = { j: 'ja', n: 'nee', x: 'ja', waar: 'ja', onwaar: 'nee' };
  return [text, text.replaceAll(' ', '-'), text.replaceAll('-', '_'), short[text] ?? text, ...mangled];
}

function ofDay(dag: number, maand: number, jaar: number): readonly string[] {
  return [`${dag}-${maand}`, `${maand}-${jaar}`];
}

function parseAgb(cel: Cel): string | undefined {
  const digits = textOf(cel).replace(/[\s.-]/g, '');
  return /^\d{7,8}$/.test(digits) && Number(digits) > 0 ? digits.padStart(8, '0') : undefined;
}

function parseGemeente(cel: Cel): string | undefined {
  const digits = /^(?:gm)?\s*(\d{1,4})$/i.exec(textOf(cel))?.[1];
  return digits === undefined || Number(digits) === 0 ? undefined : `GM${digits.padStart(4, '0')}`;
}

/** Lower case with hyphens. A code with as many digits as a person’s number is none. */
function parseCode(cel: Cel): string | undefined {
  const code = textOf(cel)
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[\s_/.&]+/g, '-');
  const plain = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(code) && code.length <= MAX_CODE;
  return plain && !/\d{8}/.test(code.replaceAll('-', '')) ? code : undefined;
}

function parseBsn(cel: Cel): Bsn | undefined {
  const text = textOf(cel).replace(/[\s.]/g, '');
  if (!/^\d{8,9}$/.test(text)) return undefined;
  const digits = text.padStart(9, '0');
  return passesElevenTest(digits) ? new Bsn(digits) : undefined;
}

/** Travels as a `Bsn`, so that only its pseudonym enters the warehouse; the words in front keep it apart from every real one. */
function parseNummer(kolom: string, cel: Cel, leverancier: string): Bsn | undefined {
  const text = textOf(cel);
  return text === '' || text.length > MAX_NUMMER ? undefined : new Bsn(`${kolom}/${leverancier}/${text}`);
}
