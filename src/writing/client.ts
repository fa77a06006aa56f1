/** A language model over HTTP, as it writes. The door to openai. */
import type OpenAI from 'openai';
import type { LlmConfig } from '../llm-config.ts';
import type { PromptMessage } from './prompt.ts';

/** Tokens that the endpoint counted; missing where it tells none. */
type Piece = { readonly text: string } | { readonly tokens: number };

/** Why nothing came of it; `detail` is for the log. */
export class WritingFailure extends Error {
  readonly reason:
    | 'unreachable'
    | 'refused'
    | `status ${number}`
    | 'broken off'
    | 'too long'
    | 'late'
    | 'empty';

  constructor(reason: WritingFailure['reason'], options?: ErrorOptions) {
    super(`the language model: ${reason}`, options);
    this.reason = reason;
  }
}

export interface LanguageModel {
  /** What it writes, piece by piece. Throws {@link WritingFailure}; ends without a word where `signal` is aborted. */
  readonly stream: (messages: readonly PromptMessage[], signal: AbortSignal) => AsyncGenerator<Piece>;
  /** Name that the endpoint gives the model, known once something came. */
  readonly named: () => string | null;
}

/** Some endpoints take no temperature but their own, and refuse what else they do not know. */
const WISHES = { temperature: 0, stream_options: { include_usage: true } } as const;

/** The package is loaded when something is first asked. */
export function openModel({ url, model, key }: Pick<LlmConfig, 'url' | 'model' | 'key'>): LanguageModel {
  let loading: Promise<OpenAI> | undefined;
  let named: string | null = null;
  const load = async (): Promise<OpenAI> => {
    const { default: Client } = await import('openai');
    return new Client({
      ...{ baseURL: url, apiKey: key || 'none', organization: null, project: null },
      // The deadline is that of the whole answer; a second try would come after it.
      ...{ maxRetries: 0, logLevel: 'off' },
      ...(key === '' && { defaultHeaders: { Authorization: null } }),
      // Passages and key go to the address that is set, and to no other that it may name.
      fetchOptions: { redirect: 'error' },
    });
  };
  const ask = async (messages: readonly PromptMessage[], signal: AbortSignal) => {
    loading ??= load();
    const { chat } = await loading;
    const body = { model, messages: [...messages], stream: true as const };
    try {
      return await chat.completions.create({ ...body, ...WISHES }, { signal });
    } catch (error) {
      if (statusOf(error) !== 400) throw error;
      return await chat.completions.create(body, { signal });
    }
  };
  return {
    named: () => named,
    async *stream(messages, signal) {
      let hasCome = false;
      let isFinished = false;
      try {
        for await (const chunk of await ask(messages, signal)) {
          hasCome = true;
          if (typeof chunk.model === 'string' && chunk.model !== '') named = chunk.model;
          const [choice] = chunk.choices ?? [];
          if (choice?.delta?.refusal || choice?.finish_reason === 'content_filter')
            throw new WritingFailure('refused');
          if (typeof choice?.delta?.content === 'string') yield { text: choice.delta.content };
          if (typeof choice?.finish_reason === 'string') isFinished = true;
          const tokens = chunk.usage?.total_tokens;
          if (typeof tokens === 'number' && tokens > 0) yield { tokens };
        }
      } catch (error) {
        if (signal.aborted) return;
        throw failureOf(error, hasCome);
      }
      if (signal.aborted) return;
      if (!hasCome) throw new WritingFailure('empty');
      if (!isFinished) throw new WritingFailure('broken off');
    },
  };
}

const statusOf = (error: unknown): number | null =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : null;

function failureOf(error: unknown, hasCome: boolean): WritingFailure {
  if (error instanceof WritingFailure) return error;
  const status = statusOf(error);
  if (status !== null) return new WritingFailure(`status ${status}`, { cause: error });
  return new WritingFailure(hasCome ? 'broken off' : 'unreachable', { cause: error });
}
