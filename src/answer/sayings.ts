/** All that answers say in words of their own, by language. */
import type { SmallTalk } from '../rules/messages.ts';
import type { Language } from '../types.ts';

/** The best fact of each kind in words, null where there is none. */
export interface FactsInWords {
  readonly who: string | null;
  readonly where: string | null;
  readonly when: string | null;
  readonly number: string | null;
}

/** How a day is told: a day, a month or year, the beginning of what lasts, or words that a text has for one. */
export type DayKind = 'day' | 'month or year' | 'range' | 'words';

interface Sayings {
  /** Between two sentences. */
  readonly gap: string;
  /** News tells what was; a guide, which has no day, what is. Null where there is no fact. */
  readonly facts: (facts: FactsInWords, day: DayKind, isNews: boolean) => string | null;
  readonly seeArticle: (title: string, day: string | null) => string;
  readonly dispute: {
    /** Behind a fact, the day of its article. */
    readonly aside: (day: string) => string;
    readonly gap: string;
    readonly differ: (all: string) => string;
    readonly newest: (first: string) => string;
    readonly older: (others: string) => string;
  };
  readonly notFound: string;
  /** Above passages of which a language model says that they do not tell. */
  readonly notTold: string;
  /** Behind a part of a question, and behind one of those that are compared. */
  readonly part: { readonly asks: string; readonly names: string };
  readonly mended: (written: string, meant: string) => string;
  readonly collection: CollectionSayings;
  readonly smallTalk: Readonly<Record<Exclude<SmallTalk, 'abilities' | 'address'>, string>>;
  /** What the bot can do, wherever it is asked; /help on Discord begins with it. */
  readonly abilities: { readonly answers: string; readonly languages: string; readonly lists: string };
}

interface CollectionSayings {
  /** Which articles are meant, as it stands behind or before their number; '' for all. */
  readonly which: (about: string | null, period: string | null) => string;
  readonly none: (which: string) => string;
  readonly undated: (count: number) => string;
  readonly newest: (title: string, day: string) => string;
  readonly oldest: (title: string, day: string) => string;
  readonly recent: (shown: number) => string;
  readonly days: (first: string, last: string) => string;
  readonly some: (count: number, which: string, days: string, more: number) => string;
  readonly period: {
    readonly between: (days: string, isDay: boolean) => string;
    readonly since: (day: string) => string;
    readonly until: (day: string) => string;
  };
}

const join = (parts: readonly (string | null)[], mark: string): string | null => {
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? null : said.join(mark);
};

/** What English says in front of a day. */
const LEADS: Readonly<Record<DayKind, string>> = {
  day: 'on ',
  'month or year': 'in ',
  range: 'from ',
  words: '',
};

