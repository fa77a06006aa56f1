/** What those who manage a server change of its articles: files, addresses, texts; each change is noted and can be undone. */
import { randomUUID } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { listCorpus } from '../../documents/list.ts';
import { articleName, renderMarkdown, writeArticle } from '../../import/article-file.ts';
import { filesOf, listSources, type SourceState } from '../../import/records/records.ts';
import { isWebAddress } from '../../import/web/addresses.ts';
import { WEB_SETTINGS, type WebSettings } from '../../import/web/web.ts';
import { ALL_SERVERS, type ArticleChange, type NewChange } from '../../storage/article-state.ts';
import type { ServerState } from '../../storage/server-state.ts';
import { today } from '../context.ts';
import { type Copies, forgetCopies, forgetOtherCopies, putBack, takeCopies } from './copies.ts';
import { type Taken, takeFile, takeSource, type Upload } from './taking.ts';

export interface EditorPlaces {
  readonly corpus: string;
  /** Folder of what was fetched of each source. */
  readonly records: string;
  /** Folder of copies from before a change. */
  readonly copies: string;
  readonly web?: Partial<WebSettings>;
}

/** A file, or an address with all that came of it. */
export interface Entry {
  /** Of the file below the folder of the server, or the address. */
  readonly name: string;
  readonly source: SourceState | null;
  readonly files: readonly string[];
  /** `YYYY-MM-DD`; null for an address that was never read. */
  readonly changed: string | null;
}

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
  const { corpus, records, copies } = places;
  const folderOf = (guildId: string | null): string =>
    guildId === null ? corpus : join(corpus, 'servers', guildId);
  const keyOf = (guildId: string | null): string => guildId ?? ALL_SERVERS;

  let last: Promise<unknown> = Promise.resolve();
  /** One change after the other: two of one file would each copy what the other has half written. */
  const inOrder = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  };

  const note = async (guildId: string | null, change: Omit<NewChange, 'at'>): Promise<ArticleChange> => {
    const key = keyOf(guildId);
    const old = await state.noteChange(key, { ...change, at: new Date().toISOString() });
    for (const one of old) forgetCopies(copies, one.copies);
    return (await state.changes(key))[0]!;
  };
  const startCopies = (guildId: string | null): Copies => takeCopies(copies, randomUUID(), folderOf(guildId));

  const list = async (guildId: string | null): Promise<Entry[]> => {
    const folder = folderOf(guildId);
    const states = new Map(
      listSources(records)
        .filter((one) => one.corpus === resolve(folder))
        .map((one) => [one.source, one]),
    );
    const sources = (await state.sources(keyOf(guildId))).map((name): Entry => {
      const source = states.get(name) ?? null;
      return {
        name,
        source,
        files: filesOf(records, name, folder),
        changed: source?.ended?.slice(0, 10) ?? null,
      };
    });
    const ofSources = new Set(sources.flatMap(({ files }) => files));
    const files = statSync(folder, { throwIfNoEntry: false }) === undefined ? [] : listCorpus([folder]).files;
    return [
      ...sources,
      ...files
        .map((file) => ({ file, name: file.id + (file.ending ?? '') }))
        .filter(
          ({ name }) => !ofSources.has(name) && !name.startsWith('learned/') && !isOfServer(guildId, name),
        )
        .map(
          ({ file, name }): Entry => ({ name, source: null, files: [name], changed: dayOf(file.modifiedMs) }),
        ),
    ];
  };

  const addFile: Editor['addFile'] = async (guildId, person, upload) => {
    const before = startCopies(guildId);
    const { files, ...taken } = await takeFile(upload, folderOf(guildId), join(copies, 'uploads'), before);
    const change = { person, what: 'added', name: basename(upload.name), copies: before.name } as const;
    if (files.length > 0) await note(guildId, { ...change, files, source: null });
    return { ...taken, hasChanged: files.length > 0 };
  };

  const addSource: Editor['addSource'] = async (guildId, person, address) => {
    if (!isWebAddress(address))
      return {
        taken: [],
        same: 0,
        left: [`${address}: expected an address with http:// or https://`],
        hasChanged: false,
      };
    const source = new URL(address).href;
    const before = startCopies(guildId);
    const settings = { ...WEB_SETTINGS, ...places.web, folder: folderOf(guildId), records };
    const { files, ...taken } = await takeSource(source, settings, before);
    const isNew = !(await state.sources(keyOf(guildId))).includes(source);
    if (files.length > 0 || (isNew && taken.same > 0)) {
      await state.addSource(keyOf(guildId), source);
      const change = { person, what: 'added', name: source, files, copies: before.name } as const;
      await note(guildId, { ...change, source: isNew ? source : null });
    }
    return { ...taken, hasChanged: files.length > 0 };
  };

  const write: Editor['write'] = async (guildId, person, { title, text }, what = 'written') => {
    const file = articleName(`${what}:${title}`, title);
    const before = startCopies(guildId);
    before.take(file);
    const article = { title, date: today(), source: null, url: null, markdown: text, text };
    writeArticle(folderOf(guildId), file, renderMarkdown(article));
    await note(guildId, { person, what, name: title, files: [file], copies: before.name, source: null });
  };

  const remove: Editor['remove'] = async (guildId, person, name) => {
    const entry = (await list(guildId)).find((one) => one.name === name);
    if (entry === undefined) return null;
    const before = startCopies(guildId);
    for (const file of entry.files) before.take(file);
    const source = entry.source === null && !isWebAddress(name) ? null : name;
    if (source !== null) await state.dropSource(keyOf(guildId), source);
    const change = await note(guildId, {
      person,
      what: 'removed',
      name,
      files: entry.files,
      copies: before.name,
      source,
    });
    for (const file of entry.files) rmSync(join(folderOf(guildId), file), { force: true });
    return change;
  };

  const undo: Editor['undo'] = async (guildId, person, id) => {
    const change = (await state.changes(keyOf(guildId))).find((one) => one.id === id);
    if (change === undefined) return null;
    const { files, name, source } = change;
    const before = startCopies(guildId);
    for (const file of files) before.take(file);
    putBack(copies, change.copies, folderOf(guildId), files);
    if (source !== null) {
      const isIn = (await state.sources(keyOf(guildId))).includes(source);
      if (isIn) await state.dropSource(keyOf(guildId), source);
      else await state.addSource(keyOf(guildId), source);
    }
    return note(guildId, { person, what: 'undone', name, files, copies: before.name, source });
  };

  return {
    addFile: (...given) => inOrder(() => addFile(...given)),
    addSource: (...given) => inOrder(() => addSource(...given)),
    write: (...given) => inOrder(() => write(...given)),
    remove: (...given) => inOrder(() => remove(...given)),
    undo: (...given) => inOrder(() => undo(...given)),
    tidy: () => inOrder(async () => forgetOtherCopies(copies, await state.keptCopies())),
    list,
    changes: (guildId) => state.changes(keyOf(guildId)),
  };
}

const dayOf = (timeMs: number): string => new Date(timeMs).toISOString().slice(0, 10);

/** What single servers have is not shared. */
const isOfServer = (guildId: string | null, name: string): boolean =>
  guildId === null && name.startsWith('servers/');
