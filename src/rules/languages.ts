/** The languages that questions and texts come in, each with its rules: a language is a folder and a line here. */
import type { Language } from '../types.ts';
import type { AskingRules } from './asking.ts';
import { ASKING as EN_ASKING } from './en/asking.ts';
import { SIGNING as EN_SIGNING } from './en/signing.ts';
import type { SigningRules } from './signing.ts';
import { ASKING as ZH_ASKING } from './zh/asking.ts';
import { SIGNING as ZH_SIGNING } from './zh/signing.ts';

export interface LanguageRules {
  readonly code: Language;
  readonly asking: AskingRules;
  readonly signing: SigningRules;
}

export const LANGUAGES: readonly LanguageRules[] = [
  { code: 'zh', asking: ZH_ASKING, signing: ZH_SIGNING },
  { code: 'en', asking: EN_ASKING, signing: EN_SIGNING },
];
