import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalize, normalizeWithOrigin, originalSpan, toSimplified } from '../../src/text/normalize.ts';

describe('normalize', () => {
  it.each([
    ['full-width letters and digits', 'ＡＢＣ　１２３％', 'abc 123%'],
    ['ligatures and squared words', 'ﬁve ㎏', 'five kg'],
    ['case', 'Liaoning UNIVERSITY', 'liaoning university'],
    ['Traditional characters', '臺灣與遼寧簽署協議', '台湾与辽宁签署协议'],
    ['accents', 'Lǚ Zürich café', 'lu zurich cafe'],
    ['accents that stand apart from their letter', 'cafe\u0301', 'cafe'],
    ['text that needs nothing', '辽宁 2024', '辽宁 2024'],
    ['characters outside the basic plane', '𠮷野家🚀', '𠮷野家🚀'],
  ])('folds %s', (_, text, folded) => {
    expect(normalize(text)).toBe(folded);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normalize(normalize(text))).toBe(normalize(text));
      }),
    );
  });

  it('makes Simplified of Traditional and leaves Simplified alone', () => {
    expect(toSimplified('頭髮和發展')).toBe('头发和发展');
    expect(toSimplified('头发和发展')).toBe('头发和发展');
  });
});

describe('normalizeWithOrigin', () => {
  /** What stands in the original where the normalised text has `found`. */
  const original = (text: string, found: string) => {
    const normalized = normalizeWithOrigin(text);
    const at = normalized.text.indexOf(found);
    const { start, end } = originalSpan(normalized, at, at + found.length);
    return text.slice(start, end);
  };

  it('maps a span back to what the author wrote', () => {
    expect(original('他在臺灣大學讀書', '台湾大学')).toBe('臺灣大學');
    expect(original('He met LÜ Bu there', 'lu bu')).toBe('LÜ Bu');
    expect(original('🚀🚀ＡＢＣ　１２', 'abc')).toBe('ＡＢＣ');
    expect(original('共５㎏米', 'kg')).toBe('㎏');
    expect(original('𠮷野家開店', '野家开')).toBe('野家開');
  });

  it('gives the same text as normalize', () => {
    for (const text of ['ＡＢＣ㎏ﬁ', '臺灣與遼寧', 'Zürich', 'cafe\u0301 Zu\u0308rich', '🚀 𠮷'])
      expect(normalizeWithOrigin(text).text).toBe(normalize(text));
  });

  it('has for every unit an origin in the text, never one before that of the unit before it', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(
            fc.string({ unit: 'grapheme', maxLength: 3 }),
            fc.constantFrom('臺', '㎏', 'ﬁ', '🚀', 'Ü'),
          ),
        }),
        (text) => {
          const { text: folded, origin } = normalizeWithOrigin(text);
          expect(origin).toHaveLength(folded.length + 1);
          expect(origin.at(-1)).toBe(text.length);
          expect([...origin]).toEqual([...origin].sort((a, b) => a - b));
          for (const [i, at] of origin.slice(0, -1).entries()) {
            expect(at).toBeLessThan(text.length);
            expect(at).toBeGreaterThanOrEqual(i === 0 ? 0 : origin[i - 1]!);
          }
        },
      ),
    );
  });
});
