/** Files and addresses that somebody gives, as articles of a folder. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { listCorpus } from '../../documents/list.ts';
import { articleName, goneName, renderMarkdown, writeArticle } from '../../import/article-file.ts';
import { importSources } from '../../import/import.ts';
import { openKnown } from '../../import/known.ts';
import { readArticles } from '../../import/read-articles.ts';
import { filesOf } from '../../import/records/records.ts';
import { type ImportSettings, MAX_PAGES } from '../../import/work.ts';
import { today } from '../context.ts';
import type { Copies } from './copies.ts';

/** What became of what somebody gave. */
export interface Taken {
  /** Titles of articles that are new or other than before. */
  readonly taken: readonly string[];
  /** As they were. */
  readonly same: number;
  /** Why something was not taken, a line each. */
  readonly left: readonly string[];
  /** Whether the articles are others than before. */
  readonly hasChanged: boolean;
}

interface TakenFiles extends Omit<Taken, 'hasChanged'> {
  /** New or changed, below the folder. */
  readonly files: readonly string[];
}

export interface Upload {
  readonly name: string;
  readonly bytes: Buffer;
}

/** In characters, each of which has four bytes at most. */
const MAX_NAME = 60;

/** The articles of a file, each in place of what a file of this name gave before; `uploads` is where it is put to be read. */
export async function takeFile(
  { name, bytes }: Upload,
  folder: string,
  uploads: string,
  before: Copies,
): Promise<TakenFiles> {
  // Of a path its last part, as long as file systems take it, and nothing hidden.
  const given = basename(name).slice(-MAX_NAME).replace(/^\.+/, '') || 'file';
  const path = join(uploads, given);
  mkdirSync(uploads, { recursive: true });
  writeFileSync(path, bytes);
  const [taken, files, left]: [string[], string[], string[]] = [[], [], []];
  let same = 0;
  try {
    const known = openKnown(folder);
    for await (const item of readArticles(listCorpus([path]).files[0]!)) {
      if ('remedy' in item) {
        left.push(`${given}: ${item.reason}. ${item.remedy}`);
        continue;
      }
      const { article, line } = item;
      const part = line === null ? '' : ` ${line}`;
      const file = articleName(`given:${given}${part}`, given + part);
      if ((await known.twinOf(article, join(folder, file))) !== null) {
        same += 1;
        continue;
      }
      before.take(file);
      writeArticle(folder, file, renderMarkdown(article));
      files.push(file);
      taken.push(article.title);
    }
  } finally {
    rmSync(path, { force: true });
  }
  return { taken, files, same, left };
}

/** What is at an address, as an import takes it. */
export async function takeSource(
  source: string,
  settings: Omit<ImportSettings, 'day' | 'maxItems'>,
  before: Copies,
): Promise<TakenFiles> {
  for (const file of filesOf(settings.records, source, settings.folder)) before.take(file);
  const [taken, files, left]: [string[], string[], string[]] = [[], [], []];
  let same = 0;
  const putAway = (file: string): void => {
    files.push(file);
    before.take(file, goneName(file));
  };
  for await (const outcome of importSources([source], { ...settings, day: today(), maxItems: MAX_PAGES })) {
    if (outcome.kind === 'same' || outcome.kind === 'known') same += 1;
    else if (outcome.kind === 'added' || outcome.kind === 'changed') {
      files.push(outcome.file);
      taken.push(outcome.article.title);
      if (outcome.kind === 'changed' && outcome.replaced !== undefined) putAway(outcome.replaced);
    } else {
      left.push(outcome.reason);
      if (outcome.kind === 'gone') putAway(outcome.file);
    }
  }
  return { taken, files, same, left };
}
