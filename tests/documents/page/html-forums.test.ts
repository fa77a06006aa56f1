/** Saved threads: every post is read, who wrote it is not, and what helped is known. */
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../src/documents/page/page.ts';
import * as pages from '../files/forum-page.ts';
import { outline } from '../files/outline.ts';

const read = async (html: string) => {
  const page = await readHtml(Buffer.from(html));
  return { ...page, lines: outline(page.tree) };
};

describe('a thread', () => {
  it('of Discourse is read by schema.org, without the copy of the solution in its first post', async () => {
    const { title, lines } = await read(pages.discoursePage());
    expect(title).toBe('Boat stuck in the harbour');
    expect(lines).toEqual([
      '[A member, 2024-01-03]',
      'My boat does not move any more.',
      '[A member, 2024-01-03]',
      'Is the sail up?',
      '[A member, 2024-01-04, accepted]',
      'Break the planks under the keel:',
      '```sh',
      'boat free --mine',
      '```',
    ]);
  });

  it('of phpBB is read without profiles, signatures and quotes', async () => {
    const { title, lines } = await read(pages.phpBbPage());
    expect(title).toBe('Which seeds sell best?');
    expect(lines).toEqual([
      '[A member]',
      'I have room for one field.',
      'It lies in the north.',
      '[A member]',
      'Barley, at nine coins a sack.',
      '[A member]',
      'Thank you, barley it is.',
    ]);
  });

  it('of XenForo knows the solution by its class', async () => {
    const { title, lines } = await read(pages.xenForoPage());
    expect(title).toBe('Lantern flickers at night');
    expect(lines).toEqual([
      '[A member, 2024-04-01]',
      'The lantern over my gate flickers after midnight.',
      'What may that be?',
      '[A member, 2024-04-01, accepted]',
      'It runs out of oil: refill it with two buckets.',
      '[A member, 2024-04-01]',
      'That was it.',
    ]);
  });

  it('of questions and answers keeps the question apart from its answers', async () => {
    const { title, lines } = await read(pages.questionPage());
    expect(title).toBe('How do I stop a cart at a station?');
    expect(lines).toEqual([
      '[A member]',
      'My cart rolls through every station.',
      '[A member, accepted]',
      'Put a plain rail without power behind the powered one.',
      '1. Lay the powered rail.',
      '2. Leave the lever off.',
      '[A member]',
      'A cactus stops it as well, but breaks the cart.',
    ]);
  });

  it('of Discuz is read out of its tables, in the language of the page', async () => {
    const { title, lines } = await read(pages.discuzPage());
    expect(title).toBe('灯塔的门打不开怎么办？');
    expect(lines).toEqual([
      '[一位成员, 2024-03-01]',
      '我的灯塔修好了，可是门怎么也打不开。',
      '[一位成员, 2024-03-01]',
      '先看看门是不是铁的。',
      '[一位成员, 2024-03-01, accepted]',
      '铁门要用拉杆，把拉杆装在门的右边就行。',
    ]);
  });

  it.each([
    ['a label', '<div class="reply"><b class="user">b</b><span class="label">Best answer</span><div class="text">Turn the wheel twice to the left.</div></div>'],
    ['an attribute', '<div class="reply" data-accepted="true"><b class="user">b</b><div class="text">Turn the wheel twice to the left.</div></div>'],
    ['a label that is read aloud', '<div class="reply"><b class="user">b</b><i aria-label="Accepted answer"></i><div class="text">Turn the wheel twice to the left.</div></div>'],
    ['a class', '<div class="reply is-solution"><b class="user">b</b><div class="text">Turn the wheel twice to the left.</div></div>'],
    ['a Chinese label', '<div class="reply"><b class="user">b</b><em>已采纳</em><div class="text">Turn the wheel twice to the left.</div></div>'],
  ])('knows what was accepted by %s', async (_, reply) => {
    const { lines } = await read(`<html lang="en"><body><div class="topic-content"><p>How do I open the sluice?</p></div><div class="reply"><b class="user">a</b><div class="text">Not at all, I fear.</div></div>${reply}</body></html>`);
    expect(lines).toEqual([
      '[A member]',
      'How do I open the sluice?',
      '[A member]',
      'Not at all, I fear.',
      '[A member, accepted]',
      'Turn the wheel twice to the left.',
    ]);
  }); // biome-ignore format: a reply a line

  it.each([
    ['a class for none of its posts', '<ul><li><span class="user">bo</span> <span class="date">2024-05-01</span><p>Why does the water wheel stand still?</p></li><li class="accepted"><span class="user">cy</span> <span class="date">2024-05-02</span><p>Clear the mud from its axle.</p></li></ul>'],
    ['articles without names', '<article><header><b>bo</b> <time datetime="2024-05-01">May</time></header><p>Why does the water wheel stand still?</p></article><article><header><b>cy</b> <time datetime="2024-05-02">May</time> <i>✔ Accepted answer</i></header><p>Clear the mud from its axle.</p></article>'],
    ['rows of a table', '<table><tr><th>Author</th><th>Message</th></tr><tr class="post"><td class="author">bo <span class="date">2024-05-01</span></td><td class="content">Why does the water wheel stand still?</td></tr><tr class="post best-answer"><td class="author">cy <span class="date">2024-05-02</span></td><td class="content">Clear the mud from its axle.</td></tr></table>'],
    ['names of its own', '<div class="msg" id="msg-1"><div class="msg-head"><span class="msg-author">bo</span> <time datetime="2024-05-01">May</time></div><div class="msg-bubble">Why does the water wheel stand still?</div></div><div class="msg is-solution" id="msg-2"><div class="msg-head"><span class="msg-author">cy</span> <time datetime="2024-05-02">May</time></div><div class="msg-bubble">Clear the mud from its axle.</div></div>'],
  ])('with %s is read by who wrote what, and when', async (_, html) => {
    const { lines } = await read(`<html lang="en"><title>Wheel</title><body><main>${html}</main></body></html>`);
    expect(lines).toEqual([
      '[A member, 2024-05-01]',
      'Why does the water wheel stand still?',
      '[A member, 2024-05-02, accepted]',
      'Clear the mud from its axle.',
    ]);
  }); // biome-ignore format: a page a line

  it('is no list of articles, each with its author and day', async () => {
    const teaser = (title: string): string =>
      `<article class="post"><header><h2><a href="/x">${title}</a></h2><span class="author">bo</span> <time datetime="2024-05-01">May</time></header><p>${title}: the wheel turns again, and the mill with it.</p></article>`;
    const { lines } = await read(`<main>${teaser('Monday')}${teaser('Tuesday')}</main>`);
    expect(lines.join('\n')).not.toContain('A member');
  });

  it('is not what readers say below an article', async () => {
    const { lines } = await read(pages.commentedPage());
    expect(lines.slice(-2)).toEqual([
      'The bridge over the gorge took eleven evenings and four thousand stones.',
      'Its arch rests on two towers, which are older than the bridge itself.',
    ]);
    expect(lines.join('\n')).not.toMatch(/A member|Ada Reed|Nice arch|fell off/);
  });
});
