// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { inflateAnew, inflateInto } from '../../src/ijw/inflater.ts';

const message = Buffer.from('<jw305:Bericht>een bericht</jw305:Bericht>'.repeat(80));
const packed = deflateRawSync(message);

for (const [naam, inflate] of [
  ['the engine that is kept', inflateInto],
  ['an engine of its own', inflateAnew],
] as const) {
  test(`${naam} unpacks, and survives what is damaged`, () => {
    const out = Buffer.alloc(message.length + 1);
    const good = (): void => {
      assert.equal(inflate(packed, out), message.length);
      assert.deepEqual(out.subarray(0, message.length), message);
    };
    good();
    assert.equal(inflate(packed.subarray(0, -3), out), -1);
    good();
    for (let at = 0; at < packed.length; at++) {
      const wrong = Buffer.from(packed);
      wrong[at] = (wrong[at] ?? 0) ^ 0x55;
      const length = inflate(wrong, out);
      assert.ok(length >= -1 && length <= message.length, `byte ${at}`);
    }
    good();
    assert.equal(inflate(packed, Buffer.alloc(message.length)), -1, 'no room to tell that it ended');
    assert.equal(inflate(Buffer.alloc(0), out), -1);
    assert.equal(inflate(deflateRawSync(Buffer.alloc(0)), Buffer.alloc(1)), 0);
    good();
  });
}
