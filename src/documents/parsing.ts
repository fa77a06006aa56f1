/** The process of `parse-apart.ts`: files come in, articles go out, one after the other. */
import type { WholeFile } from './endings.ts';
import { type ParsedFile, parseFile } from './parse-file.ts';
import { UnusableText } from './unusable.ts';

export interface ParseRequest {
  readonly ending: WholeFile;
  readonly id: string;
  readonly bytes: Buffer;
}

/** Errors lose their class on the way between processes, so what is wrong with a file goes as data. */
export type ParseReply =
  | { readonly parsed: ParsedFile }
  | { readonly unusable: { readonly reason: string; readonly remedy: string } }
  | { readonly error: string };

process.on('message', async (request: ParseRequest) => {
  process.send!(await reply(request));
});

async function reply({ ending, id, bytes }: ParseRequest): Promise<ParseReply> {
  try {
    return { parsed: await parseFile(ending, id, bytes) };
  } catch (error) {
    if (!(error instanceof UnusableText)) return { error: (error as Error).stack ?? String(error) };
    return { unusable: { reason: error.message, remedy: error.remedy } };
  }
}
