/** What no statement may bring to its reader: links, mentions, pictures and markup that its passages do not have, and other code. */
import type { Ground } from './ground.ts';
import type { Statement } from './statements.ts';

export type UnsafeFault = 'link' | 'mention' | 'markup' | 'code';

/** What of a statement was not as it has to be, verbatim. */
export interface Fault<Reason extends string = string> {
  readonly reason: Reason;
  readonly what: string;
}

const MENTION = /<(?:[@#]|a?:)[^>\s]*>?|[@＠]\s?(?:everyone|here|所有人|全体成员|全員)|<\/\w[^>]*:\d+>/iu;
const AT = /(?<![\p{L}\p{N}._+-])[@＠][\p{L}\p{N}](?:[\p{L}\p{N}_./-]*[\p{L}\p{N}_])?/gu;
/** Of pictures and links in markup, tags, and entities that become tags. */
const MARKUP = /!\[|\]\s*\(|\]\s*\[\s*[^\]\d]|^\s*\[[^\]]+\]:|&(?:#\w+|[a-z]{2,8});|<!--|<!\w/iu;
const TAG = /<\/?[a-z][\w-]*\b[^<>]*>?/giu;
/** Tags by which a page loads or sends something; others are shown as text, where a passage has them. */
const ACTIVE =
  /^(?:a|applet|audio|base|body|button|embed|form|iframe|image|img|input|link|math|meta|object|script|source|style|svg|video)$/i;

const SCHEME = /\b[a-z][a-z\d+.-]{1,15}:(?:\/\/|(?=[^\s:/]{4}))[^\s<>"'“”‘’（）()\]】]*/giu;
/** Schemes without slashes that a browser obeys; of others a colon is one of the sentence. */
const BARE_SCHEME = /^(?:javascript|data|mailto|vbscript|file|tel|blob|steam|discord):/i;
const HOST =
  /(?<![\p{L}\p{N}@._-])(?:[a-z\d\u00a1-\uffff](?:[a-z\d-]*[a-z\d])?\.)+(?:com|org|net|edu|gov|info|biz|xyz|io|gg|cn|ru|tk|ly|me|tv|cc|co|uk|de|fr|jp|kr|in|eu|us|app|dev|ai|link|site|online|top|shop|store|club|live|website|space|page|zip|mov|click|win|icu|vip|pro|example|test|invalid|local|onion)(?![\p{L}\p{N}-]|\.\p{L})(?:[:/?#][^\s<>"'“”‘’（）()\]】]*)?/giu;

const MAIL = /[\p{L}\p{N}._+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu;

/** Programs and names that a reader would type: paths, options, calls, names joined by marks or by capitals within. */
const CODE_LIKE =
  /(?<![\p{L}\p{N}<])(?:\/[a-z][\w/-]*|--?[a-z][\w-]+|[\w$]+\((?:[\w$, ]*)\)|[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]+)+|[A-Za-z]\w*_\w+|[a-z]+(?:[A-Z][a-z\d]+)+|[A-Z][a-z\d]+(?:[A-Z][a-z\d]+)+|\$\w+|%\w+%)(?![\p{L}\p{N}])/gu;
/** e.g. and U.S. are no code. */
const INITIALS = /^(?:[A-Za-z]\.)+[A-Za-z]?$/;

const oneSpaced = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The first thing that may not be shown; null where all is as some of the passages have it. */
export function findUnsafe(statement: Statement, grounds: readonly Ground[]): Fault<UnsafeFault> | null {
  const { text, code, listing } = statement;
  // Marks of code do not keep a link from being one elsewhere.
  const all = [text, listing?.text ?? ''].join('\n');
  return (
    foundAs('link', linksIn(all), (link) => grounds.some((ground) => isOwnLink(link, ground))) ??
    foundAs('mention', MENTION.exec(all)?.slice(0, 1) ?? [], () => false) ??
    foundAs('mention', all.match(AT) ?? [], (name) => stands(name, grounds)) ??
    foundAs('markup', MARKUP.exec(text)?.slice(0, 1) ?? [], () => false) ??
    foundAs(
      'markup',
      [...text.matchAll(TAG)].map(([tag]) => tag),
      (tag) => !isActive(tag) && stands(tag, grounds),
    ) ??
    foundAs('code', code, (one) => standsAsWritten(one, grounds)) ??
    foundAs('code', (listing?.text ?? '').split('\n'), (line) => standsAsWritten(line, grounds)) ??
    foundAs(
      'code',
      (text.match(CODE_LIKE) ?? []).filter((one) => !INITIALS.test(one)),
      (one) => stands(one, grounds),
    )
  );
}

function foundAs<Reason extends UnsafeFault>(
  reason: Reason,
  found: readonly string[],
  isRight: (what: string) => boolean,
): Fault<Reason> | null {
  const what = found.find((one) => one.trim() !== '' && !isRight(one));
  return what === undefined ? null : { reason, what: what.trim() };
}

const isActive = (tag: string): boolean => ACTIVE.test(/[a-z][\w-]*/i.exec(tag)?.[0] ?? '');

const linksIn = (text: string): string[] => [
  ...(text.match(SCHEME) ?? []).filter((one) => one.includes('://') || BARE_SCHEME.test(one)),
  ...(text.match(HOST) ?? []),
  ...(text.match(MAIL) ?? []),
];

/** As a passage has it, and to the page that the passage is from: a link elsewhere is for the quote to show. */
function isOwnLink(link: string, { text, host }: Ground): boolean {
  const whole = link.replace(/[.,;:!?。，；：！？]+$/u, '');
  const address = whole.includes('://') ? whole : `https://${whole}`;
  if (!text.includes(whole) || host === null || !URL.canParse(address)) return false;
  const { protocol, hostname, username } = new URL(address);
  // An address of mail reads as one with a user.
  const isMail = username !== '' && !whole.includes('/');
  return /^https?:$/.test(protocol) && (username === '' || isMail) && hostname === host;
}

const stands = (what: string, grounds: readonly Ground[]): boolean => {
  const sought = oneSpaced(what).toLowerCase();
  return grounds.some(({ text }) => oneSpaced(text).toLowerCase().includes(sought));
};

/** In code capitals mean something. */
const standsAsWritten = (what: string, grounds: readonly Ground[]): boolean =>
  grounds.some(({ text }) => oneSpaced(text).includes(oneSpaced(what)));
