import { describe, expect, it } from 'vitest';
import { askCanaries } from '../../src/doctor/question.ts';
import { libraryOf } from '../../src/library.ts';
import { openStartingCorpus } from '../open-corpus.ts';

describe('the check of a question', () => {
  it('passes where articles asked for by their beginning come first', async () => {
    const library = libraryOf(await openStartingCorpus().engine);
    expect(await askCanaries(library)).toMatch(
      /^5 of 5 articles asked for .+ are found first; \d+ ms a question$/,
    );
  });

  it('fails where something else comes first, and names the articles', async () => {
    const library = libraryOf(await openStartingCorpus().engine);
    const [first] = await library.articles();
    const ask = () => library.ask(first!.title);
    await expect(askCanaries({ ...library, ask })).rejects.toThrow(
      /^Of 5 articles asked for .+, 4 are not found first: ".+", ".+"\. Run: npm run index -- --full\. If that/,
    );
  });
});
