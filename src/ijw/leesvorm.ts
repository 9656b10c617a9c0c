// SPDX-License-Identifier: EUPL-1.2
import { type BerichtSoort, Bsn, type IjwRelease } from '../contract/index.ts';
import { type KopLezer, kopLezer } from './bericht-kop.ts';
import { type ClientLezer, clientLezer } from './client-lezer.ts';
import { type Element, type ElementTree, elementAt, elementTree } from './element-tree.ts';
import { namespaceOf } from './namespace.ts';
import type { RijLezer } from './rijen/rij-lezer.ts';
import { rijLezers } from './rijen/rij-lezers.ts';
import { bindRules, type Controles } from './rules/bind-rules.ts';
import type { Tag, Vorm } from './scan-handler.ts';
import { StructureCheck } from './structure-check.ts';
import { Velden } from './velden.ts';

/** Everything that reading one message of a number and release needs, made once and used by one message at a time. */
export interface Leesvorm {
  readonly velden: Velden;
  readonly structure: StructureCheck;
  /** Per element whether anything happens where it begins, or ends, beside the check of its place. */
  readonly begins: readonly boolean[];
  readonly ends: readonly boolean[];
  readonly kopElement: Element;
  readonly clientElement: Element | undefined;
  readonly kop: KopLezer;
  readonly client: ClientLezer | undefined;
  /** BSN of the client that is open, once it could be read. */
  readonly clientBsn: () => Bsn | undefined;
  /** By the id of the element that a row is made of. */
  readonly rijen: readonly (RijLezer | undefined)[];
  readonly controles: Controles;
  /** JW304 and JW325: rows wait for the RetourCodes of their client. */
  readonly isAntwoord: boolean;
  readonly clientRetourCodes: () => readonly string[];
  xmlVorm(rootTag: string, uri: string): Vorm;
}

const MAX_TOKEN = 1024 * 1024;
const MAX_VORMEN = 64;
const free = new Map<string, Leesvorm[]>();
const xmlVormen = new Map<string, Vorm>();

/** A leesvorm for one message; give it back with `returnLeesvorm`. */
export function borrowLeesvorm(release: IjwRelease, soort: BerichtSoort): Leesvorm {
  return free.get(`${release}/${soort}`)?.pop() ?? makeLeesvorm(elementTree(release, soort));
}

export function returnLeesvorm(vorm: Leesvorm): void {
  const { release, soort } = vorm.velden.tree;
  const key = `${release}/${soort}`;
  const known = free.get(key);
  if (known === undefined) free.set(key, [vorm]);
  else known.push(vorm);
}

function makeLeesvorm(tree: ElementTree): Leesvorm {
  const velden = new Velden(tree);
  const kopElement = elementAt(tree, 'Header') ?? tree.wortel;
  const clientElement = tree.elementen.find((element) => element.naam === 'Client');
  const codes =
    clientElement === undefined ? -1 : velden.place(`${clientElement.pad}/RetourCodes/RetourCode`);
  const bsn = velden.place(`${clientElement?.pad}/Bsn`);
  const kop = kopLezer(velden);
  const client = clientElement === undefined ? undefined : clientLezer(velden, clientElement.pad);
  const rijen = rijLezers(velden);
  const controles = bindRules(velden);
  const begins = (element: Element): boolean =>
    element.herhaalt ||
    (element.type === undefined &&
      (element === clientElement ||
        element.heeftLijst ||
        element.heeftReeks ||
        velden.isWanted(element.id) ||
        controles.bijBegin[element.id] !== undefined));
  const ends = ({ id }: Element): boolean =>
    id === kopElement.id ||
    id === clientElement?.id ||
    rijen[id] !== undefined ||
    controles.bijEinde[id] !== undefined;
  return {
    velden,
    structure: new StructureCheck(tree),
    begins: tree.elementen.map(begins),
    ends: tree.elementen.map(ends),
    kopElement,
    clientElement,
    kop,
    client,
    clientBsn: () => {
      const digits = velden.written(bsn);
      return digits === undefined ? undefined : new Bsn(digits);
    },
    rijen,
    controles,
    isAntwoord: tree.soort === 'JW304' || tree.soort === 'JW325',
    clientRetourCodes: () => [...velden.list(codes)],
    xmlVorm: (rootTag, uri) => xmlVormOf(tree, rootTag, uri),
  };
}

/** What documents with the same root tag share: how they write their tags. */
function xmlVormOf(tree: ElementTree, rootTag: string, uri: string): Vorm {
  const key = `${tree.release}/${tree.soort} ${rootTag}`;
  const known = xmlVormen.get(key);
  if (known !== undefined) return known;
  const vorm: Vorm = {
    wortel: tree.wortel,
    berichtUri: namespaceOf(tree.release, tree.soort),
    basisUri: namespaceOf(tree.release, 'basis'),
    maxToken: MAX_TOKEN,
    tags: tree.elementen.map(() => new Map<string, Tag>()),
    states: new Map(),
  };
  if (xmlVormen.size >= MAX_VORMEN) xmlVormen.clear();
  if (uri === vorm.berichtUri) xmlVormen.set(key, vorm);
  return vorm;
}
