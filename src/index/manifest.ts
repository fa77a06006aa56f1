/** What a built index says of itself, and how a reader checks it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../types.ts';
import { describeFile, type FileDescription, writeThrough } from './files.ts';

/** Raise it when a file of the index changes its form. */
export const FORMAT_VERSION = 6;
export const INDEX_FILES = [
  'articles.jsonl',
  'passages.bin',
  'sentences.bin',
  'keywords.bin',
  'vectors.hnsw',
] as const;
export const MANIFEST = 'manifest.json';
/** The command that a message about an index names. */
const REMEDY = 'Run: npm run index';

export interface Manifest {
  readonly formatVersion: number;
  readonly analysisVersion: number;
  readonly splitVersion: number;
  /** Of the tables that terms are made with. */
  readonly dictionary: string;
  readonly builtAt: string;
  readonly model: { readonly name: string; readonly fingerprint: string };
  readonly dimensions: number;
  readonly metric: 'cosine';
  readonly articles: number;
  readonly passages: number;
  /** Articles by the language that they are written in. */
  readonly languages: Readonly<Record<Language, number>>;
  /** Servers that have articles of their own. */
  readonly servers: readonly string[];
  /** Of the vector search against exact search, on a sample of the index's own vectors, at `ef`. */
  readonly recall: number;
  readonly ef: number;
  /** Median day of publication, where the corpus is of one time; null otherwise. */
  readonly typicalDate: string | null;
  /** Of the files the index was built from; another one means that the corpus has changed. */
  readonly corpus: string;
  readonly files: Readonly<Record<string, FileDescription>>;
}

/** A manifest with the sha256 of the rest of it: a count or date that changed on the disk is noticed as well. */
type Sealed = Manifest & { readonly sha256: string };

const sealOf = (manifest: Manifest): string =>
  createHash('sha256').update(JSON.stringify(manifest)).digest('hex');

/** There is no usable index; the message says why and which command mends it. */
export class IndexError extends Error {
  /** The message without the command. */
  readonly reason: string;

  constructor(reason: string, { remedy = REMEDY, ...options }: ErrorOptions & { remedy?: string } = {}) {
    super(`${reason}. ${remedy}`, options);
    this.reason = reason;
  }
}

/** The index was made by an older version of this program; a build makes one of this version. */
export class OlderFormatError extends IndexError {}

/** The system does not hand over the build before, which may be whole. */
export class UnreadBuildError extends Error {
  constructor(cause: IndexError) {
    super(
      `${cause.reason}. The index stays as it is. Try again once the file can be read, or make everything anew without ` +
        'it: npm run index -- --full',
      { cause },
    );
  }
}

/** Writes the manifest of a build, through to the disk. Throws FileError. */
export function writeManifest(folder: string, manifest: Manifest): void {
  const sealed: Sealed = { ...manifest, sha256: sealOf(manifest) };
  writeThrough(join(folder, MANIFEST), Buffer.from(`${JSON.stringify(sealed, null, 2)}\n`, 'utf8'));
}

/** Manifest of a build. Throws {@link IndexError} where it is missing, broken or of another format. */
export function readManifest(folder: string): Manifest {
  const path = join(folder, MANIFEST);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new IndexError(`The index has no readable ${path} (${(error as Error).message})`, { cause: error });
  }
  const manifest = parseObject<Manifest>(text, path);
  const { formatVersion } = manifest;
  if (formatVersion !== FORMAT_VERSION) {
    const reason = `The index in ${folder} has format ${formatVersion}, this program reads format ${FORMAT_VERSION}`;
    throw formatVersion < FORMAT_VERSION ? new OlderFormatError(reason) : new IndexError(reason);
  }
  for (const field of ['model', 'files'] as const)
    if (typeof manifest[field] !== 'object' || manifest[field] === null)
      throw new IndexError(`${path} is damaged: it has no ${field}`);
  return manifest;
}

/** Throws {@link IndexError} where the manifest or a file of the build is not what was written. */
export function verifyFiles(folder: string, manifest: Manifest): void {
  const { sha256, ...rest } = manifest as Sealed;
  if (sha256 !== sealOf(rest))
    throw new IndexError(
      `${join(folder, MANIFEST)} is damaged: its contents are not those that were written`,
    );
  for (const name of INDEX_FILES) {
    const path = join(folder, name);
    const expected = manifest.files[name];
    let actual: FileDescription;
    try {
      actual = describeFile(path);
    } catch (error) {
      throw new IndexError((error as Error).message, { cause: error });
    }
    if (expected === undefined) throw new IndexError(`The manifest in ${folder} does not list ${name}`);
    if (actual.bytes !== expected.bytes)
      throw new IndexError(`${path} is damaged: expected ${expected.bytes} bytes, found ${actual.bytes}`);
    if (actual.sha256 !== expected.sha256)
      throw new IndexError(`${path} is damaged: its contents are not those that were written`);
  }
}

/** True for a build whose files are those that were written, whatever made it. */
export function isWhole(folder: string): boolean {
  try {
    verifyFiles(folder, readManifest(folder));
    return true;
  } catch (error) {
    if (error instanceof IndexError) return false;
    throw error;
  }
}

/** Throws {@link IndexError} where the text is no JSON object. */
export function parseObject<T>(text: string, path: string): T {
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
