/**
 * Questions in English about the collection of articles as a whole, in small letters, without what is said in front of
 * them and without a mark at the end. `about` holds what the articles are to be about; `time` has to be a time and nothing
 * else, or the rule does not hold.
 */

import type { CollectionWish } from '../../messages.ts';
import type { Rule } from '../../rule.ts';

/** What a collection is of. */
const ITEMS =
  '(?:news )?(?:articles?|posts?|docs?|documents?|documentation|pages?|guides?|tutorials?|news(?: items?| stories)?|story|stories|entry|entries|texts?|reports?|threads?|how-?tos?|write-?ups?|announcements?|faqs?|sources?)';
const PLACE =
  '(?: (?:here|in total|altogether|overall|now|right now|currently|available|in (?:all|there|your|the|this) ?(?:index|collection|library|database|archive|corpus|knowledge base|memory|server)?))*';
const ON =
  '(?:about|on|regarding|concerning|covering|mentioning|discussing|describing|containing|with|(?:that|which) (?:mention|cover|discuss|describe|contain|talk about|are about|deal with|refer to)|related to|relating to|dealing with)';
const SHOW =
  "(?:(?:can|could|would|will) you )?(?:please )?(?:(?:i(?:'d| would)? (?:want|like) to (?:see|read)|i(?:'m| am) looking for|looking for|show|give|list|find|get|display|search(?: for)?|tell|send|recommend|suggest)(?: (?:me|us))?(?: out)? )?";
const THE = '(?:(?:all|any|some|every|each|the|your|of) )*';
const DO_YOU_HAVE =
  '(?:do|did|does|have|are|is|can) (?:you|we|i|there|the bot|this bot)(?: (?:have|got|know(?: of)?|hold|keep|find|contain|index|cover|read|store|offer))?|have you(?: got)?|you have';

const read = (source: string): RegExp => new RegExp(`^(?:${source})$`);

