import { cpSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type EmbeddedPassage, type Embedder, findEmbedder } from '../../src/embedding/embedder.ts';
import { startWorkers, type Workers } from '../../src/embedding/workers.ts';
import { ModelError } from '../../src/model/folder.ts';
import { makeFolder } from '../temporary-folder.ts';
import { tinyBert } from '../tiny-model/tiny-bert.ts';

const WORDS = { 红: [1, 0.33, 0], 蓝: [0, 50, 0], 绿: [0.2, 0, 7], '[CLS]': [0, 0, 1], '[PAD]': [0, 9, 0] };
/** Its numbers go through eight bits with one scale a run: what shares a run with a text would change its vector. */
const MODEL = tinyBert({ words: WORDS, positions: 12, dynamic: true });
const TEXTS = ['红', '红红蓝', '蓝蓝蓝蓝', '绿红', '', '绿绿绿绿绿绿绿', '蓝红绿'];
const passages = TEXTS.map((text) => ({ text, units: [{ start: 0, end: text.length }] }));

let folder: string;
let alone: EmbeddedPassage[];
let embedder: Embedder;
beforeAll(async () => {
  folder = makeFolder(MODEL);
  embedder = await findEmbedder(folder).load();
  alone = await embedder.embedPassages(passages);
});

let workers: Workers | undefined;
afterEach(() => workers?.close());

async function start(count: number, model = folder): Promise<Workers> {
  workers = await startWorkers(findEmbedder(model), { model, models: undefined }, count);
  return workers;
}

describe('processes that embed', () => {
  it.each([1, 2])('make the same vectors, to the bit, as one process, in any order (%i)', async (count) => {
    const { embedPassages, embedQuestion, dimensions, ahead } = await start(count);
    expect(dimensions).toBe(embedder.dimensions);
    expect(ahead).toBeGreaterThan(0);
    const calls = [...TEXTS.keys()].reverse().map((number) => [number]);
    const single = await Promise.all(calls.map(([number]) => embedPassages([passages[number!]!])));
    expect(single.flat().reverse()).toEqual(alone);
    expect(await embedPassages([...passages, ...passages])).toEqual([...alone, ...alone]);
    expect(await embedQuestion('红蓝')).toEqual(await embedder.embedQuestion('红蓝'));
  });

  it('embed what one was at that is killed in between', async () => {
    const { embedPassages, processIds } = await start(2);
    const calls = Array.from({ length: 40 }, () => embedPassages(passages));
    await calls[3];
    for (const id of processIds()) process.kill(id, 'SIGKILL');
    for (const made of await Promise.all(calls)) expect(made).toEqual(alone);
  });

  it('give up, and say how they ended, where none lives long enough', async () => {
    const { embedPassages, processIds } = await start(1);
    let isOver = false;
    const made = embedPassages(passages).finally(() => {
      isOver = true;
    });
    made.catch(() => {});
    while (!isOver) {
      for (const id of processIds()) process.kill(id, 'SIGKILL');
      await new Promise(setImmediate);
    }
    await expect(made).rejects.toThrow(/The process that embeds ended \(SIGKILL\)/);
    await expect(embedPassages(passages)).rejects.toThrow(/SIGKILL/);
  });

  it('say what is wrong with a model that cannot be loaded', async () => {
    const broken = join(makeFolder(), 'broken');
    cpSync(folder, broken, { recursive: true });
    truncateSync(join(broken, 'onnx', 'model_quantized.onnx'), 400);
    const started = start(2, broken);
    await expect(started).rejects.toThrow(ModelError);
    await expect(started).rejects.toThrow(/cannot be loaded/);
  });

  it('hand on what a text failed by, and go on', async () => {
    const { embedPassages } = await start(1);
    const broken = { text: '红', units: null as unknown as [] };
    await expect(embedPassages([broken])).rejects.toThrow(/null/);
    expect(await embedPassages(passages)).toEqual(alone);
  });
});
