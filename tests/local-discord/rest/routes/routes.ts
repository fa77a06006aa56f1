import type { Route } from '../route.ts';
import { APPLICATION_ROUTES } from './application.ts';
import { CALLBACK_ROUTES } from './callback.ts';
import { CHANNEL_ROUTES } from './channels.ts';
import { COMMAND_ROUTES } from './commands.ts';
import { MESSAGE_ROUTES } from './messages.ts';
import { WEBHOOK_ROUTES } from './webhook.ts';

/** Every route there is; one that is missing answers 404 and counts as a violation. */
export const ROUTES: readonly Route[] = [
  ...APPLICATION_ROUTES,
  ...COMMAND_ROUTES,
  ...CHANNEL_ROUTES,
  ...MESSAGE_ROUTES,
  ...CALLBACK_ROUTES,
  ...WEBHOOK_ROUTES,
];
