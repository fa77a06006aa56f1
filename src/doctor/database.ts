/** Whether what the bot knows of servers can be kept. */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { tryServerState } from '../storage/server-state.ts';
import { checkWritable } from './folder.ts';

export async function checkDatabase(path: string): Promise<string> {
  if (!existsSync(path))
    return `${checkWritable(dirname(path), 'DATABASE')}; ${path} is made when the bot starts`;
  await tryServerState(path);
  return `${path} can be read and written`;
}
