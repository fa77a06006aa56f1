/** What was changed of the articles from within Discord, by whom and when; and what is brought up to date for a server. */
import { type Sql, statement } from './database/sql.ts';

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
  readonly noteChange: (guildId: string, change: NewChange) => Promise<ArticleChange[]>;
  /** Folders of copies that changes of any server have. */
  readonly keptCopies: () => Promise<string[]>;
  /** The newest first. */
  readonly changes: (guildId: string) => Promise<ArticleChange[]>;
  /** Addresses of which the articles of a server are kept up to date. */
  readonly sources: (guildId: string) => Promise<string[]>;
  readonly allSources: () => Promise<{ readonly guildId: string; readonly address: string }[]>;
  readonly addSource: (guildId: string, address: string) => Promise<void>;
  readonly dropSource: (guildId: string, address: string) => Promise<void>;
  /** Forums and threads whose solved posts become articles, with the day on which they were read last, `YYYY-MM-DD`. */
  readonly learnedChannels: () => Promise<LearnedChannel[]>;
  readonly learnFrom: (guildId: string, channelId: string, day: string) => Promise<void>;
  readonly unlearn: (guildId: string, channelId: string) => Promise<void>;
}

interface LearnedChannel {
  readonly guildId: string;
  readonly channelId: string;
  readonly lastDay: string;
}

/** Changes of one server that can be undone. */
export const MAX_CHANGES = 100;

type Row = Omit<ArticleChange, 'files'> & { readonly files: string };

const CHANGES_OF = 'FROM article_change WHERE guild = ? ORDER BY id DESC';

export function articleState({ all, run, together }: Sql): ArticleState {
  const readChanges = (rows: readonly Row[]): ArticleChange[] =>
    rows.map((row) => ({ ...row, files: JSON.parse(row.files) as string[] }));
  const columns = 'id, person, at, what, name, files, copies, source';
  return {
    noteChange: async (guildId, { person, at, what, name, files, copies, source }) => {
      const old = `${CHANGES_OF} LIMIT -1 OFFSET ${MAX_CHANGES}`;
      const [, forgotten = []] = await together(
        statement(
          'INSERT INTO article_change (guild, person, at, what, name, files, copies, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
          ...[guildId, person, at, what, name, JSON.stringify(files), copies, source],
        ),
        statement(`SELECT ${columns} ${old}`, guildId),
        statement(`DELETE FROM article_change WHERE id IN (SELECT id ${old})`, guildId),
      );
      return readChanges(forgotten);
    },
    keptCopies: async () =>
      (await all<{ copies: string }>('SELECT copies FROM article_change')).map(({ copies }) => copies),
    changes: async (guildId) => readChanges(await all<Row>(`SELECT ${columns} ${CHANGES_OF}`, guildId)),
    sources: async (guildId) =>
      (
        await all<{ address: string }>('SELECT address FROM source WHERE guild = ? ORDER BY address', guildId)
      ).map(({ address }) => address),
    allSources: () => all('SELECT guild AS guildId, address FROM source ORDER BY guild, address'),
    addSource: async (guildId, address) => {
      await run('INSERT INTO source VALUES (?, ?) ON CONFLICT DO NOTHING', guildId, address);
    },
    dropSource: async (guildId, address) => {
      await run('DELETE FROM source WHERE guild = ? AND address = ?', guildId, address);
    },
    learnedChannels: () =>
      all('SELECT guild AS guildId, channel AS channelId, last_day AS lastDay FROM learned_channel'),
    learnFrom: async (guildId, channelId, day) => {
      await run(
        'INSERT INTO learned_channel VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET last_day = excluded.last_day',
        ...[guildId, channelId, day],
      );
    },
    unlearn: async (guildId, channelId) => {
      await run('DELETE FROM learned_channel WHERE guild = ? AND channel = ?', guildId, channelId);
    },
  };
}
