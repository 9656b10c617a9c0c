// SPDX-License-Identifier: EUPL-1.2
import type { BerichtSoort, IjwRelease } from '../contract/index.ts';
import { ByteWriter } from './byte-writer.ts';
import { namespaceOf } from './namespace.ts';
import { type ElementFeit, releaseTree } from './release-tree.ts';

/** What stands in an element: a value as written, child elements by name, several of either, or nothing at all. */
export type BerichtWaarde =
  | string
  | number
  | BerichtInhoud
  | readonly (string | number | BerichtInhoud)[]
  | undefined;

/** Child elements by their Dutch local names, in any order: the element table decides order, namespace and prefix. */
export interface BerichtInhoud {
  readonly [naam: string]: BerichtWaarde;
}

interface Schrijver {
  readonly naam: string;
  readonly open: Uint8Array;
  readonly close: Uint8Array;
  readonly kinderen: readonly Schrijver[];
}

const EOL = '\r\n';
const cache = new Map<string, { head: Uint8Array; root: Schrijver }>();

/**
 * One message as XML: UTF-8 without BOM, CRLF, tab indentation.
 * Throws when the release has no such message, or the content names an element that it does not have there. Nothing else is checked:
 * a sample may want a wrong message.
 * Source: iJw OP192.
 */
export function writeBericht(release: IjwRelease, soort: BerichtSoort, inhoud: BerichtInhoud): Uint8Array {
  const key = `${release}/${soort}`;
  let form = cache.get(key);
  if (form === undefined) {
    form = compileForm(release, soort);
    cache.set(key, form);
  }
  const out = new ByteWriter();
  out.bytes(form.head);
  writeKinderen(out, form.root, inhoud);
  out.bytes(form.root.close);
  return out.result();
}

function compileForm(release: IjwRelease, soort: BerichtSoort): { head: Uint8Array; root: Schrijver } {
  const tree = releaseTree(release, soort);
  if (tree.length === 0) throw new TypeError(`release ${release} has no ${soort}`);
  const prefix = soort.toLowerCase();
  const head =
    `<?xml version="1.0" encoding="UTF-8"?>${EOL}<${prefix}:Bericht` +
    ` xmlns:ijw="${namespaceOf(release, 'basis')}" xmlns:${prefix}="${namespaceOf(release, soort)}">${EOL}`;
  const kinderen = compileKinderen(tree, '', prefix, 1);
  const close = Buffer.from(`</${prefix}:Bericht>${EOL}`);
  return { head: Buffer.from(head), root: { naam: 'Bericht', open: new Uint8Array(), close, kinderen } };
}

function compileKinderen(
  tree: readonly ElementFeit[],
  ouder: string,
  prefix: string,
  depth: number,
): Schrijver[] {
  const own = tree.filter((feit) => feit.pad === `${ouder}${feit.naam}`);
  return own.map((feit) => {
    const tag = `${feit.zone === 'basis' ? 'ijw' : prefix}:${feit.naam}`;
    const indent = '\t'.repeat(depth);
    const kinderen = compileKinderen(tree, `${feit.pad}/`, prefix, depth + 1);
    const leaf = feit.type !== '';
    return {
      naam: feit.naam,
      open: Buffer.from(`${indent}<${tag}>${leaf ? '' : EOL}`),
      close: Buffer.from(`${leaf ? '' : indent}</${tag}>${EOL}`),
      kinderen,
    };
  });
}

function writeKinderen(out: ByteWriter, schrijver: Schrijver, inhoud: BerichtInhoud): void {
  let used = 0;
  for (const kind of schrijver.kinderen) {
    const waarde = inhoud[kind.naam];
    if (waarde === undefined) continue;
    used++;
    if (Array.isArray(waarde)) {
      for (const item of waarde as readonly (string | number | BerichtInhoud)[])
        writeElement(out, kind, item);
    } else {
      writeElement(out, kind, waarde as string | number | BerichtInhoud);
    }
  }
  if (used !== Object.keys(inhoud).length) refuseUnknown(schrijver, inhoud);
}

function writeElement(out: ByteWriter, schrijver: Schrijver, waarde: string | number | BerichtInhoud): void {
  out.bytes(schrijver.open);
  if (typeof waarde === 'object') writeKinderen(out, schrijver, waarde);
  else out.text(typeof waarde === 'number' ? String(waarde) : waarde);
  out.bytes(schrijver.close);
}

function refuseUnknown(schrijver: Schrijver, inhoud: BerichtInhoud): void {
  const known = new Set(schrijver.kinderen.map((kind) => kind.naam));
  const unknown = Object.keys(inhoud).filter((naam) => inhoud[naam] !== undefined && !known.has(naam));
  if (unknown.length > 0) throw new TypeError(`${schrijver.naam} has no ${unknown.join(', ')}`);
}
