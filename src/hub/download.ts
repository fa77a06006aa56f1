/** Fetches one file: resumed where it was broken off, verified, and only then put in its place. */
import { createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { reasonOf } from '../http.ts';
import { claimPart } from '../unfinished.ts';
import type { HubFile } from './files.ts';
import { HubError } from './hub.ts';
import type { Hub } from './request.ts';
import { retry } from './retry.ts';
import { isWhole, sizeOf } from './verify.ts';

/** Fetches a file of a model into `folder`; `onBytes` is told how much of it is there. Throws {@link HubError}. */
export async function downloadFile(
  hub: Hub,
  model: string,
  file: HubFile,
  folder: string,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const target = join(folder, file.path);
  if (!(await isWhole(target, file))) {
    mkdirSync(dirname(target), { recursive: true });
    const part = claimPart(target);
    await retry(hub.settings.retryDelaysMs, () => complete(hub, model, file, part, onBytes));
    await putInPlace(part, target, file);
  }
  onBytes(file.bytes);
}

/** Brings the part to its full length and checks it; one that does not fit is removed. */
async function complete(
  hub: Hub,
  model: string,
  file: HubFile,
  part: string,
  onBytes: (bytes: number) => void,
): Promise<void> {
  if (sizeOf(part) > file.bytes) rmSync(part);
  const kept = sizeOf(part);
  if (kept < file.bytes || file.bytes === 0) await receive(hub, model, file, part, kept, onBytes);
  const size = sizeOf(part);
  if (size < file.bytes)
    throw new HubError(`${model}: ${file.path} broke off after ${size} of ${file.bytes} bytes`, {
      passing: true,
    });
  if (await isWhole(part, file)) return;
  rmSync(part, { force: true });
  throw new HubError(
    `${model}: ${file.path} is not the file that the hub states (its ${file.hash.kind === 'git' ? 'git hash' : 'sha256'} ` +
      'is another). It was removed: try again, or use another HF_ENDPOINT',
    // A part from before may be of an older version of the file.
    { passing: kept > 0 },
  );
}

/** Of a download, only the file on disk is opened, written and flushed. */
const DISK_CALLS = new Set(['open', 'write', 'fsync']);

async function receive(
  hub: Hub,
  model: string,
  file: HubFile,
  part: string,
  kept: number,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const { statusCode, headers, body } = await hub.get(
    `/${model}/resolve/main/${file.path}`,
    kept > 0 ? { range: `bytes=${kept}-` } : {},
  );
  if (statusCode === 416) {
    await body.dump();
    rmSync(part);
    throw new HubError(`${model}: ${file.path} is shorter than what was kept of it`, { passing: true });
  }
  // A server may send the whole file in spite of the range.
  const resumes =
    kept > 0 && statusCode === 206 && String(headers['content-range']).startsWith(`bytes ${kept}-`);
  const start = resumes ? kept : 0;
  let size = start;
  try {
    await pipeline(
      body,
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          size += chunk.length;
          if (size > file.bytes)
            throw new HubError(
              `${model}: ${file.path} is longer than the ${file.bytes} bytes that the hub states`,
            );
          onBytes(size);
          yield chunk;
        }
      },
      createWriteStream(part, { flags: resumes ? 'r+' : 'w', start, flush: true }),
    );
  } catch (error) {
    if (error instanceof HubError) {
      rmSync(part, { force: true });
      throw error;
    }
    if (DISK_CALLS.has((error as NodeJS.ErrnoException).syscall ?? ''))
      throw new HubError(
        `${part} cannot be written (${reasonOf(error)}). Is the disk full, or the folder not writable?`,
        {
          cause: error,
        },
      );
    throw new HubError(
      `${model}: ${file.path} broke off after ${size} of ${file.bytes} bytes (${reasonOf(error)})`,
      { cause: error, passing: true },
    );
  }
}

async function putInPlace(part: string, target: string, file: HubFile): Promise<void> {
  try {
    renameSync(part, target);
  } catch (error) {
    // Another process was first, and perhaps has the file open, which keeps Windows from replacing it.
    if (!(await isWhole(target, file))) throw error;
    rmSync(part, { force: true });
  }
}
