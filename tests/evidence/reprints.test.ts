import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine.ts';
import { reprintsOfQuote } from '../../src/evidence/reprints.ts';
import type { OpenIndex } from '../../src/index/open.ts';
import { openCorpus, readAll } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

const BOARD = 'On 3 March the members of the Oak Club elected Ruth Moe as chair.';

describe('the reprints of what is quoted', () => {
  let engine: Engine<OpenIndex>;
  beforeAll(async () => {
    engine = await openCorpus(
      makeFolder({
        'a.md': `# A\n\n${BOARD}`,
        'b.md': `# B\n\n${BOARD.replace('On 3 March', '(Ossen) On 3 March')} It was late.`,
        'c.md': `# C\n\n${BOARD.replace('Oak', 'Elm')}`,
        'd.md': `# D\n\n${BOARD.replace('3 March', '4 March')}`,
      }),
    );
  });

  it('are those that have it with the same names and numbers', async () => {
    const texts = await readAll(engine, BOARD);
    const ids = reprintsOfQuote(texts, [0, 1, 2, 3], BOARD).map((number) => engine.index.article(number).id);
    expect(ids).toEqual(['a', 'b']);
  });
});
