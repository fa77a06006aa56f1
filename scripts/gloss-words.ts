/** Which words of glosses are names, and which are not. */

/** Sorted; in small letters. A word may be both. */
export function wordsOfGlosses(glosses: Iterable<string>): { common: string[]; proper: string[] } {
  const common = new Set<string>();
  const proper = new Set<string>();
  for (const gloss of glosses) {
    const [, name] = /^(\p{Lu}\p{Ll}{2,})(?=$|,| \()/u.exec(gloss) ?? [];
    if (name) proper.add(name.toLowerCase());
    else for (const word of gloss.split(/[^a-z]+/)) if (word !== '') common.add(word);
  }
  return { common: [...common].sort(), proper: [...proper].sort() };
}
