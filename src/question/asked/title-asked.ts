/** A title that a question asks for, as how texts write it. */
import { LANGUAGES } from '../../rules/languages.ts';
import { containsHan } from '../../text/characters.ts';
import { TITLE } from '../../text/titles.ts';

export interface TitleAsked {
  /** Whoever heads it bears it: the boss, 负责人. */
  readonly isAnyHead: boolean;
  /** Whether one of lower rank bears it, too: officials. */
  readonly isAnyRank: boolean;
  /** How texts are known to write it; null where that is not known. */
  readonly written: RegExp | null;
  /** How texts write what it may be called less exactly: 书记 for 区委书记. */
  readonly related: RegExp | null;
  /** How texts write what looks like it and is another. */
  readonly other: RegExp | null;
  /** The English noun that a dictionary knows it by. */
  readonly noun: string | null;
}

const TITLES = LANGUAGES.map(({ titles }) => titles);
const ENDS_IN_TITLE = new RegExp(`${TITLE}$`, 'u');

/** @param noun that is asked for, normalised; `of` are the question's words for the organisation */
export function titleAsked(noun: string, of = ''): TitleAsked {
  const office = noun.replace(/^(?:vice|co)-/, '');
  const fits = ({ pattern }: { readonly pattern: RegExp }): boolean => pattern.test(noun);
  const called = TITLES.flatMap((titles) => titles.called).find(
    (rule) => rule.pattern.test(office) && (rule.of === undefined || rule.of.test(of)),
  );
  const isHan = containsHan(noun);
  return {
    isAnyHead: TITLES.some(({ anyHead }) => anyHead.some(fits)),
    isAnyRank: TITLES.some(({ anyRank }) => anyRank.some(fits)),
    written: isHan ? verbatim(noun) : (called?.means ?? null),
    related: isHan ? verbatim(ENDS_IN_TITLE.exec(noun)?.[0] ?? noun.slice(-2)) : null,
    other: TITLES.flatMap(({ others }) => others).find(fits)?.means ?? null,
    noun: isHan ? null : office,
  };
}

const verbatim = (words: string): RegExp => new RegExp(words.replace(/[^\p{L}\p{N}\s]/gu, '\\$&'));
