/** `npm run test:web`: looks at the page in a real browser; `--pictures` draws the screens into `docs/`, too. */
import { parseArgs } from 'node:util';
import pc from 'picocolors';
import { type Browser, chromium } from 'playwright-core';
import { CHECKS, type Shown } from './browser-checks.ts';
import { findChromium } from './chromium.ts';
import { drawPictures } from './pictures.ts';
import { type Stage, setStage } from './stage.ts';

const { values } = parseArgs({ options: { only: { type: 'string' }, pictures: { type: 'boolean' } } });
const executablePath = findChromium();
if (executablePath === null) {
  console.log(
    'Skipped: there is no Chromium here. Install one (Debian: apt install chromium), or name it in CHROMIUM.',
  );
  process.exit(0);
}

const stage = await setStage();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
let failed = 0;
const checks = CHECKS.filter(({ name }) => name.includes(values.only ?? ''));
try {
  for (const { name, run, inspects = false } of checks) {
    const shown = await show(browser, stage, inspects);
    try {
      await run(shown);
      if (shown.troubles.length > 0) throw new Error(shown.troubles.join('\n'));
      console.log(`${pc.green('passed')}  ${name}`);
    } catch (error) {
      failed++;
      console.log(`${pc.red('failed')}  ${name}\n${(error as Error).message}`);
    } finally {
      await shown.context.close();
    }
  }
  if (values.pictures) await drawPictures(browser, stage);
} finally {
  await browser.close();
  await stage.close();
}
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** A window of its own, that notes what goes wrong in it. */
async function show(inside: Browser, on: Stage, bypassCSP: boolean): Promise<Shown> {
  const context = await inside.newContext({ locale: 'en-GB', bypassCSP });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`a script failed: ${error.message}`));
  page.on('dialog', (dialog) => {
    troubles.push(`a dialog opened: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(on.web.address)) troubles.push(`a request went to ${request.url()}`);
  });
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) troubles.push(message.text());
  });
  return { page, context, stage: on, troubles };
}
