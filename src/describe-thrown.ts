/** What was thrown, as text. */
import { inspect } from 'node:util';

/** The message of an error, else what stands there: `String` itself throws for an object that cannot become a text. */
export function describeThrown(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message;
  return typeof thrown === 'string' ? thrown : inspect(thrown, { customInspect: false });
}
