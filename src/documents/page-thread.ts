/** Threads: pages that several people wrote, a post each, in a forum or under a question. */
import {
  ancestorIn,
  ancestorsOf,
  HEADINGS,
  hasAtMost,
  hasSentence,
  lineOf,
  namesOf,
  plainLength,
  textLength,
} from './page-elements.ts';

/** What one person wrote. */
export interface Post {
  /** Its words, without who wrote it and when. */
  readonly body: Element;
  readonly isAccepted: boolean;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
}

const POST_TYPE = /schema\.org\/(?:DiscussionForumPosting|SocialMediaPosting|Comment|Question|Answer)$/i;
/** A class that ends in a word for a post; parts of one go on after it, as `post-body` does. */
const POST_NAME =
  /^(?:[a-z]+[-_])*(?:post|postbit|posting|message|reply|answer|comment|response)(?:[-_](?:item|card|wrapper|container|box|block|row|entry))?(?:--[\w-]+|_[a-z0-9]{4,})?$/;
/** Ids of posts: a word and a number. */
const POST_ID = /^(?:js-?)?(?:post|p|pid|msg|message|reply|answer|comment|issuecomment|r|t)[-_]?\d+$/i;
const AUTHOR =
  '[itemprop=author],[itemprop=creator],[rel=author],[data-author],.author,.post-author,.username,.user-name,.user,.userinfo,.user-info,.poster,.postprofile,.creator,.nickname,.nick,.names,.by,.authi,.member,.avatar,[class*=author],[class*=username],[class*=user-name],[class*=userName],[component="post/header"]';
const BODY =
  '[itemprop=text],[itemprop=articleBody],[itemprop=description],.cooked,.bbWrapper,.post-body,.post-content,.post-text,.post_content,.postcontent,.message-body,.message-content,.message-text,.comment-body,.comment-content,.comment-text,.reply-content,.reply_content,.answer-content,.js-post-body,.markdown-body,.entry-content,.t_f,.t_fsz,.postbody .content,[component="post/content"],.body,.content,.text';
/** What stands in a post beside its words. */
const POST_CHROME =
  '[itemprop=author],[itemprop=creator],[itemprop=datePublished],[itemprop=dateCreated],[itemprop=interactionStatistic],[itemprop=upvoteCount],[itemprop=position],time,.time,.date,.datetime,.timestamp,.author,.username,.user,.poster,.postprofile,.post-author,.avatar,.signature,.sig,.likes,.post-likes,.like-count,.votes,.vote,.voting,.vote-count,.js-voting-container,.reactions,.actions,.post-actions,.post-buttons,.post-controls,.post-menu,.buttons,.controls,.reply-link,.reply-button,.permalink,.post-number,.floor,.quote.accepted-answer,aside.quote,.bbCodeBlock--quote,.quote-header,blockquote.quote,.bb_quote,.attachbox,.pstatus,.edited,.badge,.rank,header,footer,button,form';
const ACCEPTED_NAME =
  /(?:^|[\s_-])(?:accepted(?:-answer)?|is-accepted|solution|is-solution|solved|best-?answer|rwdbst|adopted)(?:$|[\s_-])/;
const ACCEPTED_LABEL =
  /^[^\p{L}\p{N}]*(?:accepted(?: (?:answer|solution))?|solution|best answer|(?:marked|chosen|selected) as (?:the )?(?:best |accepted )?(?:answer|solution)|最佳答案|最佳回[复答]|已?被?采纳(?:的?(?:答案|回答))?|满意答案|解决方案)[^\p{L}\p{N}]*$/iu;

/** Notes where a sign without words says, to those who have a page read aloud, that a post was accepted. */
export function noteSigns(document: Document): void {
  for (const sign of document.querySelectorAll('[aria-label],[title],svg > title')) {
    const label = sign.getAttribute('aria-label') ?? sign.getAttribute('title') ?? lineOf(sign);
    if (ACCEPTED_LABEL.test(label))
      (sign.closest('svg') ?? sign).parentElement?.setAttribute('data-helped', '');
  }
}

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
    const isAccepted = (place > 0 || opening !== null) && isMarkedAccepted(element, own);
    const date = dateIn(own);
    return { body: bodyOf(own), isAccepted, date };
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
  if (!best) return [];
  // Of a post and a part of it that is named alike, the outer one has the author.
  const group = new Set(best);
  return best.filter((element) => {
    const outer = ancestorIn(element, group);
    return outer === null || (hasAuthor(element) && 10 * textLength(element) <= 6 * textLength(outer));
  });
}

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

