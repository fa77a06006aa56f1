/** Why a build failed, in the process that built: of an error only its message reaches the parent. */
import { CorpusError, UnreadError } from '../documents/problem.ts';
import { FileError } from '../file-error.ts';
import { LockedError } from '../index/lock.ts';
import { UnreadBuildError } from '../index/manifest.ts';
import type { WhyNotBuilt } from '../library.ts';

/** Null for a failure that only the message tells of. */
export function whyNotBuilt(error: unknown): WhyNotBuilt | null {
  if (error instanceof LockedError) return { reason: 'locked', since: timeOrNull(error.since) };
  if (error instanceof UnreadError) return { reason: 'unread', since: null };
  if (error instanceof CorpusError) return { reason: 'empty', since: null };
  if (error instanceof FileError || error instanceof UnreadBuildError) return { reason: 'disk', since: null };
  return null;
}

/** A lock file may have been written by hand. */
const timeOrNull = (text: string): string | null => (Number.isNaN(Date.parse(text)) ? null : text);
