/** What somebody has chosen for the page, kept in their browser: language and theme. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Language } from '../../src/types.ts';
import { EN, type Texts } from './texts/en.ts';
import { ZH } from './texts/zh.ts';

const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const TEXTS: Readonly<Record<Language, Texts>> = { en: EN, zh: ZH };

/** A language as HTML names it. */
export const tagOf = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en');

interface Settings {
  readonly language: Language;
  readonly texts: Texts;
  readonly theme: Theme;
  readonly switchLanguage: () => void;
  readonly switchTheme: () => void;
}

const Chosen = createContext<Settings | null>(null);

export const useSettings = (): Settings => useContext(Chosen)!;
export const useTexts = (): Texts => useSettings().texts;

/** A browser may keep nothing, as where cookies are off. */
function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // It holds until the page is left.
  }
}

function kept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function SettingsProvider({ children }: { children: ComponentChildren }) {
  const [language, setLanguage] = useState<Language>(() => {
    const chosen = kept('language') ?? navigator.language;
    return chosen.toLowerCase().startsWith('zh') ? 'zh' : 'en';
  });
  const [theme, setTheme] = useState<Theme>(() => THEMES.find((one) => one === kept('theme')) ?? 'auto');
  useLayoutEffect(() => {
    document.documentElement.lang = tagOf(language);
    document.title = TEXTS[language].title;
    keep('language', language);
  }, [language]);
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
    keep('theme', theme);
  }, [theme]);
  const settings = useMemo(
    (): Settings => ({
      ...{ language, theme, texts: TEXTS[language] },
      switchLanguage: () => setLanguage(language === 'en' ? 'zh' : 'en'),
      switchTheme: () => setTheme(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]!),
    }),
    [language, theme],
  );
  return <Chosen.Provider value={settings}>{children}</Chosen.Provider>;
}
