import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { checkLanguageModel } from '../../src/doctor/language-model.ts';
import { type LlmReply, type LocalLlm, startLocalLlm } from '../local-llm/start-local-llm.ts';

let llm: LocalLlm;
beforeAll(async () => {
  llm = await startLocalLlm();
});
afterAll(() => llm.stop());

const check = (settings: Readonly<Record<string, string>> = {}) =>
  checkLanguageModel(parseConfig({ LLM_URL: llm.url, LLM_MODEL: 'small', ...settings }).llm!);

describe('the doctor', () => {
  it('names the model that answers, and how long one short answer takes', async () => {
    llm.say('It is blue.');
    expect(await check()).toMatch(
      new RegExp(`^small at ${llm.url} answers as small-served; one short answer took \\d+\\.\\d s$`),
    );
  });

  it('warns where answers will not come in time', async () => {
    llm.answer({ pieces: ['It ', 'is ', 'blue.'], pauseMs: 150 });
    expect(await check({ LLM_SECONDS: '1' })).toMatchObject({
      warning: expect.stringContaining('LLM_SECONDS=1'),
    });
  });

  const TROUBLES: readonly (readonly [LlmReply, RegExp])[] = [
    [{ status: 401 }, /does not answer: status 401\. Check LLM_KEY/],
    [{ status: 404 }, /Check LLM_URL, and that LLM_MODEL is there/],
    [{ hangs: true }, /does not answer within 1 s\. Set a faster model/],
    [{ pieces: [' '] }, /answers nothing\. Check LLM_MODEL/],
  ];
  it.each(TROUBLES)('says what to do where it gets %o', async (reply, told) => {
    llm.answer(reply);
    await expect(check({ LLM_SECONDS: '1' })).rejects.toThrow(told);
  });

  it('says what to do where nothing is there', async () => {
    await expect(check({ LLM_URL: 'http://127.0.0.1:1/v1' })).rejects.toThrow(
      /cannot be reached\. Check LLM_URL/,
    );
  });
});
