/** A bot over a corpus of its own, which it may change and index anew. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import type { BotOptions } from '../../../src/discord/bot.ts';
import { WEB_SETTINGS } from '../../../src/import/web/web.ts';
import { type Library, libraryOf } from '../../../src/library.ts';
import type { Settings } from '../../local-discord/settings.ts';
import { MANAGER_PERMISSIONS } from '../../local-discord/world/guilds.ts';
import type { Message } from '../../local-discord/world/nouns.ts';
import { openCorpus } from '../../open-corpus.ts';
import { makeFolder } from '../../temporary-folder.ts';
import { openScene, type Scene, shownIn } from '../scene.ts';

export const MANAGER = { permissions: MANAGER_PERMISSIONS };

export interface EditingScene extends Scene {
  readonly corpus: string;
  /** How often the index was built. */
  readonly built: () => number;
  /** What the bot says of a change once it is read. */
  readonly finished: (used: { readonly answered: Promise<Message> }) => Promise<Message>;
}

/** `places` are those that may be connected to, although they are in a private network. */
export async function openEditing(
  places: readonly string[] = [],
  changes: Partial<BotOptions> = {},
  settings: Partial<Settings> = {},
): Promise<EditingScene> {
  const folder = makeFolder({
    'corpus/hall.md': '# Lantern Hall\n\nThe Lantern Hall opens at nine in the morning.\n',
  });
  const corpus = join(folder, 'corpus');
  mkdirSync(join(folder, 'state'));
  let count = 0;
  let library: Library;
  const build = async (): Promise<void> => {
    library = libraryOf(await openCorpus(corpus, join(folder, 'embeddings')));
    count += 1;
  };
  await build();
  const scene = await openScene(
    {
      ask: (...question) => library.ask(...question),
      status: () => library.status(),
      articles: (...wanted) => library.articles(...wanted),
      article: (...wanted) => library.article(...wanted),
      group: (questions) => library.group(questions),
      close: async () => {},
    },
    {
      reindex: build,
      articles: {
        corpus,
        records: join(folder, 'state/sources'),
        copies: join(folder, 'state/copies'),
        web: { delayMs: 0, retryMs: 0, allowPrivate: new Set([...WEB_SETTINGS.allowPrivate, ...places]) },
      },
      ...changes,
    },
    { patienceMs: 20_000, ...settings },
  );
  return {
    ...scene,
    corpus,
    built: () => count,
    finished: async ({ answered }) => {
      const message = await answered;
      await vi.waitFor(() => expect(shownIn(message)).not.toContain('I’m reading'), { timeout: 20_000 });
      return message;
    },
  };
}
