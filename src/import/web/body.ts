/** Reads the body of an answer, decompressed, up to a limit. */
import { type Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { HttpResponse } from '../../http.ts';
import { ImportError } from './import-error.ts';

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Compressions that are read, as a header says it. */
export const ACCEPT_ENCODING = 'gzip, deflate, br';

class LimitReached extends Error {}

/**
 * The first `maxBytes` of a body; `whole` is false where it has more. What is beyond is neither received nor
 * decompressed. Throws {@link ImportError} for a compression of another kind, and the stream's error where it breaks off.
 */
export async function readBody(
  { headers, body }: HttpResponse,
  maxBytes: number,
): Promise<{ bytes: Buffer; whole: boolean }> {
  const encoding = String(headers['content-encoding'] ?? 'identity').toLowerCase();
  const decoder = DECODERS[encoding];
  if (decoder === undefined && encoding !== 'identity') {
    await body.dump();
    throw new ImportError(`it came compressed as ${JSON.stringify(encoding)}, expected ${ACCEPT_ENCODING}`);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  const collect = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      size += chunk.length;
      done(size > maxBytes ? new LimitReached() : null);
    },
  });
  try {
    await (decoder === undefined ? pipeline(body, collect) : pipeline(body, decoder(), collect));
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error;
  }
  return { bytes: Buffer.concat(chunks).subarray(0, maxBytes), whole: size <= maxBytes };
}
