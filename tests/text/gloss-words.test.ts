import { expect, it } from 'vitest';
import { wordsOfGlosses } from '../../scripts/gloss-words.ts';
import { readDictionaryLines } from '../../src/text/data-file.ts';
import { allGlosses } from '../../src/text/glosses.ts';

it('lists the words of the glosses as they are now (else: npm run gloss-words)', () => {
  const { common, proper } = wordsOfGlosses(allGlosses());
  expect(readDictionaryLines('gloss-words.txt.gz').join('\n')).toBe([...common, '', ...proper].join('\n'));
});
