/** Which messages of a talk were taken as the answer: by a mark, by a bot, or by the thanks of who asked. */
import type { ExportedMessage } from './schema.ts';

const MARKS = /^(?:[✅✔☑💯]\ufe0f?)$/u;
const MARK_NAMES =
  /^(?:white_check_mark|heavy_check_mark|ballot_box_with_check|check_?mark|check|100|solved|accepted?|answer(?:ed)?|correct|solution|verified|resolved)$/i;
const TOLD_BY_BOT: readonly RegExp[] = [
  /\b(?:marked|selected|accepted|chosen)\b.{0,60}\b(?:solution|answer|solved|resolved|accepted)\b/is,
  /\b(?:solution|answer)\b.{0,40}\b(?:marked|selected|accepted|chosen)\b/is,
  /(?:标记|標記|设|設|选|選|采纳|採納).{0,12}(?:解决|解決|答案|最佳)/s,
];
const THANKS: readonly RegExp[] = [
  /\b(?:thanks?|thank you|thx|tysm|ty|cheers)\b/i,
  /谢谢|感谢|多谢|謝謝|感謝|多謝|谢啦/,
];
const WORKS: readonly RegExp[] = [
  /\b(?:works?|worked|working|solved|fixed|resolved|did it|did the trick|helped|all good)\b/i,
  /成功|解决|解決|搞定|好了|可以了|能用了|有效|修好/,
];
const NOT: readonly RegExp[] = [
  /\b(?:not|no|never|cannot|still|but)\b|n['’]?t\b/i,
  /不|没|沒|未|还是|還是|但/,
];
const SOLVED_NAME: readonly RegExp[] = [
  /^\s*[[(](?:solved|resolved|answered|fixed)[\])]\s*/i,
  /^\s*[[(【（](?:已解决|已解決)[\])】）]\s*/,
  /^\s*[✅✔]\ufe0f?\s*/u,
];

/** A thread's name without the mark that it is solved, and whether it has one. */
export function readSolved(name: string): { name: string; isSolved: boolean } {
  const rest = SOLVED_NAME.reduce((left, mark) => left.replace(mark, ''), name).trim();
  return rest === '' || rest === name.trim() ? { name, isSolved: false } : { name: rest, isSolved: true };
}

/**
 * Ids of the accepted messages of one talk, which begins with what was asked.
 * @param messages with those of bots, in order
 * @param isSolved says that some answer solved it, though not which
 */
export function acceptedIds(messages: readonly ExportedMessage[], isSolved: boolean): Set<string> {
  const people = messages.filter(({ author }) => !author.isBot);
  const [question] = people;
  const accepted = new Set<string>();
  if (question === undefined) return accepted;
  const isAsker = ({ author }: ExportedMessage): boolean => author.id === question.author.id;
  const answerBefore = (message: ExportedMessage): ExportedMessage | undefined => {
    const named = people.find(({ id }) => id === message.replyTo);
    if (named !== undefined && named !== question) return named;
    const before = messages.slice(0, messages.indexOf(message));
    return before.findLast((other) => !other.author.isBot && !isAsker(other));
  };
  for (const message of messages) {
    const text = [message.content, ...message.embeds].join('\n');
    if (message.author.isBot) {
      if (!TOLD_BY_BOT.some((pattern) => pattern.test(text))) continue;
      const linked = people.find(({ id }) => id !== '' && id !== question.id && text.includes(`/${id}`));
      const answer = linked ?? answerBefore(message);
      if (answer !== undefined) accepted.add(answer.id);
    } else if (message !== question) {
      if (
        message.isPinned ||
        message.reactions.some(({ emoji }) => MARKS.test(emoji) || MARK_NAMES.test(emoji))
      )
        accepted.add(message.id);
      if (isAsker(message) && saysThatItWorks(message.content)) {
        const answer = answerBefore(message);
        if (answer !== undefined) accepted.add(answer.id);
      }
    }
  }
  if (accepted.size === 0 && isSolved) {
    const last = people.findLast((message) => !isAsker(message));
    if (last !== undefined) accepted.add(last.id);
  }
  return accepted;
}

const saysThatItWorks = (text: string): boolean =>
  [THANKS, WORKS].every((patterns) => patterns.some((pattern) => pattern.test(text))) &&
  !NOT.some((pattern) => pattern.test(text));
