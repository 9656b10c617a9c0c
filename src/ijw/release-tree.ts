// SPDX-License-Identifier: EUPL-1.2
import type { BerichtSoort, IjwRelease } from '../contract/index.ts';
import { BOOM_FEITEN, TYPE_FEITEN } from './facts.generated.ts';

/** One line of an element tree as a release prescribes it. */
export interface ElementFeit {
  readonly pad: string;
  readonly naam: string;
  readonly min: number;
  readonly max: number;
  /** Schema that declares it: that decides its namespace. */
  readonly zone: 'bericht' | 'basis';
  /** Datatype of a leaf, facets as in `TYPE_FEITEN`; empty for a container. */
  readonly type: string;
}

export const IJW_RELEASES: readonly IjwRelease[] = ['2.3', '2.4', '3.0', '3.1', '3.2'];

/** BerichtCode of every message. JW303 and JW304 have two: declaratie, factuur. */
export const BERICHT_CODES: Readonly<Record<BerichtSoort, readonly string[]>> = {
  JW301: ['436'],
  JW302: ['437'],
  JW303: ['432', '450'],
  JW304: ['433', '451'],
  JW305: ['438'],
  JW306: ['439'],
  JW307: ['440'],
  JW308: ['441'],
  JW315: ['446'],
  JW316: ['447'],
  JW317: ['486'],
  JW318: ['487'],
  JW319: ['488'],
  JW320: ['489'],
  JW323: ['490'],
  JW325: ['491'],
};

export const BERICHT_SOORTEN = Object.keys(BERICHT_CODES) as BerichtSoort[];

/**
 * The elements of a message as a release prescribes them, in order; empty when the release has no such message.
 * Releases 2.3 and 3.2 follow their schemas; 2.4, 3.0 and 3.1 are derived from these two.
 * Source: docs/adr/releases-without-a-schema-are-derived-from-their-neighbours.md
 */
