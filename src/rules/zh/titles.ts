/** Titles of people as Chinese texts write them and as Chinese questions ask for them, in simplified, lower-case text. */
import type { TitleRules } from '../names/titles.ts';

/** Secretaries of other bodies than the committee that leads. */
const OTHER_SECRETARY = /(?:纪委|政法委|团委)书记/u;

export const TITLES: TitleRules = {
  besideNames: [
    {
      pattern:
        /(?:董事|理事|监事|秘书|委员|参谋|[省市区县镇乡村州部厅局署司处科组院校馆所台站社行会队班团船首机店庭])长/u,
      means: 'office',
      examples: ['省长', '董事长', '馆长'],
      not: ['长廊', '增长'],
    },
    {
      pattern:
        /(?:研究|委|官|议|专|督导|技术|运动|演|队|会|店|船|教|职|学|驾驶|管理|评论|分析|观察|速递|快递)员/u,
      means: 'occupation',
      examples: ['研究员', '委员'],
      not: ['人员', '全员'],
    },
    {
      pattern:
        /书记|主席|主任|主委|经理|总裁|总监|董事|理事|监事|秘书|干事|助理|顾问|参赞|大使|领事|常委|总理|总统|首相|首席[\p{Script=Han}]{1,4}官|首席[\p{Script=Han}]{2,3}家|ceo|cto|cfo|coo|cmo|总编|主编|编辑|总工(?:程师)?|总师|副总|副职|副手|一把手|村支书|董秘|老总/u,
      means: 'office',
      examples: ['区委书记', '首席运营官', '首席科学家', '总工程师', 'ceo'],
      not: ['首席', '书写'],
    },
    {
      pattern:
        /教授|院士|学者|专家|博士|讲师|老师|工程师|设计师|分析师|经济师|会计师|架构师|律师|法官|检察官|警官|民警|医生|医师|护士|教练|导演|编剧|演员|歌手|作家|画家|科学家|企业家|艺术家|主持人|主播|记者|代表|发言人|负责人|创始人|创办人|合伙人|代言人|传承人|带头人|经纪人|联系人|投资人|法人|嘉宾|选手|同学|学生|员工|先生|女士|同志/u,
      means: 'occupation',
      examples: ['教授', '记者', '海棠创始人'],
      not: ['医院', '记得'],
    },
  ],
  ranks: [
    {
      pattern: /副|常务|执行|高级|资深|首席/u,
      means: 'rank',
      examples: ['副', '常务', '首席'],
      not: ['主任'],
    },
  ],
  rankWords: null,
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
