// SPDX-License-Identifier: EUPL-1.2
import type {
  BerichtKop,
  BerichtSink,
  Clientgegevens,
  ErnstBeleid,
  Finding,
  IjwRij,
  Pseudonym,
  Severity,
} from '../contract/index.ts';
import { checkValue, kindOfValue } from './check-value.ts';
import { type OpenClient, openClient } from './client-lezer.ts';
import type { Element } from './element-tree.ts';
import { type Leesvorm, returnLeesvorm } from './leesvorm.ts';
import type { Places } from './places.ts';
import type { LeesOpties, Reading } from './reading.ts';
import type { RijLezer } from './rijen/rij-lezer.ts';
import type { Controle } from './rules/bind-rules.ts';
import type { Act, DeviationCode, Ending, LeafState, Run, ScanHandler, Step } from './scan-handler.ts';
import type { StructureCheck, StructureMoment } from './structure-check.ts';
import type { Telling } from './telling.ts';
import { latinText } from './value-bytes.ts';
import type { ValueType } from './value-type.ts';
import { XmlFault } from './xml-text.ts';

const EARLY_ROWS = 4096;
const MAX_ROWS_PER_CLIENT = 100_000;
/** A message that is wrong in every line is told so this often per rule, and then how often more. */
const MAX_FINDINGS_PER_CODE = 10_000;
const NO_CLIENT: Clientgegevens = openClient();

/**
 * Reads one message: level 1 along the element tree, level 2 by the rules of its leesvorm, rows to the sink as soon as their client is known.
 */
export class BerichtLezer implements ScanHandler {
  private readonly sink: BerichtSink;
  private readonly place: string;
  private readonly telling: Telling;
  private readonly ernst: ErnstBeleid;
  private readonly pseudonymOf: LeesOpties['pseudonymOf'];
  private readonly withRows: boolean;
  private readonly told = new Map<string, number>();
  private readonly vorm: Leesvorm;
  private readonly structure: StructureCheck;
  private kop: BerichtKop | undefined;
  private given = 0;
  private client: OpenClient | undefined;
  private readonly pending: IjwRij[] = [];
  /** Rows of the open client: those in `pending`, or only their number when nobody wants rows. */
  private waiting = 0;
  private at = 0;
  private path: Element | undefined;

  constructor(vorm: Leesvorm, place: string, reading: Reading) {
    const { sink, telling, opties } = reading;
    this.vorm = vorm;
    this.place = place;
    this.sink = sink;
    this.telling = telling;
    this.ernst = opties.ernst ?? {};
    this.pseudonymOf = opties.pseudonymOf;
    this.withRows = opties.rijen !== false;
    vorm.controles.buiten.current = opties.vandaag === undefined ? {} : { vandaag: opties.vandaag };
    this.structure = vorm.structure;
    this.structure.clear();
    vorm.velden.clear();
    telling.berichten++;
  }

  /** The document is over: complete, or broken off by `fault`. */
  finish(fault: XmlFault | undefined, sha256: () => string): void {
    if (fault !== undefined) this.report(fault);
    for (const [code, told] of this.told) {
      if (told > MAX_FINDINGS_PER_CODE) this.reportMore(code, told - MAX_FINDINGS_PER_CODE);
    }
    const volledig = fault === undefined;
    if (volledig && this.kop !== undefined) this.telling.rijen += this.given;
    else this.telling.onleesbareBerichten++;
    if (this.kop !== undefined) this.sink.einde(volledig, sha256());
    returnLeesvorm(this.vorm);
  }

  /** Something that is wrong with the message as a whole. */
  findWhole(code: string, at: number): void {
    this.at = at;
    this.find(code, this.vorm.velden.tree.wortel);
  }

  open(element: Element, at: number): void {
    this.at = at;
    this.path = element;
    const wrong = this.structure.open(element);
    for (let i = 0; i < wrong.length; i++) this.find(wrong[i] as string, element);
    if (element.type === undefined) this.begin(element);
  }

  close(element: Element, at: number): void {
    this.at = at;
    this.path = element;
    const { verplicht } = element;
    for (let i = 0; i < verplicht.length; i++) {
      const kind = verplicht[i] as Element;
      if (this.structure.lacks(kind)) this.find('ijw.element-ontbreekt', kind);
    }
    this.end(element);
    this.path = element.ouder;
  }

