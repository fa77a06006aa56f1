/** English glosses of Chinese words, from `dictionary/glosses.tsv.gz` and the organisation names. */
import { readDictionaryLines } from './data-file.ts';
import { findOrganisation } from './organisations.ts';

let glossesByWord: Map<string, string> | undefined;

function load(): Map<string, string> {
  const map = new Map<string, string>();
  for (const line of readDictionaryLines('glosses.tsv.gz')) {
    const tab = line.indexOf('\t');
    map.set(line.slice(0, tab), line.slice(tab + 1));
  }
  return map;
}

/** Glosses of a simplified Chinese word, most usual first; empty where the word is unknown. */
export function glossesOf(word: string): string[] {
  const organisation = findOrganisation(word);
  glossesByWord ??= load();
  const glosses = glossesByWord.get(word)?.split('/') ?? [];
  return organisation && !glosses.includes(organisation.english)
    ? [organisation.english, ...glosses]
    : glosses;
}
