// SPDX-License-Identifier: EUPL-1.2
import type { Element } from './element-tree.ts';
import type { Act, ScanHandler, Tag, Vorm } from './scan-handler.ts';
import { compileValueType } from './value-type.ts';
import { XmlFault } from './xml-text.ts';

/** What an envelope carried. */
export interface Lading {
  /** Name of the element that held it. */
  readonly naam: string;
  readonly bytes: Uint8Array;
}

const ENVELOP =
  /^http:\/\/(?:www\.stufstandaarden\.nl\/koppelvlak\/ggk|www\.egem\.nl\/StUF\/|schemas\.xmlsoap\.org\/soap\/envelope|www\.w3\.org\/2003\/05\/soap-envelope)/;
const MAX_LADING = 64 * 1024 * 1024;
const PAYLOADS = ['xmlBestand', 'Data'];

/** The root namespace is that of a GGk (StUF) or VECOZO (SOAP) envelope. */
export function isEnvelop(uri: string): boolean {
  return ENVELOP.test(uri);
}

/** Collects the base64 content of an envelope: `xmlBestand` of GGk, `Data` of VECOZO, wherever it stands. */
export class EnvelopLezer implements ScanHandler {
  readonly ladingen: Lading[] = [];
  readonly places = undefined;
  private size = 0;

  /** Elements of an envelope: anything may stand in anything, only the payloads are leaves. */
  static vorm(): Vorm {
    const leaves = new Map(PAYLOADS.map((naam, index) => [naam, leaf(index + 1, naam)]));
    const any: Element = {
      ...leaf(0, 'envelop'),
      type: undefined,
      kind: { get: (naam) => leaves.get(naam) ?? any },
    };
    return {
      wortel: any,
      berichtUri: '',
      basisUri: '',
      maxToken: MAX_LADING,
      tags: [any, ...leaves.values()].map(() => new Map<string, Tag>()),
      states: new Map(),
    };
  }

  open(): void {}

  close(): void {}

  deviation(): void {}

  atLeaf(): void {}

  isWanted(): boolean {
    return false;
  }

  momentAt(): undefined {
    return undefined;
  }

  actsOf(): readonly Act[] {
    return [];
  }

  step(): void {}

  ends(): void {}

  goTo(): void {}

  take(): number {
    return -1;
  }

  value(element: Element, buffer: Uint8Array, start: number, end: number, at: number): void {
    this.text(element, Buffer.from(buffer.subarray(start, end)).toString('latin1'), at);
  }

  text(element: Element, text: string | undefined, at: number): void {
    const compact = text?.replace(/[ \t\r\n]+/g, '') ?? '';
    if (compact === '') return;
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) throw new XmlFault('ijw.envelop-onleesbaar', at);
    const bytes = Buffer.from(compact, 'base64');
    this.size += bytes.length;
    if (this.size > MAX_LADING) throw new XmlFault('ijw.te-groot', at);
    this.ladingen.push({ naam: element.naam, bytes });
  }
}

function leaf(id: number, naam: string): Element {
  return {
    id,
    end: id + 1,
    naam,
    pad: naam,
    zone: 'bericht',
    ouder: undefined,
    kinderen: [],
    kind: new Map(),
    verplicht: [],
    max: Number.POSITIVE_INFINITY,
    herhaalt: false,
    heeftLijst: false,
    heeftReeks: false,
    volgorde: 0,
    type: compileValueType('string'),
  };
}
