import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@libsql/client/http';
import { afterEach, describe, expect, it } from 'vitest';
import { MAX_CHANGES } from '../../src/storage/article-state.ts';
import { openDatabase } from '../../src/storage/database/file.ts';
import { MAX_GAPS } from '../../src/storage/gap-state.ts';
import { openServerState, type ServerState, type StatePlace } from '../../src/storage/server-state.ts';
import { startLocalState } from '../local-state/start-local-state.ts';
import { makeFolder } from '../temporary-folder.ts';

/** Each opens a state of its own, or with a path the one that is kept there. */
const PLACES: Readonly<Record<string, (path: string) => Promise<StatePlace>>> = {
  'in a file': async (path) => path,
  'on a server': async (path) => {
    const server = await startLocalState(path);
    ending.push(server.stop);
    return { url: server.url, token: '' };
  },
  // A whole one, as npm run test:scale starts it.
  ...(process.env.TEST_STATE_URL !== undefined && {
    'on a real server': async () => {
      const place = { url: process.env.TEST_STATE_URL!, token: '' };
      await empty(place);
      return place;
    },
  }),
};

const ending: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

async function empty({ url }: { readonly url: string }): Promise<void> {
  const client = createClient({ url });
  const { rows } = await client.execute("SELECT name FROM sqlite_schema WHERE type = 'table'");
  const own = rows.map(({ name }) => String(name)).filter((name) => !/^(?:sqlite|libsql)?_/.test(name));
  for (const name of own) await client.execute(`DROP TABLE "${name}"`);
  await client.execute('PRAGMA user_version = 0');
  client.close();
}

/** Longer than a call takes on a machine that is busy with other work. */
const BUSY_MS = 30_000;

async function open(place: StatePlace): Promise<ServerState> {
  const state = await openServerState(place, null, BUSY_MS);
  ending.push(state.close);
  return state;
}

describe.each(Object.entries(PLACES))('%s', (_name, placeAt) => {
  const start = async () => open(await placeAt(join(makeFolder(), 'state.db')));

  describe('the state of a server', () => {
    it('has no restrictions and no counts at first', async () => {
      const state = await start();
      expect(await state.allowedChannels('1')).toEqual([]);
      expect(await state.feedback('1')).toEqual({ helpful: 0, unhelpful: 0 });
      expect(await state.gaps('1', 10)).toEqual([]);
    });

    it('replaces the allowed channels, of that server alone', async () => {
      const state = await start();
      await state.allowChannels('1', ['10', '11', '10']);
      await state.allowChannels('2', ['20']);
      await state.allowChannels('1', ['12']);
      expect(await state.allowedChannels('1')).toEqual(['12']);
      expect(await state.allowedChannels('2')).toEqual(['20']);
      await state.allowChannels('1', []);
      expect(await state.allowedChannels('1')).toEqual([]);
    });

    it('counts questions that a reader takes for the same as one, the most asked first', async () => {
      const state = await start();
      await state.countGap('1', 'Who won?', '2026-01-01');
      await state.countGap('1', '谁赢了', '2026-01-01');
      await state.countGap('1', '誰贏了？', '2026-01-03');
      expect(await state.gaps('1', 10)).toEqual([
        { question: '谁赢了', count: 2, lastAsked: '2026-01-03' },
        { question: 'Who won?', count: 1, lastAsked: '2026-01-01' },
      ]);
      expect(await state.gaps('1', 1)).toHaveLength(1);
    });

    it(`keeps ${MAX_GAPS} questions at most, and the last asked is among them`, async () => {
      const state = await start();
      for (let asked = 1; asked <= MAX_GAPS + 1; asked++) {
        await state.countGap('1', `question ${asked}`, '2026-01-01');
        if (asked < MAX_GAPS - 1) continue;
        const questions = (await state.gaps('1', 2 * MAX_GAPS)).map(({ question }) => question);
        expect(questions).toHaveLength(Math.min(asked, MAX_GAPS));
        expect(questions).toContain(`question ${asked}`);
      }
    });

    it('is deleted as a whole, of that server alone', async () => {
      const state = await start();
      for (const guild of ['1', '2']) {
        await state.allowChannels(guild, ['10']);
        await state.countFeedback(guild, 'helpful');
        await state.countGap(guild, 'why?', '2026-01-01');
      }
      await state.reset('1');
      expect([await state.allowedChannels('1'), await state.feedback('1'), await state.gaps('1', 9)]).toEqual(
        [[], { helpful: 0, unhelpful: 0 }, []],
      );
      expect((await state.feedback('2')).helpful).toBe(1);
      expect(await state.allowedChannels('2')).toEqual(['10']);
    });

    it('is there again after a restart', async () => {
      const place = await placeAt(join(makeFolder(), 'state.db'));
      const before = await openServerState(place);
      await before.countFeedback('1', 'unhelpful');
      await before.close();
      const state = await open(place);
      await state.countFeedback('1', 'unhelpful');
      expect(await state.feedback('1')).toEqual({ helpful: 0, unhelpful: 2 });
    });

    it('counts what two processes count at once', async () => {
      const place = await placeAt(join(makeFolder(), 'state.db'));
      const both = [await open(place), await open(place)];
      await Promise.all(
        Array.from({ length: 40 }, (_, i) => both[i % 2]!.countGap('1', 'who?', '2026-01-01')),
      );
      expect(await both[0]!.gaps('1', 5)).toMatchObject([{ count: 40 }]);
    });
  });

  describe('changes of articles', () => {
    const change = (name: string) => ({
      ...{ person: '9', at: '2026-01-01T00:00:00.000Z', what: 'added' as const, name },
      ...{ files: ['a.md'], copies: name, source: null },
    });

    it('are kept of each server, the newest first, and the oldest given back', async () => {
      const state = await start();
      await state.noteChange('2', change('other'));
      for (let i = 1; i < MAX_CHANGES; i++) await state.noteChange('1', change(`n${i}`));
      expect(await state.noteChange('1', change('last'))).toEqual([]);
      expect(await state.noteChange('1', change('more'))).toMatchObject([{ copies: 'n1' }]);
      expect(await state.changes('1')).toHaveLength(MAX_CHANGES);
      expect((await state.changes('1'))[0]).toMatchObject({ ...change('more'), id: expect.any(Number) });
      expect(await state.changes('2')).toHaveLength(1);
    });

    it('and all that stands beside them go with the server', async () => {
      const state = await start();
      await state.noteChange('1', change('a'));
      await state.addSource('1', 'https://example.org/');
      await state.learnFrom('1', '10', '2026-01-01');
      await state.countGap('1', 'who?', '2026-01-01');
      expect(await state.toggleWaiting('1', 'who?', '9')).toBe(true);
      expect(await state.guilds()).toEqual(['1']);
      await state.reset('1');
      expect([await state.changes('1'), await state.allSources(), await state.learnedChannels()]).toEqual([
        [],
        [],
        [],
      ]);
      expect(await state.closeGaps('1', ['who?'])).toEqual([]);
      expect(await state.guilds()).toEqual([]);
    });
  });
});

