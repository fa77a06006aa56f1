/** The kinds of files that are read, by the ending of their names. */

/** Files of one article. */
const WHOLE_FILES = [
  '.markdown',
  '.md',
  '.mdx',
  '.txt',
  '.html',
  '.htm',
  '.xhtml',
  '.pdf',
  '.docx',
  '.csv',
  '.tsv',
  '.xlsx',
  '.json',
] as const;
export type WholeFile = (typeof WHOLE_FILES)[number];

/** The longer one of two that fit comes first. */
export const ENDINGS = ['.jsonl.gz', '.jsonl', ...WHOLE_FILES] as const;
export type Ending = (typeof ENDINGS)[number];
