// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type AgbCode,
  type BerichtKop,
  Bsn,
  type Clientgegevens,
  type Dimensie,
  type FigureStatus,
  type GemeenteCode,
  type IjwRij,
  type PlainDate,
  type PrestatieRij,
  parsePlainDate,
} from '../../src/contract/index.ts';
import type { FigureRequest } from '../../src/indicators/index.ts';
import { readYaml } from '../../src/policy/index.ts';
import { indicatorenRoot } from './definitions.ts';
import type { Geleverd } from './evaluator-prestaties.ts';
import { voorbeeldproducten, voorbeeldregio } from './voorbeeldregio.ts';

/** A worked case as `gevallen.yaml` writes it: messages of a few children in the fictional region, and the figures they must give. */
export interface Geval {
  readonly geval: string;
  readonly uitleg: string;
  readonly kinderen?: Readonly<Record<string, { readonly geboren?: string; readonly geslacht?: number }>>;
  readonly berichten?: readonly GevalBericht[];
  /** Rows of other sources, by source and column; gemeenten and providers by name. */
  readonly bronnen?: Readonly<Record<string, readonly Readonly<Record<string, string | number>>[]>>;
  readonly cijfers: readonly GevalCijfer[];
}

export interface GevalCijfer {
  readonly gebied: string;
  readonly periode: string | number;
  readonly variant?: string;
  readonly uitsplitsing?: Readonly<Partial<Record<Dimensie, string>>>;
  readonly samenstelling?: 'restated' | 'actual';
  readonly parameters?: Readonly<Record<string, string | number>>;
  /** The value, or the status of an empty one. */
  readonly waarde: number | FigureStatus;
  readonly teller?: number;
  readonly noemer?: number;
}

interface GevalRegel {
  readonly regel: string;
  readonly kind?: string;
  readonly product?: string;
  readonly begin?: string;
  readonly eind?: string;
  readonly euro?: number;
  /** Units; 1 when absent. */
  readonly volume?: number;
  readonly toewijzing?: number;
  readonly crediteert?: string;
}

/** One message; its first key says which. */
type GevalBericht = Readonly<{
  verzoek?: string;
  toewijzing?: number;
  start?: number;
  stop?: number;
  declaratie?: string;
  antwoord?: string;
  op: string;
  aan?: string;
  van?: string;
  gemeente?: string;
  aanbieder?: string;
  kind?: string;
  product?: string;
  verwijzer?: string;
  opVerzoek?: string;
  ingang?: string;
  einde?: string;
  begin?: string;
  eind?: string;
  reden?: string;
  verwijderd?: boolean;
  regels?: readonly GevalRegel[];
  weigert?: readonly string[] | 'alles';
}>;

const AANBIEDERS: Readonly<Record<string, string>> = {
  Anker: '99000001',
  Baken: '99000002',
  Cirkel: '99000003',
};

/** The worked cases of an indicator; none when it has no file. */
export function gevallenOf(id: string): readonly Geval[] {
  const file = join(indicatorenRoot, id, 'gevallen.yaml');
  return existsSync(file) ? (readYaml(file, readFileSync(file, 'utf8')).value as readonly Geval[]) : [];
}

/** The messages of a case as they would be delivered. */
export function deliveredOf(geval: Geval): readonly Geleverd[] {
  return berichtenVan(geval).map((bericht) => {
    const kop = header(geval, bericht);
    const rijen = rows(geval, bericht);
    return { kop, rijen, sha256: createHash('sha256').update(JSON.stringify(bericht)).digest('hex') };
  });
}

/** Rows of other sources with codes in place of names. */
export function bronnenOf({ bronnen = {} }: Geval): NonNullable<Geval['bronnen']> {
  return Object.fromEntries(
    Object.entries(bronnen).map(([soort, rijen]) => [
      soort,
      rijen.map((rij) => ({
        ...rij,
        ...(rij.gemeente === undefined ? {} : { gemeente: areaCode(String(rij.gemeente)) }),
        ...(rij.aanbieder === undefined ? {} : { aanbieder: agb(String(rij.aanbieder)) }),
      })),
    ]),
  );
}

function berichtenVan({ berichten = [] }: Geval): readonly GevalBericht[] {
  return berichten;
}

