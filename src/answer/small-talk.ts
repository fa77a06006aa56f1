/** What is said to small talk and to questions about the bot: one line, or what it can do. */
import type { SmallTalk } from '../rules/messages.ts';
import { toSimplified } from '../text/normalize.ts';
import { toTraditional } from '../text/traditional.ts';
import type { Language } from '../types.ts';
import { ABILITIES } from './abilities.ts';

type Lines = Readonly<Record<Exclude<SmallTalk, 'abilities' | 'address'>, string>>;

const LINES: Readonly<Record<Language, Lines>> = {
  en: {
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
  zh: {
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
};

/** The reply to a message; in Traditional characters where the message has some. */
export function replyTo(talk: SmallTalk, message: string, language: Language): string {
  const said =
    talk === 'abilities'
      ? Object.values(ABILITIES[language]).join(language === 'en' ? ' ' : '')
      : LINES[language][talk === 'address' ? 'greeting' : talk];
  return language === 'zh' && toSimplified(message) !== message ? toTraditional(said) : said;
}
