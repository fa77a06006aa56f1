/** Whether the language model that is set answers, and how fast. */
import type { LlmConfig } from '../llm-config.ts';
import { openModel, WritingFailure } from '../writing/client.ts';
import type { Warning } from './checks.ts';

const MESSAGES = [
  { role: 'system', content: 'You answer in one short sentence.' },
  { role: 'user', content: 'Which colour has the sky by day?' },
] as const;
/** Of the time that an answer has, what one short sentence may take: an answer has some five, and begins with the passages. */
const SHORT = 0.2;

/** Throws with what to do where it does not answer in the time that an answer has. */
export async function checkLanguageModel(llm: LlmConfig): Promise<string | Warning> {
  const { url, model, seconds } = llm;
  const { stream, named } = openModel(llm);
  const started = performance.now();
  const late = AbortSignal.timeout(seconds * 1_000);
  let said = '';
  try {
    for await (const piece of stream(MESSAGES, late)) if ('text' in piece) said += piece.text;
  } catch (error) {
    throw new Error(`${model} at ${url} does not answer: ${tell(error)}`, { cause: error });
  }
  if (late.aborted)
    throw new Error(
      `${model} at ${url} does not answer within ${seconds} s. Set a faster model, or more LLM_SECONDS.`,
    );
  if (said.trim() === '') throw new Error(`${model} at ${url} answers nothing. Check LLM_MODEL.`);
  const took = (performance.now() - started) / 1_000;
  const served = named();
  const found = `${model} at ${url} answers${served === null || served === model ? '' : ` as ${served}`}; one short answer took ${took.toFixed(1)} s`;
  return took <= SHORT * seconds
    ? found
    : {
        warning: `${found}: answers may not come within LLM_SECONDS=${seconds}, and are shown without it then`,
      };
}

function tell(error: unknown): string {
  if (!(error instanceof WritingFailure)) return String(error);
  const { reason, cause } = error;
  const said = cause instanceof Error ? ` (${cause.message.replace(/\s+/g, ' ').slice(0, 200)})` : '';
  if (reason === 'status 401' || reason === 'status 403') return `${reason}. Check LLM_KEY${said}`;
  if (reason === 'status 404') return `${reason}. Check LLM_URL, and that LLM_MODEL is there${said}`;
  if (reason === 'unreachable') return `it cannot be reached. Check LLM_URL, and that it runs${said}`;
  return `${reason}${said}`;
}
