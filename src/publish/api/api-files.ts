// SPDX-License-Identifier: EUPL-1.2
import type {
  Begrip,
  Definities,
  GepubliceerdeDefinitie,
  Release,
  Wijzigingen,
} from '../../contract/index.ts';
import { API_MAP, addressesOf } from '../addresses.ts';
import type { JsonRow, JsonTable } from '../all-json.ts';
import { changesJson } from '../changes-json.ts';
import type { EerdereUitgave } from '../earlier-releases.ts';
import { figureFileName } from '../figure-file.ts';
import { intervalOf } from '../share-interval.ts';
import { openApi } from './openapi.ts';
import { SCHEMAS } from './schemas.ts';

export interface ApiSource {
  readonly release: Release;
  readonly tabellen: readonly JsonTable[];
  readonly definities: Definities;
  readonly begrippen: readonly Begrip[];
  readonly wijzigingen: Wijzigingen;
  /** Releases before this one, oldest first. */
  readonly eerder: readonly EerdereUitgave[];
}

interface ApiFile {
  readonly pad: string;
  readonly inhoud: string;
}

/**
 * `dashboard/v1/`: the API, as files. Each is valid against its schema, which stands beside it.
 * Source: docs/adr/the-api-is-files-under-a-versioned-address.md
 */
export function apiFiles(source: ApiSource): readonly ApiFile[] {
  const { release, tabellen, definities, begrippen, wijzigingen } = source;
  const stamp = stampOf(release);
  return [
    file('openapi', openApi(release)),
    file('release', { ...release, versie: wijzigingen.versie, vorige: wijzigingen.vorige }),
    file('releases', { releases: releaseLines(source) }),
    file('indicatoren', {
      release: stamp,
      indicatoren: definities.indicatoren.map((definitie) => ({
        id: definitie.id,
        naam: definitie.naam,
        betekenis: definitie.betekenis,
        eenheid: definitie.eenheid,
        versie: definitie.versie,
        dimensies: definitie.dimensies.map(({ id }) => id),
        tabellen: tabellen.filter(({ indicator }) => indicator === definitie.id).map(figureFileName),
        href: `indicatoren/${definitie.id}.json`,
      })),
    }),
    ...definities.indicatoren.map((definitie) =>
      file(`indicatoren/${definitie.id}`, indicator(source, definitie)),
    ),
    file('tabellen', {
      release: stamp,
      tabellen: tabellen.map((tabel) => ({ ...tableLink(tabel, ''), indicator: tabel.indicator })),
    }),
    ...tabellen.map((tabel) => ({
      pad: `${API_MAP}/tabellen/${figureFileName(tabel)}.json`,
      inhoud: tableJson(release, tabel),
    })),
    file('gebieden', { release: stamp, gebieden: release.samenstelling.gebieden }),
    file('begrippen', { release: release.id, begrippen }),
    { pad: `${API_MAP}/wijzigingen.json`, inhoud: changesJson(wijzigingen) },
    ...Object.entries(SCHEMAS).map(([name, schema]) =>
      file(`schemas/${name}.schema`, {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: `${addressesOf(release).vasteApi}/schemas/${name}.schema.json`,
        title: name,
        ...schema,
      }),
    ),
  ];
}

function file(name: string, value: object): ApiFile {
  return { pad: `${API_MAP}/${name}.json`, inhoud: `${JSON.stringify(value, null, 1)}\n` };
}

function stampOf({ id, status, dataTot, uitgegeven, fictief }: Release): object {
  return { id, status, dataTot, ...(uitgegeven === undefined ? {} : { uitgegeven }), fictief };
}

function releaseLines({ release, wijzigingen, eerder }: ApiSource): readonly object[] {
  return [...eerder, { release, wijzigingen }].reverse().map(({ release: one, wijzigingen: changes }) => ({
    id: one.id,
    jaar: one.jaar,
    status: one.status,
    dataTot: one.dataTot,
    ...(one.uitgegeven === undefined ? {} : { uitgegeven: one.uitgegeven }),
    versie: changes.versie,
    niveau: changes.niveau,
    href: addressesOf({ ...one, ...(release.adres === undefined ? {} : { adres: release.adres }) }).permalink,
  }));
}

function indicator({ release, tabellen }: ApiSource, definitie: GepubliceerdeDefinitie): object {
  return {
    release: stampOf(release),
    ...definitie,
    breuken: release.breuken.filter(({ id }) => definitie.breuken.includes(id)),
    tabellen: tabellen
      .filter((tabel) => tabel.indicator === definitie.id)
      .map((tabel) => tableLink(tabel, '../')),
  };
}

/** Links are relative to the file that holds them: they work wherever the folder stands. */
function tableLink(tabel: JsonTable, up: string): object {
  const name = figureFileName(tabel);
  return {
    naam: name,
    dimensies: tabel.dimensies,
    eenheid: tabel.eenheid,
    aantal: tabel.rijen.length,
    href: `${up}tabellen/${name}.json`,
    csv: `${up}../../cijfers/${name}.csv`,
    ods: `${up}../../cijfers/${name}.ods`,
  };
}

function tableJson(release: Release, tabel: JsonTable): string {
  const { indicator, definitie, eenheid, dimensies, interval } = tabel;
  const head = {
    release: stampOf(release),
    naam: figureFileName(tabel),
    indicator,
    definitie,
    eenheid,
    dimensies,
    ...(interval === undefined ? {} : { interval }),
  };
  const lines = tabel.rijen.map((rij) => `\n  ${JSON.stringify(figure(tabel, rij))}`);
  return `${JSON.stringify(head, null, 1).slice(0, -2)},\n "cijfers": [${lines.join(',')}\n ]\n}\n`;
}

/** One figure by names instead of places. */
function figure(tabel: JsonTable, rij: JsonRow): object {
  const { variant, periode, gebied, waarde, teller, noemer, status, breuken } = rij;
  const final = rij.voorlopigheid ?? tabel.voorlopigheid?.[periode];
  return {
    ...(variant === '' ? {} : { variant }),
    periode,
    gebied,
    ...Object.fromEntries(tabel.dimensies.map((dimensie, index) => [dimensie, rij.dimensies[index]])),
    waarde,
    ...(teller === null ? {} : { teller }),
    ...(noemer === null ? {} : { noemer }),
    ...intervalOf(tabel, rij),
    status,
    ...(final === undefined ? {} : { voorlopigheid: final }),
    ...(breuken === undefined ? {} : { breuken }),
  };
}
