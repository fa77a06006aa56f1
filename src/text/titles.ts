/** What people are called in Chinese before or after their name, as parts of patterns over simplified, lower-case text. */

/** Heads of something: 省长, 董事长, 馆长. */
const HEADS =
  '(?:董事|理事|监事|秘书|委员|参谋|[省市区县镇乡村州部厅局署司处科组院校馆所台站社行会队班团船首机店庭])长';
/** Members of something: 研究员, 委员; not 人员 and 全员, which are nobody in particular. */
const MEMBERS =
  '(?:研究|委|官|议|专|督导|技术|运动|演|队|会|店|船|教|职|学|驾驶|管理|评论|分析|观察|速递|快递)员';
const OFFICES =
  '书记|主席|主任|主委|经理|总裁|总监|董事|理事|监事|秘书|干事|助理|顾问|参赞|大使|领事|常委|总理|总统|首相|首席[\\p{Script=Han}]{1,4}官|首席[\\p{Script=Han}]{2,3}家|ceo|cto|cfo|coo|cmo|总编|主编|编辑|总工(?:程师)?|总师|副总|副职|副手|一把手|村支书|董秘|老总';
const PROFESSIONS =
  '教授|院士|学者|专家|博士|讲师|老师|工程师|设计师|分析师|经济师|会计师|架构师|律师|法官|检察官|警官|民警|医生|医师|护士|教练|导演|编剧|演员|歌手|作家|画家|科学家|企业家|艺术家|主持人|主播|记者|代表|发言人|负责人|创始人|创办人|合伙人|代言人|传承人|带头人|经纪人|联系人|投资人|法人|嘉宾|选手|同学|学生|员工|先生|女士|同志';

/** What somebody holds, beside what somebody only is; as `TITLE`. */
export const OFFICE = `(?:${HEADS}|${OFFICES})`;

/** Without groups that capture; the case and script of the text are to be folded. */
export const TITLE = `(?:${HEADS}|${MEMBERS}|${OFFICES}|${PROFESSIONS})`;
