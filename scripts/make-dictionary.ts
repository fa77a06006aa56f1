/**
 * Makes `dictionary/glosses.tsv.gz` from a CC-CEDICT release: `npm run dictionary -- cedict.txt.gz`.
 * The result is carried in the repository, so that every machine analyses text in the same way.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';

/** A longer gloss explains rather than translates: of it, the part before the first comma is kept. */
const MAX_GLOSS_WORDS = 8;
/** Glosses kept of a word, in the dictionary's order, most usual first. */
const MAX_GLOSSES = 8;

/** Glosses that say something about the word instead of what it means. */
const NOT_A_MEANING =
  /^(CL:|variant of|old variant|erhua variant|Japanese variant|see (also )?|surname |used in |also (written|pr\.)|Taiwan pr\.|abbr\. for\s*$)/;

/** The dictionary has 辽宁省 but not 辽宁, which is what people and word segmentation say. */
const PLACE = /^\p{Script=Han}{2,}[省市县区州盟旗镇]$/u;
const PLACE_GLOSS =
  /\b(an?|the|[Pp]rovince|[Cc]ity|[Cc]ounty|[Dd]istrict|[Tt]own|[Bb]anner|prefecture|municipality)\b.*$/;

/** What remains of a gloss once remarks, embedded Chinese and its pinyin are taken out. */
function cleanGloss(gloss: string): string {
  return gloss
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/\p{Script=Han}[\p{Script=Han}|·，]*/gu, ' ')
    .replace(/^(lit|fig|abbr|esp)\. (for )?/, '')
    .replace(/\b(lit|fig|esp|etc|cf|abbr)\.?(?=[\s,;]|$)/g, ' ')
    .replace(/\s+([,;.])/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:|"]+|[\s,;:|"]+$/g, '');
}

function shorten(gloss: string): string {
  if (gloss.split(' ').length <= MAX_GLOSS_WORDS) return gloss;
  return gloss.split(/[,;:]/)[0]!.split(' ').slice(0, MAX_GLOSS_WORDS).join(' ');
}

/** `[word, glosses]` of one dictionary line, or null for a comment or a line without a usable gloss. */
function parseLine(line: string): [string, string[]] | null {
  const match = /^\S+ (\S+) \[[^\]]*\] \/(.*)\/\s*$/.exec(line);
  if (!match) return null;
  const glosses = match[2]!
    .split('/')
    .filter((gloss) => !NOT_A_MEANING.test(gloss))
    .map(cleanGloss)
    .map(shorten)
    .filter((gloss) => /[A-Za-z]/.test(gloss));
  return glosses.length === 0 ? null : [match[1]!, glosses];
}

const [source] = process.argv.slice(2);
if (source === undefined) {
  console.error('Expected the path of a CC-CEDICT release (cedict_1_0_ts_utf-8_mdbg.txt.gz).');
  process.exit(2);
}
const text = gunzipSync(readFileSync(source)).toString('utf8');
const glossesOf = new Map<string, Set<string>>();
for (const line of text.split('\n')) {
  const parsed = parseLine(line);
  if (!parsed) continue;
  const [word, glosses] = parsed;
  const all = glossesOf.get(word) ?? new Set();
  for (const gloss of glosses) if (all.size < MAX_GLOSSES) all.add(gloss);
  glossesOf.set(word, all);
}
for (const [word, glosses] of [...glossesOf]) {
  const place = word.slice(0, -1);
  if (!PLACE.test(word) || glossesOf.has(place)) continue;
  const name = [...glosses][0]!.split(',')[0]!.replace(PLACE_GLOSS, '').trim();
  if (/^[A-Z]/.test(name)) glossesOf.set(place, new Set([name]));
}
const rows = [...glossesOf].map(([word, glosses]) => `${word}\t${[...glosses].join('/')}`).sort();
const out = new URL('../dictionary/glosses.tsv.gz', import.meta.url);
writeFileSync(out, gzipSync(`${rows.join('\n')}\n`, { level: 9 }));
const release = /#! date=(\S+)/.exec(text)?.[1] ?? 'of unknown date';
console.error(`${rows.length} words from the release ${release}, written to dictionary/glosses.tsv.gz`);
