import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { libraryOf, type PageLibrary } from '../../src/library.ts';
import { openCorpus } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';
import { type Opened, openPage, violationsIn } from './dom.ts';
import { type Started, startPage, TOKEN } from './start.ts';

const GUIDE = `---
title: How to tame a lantern fox
date: 2024-03-05
url: https://foxes.example/guide
---
## Taming

1. Wait for dusk at the moor.
2. Offer the lantern fox seven blueberries.

\`\`\`sh
fox tame --berries 7
\`\`\`

## Prices

| what | price |
| --- | --- |
| saddle | 40 coins |
| lantern | 15 coins |
`;

/** What somebody might write to be run in the page of others. */
const HOSTILE = `---
title: "<img src=x onerror=alert(1)> Rules of the harbour"
url: "javascript:alert(1)"
---
## <script>alert(1)</script> Mooring

Ships moor at pier nine. <img src=x onerror="alert(1)"> [click](javascript:alert(2)) \u202eevil

\`\`\`html
<script>alert(3)</script>
\`\`\`
`;

let library: PageLibrary;
let page: Started;
const opened: Opened[] = [];
const open = (
  ...args: Parameters<typeof openPage> extends [string, ...infer Rest] ? Rest : never
): Opened => {
  const one = openPage(page.address, ...args);
  opened.push(one);
  return one;
};

beforeAll(async () => {
  const corpus = makeFolder();
  writeFileSync(join(corpus, 'foxes.md'), GUIDE);
  writeFileSync(join(corpus, 'harbour.md'), HOSTILE);
  mkdirSync(join(corpus, 'servers/123456789012345678'), { recursive: true });
  writeFileSync(
    join(corpus, 'servers/123456789012345678/own.md'),
    '# Our secret wharf\n\nThe password is herring.\n',
  );
  library = libraryOf(await openCorpus(corpus));
  page = await startPage({}, { library });
});
afterAll(async () => {
  for (const one of opened) one.close();
  await page.stop();
});

const QUESTION = 'How do I tame a lantern fox?';

describe('asking on the page', () => {
  it('answers what is typed, by keyboard alone, and keeps the talk in the address', async () => {
    const { type, press, shows, window, document, named } = open();
    await shows('What would you like to know?');
    type('Your question', QUESTION);
    expect(document.activeElement).toBe(named('Your question'));
    press('Enter');
    await shows('seven blueberries');
    await shows('fox tame --berries 7');
    expect(window.location.hash).toBe(`#/ask?${new URLSearchParams({ q: QUESTION })}`);
    type('Your question', 'and what does a saddle cost?');
    press('Enter');
    await shows('40 coins');
    expect(new URLSearchParams(window.location.hash.split('?')[1]).getAll('q')).toHaveLength(2);
    expect(named('Your question').textContent).toBe('');
  });

  it('sends nothing while a Chinese word is composed, and a new line for Shift and Enter', async () => {
    const { type, press, shows, window } = open();
    await shows('What would you like to know?');
    type('Your question', '灯笼狐狸');
    press('Enter', { isComposing: true });
    press('Enter', { shiftKey: true });
    expect(window.location.hash).toBe('');
  });

  it('asks a talk out of its address', async () => {
    const { shows } = open({ hash: `#/ask?${new URLSearchParams({ q: QUESTION })}` });
    await shows('seven blueberries');
  });

  it('tells why, with what was needed and how far from it', async () => {
    const one = open({ hash: `#/ask?${new URLSearchParams({ q: QUESTION })}` });
    await one.shows('seven blueberries');
    one.named('Why this answer?').click();
    await one.shows(/\d+ % sure; 50 % are needed/);
    await one.shows(/\d+ % above what is needed/);
    await one.shows('same words');
    expect(one.document.querySelectorAll('.looked-at > li').length).toBeGreaterThan(1);
    expect(await violationsIn(one)).toEqual([]);
  });

  it('leads from a quote to its passage in the article, which is marked', async () => {
    const one = open({ hash: `#/ask?${new URLSearchParams({ q: QUESTION })}` });
    await one.shows('seven blueberries');
    const link = one.document.querySelector<HTMLAnchorElement>('figcaption a')!;
    expect(link.textContent).toContain('How to tame a lantern fox › Taming');
    one.go(link.hash);
    await one.shows('As I see it');
    const meant = one.document.querySelector('.passage.meant')!;
    expect(meant.textContent).toContain('seven blueberries');
    await expect.poll(() => one.document.activeElement === meant).toBe(true);
    expect(meant.querySelector('mark')).not.toBeNull();
    expect(await violationsIn(one)).toEqual([]);
  });

  it('says that it found nothing, and takes a question back', async () => {
    const one = open({ hash: `#/ask?${new URLSearchParams({ q: 'who is the mayor of Atlantis' })}` });
    await one.shows('I couldn’t find an answer');
    one.named('Don’t keep this question').click();
    await one.shows('It is not kept any more.');
    await expect.poll(() => page.state.gaps('page', 10)).toEqual([]);
  });

  it('asks again where the connection is lost in the middle, and says so', async () => {
    let isLost = false;
    const one = open({
      fetch: async (input, init) => {
        const response = await fetch(input, init);
        if (isLost || !String(input).endsWith('/api/ask')) return response;
        isLost = true;
        await response.body?.cancel();
        // What had come before it broke off.
        const body = new ReadableStream({
          start(controller) {
            controller.enqueue(
              new TextEncoder().encode('event: stage\ndata: {"stage":"searching"}\n\nevent: ans'),
            );
            setTimeout(() => controller.error(new TypeError('network error')));
          },
        });
        return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
      },
      hash: `#/ask?${new URLSearchParams({ q: QUESTION })}`,
    });
    await one.shows('The connection was lost. I am trying again');
    await one.shows('seven blueberries');
  });

  it('says where the server cannot be reached, and asks once more on demand', async () => {
    let isDown = true;
    const one = open({
      fetch: (input, init) =>
        isDown && String(input).endsWith('/api/ask')
          ? Promise.resolve(
              Response.json(
                { type: 'urn:corpus-answers:too-many-waiting' },
                { status: 503, headers: { 'Content-Type': 'application/problem+json' } },
              ),
            )
          : fetch(input, init),
      hash: `#/ask?${new URLSearchParams({ q: QUESTION })}`,
    });
    await one.shows('A lot of questions are waiting just now.');
    isDown = false;
    one.named('Try again').click();
    await one.shows('seven blueberries');
  });
});

