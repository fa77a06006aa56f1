import type { Records, RequestRecord } from '../records.ts';
import { Refusal } from './refusal.ts';

/** Keeps each reason of a refusal for the test; a failure of the local Discord itself counts as one too. */
export function noteRefusal({ violations }: Records, request: RequestRecord, error: unknown): void {
  const where = `${request.method} ${request.path}`;
  if (!(error instanceof Refusal)) {
    const message = `The local Discord failed: ${error instanceof Error ? error.stack : error}`;
    violations.push({ request: where, status: 500, path: '', code: 0, message });
    return;
  }
  // A wrong token is the business of the login that fails, not a wrong request.
  if (error.status === 401 && error.body.code === 0) return;
  for (const { path, code, message } of error.problems) {
    violations.push({ request: where, status: error.status, path: path.join('.'), code, message });
  }
}
