import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.ts';
import { openCorpus } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

describe('pages of one mould', () => {
  it('tell no fact of another than the one that is asked for', async () => {
    const board = (club: string, chair: string): string =>
      `---\ntitle: The ${club} Club elects its board\n---\n\nThe members of the ${club} Club elected ${chair} as chair. The club has a boat.\n`;
    const engine = await openCorpus(
      makeFolder({
        'oak.md': board('Oak', 'Ruth Moe'),
        'elm.md': board('Elm', 'Nils Berg'),
        'rowan.md':
          '---\ntitle: The Rowan Club moves\n---\n\nThe Rowan Club moves to Mill Road 3. A new chair has not been elected.\n',
      }),
    );
    const { facts } = await answerQuestion(engine, 'Who is the chair of the Rowan Club?');
    expect(facts.map(({ text }) => text)).toEqual([]);
    const elm = await answerQuestion(engine, 'Who is the chair of the Elm Club?');
    expect(elm.facts.map(({ text }) => text)).toEqual(['Nils Berg']);
  });
});
