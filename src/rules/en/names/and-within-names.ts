/** Where an "and" within capitalised words joins two names, and where it is part of one. */
import type { Rule } from '../../rule.ts';

/** What an institution is for: between two of these an "and" is part of its name. */
const FIELDS =
  'academics|administration|agriculture|architecture|arts?|astronomy|biology|business|chemistry|children|commerce|communications?|crafts?|culture|defen[cs]e|design|development|drugs?|economics?|economy|education|electronics|employment|energy|engineering|environment|exhibitions?|families|family|fashion|film|finance|fisheries|fishing|food|forestry|health|heritage|history|housing|humanities|industry|information|innovation|justice|labou?r|languages?|law|letters|literature|management|markets?|mathematics|mechanics|media|medicine|mining|music|natural|nature|nursing|oil|pensions|petroleum|pharmacy|physics|planning|politics|research|safety|science|sciences|security|services|social|sports?|statistics|teaching|technical|technology|telecom(?:munications)?|theatre|theater|tourism|trade|training|transport(?:ation)?|water|welfare|wildlife|women|work|youth';

/** In capitalised words as they are written, with the "and" as ‹and›. What is left over joins two names. */
export const AND_WITHIN_NAME: readonly Rule<'one name'>[] = [
  {
    pattern: new RegExp(`\\b(?:${FIELDS}) ‹and› (?:${FIELDS})\\b`, 'i'),
    means: 'one name',
    examples: ['University of Science ‹and› Technology', 'Food ‹and› Drug Administration'],
    not: ['Harbour Institute ‹and› Reed Hospital', 'Ministry of Trade ‹and› Reed Hospital'],
  },
  {
    pattern:
      /\b(?:of|for) (?!.*‹and› .*\b(?:of|for)\b)(?:\p{L}+ )*(?:Arts|Culture|Education|Science|Trade|Tourism) ‹and› \p{L}+$/u,
    means: 'one name',
    examples: ['Ministry of Education ‹and› Welfare', 'Institute for Arts ‹and› Ceramics'],
    not: ['Ministry of Education ‹and› Reed Hospital', 'Bank of Ossen ‹and› Reed Hospital'],
  },
  {
    pattern:
      /\b(?:Trinidad ‹and› Tobago|Bosnia ‹and› Herzegovina|Antigua ‹and› Barbuda|Turks ‹and› Caicos|Tyne ‹and› Wear|Wallis ‹and› Futuna|Marks ‹and› Spencer|Procter ‹and› Gamble|Ernst ‹and› Young|Barnes ‹and› Noble|Johnson ‹and› Johnson)\b/i,
    means: 'one name',
    examples: ['Bank of Trinidad ‹and› Tobago'],
    not: ['Anna ‹and› Tom'],
  },
];
