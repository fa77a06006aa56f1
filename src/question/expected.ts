/** What a question says of the organisation or place that it asks for, as tables. */
import { normalize } from '../text/normalize.ts';
import { askedPhrases } from './focus.ts';
import { expectedBy, type Table } from './tables.ts';

/** What the phrase that asks says of the organisation that it asks for: 哪个学会, which bank. */
const TYPES: Table = [
  [/学会|\bsociety\b/, /学会$/],
  [/商会|\bchamber\b/, /商会$/],
  [/\b(?:trade|industry|lobby|rights|environmental) group\b/, /委员会|协会|商会|联合会|学会|组织|联盟|团体/],
  [/协会|\bassociation\b/, /协会$/],
  [/联合会|\bfederation\b/, /联合会$/],
  [/基金会|\bfoundation\b/, /基金会$/],
  [/研究院|研究所|农科院|院所|\b(?:institute|academy)\b/, /(?:研究院|研究所|科学院|农科院|设计院|规划院)$/],
  [/律所|律师事务所|\blaw firm\b/, /律师?事务所|律所$/],
  [/银行|\bbank\b/, /银行|行$/],
  [/法院|\bcourt\b/, /法院$/],
  [/航空公司|航司|\bairline\b/, /航空|航$/],
  [/俱乐部|(?<![部军])队|\b(?:club|team)\b/, /俱乐部|队$/],
  [/\bport\b/, /港$/],
  [/大学|高校|学院|\b(?:university|college)\b/, /(?:大学|学院)$/],
  [/医院|\bhospital\b/, /医院$/],
  [/学校|中学|\bschool\b/, /(?:学校|中学|小学)$/],
  [/\bbase\b/, /基地/],
  [/\bpark\b/, /园区?$/],
  [/\bsubdistrict\b/, /街道$/],
  [/报[纸社刊]?(?:上|里|$)|\bnewspaper\b/, /报$/],
  [/实验室|\blab(?:orator(?:y|ies))?\b/, /实验室$/],
  [/图书馆|\blibrar(?:y|ies)\b/, /图书馆$/],
  [/博物馆|\bmuseum\b/, /(?:博物馆|博物院|纪念馆)$/],
  [/电视台|\b(?:broadcaster|tv station|television)\b/, /(?:电视台|总台|广电)/],
  [/事业[群部]|\bbusiness (?:group|unit)\b/, /(?:事业[群部]|委员会|协会|商会|联合会)$/],
  [/交易所|\bexchange\b/, /交易所$/],
  [/联盟|\balliance\b/, /联盟$/],
]; // biome-ignore format: a table

/** The same, of types that a name need not say: a company is often called without. */
const UNSAID_TYPES: Table = [
  [/机构|院校|\binstitutions?\b/, /(?:大学|学院|研究院|研究所|科学院|农科院|中心)$/],
  [/公司|企业|车企|央企|集团|\b(?:company|companies|firms?|maker|brand|business|group)\b/, /(?:公司|集团|股份|科技|汽车|投资|资本|控股)$/],
]; // biome-ignore format: a table

/** What a question says of the place that it asks for. */
const LEVELS: Table = [
  [/哪个?镇|\b(?:what|which) (?:\S+ )?town\b/, /镇$/],
  [
    /哪[个座]?(?:城市|市|[县地]级市)|(?:签约|举办|举行)城市|\b(?:what|which) (?:\S+ )?city\b/,
    /市$|^(?!中国|全国)\p{Script=Han}{2}$/u,
  ],
  [/哪个?省|\b(?:what|which) (?:\S+ )?province\b/, /省$|省人民政府$/],
  [
    /哪个?(?:行政)?区|\b(?:what|which) (?:\S+ )?district\b/,
    /(?:[^园校社景片院山城地]|新)区(?:人民政府|政府)?$/,
  ],
  [/哪个?县(?!级)|\b(?:what|which) (?:\S+ )?county\b/, /县$/],
  [/哪个?街道|\b(?:what|which) (?:\S+ )?subdistrict\b/, /街道$/],
  [/\bat (?:what|which) (?:\S+ )?(?:university|school|college)\b/, /大学|学院|学校/],
  [/\b(?:what|which) (?:\S+ )?(?:theatre|theater)\b|哪[个家]?剧[场院]/, /剧场|剧院/],
  [/哪个?院区|校区/, /[院校]区$/],
  [
    /哪一?[栋座幢]?(?:大?楼|大厦)|\b(?:what|which) (?:\S+ )?building\b/,
    /大厦|[楼栋座幢]$|(?:广场|中心)$|\b(?:Building|Plaza|Tower|House|Cent(?:er|re))$/,
  ],
  [/哪[个家]?(?:酒店|宾馆|饭店)|\bhotel\b/, /酒店|宾馆|饭店/],
  [/大会|会上/, /[大峰]?会$|论坛$/],
  [/neighbou?rhood/, /街道$/],
];

/** A county or a town can be the party that signed. */
const PLACE_AS_PARTY =
  /哪个?(?:省(?!级)|市|县|区|镇|街道)|[和跟与同]哪[里儿](?:签|合作)|\bwhich (?:[\w'’-]+ ){0,2}?(?:province|county|subdistrict|town|district)\b/;

export function expectedOrganisation(text: string): RegExp | undefined {
  const asking = askedPhrases(text).join(' ');
  return expectedBy(TYPES, asking) ?? expectedBy(UNSAID_TYPES, asking);
}

const LEGAL_FORM = /(?:股份|有限|责任)*公司$/u;

/** Whether a name may be of the type asked for; one of a bank says that it is one. */
export const isOfType = (type: RegExp, name: string): boolean =>
  UNSAID_TYPES.some(([, unsaid]) => unsaid === type)
    ? !type.test('公司') || !NO_COMPANY.test(name)
    : type.test(name.replace(LEGAL_FORM, ''));

/** What says that it is no company. */
const NO_COMPANY =
  /(?:基金会|协会|学会|商会|联合会|大学|学院|中学|医院|政府|委员会|管委会|[^布格结当]局|法院|街道|[省市县区镇])$/u;

export const expectedPlace = (text: string): RegExp | undefined => expectedBy(LEVELS, normalize(text));

export const expectsPlaceAsParty = (text: string): boolean => PLACE_AS_PARTY.test(normalize(text));
