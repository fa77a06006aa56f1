import { beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.ts';
import type { Engine } from '../../src/engine.ts';
import { openCorpus } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

const article = (title: string, date: string, text: string): string =>
  `---\ntitle: ${title}\ndate: ${date}\n---\n\n${text}\n`;

const fair = (year: number, day: number, head: string): string =>
  article(
    `Kite fair ${year}`,
    `${year}-03-10`,
    `The kite fair ${year} takes place on ${day} May on Gull Beach. ${head} directs the fair.`,
  );

const prices = (month: string, loaf: number): string =>
  article(
    `Prices of the Lindal bakery, ${month}`,
    `2024-${month}-01`,
    `These are the prices of the Lindal bakery. A rye loaf costs ${loaf} crowns. Orders for parties are taken by telephone until noon of the day before, and bread is carried to all houses of Lindal on weekdays.`,
  );

describe('of articles that tell the same thing', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openCorpus(
      makeFolder({
        'fair-2021.md': fair(2021, 11, 'Nora Lund'),
        'fair-2022.md': fair(2022, 12, 'Nora Lund'),
        'fair-2024.md': fair(2024, 14, 'Nora Vik'),
        'prices-01.md': prices('01', 31),
        'prices-03.md': prices('03', 33),
        'prices-05.md': prices('05', 35),
        'start-1.md': article(
          'Install Heron 1',
          '2021-02-01',
          '# Install Heron\n\n## Start the server\n\nRun `heron.sh` in its folder.\n\n## Back up\n\nRun `heron-copy` once a week.',
        ),
        'start-2.md': article(
          'Install Heron 2',
          '2024-02-01',
          '# Install Heron\n\n## Start the server\n\nRun `heron server start` anywhere.',
        ),
        'opening.md': article(
          'Ferry pier opens in May',
          '2025-01-10',
          'The ferry pier of Ossen opens on 4 May 2025. Tickets stay as they are, and Ada Lind rows the first boat.',
        ),
        'later.md': article(
          'A week later than we said',
          '2025-02-03',
          'Sorry to all: the ferry pier does not open on 4 May 2025. It opens on Sunday, 11 May 2025, as the planks came late from the mill.',
        ),
        'headmaster-2020.md': article(
          '青山中学校长任命',
          '2020-08-20',
          '青山中学今日宣布，任命罗文泽为校长。',
        ),
        'headmaster-2024.md': article(
          '青山中学新任校长到任',
          '2024-08-22',
          '青山中学新任校长秦若兰今日到任。',
        ),
      }),
    );
  });

  const ask = async (question: string) => {
    const answer = await answerQuestion(engine, question);
    return {
      ...answer,
      first: answer.evidence[0]?.article.id,
      shown: answer.evidence.map((one) => one.article.id),
    };
  };

  it.each([
    ['When is the kite fair?', 'fair-2024'],
    ['Who directs the kite fair?', 'fair-2024'],
    ['How much is a rye loaf?', 'prices-05'],
    ['When does the ferry pier open?', 'later'],
    ['How do I start the Heron server?', 'start-2'],
    ['青山中学校长是谁？', 'headmaster-2024'],
  ])('the newest is told first: %s', async (question, id) => expect((await ask(question)).first).toBe(id));

  it('the older is told beside it, with its day', async () => {
    const { facts, answer, shown } = await ask('Who directs the kite fair?');
    expect(facts.map(({ text }) => text)).toEqual(['Nora Vik', 'Nora Lund']);
    expect(answer).toMatch(
      /^The newest article says Nora Vik \(article of 10 March 2024\); an older one says Nora Lund/,
    );
    expect(shown.length).toBeGreaterThan(1);
  });

  it.each([
    ['How much is a rye loaf?', ['35 crowns', '33 crowns']],
    ['When does the ferry pier open?', ['11 May 2025', '4 May 2025']],
  ])('what it replaces is told after it: %s', async (question, told) =>
    expect((await ask(question)).facts.map(({ text }) => text)).toEqual(told),
  );

  it.each([
    ['Who directed the kite fair in 2022?', 'fair-2022'],
    ['When was the kite fair 2021?', 'fair-2021'],
  ])('that of the time asked about is told: %s', async (question, id) =>
    expect((await ask(question)).first).toBe(id),
  );

  it('the older tells what the newer leaves out', async () =>
    expect((await ask('How do I back up Heron?')).first).toBe('start-1'));
});
