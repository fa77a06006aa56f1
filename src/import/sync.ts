/** Sources that are kept up to date: what they are, and a run over all of them. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseYaml } from '../documents/markdown/yaml.ts';
import { importSources, rememberKnown } from './import.ts';
import type { Outcome } from './keep.ts';
import { filesOf } from './records/records.ts';
import type { ImportSettings } from './work.ts';

/** A source, and where it differs from the settings of all. */
export interface SyncedSource {
  readonly source: string;
  /** Below the corpus; empty for the corpus itself. */
  readonly folder: string;
  /** The server that it was added for on Discord, where it may be removed while it is read. */
  readonly addedFor?: string;
  readonly maxItems?: number;
  readonly delayMs?: number;
  readonly allowPrivate: readonly string[];
}

/** The file of sources is not usable; the message lists every problem. */
export class SourcesError extends Error {}

const FIELDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  source: (value) => typeof value === 'string' && value.trim() !== '',
  folder: (value) =>
    typeof value === 'string' && /^[^/\\]/.test(value) && !value.split(/[/\\]/).includes('..'),
  limit: (value) => Number.isInteger(value) && (value as number) > 0,
  delay: (value) => typeof value === 'number' && value >= 0,
  'allow-private': (value) => [value].flat().every((place) => /^\S+:\d{1,5}$/.test(String(place))),
};

const EXPECTED = `expected a list of addresses and paths, or of entries such as
  - source: https://docs.example.com/sitemap.xml
    folder: handbook   # below the corpus
    limit: 200         # pages
    delay: 2           # seconds between two requests
    allow-private: intranet:8080`;

/** Sources of a file. Throws {@link SourcesError}, also where there is no such file. */
export function readSources(file: string): SyncedSource[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new SourcesError(`${file} cannot be read (${(error as Error).message}); ${EXPECTED}`, {
      cause: error,
    });
  }
  return parseSources(text, file);
}

/** Sources of a YAML text: a list, or `sources:` with one. Throws {@link SourcesError} with all problems. */
export function parseSources(text: string, file: string): SyncedSource[] {
  let value: unknown;
  try {
    value = parseYaml(text);
  } catch (error) {
    throw new SourcesError(`${file} is not YAML (${(error as Error).message}); ${EXPECTED}`, {
      cause: error,
    });
  }
  const named = typeof value === 'object' && value !== null && 'sources' in value ? value.sources : value;
  const list = named ?? [];
  if (!Array.isArray(list)) throw new SourcesError(`${file}: ${EXPECTED}`);
  const problems: string[] = [];
  const sources = list.map((entry: unknown, i) => {
    const fields = (typeof entry === 'object' && entry !== null ? entry : { source: entry }) as Record<
      string,
      unknown
    >;
    for (const [name, found] of Object.entries({ source: undefined, ...fields }))
      if (!FIELDS[name]?.(found))
        problems.push(`entry ${i + 1}: ${name} is ${JSON.stringify(found) ?? 'missing'}`);
    const { source, folder = '', limit, delay, 'allow-private': allowed = [] } = fields;
    return {
      source: String(source).trim(),
      folder: String(folder),
      ...(limit !== undefined && { maxItems: Number(limit) }),
      ...(delay !== undefined && { delayMs: 1000 * Number(delay) }),
      allowPrivate: [allowed].flat().map((place) => String(place).toLowerCase()),
    };
  });
  if (problems.length > 0) throw new SourcesError([`${file}:`, ...problems, EXPECTED].join('\n  '));
  return sources;
}

/** Hears of a run as it goes. */
export interface SyncWatch {
  /** Of each source, before its outcomes. */
  readonly onSource?: (source: SyncedSource) => void;
  /** Asked again and again: of one that somebody has removed meanwhile nothing is read, and what was is taken away. */
  readonly isWanted?: (source: SyncedSource) => boolean | Promise<boolean>;
}

/** Brings the articles of all sources up to date; what fails leaves its articles as they are. */
export async function* syncSources(
  sources: readonly SyncedSource[],
  settings: ImportSettings,
  { onSource = () => {}, isWanted = () => true }: SyncWatch = {},
): AsyncGenerator<Outcome> {
  const knownOf = rememberKnown();
  for (const one of sources) {
    if (!(await isWanted(one))) continue;
    const { source, folder, allowPrivate, ...own } = one;
    onSource(one);
    const ofSource = {
      ...settings,
      ...own,
      folder: join(settings.folder, folder),
      allowPrivate: new Set([...settings.allowPrivate, ...allowPrivate]),
    };
    for await (const outcome of importSources([source], ofSource, knownOf)) {
      yield outcome;
      if (!(await isWanted(one))) break;
    }
    if (!(await isWanted(one)))
      for (const file of filesOf(settings.records, source, ofSource.folder))
        rmSync(join(ofSource.folder, file), { force: true });
  }
}
