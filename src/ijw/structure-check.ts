// SPDX-License-Identifier: EUPL-1.2
import type { Element, ElementTree } from './element-tree.ts';

/** What was seen so far of the children of every open element. Moments with equal keys accept the same markup with the same findings. */
export interface StructureMoment {
  readonly key: string;
  /** Children that do not repeat, of everything that is open, with how often each came. */
  readonly countIds: Int32Array;
  readonly counts: Int32Array;
  /** Open elements, with the position of the last child of each. */
  readonly orderIds: Int32Array;
  readonly orders: Int32Array;
}

const NOTHING: readonly string[] = [];
const UNKNOWN = ['ijw.element-onbekend'];
const DOUBLE = ['ijw.element-dubbel'];
const ORDER = ['ijw.element-volgorde'];
const DOUBLE_AND_ORDER = ['ijw.element-dubbel', 'ijw.element-volgorde'];

/** Level 1 of structure: which elements stand where, how often and in what order. */
export class StructureCheck {
  private clean = true;
  /** Per element: how often it was opened in its parent, and the position of the last child of it that was opened. */
  private readonly counts: Int32Array;
  private readonly order: Int32Array;

  constructor(tree: ElementTree) {
    this.counts = new Int32Array(tree.elementen.length);
    this.order = new Int32Array(tree.elementen.length);
  }

  /** Nothing was wrong in this message so far. */
  get isClean(): boolean {
    return this.clean;
  }

  /** A new message begins. */
  clear(): void {
    this.counts.fill(0);
    this.order.fill(0);
    this.clean = true;
  }

  /** An element opens; gives the codes of what is wrong with its place. */
  open(element: Element): readonly string[] {
    const { counts, order } = this;
    const { id, ouder, volgorde } = element;
    const count = (counts[id] as number) + 1;
    counts[id] = count;
    if (ouder === undefined) return NOTHING;
    const early = volgorde < (order[ouder.id] as number);
    if (volgorde >= 0 && !early) order[ouder.id] = volgorde;
    if (volgorde >= 0 && !early && count <= element.max) return NOTHING;
    this.clean = false;
    if (volgorde < 0) return UNKNOWN;
    if (count <= element.max) return ORDER;
    return early ? DOUBLE_AND_ORDER : DOUBLE;
  }

  /** A container begins: none of its children was seen. */
  begin(element: Element): void {
    this.order[element.id] = 0;
    const { kinderen } = element;
    for (let i = 0; i < kinderen.length; i++) this.counts[(kinderen[i] as Element).id] = 0;
  }

  /** One more of an element that may repeat, at a place that is known to be right. */
  again(element: Element): void {
    this.counts[element.id] = (this.counts[element.id] as number) + 1;
  }

  /** Whether a container that ends lacks this child. */
  lacks(kind: Element): boolean {
    if (this.counts[kind.id] !== 0) return false;
    this.clean = false;
    return true;
  }

  /** What was seen of everything that is open around a leaf. */
  momentAt(leaf: Element): StructureMoment {
    const countIds: number[] = [];
    const orderIds: number[] = [];
    let repeated = '';
    for (let at = leaf.ouder; at !== undefined; at = at.ouder) {
      orderIds.push(at.id);
      for (const { id, herhaalt } of at.kinderen) {
        if (!herhaalt) countIds.push(id);
        else repeated += this.counts[id] === 0 ? '0' : '1';
      }
    }
    const counts = Int32Array.from(countIds, (id) => this.counts[id] as number);
    const orders = Int32Array.from(orderIds, (id) => this.order[id] as number);
    const key = `${leaf.id}:${counts.join()}:${orders.join()}:${repeated}`;
    return {
      key,
      countIds: Int32Array.from(countIds),
      counts,
      orderIds: Int32Array.from(orderIds),
      orders,
    };
  }

  /** Goes to a moment, whatever happened since; how often repeating elements came stays as it is. */
  goTo({ countIds, counts, orderIds, orders }: StructureMoment): void {
    for (let i = 0; i < countIds.length; i++) this.counts[countIds[i] as number] = counts[i] as number;
    for (let i = 0; i < orderIds.length; i++) this.order[orderIds[i] as number] = orders[i] as number;
  }

  /** Path of an element, with the numbers of those that repeat. */
  pathOf(element: Element): string {
    const steps: string[] = [];
    for (let at: Element | undefined = element; at !== undefined; at = at.ouder) {
      const count = this.counts[at.id] as number;
      steps.push(at.herhaalt || count > 1 ? `${at.naam}[${Math.max(count, 1)}]` : at.naam);
    }
    return steps.reverse().join('/');
  }
}
