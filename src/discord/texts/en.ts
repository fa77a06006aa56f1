/** What the bot says in English; the other languages have the same keys. */
import { SAYINGS } from '../../answer/sayings.ts';
import { dateInWords } from '../../text/date-in-words.ts';
import { EDITING_EN } from './editing-en.ts';
import { PRIVACY_EN } from './privacy-en.ts';

export const EN = {
  listSeparator: ' · ',

  editing: EDITING_EN,

  answer: {
    alsoIn: (articles: number) => (articles === 1 ? 'also in 1 other article' : `also in ${articles} others`),
    unanswered: 'Sorry, I couldn’t find an answer to that. Asking it another way may help.',
    /** Of one part of a question, where others are answered. */
    partUnanswered: 'I couldn’t find anything about this part.',
    closest: 'Maybe one of these helps:',
    /** `day` is `YYYY-MM-DD`. */
    newest: (day: string) =>
      `My newest article is from ${dateInWords(day, 'en')}, so I know nothing of what came later.`,
    shortened: 'There is more: open the source below to read on.',
    leftOut: (places: number) =>
      places === 1
        ? 'One more passage did not fit here: you will find it in the sources below.'
        : `${places} more passages did not fit here: you will find them in the sources below.`,
    about: (link: string) => `About [this message](${link})`,
    /** A line that an answer says itself, in the script that this language is written in. */
    said: (line: string) => line,
    unasked: 'I wasn’t asked, but I have read about this. If I’m wrong, react with 👎 and I’ll take it back.',
    sources: 'Read a source',
    quoted: 'quoted above',
    followUp: 'Ask a follow-up',
    why: 'Why this answer?',
    unkeep: 'Don’t keep this question',
    /** While a language model writes above the quotes. */
    writing: (model: string) => `${model} is writing an answer from these passages …`,
    written: (model: string) =>
      `Written by ${model} from the passages it names, and checked against them; the quotes are the articles’ own words.`,
    stop: 'Stop',
    solved: 'This solved it',
    unsolved: 'Not quite',
    helpful: 'Helpful',
    unhelpful: 'Not helpful',
  },

  followUp: {
    title: 'Ask a follow-up',
    label: 'Your question',
    placeholder: 'and when?',
  },

  why: {
    title: 'Why this answer?',
    explanation:
      'I look for what uses the words of the question, and for what means the same in other words. What does well in both comes first.',
    words: (rank: number) => `same words: no. ${rank}`,
    meaning: (rank: number) => `same meaning: no. ${rank}`,
    noWords: 'uses other words',
    noMeaning: 'not close in meaning',
    quoted: 'quoted',
    nothing: 'I found nothing at all for this question.',
    otherIndex: 'The articles have been updated since this answer; here is what I would look at now.',
  },

  article: {
    page: (page: number, pages: number) => `Part ${page} of ${pages}`,
    previous: 'Back',
    next: 'Next',
    empty: 'There is no text in this article.',
  },

  list: {
    title: 'What I answer from',
    page: (page: number, pages: number, articles: number) =>
      `${articles === 1 ? '1 article' : `${articles} articles`} · page ${page} of ${pages}`,
    nothing: 'I have no article with these words in its title.',
    open: 'Read one',
    previous: 'Back',
    next: 'Next',
  },

  notices: {
    howToAsk: 'Ask me with `/ask`, or mention me together with your question. `/help` shows the other ways.',
    failed: (reference: string) =>
      `Sorry, something went wrong on my side. Please try again in a moment. (Reference ${reference})`,
    stateAway:
      'What this server has set and keeps cannot be read or changed just now. Questions are answered all the same. Please try this again in a minute.',
    closing: 'I’m just restarting. Please ask again in a moment.',
    waiting: {
      person: 'Two of your questions are waiting already. I’ll answer those first; ask this one again then.',
      channel: 'A lot of questions are waiting in this channel. Please ask this one again in a minute.',
      all: 'A lot of questions are waiting just now. Please ask this one again in a minute.',
    },
    noDirectMessages: 'I don’t answer in direct messages. Please ask me in the server.',
    askPrivately: 'In this server only whoever asks sees my answers. Please ask me with `/ask`.',
    otherChannels: (channels: readonly string[]) =>
      `I don’t answer questions in this channel. Please ask me in ${channels.join(', ')}.`,
    mayNotWrite:
      'I can’t write here: this thread is closed, or I am not allowed to post. Ask again elsewhere, or set `private`.',
    thanks: 'Thank you! I only count these votes and don’t note who gave them.',
    thanksAgain: 'You have already rated this answer. Thank you!',
    noText: 'There is no text in this message that I could look up.',
    gone: 'That article is no longer here. Please ask again.',
    noQuestion: 'I can no longer see what the question was. Please ask it again with `/ask`.',
    preparing: 'I am still reading the articles. Please try again in a moment.',
    notYourAnswer: 'Only whoever asked can stop this.',
    unknownCommand:
      'This belongs to another version of me. Whoever runs the bot can fix that with `npm run deploy`.',
    wrongDay: (day: string) =>
      `I can’t read “${day}” as a date. Write it like 2024-01-31 or 31 January 2024; a month or a year alone is fine, too.`,
    wrongOrder: (from: string, to: string) =>
      `The first day, ${from}, comes after the last, ${to}. Please swap them.`,
  },

  status: {
    title: 'How things stand',
    indexed: 'Articles read on:',
    articles: 'Articles:',
    model: 'Search model:',
  },

  help: {
    title: 'How to ask me',
    ...SAYINGS.en.abilities,
    ask: '`/ask` answers a question. With `private` only you see the answer; `from` and `to` look only at articles of those days.',
    mention: 'Mention me with your question in a channel or thread, or write to me directly.',
    followUp:
      'To go on from an answer, press “Ask a follow-up” under it: “and when?” keeps the subject. Replying to it works as well where I answered a mention or a direct message; under an answer to `/ask`, mention me in your reply.',
    message: 'To look up what somebody wrote: open the menu of the message, Apps, “Ask about this”.',
    tellMe:
      'Where I find nothing, “Tell me when there is an answer” has me write to you once somebody has answered it.',
    articles: '`/articles` lists what I answer from, and opens an article; with `title` it searches.',
    other: '`/status` shows how old the articles are, `/privacy` what I keep.',
    invite: (link: string) => `[Invite me to another server](${link})`,
  },

  privacy: PRIVACY_EN,

  solving: {
    intro:
      'Below an answer that I give to a post, “This solved it” marks the post, and “Not quite” hands it over.',
    noForum: 'To choose the tag of a forum, name the forum in the command.',
    tag: (forum: string, tag: string) => `Solved posts of ${forum} get the tag: ${tag}`,
    helpers: (role: string) => `Who takes over where my answer is not enough: ${role}`,
    none: 'none',
    pinged: 'They are pinged.',
    notPinged: 'They are named and not pinged.',
    startPings: 'Ping them',
    stopPings: 'Don’t ping them',
    tagPlaceholder: 'No tag',
    helpersPlaceholder: 'Nobody',
    off: 'I answer new posts only where whoever runs the bot has switched that on.',
    notYours: 'Only whoever asked, or somebody who manages the server, can do that.',
    handedOver: (role: string) => `That was not quite it. Maybe ${role} can help here.`,
  },

  digest: {
    title: 'The last seven days',
    questions: (asked: number, answered: number) =>
      `Questions: **${asked}**, of which I answered **${answered}**`,
    written: (count: number) => `Answers that a language model wrote: **${count}**`,
    ratings: (helpful: number, wrong: number) => `Rated helpful: **${helpful}**, not helpful: **${wrong}**`,
    off: 'Choose a channel, and once a week I send a digest there: how much was asked and answered, what I could not answer, and how answers were rated; and a line whenever articles have changed or could not be read. Everybody who sees the channel can read it.',
    on: (channel: string) => `Once a week I send a digest to ${channel}. Choose none to stop that.`,
    placeholder: 'No digest',
  },

  settings: {
    title: 'Settings of this server',
    channels: 'I answer in:',
    allChannels: 'all channels',
    listening: 'I answer new posts in:',
    limited: 'Use only some of the articles (`/admin corpus`):',
    names: {
      language: 'Language of my answers:',
      refusals: 'Where I find nothing:',
      answers: 'Who sees an answer:',
    },
    ways: {
      language: {
        question: 'that of the question',
        en: 'English',
        zh: 'Simplified Chinese',
        'zh-TW': 'Traditional Chinese',
      },
      refusals: {
        titles: 'I say so and name articles that may help',
        line: 'I say so in one line',
        nothing: 'I say nothing; a command gets one line',
      },
      answers: {
        public: 'everybody in the channel',
        private: 'only who asked, by a command',
      },
    },
  },

  admin: {
    notAllowed: 'You need the permission “Manage Server” for this.',
    notOperator:
      'All servers with this bot share its articles, so only whoever runs the bot can have me reread them.',
    channels:
      'In which channels shall I answer questions? Threads go with their channel. Choose none, and I answer in all of them.',
    listening:
      'Below: where shall I answer new posts without being mentioned? In a forum I answer the first message of a post, in a channel questions that I am sure about; I wait 20 seconds for somebody who helps, and say nothing else.',
    listeningPlaceholder: 'Nowhere without a mention',
    listeningSaved: (count: number) =>
      count === 0
        ? 'Done: I answer only where I am asked.'
        : `Done: I answer new posts in ${count === 1 ? 'one channel' : `${count} channels`}.`,
    channelsPlaceholder: 'All channels',
    channelsSaved: (count: number) =>
      count === 0
        ? 'Done: I answer in all channels.'
        : `Done: I answer in ${count === 1 ? 'one channel' : `${count} channels`} only.`,
    parts: (channel: string) =>
      `Which articles shall I use in ${channel}? Choose folders or sources. Choose none, and I use all of them.`,
    partsPlaceholder: 'All articles',
    partSize: (articles: number) => (articles === 1 ? '1 article' : `${articles} articles`),
    noParts: 'The articles are in no folders and name no sources, so there is nothing to choose from.',
    partsSaved: (channel: string, parts: readonly string[]) =>
      parts.length === 0
        ? `Done: in ${channel} I use all articles.`
        : `Done: in ${channel} I use only ${parts.join(', ')}.`,
    limited: (channels: readonly string[]) => `Limited so far: ${channels.join(', ')}.`,
    gaps: 'Questions I could not answer',
    noGaps: 'So far I have answered every question.',
    asked: (count: number, day: string) =>
      count === 1 ? `asked once, on ${day}` : `asked ${count} times, last on ${day}`,
    feedback: (helpful: number, unhelpful: number) => `Ratings: ${helpful} helpful, ${unhelpful} not`,
    otherWords: (questions: readonly string[]) => `also: ${questions.join(' · ')}`,
    forget: 'Delete what is kept of this server',
    resetQuestion:
      'Shall I delete everything that I keep of this server: the settings, the ratings, the questions I could not answer, who changed which article, and what I learned from posts? The articles themselves stay.',
    resetConfirm: 'Delete',
    resetDone: 'Done: everything that I kept of this server is deleted.',
    reindexStarted: 'I’m rereading the articles. Until I’m done I answer from what I have.',
    reindexDone: 'Done: I have reread the articles.',
    notIndexed: {
      locked: (since: string) =>
        `Another program has been reading the articles since ${since}. I’ll use what it has read once it is done.`,
      disk: 'That didn’t work: the disk is full, or the folder for it cannot be read or written. I answer from what I have; see the log.',
      unread:
        'That didn’t work: some of the articles cannot be read just now. I answer from what I have; the log says which they are.',
      empty: 'That didn’t work: there is no article that I can use. I answer from what I have; see the log.',
    },
  },
};

export type Texts = typeof EN;
