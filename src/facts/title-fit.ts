/** Whether what is said of a person is the title that a question asks for, in either language. */
import { containsHan } from '../text/characters.ts';
import { normalize } from '../text/normalize.ts';
import { meansNoun } from '../text/noun-kinds.ts';
import { TITLE } from '../text/titles.ts';
import { cutWordsForSearch } from '../text/words.ts';

/** Titles that stand for any: who asks for the head of an office may mean its 主任, 局长 or 书记. */
const ANY_HEAD =
  /^(?:head|chief|boss|leader|executive|official|figure|run|lead)s?$|高管|领导|一把手|负责人|官员|老总|老板|当家|人士$/;
/** Of those an assistant is one, too. */
export const isOfAnyRank = (asked: string): boolean =>
  /^(?:executive|official|figure|representative)s?$|高管|官员|代表|人士$/.test(asked);
const IS_HEAD = /长|书记|主任|主席|总裁|经理|老总|首席|负责人|ceo/u;

type Title = readonly [asked: RegExp, said: RegExp];
const CHAIR: Title = [/^chair(?:s|woman|women|person|m[ae]n)?$/, /董事长|主席|理事长|会长/u];
/** How Chinese news call whom English ones call so; a dictionary has more, and most of it of other things. */
const CALLED: readonly Title[] = [
  CHAIR,
  [/^presidents?$/, /总裁|社长|[校院行会台]长|总统|主席/u],
  [/^ceo$/, /首席执行官|ceo|总裁|总经理/u],
  [/^managers?$/, /经理|主管/u],
  [/^directors?-general$/, /[局司署]长|总干事/u],
  [/^editors?-in-chief$/, /总编|主编/u],
  [/^directors?$/, /主任|[局院馆所厅处台]长|总监|董事|导演|负责人/u],
  [/^governors?$/, /省长|行长|州长|总督/u],
  [/^mayors?$/, /市长/u],
  [/^ministers?$/, /部长|大臣|相$/u],
  [/^secretar(?:y|ies)-general$/, /秘书长/u],
  [/^secretar(?:y|ies)$/, /书记|秘书|部长|国务卿/u],
  [/^deans?$/, /院长|主任/u],
  [/^principals?$/, /校长/u],
  [/^captains?$/, /[船队机舰]长/u],
  [/^founders?$/, /创始人|创办|创立|创建/u],
  [/^spokes(?:man|woman|person)$/, /发言人/u],
  [/^researchers?$/, /研究员|科研|学者/u],
  [/^hosts?$/, /主持/u],
  [/^(?:curator|librarian)s?$/, /馆长/u],
]; // biome-ignore format: a table

/** Who asks for the 区委书记 may mean a 书记 of the party committee all the same. */
const RELATED = 0.6;
/** A dictionary calls a 总裁 a chairman, too, whom news seldom call so. */
const BY_DICTIONARY = 0.3;
/** Secretaries of other bodies than the committee that leads. */
const OTHER_SECRETARY = /(?:纪委|政法委|团委)书记/u;
const ENDS_IN_TITLE = new RegExp(`${TITLE}$`, 'u');

/** Who chairs a committee is its 主任. */
const OF_COMMITTEE = /\b(?:committee|commission)\b/;
const COMMITTEE_CHAIR = /主任|主席/u;

/** From 0, another title or none, to 1, the one asked for; `of` are the question's words for the house. */
export function titleFit(asked: string, said: string, of = ''): number {
  const folded = normalize(said);
  if (ANY_HEAD.test(asked)) return IS_HEAD.test(folded) ? 1 : 0;
  if (containsHan(asked)) {
    if (asked.endsWith('书记') && !OTHER_SECRETARY.test(asked) && OTHER_SECRETARY.test(folded)) return 0;
    if (folded.includes(asked)) return 1;
    const title = ENDS_IN_TITLE.exec(asked)?.[0] ?? asked.slice(-2);
    return folded.includes(title) ? RELATED : 0;
  }
  const office = asked.replace(/^(?:vice|co)-/, '');
  const called = CALLED.find(([english]) => english.test(office));
  const names = called === CHAIR && OF_COMMITTEE.test(of) ? COMMITTEE_CHAIR : called?.[1];
  if (names?.test(folded)) return 1;
  return cutWordsForSearch(folded).some((word) => meansNoun(word, office)) ? (called ? BY_DICTIONARY : 1) : 0;
}