  get places(): Places | undefined {
    return this.vorm.velden.places;
  }

  isWanted({ id }: Element): boolean {
    return this.vorm.velden.isWanted(id);
  }

  atLeaf(element: Element): void {
    this.path = element;
  }

  momentAt(leaf: Element): StructureMoment | undefined {
    return this.structure.isClean ? this.structure.momentAt(leaf) : undefined;
  }

  actsOf({ tags, opens, offsets }: Run): readonly Act[] {
    const { begins, ends } = this.vorm;
    return tags
      .map(({ element }, i) => ({ element, opens: opens[i] === 1, offset: offsets[i] as number }))
      .filter(({ element: { id }, opens: isOpen }) => (isOpen ? begins[id] : ends[id]));
  }

  step({ acts, to }: Step, at: number): void {
    this.perform(acts, at);
    this.path = to.leaf.element;
  }

  ends({ acts }: Ending, at: number): void {
    this.perform(acts, at);
    this.path = undefined;
  }

  private perform(acts: readonly Act[], at: number): void {
    for (let i = 0; i < acts.length; i++) {
      const { element, opens, offset } = acts[i] as Act;
      this.at = at + offset;
      this.path = element;
      if (opens) {
        if (element.herhaalt) this.structure.again(element);
        if (element.heeftReeks) this.structure.begin(element);
        if (element.type === undefined) this.beginPart(element);
      } else {
        this.end(element);
      }
    }
  }

  goTo({ moment, leaf }: LeafState): void {
    this.structure.goTo(moment);
    this.path = leaf.element;
  }

  private begin(element: Element): void {
    this.structure.begin(element);
    this.beginPart(element);
  }

  private beginPart(element: Element): void {
    const vorm = this.vorm;
    vorm.velden.begin(element);
    const begins = vorm.controles.bijBegin[element.id];
    if (begins !== undefined) for (let i = 0; i < begins.length; i++) (begins[i] as () => void)();
    if (element === vorm.clientElement) {
      this.client = openClient();
      this.pending.length = 0;
      this.waiting = 0;
    }
  }

  private end(element: Element): void {
    const vorm = this.vorm;
    if (element === vorm.kopElement) this.takeKop(vorm);
    const controles = vorm.controles.bijEinde[element.id];
    if (controles !== undefined) {
      for (let i = 0; i < controles.length; i++) {
        const controle = controles[i] as Controle;
        if (!controle.holds()) this.breach(controle);
      }
    }
    const lezer = vorm.rijen[element.id];
    if (lezer !== undefined) this.takeRow(lezer);
    if (element === vorm.clientElement) this.closeClient();
  }

  take(element: Element, buffer: Uint8Array, start: number, end: number): number {
    return this.vorm.velden.take(element, buffer, start, end);
  }

  value(element: Element, buffer: Uint8Array, start: number, end: number, at: number): void {
    const { velden } = this.vorm;
    this.at = at;
    if (velden.take(element, buffer, start, end + 1) === end) return;
    if (this.judge(element, latinText(buffer, start, end))) velden.know(element, buffer, start, end);
  }

  text(element: Element, text: string | undefined, at: number): void {
    this.at = at;
    if (text === undefined) this.vorm.velden.putUnreadable(element.id);
    else this.judge(element, text);
  }

  /** Checks and keeps a value; whether it is right. */
  private judge(element: Element, text: string): boolean {
    const { velden } = this.vorm;
    const { id } = element;
    const checked = checkValue(element.type as ValueType, text);
    if (checked.number !== undefined) velden.putNumber(id, checked.number);
    else if (checked.text !== undefined && !isNumeric(element.type as ValueType))
      velden.putText(id, checked.text);
    else velden.putUnreadable(id);
    if (checked.code !== undefined) this.find(checked.code, element, kindOfValue(text));
    return checked.code === undefined;
  }

  deviation(code: DeviationCode, element: Element, at: number): void {
    this.at = at;
    this.find(code, element);
  }

  private takeKop(vorm: Leesvorm): void {
    if (this.kop !== undefined) return;
    const kop = vorm.kop();
    if (kop === undefined) {
      this.findConsequence('ijw.kop-onleesbaar', vorm.kopElement);
      return;
    }
    this.kop = kop;
    this.sink.bericht(kop, this.place);
  }

