// SPDX-License-Identifier: EUPL-1.2
import type { Dimensie, GebiedCode, Regio, Unit } from '../contract/index.ts';
import { plainDate } from '../contract/index.ts';
import { type Definition, type FigurePlan, planRequest } from '../indicators/index.ts';
import { yearsBetween } from './figure-options.ts';

/** A table that every release publishes. */
export interface ReleaseTable {
  readonly indicator: string;
  readonly dimensies: readonly Dimensie[];
  /** Absent = all variants. */
  readonly variant?: string;
  /** Variants in this unit only: a table has one unit. Absent = the definition has one. */
  readonly eenheid?: Unit;
  /**
   * `regio`: the region, and groups of all its gemeenten but one, whose difference is protected as a gemeente; for splits that leave too little in a
   * gemeente. Absent = every area.
   */
  readonly gebieden?: 'regio';
  /** Quarters of the publication year and the year before it too. */
  readonly kwartalen?: true;
}

/** What every release publishes, and so what can be shown without a key holder's `--raw`. What adds up along a split has its total here too, for the same areas: a total without a row is not protected. What is not here, and why: docs/reference/geheimhouding.md. */
export const RELEASE_TABLES: readonly ReleaseTable[] = [
  { indicator: 'clienten', dimensies: [] },
  { indicator: 'clienten', dimensies: ['type'] },
  { indicator: 'clienten-groei', dimensies: [] },
  { indicator: 'clienten-groei', dimensies: ['type'] },
  { indicator: 'aandeel-jeugdigen', dimensies: [] },
  { indicator: 'bevolking-0-17', dimensies: [] },
  { indicator: 'cbs-jeugdhulp', dimensies: [] },
  { indicator: 'aanbieders', dimensies: [] },

  { indicator: 'uitgaven', dimensies: [] },
  { indicator: 'uitgaven-per-client', dimensies: [] },
  { indicator: 'kosten-boven-grens', dimensies: [] },

  { indicator: 'trajecten', dimensies: [] },
  { indicator: 'trajecten', dimensies: ['type'] },
  { indicator: 'instroom', dimensies: [] },
  { indicator: 'instroom', dimensies: ['type'] },
  { indicator: 'uitstroom', dimensies: [] },
  { indicator: 'uitstroom', dimensies: ['type'] },
  { indicator: 'in-een-keer-goed', dimensies: [] },
  { indicator: 'doorlooptijd-start', dimensies: [], variant: 'start-mediaan' },
  { indicator: 'uitval', dimensies: [] },
  { indicator: 'duur', dimensies: [], eenheid: 'dagen' },
  { indicator: 'terugkeer', dimensies: [], variant: 'R3' },

  { indicator: 'jeugdbescherming', dimensies: [] },
  { indicator: 'jeugdbescherming', dimensies: ['gi'] },
  { indicator: 'jeugdreclassering', dimensies: [] },
  { indicator: 'jeugdreclassering', dimensies: ['gi'] },
  { indicator: 'maatregelen', dimensies: [] },
  { indicator: 'muhp', dimensies: [], eenheid: 'maatregelen', kwartalen: true },
  { indicator: 'jbt-aanmeldingen', dimensies: [] },
  { indicator: 'jbt-aanmeldingen', dimensies: ['verwijzer'] },
  { indicator: 'jbt-besluiten', dimensies: [] },
  { indicator: 'jbt-besluiten', dimensies: ['besluit'] },
  { indicator: 'cit-crisiszaken', dimensies: [] },
  { indicator: 'cit-huisverboden', dimensies: [] },
  { indicator: 'jeugdzorgplus-plaatsingen', dimensies: [], kwartalen: true },
  { indicator: 'jeugdzorgplus-jeugdigen', dimensies: [] },
  { indicator: 'proeftuin-domeinen', dimensies: ['domein'] },

  { indicator: 'wachtenden', dimensies: [] },
  { indicator: 'wachtenden', dimensies: ['zorgvorm'] },
  { indicator: 'wachtenden-lang', dimensies: [] },
  { indicator: 'wachtenden-lang', dimensies: ['zorgvorm'] },
  { indicator: 'respons', dimensies: [] },

  { indicator: 'tevredenheid', dimensies: [], gebieden: 'regio' },
  { indicator: 'doelrealisatie', dimensies: [], gebieden: 'regio' },
  { indicator: 'zonder-hulp-verder', dimensies: [], gebieden: 'regio' },

  { indicator: 'uitgaven', dimensies: ['type'] },
  { indicator: 'uitgaven-per-client', dimensies: ['type'] },
  { indicator: 'clienten', dimensies: ['verwijzer'] },
  { indicator: 'uitgaven', dimensies: ['verwijzer'], gebieden: 'regio' },
  { indicator: 'uitgaven-per-client', dimensies: ['verwijzer'], gebieden: 'regio' },
  { indicator: 'duur-verloop', dimensies: [], gebieden: 'regio' },
  { indicator: 'kostenontwikkeling', dimensies: [], gebieden: 'regio' },
  { indicator: 'doorstroom', dimensies: [], gebieden: 'regio' },
  { indicator: 'doorstroom', dimensies: ['van', 'naar'], gebieden: 'regio' },
  { indicator: 'doorstroom', dimensies: ['van'], gebieden: 'regio' },
  { indicator: 'doorstroom', dimensies: ['naar'], gebieden: 'regio' },
  { indicator: 'uitval', dimensies: ['type'], gebieden: 'regio' },
  { indicator: 'terugkeer', dimensies: ['type'], variant: 'R3', gebieden: 'regio' },
  { indicator: 'duur', dimensies: ['type'], eenheid: 'dagen', gebieden: 'regio' },

  { indicator: 'stand', dimensies: [], gebieden: 'regio' },
  { indicator: 'uitval-redenen', dimensies: [], gebieden: 'regio' },
  { indicator: 'aandeel-per-type', dimensies: ['type'], variant: 'clienten' },
  {
    indicator: 'aandeel-per-type',
    dimensies: ['verblijfsvorm'],
    variant: 'zorgdagen',
    gebieden: 'regio',
  },
  { indicator: 'aanbieders', dimensies: ['type'], gebieden: 'regio' },
  { indicator: 'wachtenden', dimensies: ['leeftijd'], gebieden: 'regio' },
  { indicator: 'wachtenden', dimensies: ['wachtklasse'], gebieden: 'regio' },
  { indicator: 'wachtenden', dimensies: ['verblijf'], gebieden: 'regio' },
  { indicator: 'aanbieders-per-wachtklasse', dimensies: ['wachtklasse'], gebieden: 'regio' },
  { indicator: 'jeugdzorgplus-bezetting', dimensies: [] },
];

