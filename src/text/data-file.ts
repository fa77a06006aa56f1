/** Reads the data files of `dictionary/`. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Lines of a text file of `dictionary/`, unzipped where its name ends in `.gz`, without the empty last one. */
export function readDictionaryLines(name: string): string[] {
  const bytes = readFileSync(new URL(`../../dictionary/${name}`, import.meta.url));
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.trimEnd().split('\n');
}

let fingerprint: string | undefined;

/** Changes whenever a table of `dictionary/` does, and with it the terms of a text. Read once, as the tables are. */
export function dictionaryFingerprint(): string {
  fingerprint ??= readFingerprint();
  return fingerprint;
}

function readFingerprint(): string {
  const folder = new URL('../../dictionary/', import.meta.url);
  const hash = createHash('sha256');
  const tables = readdirSync(folder).filter((name) => !name.endsWith('.md'));
  for (const name of tables.sort()) hash.update(name).update(readFileSync(new URL(name, folder)));
  return hash.digest('hex');
}
