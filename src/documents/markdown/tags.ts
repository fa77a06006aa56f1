/** Words in angle brackets that a parser takes for tags, and their author for words: `/kick <member> <reason>`. */

/** Elements of HTML that stand in a line, or need no end. */
const ELEMENTS =
  /^(?:a|abbr|acronym|audio|b|bdi|bdo|big|blockquote|body|br|button|canvas|center|cite|code|col|dd|del|details|dfn|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main|map|mark|math|meta|nav|object|ol|option|p|param|path|picture|pre|progress|q|rp|rt|ruby|s|samp|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|track|tt|u|ul|var|video|wbr)$/i;

/** True for a tag without attributes that is none of HTML and that nothing in its page ends. */
export function isPlaceholder(tag: string, page: string): boolean {
  const name = /^<([A-Za-z][\w-]*)>$/.exec(tag)?.[1];
  return name !== undefined && !ELEMENTS.test(name) && !page.includes(`</${name}`);
}
