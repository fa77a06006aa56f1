import { describe, expect, it } from 'vitest';
import { titleFit } from '../../src/facts/who/title-fit.ts';
import { titleAsked } from '../../src/question/asked/title-asked.ts';

describe('a title', () => {
  it.each([
    ['董事长', '海棠集团董事长', 1],
    ['chairman', '海棠集团董事长', 1],
    ['president', '海棠大学校长', 1],
    ['ceo', '海棠汽车CEO', 1],
    ['curator', '云河图书馆馆长', 1],
    ['secretary-general', '海棠协会秘书长', 1],
    ['vice-mayor', '云河市副市长', 1],
    // Whoever heads it.
    ['head', '云河市教育局局长', 1],
    ['负责人', '云河市教育局局长', 1],
  ])('"%s" is the one of %s', (asked, said, fit) => {
    expect(titleFit(titleAsked(asked), said)).toBe(fit);
  });

  it.each([
    ['区委书记', '云河党委书记'],
    ['chairman', '海棠集团主席'],
  ])('"%s" may be meant by %s', (asked, said) => {
    expect(titleFit(titleAsked(asked), said)).toBeGreaterThan(0);
  });

  it('of who chairs a committee is the 主任, not the chairman of a company', () => {
    expect(titleFit(titleAsked('chair', 'the book committee'), '委员会主任')).toBe(1);
    expect(titleFit(titleAsked('chair', 'the book committee'), '海棠集团董事长')).toBeLessThan(0.5);
  });

  it.each([
    ['董事长', '海棠集团总裁'],
    ['chairman', '海棠集团总经理'],
    ['mayor', '云河省省长'],
    ['secretary-general', '云河市委书记'],
    ['head', '云河记者'],
    ['书记', ''],
  ])('"%s" is not %s', (asked, said) => {
    expect(titleFit(titleAsked(asked), said)).toBe(0);
  });
});
