/** How Chinese questions ask for places, and how their names end; in simplified text. */
import type { PlaceLevel, PlaceRules } from '../names/places.ts';
import type { Rule } from '../rule.ts';
import { PLACE_NAMES } from './names/places.ts';

const row = (means: PlaceLevel, pattern: RegExp, examples: string[], not: string[]): Rule<PlaceLevel> => ({
  means,
  pattern,
  examples,
  not,
});

export const PLACES: PlaceRules = {
  levels: [
    row('town', /哪个?镇/, ['磨坊在哪个镇'], ['镇上有什么']),
    row(
      'city',
      /哪[个座]?(?:城市|市|[县地]级市)|(?:签约|举办|举行)城市/,
      ['灯会在哪座城市办', '举办城市'],
      ['市里有什么'],
    ),
    row('province', /哪个?省/, ['磨坊在哪个省'], ['省里谁签的']),
    row('district', /哪个?(?:行政)?区/, ['磨坊在哪个区'], ['区里谁签的']),
    row('county', /哪个?县(?!级)/, ['磨坊在哪个县'], ['是哪个县级市']),
    row('subdistrict', /哪个?街道/, ['店在哪个街道'], ['街道上有什么']),
    row('theatre', /哪[个家]?剧[场院]/, ['在哪家剧院演'], ['剧院几点开门']),
    row('campus', /哪个?院区|校区/, ['在哪个院区看病', '在哪个校区上课'], ['院里谁签的']),
    row('building', /哪一?[栋座幢]?(?:大?楼|大厦)/, ['在哪栋楼办理'], ['楼有多高']),
    row('hotel', /哪[个家]?(?:酒店|宾馆|饭店)/, ['住在哪家酒店'], ['酒店几点开门']),
    row('meeting', /大会|会上/, ['在什么大会上签的'], ['会不会下雨']),
  ],
  asParty: [
    {
      pattern: /哪个?(?:省(?!级)|市|县|区|镇|街道)|[和跟与同]哪[里儿](?:签|合作)/,
      means: 'party',
      examples: ['海棠跟哪个县签的', '海棠和哪里合作'],
      not: ['海棠跟哪家银行签的'],
    },
  ],
  written: {
    town: /镇$/u,
    city: /市$|^(?!中国|全国)\p{Script=Han}{2}$/u,
    province: /省$|省人民政府$/u,
    district: /(?:[^园校社景片院山城地]|新)区(?:人民政府|政府)?$/u,
    county: /县$/u,
    subdistrict: /街道$/u,
    school: /大学|学院|学校/u,
    theatre: /剧场|剧院/u,
    campus: /[院校]区$/u,
    building: /大厦|[楼栋座幢]$|(?:广场|中心)$/u,
    hotel: /酒店|宾馆|饭店/u,
    meeting: /[大峰]?会$|论坛$/u,
  },
  endings: { province: '省', city: '市', district: '区', county: '县', town: '镇' },
  glossed: {},
  governments: [
    {
      pattern: /(?:人民政府|政府|管委会)$/u,
      means: 'government',
      examples: ['云河区‹政府›', '海棠新区‹管委会›'],
      not: ['政府部门', '云河区'],
    },
  ],
  countries: [
    {
      pattern: /^(?:中国|我国|全国|国内)$/u,
      means: 'country',
      examples: ['中国', '全国'],
      not: ['中国城', '云河'],
    },
  ],
  names: PLACE_NAMES,
};
