/** Titles of people that English questions ask for, in small letters, and how Chinese texts write them. */
import type { TitleRule, TitleRules } from '../names/titles.ts';

/** A dictionary has more, and most of it of other things. */
const row = (pattern: RegExp, means: RegExp, examples: string[], written: string[]): TitleRule => ({
  pattern,
  means,
  examples,
  written,
});

const CHAIR = /^chair(?:s|woman|women|person|m[ae]n)?$/;

export const TITLES: TitleRules = {
  besideNames: [],
  ranks: [],
  rankWords: 'vice deputy',
  anyHead: [
    {
      pattern: /^(?:head|chief|boss|leader|executive|official|figure|run|lead)s?$/,
      means: 'any head',
      examples: ['head', 'boss', 'officials'],
      not: ['headmaster', 'mayor'],
    },
  ],
  anyRank: [
    {
      pattern: /^(?:executive|official|figure|representative)s?$/,
      means: 'any rank',
      examples: ['official', 'representatives'],
      not: ['head'],
    },
  ],
  heads: [
    {
      pattern:
        /\b(?:heads?|chief|director|president|chair(?:man|woman|person)?|manager|boss|leader|mayor|minister|principal|dean|governor|secretary)\b/,
      means: 'head',
      examples: ['head of the mill', 'the director'],
      not: ['a reporter', 'the headline'],
    },
  ],
  deputies: [
    {
      pattern: /\b(?:vice|deputy|assistant)\b/,
      means: 'deputy',
      examples: ['vice president', 'deputy mayor'],
      not: ['service head'],
    },
  ],
  called: [
    // Who chairs a committee is its 主任.
    { ...row(CHAIR, /主任|主席/u, ['chair'], ['委员会主任']), of: /\b(?:committee|commission)\b/ },
    row(CHAIR, /董事长|主席|理事长|会长/u, ['chair', 'chairman'], ['海棠集团董事长']),
    row(/^presidents?$/, /总裁|社长|[校院行会台]长|总统|主席/u, ['president'], ['大学校长', '集团总裁']),
    row(/^ceo$/, /首席执行官|ceo|总裁|总经理/u, ['ceo'], ['首席执行官', '总经理']),
    row(/^managers?$/, /经理|主管/u, ['manager'], ['项目经理']),
    row(/^directors?-general$/, /[局司署]长|总干事/u, ['director-general'], ['教育局局长']),
    row(/^editors?-in-chief$/, /总编|主编/u, ['editor-in-chief'], ['主编']),
    row(
      /^directors?$/,
      /主任|[局院馆所厅处台]长|总监|董事|导演|负责人/u,
      ['director', 'directors'],
      ['办公室主任', '馆长'],
    ),
    row(/^governors?$/, /省长|行长|州长|总督/u, ['governor'], ['副省长', '行长']),
    row(/^mayors?$/, /市长/u, ['mayor'], ['云河市市长']),
    row(/^ministers?$/, /部长|大臣|相$/u, ['minister'], ['教育部部长', '首相']),
    row(/^secretar(?:y|ies)-general$/, /秘书长/u, ['secretary-general'], ['协会秘书长']),
    row(/^secretar(?:y|ies)$/, /书记|秘书|部长|国务卿/u, ['secretary'], ['市委书记']),
    row(/^deans?$/, /院长|主任/u, ['dean'], ['医学院院长']),
    row(/^principals?$/, /校长/u, ['principal'], ['中学校长']),
    row(/^captains?$/, /[船队机舰]长/u, ['captain'], ['船长']),
    row(/^founders?$/, /创始人|创办|创立|创建/u, ['founder'], ['海棠创始人']),
    row(/^spokes(?:man|woman|person)$/, /发言人/u, ['spokesman'], ['外交部发言人']),
    row(/^researchers?$/, /研究员|科研|学者/u, ['researcher'], ['研究员']),
    row(/^hosts?$/, /主持/u, ['host'], ['主持人']),
    row(/^(?:curator|librarian)s?$/, /馆长/u, ['curator', 'librarian'], ['图书馆馆长']),
  ],
  others: [],
};
