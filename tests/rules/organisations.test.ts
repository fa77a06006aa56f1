import { describe, expect, it } from 'vitest';
import { expectedOrganisation, isOfType } from '../../src/question/asked/expected.ts';
import { LANGUAGES } from '../../src/rules/languages.ts';

describe.each(LANGUAGES)('the name of an organisation in $code', ({ organisations }) => {
  it.each(organisations.map((rule) => [rule.means, rule] as const))('says that it is: %s', (_, rule) => {
    const named = rule.named ?? rule.pattern;
    expect(rule.examples.filter((name) => !named.test(name.toLowerCase()))).toEqual([]);
    expect((rule.not ?? []).filter((name) => named.test(name.toLowerCase()))).toEqual([]);
  });
});

describe.each(LANGUAGES)('words of organisations in $code', ({ organisationWords }) => {
  it.each(organisationWords.map((word) => [word.examples[0], word]))('have a row for %s', (_, word) => {
    const end = new RegExp(`${word.pattern.source}$`, 'u');
    expect(word.examples.filter((name) => !end.test(name.toLowerCase()))).toEqual([]);
    expect((word.not ?? []).filter((name) => end.test(name.toLowerCase()))).toEqual([]);
  });

  it.each(
    organisationWords.flatMap(({ of = [], examples }) => of.map((type) => [examples[0]!, type] as const)),
  )('say that %s may be: %s', (name, type) => {
    const rule = LANGUAGES.flatMap(({ organisations }) => organisations).find(
      ({ means, named }) => means === type && named?.test(name),
    );
    expect(rule).toBeDefined();
  });
});

describe('the organisation that a question asks for', () => {
  it.each([
    ['which bank signed with the mill?', ['Bank of Ossen', '云河银行'], ['Reed Hospital', '云河医院']],
    ['磨坊跟哪家银行合作', ['Bank of Ossen', '云河银行股份有限公司'], ['Reed Hospital', '云河医院']],
    ['which company runs the mill?', ['Lind', '海棠'], ['Ossen City Council', '云河区政府']],
  ])('is told by names of its type: %s', (question, names, others) => {
    const type = expectedOrganisation(question)!;
    expect(names.filter((name) => !isOfType(type, name))).toEqual([]);
    expect(others.filter((name) => isOfType(type, name))).toEqual([]);
  });
});
