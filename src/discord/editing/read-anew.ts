/** The answer to a change of the articles, before and after the index has it. */
import { type Answerable, respond } from '../connection/interaction.ts';
import type { Context } from '../context.ts';
import { type Rendered, withLine } from '../render/rendered.ts';
import type { Texts } from '../texts/en.ts';

/** Says what was done, and whether it is read; true once it is. */
export async function respondAndRebuild(
  interaction: Answerable,
  shown: Rendered,
  { editing }: Texts,
  { rebuild, catalog, log }: Pick<Context, 'rebuild' | 'catalog' | 'log'>,
): Promise<boolean> {
  await respond(interaction, withLine(shown, editing.reading));
  try {
    if (rebuild === null) throw new Error('this bot builds no index');
    await rebuild();
    await catalog.refresh();
  } catch (error) {
    log.warn('changed articles were not indexed', { error });
    await respond(interaction, withLine(shown, editing.notRead));
    return false;
  }
  await respond(interaction, withLine(shown, editing.read));
  return true;
}
