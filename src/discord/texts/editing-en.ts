/** What is said in English to those who change the articles; the other languages have the same keys. */
import { tellReason } from '../../reasons/tell.ts';

export const EDITING_EN = {
  off: 'The articles cannot be changed from here.',
  notOperator:
    'The articles that all servers share are for whoever runs the bot. Leave `everywhere` out to change those of this server.',
  nothingGiven: 'Give me a file or an address. To write the text yourself, use `/admin articles write`.',
  taken: (titles: readonly string[], more: number) =>
    `Added: ${titles.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
  same: (count: number) => (count === 1 ? 'One was already there.' : `${count} were already there.`),
  left: (reasons: readonly string[], more: number) =>
    [
      'Not added:',
      ...reasons.map((reason) => `- ${reason}`),
      ...(more > 0 ? [`- and ${more} more`] : []),
    ].join('\n'),
  tooLarge: (name: string, megabytes: number) => `${name}: it is larger than ${megabytes} MB`,
  notFetched: (name: string) => `${name}: Discord did not hand it over`,
  reading: 'I’m reading them now; until I’m done I answer from what I have.',
  read: 'I’ve read them: you can ask about them now.',
  notRead: 'They are saved, but I couldn’t add them to my index just now; see the log.',
  keptUpToDate: 'I’ll look at this address again whenever the sources are updated.',
  form: { title: 'A new article', name: 'Title', text: 'Text (Markdown)' },
  reply: { title: 'Answer a question', label: 'Your answer (Markdown)' },
  written: (title: string) => `Saved: **${title}**.`,
  listTitle: 'Articles of this server',
  listTitleAll: 'Articles that all servers share',
  none: 'There are none yet. `/admin articles add` takes a file or an address, `/admin articles write` a text.',
  page: (page: number, pages: number, count: number) =>
    `${count === 1 ? '1 entry' : `${count} entries`} · page ${page} of ${pages}`,
  isRead: 'in use',
  isNotRead: 'not in use yet, or cannot be read',
  changed: (day: string) => `of ${day}`,
  ofSource: (articles: number, day: string | null) =>
    `${articles === 1 ? '1 article' : `${articles} articles`}, ${day === null ? 'not looked at yet' : `looked at on ${day}`}`,
  /** Why something was not read, as files and sources tell it. */
  reason: (reason: string) => tellReason(reason, 'en'),
  failing: (reason: string) => `failed: ${reason}`,
  remove: 'Remove one',
  removed: (name: string) => `Removed: **${name}**.`,
  gone: 'That is no longer there.',
  undo: 'Undo',
  undoOne: 'Undo one',
  undone: (name: string) => `Undone: **${name}** is as it was before.`,
  changesTitle: 'Changes of the articles',
  noChanges: 'Nothing was changed from here yet.',
  what: {
    added: 'added',
    written: 'wrote',
    answered: 'answered',
    removed: 'removed',
    undone: 'undid a change of',
  },
  previous: 'Back',
  next: 'Next',
  answerOne: 'Answer one',
  answered: (question: string, people: number) =>
    `Saved as an article: **${question}**. ${people === 0 ? '' : people === 1 ? 'One person who waited for it is told.' : `${people} people who waited for it are told.`}`.trim(),
  tellMe: 'Tell me when there is an answer',
  tell: 'I will write to you when somebody has answered this. Press again, and I won’t.',
  dontTell: 'All right, I won’t write to you about this.',
  noLonger: 'This question is no longer kept. Please ask it again.',
  told: (server: string, question: string, answer: string) =>
    `You wanted to know in ${server}: “${question}” There is an answer now:\n\n${answer}`,
  learning: {
    needsContent:
      'I can learn from posts only where whoever runs the bot has switched that on (`MESSAGE_CONTENT=1`).',
    notPublic: (channel: string) =>
      `Not everybody in this server may read ${channel}, so I don’t learn from it.`,
    on: (channel: string, count: number) =>
      `I learn from the solved posts of ${channel}: ${count === 1 ? 'one is' : `${count} are`} an article now. I look again each day; nobody is named. Use the command again to stop.`,
    off: (channel: string) => `I no longer learn from ${channel}; what I had learned there is deleted.`,
    unread: (channel: string) => `I may not read ${channel}.`,
  },
  synced: (added: number, changed: number, gone: number) =>
    `The articles are up to date: ${added} new, ${changed} changed, ${gone} gone.`,
  notSynced: (count: number, reason: string | null) =>
    `${count === 1 ? 'One article or source' : `${count} articles or sources`} could not be read and ${count === 1 ? 'stays as it is' : 'stay as they are'}${reason === null ? '.' : `: ${reason}`}`,
};
