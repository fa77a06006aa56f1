import { describe, expect, it } from 'vitest';
import { makeFolder } from '../temporary-folder.ts';
import { run } from './run-command.ts';

const MODEL = { EMBEDDING_MODEL: 'models/zh-en-static' };

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

describe.concurrent('npm start over a folder of one’s own', () => {
  it('asks an example about that folder, tells how to ask, and answers what is piped in', async () => {
    const env = { ...MODEL, CORPUS: makeFolder({ 'pool.md': POOL }) };
    const { status, stdout, stderr } = await run('start', [], { env, input: 'help\ncan I bring my dog?\n' });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^\? How do I book a lane\?\n/);
    const parts = ['Call the desk before noon', '  Can I bring my dog?\n', 'Dogs have to wait outside'];
    const places = parts.map((text) => stdout.indexOf(text));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(stdout).not.toContain('I found no answer');
    expect(stdout + stderr).not.toContain('Liaoning');
  });

  it('does so in Chinese over Chinese articles', async () => {
    const env = { ...MODEL, CORPUS: makeFolder({ '常见问题.md': LIBRARY_ZH }) };
    const { status, stdout, stderr } = await run('start', [], { env, input: '帮助\n' });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^\? 怎么办借书证？\n/);
    expect(stdout).toContain('身份证');
    expect(stdout).toContain('例如：\n  怎么办借书证？\n  书逾期了怎么办？\n');
    expect(stdout + stderr).not.toContain('Liaoning');
  });

  it('goes on without an example where nothing can be asked about', async () => {
    const env = { ...MODEL, CORPUS: makeFolder({ '1.txt': '0000\n\n17 4 23 5\n' }) };
    const { status, stdout, stderr } = await run('start', [], { env, input: 'help\n' });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Ask in Chinese or English/);
    expect(stderr).toContain('1 article');
  });
});
