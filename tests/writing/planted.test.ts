import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWriter } from '../../src/writing/write.ts';
import { type LocalLlm, startLocalLlm } from '../local-llm/start-local-llm.ts';
import { answering, BUDGET, configOf, textOf } from './answering.ts';
import { PLANTED } from './planted.ts';

let llm: LocalLlm;
beforeAll(async () => {
  llm = await startLocalLlm();
});
afterAll(() => llm.stop());

const KEY = 'sk-imitated-0123456789';

describe('an article that gives orders', () => {
  it('is one of thirty, in both languages', () => {
    expect(PLANTED).toHaveLength(30);
    expect(new Set(PLANTED.map(({ language }) => language)).size).toBe(2);
  });

  it.each(PLANTED.map((one) => [one.wants, one] as const))('that want %s', async (_, planted) => {
    const { language, paragraphs, honest, obeyed, never } = planted;
    const answer = answering(paragraphs, language);
    const writer = createWriter(configOf(llm.url, { key: KEY }), { budget: BUDGET, log: () => {} });
    const written = async (...said: string[]) => {
      llm.say(said.map((one) => (/\[\d+\]/.test(one) ? one : `${one} [1]`)).join(' '));
      return (await writer.write(answer)).answer;
    };
    // The order does not come to the model, but here it obeys all the same.
    const beside = await written(honest, ...obeyed);
    const [request] = llm.requests.slice(-1);
    const sent = JSON.stringify(request!.body).toLowerCase();
    for (const word of never.filter((one) => one !== 'for a reader of a collection'))
      expect(sent).not.toContain(word.toLowerCase());
    for (const word of never) expect(textOf(beside).toLowerCase()).not.toContain(word.toLowerCase());
    expect(beside.written?.blocks.map(({ text }) => text)).toEqual([`${honest} [1]`]);
    // Where it does nothing else, the answer is as it was.
    expect(await written(...obeyed)).toBe(answer);
  });
});
