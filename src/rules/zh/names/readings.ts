/** What Chinese names of institutions end in, and what English calls that; in simplified text. The first row that fits counts. */
import type { Rule } from '../../rule.ts';

const row = (pattern: RegExp, means: string, example: string): Rule<string> => ({
  pattern,
  means,
  examples: [example],
});

export const READINGS: readonly Rule<string>[] = [
  row(/省人民政府$|省政府$/u, 'Provincial Government', '云河省人民政府'),
  row(/市人民政府$|市政府$/u, 'Municipal Government', '云河市人民政府'),
  row(/县人民政府$|县政府$/u, 'County Government', '云河县人民政府'),
  row(/新区人民政府$/u, 'New Area Government', '云河新区人民政府'),
  row(/区人民政府$|区政府$/u, 'District Government', '云河区人民政府'),
  row(/人民政府$|政府$/u, 'Government', '云河人民政府'),
  row(/集团股份有限公司$|集团有限公司$|集团$/u, 'Group', '云河集团股份有限公司'),
  row(/股份有限公司$|有限责任公司$|有限公司$/u, 'Co., Ltd.', '云河股份有限公司'),
  row(/公司$/u, 'Company', '云河公司'),
  row(/医科大学$/u, 'Medical University', '云河医科大学'),
  row(/理工大学$/u, 'University of Technology', '云河理工大学'),
  row(/师范大学$/u, 'Normal University', '云河师范大学'),
  row(/大学$/u, 'University', '云河大学'),
  row(/学院$/u, 'College', '云河学院'),
  row(/医院$/u, 'Hospital', '云河医院'),
  row(/银行$/u, 'Bank', '云河银行'),
  row(/研究院$|研究所$/u, 'Institute', '云河研究院'),
  row(/街道$/u, 'Subdistrict', '云河街道'),
]; // biome-ignore format: a table
