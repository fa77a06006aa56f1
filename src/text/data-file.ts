/** Reads the data files of `dictionary/`. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Lines of a text file of `dictionary/`, unzipped where its name ends in `.gz`, without the empty last one. */
export function readDictionaryLines(name: string): string[] {
  const bytes = readFileSync(new URL(`../../dictionary/${name}`, import.meta.url));
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.trimEnd().split('\n');
}
