/** An answer that a language model writes while it is already there: the message is edited as statements come. */
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer, Written } from '../../answer-types.ts';
import type { Context } from '../context.ts';
import type { Rendered } from '../render/rendered.ts';
import type { Asker } from './ask.ts';
import type { Asked } from './asked.ts';

/** What is being written, by what stands in the id of the button that stops it. */
export interface Writings {
  /** Null where this person has one under way: one of them is read at a time. */
  readonly begin: (personId: string) => Underway | null;
  /** Stops it for whoever asked; another person does not. Null where nothing of this key is being written any more. */
  readonly stop: (key: string, personId: string) => 'stopped' | 'of another' | null;
  /** How many are being written. */
  readonly count: () => number;
}

interface Underway {
  /** 16 hexadecimal digits. */
  readonly key: string;
  readonly signal: AbortSignal;
  readonly stop: () => void;
  readonly end: () => void;
}

export function createWritings(): Writings {
  const all = new Map<string, { readonly personId: string; readonly stopping: AbortController }>();
  return {
    begin: (personId) => {
      if ([...all.values()].some((one) => one.personId === personId)) return null;
      const key = randomBytes(8).toString('hex');
      const stopping = new AbortController();
      all.set(key, { personId, stopping });
      return { key, signal: stopping.signal, stop: () => stopping.abort(), end: () => void all.delete(key) };
    },
    stop: (key, personId) => {
      const one = all.get(key);
      if (one === undefined) return null;
      if (one.personId !== personId) return 'of another';
      one.stopping.abort();
      return 'stopped';
    },
    count: () => all.size,
  };
}

/** As often as Discord allows edits of a message, with room for others in its channel. */
const EDIT_MS = 1_000;

/** Shows an answer: its message without what is to be written, edits while that comes, and the whole. */
export async function respondInWriting(
  answer: Answer,
  { follows, about }: Asked,
  asker: Asker,
  context: Context,
  render: (answer: Answer, stopKey: string | null) => Rendered,
): Promise<Answer> {
  const { writer, writings, unlessClosing, log, editMs = EDIT_MS } = context;
  const isWritable = writer?.writes(answer) && about === null;
  const underway = isWritable ? writings.begin(asker.personId) : null;
  if (writer === null || underway === null) {
    await asker.respond(render(answer, null));
    return answer;
  }
  const { key, signal } = underway;
  // Channels have a limit of their own, which all that is written there shares.
  const pace = createPace(() => editMs * writings.count());
  const show = (written: Written): void =>
    pace.next(() =>
      asker
        .respond(render({ ...answer, written }, key))
        // The next one says all that this one does.
        .catch((error) => log.debug('an edit was lost', { error })),
    );
  try {
    await asker.respond(render(answer, key));
    pace.begin();
    const writing = writer.write(answer, { before: follows ?? '', signal, onWritten: show });
    const { answer: whole } = await unlessClosing(writing).catch(() => {
      // The bot is leaving: what holds so far is shown, and at once.
      underway.stop();
      pace.hurry();
      return writing;
    });
    await pace.last();
    // The answer is there already; nobody is told of an edit that Discord refuses.
    await asker
      .respond(render(whole, null))
      .catch((error) => log.warn('what was written could not be shown', { error }));
    return whole;
  } finally {
    underway.end();
  }
}

/** One after the other, with a pause behind each; of those that come meanwhile the latest. */
function createPace(pauseMs: () => number) {
  let latest: (() => Promise<unknown>) | null = null;
  let running: Promise<void> | null = null;
  let resumes = 0;
  const run = async (): Promise<void> => {
    for (let work = latest; work !== null; work = latest) {
      await wait(Math.max(0, resumes - performance.now()));
      // What has come meanwhile says more; nothing is left where the last is to be shown.
      const now: (() => Promise<unknown>) | null = latest;
      latest = null;
      if (now === null) break;
      await now();
      resumes = performance.now() + pauseMs();
    }
    running = null;
  };
  return {
    /** Something was just shown. */
    begin: (): void => {
      resumes = performance.now() + pauseMs();
    },
    next: (work: () => Promise<unknown>): void => {
      latest = work;
      running ??= run();
    },
    hurry: (): void => {
      resumes = 0;
    },
    /** Resolves when the last may be shown: what still waits is left out. */
    last: async (): Promise<void> => {
      latest = null;
      await running;
      await wait(Math.max(0, resumes - performance.now()));
    },
  };
}
