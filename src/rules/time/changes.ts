/** How a page says on which day it was changed last. */
import type { Rule } from '../rule.ts';

/** What stands on a line of its own beside that day, from the beginning of the line to the day, or from the day to its end. */
export type ChangeRule = Rule<'before the day' | 'behind the day'>;
