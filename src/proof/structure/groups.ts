// SPDX-License-Identifier: EUPL-1.2
import { areaOf } from '../areas.ts';
import type { ProofFinding } from '../finding.ts';
import { labelFinding, linePlace } from '../labels/label-finding.ts';
import type { PrintedDocument, RunningText } from '../printed.ts';

/** Groups of gemeenten that together should be the region and are not: one gemeente left out, or more members than there are. */
export function groupFindings(document: PrintedDocument): ProofFinding[] {
  return document.teksten.flatMap((text) => [...leftOut(text, document), ...tooMany(text, document)]);
}

const LISTED = /\b(H\d) gemeenten [A-Z]/;

/** A text that divides the region into groups and leaves one gemeente out of all of them. */
function leftOut({ bron, regels }: RunningText, { gebieden }: PrintedDocument): ProofFinding[] {
  const named = regels.flatMap((line, index) => {
    const code = LISTED.exec(line)?.[1];
    const area = code === undefined ? undefined : areaOf(gebieden, code);
    return area && area.leden.length > 1 ? [{ area, index }] : [];
  });
  const gemeenten = gebieden.filter(({ leden }) => leden.length === 0);
  return named.flatMap(({ area, index }, at) =>
    named.slice(at + 1).flatMap(({ area: other, index: line }) => {
      const overlap = area.leden.some((code) => other.leden.includes(code));
      const missing = gemeenten.filter(
        ({ code }) => !area.leden.includes(code) && !other.leden.includes(code),
      );
      if (overlap || missing.length !== 1) return [];
      return [
        labelFinding('ontbreekt', 'gemeenteInGeenGroep', {
          plaats: linePlace(bron, line),
          gedrukt: `${area.code}, ${other.code}`,
          verwacht: missing.map(({ naam }) => naam).join(', '),
          zekerheid: 'mogelijk',
          sleutel: `${bron} ${area.code} ${other.code}`,
          ook: [linePlace(bron, index)],
        }),
      ];
    }),
  );
}

/** `JBT H1, JBT H4 en JBT H5`: the numbers of gemeenten in the names must give that of the region. */
function tooMany({ bron, regels }: RunningText, { gebieden }: PrintedDocument): ProofFinding[] {
  const region = Math.max(0, ...gebieden.map(({ leden }) => leden.length));
  const seen = new Set<string>();
  return regels.flatMap((line, index) => {
    const codes = [...new Set(line.match(/\bH\d\b/g) ?? [])];
    const sum = codes.reduce((all, code) => all + Number(code.slice(1)), 0);
    const name = codes.join(' + ');
    if (codes.length < 3 || region === 0 || sum === region || seen.has(name)) return [];
    seen.add(name);
    return [
      labelFinding('samenvoeging', 'groepenTellenNietOp', {
        plaats: linePlace(bron, index),
        gedrukt: line.trim(),
        verwacht: String(region),
        delen: [`${name} = ${sum}`, String(region)],
        zekerheid: 'mogelijk',
        sleutel: `${bron} ${name}`,
      }),
    ];
  });
}
