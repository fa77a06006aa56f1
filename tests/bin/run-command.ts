/** The project's commands as somebody runs them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { STATIC_MODEL } from '../../src/embedding/models.ts';
import { makeFolder } from '../temporary-folder.ts';

const PROJECT_FOLDER = fileURLToPath(new URL('../../', import.meta.url));

export interface Result {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Settings {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Sees what is on stderr so far, whenever there is more; for commands that do not end by themselves. */
  readonly watch?: (stderr: string, child: ChildProcess) => void;
}

/** Runs a command as npm does. No setting of this computer, and none of its `.env`, reaches it. */
export function run(
  command: string,
  args: readonly string[],
  { env = {}, input = '', watch }: Settings = {},
): Promise<Result> {
  const { PATH, HOME, TMPDIR } = process.env;
  // Set and empty, or else a `.env` of the project would fill them in.
  const unset = {
    CORPUS: '',
    // A table builds an index in a second.
    EMBEDDING_MODEL: STATIC_MODEL,
    RERANK_MODEL: '',
    MODELS: '',
    HF_ENDPOINT: '',
    HF_TOKEN: '',
    DISCORD_TOKEN: '',
    DISCORD_GUILD_ID: '',
    DISCORD_API: '',
    LLM_URL: '',
    DEBUG: '',
  };
  const child = spawn(process.execPath, ['scripts/run.js', command, ...args], {
    cwd: PROJECT_FOLDER,
    env: { PATH, HOME, TMPDIR, ...unset, EMBEDDINGS: makeFolder(), ...env },
  });
  child.stdin.end(input);
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
      watch?.(output.stderr, child);
    });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...output }));
  });
}