/** The question that one expected figure answers. */
export function requestOf(indicator: string, cijfer: GevalCijfer): FigureRequest {
  return {
    indicator,
    dimensies: Object.keys(cijfer.uitsplitsing ?? {}) as Dimensie[],
    gebieden: [areaCode(cijfer.gebied)],
    perioden: [String(cijfer.periode)],
    samenstelling: cijfer.samenstelling ?? 'restated',
    ...(cijfer.variant === undefined ? {} : { variant: cijfer.variant }),
    ...(cijfer.parameters === undefined ? {} : { parameters: cijfer.parameters }),
  };
}

/** Values of the expected cell, as codes. */
export function cellOf(cijfer: GevalCijfer): readonly string[] {
  return Object.entries(cijfer.uitsplitsing ?? {}).map(([dimensie, value]) => {
    if (dimensie === 'gemeente') return areaCode(value);
    return dimensie === 'aanbieder' ? agb(value) : value;
  });
}

function areaCode(naam: string): string {
  if (naam === voorbeeldregio.naam) return voorbeeldregio.code;
  return voorbeeldregio.gemeenten.find((gemeente) => gemeente.naam === naam)?.code ?? naam;
}

function agb(naam: string): AgbCode {
  const code = AANBIEDERS[naam];
  if (code === undefined) throw new Error(`no provider ${naam} in the cases`);
  return code as AgbCode;
}

function header(geval: Geval, bericht: GevalBericht): BerichtKop {
  const about = parties(geval, bericht);
  const soort = kindOf(bericht);
  const id = `${soort} ${bericht.antwoord ?? bericht.declaratie ?? bericht.verzoek ?? ''} ${berichtenVan(geval).indexOf(bericht)}`;
  const answered = berichtenVan(geval).findIndex((other) => other.declaratie === bericht.antwoord);
  return {
    soort,
    release: '3.2',
    berichtCode: '1',
    gemeente: areaCode(about.gemeente ?? '') as GemeenteCode,
    aanbieder: agb(about.aanbieder ?? ''),
    afzender: soort === 'JW301' || soort === 'JW325' ? (about.gemeente ?? '') : agb(about.aanbieder ?? ''),
    identificatie: id,
    dagtekening: day(bericht.op),
    ...(soort === 'JW325'
      ? {
          retourCodes: [bericht.weigert === 'alles' ? '0001' : '0200'],
          declaratieIdentificatie: `JW323 ${bericht.antwoord} ${answered}`,
        }
      : {}),
  };
}

function kindOf(bericht: GevalBericht): BerichtKop['soort'] {
  if (bericht.antwoord !== undefined) return 'JW325';
  if (bericht.declaratie !== undefined) return 'JW323';
  if (bericht.verzoek !== undefined) return 'JW315';
  if (bericht.start !== undefined) return 'JW305';
  return bericht.stop !== undefined ? 'JW307' : 'JW301';
}

/** Gemeente, provider, child and product of a message; an answer, a start and a stop have those of what they are about. */
function parties(geval: Geval, bericht: GevalBericht): GevalBericht {
  const nummer = bericht.start ?? bericht.stop;
  const about = berichtenVan(geval).find((other) =>
    nummer === undefined ? other.declaratie === bericht.antwoord : other.toewijzing === nummer,
  );
  return bericht.antwoord === undefined && nummer === undefined ? bericht : { ...about, ...bericht };
}

