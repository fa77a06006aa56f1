import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { PassThrough } from 'node:stream';
import type { WriteStream } from 'node:tty';
import { describe, expect, it } from 'vitest';
import { openWriter, writeInSight } from '../../src/terminal/writing.ts';
import { startLocalLlm } from '../local-llm/start-local-llm.ts';
import { answering, configOf } from '../writing/answering.ts';
import { withoutColour } from './without-colour.ts';

const SRC = join(import.meta.dirname, '../../src');
const ANSWER = answering(['The pool opens at 9:00. A ticket costs 5 crowns.']);

/** A terminal, and all that was written to it. */
function openTerminal(): { stream: WriteStream; shown: () => string } {
  const stream = Object.assign(new PassThrough(), { columns: 40, rows: 10, isTTY: true });
  let shown = '';
  stream.on('data', (chunk) => {
    shown += chunk;
  });
  return { stream: stream as unknown as WriteStream, shown: () => shown };
}

describe('without a language model', () => {
  it('answers are as they were', async () => {
    const writer = await openWriter({ llm: null, llmTokens: 'none' });
    expect(writer).toBeNull();
    expect(await writeInSight(writer, ANSWER, undefined)).toEqual({ answer: ANSWER, writing: null });
  });

  it('nothing of it is loaded: no command imports what writes, but by import() where one is set', () => {
    const importsOf = (file: string): string[] =>
      readFileSync(join(SRC, file), 'utf8')
        .split(/;\n/)
        .filter((line) => !/\b(?:import|export) type\b/.test(line))
        .flatMap((line) => /\bfrom '([^']+)'$/.exec(line)?.[1] ?? [])
        .map((path) => (path.startsWith('.') ? relative(SRC, join(SRC, dirname(file), path)) : path));
    const loaded = new Set(readdirSync(join(SRC, 'bin')).map((name) => join('bin', name)));
    for (const file of loaded)
      for (const imported of importsOf(file)) if (imported.endsWith('.ts')) loaded.add(imported);
    expect([...loaded].filter((file) => file.startsWith('writing'))).toEqual([]);
    // What writes loads the package when something is asked.
    expect(importsOf('writing/client.ts')).not.toContain('openai');
  });
});

describe('what a language model writes', () => {
  it('shows on a terminal as it comes, and is gone once it is there', async () => {
    const llm = await startLocalLlm();
    llm.say('The pool opens at 9:00 [1]. ', 'A ticket costs 5 crowns [1]. ', 'It ends. ');
    const { stream, shown } = openTerminal();
    const writer = await openWriter({ llm: configOf(llm.url), llmTokens: 'none' }, () => {});
    const { answer } = await writeInSight(writer, ANSWER, undefined, stream);
    expect(answer.written?.tells).toBe(true);
    const said = withoutColour(shown());
    expect(said).toContain('The pool opens at 9:00. [1]\n');
    // The second time it is of two rows, which are gone in the end.
    expect(said).toContain('The pool opens at 9:00. [1] A ticket costs 5 crowns. [1]\n');
    expect(said.endsWith('\u001b[2A\u001b[1G\u001b[0J')).toBe(true);
    await llm.stop();
  });
});
