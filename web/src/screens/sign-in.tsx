/** Signing in, by the token or by the link that has it. */
import { useEffect, useRef } from 'preact/hooks';
import type { Session } from '../../../src/web/api/session.ts';
import { readAddress, writeAddress } from '../address.ts';
import { signIn } from '../api.ts';
import { useFailure } from '../parts.tsx';
import { useTexts } from '../settings.tsx';

export function SignIn({
  session,
  token,
  onSignedIn,
}: {
  session: Session;
  token: string;
  onSignedIn: () => void;
}) {
  const { session: texts } = useTexts();
  const { setFailure, told } = useFailure();
  const isTried = useRef(false);
  const send = (value: string): void => {
    setFailure(null);
    signIn(value).then(() => {
      // The token is not to stay in the address, nor in what the browser remembers.
      if (readAddress(location.hash).screen === 'sign-in') {
        history.replaceState(null, '', writeAddress('ask'));
        dispatchEvent(new HashChangeEvent('hashchange'));
      }
      onSignedIn();
    }, setFailure);
  };
  useEffect(() => {
    if (token === '' || isTried.current) return;
    isTried.current = true;
    send(token);
  }, [token]);
  return (
    <div class="column sign-in">
      <h1>{texts.title}</h1>
      {!session.mayRead && <p>{texts.needed}</p>}
      {session.maySignIn ? <TokenForm send={send} /> : <p>{texts.impossible}</p>}
      {told()}
    </div>
  );
}

function TokenForm({ send }: { send: (token: string) => void }) {
  const { session: texts } = useTexts();
  const field = useRef<HTMLInputElement>(null);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const text = field.current?.value.trim() ?? '';
        if (text !== '') send(text);
      }}
    >
      <p class="note" id="about-token">
        {texts.intro}
      </p>
      <label for="token">{texts.label}</label>
      <input
        id="token"
        type="password"
        autocomplete="current-password"
        aria-describedby="about-token"
        ref={field}
      />
      <button type="submit" class="main">
        {texts.send}
      </button>
    </form>
  );
}
