/** What the bot says in Simplified Chinese; Traditional Chinese is made of it. */
import { SAYINGS } from '../../answer/sayings.ts';
import { dateInWords } from '../../text/date-in-words.ts';
import { EDITING_ZH } from './editing-zh.ts';
import type { Texts } from './en.ts';
import { PRIVACY_ZH } from './privacy-zh.ts';

export const ZH: Texts = {
  listSeparator: ' · ',

  editing: EDITING_ZH,

  answer: {
    alsoIn: (articles) => `另有 ${articles} 篇也写到`,
    unanswered: '抱歉，这个问题我没有找到答案。换个问法试试？',
    partUnanswered: '这一部分我没有找到相关内容。',
    closest: '也许这几篇能帮上忙：',
    newest: (day) => `我最新的文章是${dateInWords(day, 'zh')}的，之后的事我不知道。`,
    shortened: '后面还有，打开下方的来源可以接着读。',
    leftOut: (places) => `还有 ${places} 处没有显示，见下方的来源。`,
    about: (link) => `关于[这条消息](${link})`,
    said: (line) => line,
    unasked: '虽然没有人问我，不过我正好读到过。如果不对，请用 👎 回应，我就撤回。',
    sources: '阅读来源',
    quoted: '上文已引用',
    followUp: '接着问',
    why: '为什么这样回答？',
    unkeep: '不要保存这个问题',
    writing: (model) => `${model} 正在根据这些段落撰写回答……`,
    written: (model) => `由 ${model} 根据所标的段落写成，并与它们核对过；引文是文章的原话。`,
    stop: '停止',
    solved: '解决了',
    unsolved: '还没解决',
    helpful: '有帮助',
    unhelpful: '没帮助',
  },

  followUp: {
    title: '接着问',
    label: '您的问题',
    placeholder: '那是什么时候？',
  },

  why: {
    title: '为什么这样回答？',
    explanation: '我既找用词相同的地方，也找换了说法但意思相同的地方，两方面都好的排在前面。',
    words: (rank) => `用词相同：第 ${rank} 位`,
    meaning: (rank) => `意思相同：第 ${rank} 位`,
    noWords: '用词不同',
    noMeaning: '意思不太接近',
    quoted: '已引用',
    nothing: '这个问题我什么也没有找到。',
    otherIndex: '这个回答之后文章更新过，以下是我现在会看的地方。',
  },

  article: {
    page: (page, pages) => `第 ${page} 部分，共 ${pages} 部分`,
    previous: '上一页',
    next: '下一页',
    empty: '这篇文章没有正文。',
  },

  list: {
    title: '我依据的文章',
    page: (page, pages, articles) => `${articles} 篇 · 第 ${page} 页，共 ${pages} 页`,
    nothing: '没有标题含这些字的文章。',
    open: '选一篇来读',
    previous: '上一页',
    next: '下一页',
  },

  notices: {
    howToAsk: '可以用 `/提问` 问我，也可以提及我并写上问题。其他方式见 `/帮助`。',
    failed: (reference) => `抱歉，我这边出了点问题，请稍后再试。（编号 ${reference}）`,
    stateAway: '本服务器的设置和保存的内容暂时无法读取或更改，提问照常回答。请过一分钟再试。',
    closing: '我正在重新启动，请稍后再问。',
    waiting: {
      person: '您有两个问题还在排队，我先回答它们，这一个请稍后再问。',
      channel: '这个频道有很多问题在排队，请过一分钟再问。',
      all: '现在有很多问题在排队，请过一分钟再问。',
    },
    noDirectMessages: '我不在私信里回答问题，请到服务器里问我。',
    askPrivately: '在这个服务器里，我的回答只给提问的人看。请用 `/提问` 问我。',
    otherChannels: (channels) => `我不在这个频道回答问题，请到 ${channels.join('、')} 问我。`,
    mayNotWrite:
      '我不能在这里发言：这个子区已经关闭，或者我没有发言的权限。请换个地方再问，或者选择 `仅自己可见`。',
    thanks: '谢谢！我只记数量，不记是谁评价的。',
    thanksAgain: '您已经评价过这个回答，谢谢！',
    noText: '这条消息里没有可以查找的文字。',
    gone: '这篇文章已经不在了，请重新提问。',
    noQuestion: '我已经看不到原来的问题，请用 `/提问` 再问一次。',
    preparing: '我还在读文章，请稍后再试。',
    notYourAnswer: '只有提问的人可以停止。',
    unknownCommand: '这个按钮或命令来自我的另一个版本，运行机器人的人可以用 `npm run deploy` 修复。',
    wrongDay: (day) => `我看不懂“${day}”这个日期。请写成 2024-01-31 或 2024年1月31日，只写月或年也可以。`,
    wrongOrder: (from, to) => `起始日 ${from} 晚于截止日 ${to}，请对调。`,
  },

  status: {
    title: '目前的情况',
    indexed: '文章读取于：',
    articles: '文章：',
    model: '检索模型：',
  },

  help: {
    title: '怎样问我',
    ...SAYINGS.zh.abilities,
    ask: '用 `/提问` 提出问题。选择 `仅自己可见`，回答就只有您看得到；`起始日` 和 `截止日` 只查这些日子的文章。',
    mention: '在频道或子区里提及我并写上问题，或者直接给我发私信。',
    followUp:
      '想接着问，就按回答下面的“接着问”：“那是什么时候？”会沿用原来的话题。如果我回答的是提及或私信，直接用“回复”也行；如果是 `/提问` 的回答，请在回复里提及我。',
    message: '想查别人写的内容：打开那条消息的菜单，选“应用”，再选“就此提问”。',
    tellMe: '没有找到答案时，按“有答案时告诉我”，有人回答了我就给您发私信。',
    articles: '用 `/文章` 看我依据哪些文章，打开一篇来读；填上 `标题` 就按标题找。',
    other: '`/状态` 说明文章有多新，`/隐私` 说明我保存了什么。',
    invite: (link) => `[邀请我到另一个服务器](${link})`,
  },

  privacy: PRIVACY_ZH,

  solving: {
    intro: '我回答新帖子时，回答下面的“解决了”会标记帖子，“还没解决”会把帖子交给别人。',
    noForum: '要选择论坛的标签，请在命令里指定论坛。',
    tag: (forum, tag) => `${forum} 里解决了的帖子加上标签：${tag}`,
    helpers: (role) => `我的回答不够时，由谁接手：${role}`,
    none: '无',
    pinged: '会提醒他们。',
    notPinged: '只写出名称，不提醒他们。',
    startPings: '提醒他们',
    stopPings: '不提醒他们',
    tagPlaceholder: '不加标签',
    helpersPlaceholder: '没有人',
    off: '运行机器人的人打开这项功能后，我才会回答新帖子。',
    notYours: '只有提问的人和管理服务器的人可以这样做。',
    handedOver: (role) => `看来问题还没有解决，也许 ${role} 能帮忙。`,
  },

  digest: {
    title: '最近七天',
    questions: (asked, answered) => `问题 **${asked}** 个，我回答了 **${answered}** 个`,
    written: (count) => `由语言模型撰写的回答：**${count}** 个`,
    ratings: (helpful, wrong) => `有帮助 **${helpful}** 次，没帮助 **${wrong}** 次`,
    off: '选一个频道，我每周发送一份周报到那里：问了多少、答了多少，哪些问题我没能回答，回答得到什么评价；文章有变化或没能读取时，也会说一句。能看到那个频道的人都能看到。',
    on: (channel) => `我每周发送一份周报到 ${channel}。一个都不选就停止。`,
    placeholder: '不发送周报',
  },

  settings: {
    title: '本服务器的设置',
    channels: '回答的频道：',
    allChannels: '全部频道',
    listening: '回答新帖子的频道：',
    limited: '只用部分文章的频道（`/管理 范围`）：',
    names: { language: '回答的语言：', refusals: '没有找到答案时：', answers: '谁能看到回答：' },
    ways: {
      language: { question: '与问题相同', en: '英文', zh: '简体中文', 'zh-TW': '繁体中文' },
      refusals: {
        titles: '说明没有找到，并列出可能有用的文章',
        line: '只用一句话说明',
        nothing: '什么也不说（用命令提问的人会收到一句话）',
      },
      answers: { public: '频道内的所有人', private: '只有用命令提问的人自己' },
    },
  },

  admin: {
    notAllowed: '这需要“管理服务器”权限。',
    notOperator: '所有服务器共用这个机器人的文章，所以只有运行机器人的人才能让我重新读取。',
    channels: '我该在哪些频道回答问题？子区跟随所属的频道。一个都不选，就在全部频道回答。',
    listening:
      '下面：在哪里不用提及我，我也回答新帖子？论坛的帖子我看第一条消息，频道的消息我只回答有把握的问题；我先等 20 秒，看有没有人帮忙，没有把握就什么也不说。',
    listeningPlaceholder: '不主动回答',
    listeningSaved: (count) =>
      count === 0 ? '好了：我只在有人问我时回答。' : `好了：我在 ${count} 个频道回答新帖子。`,
    channelsPlaceholder: '全部频道',
    channelsSaved: (count) =>
      count === 0 ? '好了：我在全部频道回答。' : `好了：我只在 ${count} 个频道回答。`,
    parts: (channel) => `在 ${channel} 里我该用哪些文章？可以选文件夹或来源。一个都不选，就用全部文章。`,
    partsPlaceholder: '全部文章',
    partSize: (articles) => `${articles} 篇`,
    noParts: '文章没有分文件夹，也没有写明来源，没有可以选的。',
    partsSaved: (channel, parts) =>
      parts.length === 0
        ? `好了：在 ${channel} 里我用全部文章。`
        : `好了：在 ${channel} 里我只用 ${parts.join('、')}。`,
    limited: (channels) => `目前有限制的频道：${channels.join('、')}。`,
    gaps: '我没能回答的问题',
    noGaps: '到现在为止，每个问题我都回答了。',
    asked: (count, day) => `${count} 次，最后在 ${day}`,
    feedback: (helpful, unhelpful) => `评价：${helpful} 次有帮助，${unhelpful} 次没帮助`,
    otherWords: (questions) => `也有人问：${questions.join(' · ')}`,
    forget: '删除保存的本服务器内容',
    resetQuestion:
      '要删除我保存的这个服务器的全部内容吗：各项设置、评价的数量、我没能回答的问题、谁改过哪篇文章，以及我从帖子里学到的内容？文章本身会留下。',
    resetConfirm: '删除',
    resetDone: '好了：我保存的这个服务器的内容已全部删除。',
    reindexStarted: '我正在重新读取文章，完成之前仍按现有的内容回答。',
    reindexDone: '好了：文章已重新读取。',
    notIndexed: {
      locked: (since) => `另一个程序从 ${since} 起正在读取文章，完成后我就按它的结果回答。`,
      disk: '没有成功：磁盘已满，或者存放的文件夹无法读写。我仍按现有的内容回答，详情见日志。',
      unread: '没有成功：有些文章现在无法读取。我仍按现有的内容回答，是哪些文章见日志。',
      empty: '没有成功：没有可用的文章。我仍按现有的内容回答，详情见日志。',
    },
  },
};
