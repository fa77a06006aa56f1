/** Whom the bot pings: nobody. */

/**
 * Articles may name `@everyone` or `<@123>`. Said on every send and edit, as an edit that leaves it out
 * looks for mentions anew, and on the client for what is ever forgotten.
 */
export const NO_PINGS = { parse: [], repliedUser: false } as const;
