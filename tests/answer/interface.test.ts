import { expect, it } from 'vitest';
import type { Answer } from '../../src/answer-types.ts';
import { libraryOf } from '../../src/library.ts';
import { openStartingCorpus } from '../open-corpus.ts';

const LIAONING = 'who signed with Liaoning and when';

it('has the keys that others may rely on, as JSON', async () => {
  const library = libraryOf(await openStartingCorpus().engine);
  const answer = JSON.parse(JSON.stringify(await library.ask(LIAONING))) as Answer;
  const keys =
    'question index intent language status confidence answer facts disputed evidence passages closest elapsedMs';
  expect(Object.keys(answer).toSorted()).toEqual(keys.split(' ').toSorted());
  expect(answer).toMatchObject({ question: LIAONING, language: 'en', status: 'answered' });
  expect(answer.answer).toContain('31 January 2024');
  expect(answer.facts).toContainEqual({
    kind: 'who',
    text: '西北工业大学',
    gloss: 'Northwestern Polytechnical University',
    passage: 'liaoning-npu#1',
    sources: [expect.objectContaining({ id: 'liaoning-npu' })],
  });
  expect(answer.facts).toContainEqual({
    kind: 'when',
    text: '1月31日',
    date: '2024-01-31',
    passage: 'liaoning-npu#1',
    sources: [expect.objectContaining({ id: 'liaoning-npu' })],
  });

  const [evidence] = answer.evidence;
  expect(Object.keys(evidence!).toSorted()).toEqual(
    'article alsoIn passage headings anchor kind quote blocks highlights'.split(' ').toSorted(),
  );
  expect(evidence!.article).toEqual({
    id: 'liaoning-npu',
    title: '辽宁省人民政府与西北工业大学签署战略合作框架协议',
    date: '2024-02-04',
    url: null,
  });
  expect(evidence).toMatchObject({ passage: 'liaoning-npu#1', headings: [], anchor: null, kind: 'prose' });
  expect(evidence!.blocks).toEqual([{ kind: 'text', text: evidence!.quote, depth: 0 }]);
  const highlighted = evidence!.highlights.map(([start, end]) => evidence!.quote.slice(start, end));
  expect(highlighted).toEqual(expect.arrayContaining(['1月31日', '西北工业大学']));

  const [passage] = answer.passages;
  expect(Object.keys(passage!).toSorted()).toEqual(
    'id article rank score keywordRank denseRank headings anchor kind text blocks'.split(' ').toSorted(),
  );
  const isNews = { article: 'liaoning-npu', headings: [], anchor: null, kind: 'prose' };
  expect(passage).toMatchObject({ ...isNews, rank: 1, keywordRank: expect.any(Number) });
  expect(passage!.blocks.map(({ text }) => text).join('\n')).toBe(passage!.text);
  expect(passage!.id).toMatch(/^liaoning-npu#\d$/);
  expect(passage!.score).toBeGreaterThan(0);
  expect(passage!.text).toContain('辽宁');
  expect(answer.closest[0]).toBe(evidence!.article.title);
  expect(answer.elapsedMs).toBeGreaterThan(0);
});
