/**
 * `npm run gloss-words`: the English words of all glosses, to be looked up without reading the glosses.
 *
 * Run it whenever a table of glosses has changed; a test tells when it was forgotten.
 */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { allGlosses } from '../src/text/glosses.ts';
import { wordsOfGlosses } from './gloss-words.ts';

const { common, proper } = wordsOfGlosses(allGlosses());
const out = new URL('../dictionary/gloss-words.txt.gz', import.meta.url);
writeFileSync(out, gzipSync(`${[...common, '', ...proper].join('\n')}\n`, { level: 9 }));
console.error(`${common.length} words and ${proper.length} names written to dictionary/gloss-words.txt.gz`);
