/** Whether what the bot knows of servers can be kept. */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { StateServer } from '../storage/database/server.ts';
import { tryServerState } from '../storage/server-state.ts';
import { checkWritable } from './folder.ts';

/** Of the server where one is set, else of the file. */
export async function checkDatabase(path: string, server: StateServer | null = null): Promise<string> {
  if (server !== null) {
    const since = performance.now();
    await tryServerState(server);
    return `${server.url} can be read and written, within ${Math.ceil(performance.now() - since)} ms`;
  }
  if (!existsSync(path))
    return `${checkWritable(dirname(path), 'DATABASE')}; ${path} is made when the bot starts`;
  await tryServerState(path);
  return `${path} can be read and written`;
}
