/** What was changed of the articles from within Discord, by whom and when; and what is brought up to date for a server. */
import type { Sql } from './sql.ts';

const CHANGES = ['added', 'written', 'answered', 'removed', 'undone'] as const;

export interface NewChange {
  /** Whoever made it. */
  readonly person: string;
  /** ISO 8601. */
  readonly at: string;
  readonly what: (typeof CHANGES)[number];
  /** Title or address, as people know it. */
  readonly name: string;
  /** Files that were touched, below the folder of the server. */
  readonly files: readonly string[];
  /** Folder with the files as they were before. */
  readonly copies: string;
  /** Address that is asked again from now on, or no more. */
  readonly source: string | null;
}

export interface ArticleChange extends NewChange {
  readonly id: number;
}

/** What all servers share stands under no id of a server. */
export const ALL_SERVERS = 'all';

export interface ArticleState {
  /** Notes a change; returns those that are too old to be kept, which are forgotten. */
  readonly noteChange: (guildId: string, change: NewChange) => ArticleChange[];
  /** Folders of copies that changes of any server have. */
  readonly keptCopies: () => string[];
  /** The newest first. */
  readonly changes: (guildId: string) => ArticleChange[];
  /** Addresses of which the articles of a server are kept up to date. */
  readonly sources: (guildId: string) => string[];
  readonly allSources: () => { readonly guildId: string; readonly address: string }[];
  readonly addSource: (guildId: string, address: string) => void;
  readonly dropSource: (guildId: string, address: string) => void;
  /** Forums and threads whose solved posts become articles, with the day on which they were read last, `YYYY-MM-DD`. */
  readonly learnedChannels: () => LearnedChannel[];
  readonly learnFrom: (guildId: string, channelId: string, day: string) => void;
  readonly unlearn: (guildId: string, channelId: string) => void;
}

interface LearnedChannel {
  readonly guildId: string;
  readonly channelId: string;
  readonly lastDay: string;
}

/** Changes of one server that can be undone. */
export const MAX_CHANGES = 100;

type Row = Omit<ArticleChange, 'files'> & { readonly files: string };

export function articleState({ all, run, inTransaction }: Sql): ArticleState {
  const changes = (guildId: string): ArticleChange[] =>
    all<Row>(
      'SELECT id, person, at, what, name, files, copies, source FROM article_change WHERE guild = ? ORDER BY id DESC',
      guildId,
    ).map((row) => ({ ...row, files: JSON.parse(row.files) as string[] }));
  return {
    noteChange: (guildId, { person, at, what, name, files, copies, source }) => {
      let old: ArticleChange[] = [];
      inTransaction(() => {
        run(
          'INSERT INTO article_change (guild, person, at, what, name, files, copies, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
          ...[guildId, person, at, what, name, JSON.stringify(files), copies, source],
        );
        old = changes(guildId).slice(MAX_CHANGES);
        for (const { id } of old) run('DELETE FROM article_change WHERE id = ?', id);
      });
      return old;
    },
    keptCopies: () =>
      all<{ copies: string }>('SELECT copies FROM article_change').map(({ copies }) => copies),
    changes,
    sources: (guildId) =>
      all<{ address: string }>('SELECT address FROM source WHERE guild = ? ORDER BY address', guildId).map(
        ({ address }) => address,
      ),
    allSources: () => all('SELECT guild AS guildId, address FROM source ORDER BY guild, address'),
    addSource: (guildId, address) =>
      run('INSERT INTO source VALUES (?, ?) ON CONFLICT DO NOTHING', guildId, address),
    dropSource: (guildId, address) =>
      run('DELETE FROM source WHERE guild = ? AND address = ?', guildId, address),
    learnedChannels: () =>
      all('SELECT guild AS guildId, channel AS channelId, last_day AS lastDay FROM learned_channel'),
    learnFrom: (guildId, channelId, day) =>
      run(
        'INSERT INTO learned_channel VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET last_day = excluded.last_day',
        ...[guildId, channelId, day],
      ),
    unlearn: (guildId, channelId) =>
      run('DELETE FROM learned_channel WHERE guild = ? AND channel = ?', guildId, channelId),
  };
}
