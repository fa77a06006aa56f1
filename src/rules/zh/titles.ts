/** Titles of people that Chinese questions ask for, in simplified, lower-case text. */
import type { TitleRules } from '../titles.ts';

/** Secretaries of other bodies than the committee that leads. */
const OTHER_SECRETARY = /(?:纪委|政法委|团委)书记/u;

export const TITLES: TitleRules = {
  anyHead: [
    {
      pattern: /高管|领导|一把手|负责人|官员|老总|老板|当家|人士$/u,
      means: 'any head',
      examples: ['负责人', '公司老总'],
      not: ['馆长', '人士部'],
    },
  ],
  anyRank: [
    { pattern: /高管|官员|代表|人士$/u, means: 'any rank', examples: ['官员', '业内人士'], not: ['负责人'] },
  ],
  heads: [
    {
      pattern: /长|书记|主任|主席|总裁|经理|老总|首席|负责人|ceo/u,
      means: 'head',
      examples: ['云河馆馆长', '海棠汽车ceo'],
      not: ['云河记者'],
    },
  ],
  deputies: [{ pattern: /副|助理/u, means: 'deputy', examples: ['副馆长', '馆长助理'], not: ['馆长'] }],
  called: [],
  others: [
    {
      pattern: /^(?!.*(?:纪委|政法委|团委)书记).*书记$/u,
      means: OTHER_SECRETARY,
      examples: ['区委书记', '书记'],
      not: ['纪委书记', '书记员'],
    },
  ],
};