export function releaseTree(release: IjwRelease, soort: BerichtSoort): readonly ElementFeit[] {
  const key = `${release}/${soort}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const tree = makeTree(release, soort);
  cache.set(key, tree);
  return tree;
}

const cache = new Map<string, readonly ElementFeit[]>();

function makeTree(release: IjwRelease, soort: BerichtSoort): ElementFeit[] {
  const oud = release === '2.3' || release === '2.4';
  const factuur = soort === 'JW303' || soort === 'JW304';
  if (factuur && (release === '3.1' || release === '3.2')) return [];
  const bron = oud || factuur ? '2.3' : '3.2';
  const base = parseTree(bron, soort);
  if (base.length === 0) return [];
  const tree = bron === '2.3' && release !== '2.3' ? withXsdVersie(base, release, soort) : base;
  return tree.flatMap((feit) => adapt(feit, release, soort));
}

function parseTree(bron: '2.3' | '3.2', soort: BerichtSoort): ElementFeit[] {
  const path: string[] = [];
  const lines = (BOOM_FEITEN[bron]?.[soort] ?? '').split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const depth = line.search(/\S/);
    const [naam = '', occurs = '', zone = '', type = ''] = line.trim().split(' ');
    const [min = '', max = ''] = occurs.split('..');
    path.length = depth;
    path.push(naam);
    return {
      pad: path.join('/'),
      naam,
      min: Number(min),
      max: max === '*' ? Number.POSITIVE_INFINITY : Number(max),
      zone: zone === 'basis' ? 'basis' : 'bericht',
      type: type === '' ? '' : (TYPE_FEITEN[bron]?.[type] ?? ''),
    };
  });
}

function withXsdVersie(tree: ElementFeit[], release: IjwRelease, soort: BerichtSoort): ElementFeit[] {
  const versie = TYPE_FEITEN['3.2']?.LDT_Versie ?? '';
  const min = release === '2.4' ? 0 : 1;
  const block = (naam: string): ElementFeit[] => [
    { pad: `Header/${naam}`, naam, min, max: 1, zone: 'bericht', type: '' },
    ...['BasisschemaXsdVersie', 'BerichtXsdVersie'].map(
      (deel): ElementFeit => ({
        pad: `Header/${naam}/${deel}`,
        naam: deel,
        min: 1,
        max: 1,
        zone: 'basis',
        type: versie,
      }),
    ),
  ];
  const after = (tail: string): number => {
    const index = tree.findLastIndex((feit) => feit.pad.startsWith(`Header/${tail}`));
    return index < 0 ? tree.findLastIndex((feit) => feit.pad.startsWith('Header/')) + 1 : index + 1;
  };
  const at = soort === 'JW303' || soort === 'JW304' ? after('RetourBedragen') : after('BerichtIdentificatie');
  const retour = tree.some((feit) => feit.pad === 'Header/RetourCodes');
  const extra = retour ? [...block('XsdVersie'), ...block('XsdVersieRetour')] : block('XsdVersie');
  const known = new Set(tree.map((feit) => feit.pad));
  return tree.toSpliced(at, 0, ...extra.filter((feit) => !known.has(feit.pad)));
}

function adapt(feit: ElementFeit, release: IjwRelease, soort: BerichtSoort): ElementFeit[] {
  const [versie = '', subversie = ''] = release.split('.');
  if (feit.pad === 'Header/BerichtVersie')
    return [{ ...feit, type: feit.type.replace(/pattern \d/, `pattern ${versie}`) }];
  if (feit.pad === 'Header/BerichtSubversie')
    return [{ ...feit, type: feit.type.replace(/pattern \d/, `pattern ${subversie}`) }];
  if (release === '3.0' && (soort === 'JW315' || soort === 'JW316')) {
    if (feit.pad.endsWith('AangevraagdProduct/Budget')) return [];
    if (feit.pad.endsWith('AangevraagdProduct/Product')) return [{ ...feit, min: 1 }];
  }
  if (release === '2.4' || release === '3.0' || release === '3.1')
    return [{ ...feit, type: codesOf(feit.type, release) }];
  return [feit];
}

function codesOf(type: string, release: '2.4' | '3.0' | '3.1'): string {
  const match = /^(.*lijst )(\S+) (.*)$/.exec(type);
  if (!match) return type;
  const [, head = '', list = '', text = ''] = match;
  const codes = text.split(' ');
  const change = CODES_PER_RELEASE[release][list];
  if (!change) return type;
  const kept = codes.filter((code) => !change.zonder.includes(code));
  return `${head}${list} ${[...new Set([...kept, ...change.met])].join(' ')}`;
}

interface Wijziging {
  readonly met: readonly string[];
  readonly zonder: readonly string[];
}

function retourcodesOf(bron: string): string[] {
  return (TYPE_FEITEN[bron]?.LDT_RetourCode ?? '').replace(/^.*lijst \S+ /, '').split(' ');
}

/** Code lists that differ from those of the schema a release is derived from. Where no source tells, a list is the union of its neighbours. */
const CODES_PER_RELEASE: Readonly<Record<'2.4' | '3.0' | '3.1', Readonly<Record<string, Wijziging>>>> = {
  '2.4': { WJ001: { met: retourcodesOf('3.2'), zonder: [] } },
  '3.0': {
    WJ756: { met: ['21', '81', '84'], zonder: [] },
    WMO757: { met: ['3', '5'], zonder: [] },
    JZ002: { met: ['12'], zonder: ['13', '14'] },
    JZ588: { met: ['36', '37'], zonder: ['38', '39'] },
    WJ001: { met: [...retourcodesOf('2.3'), ...retourcodesOf('3.2')], zonder: [] },
  },
  '3.1': {
    WJ756: { met: ['21', '81'], zonder: [] },
    WMO757: { met: ['3', '5'], zonder: [] },
    WJ001: { met: retourcodesOf('2.3'), zonder: [] },
  },
};
