/** What the bot can do, wherever it is asked; /help on Discord begins with it. */
import type { Language } from '../types.ts';

interface Abilities {
  readonly answers: string;
  readonly languages: string;
  readonly lists: string;
}

export const ABILITIES: Readonly<Record<Language, Abilities>> = {
  en: {
    answers: 'I answer questions from the articles collected here, with a quote and where it is from.',
    languages:
      'Ask in English or Chinese, whatever language the articles are in; “and when?” goes on from the answer before.',
    lists: '“What do you have on …?”, “what’s new?” and “how many articles?” list the articles themselves.',
  },
  zh: {
    answers: '我从这里收录的文章里回答问题，附上引文和出处。',
    languages: '可以用中文或英文提问，文章是哪种语言都行；接着问“那是什么时候？”会沿用上一个问题的话题。',
    lists: '问“有没有关于……的文章？”“最近有什么新文章？”或“有多少篇文章？”，我会列出文章。',
  },
};
