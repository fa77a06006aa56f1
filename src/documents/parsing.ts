/** The process of `parse-apart.ts`: files come in, articles go out, one after the other. */
import { describeThrown } from '../describe-thrown.ts';
import type { WholeFile } from './endings.ts';
import { type ParsedFile, type ParseSettings, parseFile } from './parse-file.ts';
import { UnusableText } from './shared/unusable.ts';

export interface ParseRequest {
  readonly ending: WholeFile;
  readonly id: string;
  readonly bytes: Buffer;
  readonly settings: ParseSettings;
}

/** Errors lose their class on the way between processes, so what is wrong with a file goes as data; `error` is one of ours. */
export type ParseReply =
  | { readonly parsed: ParsedFile }
  | { readonly unusable: { readonly reason: string; readonly remedy: string } }
  | { readonly error: string };

const REMEDY = 'Copy its text into a .txt file';

process.on('message', async (request: ParseRequest) => {
  // Where the parent is gone, nobody is left to be told.
  process.send!(await reply(request), () => {});
});
process.send!('ready', () => {});

async function reply({ ending, id, bytes, settings }: ParseRequest): Promise<ParseReply> {
  try {
    return { parsed: await parseFile(ending, id, bytes, settings) };
  } catch (error) {
    // Elements, quotes or lists in each other by the thousands: no parser of trees climbs that far.
    if (error instanceof RangeError)
      return { unusable: { reason: `it is nested too deep (${error.message})`, remedy: REMEDY } };
    if (!(error instanceof UnusableText)) return { error: describeThrown(error) };
    return { unusable: { reason: error.message, remedy: error.remedy } };
  }
}
