/**
 * Three articles in English for tests of processes: they load no Chinese table, so one starts in half the time of one
 * over the starting corpus.
 */
import { makeFolder } from './temporary-folder.ts';

const FILES = {
  'ferry.md':
    '# The ferry\n\nThe last ferry to Kelp Island leaves at 21:40. Captain Ortwin Brask steers it.\n',
  'pool.md': '# The pool\n\nThe pool opens at 9:30 in the morning, and a lane costs 12 crowns.\n',
  'lamp.md':
    '# The lighthouse\n\nThe lamp of the lighthouse was lit on 3 May 2021 by the keeper Hedda Lund.\n',
};

/** A question that one of them answers, and what the answer says. */
export const ASK_FERRY = 'when does the last ferry leave';
export const FERRY_LEAVES = '21:40';

/** A folder with the articles, to do anything with. */
export const makeFewArticles = (): string => makeFolder(FILES);
