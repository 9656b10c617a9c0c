// SPDX-License-Identifier: EUPL-1.2
import type { Grootheid, Telbaar } from '../contract/index.ts';
import type { ParameterNaam } from './parameter.ts';
import type { RijBron } from './rij-bron.ts';

/** A quantity over rows of a source beside message traffic. */
export interface RijMaat {
  readonly bron: RijBron;
  readonly telt: Telbaar;
  /** Aggregate over the columns of the source; `van_dag` and `tot_dag` are the ends of the period. */
  readonly sql: string;
  /** Condition for a row to take part. */
  readonly als?: string;
  readonly parameters: readonly ParameterNaam[];
  readonly redenen?: undefined;
  /** The definition may name codes of `soort` that take part. */
  readonly soorten?: true;
  readonly verdeling?: 'tekst';
  readonly duurklasse?: undefined;
  readonly deelVan?: readonly string[];
  readonly gelijkAan?: Grootheid['gelijkAan'];
  readonly over?: string;
  readonly delen?: Partial<Grootheid['delen']>;
  /** Where nothing is known the figure is unknown, not zero. */
  readonly afwezig?: 'onbekend';
}

const PEIL: readonly ParameterNaam[] = ['peilkwartaal'];
const POSITIEF: readonly ParameterNaam[] = ['positief-vanaf'];
const SOM: Partial<Grootheid['delen']> = { gebied: 'som', dimensie: 'som', periode: 'geen' };

function tel(bron: RijBron, telt: Telbaar, sql: string, rest: Partial<RijMaat> = {}): RijMaat {
  return { bron, telt, sql, parameters: [], ...rest };
}

function samen(...maten: readonly string[]): Grootheid['gelijkAan'] {
  return maten.map((maat) => ({ maat, factor: 1 }));
}

/** Quantities over the other sources. Source of what each means: shared specification of indicators §3 to §6. */
export const RIJ_MATEN = {
  'jeugdigen-met-maatregel': tel('maatregelen', 'personen', 'count(DISTINCT wie)', { soorten: true }),
  beschikkingen: tel('beschikkingen', 'zaken', 'count(*)', { soorten: true }),
  'jbt-gezinnen': tel('jbt-aanmeldingen', 'gezinnen', 'count(DISTINCT wie)'),
  'jbt-besluiten': tel('jbt-besluiten', 'gezinnen', 'count(DISTINCT wie)'),
  'cit-zaken': tel('cit', 'zaken', 'count(*)', { soorten: true }),
  'plaatsingen-begonnen': tel('plaatsingen', 'zaken', 'count(*)', { als: 'van >= van_dag' }),
  'jeugdigen-geplaatst': tel('plaatsingen', 'personen', 'count(DISTINCT wie)'),
  'plaatsingen-op-einde': tel('plaatsingen', 'zaken', 'count(*)', {
    als: 'tot >= tot_dag',
    delen: { periode: 'geen' },
  }),
  'proeftuin-gezinnen': tel('proeftuin', 'gezinnen', 'count(DISTINCT wie)', {
    als: 'van >= van_dag AND tot <= tot_dag',
  }),

  wachtenden: tel('wachttijden', 'personen', 'sum(wachtenden)', {
    parameters: PEIL,
    gelijkAan: samen('wachtenden-met-overbrugging', 'wachtenden-zonder-overbrugging'),
    delen: SOM,
  }),
  'wachtenden-met-overbrugging': tel('wachttijden', 'personen', 'sum(met_overbrugging)', {
    parameters: PEIL,
    deelVan: ['wachtenden'],
    delen: SOM,
  }),
  'wachtenden-zonder-overbrugging': tel('wachttijden', 'personen', 'sum(wachtenden - met_overbrugging)', {
    parameters: PEIL,
    deelVan: ['wachtenden'],
    delen: SOM,
  }),
  'wachtenden-lang': tel('wachttijden', 'personen', 'sum(meer_dan_90_dagen)', {
    parameters: PEIL,
    deelVan: ['wachtenden'],
    delen: SOM,
  }),
  'in-zorg': tel('wachttijden', 'personen', 'sum(in_zorg)', { parameters: PEIL, delen: SOM }),
  'aanbieders-met-wachttijd': tel('wachtduren', 'aanbieders', 'count(DISTINCT aanbieder)', {
    parameters: PEIL,
    delen: { periode: 'geen' },
  }),
  'aanbieders-gevraagd': tel('uitvragen', 'aanbieders', 'count(DISTINCT aanbieder)', {
    parameters: PEIL,
    delen: { periode: 'geen' },
  }),
  'aanbieders-geantwoord': tel('uitvragen', 'aanbieders', 'count(DISTINCT aanbieder)', {
    als: 'geantwoord',
    parameters: PEIL,
    deelVan: ['aanbieders-gevraagd'],
    delen: { periode: 'geen' },
  }),

  vragen: tel('antwoorden', 'antwoorden', 'count(*)', { soorten: true }),
  antwoorden: tel('antwoorden', 'antwoorden', 'count(waarde)', { soorten: true, deelVan: ['vragen'] }),
  'antwoorden-positief': tel('antwoorden', 'antwoorden', 'count(*)', {
    als: 'waarde >= positief_vanaf',
    soorten: true,
    parameters: POSITIEF,
    deelVan: ['antwoorden', 'vragen'],
  }),
  'rci-paren': tel('verschillen', 'antwoorden', 'count(*)', {
    gelijkAan: samen('rci-verbeterd', 'rci-ongewijzigd', 'rci-verslechterd'),
  }),
  'rci-verbeterd': tel('verschillen', 'antwoorden', 'count(*)', {
    als: "oordeel = 'verbeterd'",
    deelVan: ['rci-paren'],
  }),
  'rci-ongewijzigd': tel('verschillen', 'antwoorden', 'count(*)', {
    als: "oordeel = 'ongewijzigd'",
    deelVan: ['rci-paren'],
  }),
  'rci-verslechterd': tel('verschillen', 'antwoorden', 'count(*)', {
    als: "oordeel = 'verslechterd'",
    deelVan: ['rci-paren'],
  }),
  'big5-gevraagd': tel('formulieren', 'antwoorden', 'count(*)'),
  'big5-ingevuld': tel('formulieren', 'antwoorden', 'count(*)', {
    als: 'ingevuld = 5',
    deelVan: ['big5-gevraagd'],
  }),
  'big5-alle-vijf': tel('formulieren', 'antwoorden', 'count(*)', {
    als: 'ingevuld = 5 AND goed = 5',
    deelVan: ['big5-ingevuld', 'big5-gevraagd'],
  }),
  'big5-onderdelen': tel('onderdelen', 'antwoorden', 'count(*)', { soorten: true }),
  'big5-onderdelen-goed': tel('onderdelen', 'antwoorden', 'count(*)', {
    als: 'waarde >= 1',
    soorten: true,
    deelVan: ['big5-onderdelen'],
  }),

  'inwoners-0-17': tel('bevolking', 'openbaar', 'sum(jongeren)', { afwezig: 'onbekend' }),
  'cbs-percentage': tel('cbs', 'openbaar', 'any_value(gegeven)', {
    soorten: true,
    verdeling: 'tekst',
    afwezig: 'onbekend',
    delen: { gebied: 'geen', kenmerk: 'geen', dimensie: 'geen', periode: 'geen' },
  }),
} as const satisfies Readonly<Record<string, RijMaat>>;

export type RijMaatNaam = keyof typeof RIJ_MATEN;
