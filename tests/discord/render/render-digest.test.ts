import { expect, it } from 'vitest';
import { renderDigest } from '../../../src/discord/panels/digest.ts';
import { TEXTS } from '../../../src/discord/texts/texts.ts';

it('what was written is counted in the weekly digest, where something was written', () => {
  const counts = { answered: 3, unanswered: 1, helpful: 0, unhelpful: 0 };
  const shown = (written: number): string =>
    renderDigest({ ...counts, written }, [], '2024-05-01', '2024-05-08', TEXTS.en).embeds[0]!.description!;
  expect(shown(2)).toContain('Answers that a language model wrote: **2**');
  expect(shown(0)).not.toContain('language model');
});
