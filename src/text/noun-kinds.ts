/** What a noun names, from `dictionary/noun-kinds.tsv.gz` and a few words that news use otherwise. */
import { readDictionaryLines } from './data-file.ts';
import { glossesOf } from './glosses.ts';
import { ENGLISH_STOP_WORDS, stem } from './stems.ts';
import { TITLE } from './titles.ts';

/** A `party` may be a person or an organisation: a partner, a supplier, a shareholder. */
export type NounKind = 'person' | 'organisation' | 'party' | 'place' | 'time' | 'amount' | 'thing';

/** English nouns of which news mean something else than most texts, or that the table lacks. */
const IN_NEWS: Readonly<Record<NounKind, string>> = {
  person: `head chief ceo cto cfo coo host star boss chair secretary academician emperor figure face delegation founder co-founder guest
    secretary-general director-general editor-in-chief vice-president vice-chairman vice-chair vice-mayor vice-governor
    vice-minister vice-principal co-chair co-chairman`,
  organisation: `firm firms business institution bank hospital group brand maker giant subsidiary unit arm carrier lender entity platform
    airline court newspaper body park base association federation government authority authorities institute
    venture chain provider startup insurer automaker carmaker think-tank shipyard lab laboratory museum subdistrict outlet
    branch brokerage publisher regulator retailer broadcaster operator developer fund exchange customs agency university uni college school biotech bureau newspaper`,
  party: `partner partners supplier customer client buyer seller vendor contractor sponsor organiser organizer signatory
    shareholder owner investor competitor rival winner parent side party maintainer user`,
  place: `building venue location address city cities town county province district region site country capital-city
    neighborhood neighbourhood hotel theatre theater hall stadium airport station street road village
    complex tower mall plaza compound campus basin river lake island mountain bay valley peninsula
    crossroads intersection junction garden square`,
  time: 'date day month year anniversary',
  amount: `value amount payment deposit sum fine dividend debt income price cost fee fees rate percentage proportion size
    length height weight capacity volume turnover revenue profit loss salary budget population duration investment
    funding quota speed distance number total gdp coefficient premium stake capital output sales share ratio age depth score`,
  thing: `model models industry industries field fields area areas sector domain topic forum conference agreement memorandum deal
    contract project name title word plan event slogan theme kind type product language expo summit side order
    exhibition service technology award programme program step leg role position post reason way law system prize
    gift benefit treasure standard benchmark dimension resource currency facility plant phase threshold grade battery metro
    profession accord alias app cause colour copyright discount drink format report release test train tunnel
    port server browser setting line dynasty tribe`,
}; // biome-ignore format: a table

let kinds: Map<string, NounKind> | undefined;

function load(): Map<string, NounKind> {
  const map = new Map<string, NounKind>();
  for (const line of readDictionaryLines('noun-kinds.tsv.gz')) {
    const [noun, kind] = line.split('\t') as [string, NounKind];
    map.set(noun, kind);
  }
  for (const [kind, nouns] of Object.entries(IN_NEWS))
    for (const noun of nouns.split(/\s+/)) map.set(noun, kind as NounKind);
  return map;
}

/** What an English noun in small letters names, in the plural too; undefined for other words. */
export function kindOfEnglishNoun(noun: string): NounKind | undefined {
  if (ENGLISH_STOP_WORDS.has(noun)) return undefined;
  kinds ??= load();
  const singulars = [noun, noun.replace(/s$/, ''), noun.replace(/es$/, ''), noun.replace(/ies$/, 'y')];
  const known = singulars.find((one) => kinds!.has(one));
  return known === undefined ? undefined : kinds.get(known);
}

/** How Chinese nouns end; the first that fits counts. */
const CHINESE_ENDS: readonly (readonly [RegExp, NounKind])[] = [
  [/(?:机器人|服务器|频道|权限|端口|朝代|民族|语系|学派)$/, 'thing'],
  [/(?:总部|城市|省份|省|市|镇|乡|村|县|区|街道|院区|校区|大楼|大厦|楼|酒店|宾馆|饭店|剧场|剧院|体育馆|地址|地点|地方|位置|选址|(?:签约|举办|举行|所在|发布)地|路|街|城|国家|会场|场馆|园区|山脉|河流)$/, 'place'],
  [/(?:多长时间|时长|用时|工期|年限)$/, 'amount'],
  [/(?:日期|时间|时候|日子|年份|月份|[^\d今昨明当次]日)$/, 'time'],
  [/(?:合作方|合作伙伴|伙伴|股东|东家|投资方|供应商|客户|主办方|承办方|单位|对方|对象)$/, 'party'],
  [/(?:公司|航司|企业|集团|俱乐部|(?<![部军])队|队伍|机构|大学|高校|学校|学院|中学|医院|银行|研究院|研究所|院所|(?<![住出入转])院|学会|协会|商会|联合会|基金会|组织|平台|车企|药企|央企|国企|名企|政府|部门|媒体|品牌|券商|厂商|厂家|报社|社|[^布格结当]局|厂|台企|港企|企|团队)$/, 'organisation'],
  [/(?:金额|总额|总量|数量|人数|面积|价格|比例|占比|费率|利率|税率|汇率|规模|销量|产量|产值|总值|估值|有效期|期限|投资|营收|利润|市值|算力|系数|生产总值|gdp|资本|造价|售价|票价|年薪|工资|身高|体重|长度|高度|速度|次数|个数|天数|票房|比分)$/, 'amount'],
  [new RegExp(`(?:${TITLE}|冠军|领导|高管|官员|教练|人士|老大|皇帝|(?:^|[^本器拟字])人)$`, 'u'), 'person'],
]; // biome-ignore format: a table

/** What a Chinese noun names: by how it ends, or by what its gloss names; undefined where neither tells. */
export function kindOfChineseNoun(noun: string): NounKind | undefined {
  const byEnd = CHINESE_ENDS.find(([end]) => end.test(noun))?.[1];
  // Of a single character the gloss is of one meaning among many.
  if (byEnd !== undefined || noun.length < 2) return byEnd;
  const gloss = glossesOf(noun)[0] ?? 'to';
  const [head] = gloss.split(/[,;(]| (?:of|for|in|to) /);
  const last = head!.trim().split(' ').at(-1)!;
  return /^(?:to|be)\b/.test(gloss) ? undefined : kindOfEnglishNoun(last.toLowerCase());
}

/** Whether an English noun stands in a gloss of a Chinese word or is that word: president for 校长. */
export function meansNoun(word: string, noun: string): boolean {
  const wanted = stem(noun);
  if (stem(word) === wanted) return true;
  return glossesOf(word).some((gloss) =>
    gloss
      .toLowerCase()
      .split(/[^a-z]+/)
      .some((part) => stem(part) === wanted),
  );
}
