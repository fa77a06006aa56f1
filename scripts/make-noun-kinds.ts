/**
 * Makes `dictionary/noun-kinds.tsv.gz` from the `dict` folder of WordNet 3.1: `npm run nouns -- dict`. The table says
 * of an English noun whether it names a person, an organisation, a place, a time, an amount or some other thing. Words
 * that are mostly verbs or adjectives ("runs", "national") are left out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a noun names is what its senses descend from; of several roots the nearest counts. */
const ROOTS = {
  person: ['person%1:03:00::'],
  organisation: ['social_group%1:14:00::', 'enterprise%1:14:00::', 'workplace%1:06:00::', 'press%1:10:00::'],
  place: ['location%1:03:00::', 'area%1:15:01::', 'building%1:06:00::', 'facility%1:06:00::', 'structure%1:06:00::', 'way%1:06:00::'],
  time: ['time_period%1:28:00::', 'time_unit%1:28:00::', 'point%1:28:00::', 'date%1:28:00::'],
  amount: [
    'measure%1:03:00::', 'magnitude%1:07:00::', 'worth%1:07:00::', 'number%1:07:00::', 'size%1:07:00::', 'rate%1:28:00::',
    'possession%1:03:00::', 'magnitude_relation%1:24:00::', 'coefficient%1:09:00::',
  ],
} as const; // biome-ignore format: a table

/** Beside how often a sense was counted in WordNet's own texts, which have none for most nouns. */
const UNCOUNTED = 1;
/** A noun is of a kind where this share of its use is. */
const MIN_SHARE = 0.5;
/** Parts of speech in a sense key: `noun%1:…`. */
const NOUN = '1';

interface Synset {
  readonly words: readonly string[];
  readonly hypernyms: readonly string[];
}

/** Synsets of `data.noun` by their offsets. */
function readSynsets(path: string): Map<string, Synset> {
  const synsets = new Map<string, Synset>();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (!/^\d/.test(line)) continue;
    const fields = line.split(' ');
    const count = Number.parseInt(fields[3]!, 16);
    const words = Array.from({ length: count }, (_, i) => fields[4 + 2 * i]!);
    const pointers = fields.slice(5 + 2 * count);
    const hypernyms = pointers.flatMap((field, i) => (/^@i?$/.test(field) ? [pointers[i + 1]!] : []));
    synsets.set(fields[0]!, { words, hypernyms });
  }
  return synsets;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error("Expected the path of WordNet 3.1's dict folder, with data.noun and index.sense.");
  process.exit(2);
}
const synsets = readSynsets(join(folder, 'data.noun'));
/** Of each word in small letters its senses: the noun's synset, null for other parts of speech; place from 1; how often counted. */
const senses = new Map<string, { synset: string | null; place: number; counted: number }[]>();
const kindOfRoot = new Map<string, string>();
for (const line of readFileSync(join(folder, 'index.sense'), 'utf8').split('\n')) {
  const [key, synset, place, counted] = line.split(' ') as [string, string, string, string];
  for (const [kind, roots] of Object.entries(ROOTS))
    if ((roots as readonly string[]).includes(key)) kindOfRoot.set(synset, kind);
  const [word, partOfSpeech] = key.split(/[%:]/) as [string, string];
  if (!/^[a-z]+(?:-[a-z]+)*$/.test(word)) continue;
  const isNoun = partOfSpeech === NOUN;
  // Sense keys are in small letters throughout: Paris is no noun that a question could ask for.
  if (isNoun && !synsets.get(synset)!.words.includes(word)) continue;
  const known = senses.get(word) ?? [];
  const sense = { synset: isNoun ? synset : null, place: Number(place), counted: Number(counted) };
  senses.set(word, [...known, sense]);
}

const remembered = new Map<string, string | null>();
/** Kind of the nearest root above a synset, itself included; null where there is none. */
function kindOf(synset: string): string | null {
  const known = remembered.get(synset);
  if (known !== undefined) return known;
  let found: string | null = kindOfRoot.get(synset) ?? null;
  let level = [synset];
  while (found === null && level.length > 0) {
    level = level.flatMap((one) => synsets.get(one)!.hypernyms);
    found = level.map((one) => kindOfRoot.get(one)).find((kind) => kind !== undefined) ?? null;
  }
  remembered.set(synset, found);
  return found;
}

const rows: string[] = [];
for (const [noun, all] of senses) {
  const uses = new Map<string, number>();
  for (const { synset, place, counted } of all) {
    const kind = synset === null ? 'none' : (kindOf(synset) ?? 'thing');
    uses.set(kind, (uses.get(kind) ?? 0) + counted + UNCOUNTED / place);
  }
  const other = uses.get('none') ?? 0;
  uses.delete('none');
  const asNoun = [...uses.values()].reduce((a, b) => a + b, 0);
  if (asNoun <= other) continue;
  const [kind, use] = [...uses].sort((a, b) => b[1] - a[1])[0]!;
  rows.push(`${noun}\t${use >= MIN_SHARE * asNoun ? kind : 'thing'}`);
}
rows.sort();
const out = new URL('../dictionary/noun-kinds.tsv.gz', import.meta.url);
writeFileSync(out, gzipSync(`${rows.join('\n')}\n`, { level: 9 }));
console.error(`${rows.length} nouns, written to dictionary/noun-kinds.tsv.gz`);
