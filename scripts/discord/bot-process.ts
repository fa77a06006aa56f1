/** `npm start` in a process of its own, on a local Discord. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT_FOLDER = fileURLToPath(new URL('../../', import.meta.url));
const READY = /^Invite it with /m;

export interface BotProcess {
  readonly child: ChildProcessWithoutNullStreams;
  /** Rejects where the process ends before the bot is on Discord. */
  readonly ready: Promise<void>;
  /** Exit status, null where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** What it has written to stderr so far. */
  readonly told: () => string;
}

export interface BotPlaces {
  readonly api: string;
  readonly token: string;
  /** Folder of index and database, so that a second start finds them. */
  readonly folder: string;
}

/** A new folder, removed when this process ends. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-answers-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** `more` are settings beside these, or instead of them. */
export function startBotProcess(
  { api, token, folder }: BotPlaces,
  nodeArguments: string[] = [],
  more: Readonly<Record<string, string>> = {},
): BotProcess {
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', ...nodeArguments, 'src/bin/start.ts'], {
    cwd: PROJECT_FOLDER,
    env: {
      PATH, HOME, TMPDIR, CORPUS: '', EMBEDDING_MODEL: '', DISCORD_GUILD_ID: '', DEBUG: '', LOG_LEVEL: 'info',
      EMBEDDINGS: join(folder, 'embeddings'), DATABASE: join(folder, 'state.db'), DISCORD_TOKEN: token, DISCORD_API: api, ...more,
    }, // biome-ignore format: a table
  });
  let stderr = '';
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const ready = new Promise<void>((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      if (READY.test(stderr)) resolve();
    });
    void ended.then((code) => reject(new Error(`The bot ended with ${code}:\n${stderr}`)));
  });
  ready.catch(() => {});
  return { child, ready, ended, told: () => stderr };
}
