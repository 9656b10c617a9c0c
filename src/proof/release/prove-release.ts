// SPDX-License-Identifier: EUPL-1.2

import type { PublishedTable, Release } from '../../contract/index.ts';
import { slug } from '../../text/index.ts';
import { type Areas, areaOf, areasOf } from '../areas.ts';
import { inReportOrder, type ProofFinding, textFindingId, withUniqueIds } from '../finding.ts';
import type { ProofOutcome } from '../outcome.ts';
import { type HtmlPage, readHtmlPage } from '../read/html.ts';
import type { Sentence } from '../read/running-text.ts';
import { excerpt } from '../sentences/claim-findings.ts';
import { numbersIn } from '../sentences/number-mentions.ts';
import { pairFindings } from '../sentences/pair-findings.ts';
import { figureFindings } from './figure-findings.ts';
import { type KnownNumbers, knownNumbers } from './known-numbers.ts';
import { cellFindings, exactIndex, printIndex } from './page-cells.ts';

/** A release that is about to be frozen, or that was. */
export interface ReleaseContents {
  readonly release: Release;
  readonly tables: readonly PublishedTable[];
  /** Its pages; files that are no HTML are passed over. */
  readonly pages: readonly { readonly pad: string; readonly inhoud: string | Uint8Array }[];
}

/** How much of a release was read, and what was found. */
export type ReleaseProof = Omit<ProofOutcome, 'naam'>;

/** Folder of the dashboard in a release. */
const DASHBOARD = 'dashboard/';

/**
 * The checks on our own release: figures against each other, every cell of every printed table against the figures it is made of, and every
 * number in running text against all of them. On a sound release nothing is found. Dutch pages of the report and letters are read; the English ones come
 * from the same tree. The dashboard computes what it shows (per 1,000, indices, differences) from the files of the release, and is not read.
 */
export function proveRelease({ release, tables, pages }: ReleaseContents): ReleaseProof {
  const gebieden = areasOf(
    release.samenstelling.gebieden.map(({ code, naam, soort, gemeenten }) => ({
      code,
      naam: naam.replace(/ \(.*$/, ''),
      leden: soort === 'gemeente' ? [] : gemeenten,
    })),
  );
  const read = pages.flatMap(({ pad, inhoud }) => {
    if (typeof inhoud !== 'string' || !pad.endsWith('.html') || pad.startsWith(DASHBOARD)) return [];
    const page = readHtmlPage(inhoud);
    return page.taal === 'nl' ? [{ pad, page }] : [];
  });
  const { afronding } = release.geheimhouding.regels;
  const known = knownNumbers(tables, policyNumbers(release));
  const prints = printIndex(tables, gebieden);
  const exact = exactIndex(tables);
  const rules = { gebieden: release.samenstelling.gebieden, basisjaar: release.basisjaar, afronding };
  const findings = [
    ...figureFindings(tables, rules),
    ...read.flatMap(({ pad, page }) => [
      ...cellFindings(page, { pad, gebied: pageArea(pad, gebieden, release) }, gebieden, prints, exact),
      ...textFindings(pad, page, known),
    ]),
  ];
  const cells = read.flatMap(({ page }) =>
    page.tabellen.flatMap(({ rijen }) => rijen.flatMap(({ cellen }) => cellen)),
  );
  return {
    nagelopen: {
      tabellen: tables.length + read.reduce((sum, { page }) => sum + page.tabellen.length, 0),
      getallen: tables.reduce((sum, { rows }) => sum + rows.length, 0) + cells.length,
      zinnen: read.reduce((sum, { page }) => sum + page.alineas.length, 0),
    },
    bevindingen: withUniqueIds(inReportOrder(findings)),
  };
}

function pageArea(pad: string, areas: Areas, { regio }: Release): string {
  const name = pad
    .replace(/^.*\//, '')
    .replace(/\.html$/, '')
    .replace(/^(?:monitor|brief)-/, '');
  return (
    areas.find(({ naam, leden }) => leden.length === 0 && slug(naam) === name)?.code ??
    areaOf(areas, regio.code)?.code ??
    ''
  );
}

/** Numbers that come from the policy and not from the figures. */
function policyNumbers({ drempels, geheimhouding, samenstelling, jaren }: Release): number[] {
  const { regels } = geheimhouding;
  return [
    drempels.kostenGrensCents / 100,
    ...Object.values(regels).filter((value) => typeof value === 'number'),
    samenstelling.gebieden.filter(({ soort }) => soort === 'gemeente').length,
    jaren.length,
    18,
    100,
  ];
}

/** Texts that are no statement about the figures: dates, versions, codes of messages and laws. */
const NO_FIGURE =
  /\b\d{4}-\d{2}-\d{2}\b|\b\d+\.\d+\.\d+\b|\bCC0 1\.0\b|\bJW\d{3}\b|\b[A-Z]+ ?\d+(?:\.\d+)*\b|\b\d{1,2}[-–]\d{1,2}\b/g;

function textFindings(pad: string, { alineas, tabellen }: HtmlPage, known: KnownNumbers): ProofFinding[] {
  const printed = new Set(
    tabellen.flatMap(({ rijen }) =>
      rijen.flatMap(({ cellen }) => cellen.map((cell) => cell.replace(/^[+−]|^€ /, ''))),
    ),
  );
  const sentences = alineas.flatMap((alinea, index) => sentencesIn(alinea, pad, index));
  const loose = sentences.flatMap((sentence) =>
    numbersIn(sentence.tekst.replace(NO_FIGURE, ' '))
      .filter(
        ({ waarde, procent, gedrukt }) =>
          /\d/.test(gedrukt) && !known.has(waarde, procent) && !printed.has(gedrukt.replace(/^€ ?/, '')),
      )
      .map(({ gedrukt }) => looseNumber(sentence, gedrukt)),
  );
  return [...loose, ...pairFindings(sentences).filter(({ zekerheid }) => zekerheid === 'zeker')];
}

function sentencesIn(alinea: string, bron: string, index: number): Sentence[] {
  return alinea
    .split(/(?<=[a-zà-ÿ\d)%][.!?])\s+(?=[A-ZÀ-Ý“€])/)
    .map((tekst) => ({ bron, regel: index + 1, tekst, alinea: index }));
}

function looseNumber(sentence: Sentence, gedrukt: string): ProofFinding {
  return {
    id: textFindingId(
      'tekstgetal',
      `nietUitCijfers-${gedrukt.replace(/\W/g, '')}`,
      `${sentence.bron} ${sentence.tekst}`,
    ),
    regel: 'tekstgetal',
    ernst: 'matig',
    zekerheid: 'waarschijnlijk',
    plaats: { bron: sentence.bron, waar: '' },
    gedrukt: excerpt(sentence.tekst, gedrukt),
    verwacht: '',
    controles: [{ uitleg: 'nietUitCijfers', delen: [gedrukt] }],
    ook: [],
  };
}