/** True where the posts are what readers said under one text. */
function areComments(document: Document, posts: readonly Element[]): boolean {
  const isComment = (post: Element): boolean =>
    /(?:^|[\s_-])comments?(?:$|[\s_-])/.test(namesOf(post)) ||
    /Comment$/i.test(post.getAttribute('itemtype') ?? '') ||
    post.closest('#comments,.comments,.comment-list,#respond,.comments-area') !== null;
  if (!posts.every(isComment)) return false;
  const type = document.querySelector('meta[property="og:type" i]')?.getAttribute('content') ?? '';
  const all = new Set(posts);
  const paragraphs = [...document.body.querySelectorAll('p')].filter(
    (paragraph) => textLength(paragraph) >= 20 && ancestorIn(paragraph, all) === null,
  );
  const isArticle = document.querySelector('[itemtype$="Article"],[itemtype$="BlogPosting"]') !== null;
  return isArticle || /^article$/i.test(type) || paragraphs.length >= 2;
}

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

function isMarkedAccepted(element: Element, own: Element): boolean {
  const around = element.closest('[itemprop]');
  const isStated = /(?:^|\s)acceptedAnswer(?:\s|$)/.test(around?.getAttribute('itemprop') ?? '');
  if (isStated || element.hasAttribute('data-accepted') || ACCEPTED_NAME.test(namesOf(element))) return true;
  if (own.matches('[data-helped]') || own.querySelector('[data-helped]')) return true;
  const body = own.querySelector(BODY);
  return [...own.querySelectorAll('*')].some((part) => {
    if (part.closest('aside,blockquote')) return false;
    // What its author heads a part of it with is no mark of the forum.
    const isWritten = body !== null && body !== part && body.contains(part);
    const isLabel = !isWritten && hasAtMost(part, 1) && ACCEPTED_LABEL.test(lineOf(part));
    return isLabel || isMark(part);
  });
}

const MAX_MARK = 40;

const isMark = (part: Element): boolean => ACCEPTED_NAME.test(namesOf(part)) && textLength(part) < MAX_MARK;

/** The words of a post, of a copy that may be changed. */
function bodyOf(own: Element): Element {
  const candidates = [...own.querySelectorAll(BODY)].filter((element) => textLength(element) > 0);
  const outer = candidates.filter(
    (element) => !candidates.some((other) => other !== element && other.contains(element)),
  );
  const longest = outer.sort((a, b) => plainLength(b) - plainLength(a))[0];
  const body = longest && 2 * plainLength(longest) >= plainLength(own) - 80 ? longest : own;
  for (const part of body.querySelectorAll(POST_CHROME))
    if (!part.closest('pre') && !part.querySelector('pre') && !isInSentence(part)) part.remove();
  for (const part of body.querySelectorAll('*')) {
    const line = hasAtMost(part, 1) ? lineOf(part) : '';
    const isQuote =
      part.matches('blockquote') && (part.querySelector('cite') !== null || QUOTED.test(lineOf(part)));
    if (isQuote || isMark(part) || (body === own && (ACCEPTED_LABEL.test(line) || POST_LINE.test(line))))
      part.remove();
  }
  return body;
}

const isInSentence = (part: Element): boolean => {
  const around = part.parentElement?.closest('p,li,td,dd');
  return (
    around != null && !part.matches('button') && hasSentence(around) && textLength(around) > textLength(part)
  );
};

/** How a forum begins what it quotes of another post, which is read where it stands. */
const QUOTED = /^(?:\S+ ){1,3}(?:wrote|said)\s*:|^\S+ ?(?:写道|说道|发表于).{0,20}[:：]/;

/** Lines of a forum in a post: its buttons, its number, when it was written. */
const POST_LINE =
  /^(?:reply|quote|report|like|share|edit|delete|link|upvote|downvote|回复|引用|举报|点赞|赞|只看该作者|楼主|#?\d{1,5}(?:楼|#)?|发表于.*|posted (?:on|by).*|(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?|\d+ (?:likes?|replies|votes?|points?))$/i;

const DAY = /((?:19|20)\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})/;

function dateIn(own: Element): string | null {
  const stated = own.querySelector('time[datetime],[itemprop=datePublished],[itemprop=dateCreated]');
  const written = own.querySelector('time,.time,.date,.datetime,.timestamp');
  const lines = [...own.querySelectorAll('em,span,small,div,p,li,a')]
    .filter((part) => !part.firstElementChild)
    .map((part) => lineOf(part));
  const value = stated?.getAttribute('datetime') ?? stated?.getAttribute('content') ?? lineOf(written);
  const match =
    DAY.exec(value) ?? DAY.exec(lines.find((line) => POST_LINE.test(line) && DAY.test(line)) ?? '');
  return match ? `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}` : null;
}
