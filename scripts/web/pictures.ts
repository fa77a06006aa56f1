/** Draws the page for the README, in light and dark, on a desktop and a phone. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type Stage, TOKEN } from './stage.ts';

const QUESTION = 'who signed with Liaoning and when';

interface Picture {
  readonly name: string;
  readonly hash: string;
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
  /** What is pressed before. */
  readonly press?: string;
}

const asking = `#/ask?${new URLSearchParams({ q: QUESTION })}`;
const PICTURES: readonly Picture[] = [
  { name: 'page-ask', hash: asking, width: 1000, height: 640, colorScheme: 'light' },
  {
    name: 'page-why',
    hash: asking,
    width: 1000,
    height: 1400,
    colorScheme: 'light',
    press: 'Why this answer?',
  },
  { name: 'page-phone', hash: asking, width: 375, height: 760, colorScheme: 'dark' },
  { name: 'page-index', hash: '#/index', width: 1000, height: 640, colorScheme: 'dark' },
];

export async function drawPictures(browser: Browser, { web }: Stage): Promise<void> {
  for (const { name, hash, width, height, colorScheme, press } of PICTURES) {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme,
      reducedMotion: 'reduce',
      locale: 'en-GB',
    });
    const page = await context.newPage();
    await page.goto(`${web.address}/#/sign-in/${TOKEN}`);
    await page.getByText('Sign out').waitFor();
    await page.goto(`${web.address}/${hash}`);
    await page.locator('.answer, .state').first().waitFor();
    if (press !== undefined) await page.getByRole('button', { name: press }).click();
    await page.waitForTimeout(800);
    await page.screenshot({ path: join('docs', `${name}.png`) });
    await context.close();
  }
}
