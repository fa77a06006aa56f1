/** Where a Chromium is on this machine. */
import { existsSync } from 'node:fs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** `CHROMIUM` of the environment, or where one usually is; null where there is none. */
export const findChromium = (chosen = process.env.CHROMIUM): string | null =>
  [...(chosen ? [chosen] : []), ...PLACES].find((path) => existsSync(path)) ?? null;
