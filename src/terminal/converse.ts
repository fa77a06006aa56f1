/** The chat over a library: an example of its own articles first, then an answer a line. */
import pc from 'picocolors';
import type { Library } from '../library.ts';
import type { Language } from '../types.ts';
import type { Writer } from '../writing/write.ts';
import { type Ask, chat } from './chat.ts';
import { counted } from './counted.ts';
import { findExamples, renderHints } from './examples.ts';
import { describeAge, findAge } from './render/age.ts';
import { renderAnswer } from './render/answer.ts';
import { writeInSight } from './writing.ts';

/** Examples that are asked until one is answered. */
const MAX_TRIED = 5;

/** Until the end of the input. `records` is the folder of what was read of sources. Throws as {@link chat} does. */
export async function converse(
  library: Library,
  { records, writer }: { readonly records: string; readonly writer: Writer | null },
  input?: NodeJS.ReadableStream,
): Promise<void> {
  const { articles, passages } = await library.status();
  console.error(pc.dim(`${counted(articles, 'article')}, ${counted(passages, 'passage')}.`));
  // A first example that is refused would say that nothing works.
  for (const example of await findExamples(library, MAX_TRIED)) {
    const answer = await library.ask(example);
    if (answer.status === 'unanswered') continue;
    console.log(`${pc.cyan('?')} ${example}\n${renderAnswer(answer)}\n`);
    break;
  }
  console.error(
    pc.dim('Ask in Chinese or English, one question a line; Ctrl+D ends. ') +
      pc.dim('To go on Discord, set DISCORD_TOKEN in .env (see docs/discord.md).'),
  );
  const ask: Ask = async (text, talk) => {
    const answer = await library.ask(text, talk === undefined ? {} : { follows: talk });
    return (await writeInSight(writer, answer, talk)).answer;
  };
  const about = {
    help: async (language: Language) => renderHints(await findExamples(library, 3, language), language),
    age: async (language: Language) => describeAge(await findAge(library, records), language),
  };
  await chat(ask, about, input);
}
