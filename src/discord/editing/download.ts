/** What somebody attached, from where Discord keeps it. */
import { MAX_FILE_BYTES } from '../../documents/limits.ts';

const DEADLINE_MS = 60_000;

/** Its bytes. The address is Discord's own, as it told it of the attachment. Throws where it does not hand over all of it. */
export async function download(address: string): Promise<Buffer> {
  const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(DEADLINE_MS) });
  if (!response.ok) throw new Error(`expected a file at ${address}, found HTTP ${response.status}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  if (bytes.length > MAX_FILE_BYTES) throw new Error(`expected at most ${MAX_FILE_BYTES} bytes`);
  return bytes;
}
