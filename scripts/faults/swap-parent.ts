/** A program with a library, in which the next build becomes the current one once it is told to. */

import { beChild, report } from '../../src/child.ts';
import { publish } from '../../src/index/generations.ts';
import { startLibrary } from '../../src/service/live-library.ts';

export interface SwapOptions {
  readonly embeddings: string;
  readonly corpus: string;
  readonly model: string;
  /** The build that answers at first, and the one that is to. */
  readonly from: string;
  readonly to: string;
}

/** Each build that comes into service, and answers to `ask`. */
export type FromSwapping = { readonly serving: string } | { readonly answered: string };

const { embeddings, corpus, model, from, to } = beChild<SwapOptions>();
const library = startLibrary({
  corpus: [corpus],
  embeddings,
  model,
  onServing: ({ index }) => report<FromSwapping>({ serving: index }),
});
process.on('message', async (message: 'swap' | 'ask') => {
  if (message === 'swap') publish(embeddings, { build: to, previous: from, rolledBack: false });
  else report<FromSwapping>({ answered: (await library.ask('谁？')).index });
});
await library.ended;
