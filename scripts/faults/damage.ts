/** Files of an index that were cut off, changed, or made for something else, opened in a fresh process. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentBuild } from '../../src/index/generations.ts';
import { type Manifest, writeManifest } from '../../src/index/manifest.ts';
import { reopen } from './look.ts';
import type { Workplace } from './workplace.ts';

export interface Damage {
  readonly name: string;
  /** Done to a folder of the index and its current build. */
  readonly inflict: (embeddings: string, build: string) => void;
  /** What the refusal has to say. */
  readonly message: RegExp;
  /** True where the build may also be opened all the same: what was changed is not needed for that. */
  readonly mayOpen?: boolean;
}

/** Where a file is cut off or changed, as a share of its length. */
const PLACES = [0, 0.01, 0.25, 0.5, 0.75, 0.999];

/** What is said of a changed manifest depends on the field. */
const OF_MANIFEST = /manifest\.json is damaged|has format|was made/;
/** Another name is a build that is not there; the one before it is needed for a rollback only. */
const OF_POINTER = /current\.json (is damaged|names no build)|no readable \S+manifest\.json/;

/** An end cut off and a byte changed at places all over a file. */
function damagesOf(
  name: string,
  fileIn: (embeddings: string, build: string) => string,
  message: RegExp,
): Damage[] {
  return PLACES.flatMap((share) => [
    {
      name: `${name} cut off at ${share}`,
      inflict: (embeddings, build) => {
        const file = fileIn(embeddings, build);
        truncateSync(file, Math.floor(readFileSync(file).length * share));
      },
      message,
    },
    {
      name: `${name} changed at ${share}`,
      inflict: (embeddings, build) => {
        const file = fileIn(embeddings, build);
        const bytes = readFileSync(file);
        bytes[Math.floor(bytes.length * share)]! ^= 1;
        writeFileSync(file, bytes);
      },
      message,
      mayOpen: name === 'current.json',
    },
  ]);
}

/** A build whose manifest, whole in itself, says something else. */
const otherwise = (name: string, fields: Record<string, unknown>, message: RegExp): Damage => ({
  name,
  inflict: (embeddings, build) => {
    const folder = join(embeddings, build);
    const { sha256: _, ...written } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    writeManifest(folder, { ...(written as Manifest), ...fields });
  },
  message,
});

const OTHERWISE: readonly Damage[] = [
  otherwise('other dimensions', { dimensions: 128 }, /expected vectors of 128 dimensions, found 256/),
  otherwise('other metric', { metric: 'l2' }, /made for the metric l2/),
  otherwise('other format', { formatVersion: 999 }, /has format 999, this program reads format/),
  otherwise(
    'other model',
    { model: { name: 'Xenova/other', fingerprint: 'f00' } },
    /made with the model Xenova\/other, now the model is/,
  ),
];

/** Every damage, for the files that the current build in `before` has. */
export function allDamages(before: string): Damage[] {
  const ofFile = (file: string): Damage[] =>
    damagesOf(
      file,
      (embeddings, build) => join(embeddings, build, file),
      file === 'manifest.json' ? OF_MANIFEST : new RegExp(`${file.replace('.', '\\.')} is damaged`),
    );
  return [
    ...damagesOf('current.json', (embeddings) => join(embeddings, 'current.json'), OF_POINTER),
    ...readdirSync(join(before, currentBuild(before)!)).flatMap(ofFile),
    ...OTHERWISE,
  ];
}

/**
 * Damages a copy of `before` and opens it; says whether it was refused. Throws where it is opened though it must not be,
 * refused for something else, or ends the process.
 */
export async function damageOnce(damage: Damage, { copy }: Workplace, before: string): Promise<string> {
  const { inflict, message, mayOpen } = damage;
  const embeddings = copy(before);
  const build = currentBuild(before)!;
  inflict(embeddings, build);
  const found = await reopen({ embeddings });
  rmSync(embeddings, { recursive: true });
  if (!('refused' in found)) {
    assert.ok(mayOpen && found.build === build, 'it was opened');
    return 'harmless';
  }
  assert.match(found.refused, message);
  assert.match(found.refused, /: npm run index$/);
  return 'refused';
}
