/** A post of a thread: its words, when it was written, and whether it was accepted. */
import { hasAtMost, hasSentence, lineOf, namesOf, plainLength, textLength } from './elements.ts';

/** What one person wrote. */
export interface Post {
  /** Its words, without who wrote it and when. */
  readonly body: Element;
  readonly isAccepted: boolean;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
}

/** What names who wrote a post. */
export const AUTHOR =
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

/** A post of its element in the page, and a copy of that without the posts in it, which is taken apart. */
export const readPost = (element: Element, own: Element): Post => ({
  isAccepted: isMarkedAccepted(element, own),
  date: dateIn(own),
  body: bodyOf(own),
});

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

/** Classes of the words of a post. */
const BODY_NAME = /(?:^|[\s_-])(?:body|content|text|prose)(?:$|\s|--)/;
/** Classes of what stands beside them. */
const BESIDE_NAME =
  /(?:^|[\s_-])(?:head|header|author|user|username|meta|byline|avatar|signature|footer|toolbar|votes?|likes?|reactions?)(?:$|\s|--)/;

/** The words of a post, of a copy that may be changed. */
export function bodyOf(own: Element): Element {
  const candidates = [...own.querySelectorAll('*')].filter(
    (element) => (element.matches(BODY) || BODY_NAME.test(namesOf(element))) && textLength(element) > 0,
  );
  const outer = candidates.filter(
    (element) => !candidates.some((other) => other !== element && other.contains(element)),
  );
  const longest = outer.sort((a, b) => plainLength(b) - plainLength(a))[0];
  const body = longest && 2 * plainLength(longest) >= plainLength(own) - 80 ? longest : own;
  for (const part of body.querySelectorAll(POST_CHROME))
    if (!part.closest('pre') && !part.querySelector('pre') && !isInSentence(part, body)) part.remove();
  for (const part of body.querySelectorAll('*')) {
    const line = hasAtMost(part, 1) ? lineOf(part) : '';
    const isQuote =
      part.matches('blockquote') && (part.querySelector('cite') !== null || QUOTED.test(lineOf(part)));
    const isBeside =
      body === own && (ACCEPTED_LABEL.test(line) || POST_LINE.test(line) || BESIDE_NAME.test(namesOf(part)));
    if ((isQuote || isMark(part) || isBeside) && !part.closest('pre')) part.remove();
  }
  return body;
}

/** True of a word in a sentence of the post, such as the name of who is spoken to. */
const isInSentence = (part: Element, body: Element): boolean => {
  const around = part.parentElement?.closest('p,li,td,dd');
  return (
    around != null &&
    around !== body &&
    body.contains(around) &&
    !part.matches('button') &&
    hasSentence(around) &&
    textLength(around) > textLength(part)
  );
};

/** How a forum begins what it quotes of another post, which is read where it stands. */
const QUOTED = /^(?:\S+ ){1,3}(?:wrote|said)\s*:|^\S+ ?(?:写道|说道|发表于).{0,20}[:：]/;

/** Lines of a forum in a post: its buttons, its number, when it was written. */
const POST_LINE =
  /^(?:reply|quote|report|like|share|edit|delete|link|upvote|downvote|回复|引用|举报|点赞|赞|只看该作者|楼主|#?\d{1,5}(?:楼|#)?|发表于.*|(?:posted|asked|answered|replied) (?:on|by|at) .*|\S+ (?:wrote|said|replied|posted|asked) .{0,12}(?:19|20)\d{2}.{0,20}|(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?|\d+ (?:likes?|replies|votes?|points?))$/i;

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
