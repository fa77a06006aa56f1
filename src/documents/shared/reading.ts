/** What every reader of a format makes of a file: one tree, whatever the format. */
import type { Root } from 'mdast';
import type { Problem } from '../problem.ts';

/**
 * A file as mdast (https://github.com/syntax-tree/mdast), with what it says of itself. Beyond plain mdast the tree has
 *
 * - headings with `data.id`, where the page names their place itself, and `data.isQuestion`, where what follows answers
 *   them though they end in no question mark;
 * - containers of remark-directive. One named `message` is what one person wrote: its attributes are `by`, as it may be
 *   shown, `accepted` (empty) where it is the accepted answer, `reactions` ("👍 3") and `date` (`YYYY-MM-DD`).
 *   All others keep their words and lose their marks.
 */
export interface Reading {
  /** As the file states it; null where it does not: its first heading or line is the title then. */
  readonly title: string | null;
  /** As it states it, of publication or of its last change, the later; `YYYY-MM-DD`. */
  readonly date: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly tree: Root;
  /** What of the file could not be read. */
  readonly missing?: Pick<Problem, 'reason' | 'remedy'>;
}

/** What a file that states nothing of itself states. */
export const UNSTATED = { title: null, date: null, source: null, url: null } as const;

declare module 'mdast' {
  interface HeadingData {
    /** Name of its place in the page, without `#`. */
    id?: string | undefined;
    isQuestion?: boolean | undefined;
  }
}
