/** What `/privacy` says in English: all that is kept, for how long, and who sees it. */
export const PRIVACY_EN = {
  title: 'What I keep',
  nobody:
    'Of those who ask I keep no name, no id and no message, but for this: who presses “Tell me when there is an answer” is kept by their id until I have told them, or they press it again.',
  kept: 'Of each server I keep: its settings, such as the channels in which I answer and which articles they use; how many questions were asked and answered on each of the last 30 days; how many answers were rated helpful or not; and at most 500 questions that I could not answer, until they are deleted, with how often and on which day they were last asked, but not by whom. Those who manage the server can see them, and everybody in a channel to which they have a weekly digest sent.',
  notKept:
    'I don’t keep questions asked in direct messages or in private, nor what a message says that somebody had me look up: the answer only links to it. Where those who manage a server have me answer new posts, I read the messages there and keep none of them.',
  articles:
    'Of those who change articles with `/admin articles` I keep the id, the day and what was changed, for the last 100 changes, with the files as they were before; those who manage the server see that. Articles stay until somebody removes them.',
  learned:
    'Where those who manage the server have me learn from a forum or thread that everybody may read, the question and the accepted answer of solved posts become articles, with a link and without names. I read them anew each day: what was deleted since then is deleted here, too.',
  memory:
    'For as long as I run I remember who is asking just now, so that nobody floods a channel, who has rated an answer, so that it counts once, and whom I told that I don’t answer somewhere, so that I say it once.',
  local: 'Everything happens on the computer of whoever runs me; your questions go to no other service.',
  sent: (host: string) =>
    `To write an answer, your question, up to three before it and the passages found for it are sent to the language model at ${host}, which whoever runs me has chosen. Everything else happens on their computer.`,
  shared: (host: string) =>
    `What I keep is in a database at ${host}, which whoever runs me has chosen. There, what is deleted is gone from the tables, but may remain in files and copies of that server for a while. For a day it also has the ids of the messages that I have answered, and numbers made of those of who has asked and rated, so that nothing is answered or counted twice.`,
  own: 'Under an answer that finds nothing, “Don’t keep this question” deletes yours from the list.',
  reset: 'Those who manage the server can delete all of it, here or with `/admin reset`.',
  left: 'Where I am removed from a server, what I keep of it is deleted after 30 days.',
};