describe('what an article says', () => {
  it('is text, never HTML, wherever it stands', async () => {
    const one = open({ hash: `#/ask?${new URLSearchParams({ q: 'Where do ships moor?' })}` });
    await one.shows('pier nine');
    one.go(one.document.querySelector<HTMLAnchorElement>('figcaption a')!.hash);
    await one.shows('As I see it');
    await one.shows('<img src=x onerror=alert(1)> Rules of the harbour');
    await one.shows('<script>alert(3)</script>');
    expect(one.document.querySelectorAll('#page img, #page script, #page [onerror]')).toHaveLength(0);
    const leading = [...one.document.querySelectorAll<HTMLAnchorElement>('#page a')].map(
      ({ protocol }) => protocol,
    );
    expect(new Set(leading)).toEqual(new Set(['http:']));
    expect(one.text()).not.toContain('\u202e');
    expect(one.errors).toEqual([]);
  });
});

describe('every screen', () => {
  const SCREENS = [
    ['#/ask', 'What would you like to know?', '您想知道什么？'],
    ['#/articles', 'What I answer from', '我依据的文章'],
    ['#/index', 'How things stand', '现在的情况'],
    ['#/questions', 'What was asked', '大家问了什么'],
    ['#/sign-in', 'Sign in', '登录'],
  ] as const;

  it.each(SCREENS)(
    '%s is in English and Chinese, with a heading and nothing for axe to say',
    async (hash, en, zh) => {
      const one = open({ hash });
      await one.shows(en);
      expect(one.document.querySelector('h1')?.textContent).toBe(en);
      expect(one.errors).toEqual([]);
      expect(await violationsIn(one)).toEqual([]);
      one.named('换成中文').click();
      await one.shows(zh);
      expect(one.document.documentElement.lang).toBe('zh-CN');
      expect(one.document.querySelectorAll('h1')).toHaveLength(1);
    },
  );

  it('begins in Chinese for a browser in Chinese', async () => {
    await open({ language: 'zh-TW' }).shows('您想知道什么？');
  });

  it('lists articles, and finds them by title and heading', async () => {
    const one = open({ hash: '#/articles' });
    await one.shows('2 articles');
    expect(one.text()).not.toContain('secret wharf');
    one.type('Search titles and headings', 'prices');
    await one.shows(/1 article(?!s)/);
    expect(one.document.querySelector('.articles a')?.textContent).toBe('How to tame a lantern fox');
  });

  it('shows to those who sign in what was asked, by day and in groups', async () => {
    await page.send('/api/ask', { body: { question: 'who is the mayor of Atlantis' } });
    const one = open({ hash: '#/questions' });
    await one.shows('Sign in to see what was asked.');
    one.go(`#/sign-in/${TOKEN}`);
    await one.shows('Sign out');
    expect(one.window.location.hash).toBe('#/ask');
    one.go('#/questions');
    await one.shows('who is the mayor of Atlantis');
    await one.shows('asked once, on');
    expect(one.document.querySelectorAll('svg rect').length).toBe(60);
    expect(await violationsIn(one)).toEqual([]);
    one.named('Sign out').click();
    await one.shows('Sign in to see what was asked.');
  });

  it('says what is wrong with a token', async () => {
    const one = open({ hash: '#/sign-in' });
    await one.shows('Whoever runs this has the token');
    one.type('Token', 'not-the-token-at-all');
    one.document.querySelector('form')!.requestSubmit();
    await one.shows('That token is not right.');
  });
});
