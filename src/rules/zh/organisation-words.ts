/** Words that Chinese names of organisations are made of, and what each says of a name; in simplified, lower-case text. */
import type { OrganisationType, OrganisationWord } from '../names/organisations.ts';

type Columns = Omit<OrganisationWord, 'pattern' | 'means' | 'examples' | 'of'>;

const row = (
  pattern: RegExp,
  of: readonly OrganisationType[],
  columns: Columns,
  examples: string[],
): OrganisationWord => ({ pattern, of, means: 'word of names', ...columns, examples });

/** Such words end a name, and any name may hold them. */
const COMMON: Columns = { ends: 'name', isCommon: true };
const NAME: Columns = { ends: 'name' };
const SHORT_NAME: Columns = { ends: 'short name', isCommon: true };

export const ORGANISATION_WORDS: readonly OrganisationWord[] = [
  row(/公司/u, ['company'], { ...COMMON, isLegalForm: true }, ['海棠公司']),
  row(/集团/u, ['company'], COMMON, ['海棠集团']),
  row(/大学|学院/u, ['university', 'institution'], COMMON, ['云河大学', '云河师范学院']),
  row(/学校|中学/u, ['school'], COMMON, ['云河聋人学校', '云河中学']),
  row(/小学/u, ['school'], NAME, ['云河小学']),
  row(/医院/u, ['hospital'], COMMON, ['云河医院']),
  row(/银行|分行/u, ['bank'], COMMON, ['云河银行', '云河银行海棠分行']),
  row(/支行/u, ['bank'], NAME, ['云河银行海棠支行']),
  row(/政府/u, ['authority'], COMMON, ['云河区政府']),
  row(/管委会/u, ['authority'], NAME, ['云河新区管委会']),
  row(/委员会/u, ['unit', 'authority'], COMMON, ['云河图书委员会']),
  // 布局 and 当局 are none, nor are 客厅 and 签署.
  row(/[^布格结当]局/u, ['authority'], { ...NAME, not: ['布局', '当局'] }, ['教育局']),
  row(/[^客大餐]厅|[^签部]署/u, [], { ...NAME, not: ['客厅', '签署'] }, ['财政厅', '审计署']),
  row(/协会/u, ['association', 'unit'], COMMON, ['云河茶业协会']),
  row(/学会/u, ['society'], COMMON, ['云河象棋学会']),
  row(/商会/u, ['chamber', 'unit'], COMMON, ['云河商会']),
  row(/联合会/u, ['federation', 'unit'], COMMON, ['云河纺织联合会']),
  row(/基金会/u, ['foundation'], COMMON, ['海棠基金会']),
  row(/联盟/u, ['alliance'], NAME, ['绿色联盟']),
  row(/总会|工会|科协|作协|文联|残联|妇联/u, [], NAME, ['海棠总会', '云河科协']),
  row(/研究院|研究所|科学院|农科院/u, ['academy', 'institution'], COMMON, ['云河农科院', '海棠研究院']),
  row(/规划院|设计院/u, ['academy'], NAME, ['云河设计院']),
  row(/研修院|开发院/u, [], NAME, ['云河研修院']),
  row(/中心/u, ['institution'], COMMON, ['云河检测中心']),
  row(/法院/u, ['court'], NAME, ['云河区法院']),
  row(/检察院|宣传部|办公室|事务所|总站/u, [], NAME, ['云河区检察院', '海棠律师事务所']),
  row(/事业群|事业部/u, ['unit'], NAME, ['海棠云事业群']),
  row(/实验室/u, ['laboratory'], NAME, ['云河实验室']),
  row(/交易所/u, ['exchange'], NAME, ['云河交易所']),
  row(/街道/u, ['subdistrict'], COMMON, ['云河街道']),
  row(/街道办/u, [], NAME, ['云河街道办']),
  row(/园区/u, ['park'], NAME, ['云河园区']),
  row(/产业园/u, ['park'], NAME, ['云河产业园']),
  row(/交流基地/u, [], NAME, ['云河交流基地']),
  row(/报/u, ['newspaper'], NAME, ['云河日报']),
  row(/报社|杂志社|出版社|通讯社|总台|电视台/u, [], NAME, ['云河出版社', '云河电视台']),
  row(/图书馆/u, ['library'], NAME, ['云河图书馆']),
  row(/博物馆/u, ['museum'], NAME, ['云河博物馆']),
  row(/博物院|纪念馆/u, ['museum'], {}, ['云河博物院']),
  row(/剧院/u, [], COMMON, ['云河剧院']),
  row(/俱乐部/u, ['club'], NAME, ['云河俱乐部']),
  row(/船级社/u, [], NAME, ['云河船级社']),
  // Right after a proper part: 海棠科技, but not 新能源汽车.
  row(/科技|汽车|投资|资本|控股/u, ['company'], SHORT_NAME, ['海棠科技', '海棠控股']),
  row(/股份/u, ['company'], { ...SHORT_NAME, isLegalForm: true }, ['海棠股份']),
  row(/证券|保险|基金/u, [], SHORT_NAME, ['海棠证券']),
  row(/实业|通信|智能|生物|医药|文旅|传媒/u, [], { ends: 'short name' }, ['海棠传媒']),
  row(/有限|责任/u, [], { isCommon: true, isLegalForm: true }, ['海棠有限', '海棠有限责任']),
  row(/人民/u, [], { isCommon: true }, ['云河人民']),
  // What short names and names of places that act end in.
  row(/律所/u, ['law firm'], {}, ['海棠律所']),
  row(/行/u, ['bank'], {}, ['建行']),
  row(/航/u, ['airline'], {}, ['海航']),
  row(/队/u, ['club'], {}, ['云河队']),
  row(/港/u, ['port'], {}, ['云河港']),
  row(/园/u, ['park'], {}, ['云河科技园']),
  row(/[省市县区镇]/u, ['authority'], { isCommon: true }, ['云河区']),
]; // biome-ignore format: a table
