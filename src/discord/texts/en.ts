/** What the bot says in English; the other languages have the same keys. */
import { ABILITIES } from '../../answer/abilities.ts';
import type { FactKind } from '../../types.ts';

const kinds: Readonly<Record<FactKind, string>> = {
  who: 'Who',
  when: 'When',
  where: 'Where',
  number: 'Number',
  what: 'What',
};

export const EN = {
  kinds,
  colon: ': ',
  listSeparator: ' · ',
  /** Puts a reading or a date behind what it explains. */
  aside: (text: string) => ` (${text})`,
  asideSeparator: ', ',

  answer: {
    alsoIn: (articles: number) => (articles === 1 ? 'also in 1 article' : `also in ${articles} articles`),
    disputed: 'the articles differ',
    undated: 'undated',
    unanswered: 'Sorry, the articles do not tell. Other words may find more.',
    /** Of one part of a question, where others are answered. */
    partUnanswered: 'The articles do not tell.',
    closest: 'The closest articles:',
    shortened: 'This passage goes on: open its source below.',
    leftOut: (passages: number) =>
      passages === 1
        ? 'One more passage did not fit: see the sources below.'
        : `${passages} more passages did not fit: see the sources below.`,
    sources: 'Open a source',
    quoted: 'quoted',
    followUp: 'Ask further',
    why: 'Why this?',
    helpful: 'Helpful',
    unhelpful: 'Not helpful',
  },

  followUp: {
    title: 'Ask further',
    label: 'Your question',
    placeholder: 'and when?',
  },

  why: {
    title: 'Why this answer',
    explanation:
      'Each passage is looked for by its words and by its meaning; the best of both together come first.',
    words: (rank: number) => `by words: place ${rank}`,
    meaning: (rank: number) => `by meaning: place ${rank}`,
    noWords: 'by words: not found',
    noMeaning: 'by meaning: not among the nearest',
    quoted: 'quoted',
    nothing: 'Nothing was found for this question.',
    otherIndex: 'The articles have been indexed anew since this answer was given; this is how they rank now.',
  },

  article: {
    page: (page: number, pages: number) => `Passage ${page} of ${pages}`,
    previous: 'Back',
    next: 'Next',
    empty: 'This article has no text.',
  },

  notices: {
    howToAsk:
      'Ask with `/ask`, or write your question behind the mention. `/help` tells the other ways to ask.',
    failed: (reference: string) =>
      `Sorry, this could not be done just now. Please try again in a moment. (Reference ${reference})`,
    closing: 'The bot is being restarted. Please ask again in a moment.',
    cooling: (seconds: number) =>
      seconds === 1 ? 'One moment: ask again in a second.' : `One moment: ask again in ${seconds} seconds.`,
    asking: 'Your last question is still being answered. Ask again when its answer is there.',
    full: 'So many questions are waiting that this one has no place. Please ask again in a minute.',
    thanks: 'Thank you. Only the number of such answers is kept, not who gave them.',
    thanksAgain: 'You have already told what you think of this answer. Thank you.',
    noText: 'This message has no text to ask about.',
    gone: 'This belongs to articles that are no longer here. Please ask again.',
    noQuestion: 'The question is no longer in this message. Please ask again with `/ask`.',
    preparing: 'The articles are still being prepared. Please try again in a moment.',
    unknownArticle: 'No article has this title. Choose one of those that show while you type.',
    unknownCommand:
      'This command belongs to another version of the bot. Whoever runs it can mend that with `npm run deploy`.',
    wrongDay: (day: string) =>
      `Expected a day such as 2024-01-31 or 31 January 2024 (a month or a year will do), found “${day}”.`,
    wrongOrder: (from: string, to: string) =>
      `The first day, ${from}, comes after the last, ${to}. Please turn them around.`,
  },

  status: {
    title: 'Status',
    indexed: 'Indexed',
    articles: 'Articles',
    passages: 'Passages',
    model: 'Model',
  },

  help: {
    title: 'How to ask',
    ...ABILITIES.en,
    ask: '`/ask` answers a question from the articles. `private` shows the answer to you alone; `from` and `to` take only articles of those days.',
    mention: 'Mention the bot with a question in a channel or thread, or write to it directly.',
    followUp: 'Reply to an answer, or press “Ask further”, to go on: “and when?” keeps the subject.',
    message: 'In the menu of any message: Apps, “Ask about this”.',
    articles: '`/articles` shows an article, passage by passage.',
    other: '`/status` tells how old the articles are, `/privacy` what is kept.',
    invite: (link: string) => `[Invite the bot to another server](${link})`,
  },

  privacy: {
    title: 'What is kept',
    nobody: 'No name, no id and no message of a person is kept.',
    kept: 'Kept of each server: in which channels mentions are answered, how many answers were found helpful or not, and the questions that the articles did not answer, with how often and on what day they were asked last, and not by whom.',
    notKept: 'Questions in direct messages and private ones are not kept at all.',
    memory:
      'Who is asking is known for some seconds, in memory, so that nobody floods the bot; and who pressed a feedback button, so that it counts once.',
    local: 'Everything runs on the machine of whoever runs the bot; questions go to no other service.',
    reset: 'Whoever manages the server can delete all of it with `/admin reset`.',
  },

  admin: {
    notAllowed: 'This needs the permission “Manage Server”.',
    channels:
      'In which channels should mentions be answered? Threads belong to their channel. With none chosen, in all. Commands are not affected.',
    channelsPlaceholder: 'All channels',
    channelsSaved: (count: number) =>
      count === 0
        ? 'Mentions are answered in all channels.'
        : `Mentions are answered in ${count === 1 ? 'one channel' : `${count} channels`}.`,
    gaps: 'Asked and not answered',
    noGaps: 'Every question so far has been answered.',
    asked: (count: number, day: string) => `${count} ×, last on ${day}`,
    feedback: (helpful: number, unhelpful: number) => `Feedback: ${helpful} helpful, ${unhelpful} not`,
    resetQuestion:
      'Delete everything that is kept of this server: the channels chosen, the counts of feedback and the unanswered questions?',
    resetConfirm: 'Delete',
    resetDone: 'Everything that was kept of this server is deleted.',
    reindexStarted: 'The articles are being indexed anew; answers go on from the old index meanwhile.',
    reindexDone: 'The articles have been indexed anew.',
    notIndexed: {
      locked: (since: string) =>
        `The articles were not indexed: another program has been indexing them since ${since}. Its index answers when it is done.`,
      disk: 'The articles were not indexed: the disk is full, or the folder of the index cannot be read or written. Answers go on from the old index. Whoever runs the bot finds the cause in its log.',
      unread:
        'The articles were not indexed: some of them cannot be read at the moment. Answers go on from the old index. Whoever runs the bot finds in its log which they are.',
      empty:
        'The articles were not indexed: there is none that can be used. Answers go on from the old index. Whoever runs the bot finds the cause in its log.',
    },
  },
};

export type Texts = typeof EN;
