/** What the bot says in Simplified Chinese; Traditional Chinese is made of it. */
import { ABILITIES } from '../../answer/abilities.ts';
import type { Texts } from './en.ts';

export const ZH: Texts = {
  kinds: { who: '谁', when: '时间', where: '地点', number: '数字', what: '内容' },
  colon: '：',
  listSeparator: ' · ',
  aside: (text) => `（${text}）`,
  asideSeparator: '，',

  answer: {
    alsoIn: (articles) => `另见 ${articles} 篇`,
    disputed: '各篇说法不一',
    undated: '日期不详',
    unanswered: '抱歉，文章里没有提到。换个说法也许能找到。',
    partUnanswered: '文章里没有提到。',
    closest: '最接近的文章：',
    shortened: '这一段还有下文，请打开下方的来源查看。',
    leftOut: (passages) => `另有 ${passages} 段未显示，见下方来源。`,
    sources: '打开来源',
    quoted: '已引用',
    followUp: '追问',
    why: '为什么是它？',
    helpful: '有帮助',
    unhelpful: '没帮助',
  },

  followUp: {
    title: '追问',
    label: '您的问题',
    placeholder: '那是什么时候？',
  },

  why: {
    title: '为什么是这个回答',
    explanation: '每个段落都按字词和含义各找一遍，两者综合最好的排在前面。',
    words: (rank) => `按字词第 ${rank} 位`,
    meaning: (rank) => `按含义第 ${rank} 位`,
    noWords: '按字词未找到',
    noMeaning: '按含义不在最近之列',
    quoted: '已引用',
    nothing: '这个问题没有找到任何段落。',
    otherIndex: '作出这个回答之后，文章已重新建立索引；以下是现在的排名。',
  },

  article: {
    page: (page, pages) => `第 ${page} 段，共 ${pages} 段`,
    previous: '上一段',
    next: '下一段',
    empty: '这篇文章没有正文。',
  },

  notices: {
    howToAsk: '请用 `/提问` 提问，或者把问题写在提及之后。其他提问方式见 `/帮助`。',
    failed: (reference) => `抱歉，现在无法完成，请稍后再试。（编号 ${reference}）`,
    closing: '机器人正在重新启动，请稍后再问。',
    cooling: (seconds) => `请稍等 ${seconds} 秒再问。`,
    asking: '上一个问题还在回答中，等回答出来后再问吧。',
    full: '排队的问题太多，这个问题暂时排不上，请过一分钟再问。',
    thanks: '谢谢。这里只记数量，不记是谁。',
    thanksAgain: '您已经评价过这个回答，谢谢。',
    noText: '这条消息里没有可以提问的文字。',
    gone: '它所属的文章已经不在了，请重新提问。',
    noQuestion: '这条消息里已经没有问题，请用 `/提问` 重新提问。',
    preparing: '文章还在准备中，请稍后再试。',
    unknownArticle: '没有这个标题的文章，请从输入时出现的标题中选择。',
    unknownCommand: '这个命令属于另一个版本的机器人，运行者可以用 `npm run deploy` 修复。',
    wrongDay: (day) => `日期应写成 2024-01-31 或 2024年1月31日（只写月或年也可以），收到的是“${day}”。`,
    wrongOrder: (from, to) => `起始日 ${from} 晚于截止日 ${to}，请对调。`,
  },

  status: {
    title: '状态',
    indexed: '索引时间',
    articles: '文章',
    passages: '段落',
    model: '模型',
  },

  help: {
    title: '怎样提问',
    ...ABILITIES.zh,
    ask: '`/提问` 根据文章回答问题。`仅自己可见` 让回答只有您看得到；`起始日` 和 `截止日` 只查这些日子的文章。',
    mention: '在频道或子区里提及机器人并写上问题，或者直接私信它。',
    followUp: '回复一个回答，或按“追问”，就可以接着问：“那是什么时候？”沿用原来的话题。',
    message: '在任何消息的菜单里：应用，“就此提问”。',
    articles: '`/文章` 逐段显示一篇文章。',
    other: '`/状态` 显示文章有多新，`/隐私` 说明保存了什么。',
    invite: (link) => `[邀请机器人到另一个服务器](${link})`,
  },

  privacy: {
    title: '保存了什么',
    nobody: '不保存任何人的名字、编号和消息。',
    kept: '每个服务器只保存：在哪些频道回答提及，多少回答被认为有帮助或没帮助，以及文章没有回答的问题、问过几次、最后在哪一天，不记是谁问的。',
    notKept: '私信里的问题和选择不公开的问题一概不保存。',
    memory: '谁在提问只在内存里记几秒，以免有人刷屏；谁按过评价按钮也只记在内存里，以免重复计数。',
    local: '一切都在运行者自己的机器上进行，问题不会发给任何其他服务。',
    reset: '管理服务器的人可以用 `/管理 重置` 全部删除。',
  },

  admin: {
    notAllowed: '这需要“管理服务器”权限。',
    channels: '在哪些频道里回答提及？子区随其频道。一个都不选就是全部。命令不受影响。',
    channelsPlaceholder: '全部频道',
    channelsSaved: (count) => (count === 0 ? '在全部频道回答提及。' : `在 ${count} 个频道回答提及。`),
    gaps: '问了而没有回答的',
    noGaps: '到现在为止，每个问题都有回答。',
    asked: (count, day) => `${count} 次，最后在 ${day}`,
    feedback: (helpful, unhelpful) => `评价：${helpful} 次有帮助，${unhelpful} 次没帮助`,
    resetQuestion: '要删除这个服务器的全部保存内容吗：选定的频道、评价的数量和没有回答的问题？',
    resetConfirm: '删除',
    resetDone: '这个服务器的全部保存内容已删除。',
    reindexStarted: '文章正在重新建立索引，其间仍按旧索引回答。',
    reindexDone: '文章已重新建立索引。',
    notIndexed: {
      locked: (since) => `没有重新建立索引：另一个程序从 ${since} 起正在为文章建立索引，完成后就用它回答。`,
      disk: '没有重新建立索引：磁盘已满，或者索引文件夹无法读写。其间仍按旧索引回答，运行者可以在日志里查到原因。',
      unread: '没有重新建立索引：有些文章现在无法读取。其间仍按旧索引回答，运行者可以在日志里查到是哪些。',
      empty: '没有重新建立索引：没有可用的文章。其间仍按旧索引回答，运行者可以在日志里查到原因。',
    },
  },
};
