import { beforeAll, describe, expect, it } from 'vitest';
import { type Library, libraryOf } from '../src/library.ts';
import { openCorpus, STARTING_CORPUS } from './open-corpus.ts';

let library: Library;
beforeAll(async () => {
  library = libraryOf(await openCorpus(STARTING_CORPUS));
});

describe('a library', () => {
  it('answers from the build of which it tells the status', async () => {
    const { index, articles } = await library.status();
    expect((await library.ask('who signed with Liaoning and when')).index).toBe(index);
    expect(await library.articles()).toHaveLength(articles);
  });

  it('shows an article in its passages, in the order of its text', async () => {
    const [{ id, title } = { id: '', title: '' }] = await library.articles();
    const view = await library.article(id);
    expect(view?.title).toBe(title);
    expect(view?.passages.map((passage) => passage.id)).toEqual(
      view?.passages.map((_, place) => `${id}#${place + 1}`),
    );
  });

  it('has no article of an id that the index lacks', async () => {
    expect(await library.article('no-such-article')).toBeNull();
  });

  it('gives plain data, which another process could have sent', async () => {
    const answer = await library.ask('辽宁省和谁签了协议？');
    expect(structuredClone(answer)).toEqual(answer);
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });
});
