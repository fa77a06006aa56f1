/** Where a model's files are, which of them are missing, and what they say. */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isHubName } from '../hub/hub.ts';
import { filesOfModel } from '../hub/layout.ts';
import { remembered } from './remembered.ts';

export const PROJECT_FOLDER = fileURLToPath(new URL('../../', import.meta.url));
/** Where models of the hub are kept. */
export const MODELS_FOLDER = join(PROJECT_FOLDER, 'models');

/** The model could not be loaded; the message says what to do. */
export class ModelError extends Error {}

/** Files of the model in a folder, the network last, and those that it lacks. */
export const filesIn = (folder: string): ReturnType<typeof filesOfModel> =>
  filesOfModel((path) => existsSync(join(folder, path)));

/** Files that a model in this folder lacks; empty where it can be loaded. */
export const missingFiles = (folder: string): string[] => filesIn(folder).missing;

/**
 * The first folder with a whole model, or else with a `config.json`, of the path itself, the path below the project,
 * and the name below the folder of models; null where there is none.
 */
export function findFolder(model: string, models: string): string | null {
  const candidates = [resolve(model), resolve(PROJECT_FOLDER, model), resolve(models, model)];
  return (
    candidates.find((folder) => missingFiles(folder).length === 0) ??
    candidates.find((folder) => existsSync(join(folder, 'config.json'))) ??
    null
  );
}

/** Folder of a model with all its files. Throws {@link ModelError} that names `setting`, which chose the model. */
export function completeFolder(model: string, models: string, setting: string): string {
  const folder = findFolder(model, models);
  if (folder === null && !isHubName(model))
    throw new ModelError(
      `No model folder ${JSON.stringify(model)}. Set ${setting} to a folder with config.json and onnx/, ` +
        'to a name on the hub such as those of npm run models, or leave it out.',
    );
  const missing = missingFiles(folder ?? resolve(models, model));
  if (folder !== null && missing.length === 0) return folder;
  const lacks = `The model folder ${folder ?? resolve(models, model)} lacks ${missing.join(', ')}.`;
  throw new ModelError(
    isHubName(model)
      ? `${lacks} Run: npm run models -- --get ${model}`
      : `${lacks} Copy the whole model there, or set ${setting}.`,
  );
}

/** An object of one of the model's JSON files; empty where there is no such file. Throws {@link ModelError}. */
export function readJson(folder: string, path: string): Readonly<Record<string, unknown>> {
  const file = join(folder, path);
  if (!existsSync(file)) return {};
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch (error) {
    throw new ModelError(`${file} is not JSON. Fetch or copy the model again.`, { cause: error });
  }
  throw new ModelError(`${file} holds no object. Fetch or copy the model again.`);
}

const CHUNK_BYTES = 1 << 20;

/** sha256 over the model's files and over `settings`, all that decides what its vectors are. */
export function fingerprintOf(folder: string, settings: unknown): string {
  const { present } = filesIn(folder);
  return remembered(
    `fingerprint ${JSON.stringify(settings)}`,
    present.map((path) => join(folder, path)),
    () => readFingerprint(folder, present, settings),
  );
}

function readFingerprint(folder: string, files: readonly string[], settings: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(settings));
  const chunk = Buffer.alloc(CHUNK_BYTES);
  for (const path of files) {
    hash.update(`\n${path}\n`);
    const file = openSync(join(folder, path), 'r');
    try {
      for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk))
        hash.update(chunk.subarray(0, read));
    } finally {
      closeSync(file);
    }
  }
  return hash.digest('hex');
}
