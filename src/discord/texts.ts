/** Everything the bot itself says, in both languages. */
import type { FactKind, Language } from '../types.ts';

export interface Texts {
  readonly kinds: Readonly<Record<FactKind, string>>;
  readonly colon: string;
  /** Puts a reading or a date behind what it explains. */
  readonly aside: (text: string) => string;
  readonly asideSeparator: string;
  readonly alsoIn: (articles: number) => string;
  readonly unanswered: string;
  readonly closest: string;
  readonly failed: string;
  readonly howToAsk: string;
}

export const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    kinds: { who: 'Who', when: 'When', where: 'Where', number: 'Number', what: 'What' },
    colon: ': ',
    aside: (text) => ` (${text})`,
    asideSeparator: ', ',
    alsoIn: (articles) => (articles === 1 ? 'also in 1 article' : `also in ${articles} articles`),
    unanswered: 'Sorry, the articles do not tell. Other words may find more.',
    closest: 'The closest articles:',
    failed: 'Sorry, this question could not be answered just now. Please ask again in a moment.',
    howToAsk: 'Ask with `/ask`, or write your question behind the mention.',
  },
  zh: {
    kinds: { who: '谁', when: '时间', where: '地点', number: '数字', what: '内容' },
    colon: '：',
    aside: (text) => `（${text}）`,
    asideSeparator: '，',
    alsoIn: (articles) => `另见 ${articles} 篇`,
    unanswered: '抱歉，文章里没有提到。换个说法也许能找到。',
    closest: '最接近的文章：',
    failed: '抱歉，现在无法回答这个问题，请稍后再问。',
    howToAsk: '请用 `/ask` 提问，或者把问题写在提及之后。',
  },
};
