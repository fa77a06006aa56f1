/** How Chinese pages say when they were changed last. */
import type { ChangeRule } from '../../time/changes.ts';

const CHANGED = '(?:更新|修改|编辑|修订|变更|改版|审核|校订)';
const PAGE = '(?:本|该|此)(?:页面?|文章?|文档|条目|指南|手册|规则|内容)(?:内容)?(?:由.{1,20})?';
const LAST = '(?:最后|最近|上次|最新|末次)(?:一次)?';
const DAY = '(?:时间|日期|日|于|在)';

export const CHANGES: readonly ChangeRule[] = [
  {
    pattern: new RegExp(`^(?:${PAGE})?${LAST}(?:由.{1,20})?${CHANGED}的?${DAY}?\\s*[:|·–—-]?\\s*$`, 'u'),
    means: 'before the day',
    examples: ['最后更新:', '最近一次修订于', '本文最后由小林编辑于', '上次更新时间: ', '最后修改 '],
    not: ['港口最后更新于', '最后更新的价格:'],
  },
  {
    pattern: new RegExp(`^(?:${PAGE})?已?${CHANGED}(?:${DAY}\\s*[:|·–—-]?|\\s*[:|·–—-])?\\s*$`, 'u'),
    means: 'before the day',
    examples: ['更新时间:', '本页更新于', '修订日期: ', '更新: '],
    not: ['航线更新于', '更新了'],
  },
  {
    pattern: new RegExp(`^(?:第.{1,3}次)?(?:最后|最近|再次|已)?(?:${CHANGED}|版)[)\\]】]?$`, 'u'),
    means: 'behind the day',
    examples: ['更新', '最后修订)', '版', '第二次修订)'],
    not: ['更新的价格', '版面'],
  },
]; // biome-ignore format: examples side by side
