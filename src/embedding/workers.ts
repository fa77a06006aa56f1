/**
 * Embedding in processes of their own, beside what the caller does meanwhile: onnxruntime 1.14 can be loaded once in a
 * process, and one thread a network costs least. A vector is the same to the bit, whichever process makes it, and whatever
 * it made before.
 */
import type { ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { endOf, forkProcess, programUrl } from '../fork.ts';
import { ModelError } from '../model/folder.ts';
import type { EmbeddedPassage, Embedder, FoundEmbedder } from './embedder.ts';
import type { FromWorker, WorkerCall, WorkingOptions } from './working.ts';

/** Processes for a build that nobody is kept waiting by: one core stays for what else runs. At least 1. */
export const freeCores = (): number => Math.max(1, availableParallelism() - 1);

/** Takes several calls at once. */
export interface Workers extends Embedder {
  /** Of those that are there now. */
  processIds(): number[];
  /** Ends the processes; nothing may be asked afterwards. */
  close(): void;
}

type Made = readonly EmbeddedPassage[] | Float32Array;

/** Passages that each process may have before it: enough to put them in order of length. */
const AHEAD = 64;
/** A call that has ended so many processes is no accident; starting one is tried as often. */
const MAX_DEATHS = 3;

interface Job {
  readonly call: WorkerCall;
  deaths: number;
  resolve(made: Made): void;
  reject(error: Error): void;
}

/** Processes, what each is at, and what waits. */
interface Team {
  readonly options: WorkingOptions;
  /** Most processes at once. */
  readonly count: number;
  readonly waiting: Job[];
  readonly children: Set<ChildProcess>;
  readonly idle: ChildProcess[];
  readonly jobs: Map<ChildProcess, Job>;
  readonly onLoaded: (dimensions: number) => void;
  readonly onFailed: (error: Error) => void;
  isClosed: boolean;
  isLoadedOnce: boolean;
  deathsAtStart: number;
  /** Set once no process can be started; what waits and what comes is refused with it. */
  refusal: Error | null;
}

/**
 * Up to `count` processes that embed, the second and later ones started once there is work for them. A process that dies is
 * replaced, and what it had is embedded by another. Throws {@link ModelError} where the model cannot be loaded, and an
 * error that says how it ended where no process lives long enough to load it.
 */
export async function startWorkers(
  found: FoundEmbedder,
  options: WorkingOptions,
  count: number,
): Promise<Workers> {
  const { team, dimensions } = gatherTeam(options, count);
  const ask = (call: WorkerCall): Promise<Made> =>
    new Promise((resolve, reject) => {
      if (team.refusal !== null) return reject(team.refusal);
      team.waiting.push({ call, deaths: 0, resolve, reject });
      handOut(team);
    });

  startProcess(team);
  const { model, fingerprint, settings } = found;
  return {
    ...{ model, fingerprint, settings, dimensions: await dimensions, ahead: count * AHEAD },
    embedPassages: async (passages) => (await ask({ passages })) as EmbeddedPassage[],
    embedQuestion: async (question) => (await ask({ question })) as Float32Array,
    processIds: () => [...team.children].flatMap(({ pid }) => pid ?? []),
    close() {
      team.isClosed = true;
      for (const child of team.children) child.kill('SIGKILL');
    },
  };
}

/** A team without a process, and the length of its vectors, once one has loaded the model. */
function gatherTeam(options: WorkingOptions, count: number): { team: Team; dimensions: Promise<number> } {
  let onLoaded!: (dimensions: number) => void;
  let onFailed!: (error: Error) => void;
  const dimensions = new Promise<number>((resolve, reject) => {
    onLoaded = resolve;
    onFailed = reject;
  });
  const team: Team = {
    ...{ options, count, waiting: [], children: new Set(), idle: [], jobs: new Map() },
    ...{ onLoaded, onFailed, isClosed: false, isLoadedOnce: false, deathsAtStart: 0, refusal: null },
  };
  return { team, dimensions };
}

function startProcess(team: Team): void {
  const child = forkProcess(programUrl('embedding/working'), team.options);
  team.children.add(child);
  let isLoaded = false;
  child.on('message', (message: FromWorker) => {
    if (message.kind === 'refused') return refuse(team, new ModelError(message.error.message));
    if (message.kind === 'loaded') {
      isLoaded = true;
      team.isLoadedOnce = true;
      team.deathsAtStart = 0;
      team.onLoaded(message.dimensions);
    } else settle(team, child, message);
    team.idle.push(child);
    handOut(team);
  });
  void endOf(child).then((how) => leave(team, child, how, isLoaded));
}

function settle(
  { jobs }: Team,
  child: ChildProcess,
  message: Extract<FromWorker, { kind: 'made' | 'failed' }>,
): void {
  const job = jobs.get(child);
  jobs.delete(child);
  if (message.kind === 'made') job?.resolve(message.made);
  else job?.reject(message.error);
}

/** A process has ended: what it was at is another's. */
function leave(team: Team, child: ChildProcess, how: string, isLoaded: boolean): void {
  const { children, idle, jobs, waiting } = team;
  children.delete(child);
  const place = idle.indexOf(child);
  if (place >= 0) idle.splice(place, 1);
  if (team.isClosed || team.refusal !== null) return;
  const ended = new Error(`The process that embeds ended (${how}). Is there enough memory?`);
  if (!isLoaded && ++team.deathsAtStart >= MAX_DEATHS) {
    refuse(team, ended);
    return;
  }
  const job = jobs.get(child);
  jobs.delete(child);
  if (job !== undefined && ++job.deaths >= MAX_DEATHS) job.reject(ended);
  else if (job !== undefined) waiting.unshift(job);
  handOut(team);
}

function handOut(team: Team): void {
  const { waiting, idle, jobs, children, count } = team;
  while (waiting.length > 0 && idle.length > 0) {
    const child = idle.pop()!;
    const job = waiting.shift()!;
    jobs.set(child, job);
    // Should it fail, the process has ended, which is told elsewhere.
    child.send(job.call, () => {});
  }
  const wanted = Math.min(count, Math.max(team.isLoadedOnce ? 0 : 1, jobs.size + waiting.length));
  while (!team.isClosed && team.refusal === null && children.size < wanted) startProcess(team);
}

function refuse(team: Team, error: Error): void {
  team.refusal = error;
  team.onFailed(error);
  for (const { reject } of team.waiting.splice(0)) reject(error);
}