  private takeRow(lezer: RijLezer): void {
    if (!lezer.isReadable()) this.rowUnreadable();
    else if (this.client === undefined) this.give(this.withRows ? lezer.read(NO_CLIENT) : undefined);
    else {
      this.waiting++;
      if (this.withRows) this.pending.push(lezer.read(this.client));
      if (this.waiting >= EARLY_ROWS) this.giveEarly();
    }
  }

  private rowUnreadable(): void {
    this.telling.onleesbareRijen++;
    this.findConsequence('ijw.rij-onleesbaar', this.path as Element);
  }

  private giveEarly(): void {
    const { vorm } = this;
    if (!vorm.isAntwoord && vorm.client?.(this.client as OpenClient) === true) this.givePending(undefined);
    else if (this.waiting > MAX_ROWS_PER_CLIENT) throw new XmlFault('ijw.client-te-groot', this.at);
  }

  private closeClient(): void {
    const { vorm } = this;
    if (vorm.client?.(this.client as OpenClient) === true) {
      this.givePending(vorm.isAntwoord ? vorm.clientRetourCodes() : undefined);
    } else {
      for (let i = 0; i < this.waiting; i++) this.rowUnreadable();
    }
    this.client = undefined;
  }

  private givePending(codes: readonly string[] | undefined): void {
    if (!this.withRows) for (let i = 0; i < this.waiting; i++) this.give(undefined);
    for (const rij of this.pending) {
      const answer = codes !== undefined && rij.rij === 'prestatie-antwoord';
      this.give(answer ? { ...rij, clientRetourCodes: codes } : rij);
    }
    this.pending.length = 0;
    this.waiting = 0;
  }

  private give(rij: IjwRij | undefined): void {
    if (this.kop === undefined) return;
    this.given++;
    if (rij !== undefined) this.sink.rij(rij);
  }

  private reportMore(code: string, left: number): void {
    const place = { file: this.place, ...this.berichtOf() };
    this.sink.finding({ code: 'ijw.meer-bevindingen', severity: 'info', place, kind: `${code}: ${left}` });
  }

  private report(fault: XmlFault): void {
    const path = this.path === undefined ? {} : { path: this.structure.pathOf(this.path) };
    this.sink.finding({
      code: fault.code,
      severity: 'fout',
      place: { file: this.place, byte: fault.at, ...path, ...this.berichtOf() },
      ...(fault.kind === undefined ? {} : { kind: fault.kind }),
    });
  }

  private find(code: string, element: Element, kind?: string): void {
    this.tell(code, 'fout', element, kind === undefined ? {} : { kind });
  }

  /** What cannot be loaded; to those who load nothing it is news only when no other finding explains it. */
  private findConsequence(code: string, element: Element): void {
    const others = this.told.size - (this.told.has(code) ? 1 : 0);
    if (this.withRows || others === 0) this.find(code, element);
  }

  private breach({ regel, op }: Controle): void {
    const kind = this.vorm.velden.kindOf(op.id);
    this.tell(regel.code, regel.severity, op, {
      retourcode: regel.retourcode,
      ...(kind === undefined ? {} : { kind }),
    });
  }

  private tell(code: string, usual: Severity, element: Element, more: Partial<Finding>): void {
    const severity = this.ernst[code] ?? usual;
    if (severity === 'uit') return;
    const told = (this.told.get(code) ?? 0) + 1;
    this.told.set(code, told);
    if (told > MAX_FINDINGS_PER_CODE) return;
    const place = {
      file: this.place,
      byte: this.at,
      path: this.structure.pathOf(element),
      ...this.berichtOf(),
      ...this.clientOf(),
    };
    this.sink.finding({ code, severity, place, ...more });
  }

  /** The client whose part of the message is open, once its BSN was read and when the caller gives pseudonyms. */
  private clientOf(): { readonly pseudonym?: Pseudonym } {
    const bsn = this.client === undefined ? undefined : this.vorm.clientBsn();
    const pseudonym = bsn === undefined ? undefined : this.pseudonymOf?.(bsn);
    return pseudonym === undefined ? {} : { pseudonym };
  }

  private berichtOf(): { readonly bericht?: string } {
    const { vorm, kop } = this;
    const { soort } = vorm.velden.tree;
    return { bericht: kop === undefined ? soort : `${soort} ${kop.identificatie}` };
  }
}

function isNumeric(type: ValueType): boolean {
  return type.kind === 'getal' || type.kind === 'datum' || type.kind === 'tijd';
}
