/** All commands, in the order of the help. */

import { HELP, PRIVACY, STATUS } from './about.ts';
import { ADMIN } from './admin.ts';
import { ARTICLES } from './articles.ts';
import { ASK } from './ask.ts';
import { ASK_ABOUT_THIS } from './ask-about-this.ts';
import type { MessageCommand, SlashCommand } from './command.ts';

export const SLASH_COMMANDS: readonly SlashCommand[] = [ASK, ARTICLES, STATUS, HELP, PRIVACY, ADMIN];

export const MESSAGE_COMMANDS: readonly MessageCommand[] = [ASK_ABOUT_THIS];
