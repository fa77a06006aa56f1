/** What has to hold of the page in a real browser. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { type Stage, TOKEN } from './stage.ts';

/** A browser window, and what it told of itself. */
export interface Shown {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly stage: Stage;
  /** Errors of scripts, refused loads and dialogs. */
  readonly troubles: string[];
}

export interface Check {
  readonly name: string;
  /** Whether it runs scripts of its own in the page, which the page's policy forbids. */
  readonly inspects?: true;
  /** Throws where it does not hold. */
  readonly run: (shown: Shown) => Promise<void>;
}

const QUESTION = 'How do I install the Wisp client on Linux?';
const ANSWER = 'wisp-linux-x64';
const SCREENS = ['ask', 'articles', 'index', 'questions', 'sign-in'] as const;
export const WIDTHS = [375, 1280] as const;
const LANGUAGES = ['en', 'zh'] as const;

const asking = (question: string): string => `#/ask?${new URLSearchParams({ q: question })}`;

const visit = async ({ page, stage }: Shown, hash: string): Promise<void> => {
  await page.goto(`${stage.web.address}/${hash}`);
  await page.locator('h1').first().waitFor({ state: 'attached' });
};

const sees = (page: Page, text: string): Promise<void> =>
  page.getByText(text, { exact: false }).first().waitFor({ timeout: 30_000 });

function expect(isRight: boolean, what: string): void {
  if (!isRight) throw new Error(what);
}

async function speak(page: Page, language: 'en' | 'zh'): Promise<void> {
  await page.evaluate((chosen) => localStorage.setItem('language', chosen), language);
  await page.reload();
}

async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { violations: found } = await (window as unknown as { axe: typeof axe }).axe.run();
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 100)).join(' | ')}`);
  });
  expect(violations.length === 0, violations.join('\n'));
}

async function expectNoOverflow(page: Page): Promise<void> {
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide <= 0, `the page is ${wide} pixels wider than its window`);
}

const screens: Check[] = SCREENS.flatMap((screen) =>
  LANGUAGES.flatMap((language) =>
    WIDTHS.map((width) => ({
      name: `${screen} in ${language} at ${width} pixels: fits, and axe finds nothing`,
      inspects: true as const,
      run: async (shown: Shown) => {
        await shown.page.setViewportSize({ width, height: 800 });
        await visit(shown, '#/ask');
        await speak(shown.page, language);
        await visit(shown, `#/${screen}`);
        await shown.page.locator('h1').first().waitFor();
        for (const colorScheme of ['light', 'dark'] as const) {
          await shown.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await expectAccessible(shown.page);
        }
        await expectNoOverflow(shown.page);
      },
    })),
  ),
);