/** Years of the release of the region's publication year. */
export function releaseYears(regio: Regio): readonly string[] {
  return yearsBetween(regio.basisjaar, regio.publicatiejaar);
}

/** What must be computed for a release. */
export function releasePlans(
  regio: Regio,
  definitions: ReadonlyMap<string, Definition>,
): readonly FigurePlan[] {
  return RELEASE_TABLES.flatMap(({ indicator, dimensies, variant, eenheid, gebieden, kwartalen }) => {
    const definition = definitions.get(indicator);
    if (definition === undefined) throw new Error(`no definition of ${indicator}`);
    return planRequest(
      {
        indicator,
        dimensies,
        perioden: [...releaseYears(regio), ...(kwartalen ? quartersOf(releaseYears(regio).slice(-2)) : [])],
        samenstelling: 'restated',
        ...(variant === undefined ? {} : { variant }),
        ...(gebieden === undefined ? {} : { gebieden: regioGebieden(regio) }),
      },
      regio,
      definition,
    ).filter((plan) => eenheid === undefined || plan.eenheid === eenheid);
  });
}

function quartersOf(years: readonly string[]): string[] {
  return years.flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`));
}

/** The region, and the groups that leave out at most one of its gemeenten. */
function regioGebieden({ code, gemeenten, groepen, publicatiejaar }: Regio): readonly GebiedCode[] {
  const peildatum = plainDate(publicatiejaar, 1, 1);
  const members = new Set(
    gemeenten.flatMap((gemeente) => {
      const { van = peildatum, tot = peildatum } = gemeente;
      const inside =
        peildatum !== undefined &&
        van !== undefined &&
        tot !== undefined &&
        van <= peildatum &&
        peildatum <= tot;
      return inside ? [gemeente.code] : [];
    }),
  );
  const large = groepen.filter(
    (groep) => groep.gemeenten.filter((member) => members.has(member)).length >= members.size - 1,
  );
  return [code, ...large.map((groep) => groep.code)];
}