describe('a database file', () => {
  it('keeps no id of a person, and nothing of a question that is only a mention', async () => {
    const folder = makeFolder();
    const state = await openServerState(join(folder, 'state.db'));
    await state.countGap('1', 'when did <@123456789012345678> sign?', '2026-01-01');
    await state.countGap('1', '<@!123456789012345678> ?', '2026-01-01');
    expect((await state.gaps('1', 10)).map(({ question }) => question)).toEqual(['when did sign?']);
    await state.close();
    const file = readFileSync(join(folder, 'state.db'));
    expect([file.includes('when did'), file.includes('123456789012345678')]).toEqual([true, false]);
  });

  it('leaves no trace in the files once it is deleted', async () => {
    const folder = makeFolder();
    const state = await open(join(folder, 'state.db'));
    await state.countGap('1', 'a secret question', '2026-01-01');
    const bytes = () => Buffer.concat(readdirSync(folder).map((file) => readFileSync(join(folder, file))));
    expect(bytes().includes('secret question')).toBe(true);
    await state.reset('1');
    expect(bytes().includes('secret question')).toBe(false);
  });

  it('that is none is refused with what to do, and left as it is', async () => {
    const path = join(makeFolder(), 'state.db');
    const content = 'no database, '.repeat(100);
    writeFileSync(path, content);
    await expect(open(path)).rejects.toThrow(
      /^DATABASE: expected a database .* not a database.* Set DATABASE/,
    );
    expect(readFileSync(path, 'utf8')).toBe(content);
  });

  it('of a later release is refused', async () => {
    const path = join(makeFolder(), 'state.db');
    await (await openDatabase(path, Array(11).fill('SELECT 1'))).close();
    await expect(open(path)).rejects.toThrow(
      /expected version 10 or earlier at .*, found: version 11 of a later/,
    );
  });

  it('gets the migrations that it has not seen, in order', async () => {
    const path = join(makeFolder(), 'state.db');
    await (await openDatabase(path, ['CREATE TABLE a (n INTEGER)', 'INSERT INTO a VALUES (1)'])).close();
    const database = await openDatabase(path, [
      'never again',
      'never again',
      'INSERT INTO a VALUES (2); INSERT INTO a VALUES (3)',
    ]);
    expect(await database.all('SELECT sum(n) AS sum FROM a')).toEqual([{ sum: 6 }]);
    await database.close();
  });

  it('is as it was before a migration that fails', async () => {
    const path = join(makeFolder(), 'state.db');
    const failing = 'CREATE TABLE a (n INTEGER); INSERT INTO nowhere VALUES (1)';
    await expect(openDatabase(path, [failing])).rejects.toThrow(/no such table: nowhere/);
    await (await openDatabase(path, ['CREATE TABLE a (n INTEGER)'])).close();
  });

  it('that cannot be made is refused', async () => {
    const folder = makeFolder({ file: '' });
    await expect(open(join(folder, 'file', 'state.db'))).rejects.toThrow(/^DATABASE: expected/);
    expect(existsSync(join(folder, 'file', 'state.db'))).toBe(false);
  });
});
