/** Threads: pages that several people wrote, a post each, in a forum or under a question. */
import {
  ancestorIn,
  ancestorsOf,
  HEADINGS,
  hasSentence,
  lineOf,
  namesOf,
  plainLength,
  textLength,
} from './elements.ts';
import { AUTHOR, bodyOf, type Post, readPost } from './post.ts';

const POST_TYPE = /schema\.org\/(?:DiscussionForumPosting|SocialMediaPosting|Comment|Question|Answer)$/i;
/** A class that ends in a word for a post; parts of one go on after it, as `post-body` does. */
const POST_NAME =
  /^(?:[a-z]+[-_])*(?:post|postbit|posting|message|reply|answer|comment|response)(?:[-_](?:item|card|wrapper|container|box|block|row|entry))?(?:--[\w-]+|_[a-z0-9]{4,})?$/;
/** Ids of posts: a word and a number. */
const POST_ID = /^(?:js-?)?(?:post|p|pid|msg|message|reply|answer|comment|issuecomment|r|t)[-_]?\d+$/i;

/**
 * The posts of a page in their order, or nothing where it is no thread: one text with comments of its readers, a list
 * of texts with their headings, questions with the one answer of who runs the site.
 */
export function findPosts(document: Document): Post[] {
  if (document.querySelector('[itemtype*="FAQPage"]')) return [];
  const elements = findPostElements(document);
  if (elements.length < 2 || areComments(document, elements) || haveOwnHeadings(elements)) return [];
  const set = new Set(elements);
  const holdsPost = ancestorsOf(set);
  const opening = openingBefore(document, elements[0]!);
  const posts = elements.map((element, place) => {
    // A reply may stand in the post that it replies to.
    const own = element.cloneNode(true) as Element;
    if (holdsPost.has(element)) removeNested(element, own, set);
    const post = readPost(element, own);
    return { ...post, isAccepted: post.isAccepted && (place > 0 || opening !== null) };
  });
  const all = opening ? [{ body: opening, isAccepted: false, date: null }, ...posts] : posts;
  const said = all.filter(({ body }) => lineOf(body) !== '');
  // A mark on most of them marks something else.
  const accepted = said.filter(({ isAccepted }) => isAccepted).length;
  return 2 * accepted > said.length && said.length > 2
    ? said.map((post) => ({ ...post, isAccepted: false }))
    : said;
}

function removeNested(element: Element, copy: Element, posts: ReadonlySet<Element>): void {
  const originals = [...element.querySelectorAll('*')];
  const copies = [...copy.querySelectorAll('*')];
  for (const [place, original] of originals.entries()) if (posts.has(original)) copies[place]!.remove();
}

function findPostElements(document: Document): Element[] {
  const typed = [...document.querySelectorAll('[itemtype]')].filter((element) =>
    POST_TYPE.test(element.getAttribute('itemtype')!.trim()),
  );
  // The box of a question may hold its answers too: its words are then its own part.
  const withText = typed.filter((element) => textLength(element) > 0);
  if (withText.length >= 2) return withText;
  const groups = new Map<string, Element[]>();
  for (const element of document.body.querySelectorAll('[class],[id],article')) {
    const key = postKey(element);
    if (key === null || element.closest('nav,aside,footer,header')) continue;
    const group = groups.get(key);
    if (group) group.push(element);
    else groups.set(key, [element]);
  }
  const best = [...groups.values()]
    .filter((group) => group.length >= 2 && 2 * group.filter(hasAuthor).length >= group.length)
    .sort((a, b) => totalLength(b) - totalLength(a))[0];
  if (!best) return findSiblings(document);
  // Of a post and a part of it that is named alike, the outer one has the author.
  const group = new Set(best);
  return best.filter((element) => {
    const outer = ancestorIn(element, group);
    return outer === null || (hasAuthor(element) && 10 * textLength(element) <= 6 * textLength(outer));
  });
}

