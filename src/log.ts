/** What the bot does, as one line of JSON an event. The door to pino. */
import { pino, stdSerializers } from 'pino';
import { describeThrown } from './describe-thrown.ts';
import type { LogLevel } from './log-levels.ts';

/** Takes what happened, in fixed words, and what it happened to; an error goes under `error`. */
type Write = (event: string, details?: Readonly<Record<string, unknown>>) => void;

/** What people write goes to `debug` alone. */
export type Log = Readonly<Record<LogLevel, Write>>;

export interface LogOptions {
  readonly level: LogLevel;
  /** Never written, wherever they turn up. */
  readonly secrets: readonly string[];
  /** Takes whole lines; stderr where it is left out. */
  readonly write?: (line: string) => void;
}

/** Whoever has the token of an interaction can answer it; it stands in the addresses of errors. */
const INTERACTION_TOKEN = /((?:webhooks|interactions)\/\d+\/)[\w%.-]+/g;

export function createLog({ level, secrets, write = writeToStderr }: LogOptions): Log {
  const logger = pino(
    {
      level,
      base: null,
      messageKey: 'event',
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: describeError },
    },
    { write: (line) => write(withoutSecrets(line, secrets)) },
  );
  const writeAt =
    (at: LogLevel): Write =>
    (event, details = {}) =>
      logger[at](details, event);
  return { debug: writeAt('debug'), info: writeAt('info'), warn: writeAt('warn'), error: writeAt('error') };
}

/** At once, so that the last line before an exit is not lost. */
const writeToStderr = (line: string): void => {
  process.stderr.write(line);
};

/** Type, message, stack and causes, and what Discord said; not the request, which holds what people wrote. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return describeThrown(error);
  const { type, message, stack } = stdSerializers.err(error);
  const { code, status, method } = error as { code?: unknown; status?: unknown; method?: unknown };
  return { type, message, code, status, method, stack };
}

const withoutSecrets = (line: string, secrets: readonly string[]): string =>
  secrets
    .filter((secret) => secret !== '')
    .reduce((text, secret) => text.replaceAll(secret, '[token]'), line)
    .replace(INTERACTION_TOKEN, '$1[token]');
