/** The frame around the screens: names, ways between them, language, theme, signing in. */
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Session } from '../../src/web/api/session.ts';
import { type Address, readAddress, SCREENS, type Screen, writeAddress } from './address.ts';
import { getSession, signOut } from './api.ts';
import { AskScreen } from './ask/ask-screen.tsx';
import { useFailure } from './parts.tsx';
import { ArticleScreen } from './screens/article-screen.tsx';
import { ArticlesScreen } from './screens/articles-screen.tsx';
import { IndexScreen } from './screens/index-screen.tsx';
import { QuestionsScreen } from './screens/questions-screen.tsx';
import { SignIn } from './screens/sign-in.tsx';
import { type Theme, useSettings, useTexts } from './settings.tsx';

const THEME_SIGNS: Readonly<Record<Theme, string>> = { auto: '◐', light: '☀', dark: '☾' };

export function Page() {
  const texts = useTexts();
  const address = useAddress();
  const [session, setSession] = useState<Session | null>(null);
  const { failure, setFailure, told } = useFailure();
  const look = useCallback(() => {
    setFailure(null);
    getSession().then(setSession, setFailure);
  }, [setFailure]);
  useEffect(look, [look]);
  const main = useFocusOnChange(address.screen);

  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {texts.skip}
      </button>
      <Head address={address} session={session} onChange={look} />
      <main id="main" tabIndex={-1} ref={main}>
        {failure !== null && <div class="column">{told(look)}</div>}
        {session !== null && <Shown address={address} session={session} onChange={look} />}
      </main>
    </>
  );
}

interface Shows {
  readonly address: Address;
  readonly session: Session;
  readonly onChange: () => void;
}

function Shown({ address, session, onChange }: Shows) {
  const { screen, values, questions } = address;
  if (screen === 'sign-in' || !session.mayRead)
    return <SignIn session={session} token={values.token ?? ''} onSignedIn={onChange} />;
  if (screen === 'articles') return <ArticlesScreen session={session} text={values.text ?? ''} />;
  if (screen === 'article')
    return <ArticleScreen session={session} id={values.id ?? ''} passage={values.passage ?? ''} />;
  if (screen === 'index') return <IndexScreen session={session} />;
  if (screen === 'questions') return <QuestionsScreen session={session} />;
  return <AskScreen questions={questions} session={session} />;
}

function Head({
  address,
  session,
  onChange,
}: {
  address: Address;
  session: Session | null;
  onChange: () => void;
}) {
  const { texts, theme, switchLanguage, switchTheme } = useSettings();
  const leave = async (): Promise<void> => {
    await signOut().catch(() => {});
    onChange();
  };
  const isAt = (screen: Screen): boolean =>
    address.screen === screen || (screen === 'articles' && address.screen === 'article');
  return (
    <header class="head">
      <a class="name" href={writeAddress('ask')}>
        {texts.title}
      </a>
      <nav aria-label={texts.title}>
        {SCREENS.map((screen) => (
          <a
            key={screen}
            href={writeAddress(screen)}
            {...(isAt(screen) && { 'aria-current': 'page' as const })}
          >
            {texts.screens[screen]}
          </a>
        ))}
      </nav>
      <div class="choices">
        {session?.isSignedIn && <Choice onClick={() => void leave()}>{texts.signOut}</Choice>}
        {session?.maySignIn && !session.isSignedIn && (
          <a class="choice" href={writeAddress('sign-in')}>
            {texts.signIn}
          </a>
        )}
        <Choice onClick={switchLanguage} label={texts.languageLabel}>
          {texts.language}
        </Choice>
        <Choice onClick={switchTheme} label={texts.themes[theme]}>
          <span aria-hidden="true">{THEME_SIGNS[theme]}</span>
        </Choice>
      </div>
    </header>
  );
}

const Choice = ({
  onClick,
  label,
  children,
}: {
  onClick: () => void;
  label?: string;
  children: ComponentChildren;
}) => (
  <button
    type="button"
    class="choice"
    onClick={onClick}
    {...(label !== undefined && { 'aria-label': label, title: label })}
  >
    {children}
  </button>
);

function useAddress(): Address {
  const [address, setAddress] = useState(() => readAddress(location.hash));
  useEffect(() => {
    const read = (): void => setAddress(readAddress(location.hash));
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return address;
}

/** Whoever comes to another screen by keyboard or screen reader begins at its top, but not when the page opens. */
function useFocusOnChange(screen: string) {
  const main = useRef<HTMLElement>(null);
  const before = useRef(screen);
  useEffect(() => {
    if (before.current === screen) return;
    before.current = screen;
    scrollTo(0, 0);
    if (screen !== 'ask') main.current?.focus({ preventScroll: true });
  }, [screen]);
  return main;
}
