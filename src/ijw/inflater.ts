// SPDX-License-Identifier: EUPL-1.2
import { constants, createInflateRaw, inflateRawSync } from 'node:zlib';

/** What a raw inflate of Node.js is made of inside: one engine that can begin again, and the bytes that the last call left free and unread. */
interface Engine {
  readonly _handle: {
    reset(): void;
    writeSync(
      flush: number,
      packed: Uint8Array,
      packedFrom: number,
      packedBytes: number,
      out: Uint8Array,
      outFrom: number,
      outBytes: number,
    ): void;
  };
  readonly _writeState: Uint32Array;
}

/** Least output buffer that zlib accepts. */
const MIN_CHUNK = 64;

let engine: Engine | undefined;

/**
 * Unpacks a raw deflate stream into `out`; how many bytes it held, -1 when it is damaged or `out` is too small.
 * Source: docs/adr/small-messages-are-unpacked-by-one-engine.md
 */
export function inflateInto(packed: Uint8Array, out: Uint8Array): number {
  engine ??= newEngine();
  return engine === undefined ? inflateAnew(packed, out) : inflateAgain(engine, packed, out);
}

/** Undefined where Node.js is made otherwise inside. */
function newEngine(): Engine | undefined {
  const stream = createInflateRaw();
  // A damaged stream destroys the engine, and tells so only here.
  stream.on('error', () => undefined);
  const { _handle, _writeState } = stream as unknown as Partial<Engine>;
  const isKnown =
    typeof _handle?.reset === 'function' &&
    typeof _handle.writeSync === 'function' &&
    _writeState instanceof Uint32Array;
  return isKnown ? (stream as unknown as Engine) : undefined;
}

function inflateAgain(own: Engine, packed: Uint8Array, out: Uint8Array): number {
  const { _handle: handle, _writeState: state } = own;
  handle.reset();
  handle.writeSync(constants.Z_FINISH, packed, 0, packed.length, out, 0, out.length);
  if (own._handle !== handle) {
    engine = undefined;
    return -1;
  }
  const left = state[0] as number;
  return left === 0 ? -1 : out.length - left;
}

/** As `inflateInto`, with an engine of its own. */
export function inflateAnew(packed: Uint8Array, out: Uint8Array): number {
  try {
    const unpacked = inflateRawSync(packed, {
      maxOutputLength: out.length,
      chunkSize: Math.max(out.length, MIN_CHUNK),
    });
    out.set(unpacked);
    return unpacked.length < out.length ? unpacked.length : -1;
  } catch {
    return -1;
  }
}