/** Boxes beside each other that each say who wrote them and when, where they are most of what the page tells. */
function findSiblings(document: Document): Element[] {
  const rows = new Map<Element, Element[]>();
  for (const element of document.body.querySelectorAll('article,section,div,li,tr')) {
    if (plainLength(element) < MIN_POST || !hasByline(element)) continue;
    const row = rows.get(element.parentElement!);
    if (row) row.push(element);
    else rows.set(element.parentElement!, [element]);
  }
  const [row = []] = [...rows.values()]
    .filter((boxes) => boxes.length > 1 && new Set(boxes.map(({ tagName }) => tagName)).size === 1)
    .sort((a, b) => totalLength(b) - totalLength(a));
  return 2 * totalLength(row) > plainLength(document.body) && row.some(hasSentence) ? row : [];
}

const MIN_POST = 10;
const WRITTEN_ON = 'time,.time,.date,.datetime,.timestamp';

const hasByline = (element: Element): boolean =>
  element.querySelector(WRITTEN_ON) !== null && element.querySelector(`${AUTHOR},:scope > header`) !== null;

const totalLength = (elements: readonly Element[]): number =>
  elements.reduce((sum, element) => sum + plainLength(element), 0);

function postKey(element: Element): string | null {
  if (!element.matches('article,section,div,li,tr,table,td,shreddit-comment,dd')) return null;
  const isNamed =
    element.hasAttribute('data-author') ||
    namesOf(element)
      .split(/\s+/)
      .some((name) => POST_NAME.test(name));
  if (isNamed) return `named ${element.tagName}`;
  return POST_ID.test(element.id) ? `numbered ${element.tagName}` : null;
}

const hasAuthor = (element: Element): boolean =>
  element.hasAttribute('data-author') || element.querySelector(AUTHOR) !== null;

/** Characters that stand outside the posts of a page, where they are what readers said of a text. */
const MIN_ARTICLE = 1_500;

/** True where the posts are what readers said under one text. */
function areComments(document: Document, posts: readonly Element[]): boolean {
  const all = new Set(posts);
  const outside = [...document.body.querySelectorAll('p')]
    .filter((paragraph) => textLength(paragraph) >= 20 && ancestorIn(paragraph, all) === null)
    .map(textLength);
  const type = document.querySelector('meta[property="og:type" i]')?.getAttribute('content') ?? '';
  const isArticle =
    /^article$/i.test(type) ||
    document.querySelector('[itemtype$="Article"],[itemtype$="BlogPosting"]') !== null;
  if (posts.every(isComment)) return isArticle || outside.length >= 2;
  // The text may be marked as a post too, the first of them.
  const [first, ...rest] = posts;
  const outsideLength = outside.reduce((sum, length) => sum + length, 0);
  return (
    isArticle &&
    rest.every(isReply) &&
    (isReply(first!) ? outsideLength : outsideLength + plainLength(first!)) >= MIN_ARTICLE
  );
}

const isReply = (post: Element): boolean =>
  isComment(post) || /(?:^|[\s_-])(?:reply|response)(?:$|[\s_-])/.test(namesOf(post));

const isComment = (post: Element): boolean =>
  /(?:^|[\s_-])comments?(?:$|[\s_-])/.test(namesOf(post)) ||
  /Comment$/i.test(post.getAttribute('itemtype') ?? '') ||
  post.closest('#comments,.comments,.comment-list,#respond,.comments-area') !== null;

/** True of a list of texts: each has a heading, and they differ. */
function haveOwnHeadings(posts: readonly Element[]): boolean {
  const headings = posts.map((post) =>
    lineOf(post.querySelector(HEADINGS)).replace(/^(?:re|回复)\s*[:：]\s*/i, ''),
  );
  return headings.every((heading) => heading !== '') && new Set(headings).size === headings.length;
}

const OPENING =
  '.topic-content,.topic_content,.question-content,.question-body,.thread-content,.original-post,.first-post,.main-post,.op,.question,#question,.issue-body,.topic-body,.topic,.post,.post-content,shreddit-post,[class*=QuestionRichText]';

/** What the thread begins with, where it is laid out unlike the posts below it. */
function openingBefore(document: Document, first: Element): Element | null {
  for (const element of document.querySelectorAll(OPENING)) {
    const isBefore = (element.compareDocumentPosition(first) & element.DOCUMENT_POSITION_FOLLOWING) !== 0;
    if (!isBefore || element.contains(first) || !hasSentence(element)) continue;
    return bodyOf(element.cloneNode(true) as Element);
  }
  return null;
}
