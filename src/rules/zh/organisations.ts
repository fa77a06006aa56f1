/** How Chinese questions ask for kinds of organisation; in simplified text. */
import { endsOf, type OrganisationRule } from '../names/organisations.ts';
import { ORGANISATION_WORDS } from './organisation-words.ts';

/** Names of the type end in its words; `held` is what they may hold anywhere. */
const row = (
  means: OrganisationRule['means'],
  pattern: RegExp,
  examples: string[],
  not: string[] = [],
  held?: RegExp,
): OrganisationRule => ({
  means,
  pattern,
  named: endsOf(ORGANISATION_WORDS, means, held) ?? pattern,
  examples,
  not,
});

export const ORGANISATIONS: readonly OrganisationRule[] = [
  row('society', /学会/, ['云河象棋学会']),
  row('chamber', /商会/, ['云河商会']),
  row('interest group', /行业组织|民间组织/, ['云河茶业组织'], [], /委员会|协会|商会|联合会|学会|组织|联盟|团体/),
  row('association', /协会/, ['云河茶业协会'], ['协会章程']),
  row('federation', /联合会/, ['云河纺织联合会']),
  row('foundation', /基金会/, ['海棠基金会']),
  row('academy', /研究院|研究所|农科院|院所/, ['云河农科院']),
  row('law firm', /律所|律师事务所/, ['海棠律师事务所'], [], /律师?事务所/),
  row('bank', /银行/, ['云河银行', '建行', '云河银行海棠分行营业部'], [], /银行/),
  row('court', /法院/, ['云河区法院']),
  row('airline', /航空公司|航司/, ['海棠航空'], [], /航空/),
  row('club', /俱乐部|(?<![部军])队/, ['云河队'], [], /俱乐部/),
  row('port', /港口/, ['云河港']),
  row('university', /大学|高校|学院/, ['云河大学']),
  row('hospital', /医院/, ['云河医院']),
  row('school', /学校|中学/, ['云河中学']),
  row('base', /基地/, ['云河训练基地']),
  row('park', /园区/, ['云河科技园']),
  row('subdistrict', /街道/, ['云河街道']),
  row('newspaper', /报[纸社刊]?(?:上|里|$)/, ['云河日报']),
  row('laboratory', /实验室/, ['云河实验室']),
  row('library', /图书馆/, ['云河图书馆']),
  row('museum', /博物馆/, ['云河博物院']),
  row('broadcaster', /电视台/, ['云河电视台'], [], /电视台|总台|广电/),
  row('unit', /事业[群部]/, ['海棠云事业群']),
  row('exchange', /交易所/, ['云河交易所']),
  row('alliance', /联盟/, ['绿色联盟']),
  row('institution', /机构|院校/, ['云河检测中心']),
  row('company', /公司|企业|车企|央企|集团/, ['海棠集团', '海棠科技']),
  row('authority', /管委会/, ['云河区政府', '教育局'], ['布局']),
]; // biome-ignore format: a table
