// SPDX-License-Identifier: EUPL-1.2
import type { openDataNl } from './open-data-nl.ts';

export const openDataEn: typeof openDataNl = {
  catalogus: {
    titel: (regio) => `Regional Youth Care Monitor ${regio}: open data`,
    uitleg: (regio) =>
      `Figures about the youth care that the gemeenten (municipalities) of ${regio} purchase together: how many young people, which care, how long and at what cost. Small numbers are left out, so that nobody can be recognised.`,
    fictief: 'Note: these are the made-up data of a demonstration.',
    adresOnbekend: 'The publisher has not set an address yet: the addresses in this catalogue lead nowhere.',
    themas: 'Data themes of the European Union',
    trefwoorden: ['youth care', 'child welfare', 'municipalities'],
    gezondheid: 'Health',
    samenleving: 'Population and society',
  },
  reeks: {
    titel: (indicator, regio) => `${indicator}, ${regio}`,
    uitleg: (betekenis) => `${betekenis} Each edition of the monitor is a data set in this series.`,
    alles: 'All figures and definitions',
    allesUitleg: 'All figures of an edition in one file, with the definitions, the glossary and the changes.',
  },
  dataset: {
    titel: (indicator, regio, eerste, laatste, release) =>
      `${indicator}, ${regio}, ${eerste} to ${laatste} (release ${release})`,
    herkomst: (datum) =>
      `Computed from the youth-care message traffic (iJw) of the gemeenten and from statements of providers, with data up to ${datum}. Small numbers are secret; how that was done and checked is in geheimhouding.json.`,
    gemaakt: (programma, release) => `Regiovisie-monitor ${programma} made release ${release}.`,
    rechten: 'Free to use, without attribution (CC0 1.0).',
    eersteVersie: 'First edition.',
    gelijk: (vorige) => `The same as release ${vorige}.`,
    wijzigingen: (vorige, delen) => `Since release ${vorige}: ${delen.join('; ')}.`,
    wijziging: (aantal, klasse) => `${aantal} × ${klasse}`,
  },
  bestand: {
    csv: (naam) => `${naam}, as CSV for programs`,
    ods: (naam) => `${naam}, as a spreadsheet with names and explanation`,
    json: (naam) => `${naam}, as JSON through the API`,
    alles: 'All figures as JSON',
    definities: 'Definitions as JSON',
    begrippen: 'Glossary as JSON',
    wijzigingen: 'Changes since the previous edition as JSON',
    geheimhouding: 'Proof of the protection as JSON',
    per: (indicator, splitsing) =>
      splitsing.length === 0 ? indicator : `${indicator} by ${splitsing.join(' and ').toLowerCase()}`,
  },
  api: {
    titel: (regio) => `API of the Regional Youth Care Monitor ${regio}`,
    uitleg:
      'The figures of the newest edition as JSON, for reading only. The files are fixed: they change with a new edition only. Every address also works with `.json` behind it, so that the API can come from any web server. Earlier editions stand under `releases/<id>/`.',
    openapi: 'The description of this API (OpenAPI).',
    release: 'The edition: status, data up to, composition, breaks in series and protection.',
    releases: 'All editions up to this one, the newest first.',
    indicatoren: 'The indicators with figures in this edition.',
    indicator: 'One indicator: definition, splits with names, breaks in series and the tables with figures.',
    tabellen: 'The tables with figures.',
    tabel: 'The figures of one table, one line per figure.',
    gebieden: 'The areas: region, groups and gemeenten.',
    begrippen: 'The glossary.',
    wijzigingen: 'What changed since the previous edition.',
    goed: 'Done.',
    ongeldig: 'The address does not have the right form.',
    onbekend: 'This does not exist in this edition.',
    versie: 'Version of the API.',
    idIndicator: 'Id of an indicator, such as `clienten`. All ids are in `/indicatoren`.',
    idTabel: 'Name of a table, such as `clienten-type`. All names are in `/tabellen`.',
    labels: { uitgave: 'Edition', cijfers: 'Figures', uitleg: 'Explanation' },
  },
  probleem: {
    nietGevonden: 'Not found',
    nietGevondenUitleg: 'This address does not exist in this edition. All addresses are in /v1/openapi.json.',
    ongeldig: 'Invalid address',
    ongeldigUitleg: 'An id consists of lower-case letters, digits and hyphens.',
    methode: 'This method is not possible here',
    methodeUitleg: 'The API is for reading only: use GET or HEAD.',
  },
  feed: {
    titel: (regio) => `Editions of the Regional Youth Care Monitor ${regio}`,
    uitgave: (release, status) => `Release ${release} (${status})`,
    gegevens: (datum) => `Data up to ${datum}.`,
  },
  releases: {
    titel: (regio) => `Editions of the monitor of ${regio}`,
    uitleg: 'Every edition stays at its own address.',
    nieuwste: 'newest',
    ouder: (release) => `This is an earlier edition: release ${release}.`,
    ingetrokken: (release) => `Release ${release} was withdrawn: do not use its figures any more.`,
    naarNieuwste: (release) => `To the newest one, release ${release}`,
    alle: 'All editions',
  },
};
