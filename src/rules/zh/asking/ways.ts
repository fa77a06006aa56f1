/** How Chinese questions say what exactly they ask for, in simplified text. */
import type { ThingKind, Way } from '../../asking.ts';
import type { Rule } from '../../rule.ts';

export const WAYS: readonly Rule<Way>[] = [
  {
    pattern:
      /派谁|谁.{0,4}(?:代表|主持|出席|出面|致辞|说|介绍|讲|透露|强调|指出|宣布|带队|率|接待|揭|颁|剪|发言|演讲|分享|解读)/,
    means: 'person',
    examples: ['海棠派谁去的', '灯会是谁主持的'],
    not: ['海棠跟谁合作'],
  },
  {
    pattern: /哪位|叫什么|是谁[？?\s]*$/,
    means: 'person',
    examples: ['哪位馆长讲了话', '店主叫什么', '馆长是谁？'],
    not: ['是谁的店'],
  },
  {
    pattern: /[和跟与]谁|谁和|(?<![这那][边头方].{0,2})谁[跟与]|哪[几些]?[家所]/,
    means: 'organisation',
    examples: ['海棠跟谁合作', '谁和海棠合作', '哪家银行'],
    not: ['海棠那边谁跟他们谈的'],
  },
  {
    pattern: /谁.{0,4}(?:出席|参加|见证|主持)|(?:出席|参加|见证|主持).*谁/,
    means: 'attendance',
    examples: ['谁出席了灯会', '参加灯会的有谁'],
    not: ['谁建的磨坊'],
  },
  { pattern: /副|助理/, means: 'deputy', examples: ['副馆长是谁', '馆长助理是谁'], not: ['馆长是谁'] },
  {
    pattern: /哪[几些两三四五六]|分别.{0,6}谁|还有谁/,
    means: 'several',
    examples: ['有哪些店', '两边分别是谁', '还有谁来了'],
    not: ['哪家店'],
  },
  {
    pattern: /哪一?[天日]|几[月号日]|日期|(?:签约|签署|签订)时间/,
    means: 'day',
    examples: ['灯会是哪天', '几号开门', '开幕日期'],
    not: ['哪年建的'],
  },
  {
    pattern: /哪一?年|几月份|哪个?月|年份/,
    means: 'year',
    examples: ['哪年建的', '几月份开门', '落成年份'],
    not: ['哪天建的'],
  },
  { pattern: /哪个?月|几月/, means: 'month', examples: ['哪个月开门', '几月份开门'], not: ['开了几个月'] },
  {
    pattern:
      /(?:预计|计划|拟|打算)[于在]?(?:什么时候|啥时候|何时|哪[天年月])|将[于在]?.{0,6}(?:什么时候|啥时候|何时|哪[天年月])|(?:什么时候|啥时候|何时|哪[天年月]).{0,4}(?:将|生效|实施|施行)/,
    means: 'future',
    examples: ['磨坊预计何时重开', '灯会将在哪天开幕', '新规什么时候生效'],
    not: ['磨坊何时建成'],
  },
  {
    pattern: /原计划|原定|预计|(?:计划|拟)[于在]/,
    means: 'planned',
    examples: ['磨坊原定哪天重开', '磨坊计划在哪年重开'],
    not: ['磨坊哪天重开'],
  },
  {
    pattern: /(?:到|至|截止[到至于]?)(?:什么时候|啥时候|何时|哪[天年月]|几[月号])/,
    means: 'end',
    examples: ['灯会办到几号', '报名截止到什么时候'],
    not: ['灯会几号开始'],
  },
  {
    pattern:
      /(?:什么时候|啥时候|何时|哪一?[天年月日]|几[月号日]).{0,2}(?:结束|截止|闭幕|收官|到期|终止|完结|落幕|停止)|(?:结束|截止|闭幕|到期|终止)(?:的?(?:日期|时间|日子)|日|是(?:什么|啥|何|哪|几))|最后(?:一天|期限)|最晚/,
    means: 'end',
    examples: ['灯会几号结束', '报名什么时候截止', '报名截止日期', '最后一天是几号', '最晚什么时候交'],
    not: ['灯会几号开始'],
  },
  {
    pattern:
      /(?:什么时候|啥时候|何时|哪一?[天年月日]|几[月号日]).{0,2}(?:开始|开幕|启动|开放|开抢)|(?:开始|开幕|启动)(?:的?(?:日期|时间|日子)|日|是(?:什么|啥|何|哪|几))/,
    means: 'beginning',
    examples: ['灯会几号开始', '报名的开始时间'],
    not: ['灯会几号结束'],
  },
  {
    pattern: /[从自](?:什么时候|啥时候|何时|哪一?[天年月]|几[月号])/,
    means: 'beginning',
    examples: ['从几号开始', '自何时起'],
    not: ['灯会办到几号'],
  },
  { pattern: /比分/, means: 'score', examples: ['云河队的比分是多少'], not: ['得了几分'] },
  { pattern: /第几|排名|名次/, means: 'ordinal', examples: ['这是第几届', '云河队的排名'], not: ['有几届'] },
  {
    pattern: /有效期|期限|(?:签|合同|协议|合约).{0,6}几年/,
    means: 'term',
    examples: ['会员卡有效期多久', '租约期限', '合同一签就是几年'],
    not: ['磨坊开了几年'],
  },
  {
    pattern: /举行|举办|召开|签|[办开]的|启动/,
    means: 'venue',
    examples: ['灯会在哪里举办', '协议在哪儿签的', '会在哪儿开的'],
    not: ['磨坊在哪'],
  },
  { pattern: /国/, means: 'country', examples: ['在哪个国家'], not: ['在哪个城市'] },
];

export const THINGS: readonly Rule<ThingKind>[] = [
  {
    pattern: /领域|方面|哪些合作|合作(?:些?什么|些?啥|内容)|合作.*[行产]业|[行产]业.*合作/,
    means: 'field',
    examples: ['双方在哪些领域合作', '海棠跟他们合作些什么'],
    not: ['海棠卖什么'],
  },
  { pattern: /行业|产业/, means: 'sector', examples: ['扶持哪些产业'], not: ['哪些企业'] },
  {
    pattern: /哪[几两一]?[部首本篇出幅档](?![分门位件领])/,
    means: 'work',
    examples: ['他演过哪部电影', '读了哪几本书'],
    not: ['哪部分要改', '哪本领导手册'],
  },
  { pattern: /主题|口号|标题/, means: 'title', examples: ['灯会的主题是什么'], not: ['灯会卖什么'] },
];
