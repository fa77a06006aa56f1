/** Questions about the bot itself in English, read as small talk is. */

import type { SmallTalk } from '../../messages.ts';
import type { Rule } from '../../rule.ts';

export const ABOUT_THE_BOT: readonly Rule<SmallTalk>[] = [
  {
    pattern:
      /^[!/]?(?:help(?: me| pls| plz| please)*|(?:i )?need (?:some )?help|(?:can|could|will|would) (?:you|u|someone|anyone|anybody) (?:please )?help(?: me)?(?: out)?|how (?:can|could|do|will) you help(?: me)?|what (?:can|could|do|will|would) (?:you|u|this bot|the bot) (?:do|help (?:me )?with|offer|answer)(?: (?:for|with) (?:me|us))?|what (?:does|can) (?:this|the) (?:bot|thing|robot) do|what are you (?:for|good (?:for|at)|able to do|capable of|doing)|what(?:'s| is| are) (?:your|this bot's|the bot's) (?:commands|features?|functions?|abilities|capabilities|instructions|purpose|use|job|skills)|how (?:do (?:i|we|you)|to|can i|should i|does one|can we) (?:use|work with|talk to|operate) (?:you|u|this|this (?:bot|thing)|the bot|your bot)|how (?:does|do|did) (?:this|this (?:bot|thing)|the bot|you|all this) work|what (?:can|could|should|may|do) (?:i|we) ask(?: (?:you|here|about|you about|for))*|what (?:kinds?|sorts?|types?) of questions (?:can|could|should|may|do) (?:i|you|we) (?:ask|answer)(?: you)?|(?:which|what) questions (?:can|do|could) (?:i|you|we) (?:ask|answer)(?: you)?|how (?:do|can|should) (?:i|we) ask(?: (?:you|a question|questions|you (?:a question|questions|something)|here))?|(?:show|list)(?: me)? (?:the |your |all )?commands|instructions|how to ask)\b/,
    means: 'abilities',
    examples: [
      'help',
      '/help',
      'what can you do',
      'how do i use this bot',
      'what can i ask you',
      'can you help me',
      'what are you for',
      'how does this work',
    ],
    not: ['helpdesk hours', 'how do i use the washing machine'],
  },
  {
    pattern:
      /^(?:who (?:are|r) (?:you|u)(?: exactly| really)?|what (?:are|r) (?:you|u)(?: exactly| really)?|what(?:'s| is) your (?:name|age|job|purpose in life)|do you have a name|who (?:made|created|built|wrote|programmed|coded|designed|owns?|runs?|developed|trained|is behind|hosts?|maintains?) (?:you|u|this bot|the bot|this thing)|who(?:'s| is| are) your (?:creators?|makers?|developers?|owners?|authors?|masters?|boss|parents?|father|mother)|are (?:you|u) (?:an? |the |really |actually |just |even )*(?:bot|robot|human|ai|real|person|real person|real human|machine|computer|chatgpt|gpt|llm|language model|chat ?bot|program|alive|smart|intelligent|conscious|sentient|open source|free)(?: or (?:an? )?(?:human|bot|robot|person|real person|ai))?|(?:am i talking|is this) (?:to )?(?:an? )?(?:real |live )?(?:bot|robot|human|person|ai)|(?:please )?introduce yourself|tell (?:me|us) (?:something |more )?about yourself|(?:what|who) is this bot|where are you from|where do you (?:live|come from|get your (?:information|answers|data|knowledge)(?: from)?)|how old are you|when were you (?:born|made|created|built)|(?:do|can) you (?:speak|understand|know|talk|read) (?:english|chinese|mandarin|cantonese|french|german|spanish|japanese|korean|russian)|(?:what|which|how many) languages? (?:do|can) you (?:speak|understand|know|answer in)|(?:do|can) you (?:think|learn|feel|dream|remember(?: me| things)?)|what model are you(?: using| based on)?|do you use (?:chatgpt|gpt|ai|an? (?:llm|language model)))\b/,
    means: 'identity',
    examples: [
      'who are you',
      "what's your name",
      'are you a bot',
      'who made you',
      'are you an ai or a human',
      'do you speak chinese',
      'tell me about yourself',
    ],
    not: ['who are your partners', 'are you a member of the union'],
  },
];
