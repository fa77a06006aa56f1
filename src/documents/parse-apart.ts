/** Reads a file in a process of its own, which can be ended: no check beforehand bounds what a parser does with it. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { endOf, forkProcess, programUrl } from '../fork.ts';
import type { WholeFile } from './endings.ts';
import { MAX_PARSE_MEMORY_MB, MAX_PARSE_MS } from './limits.ts';
import type { ParsedFile, ParseSettings } from './parse-file.ts';
import type { ParseReply, ParseRequest } from './parsing.ts';
import { UnusableText } from './shared/unusable.ts';

const REMEDY = 'Copy its text into a .md or .txt file, or divide it into parts';
/** It takes a second; where much else starts at the same time, several. */
const MAX_START_MS = 60_000;

interface Parser {
  readonly child: ChildProcess;
  /** It takes files; the time that its start takes is none of theirs. */
  readonly ready: Promise<unknown>;
  readonly ended: Promise<string>;
}

/** Kept from file to file, since its start and the parsers take a second. It ends with this process. */
let kept: Parser | undefined;

function startParser(): Parser {
  const url = programUrl('documents/parsing');
  const child = forkProcess(url, {}, { nodeOptions: [`--max-old-space-size=${MAX_PARSE_MEMORY_MB}`] });
  const ready = once(child, 'message', { signal: AbortSignal.timeout(MAX_START_MS) });
  const parser = { child, ready, ended: endOf(child) };
  void parser.ended.then(() => {
    if (kept === parser) kept = undefined;
  });
  return parser;
}

/**
 * Article of a file's bytes. Several at once use a process each.
 * Throws {@link UnusableText} where it has none, or takes more than `limitMs` or {@link MAX_PARSE_MEMORY_MB}.
 */
export async function parseApart(
  ending: WholeFile,
  id: string,
  bytes: Buffer,
  settings: ParseSettings = {},
  limitMs = MAX_PARSE_MS,
): Promise<ParsedFile> {
  const parser = kept ?? startParser();
  kept = undefined;
  const reply = await ask(parser, { ending, id, bytes, settings }, limitMs);
  if (kept === undefined) kept = parser;
  else parser.child.kill();
  if ('parsed' in reply) return reply.parsed;
  if ('unusable' in reply) throw new UnusableText(reply.unusable.reason, reply.unusable.remedy);
  throw new UnusableText(`reading it failed (${reply.error})`, REMEDY);
}

/** A process that gives no answer is ended; the next file gets another. */
async function ask(
  { child, ready, ended }: Parser,
  request: ParseRequest,
  limitMs: number,
): Promise<ParseReply> {
  let limit: AbortSignal | null = null;
  // Only a process that is asked keeps ours alive.
  child.ref();
  child.channel?.ref();
  try {
    const died = ended.then((how) =>
      Promise.reject(new UnusableText(`reading it ended its process (${how})`, REMEDY)),
    );
    await Promise.race([ready, died]);
    limit = AbortSignal.timeout(limitMs);
    const replied = once(child, 'message', { signal: limit }) as Promise<[ParseReply]>;
    // Should it fail, the process has ended, which is told above.
    child.send(request, () => {});
    const [reply] = await Promise.race([replied, died]);
    return reply;
  } catch (error) {
    child.kill('SIGKILL');
    if (!limit?.aborted) throw error;
    throw new UnusableText(`reading it takes more than ${limitMs / 1_000} s`, REMEDY, { cause: error });
  } finally {
    child.unref();
    child.channel?.unref();
  }
}
