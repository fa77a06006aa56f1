/** Draws the page for the README, in light and dark, on a desktop and a phone. */
import { writeFileSync } from 'node:fs';
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
  {
    name: 'page-articles',
    hash: '#/articles?text=lanternmoor',
    width: 1000,
    height: 520,
    colorScheme: 'light',
  },
  {
    name: 'page-article',
    hash: '#/article?id=winter-market',
    width: 1000,
    height: 520,
    colorScheme: 'light',
  },
  { name: 'page-index', hash: '#/index', width: 1000, height: 640, colorScheme: 'dark' },
  { name: 'page-questions', hash: '#/questions', width: 1000, height: 640, colorScheme: 'light' },
];

/** An article that lacks something, and questions that nobody can answer. */
const LACKING =
  '---\ntitle: Winter market at Lanternmoor\n\n# Winter market at Lanternmoor\n\nThe winter market of Lanternmoor opens at dusk.\n';
const UNANSWERED = [
  'Who won the football cup in Brazil?',
  'who won the Brazilian football cup',
  '银行的汇率是多少？',
];

export async function drawPictures(browser: Browser, { web, corpus, library }: Stage): Promise<void> {
  writeFileSync(join(corpus, 'winter-market.md'), LACKING);
  await library.reindex();
  for (const question of UNANSWERED)
    await fetch(`${web.address}/api/ask`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${TOKEN}` },
      body: JSON.stringify({ question }),
    });
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
    await page.locator('.answer, .articles, .passage, .generations, .gaps').first().waitFor();
    if (press !== undefined) await page.getByRole('button', { name: press }).click();
    await page.waitForTimeout(800);
    await page.screenshot({ path: join('docs', `${name}.png`) });
    await context.close();
  }
}
