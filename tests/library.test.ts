import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Library, libraryOf } from '../src/library.ts';
import { startLibrary } from '../src/service/live-library.ts';
import { ASK_FERRY, makeFewArticles } from './few-articles.ts';
import { openCorpus } from './open-corpus.ts';
import { makePlaces } from './service/live.ts';

const IMPLEMENTATIONS: Readonly<Record<string, () => Promise<Library>>> = {
  'of this process': async () => libraryOf(await openCorpus(makeFewArticles())),
  'in a process of its own': async () => startLibrary(await makePlaces()),
};

describe.each(Object.entries(IMPLEMENTATIONS))('a library %s', (_, open) => {
  let library: Library;
  beforeAll(async () => {
    library = await open();
  });
  afterAll(() => library.close());

  it('answers from the build of which it tells the status', async () => {
    const { index, articles } = await library.status();
    expect((await library.ask(ASK_FERRY)).index).toBe(index);
    expect(await library.articles()).toHaveLength(articles);
  });

  it('answers many questions asked at once, each with its own answer', async () => {
    const questions = [ASK_FERRY, 'who lit the lamp of the lighthouse?', '', '🙂'];
    const answers = await Promise.all(questions.map((question) => library.ask(question)));
    expect(answers.map(({ question }) => question)).toEqual(questions);
    expect(answers.map(({ status }) => status)).toEqual(['answered', 'answered', 'unanswered', 'chat']);
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
    const answer = await library.ask('when was the lamp lit?');
    expect(structuredClone(answer)).toEqual(answer);
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });
});
