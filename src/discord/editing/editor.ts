/** What those who manage a server change of its articles: files, addresses, texts; each change is noted and can be undone. */
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { articleName, renderMarkdown, writeArticle } from '../../import/article-file.ts';
import { isWebAddress } from '../../import/web/addresses.ts';
import { WEB_SETTINGS } from '../../import/web/web.ts';
import type { ArticleChange } from '../../storage/article-state.ts';
import type { ServerState } from '../../storage/server-state.ts';
import { today } from '../context.ts';
import { type Collection, type EditorPlaces, openCollection } from './collection.ts';
import { forgetOtherCopies, putBack } from './copies.ts';
import { type Entry, entriesOf } from './entries.ts';
import { type Taken, takeFile, takeSource, type Upload } from './taking.ts';

/** `guildId` is null for what all servers share. */
export interface Editor {
  readonly addFile: (guildId: string | null, person: string, file: Upload) => Promise<Taken>;
  readonly addSource: (guildId: string | null, person: string, address: string) => Promise<Taken>;
  readonly write: (
    guildId: string | null,
    person: string,
    article: Written,
    what?: 'written' | 'answered',
  ) => Promise<void>;
  readonly list: (guildId: string | null) => Promise<Entry[]>;
  /** The change that it was, or null where there is no such entry any more. */
  readonly remove: (guildId: string | null, person: string, name: string) => Promise<ArticleChange | null>;
  readonly changes: (guildId: string | null) => Promise<ArticleChange[]>;
  /** Forgets the copies of changes that are not kept any more. */
  readonly tidy: () => Promise<void>;
  readonly undo: (guildId: string | null, person: string, id: number) => Promise<ArticleChange | null>;
}

export interface Written {
  readonly title: string;
  /** Markdown. */
  readonly text: string;
}

/** A question and its answer as an article; a heading that asks keeps what follows as its answer. */
export const asAnswered = (question: string, answer: string): Written => ({
  title: question,
  text: `## ${/[?？]$/.test(question) ? question : `${question}?`}\n\n${answer}`,
});

export function createEditor(places: EditorPlaces, state: ServerState): Editor {
  const of = (guildId: string | null): Collection => openCollection(places, state, guildId);
  let last: Promise<unknown> = Promise.resolve();
  /** One change after the other: two of one file would each copy what the other has half written. */
  const inOrder = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  };
  return {
    addFile: (guildId, ...given) => inOrder(() => addFile(of(guildId), ...given)),
    addSource: (guildId, ...given) => inOrder(() => addSource(of(guildId), ...given)),
    write: (guildId, ...given) => inOrder(() => write(of(guildId), ...given)),
    remove: (guildId, ...given) => inOrder(() => remove(of(guildId), ...given)),
    undo: (guildId, ...given) => inOrder(() => undo(of(guildId), ...given)),
    tidy: () => inOrder(async () => forgetOtherCopies(places.copies, await state.keptCopies())),
    list: (guildId) => entriesOf(of(guildId)),
    changes: (guildId) => of(guildId).changes(),
  };
}

async function addFile(collection: Collection, person: string, upload: Upload): Promise<Taken> {
  const { folder, places, startCopies, note } = collection;
  const before = startCopies();
  const { files, ...taken } = await takeFile(upload, folder, join(places.copies, 'uploads'), before);
  const change = { person, what: 'added', name: basename(upload.name), copies: before.name } as const;
  if (files.length > 0) await note({ ...change, files, source: null });
  return { ...taken, hasChanged: files.length > 0 };
}

async function addSource(collection: Collection, person: string, address: string): Promise<Taken> {
  if (!isWebAddress(address)) {
    const left = [`${address}: expected an address with http:// or https://`];
    return { taken: [], same: 0, left, hasChanged: false };
  }
  const { folder, places, startCopies, note } = collection;
  const source = new URL(address).href;
  const before = startCopies();
  const settings = { ...WEB_SETTINGS, ...places.web, folder, records: places.records };
  const { files, ...taken } = await takeSource(source, settings, before);
  const isNew = !(await collection.sources()).includes(source);
  if (files.length > 0 || (isNew && taken.same > 0)) {
    await collection.addSource(source);
    const change = { person, what: 'added', name: source, files, copies: before.name } as const;
    await note({ ...change, source: isNew ? source : null });
  }
  return { ...taken, hasChanged: files.length > 0 };
}

async function write(
  { folder, startCopies, note }: Collection,
  person: string,
  { title, text }: Written,
  what: 'written' | 'answered' = 'written',
): Promise<void> {
  const file = articleName(`${what}:${title}`, title);
  const before = startCopies();
  before.take(file);
  const article = { title, date: today(), source: null, url: null, markdown: text, text };
  writeArticle(folder, file, renderMarkdown(article));
  await note({ person, what, name: title, files: [file], copies: before.name, source: null });
}

async function remove(collection: Collection, person: string, name: string): Promise<ArticleChange | null> {
  const entry = (await entriesOf(collection)).find((one) => one.name === name);
  if (entry === undefined) return null;
  const { files } = entry;
  const before = collection.startCopies();
  for (const file of files) before.take(file);
  const source = entry.source === null && !isWebAddress(name) ? null : name;
  if (source !== null) await collection.dropSource(source);
  const change = await collection.note({ person, what: 'removed', name, files, copies: before.name, source });
  for (const file of files) rmSync(join(collection.folder, file), { force: true });
  return change;
}

async function undo(collection: Collection, person: string, id: number): Promise<ArticleChange | null> {
  const change = (await collection.changes()).find((one) => one.id === id);
  if (change === undefined) return null;
  const { files, name, source } = change;
  const before = collection.startCopies();
  for (const file of files) before.take(file);
  putBack(collection.places.copies, change.copies, collection.folder, files);
  if (source !== null) {
    const isIn = (await collection.sources()).includes(source);
    if (isIn) await collection.dropSource(source);
    else await collection.addSource(source);
  }
  return collection.note({ person, what: 'undone', name, files, copies: before.name, source });
}
