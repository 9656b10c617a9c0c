// SPDX-License-Identifier: EUPL-1.2
import type { Attribute } from './xml-text.ts';

const XML_URI = 'http://www.w3.org/XML/1998/namespace';
const XSI_URI = 'http://www.w3.org/2001/XMLSchema-instance';

const OUTERMOST: ReadonlyMap<string, string> = new Map([['xml', XML_URI]]);
/** What the attributes of a root element, as remembered by their reader, declare. */
const roots = new WeakMap<readonly Attribute[], ReadonlyMap<string, string>>();

/** Which prefix means which namespace, at this point of a document. */
export class NamespaceScopes {
  /** How many open elements below the root declare namespaces of their own. */
  inner = 0;
  private current = OUTERMOST;
  private readonly outer: { readonly depth: number; readonly namespaces: ReadonlyMap<string, string> }[] = [];

  /** Declarations of the root element. */
  declareOuter(attributen: readonly Attribute[]): void {
    if (this.current !== OUTERMOST) {
      this.current = this.declared(attributen);
      return;
    }
    const known = roots.get(attributen) ?? this.declared(attributen);
    roots.set(attributen, known);
    this.current = known;
  }

  /** The declarations of the root element, to be given to another document that begins the same. */
  get namespaces(): ReadonlyMap<string, string> {
    return this.current;
  }

  /** Begins where a document before it came to. */
  resume(namespaces: ReadonlyMap<string, string>): void {
    this.current = namespaces;
  }

  private declared(attributen: readonly Attribute[]): ReadonlyMap<string, string> {
    const declared = attributen.filter(isDeclaration);
    if (declared.length === 0) return this.current;
    const next = new Map(this.current);
    for (const { naam, waarde } of declared) next.set(naam.slice(6), waarde);
    return next;
  }

  /** Declarations of an element that opens at `depth`. */
  declare(attributen: readonly Attribute[], depth: number): void {
    if (!attributen.some(isDeclaration)) return;
    this.outer.push({ depth, namespaces: this.current });
    this.inner++;
    this.declareOuter(attributen);
  }

  /** The element that opened at `depth` is closed. */
  end(depth: number): void {
    const scope = this.outer.at(-1);
    if (scope === undefined || scope.depth !== depth) return;
    this.current = scope.namespaces;
    this.outer.pop();
    this.inner--;
  }

  /** Local name and namespace of a qualified name; an undeclared prefix has none. */
  resolve(naam: string): { readonly local: string; readonly uri: string } {
    const colon = naam.indexOf(':');
    return { local: naam.slice(colon + 1), uri: this.current.get(naam.slice(0, Math.max(colon, 0))) ?? '' };
  }

  /** Whether there is an attribute that is no declaration and no schema location: messages have none. */
  hasAttribute(attributen: readonly Attribute[]): boolean {
    return attributen.some((attribute) => {
      if (isDeclaration(attribute)) return false;
      const { local, uri } = this.resolve(attribute.naam);
      return !(uri === XSI_URI && (local === 'schemaLocation' || local === 'noNamespaceSchemaLocation'));
    });
  }
}

function isDeclaration({ naam }: Attribute): boolean {
  return naam === 'xmlns' || naam.startsWith('xmlns:');
}
