// SPDX-License-Identifier: EUPL-1.2
import type { Areas } from '../areas.ts';
import type { ProofFinding } from '../finding.ts';
import { labelFinding, linePlace } from '../labels/label-finding.ts';
import type { PrintedDocument, RunningText } from '../printed.ts';

/** Abbreviations that are written out in two ways, and codes of groups that are used and nowhere explained. */
export function abbreviationFindings({ teksten, gebieden, tabellen }: PrintedDocument): ProofFinding[] {
  return teksten.flatMap((text) => [
    ...twoExpansions(text),
    ...unexplainedGroups(text, gebieden, tabellen.length > 0),
    ...twoNames(text),
  ]);
}

interface Expansion {
  readonly afkorting: string;
  readonly woord: string;
  readonly index: number;
}

function twoExpansions(text: RunningText): ProofFinding[] {
  const expansions = expansionsIn(text);
  const reported = new Set<string>();
  return expansions.flatMap((one) => {
    const others = expansions.filter(
      ({ afkorting, woord }) => afkorting === one.afkorting && similarButOther(woord, one.woord),
    );
    const right = others.find((other) => fits(other) !== fits(one));
    if (!right || reported.has(one.afkorting)) return [];
    reported.add(one.afkorting);
    const wrong = fits(right) ? one : right;
    const good = wrong === one ? right : one;
    return [
      labelFinding('label', 'tweeBetekenissen', {
        plaats: linePlace(text.bron, wrong.index),
        gedrukt: `${wrong.woord} (${wrong.afkorting})`,
        verwacht: `${good.woord} (${good.afkorting})`,
        zekerheid: 'waarschijnlijk',
        sleutel: `${text.bron} ${one.afkorting}`,
        ook: [linePlace(text.bron, good.index)],
      }),
    ];
  });
}

function expansionsIn({ regels }: RunningText): Expansion[] {
  return regels.flatMap((line, index) => {
    const joined = `${(regels[index - 1] ?? '').replace(/-$/, '')}${/-$/.test(regels[index - 1] ?? '') ? '' : ' '}${line}`;
    return [...joined.matchAll(/([a-zà-ÿ-]{6,}) \(([A-Za-z&]{3,6})\)/gi)].flatMap(
      ([, woord = '', afkorting = '']) =>
        line.includes(`(${afkorting})`)
          ? [{ afkorting: afkorting.toLowerCase(), woord: woord.toLowerCase(), index }]
          : [],
    );
  });
}

/** Whether the letters of the abbreviation occur in the word in that order, as far as its last two go: `ots` in `ondertoezichtstelling`. */
function fits({ afkorting, woord }: Expansion): boolean {
  let at = 0;
  for (const letter of afkorting.slice(-3)) {
    at = woord.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Two words that look alike but are not forms of one word. */
function similarButOther(a: string, b: string): boolean {
  if (a === b) return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.endsWith(short) || long.startsWith(short.slice(0, -2)) || short.length < 12) return false;
  const shared = [...short].filter((letter, index) => long[index] === letter).length;
  return short.slice(0, 4) === long.slice(0, 4) && shared < short.length - 2;
}

/** `H1` in a source line of which no sentence says which gemeenten it has. */
function unexplainedGroups(text: RunningText, areas: Areas, hasTables: boolean): ProofFinding[] {
  if (!hasTables) return [];
  const uses = new Map<string, number>();
  text.regels.forEach((line, index) => {
    for (const [code] of line.matchAll(/\bH\d\b/g)) if (!uses.has(code)) uses.set(code, index);
  });
  const whole = text.regels
    .map((line) => line.trim())
    .join(' ')
    .replace(/\s+/g, ' ');
  return [...uses].flatMap(([code, index]) => {
    const explained = new RegExp(
      `\\(${code}\\)|${code}[- ]gemeenten (?:${areas.map(({ naam }) => naam).join('|')})`,
    ).test(whole);
    if (explained) return [];
    return [
      labelFinding('ontbreekt', 'groepOnverklaard', {
        plaats: linePlace(text.bron, index),
        gedrukt: code,
        zekerheid: 'waarschijnlijk',
        sleutel: `${text.bron} ${code}`,
      }),
    ];
  });
}

const CAMEL = /\b([A-Z][a-zà-ÿ]{4,})([A-Z][a-z]{2,})\b/g;
const THREE = /\b([A-Z][a-zà-ÿ]{5,}) ([A-Z][a-zà-ÿ]{5,}) ([A-Z][a-zà-ÿ]{5,})\b/g;

/** One thing with two names: `JeugdzorgPlus` and `JeugdhulpPlus`; `Regiovisie Jeugdzorg Haaglanden` and `Regiovisie Jeugdhulp Haaglanden`. */
function twoNames(text: RunningText): ProofFinding[] {
  const names = new Map<string, Map<string, number[]>>();
  const note = (key: string, name: string, index: number) => {
    const known = names.get(key) ?? new Map<string, number[]>();
    known.set(name, [...(known.get(name) ?? []), index]);
    names.set(key, known);
  };
  text.regels.forEach((line, index) => {
    for (const [name, first = '', last = ''] of line.matchAll(CAMEL))
      note(`${first.slice(0, 5)}…${last}`, name, index);
    for (const [name, first = '', middle = '', last = ''] of line.matchAll(THREE))
      note(`${first} ${middle.slice(0, 5)}… ${last}`, name, index);
  });
  return [...names.values()].flatMap((known) => {
    const [most, ...others] = [...known].sort(([, a], [, b]) => b.length - a.length);
    return others.map(([name, lines]) =>
      labelFinding('label', 'tweeNamen', {
        plaats: linePlace(text.bron, lines[0] ?? 0),
        gedrukt: name,
        verwacht: most?.[0] ?? '',
        zekerheid: 'waarschijnlijk',
        sleutel: `${text.bron} ${name}`,
        ook: lines.slice(1).map((index) => linePlace(text.bron, index)),
      }),
    );
  });
}
