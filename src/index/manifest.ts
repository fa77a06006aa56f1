/** What a built index says of itself, and how a reader finds and checks it. */
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Raise it when a file of the index changes its form. */
export const FORMAT_VERSION = 1;
export const INDEX_FILES = ['articles.jsonl', 'passages.bin', 'keywords.bin', 'vectors.hnsw'] as const;
const MANIFEST = 'manifest.json';
const POINTER = 'current.json';
/** The command that every message about an index names. */
const REMEDY = 'Run: npm run index';

export interface Manifest {
  readonly formatVersion: number;
  readonly analysisVersion: number;
  readonly splitVersion: number;
  readonly builtAt: string;
  readonly model: { readonly name: string; readonly fingerprint: string };
  readonly dimensions: number;
  readonly metric: 'cosine';
  readonly articles: number;
  readonly passages: number;
  /** Of the vector search against exact search, on a sample of the index's own vectors, at `ef`. */
  readonly recall: number;
  readonly ef: number;
  /** Median day of publication, where the corpus is of one time; null otherwise. */
  readonly typicalDate: string | null;
  /** Of the files the index was built from; another one means that the corpus has changed. */
  readonly corpus: string;
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
}

/** There is no usable index; the message says why and which command mends it. */
export class IndexError extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(`${reason}. ${REMEDY}`, options);
  }
}

export function describeFile(path: string): { bytes: number; sha256: string } {
  const bytes = readFileSync(path);
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Writes a text through to the disk. */
function writeThrough(path: string, text: string): void {
  const file = openSync(path, 'w');
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

export const writeManifest = (folder: string, manifest: Manifest): void =>
  writeThrough(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);

/** Makes `build` the current one: a reader sees the old pointer or the new one, never half of one. */
export function publish(embeddings: string, build: string): void {
  const temporary = join(embeddings, `${POINTER}.${process.pid}.tmp`);
  writeThrough(temporary, `${JSON.stringify({ build })}\n`);
  renameSync(temporary, join(embeddings, POINTER));
}

/** Name of the current build, or null where there is none yet. Throws {@link IndexError} on a broken pointer. */
export function currentBuild(embeddings: string): string | null {
  const path = join(embeddings, POINTER);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new IndexError(`${path} cannot be read (${(error as Error).message})`, { cause: error });
  }
  const build = parseObject<{ build?: unknown }>(text, path).build;
  if (typeof build !== 'string' || !/^[\w-]+$/.test(build)) throw new IndexError(`${path} names no build`);
  return build;
}

/** Manifest of a build. Throws {@link IndexError} where it is missing, broken or of another format. */
export function readManifest(folder: string): Manifest {
  const path = join(folder, MANIFEST);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new IndexError(`The index has no readable ${path}`, { cause: error });
  }
  const manifest = parseObject<Manifest>(text, path);
  if (manifest.formatVersion !== FORMAT_VERSION)
    throw new IndexError(
      `The index in ${folder} has format ${manifest.formatVersion}, this program reads format ${FORMAT_VERSION}`,
    );
  for (const field of ['model', 'files'] as const)
    if (typeof manifest[field] !== 'object' || manifest[field] === null)
      throw new IndexError(`${path} is damaged: it has no ${field}`);
  return manifest;
}

/** Throws {@link IndexError} where a file of the build is not what the manifest says. */
export function verifyFiles(folder: string, manifest: Manifest): void {
  for (const name of INDEX_FILES) {
    const path = join(folder, name);
    const expected = manifest.files[name];
    let actual: { bytes: number; sha256: string };
    try {
      actual = describeFile(path);
    } catch (error) {
      throw new IndexError(`${path} cannot be read (${(error as Error).message})`, { cause: error });
    }
    if (expected === undefined) throw new IndexError(`The manifest in ${folder} does not list ${name}`);
    if (actual.bytes !== expected.bytes)
      throw new IndexError(`${path} is damaged: expected ${expected.bytes} bytes, found ${actual.bytes}`);
    if (actual.sha256 !== expected.sha256)
      throw new IndexError(`${path} is damaged: its contents are not those that were written`);
  }
}

function parseObject<T>(text: string, path: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new IndexError(`${path} is damaged: it is not JSON`, { cause: error });
  }
  if (typeof value !== 'object' || value === null)
    throw new IndexError(`${path} is damaged: it is not an object`);
  return value as T;
}
