/** The settings of the language model. */
import { isLoopback } from './web-config.ts';

export interface LlmConfig {
  /** Base address of an endpoint that speaks as OpenAI's does; what is asked goes to its `/chat/completions`. */
  readonly url: string;
  readonly model: string;
  /** Empty where the endpoint needs none. */
  readonly key: string;
  /** Seconds from the evidence to the end of what is written. */
  readonly seconds: number;
  /** Tokens of a day, in universal time, after which nothing more is asked; null for no bound. */
  readonly dailyTokens: number | null;
}

const SECONDS = 20;
/** A person waits no longer than that, and Discord lets an answer be edited for fifteen minutes. */
const MAX_SECONDS = 300;

/** Host of a language model that is on another machine, to which what is asked goes; null where none is. */
export function otherMachine(llm: LlmConfig | null): string | null {
  const { host, hostname } = new URL(llm?.url ?? 'http://localhost');
  return isLoopback(hostname.replace(/^\[|\]$/g, '')) ? null : host;
}

/** Null where no language model is set. `expect` notes a problem where a value is there and not valid. */
export function parseLlm(
  read: (name: string) => string,
  expect: (name: string, value: string, valid: boolean, expected: string) => void,
): LlmConfig | null {
  const url = read('LLM_URL');
  const isUrl = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && new URL(url).username === '';
  expect('LLM_URL', url, isUrl, 'a URL such as http://127.0.0.1:11434/v1');
  const model = read('LLM_MODEL');
  expect('LLM_MODEL', model, !/[\0\n]/.test(model), 'the name of a model, on one line');
  expect('LLM_URL', url, model !== '', 'LLM_MODEL beside it');
  const key = read('LLM_KEY');
  expect('LLM_KEY', key, /^[!-~]+$/.test(key), 'letters and digits without a space');
  const seconds = read('LLM_SECONDS');
  const isTime = /^[1-9]\d{0,2}$/.test(seconds) && Number(seconds) <= MAX_SECONDS;
  expect('LLM_SECONDS', seconds, isTime, `a number from 1 to ${MAX_SECONDS}`);
  const tokens = read('LLM_DAILY_TOKENS');
  expect('LLM_DAILY_TOKENS', tokens, /^\d{1,12}$/.test(tokens), 'a number of tokens');
  if (url === '' || !isUrl) return null;
  return {
    url: baseOf(url),
    model,
    key,
    seconds: seconds ? Number(seconds) : SECONDS,
    dailyTokens: tokens ? Number(tokens) : null,
  };
}

/** People give the address of the host, of its API, or of what is asked. */
function baseOf(url: string): string {
  const base = url.replace(/\/+$/, '').replace(/\/chat\/completions$/, '');
  return new URL(base).pathname === '/' ? `${base}/v1` : base;
}