export const SAYINGS: Readonly<Record<Language, Sayings>> = {
  en: {
    gap: ' ',
    facts: ({ who, where, when, number }, day, isNews) => {
      const said = join([who ?? number, where && `in ${where}`, when && `${LEADS[day]}${when}`], ', ');
      return said && `It ${isNews ? 'was' : 'is'} ${said}.`;
    },
    seeArticle: (title, day) => `See “${title}”${day === null ? '' : ` (${day})`}.`,
    dispute: {
      aside: (day) => ` (article of ${day})`,
      gap: '; ',
      differ: (all) => `The articles disagree: ${all}.`,
      newest: (first) => `The newest article says ${first}; `,
      older: (others) => `an older one says ${others}.`,
    },
    notFound: 'I found nothing on that.',
    notTold: 'What I found does not seem to tell this; here is what comes nearest.',
    part: { asks: '? ', names: ': ' },
    mended: (written, meant) => ` (I read “${written}” as “${meant}”.)`,
    collection: {
      which: (about, period) =>
        [about && ` on “${about}”`, period && ` published ${period}`].filter(Boolean).join(''),
      none: (which) => `There is no article${which} here.`,
      undated: (count) =>
        `No article tells when it was published, so I cannot say which is newest or oldest; there ${count === 1 ? 'is one' : `are ${count}`}:`,
      newest: (title, day) => `The newest article is “${title}” of ${day}.`,
      oldest: (title, day) => `The oldest article is “${title}” of ${day}.`,
      recent: (shown) =>
        shown === 1 ? 'This is the newest article:' : `These are the ${shown} newest articles:`,
      days: (first, last) => `, from ${first} to ${last}`,
      some: (count, which, days, more) => {
        const said = count === 1 ? `There is 1 article${which}` : `There are ${count} articles${which}`;
        return `${said}${days}${more > 0 ? `; here are ${count - more} of them` : ''}:`;
      },
      period: {
        between: (days, isDay) => (days.includes(' to ') ? `from ${days}` : `${isDay ? 'on' : 'in'} ${days}`),
        since: (day) => `since ${day}`,
        until: (day) => `until ${day}`,
      },
    },
    smallTalk: {
      identity:
        'I am a bot that looks up answers in the articles collected here. I quote what they say and make nothing up. Say “help” to see what I can do.',
      thanks: 'You are welcome!',
      greeting: 'Hello! What would you like to know?',
      wellbeing: 'All is well here, thank you. What would you like to know?',
      presence: 'Yes, I am here. What would you like to know?',
      farewell: 'Goodbye, and come back any time!',
      praise: 'Thank you, I am glad to help!',
      blame: 'Sorry about that. Other words, a name or a date may lead to a better answer.',
      apology: 'No problem at all. What would you like to know?',
      test: 'It works. Ask me something!',
      chatter: 'That is beyond me: I only know what the articles here say. Ask me about them!',
      opening: 'Sure, go ahead and ask.',
      laughter: 'Good to see you in a good mood! Is there anything you would like to know?',
      assent: 'All right! Ask whenever you would like to know more.',
    },
    abilities: {
      answers: 'I answer questions from the articles collected here, with a quote and where it is from.',
      languages:
        'Ask in English or Chinese, whatever language the articles are in; “and when?” goes on from the answer before.',
      lists: '“What do you have on …?”, “what’s new?” and “how many articles?” list the articles themselves.',
    },
  },
  zh: {
    gap: '',
    facts: ({ who, where, when, number }) => {
      const main = who ?? number;
      const said = join([main && `是${main}`, where && `地点是${where}`, when && `时间是${when}`], '，');
      return said && `${said}。`;
    },
    seeArticle: (title, day) => `请看《${title}》${day === null ? '' : `（${day}）`}。`,
    dispute: {
      aside: (day) => `（据${day}的文章）`,
      gap: '；',
      differ: (all) => `各篇文章说法不一：${all}。`,
      newest: (first) => `最新的文章说是${first}；`,
      older: (others) => `较早的说是${others}。`,
    },
    notFound: '文章里没有提到。',
    notTold: '找到的内容似乎没有说明这一点，最接近的如下。',
    part: { asks: '？', names: '：' },
    mended: (written, meant) => `（“${written}”按“${meant}”查找。）`,
    collection: {
      which: (about, period) =>
        [period && `${period}发布的`, about && `关于“${about}”的`].filter(Boolean).join(''),
      none: (which) => `这里没有${which}文章。`,
      undated: (count) => `文章都没有注明日期，说不出哪篇最新或最早；一共有 ${count} 篇：`,
      newest: (title, day) => `最新的文章是《${title}》（${day}）。`,
      oldest: (title, day) => `最早的文章是《${title}》（${day}）。`,
      recent: (shown) => `最新的 ${shown} 篇文章：`,
      days: (first, last) => `，从${first}到${last}`,
      some: (count, which, days, more) =>
        `这里有 ${count} 篇${which}文章${days}${more > 0 ? `；以下是其中 ${count - more} 篇，另有 ${more} 篇` : ''}：`,
      period: {
        between: (days) => days,
        since: (day) => `${day}以来`,
        until: (day) => `${day}及以前`,
      },
    },
    smallTalk: {
      identity:
        '我是一个机器人，从这里收录的文章里查找答案，只引用原文，不编造内容。发送“帮助”看看我能做什么。',
      thanks: '不客气！',
      greeting: '你好！想了解什么？',
      wellbeing: '我很好，谢谢！想了解什么？',
      presence: '我在。想了解什么？',
      farewell: '再见，欢迎随时再来！',
      praise: '谢谢，很高兴能帮上忙！',
      blame: '抱歉。换个说法，或者加上名称、日期，也许能找到更好的答案。',
      apology: '没关系。想了解什么？',
      test: '一切正常，请提问吧！',
      chatter: '这个我不会：我只知道这里的文章写了什么，问问文章里的事吧！',
      opening: '好的，请问吧。',
      laughter: '开心就好！有什么想了解的吗？',
      assent: '好的！想了解什么随时问我。',
    },
    abilities: {
      answers: '我从这里收录的文章里回答问题，附上引文和出处。',
      languages: '可以用中文或英文提问，文章是哪种语言都行；接着问“那是什么时候？”会沿用上一个问题的话题。',
      lists: '问“有没有关于……的文章？”“最近有什么新文章？”或“有多少篇文章？”，我会列出文章。',
    },
  },
};
