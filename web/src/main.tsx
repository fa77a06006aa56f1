/** Shows the page. */
import { render } from 'preact';
import { Page } from './page.tsx';
import { SettingsProvider } from './settings.tsx';
import './style/base.css';
import './style/frame.css';
import './style/parts.css';
import './style/screens.css';
import './style/ask.css';
import './style/why.css';

render(
  <SettingsProvider>
    <Page />
  </SettingsProvider>,
  document.getElementById('page')!,
);
