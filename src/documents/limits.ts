/** How much a file may ask for, so that a hostile or broken one costs bounded time and memory. */

/** Read whole into memory; a book of ten million characters is 30 MB. */
export const MAX_FILE_BYTES = 64 * 2 ** 20;
/** A page takes jsdom some 30 times its size in memory; the longest saved news pages have 3 MB. */
export const MAX_HTML_BYTES = 8 * 2 ** 20;
/** The parser goes one call deeper for each level; real pages have below 60. */
export const MAX_HTML_DEPTH = 200;
/**
 * Time and memory of the process that reads a page, PDF or Word document, once it has started. Pages of 8,000 paragraphs take
 * 1 s; jsdom takes the square of the number where they are empty.
 */
export const MAX_PARSE_MS = 30_000;
export const MAX_PARSE_MEMORY_MB = 1_024;
/** A line of JSON Lines is one article. */
export const MAX_LINE_BYTES = 16 * 2 ** 20;
/** Text compresses to a tenth, zeros to a thousandth; a small file may compress well by chance. */
export const MAX_COMPRESSION = 100;
export const MAX_COMPRESSED_ANYWAY_BYTES = 64 * 2 ** 20;
/** Dates and sentences of an article are looked through for a question: a second for five million characters. */
export const MAX_ARTICLE_CHARACTERS = 500_000;
/** A title is shown whole in lists and counts in each passage of its article. */
export const MAX_TITLE_CHARACTERS = 200;
export const MAX_PDF_PAGES = 2_000;
