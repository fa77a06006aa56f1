/** Where a Chinese question goes on with another, in simplified text. */
import type { Rule } from '../../rule.ts';

export const JOINTS: readonly Rule<'next question'>[] = [
  {
    pattern: /[，,；;。？?！!]\s*(?:以及|还有|另外|并且|而且|同时|那么?)?/gu,
    means: 'next question',
    examples: ['磨坊是谁建的，几点开门', '磨坊是谁建的？还有几点开门'],
    not: ['磨坊和客栈是谁建的'],
  },
  {
    pattern: /\s*(?:以及|还有|另外|并且|而且)/gu,
    means: 'next question',
    examples: ['磨坊几点开门以及门票多少钱'],
    not: ['磨坊和客栈是谁建的'],
  },
];

/** What makes a clause a question; one that ends in 时 or 下 only says when the next holds. */
export const ASKING: readonly Rule<'question'>[] = [
  {
    pattern:
      /^(?!.*(?:[时后下前]|情况里)$).*(?:谁(?!知道|记得)|什么|啥|哪|(?<![那这好前后近])几(?!乎|内亚)|多少|多[大高长远快重久宽深厚]|怎|如何|为何|(?<!任)何[时地处人])/u,
    means: 'question',
    examples: ['是谁建的', '门票多少钱', '几点开门'],
    not: ['几乎没有', '磨坊重开那次', '那几座磨坊', '在什么情况下', '任何人都可以来'],
  },
  {
    pattern:
      /(?<!^有[人谁](?:记得|知道|清楚|了解))吗|是否|(?:能|可|要|有|会|是|用|行|好)(?:不|没)(?:能|可以|可|要|有|会|是|用|行|好)/u,
    means: 'question',
    examples: ['儿童要买票吗', '能不能退票', '有没有停车场'],
    not: ['不能退票', '有人记得吗'],
  },
];