export const CHECKS: readonly Check[] = [
  ...screens,
  ...WIDTHS.map((width) => ({
    name: `an answer and why at ${width} pixels: fits, and axe finds nothing`,
    inspects: true as const,
    run: async (shown: Shown) => {
      await shown.page.setViewportSize({ width, height: 800 });
      await visit(shown, asking(QUESTION));
      await sees(shown.page, ANSWER);
      await shown.page.getByRole('button', { name: 'Why this answer?' }).click();
      await sees(shown.page, 'same words');
      await expectAccessible(shown.page);
      await expectNoOverflow(shown.page);
    },
  })),
  {
    name: 'keyboard alone: ask, follow up, open the source, come back',
    inspects: true,
    run: async (shown) => {
      const { page } = shown;
      await visit(shown, '#/articles');
      await page.keyboard.press('Tab');
      expect(
        await page.evaluate(() => document.activeElement?.classList.contains('skip') ?? false),
        'the first stop is no way past the head',
      );
      await visit(shown, '#/ask');
      for (let stops = 0; stops < 30; stops++) {
        if (await page.evaluate(() => document.activeElement?.id === 'question')) break;
        await page.keyboard.press('Tab');
      }
      await page.keyboard.type(QUESTION);
      await page.keyboard.press('Enter');
      await sees(page, ANSWER);
      await page.keyboard.type('and on Windows?');
      await page.keyboard.press('Enter');
      await page.locator('.turn').nth(1).locator('.answer').waitFor();
      const link = page.locator('figcaption a').first();
      await link.focus();
      const outline = await link.evaluate((one) => getComputedStyle(one).outlineStyle);
      expect(outline !== 'none', 'where the keyboard is cannot be seen');
      await page.keyboard.press('Enter');
      await page.locator('.passage.meant').waitFor();
      await page.goBack();
      await page.locator('.turn').nth(1).locator('.answer').waitFor();
    },
  },
  {
    name: 'hostile text of an article: no dialog, no request elsewhere, no script',
    run: async (shown) => {
      await visit(shown, asking('Where do ships moor?'));
      await sees(shown.page, 'pier nine');
      await shown.page.locator('figcaption a').first().click();
      await sees(shown.page, 'Rules of the harbour');
      expect(
        (await shown.page.locator('main img, main script').count()) === 0,
        'an article has made an element',
      );
    },
  },
  {
    name: 'a rebuild while asking: every question is answered, and progress is shown',
    run: async (shown) => {
      const { page, stage } = shown;
      await visit(shown, `#/sign-in/${TOKEN}`);
      await sees(page, 'Sign out');
      writeFileSync(
        join(stage.corpus, 'ferry.md'),
        '# The ferry\n\nThe ferry to Kelp Island leaves at seven.\n',
      );
      await visit(shown, '#/index');
      await page.getByRole('button', { name: 'Reread the articles' }).click();
      const other = await shown.context.newPage();
      for (let asked = 0; asked < 5; asked++) {
        await other.goto(`${stage.web.address}/${asking(`${QUESTION} ${'?'.repeat(asked)}`)}`);
        await sees(other, ANSWER);
      }
      await other.close();
      await sees(page, 'Done: I have reread the articles.');
      await visit(shown, asking('When does the ferry to Kelp Island leave?'));
      await sees(page, 'leaves at seven');
    },
  },
  {
    name: 'the connection lost in the middle: asked again, and answered',
    run: async (shown) => {
      const { page } = shown;
      await visit(shown, '#/ask');
      let isLost = false;
      await page.route('**/api/ask', async (route) => {
        if (isLost) return route.continue();
        isLost = true;
        await route.abort('connectionreset');
      });
      await page.locator('#question').fill(QUESTION);
      await page.locator('#question').press('Enter');
      await sees(page, 'The connection was lost');
      await sees(page, ANSWER);
      await page.unroute('**/api/ask');
    },
  },
  {
    name: 'the first answer is seen within 1.3 times what the library takes, and 100 ms',
    inspects: true,
    run: async (shown) => {
      const { page, stage } = shown;
      const library: number[] = [];
      const seen: number[] = [];
      for (let tried = 0; tried < 9; tried++) {
        const question = `${QUESTION} ${'!'.repeat(tried)}`;
        const begun = performance.now();
        await stage.library.ask(question);
        library.push(performance.now() - begun);
        await visit(shown, '#/ask');
        seen.push(
          await page.evaluate(async (text) => {
            const start = performance.now();
            location.hash = `#/ask?${new URLSearchParams({ q: text })}`;
            while (document.querySelector('.answer') === null) await new Promise(requestAnimationFrame);
            return performance.now() - start;
          }, question),
        );
      }
      const median = (times: number[]): number => times.sort((a, b) => a - b)[times.length >> 1]!;
      const [ofLibrary, ofPage] = [median(library), median(seen)];
      expect(
        ofPage <= 1.3 * ofLibrary + 100,
        `seen after ${ofPage.toFixed(0)} ms, the library takes ${ofLibrary.toFixed(0)} ms`,
      );
    },
  },
];
