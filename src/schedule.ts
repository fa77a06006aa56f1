/** Work at times of day, as cron writes them. The door to croner. */
import { Cron } from 'croner';

/** True for five fields that name at least one time to come. */
export function isSchedule(pattern: string): boolean {
  if (pattern.trim().split(/\s+/).length !== 5) return false;
  try {
    return new Cron(pattern).nextRun() !== null;
  } catch {
    return false;
  }
}

/** When the work is due next; null where that is never. */
export const nextRun = (pattern: string): Date | null => new Cron(pattern).nextRun();

/** Does the work at each of these times, but not while it is under way; returns what ends that. */
export function schedule(pattern: string, work: () => Promise<void>): () => void {
  const job = new Cron(pattern, { protect: true }, work);
  return () => job.stop();
}
