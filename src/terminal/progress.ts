/** Progress of long work on stderr: a bar on a terminal, a line a step elsewhere. The door to cli-progress. */
import { basename } from 'node:path';
import cliProgress from 'cli-progress';
import pc from 'picocolors';
import { describeProblems } from '../documents/problem.ts';
import { STATIC_MODEL } from '../embedding/models.ts';
import type { BuildOptions, BuildProgress, BuildResult } from '../index/build.ts';
import type { Rollback } from '../index/rollback.ts';
import { counted } from './counted.ts';

const STEPS: Readonly<Record<BuildProgress['step'], { title: string; unit: string; scale: number }>> = {
  read: { title: 'Reading and embedding', unit: 'KiB', scale: 1024 },
  link: { title: 'Linking vectors      ', unit: 'passages', scale: 1 },
};

interface Bar {
  /** `note` stands behind the bar instead of the time that is left. */
  update(done: number, total: number, note?: string): void;
  /** Writes a line above the bar. */
  tell(line: string): void;
  stop(): void;
}

/** A bar that follows `update(done, total)` until `stop`. */
export function startBar(title: string, unit: string): Bar {
  const isTerminal = process.stderr.isTTY === true;
  if (!isTerminal) console.error(`${title.trim()} …`);
  const bar = new cliProgress.SingleBar({
    format: (options, params, payload: { note?: string }) => {
      const text = `${title} ${pc.cyan('{bar}')} {percentage} % | {value}/{total} ${unit} | ${payload.note ?? '{eta_formatted} left'}`;
      return cliProgress.Format.Formatter({ ...options, format: text }, params, payload);
    },
    stream: process.stderr,
    hideCursor: true,
    barCompleteChar: '█',
    barIncompleteChar: '░',
  });
  let started = false;
  return {
    update(done, total, note) {
      if (!isTerminal) return;
      if (!started) bar.start(total, done, { note });
      else bar.update(done, { note });
      started = true;
    },
    tell(line) {
      if (started) bar.stop();
      console.error(line);
      // Where it was, at the next update.
      started = false;
    },
    stop() {
      if (started) bar.stop();
      started = false;
    },
  };
}

/** Passages a second and the time that is left; undefined where none go through the model, or it cannot be told yet. */
export function describeSpeed({ perSecond, secondsLeft }: BuildProgress): string | undefined {
  if (!perSecond) return undefined;
  const speed = `${perSecond < 10 ? perSecond.toFixed(1) : Math.round(perSecond)} passages/s`;
  if (secondsLeft === null || secondsLeft === undefined) return speed;
  const [minutes, seconds] = [Math.floor(secondsLeft / 60), Math.round(secondsLeft % 60)];
  return `${speed} | ${minutes === 0 ? `${seconds} s` : `${minutes} min`} left`;
}

/** Longer builds are worth a look at the faster model. */
const LONG_BUILD_MINUTES = 15;

/** What is told of a build that takes long, and which choice is faster; null where there is nothing to say. */
export function describeEstimate(secondsLeft: number, model: string): string | null {
  const minutes = secondsLeft / 60;
  if (minutes <= LONG_BUILD_MINUTES) return null;
  const left = minutes < 90 ? `${Math.round(minutes)} minutes` : `${Math.round(minutes / 60)} hours`;
  const remedy = `EMBEDDING_MODEL=${STATIC_MODEL} builds many times faster, but finds less.`;
  return `Embedding takes about ${left} more.${basename(model) === basename(STATIC_MODEL) ? '' : ` ${remedy}`}`;
}

/** Shows the steps of a build with this model. `finish` ends the last bar. */
export function showBuild(
  model: string,
): Required<Pick<BuildOptions, 'onProgress' | 'onEstimate'>> & { finish(): void } {
  let step: BuildProgress['step'] | null = null;
  let bar: ReturnType<typeof startBar> | null = null;
  return {
    onProgress(progress) {
      const { title, unit, scale } = STEPS[progress.step];
      if (progress.step !== step) {
        bar?.stop();
        bar = startBar(title, unit);
        step = progress.step;
      }
      const { done, total } = progress;
      bar?.update(Math.round(done / scale), Math.max(1, Math.round(total / scale)), describeSpeed(progress));
    },
    onEstimate(secondsLeft) {
      const line = describeEstimate(secondsLeft, model);
      if (line !== null) (bar?.tell ?? console.error)(pc.yellow(line));
    },
    finish: () => bar?.stop(),
  };
}

/** Lists what could not be used, then counts and time. */
export function summarizeBuild({ manifest, problems, embedded, notes }: BuildResult, seconds: number): void {
  for (const line of [...describeProblems(problems), ...notes]) console.error(pc.yellow(line));
  const used = `${counted(manifest.articles, 'article')}, ${counted(manifest.passages, 'passage')}`;
  const kept = `(${embedded} embedded, ${manifest.passages - embedded} kept)`;
  const left = problems.length === 0 ? '' : pc.yellow(`, ${counted(problems.length, 'problem')}`);
  console.error(
    `${pc.green('Index built:')} ${used} ${kept}${left}; recall of the vector search ` +
      `${manifest.recall.toFixed(3)}; ${seconds.toFixed(1)} s`,
  );
}

/** Tells which index is current now. */
export function summarizeRollback({ from, to, manifest, notes }: Rollback): void {
  for (const line of notes) console.error(pc.yellow(line));
  console.error(
    `${pc.green('Index rolled back:')} ${to} of ${manifest.builtAt} is current now, instead of ${from}; ` +
      `${counted(manifest.articles, 'article')}, ${counted(manifest.passages, 'passage')}`,
  );
}
