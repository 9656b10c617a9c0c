// SPDX-License-Identifier: EUPL-1.2

const AMP = 0x26;
const LT = 0x3c;
const GT = 0x3e;
const CR = 0x0d;

/** A growing run of bytes: literal markup, and text that it escapes and encodes. */
export class ByteWriter {
  #buffer = new Uint8Array(4 * 1024);
  #length = 0;

  bytes(source: Uint8Array): void {
    const length = source.length;
    const target = this.#room(length);
    let at = this.#length;
    for (let i = 0; i < length; i++) target[at++] = source[i] as number;
    this.#length = at;
  }

  text(text: string): void {
    const length = text.length;
    const target = this.#room(length);
    const start = this.#length;
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code >= 0x80 || code === AMP || code === LT || code === GT || code === CR) {
        this.bytes(Buffer.from(escapeText(text), 'utf8'));
        return;
      }
      target[start + i] = code;
    }
    this.#length = start + length;
  }

  result(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  #room(more: number): Uint8Array {
    const wanted = this.#length + more;
    if (wanted <= this.#buffer.length) return this.#buffer;
    const larger = new Uint8Array(Math.max(wanted, this.#buffer.length * 2));
    larger.set(this.#buffer.subarray(0, this.#length));
    this.#buffer = larger;
    return larger;
  }
}

function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, (char) =>
    char === '&' ? '&amp;' : char === '<' ? '&lt;' : char === '>' ? '&gt;' : '&#13;',
  );
}
