/** How many tokens were used today, in a file, so that every program that writes keeps to one bound. */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeWhole } from '../unfinished.ts';

export interface Budget {
  /** Whether so many more may be used today. */
  readonly allows: (tokens: number) => boolean;
  readonly use: (tokens: number) => void;
}

interface Used {
  readonly day: string;
  readonly tokens: number;
}

/** No bound and no file where `dailyTokens` is null. A file that cannot be read counts as none, one that cannot be written as full. */
export function openBudget(
  dailyTokens: number | null,
  file: string,
  today: () => string = () => new Date().toISOString().slice(0, 10),
): Budget {
  if (dailyTokens === null) return { allows: () => true, use: () => {} };
  let isLost = false;
  const used = (): number => {
    const { day, tokens } = read(file);
    return day === today() ? tokens : 0;
  };
  return {
    allows: (tokens) => !isLost && used() + tokens <= dailyTokens,
    use: (tokens) => {
      try {
        mkdirSync(dirname(file), { recursive: true });
        writeWhole(file, [JSON.stringify({ day: today(), tokens: used() + tokens } satisfies Used)]);
      } catch {
        // What is not counted has no bound.
        isLost = true;
      }
    },
  };
}

function read(file: string): Used {
  try {
    const { day, tokens } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Used>;
    if (typeof day === 'string' && Number.isSafeInteger(tokens)) return { day, tokens: tokens! };
  } catch {
    // There is none yet, or it is damaged.
  }
  return { day: '', tokens: 0 };
}
