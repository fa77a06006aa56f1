/** What is kept of questions that are asked on the page: counts, and those without an answer or with a wrong one; not who asked. */
import { randomBytes } from 'node:crypto';
import type { Answer } from '../answer-types.ts';
import type { Log } from '../log.ts';
import type { ServerState } from '../storage/server-state.ts';

/** By what an answer is judged, once; `isKept` where its question is kept. */
export interface Receipt {
  readonly id: string;
  readonly isKept: boolean;
}

export interface Notes {
  /** Counts an answer. Null where nothing is kept of it. */
  readonly keep: (
    answer: Answer,
    follows: string | undefined,
    isSignedIn: boolean,
  ) => Promise<Receipt | null>;
  /** Whether an answer was counted, of which this is the receipt. */
  readonly knows: (receipt: string) => boolean;
  /** False where the receipt is not known, or was used for that. */
  readonly judge: (receipt: string, isHelpful: boolean) => Promise<boolean>;
  readonly forget: (receipt: string) => Promise<boolean>;
}

export type NotesState = Pick<
  ServerState,
  'countDaily' | 'countGap' | 'discountGap' | 'countFeedback' | 'countWrong'
>;

/** Under which what is asked on the page is counted; no id of a server. */
export const ON_PAGE = 'page';

/** Answers that can still be judged. */
const MAX_RECEIPTS = 2_000;
/** Longer ones are texts that somebody has pasted. */
const MAX_KEPT_CHARACTERS = 300;

interface Open {
  readonly guild: string;
  /** With what it followed; null where it is too long to be kept. */
  readonly question: string | null;
  /** The question as it was kept; null where it was not, or was taken back. */
  gap: string | null;
  isJudged: boolean;
}

/** `server` is that of the page: what those who are signed in ask is counted there. */
export function createNotes(
  state: NotesState | null,
  server: string | null,
  log: Log,
  today: () => string = () => new Date().toISOString().slice(0, 10),
): Notes {
  const receipts = new Map<string, Open>();
  return {
    async keep({ question, status, written }, follows, isSignedIn) {
      if (state === null || status === 'chat') return null;
      const guild = isSignedIn && server !== null ? server : ON_PAGE;
      // A count that cannot be kept costs nobody their answer.
      try {
        const what = written === undefined ? [status] : [status, 'written' as const];
        await state.countDaily(guild, what, today());
        const before = follows?.split('\n').at(-1)?.trim() ?? '';
        const whole = before === '' ? question.trim() : `${before} → ${question.trim()}`;
        const kept = whole.length <= MAX_KEPT_CHARACTERS ? whole : null;
        const gap = status === 'unanswered' ? kept : null;
        if (gap !== null) await state.countGap(guild, gap, today());
        const id = randomBytes(12).toString('base64url');
        const [oldest] = receipts.keys();
        if (receipts.size >= MAX_RECEIPTS && oldest !== undefined) receipts.delete(oldest);
        receipts.set(id, { guild, question: kept, gap, isJudged: false });
        return { id, isKept: gap !== null };
      } catch (error) {
        log.error('a question on the page could not be counted', { error });
        return null;
      }
    },
    knows: (receipt) => receipts.has(receipt),
    async judge(receipt, isHelpful) {
      const open = receipts.get(receipt);
      if (state === null || open === undefined || open.isJudged) return false;
      open.isJudged = true;
      await state.countFeedback(open.guild, isHelpful ? 'helpful' : 'unhelpful');
      if (!isHelpful && open.question !== null) await state.countWrong(open.guild, open.question, today());
      return true;
    },
    async forget(receipt) {
      const open = receipts.get(receipt);
      if (state === null || open === undefined || open.gap === null) return false;
      const { gap } = open;
      open.gap = null;
      await state.discountGap(open.guild, gap);
      return true;
    },
  };
}
