/** Fetches a model from the hub: all its files, one after the other. */
import { writeChecksums } from './checksums.ts';
import { downloadFile } from './download.ts';
import { listFiles } from './files.ts';
import type { HubSettings } from './hub.ts';
import { openHub } from './request.ts';
import { retry } from './retry.ts';

/** Bytes of the whole model. */
export type OnFetched = (done: number, total: number) => void;

/**
 * Brings the files of a model into `folder` and checks those that are there already. Throws {@link HubError}; what
 * came until then stays and is not fetched again. Their checksums are kept beside them.
 */
export async function fetchModel(
  settings: HubSettings,
  model: string,
  folder: string,
  onFetched: OnFetched = () => {},
): Promise<void> {
  const hub = openHub(settings);
  try {
    const files = await retry(settings.retryDelaysMs, () => listFiles(hub, model));
    const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
    let done = 0;
    for (const file of files) {
      await downloadFile(hub, model, file, folder, (bytes) => onFetched(done + bytes, total));
      done += file.bytes;
    }
    await writeChecksums(folder, files);
  } finally {
    await hub.close();
  }
}