export const COLLECTION: readonly Rule<CollectionWish>[] = [
  {
    pattern: read(
      `${SHOW}(?:me )?how many ${ITEMS} (?:${DO_YOU_HAVE}|exist|(?:are|were) (?:published|written|posted|indexed|added))?${PLACE}(?: ${ON} (?<about>.+)| (?<time>.+))?`,
    ),
    means: 'count',
    examples: [
      'how many articles do you have',
      'how many posts are there in total',
      'how many guides are there about sailing',
      'how many articles were published in 2023',
      'tell me how many documents you have',
    ],
    not: ['how many pages are there in the town charter', 'how many posts does the fence have'],
  },
  {
    pattern: read(
      `how many ${ITEMS} (?:mention|cover|discuss|describe|contain|talk about|are about|deal with|refer to|are on) (?<about>.+)`,
    ),
    means: 'count',
    examples: ['how many articles mention the ferry'],
  },
  {
    pattern: read(
      `(?:what(?:'s| is) the )?(?:total )?(?:number|count) of ${ITEMS}${PLACE}|how (?:big|large) is (?:your|the) (?:index|collection|library|database|archive|corpus|knowledge base)`,
    ),
    means: 'count',
    examples: ['number of articles', 'how big is your library'],
    not: ['number of posts in the fence'],
  },
  {
    pattern: read(
      `${SHOW}(?:(?:what|which|what's|whats)(?: one)?(?: (?:is|was|are))? )?(?:the |your )?(?:very )?(?:newest|latest|most recent|last) (?:article|post|doc|document|page|guide|tutorial|news story|news item|story|entry|report|thread|announcement)(?: (?:${DO_YOU_HAVE}|published|posted|added))?${PLACE}(?: ${ON} (?<about>.+))?`,
    ),
    means: 'newest',
    examples: [
      'what is the newest article',
      'latest article',
      'show me the most recent post',
      "what's the latest guide about knots",
      'which is the last article you have',
    ],
    not: ['what is the last page of the passport'],
  },
  {
    pattern: read(
      `when (?:was|were) (?:the |your )?(?:last|latest|newest|most recent) ${ITEMS} (?:published|written|added|updated|posted|from)|when (?:was|were) (?:the|your|these|this) (?:${ITEMS}|index|collection|library|archive|knowledge base) (?:last )?(?:updated|changed)|how (?:old|recent|new|fresh|current|up[ -]to[ -]date) (?:is|are) (?:the|your)(?: latest| newest)? (?:${ITEMS}|index|collection|library|archive|knowledge base|data|information|knowledge)`,
    ),
    means: 'newest',
    examples: [
      'when was the latest article published',
      'how old are your articles',
      'when were the docs last updated',
    ],
    not: ['when was the last ferry'],
  },
  {
    pattern: read(
      `${SHOW}(?:(?:what|which)(?: one)?(?: (?:is|was|are))? )?(?:the |your )?(?:very )?(?:oldest|earliest|first) (?:${ITEMS})(?: (?:${DO_YOU_HAVE}|published|posted|added))?${PLACE}(?: ${ON} (?<about>.+))?`,
    ),
    means: 'oldest',
    examples: ['what is the oldest article', 'show me the earliest post about sailing'],
    not: ['what is the first article of the constitution'],
  },
  {
    pattern: read(
      `what(?:'s| is|s| was| has been)? (?:new|recent)(?: (?:here|lately|recently|with you|in (?:the|your|this) (?:index|collection|library|archive|server)))*(?: ${ON} (?<about>.+)| (?<time>.+))?`,
    ),
    means: 'recent',
    examples: ["what's new", 'what is new here', "what's new this month", "what's new about sailing"],
    not: ["what's new in version 4"],
  },
  {
    pattern: read(
      `what(?:'s| has| have| was| were| did you| did)? ?(?:been |you )?(?:changed?|added?|updated?|published|posted|new)(?: (?:lately|recently|here|in (?:the|your) (?:index|collection|library|archive)))*(?: (?<time>.+))?`,
    ),
    means: 'recent',
    examples: [
      'what changed',
      'what has changed recently',
      'what was added this year',
      'what was published today',
    ],
    not: ['what changed in the second draft', 'what changed the course of the river'],
  },
  {
    pattern: read(
      `${SHOW}(?:(?:what|which)(?: (?:is|are))? |(?:is|are) there |(?:do|have) you (?:have |got )?)?${THE}(?:new|newest|latest|recent|most recent|last|fresh)(?: \\d+| few| couple of)? (?:articles|posts|docs|documents|pages|guides|tutorials|news(?: items| stories)?|stories|entries|reports|threads|announcements|updates|changes|additions|content|stuff)(?: (?:${DO_YOU_HAVE}|published|posted|added))?(?: (?:lately|recently))?${PLACE}(?: ${ON} (?<about>.+)| (?<time>.+))?`,
    ),
    means: 'recent',
    examples: [
      'any new articles',
      'what are the latest posts',
      'latest news',
      'show me recent articles about sailing',
      'are there any new guides this month',
      'any recent updates',
    ],
    not: ['latest news from the harbour board'],
  },
  {
    pattern: read(
      `(?:is there |do you have |have you got )?(?:anything|something) new(?: (?:here|lately|recently))*(?: ${ON} (?<about>.+)| (?<time>.+))?|(?:any|is there any|are there any) (?:news|updates?|changes)(?: (?:here|lately|recently))*(?: (?<time2>.+))?`,
    ),
    means: 'recent',
    examples: ['anything new', 'anything new about sailing', 'any news', 'any updates today'],
    not: ['any updates on the ferry'],
  },
  {
    pattern: read(
      `${SHOW}(?:what|which) ${ITEMS} (?:(?:mention|cover|discuss|describe|contain|talk about|(?:are|is) about|deal with|refer to|speak (?:of|about)|tell (?:me )?about|have to do with|(?:are|is) on|explain)s?|mentions|covers|talks about|deals with|mentioned|covered|discussed|talked about) (?<about>.+)`,
    ),
    means: 'list',
    examples: [
      'which articles mention the ferry',
      'what guides cover knots',
      'which pages talk about refunds',
    ],
    not: ['which documents do i need for a visa'],
  },
  {
    pattern: read(
      `${SHOW}(?:what|which) ${ITEMS}(?: (?:${DO_YOU_HAVE}))?${PLACE}(?: (?:published|written|posted|dated|added|come))?(?: (?:${ON}|for) (?<about>.+)| (?<time>.+))?`,
    ),
    means: 'list',
    examples: [
      'which articles do you have',
      'what articles are there about sailing',
      'which articles are from this year',
      'what guides do you have for beginners',
      'which posts were written in may 2024',
    ],
    not: ['which articles of the charter were changed', 'what reports did the mayor sign'],
  },
  {
    pattern: read(
      `what (?:(?:do|have|did) you (?:have|got|find)?|is there|else do you have)(?: ${ITEMS})? (?:on|about|regarding|concerning|from|of) (?<about>.+)`,
    ),
    means: 'list',
    examples: [
      'what do you have on sailing',
      'what have you got about the ferry',
      'what do you have from 2023',
    ],
    not: ['what do you have to bring'],
  },
  {
    pattern: read(
      `(?:(?:${DO_YOU_HAVE}) )?(?:any|anything|something|some|an|a|more|much|stuff|content|material|information|info)(?: (?:${ITEMS}|information|info|material|content|stuff|thing|else))? ${ON} (?<about>.+)`,
    ),
    means: 'list',
    examples: [
      'any articles about sailing',
      'do you have anything on the ferry',
      'is there a guide about knots',
      'are there any posts about refunds',
      'do you have an article on the harbour',
    ],
    not: ['is there a fee on sundays', 'do you have a dog'],
  },
  {
    pattern: read(
      `(?:(?:${DO_YOU_HAVE}) )(?:an?|any|some) ${ITEMS}(?: for (?<about>.+)|(?: (?:published|written|posted|dated))? (?<time>.+))?${PLACE}`,
    ),
    means: 'list',
    examples: [
      'do you have any articles from 2023',
      'do you have a guide for beginners',
      'are there any articles',
    ],
    not: ['do you have any documents to sign'],
  },
  {
    pattern: read(`any ${ITEMS} (?:for (?<about>.+)|(?<time>.+))`),
    means: 'list',
    examples: ['any articles from this year', 'any guides for beginners'],
  },
  {
    pattern: read(
      `${SHOW}${THE}(?:articles|posts|docs|documents|pages|guides|tutorials|stories|news|reports|threads) ${ON} (?<about>.+)`,
    ),
    means: 'list',
    examples: ['articles about sailing', 'show me all guides on knots', 'find posts mentioning refunds'],
    not: ['articles of the charter'],
  },
  {
    pattern: read(
      `(?:(?:can|could|would|will) you )?(?:please )?(?:show|give|list|display|name|see)(?: (?:me|us))? ${THE}(?:list of )?${THE}(?:${ITEMS}|titles|contents)(?: (?:${DO_YOU_HAVE}))?${PLACE}(?: (?:published|written|posted|dated))?(?: (?<time>.+))?|(?:a |the )?(?:full |complete )?list of ${THE}(?:articles|posts|docs|documents|pages|guides|tutorials|stories)(?: (?<time2>.+))?|(?:all |all the |your )(?:articles|posts|docs|documents|pages|guides|tutorials)(?: (?<time3>.+))?|(?:article|document|post|guide) list|table of contents`,
    ),
    means: 'list',
    examples: [
      'list all articles',
      'list all guides',
      'show me the articles of 2023',
      'list of articles',
      'all articles from may 2024',
    ],
    not: ['list the articles of the charter', 'show me the guides of the museum'],
  },
  {
    pattern: read(
      `(?:articles|posts|docs|documents|guides|news|reports|stories) (?:(?:published|written|posted|dated) )?(?<time>.+)`,
    ),
    means: 'list',
    examples: ['articles from 2023', 'news of may 2024', 'posts written this year'],
    not: ['posts of the fence'],
  },
  {
    pattern: read(
      `(?:what|which) (?:topics?|subjects?|themes?|areas|fields|categories)(?: (?:of (?:knowledge|interest)))?(?: (?:${DO_YOU_HAVE}|do you know about|can (?:i|you|we) (?:ask|talk|answer|read)(?: (?:you|questions))?|do (?:the|your) ${ITEMS} (?:cover|talk about|deal with)))?(?: about)?(?: (?:covered|discussed|about))?${PLACE}`,
    ),
    means: 'topics',
    examples: ['what topics do you cover', 'which subjects are there', 'what topics can i ask about'],
    not: ['what topics did the mayor raise'],
  },
  {
    pattern: read(
      `what (?:(?:is|are) (?:the|your|these|all these|those) (?:${ITEMS}|collection|index|library|archive|corpus|knowledge base|database) (?:all )?about|do you (?:know|cover|have|hold)(?: about)?|have you (?:got|read|learned|indexed)|(?:is|'s) in (?:your|the) (?:collection|index|library|archive|corpus|knowledge base|database|articles)|(?:kind|sort|type)s? of (?:information|articles|things|documents|content|stuff|topics|news) (?:do|can) you (?:have|know(?: about)?|cover|offer|answer)|(?:information|content|material|knowledge|data) (?:do|can) you (?:have|know|cover|offer|use)|can (?:i|we) (?:read|find|learn|look up)(?: (?:about|out))?(?: here)?|do (?:the|your) ${ITEMS} (?:cover|talk about|deal with|say))${PLACE}`,
    ),
    means: 'topics',
    examples: ['what do you know', 'what are your articles about', 'what can i find here'],
    not: ['what do you know about sailing', 'what is in the box'],
  },
];