function rows(geval: Geval, bericht: GevalBericht): readonly IjwRij[] {
  const about = parties(geval, bericht);
  const client = clientOf(
    geval,
    about.kind ?? '',
    bericht.toewijzing !== undefined || bericht.verzoek !== undefined,
  );
  switch (kindOf(bericht)) {
    case 'JW323':
      return (bericht.regels ?? []).map((regel) => prestatie(geval, regel));
    case 'JW325':
      return refusals(geval, bericht);
    case 'JW315':
      return [
        {
          rij: 'verzoek',
          client,
          referentieAanbieder: bericht.verzoek ?? '',
          verwijzerType: bericht.verwijzer ?? '',
        },
      ];
    case 'JW301':
      return [
        {
          rij: 'toewijzing',
          client,
          toewijzingNummer: bericht.toewijzing ?? 0,
          ...product(about.product),
          ...(bericht.opVerzoek === undefined ? {} : { referentieAanbieder: bericht.opVerzoek }),
          toewijzingsdatum: day(bericht.op),
          toewijzingstijd: 0,
          ingangsdatum: day(bericht.ingang ?? bericht.op),
          ...(bericht.einde === undefined ? {} : { einddatum: day(bericht.einde) }),
          ...(bericht.verwijderd ? { redenWijziging: '13' } : {}),
        },
      ];
    default: {
      const base = {
        client,
        toewijzingNummer: bericht.start ?? bericht.stop ?? 0,
        ...product(about.product),
        begindatum: day(bericht.begin ?? ''),
        statusAanlevering: bericht.verwijderd ? '3' : '1',
      };
      return bericht.stop === undefined
        ? [{ rij: 'start', ...base }]
        : [
            {
              rij: 'stop',
              ...base,
              einddatum: day(bericht.eind ?? ''),
              redenBeeindiging: bericht.reden ?? '',
            },
          ];
    }
  }
}

function prestatie(geval: Geval, regel: GevalRegel): PrestatieRij {
  const debit = berichtenVan(geval)
    .flatMap(({ regels }) => regels ?? [])
    .find((other) => other.regel === regel.crediteert);
  const facts = { ...debit, ...regel };
  return {
    rij: 'prestatie',
    client: clientOf(geval, facts.kind ?? '', false),
    referentieNummer: regel.regel,
    ...(regel.crediteert === undefined ? {} : { vorigReferentieNummer: regel.crediteert }),
    ...(facts.toewijzing === undefined ? {} : { toewijzingNummer: facts.toewijzing }),
    ...product(facts.product),
    begindatum: day(facts.begin ?? ''),
    einddatum: day(facts.eind ?? ''),
    volume: facts.volume ?? 1,
    eenheid: '83',
    bedragCents: Math.round((facts.euro ?? 0) * 100),
    debetCredit: regel.crediteert === undefined ? 'D' : 'C',
  };
}

function refusals(geval: Geval, bericht: GevalBericht): readonly IjwRij[] {
  if (bericht.weigert === 'alles') return [];
  const declared = berichtenVan(geval).find((other) => other.declaratie === bericht.antwoord);
  return (bericht.weigert ?? []).map((name) => {
    const regel = declared?.regels?.find((other) => other.regel === name);
    if (regel === undefined) throw new Error(`${bericht.antwoord} has no line ${name} to refuse`);
    const { client, referentieNummer } = prestatie(geval, regel);
    return {
      rij: 'prestatie-antwoord',
      client,
      referentieNummer,
      retourCodes: ['9338'],
      clientRetourCodes: ['0200'],
    };
  });
}

/** Of a type the first product of the fictional region; a code stands for itself. */
function product(type = ''): { readonly categorie: string; readonly code: string } {
  if (type === 'onbekend') return { categorie: '99', code: '99X01' };
  if (/^\d{2}[A-Z]\d{2}$/.test(type)) return { categorie: type.slice(0, 2), code: type };
  const row = voorbeeldproducten.find(
    (candidate) => candidate.type === type && candidate.aanbieder === undefined,
  );
  if (row === undefined) throw new Error(`no product of type ${type} in the fictional region`);
  return { categorie: row.categorie, code: row.code ?? `${row.categorie}Z01` };
}

function clientOf(geval: Geval, kind: string, withBirth: boolean): Clientgegevens {
  const names = berichtenVan(geval)
    .flatMap((bericht) => [bericht, ...(bericht.regels ?? [])])
    .map(({ kind: name }) => name);
  const bsn = new Bsn(String(999_900_000 + names.indexOf(kind)));
  const { geboren, geslacht } = geval.kinderen?.[kind] ?? {};
  if (!withBirth || geboren === undefined) return { bsn };
  const [jaar, maand] = geboren.split('-').map(Number);
  return { bsn, geboorteJaar: jaar ?? 0, geboorteMaand: maand ?? 1, geslacht: String(geslacht ?? 0) };
}

function day(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === undefined) throw new Error(`no date in the cases: ${text}`);
  return date;
}
