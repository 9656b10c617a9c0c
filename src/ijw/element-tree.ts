// SPDX-License-Identifier: EUPL-1.2
import type { BerichtSoort, IjwRelease } from '../contract/index.ts';
import { type ElementFeit, IJW_RELEASES, releaseTree } from './release-tree.ts';
import { compileValueType, type ValueType } from './value-type.ts';

/** One place in a message. Ids count through the tree in document order, so a subtree is the range `id` to `end`. */
export interface Element {
  readonly id: number;
  readonly end: number;
  readonly naam: string;
  /** From below `Bericht`: `Header/BerichtCode`. */
  readonly pad: string;
  readonly zone: 'bericht' | 'basis';
  readonly ouder: Element | undefined;
  readonly kinderen: readonly Element[];
  readonly kind: { get(naam: string): Element | undefined };
  /** Ids of the children that must be there. */
  readonly verplicht: readonly Element[];
  readonly max: number;
  readonly herhaalt: boolean;
  /** Some child is a repeating leaf (RetourCode). */
  readonly heeftLijst: boolean;
  /** Some child may repeat. */
  readonly heeftReeks: boolean;
  /** Position among its siblings in this release; -1 when this release does not have it. */
  readonly volgorde: number;
  /** Undefined for a container. */
  readonly type: ValueType | undefined;
}

/** All places of one message number. */
export interface ElementTree {
  readonly release: IjwRelease;
  readonly soort: BerichtSoort;
  readonly wortel: Element;
  readonly elementen: readonly Element[];
}

interface Draft {
  readonly feit: ElementFeit;
  readonly volgorde: number;
  readonly kinderen: Draft[];
}

const cache = new Map<string, ElementTree>();

/**
 * The elements of a message as one release prescribes them, with the places that only other releases have (`volgorde` -1) among them,
 * so that one reader per message number can read every release. A release without the message borrows the tree of the nearest one.
 */
export function elementTree(release: IjwRelease, soort: BerichtSoort): ElementTree {
  const key = `${release}/${soort}`;
  const known = cache.get(key);
  if (known) return known;
  const root: Draft = { feit: rootFeit, volgorde: 0, kinderen: [] };
  const near = IJW_RELEASES.toSorted((a, b) => distance(a, release) - distance(b, release));
  const trees = near.map((other) => releaseTree(other, soort)).filter((feiten) => feiten.length > 0);
  trees.forEach((feiten, index) => {
    merge(root, feiten, index === 0);
  });
  const elementen: Element[] = [];
  const wortel = settle(root, undefined, elementen);
  const tree: ElementTree = { release, soort, wortel, elementen };
  cache.set(key, tree);
  return tree;
}

/** The element at a path, or undefined when no release has it. */
export function elementAt(tree: ElementTree, pad: string): Element | undefined {
  let at: Element | undefined = tree.wortel;
  for (const naam of pad.split('/')) at = at?.kind.get(naam);
  return at;
}

function distance(a: IjwRelease, b: IjwRelease): number {
  return Math.abs(IJW_RELEASES.indexOf(a) - IJW_RELEASES.indexOf(b));
}

const rootFeit: ElementFeit = { pad: '', naam: 'Bericht', min: 1, max: 1, zone: 'bericht', type: '' };

function merge(root: Draft, tree: readonly ElementFeit[], own: boolean): void {
  for (const feit of tree) {
    const path = feit.pad.split('/');
    let ouder = root;
    for (const naam of path.slice(0, -1)) {
      const next = ouder.kinderen.find((kind) => kind.feit.naam === naam);
      if (next === undefined) throw new TypeError(`${feit.pad} comes before its parent`);
      ouder = next;
    }
    if (ouder.kinderen.some((kind) => kind.feit.naam === feit.naam)) continue;
    ouder.kinderen.push({ feit, volgorde: own ? ouder.kinderen.length : -1, kinderen: [] });
  }
}

function settle(draft: Draft, ouder: Element | undefined, elementen: Element[]): Element {
  const id = elementen.length;
  const kinderen: Element[] = [];
  const kind = new Map<string, Element>();
  const verplicht: Element[] = [];
  const element = {
    id,
    end: id,
    naam: draft.feit.naam,
    pad: draft.feit.pad,
    zone: draft.feit.zone,
    ouder,
    kinderen,
    kind,
    verplicht,
    max: draft.feit.max,
    herhaalt: draft.feit.max > 1,
    heeftLijst: draft.kinderen.some((child) => child.feit.max > 1 && child.feit.type !== ''),
    heeftReeks: draft.kinderen.some((child) => child.feit.max > 1),
    volgorde: draft.volgorde,
    type: draft.feit.type === '' ? undefined : compileValueType(draft.feit.type, draft.feit.naam),
  };
  elementen.push(element);
  for (const child of draft.kinderen) {
    const settled = settle(child, element, elementen);
    kinderen.push(settled);
    kind.set(settled.naam, settled);
    if (child.volgorde >= 0 && child.feit.min > 0) verplicht.push(settled);
  }
  element.end = elementen.length;
  return element;
}
