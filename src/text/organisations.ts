/** Organisations: their Chinese names, short names and English names, from `dictionary/organisations.tsv`. */
import { readDictionaryLines } from './data-file.ts';
import { toSimplified } from './normalize.ts';

export interface Organisation {
  /** Full Chinese name, the canonical one. */
  readonly name: string;
  readonly english: string;
  readonly shortNames: readonly string[];
}

let byName: Map<string, Organisation> | undefined;

function load(): Map<string, Organisation> {
  const rows = readDictionaryLines('organisations.tsv').map((line): Organisation => {
    const [name, english, shortNames] = line.split('\t');
    return { name: name!, english: english!, shortNames: shortNames ? shortNames.split('/') : [] };
  });
  const map = new Map<string, Organisation>();
  for (const organisation of rows)
    for (const shortName of organisation.shortNames) map.set(toSimplified(shortName), organisation);
  // Full names last: 中国信保 has a row of its own and is a short name of another one.
  for (const organisation of rows) if (!map.has(organisation.name)) map.set(organisation.name, organisation);
  return map;
}

function organisations(): Map<string, Organisation> {
  byName ??= load();
  return byName;
}

/** All Chinese names and short names. */
export const organisationNames = (): string[] => [...organisations().keys()];

/** The organisation of this full or short Chinese name, if it is known. */
export const findOrganisation = (name: string): Organisation | undefined => organisations().get(name);
