/** The built page in jsdom, which has no layout but all the rest: what is shown, said and reached by keyboard. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { JSDOM, VirtualConsole } from 'jsdom';
import { expect } from 'vitest';

const PAGE = join(import.meta.dirname, '../../src/web/page');
const HTML = readFileSync(join(PAGE, 'index.html'), 'utf8').replace(/<script.*?<\/script>/, '');
const SCRIPT = readFileSync(join(PAGE, 'app.js'), 'utf8');

export interface Opened {
  readonly window: JSDOM['window'];
  readonly document: Document;
  /** Errors that went to the console. */
  readonly errors: string[];
  readonly text: () => string;
  /** Waits until the page shows a text. */
  readonly shows: (text: string | RegExp) => Promise<void>;
  readonly go: (hash: string) => void;
  /** The one button, link or field of this name; throws where there is none. */
  readonly named: (name: string | RegExp) => HTMLElement;
  readonly type: (field: string, text: string) => void;
  readonly press: (key: string, options?: KeyboardEventInit) => void;
  readonly close: () => void;
}

export interface OpenOptions {
  readonly hash?: string;
  readonly language?: string;
  /** Stands between the page and the server. */
  readonly fetch?: typeof globalThis.fetch;
}

/** Opens the page of a server, with a cookie jar of its own. */
export function openPage(
  address: string,
  { hash = '', language = 'en-GB', fetch = globalThis.fetch }: OpenOptions = {},
): Opened {
  const errors: string[] = [];
  const virtualConsole = new VirtualConsole();
  virtualConsole.on('jsdomError', (error) => errors.push(error.message));
  virtualConsole.on('error', (message) => errors.push(String(message)));
  const dom = new JSDOM(HTML, {
    url: `${address}/${hash}`,
    runScripts: 'outside-only',
    virtualConsole,
    pretendToBeVisual: true,
  });
  const { window } = dom;
  const { document } = window;
  Object.defineProperty(window.navigator, 'language', { value: language });
  Object.assign(window, {
    ...{ TextDecoder, ReadableStream, EventSource: NoEvents },
    matchMedia: () => ({ matches: true }),
    scrollTo: () => {},
    fetch: fetchWithCookies(address, fetch),
  });
  window.HTMLElement.prototype.scrollIntoView = () => {};
  window.eval(SCRIPT);

  const text = (): string => document.body.textContent ?? '';
  const named = (name: string | RegExp): HTMLElement => {
    const all = [...document.querySelectorAll<HTMLElement>('button, a, input, textarea, summary')];
    const found = all.find((one) => {
      const label = nameOf(document, one);
      return typeof name === 'string' ? label === name : name.test(label);
    });
    if (found === undefined)
      throw new Error(`Expected ${name}, found ${all.map((one) => nameOf(document, one)).join(' | ')}`);
    return found;
  };
  return {
    ...{ window, document, errors, text, named },
    shows: async (wanted) => {
      await expect
        .poll(text, { timeout: 15_000 })
        .toMatch(typeof wanted === 'string' ? new RegExp(escaped(wanted)) : wanted);
    },
    go: (next) => {
      window.location.hash = next;
    },
    type(field, value) {
      const one = named(field) as HTMLInputElement;
      one.focus();
      one.value = value;
      one.dispatchEvent(new window.Event('input', { bubbles: true }));
    },
    press: (key, options = {}) =>
      document.activeElement?.dispatchEvent(
        new window.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options }),
      ),
    close: () => window.close(),
  };
}

/** As a browser fetches: from the address of the page, with the cookie that came last. */
function fetchWithCookies(address: string, fetch: typeof globalThis.fetch) {
  let cookie = '';
  return async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = {
      ...(init.headers as Record<string, string>),
      ...(cookie !== '' && { Cookie: cookie }),
    };
    // A signal of jsdom is none of Node's.
    const leaving = new AbortController();
    init.signal?.addEventListener('abort', () => leaving.abort());
    const response = await fetch(new URL(path, address), { ...init, headers, signal: leaving.signal });
    cookie = response.headers.get('Set-Cookie')?.split(';', 1)[0] ?? cookie;
    return response;
  };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function nameOf(document: Document, one: HTMLElement): string {
  const label = one.id === '' ? null : document.querySelector(`label[for="${one.id}"]`);
  return (one.getAttribute('aria-label') ?? label?.textContent ?? one.textContent ?? '').trim();
}

/** jsdom has none; the page does without what it tells. */
class NoEvents {
  addEventListener(): void {}
  close(): void {}
}

/** What axe finds wrong; colours need a layout, and are measured by themselves. */
export async function violationsIn({ window }: Opened): Promise<string[]> {
  window.eval(axe.source);
  const run = (window as unknown as { axe: typeof axe }).axe.run;
  const { violations } = await run(window.document, {
    resultTypes: ['violations'],
    rules: { 'color-contrast': { enabled: false } },
  });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
}
