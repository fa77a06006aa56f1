import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { libraryOf } from '../../src/library.ts';
import { converse } from '../../src/terminal/converse.ts';
import { openCorpus } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';
import { withoutColour } from './without-colour.ts';

const POOL = `---
title: Questions about the pool
---

## How do I book a lane?

Call the desk before noon and name the hour. A lane costs 12 crowns.

## Can I bring my dog?

Dogs have to wait outside, in the shade beside the bicycle stands.
`;

const LIBRARY_ZH = `---
title: 图书馆常见问题
---

## 怎么办借书证？

带上身份证到一楼服务台填表，当场领取。

## 书逾期了怎么办？

每本每天罚款两角，在自助机上缴纳。
`;

afterEach(() => {
  vi.restoreAllMocks();
});

/** What is told over these articles, on stdout and on stderr, to who says that. */
async function talk(files: Readonly<Record<string, string>>, said: string) {
  const told = { stdout: '', stderr: '' };
  const tell = (name: keyof typeof told) => (line: string) => {
    told[name] += `${withoutColour(line)}\n`;
  };
  vi.spyOn(console, 'log').mockImplementation(tell('stdout'));
  vi.spyOn(console, 'error').mockImplementation(tell('stderr'));
  const library = libraryOf(await openCorpus(makeFolder(files)));
  await converse(library, { records: makeFolder(), writer: null }, new PassThrough().end(said));
  return told;
}

describe('the chat over a folder of one’s own', () => {
  it('asks an example about that folder, tells how to ask, and answers what is piped in', async () => {
    const { stdout, stderr } = await talk({ 'pool.md': POOL }, 'help\ncan I bring my dog?\n');
    expect(stdout).toMatch(/^\? How do I book a lane\?\n/);
    const parts = ['Call the desk before noon', '  Can I bring my dog?\n', 'Dogs have to wait outside'];
    const places = parts.map((text) => stdout.indexOf(text));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(stdout).not.toContain('I found no answer');
    expect(stdout + stderr).not.toContain('Liaoning');
  });

  it('does so in Chinese over Chinese articles', async () => {
    const { stdout, stderr } = await talk({ '常见问题.md': LIBRARY_ZH }, '帮助\n');
    expect(stdout).toMatch(/^\? 怎么办借书证？\n/);
    expect(stdout).toContain('身份证');
    expect(stdout).toContain('例如：\n  怎么办借书证？\n  书逾期了怎么办？\n');
    expect(stdout + stderr).not.toContain('Liaoning');
  });

  it('goes on without an example where nothing can be asked about', async () => {
    const { stdout, stderr } = await talk({ '1.txt': '0000\n\n17 4 23 5\n' }, 'help\n');
    expect(stdout).toMatch(/^Ask in Chinese or English/);
    expect(stderr).toContain('1 article');
  });
});
