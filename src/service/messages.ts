/** What the processes of the service say to each other: plain data, sent as structured clones. */
import type { Stage } from '../answer-types.ts';
import type { ModelOptions } from '../engine.ts';
import type { BuildProgress, BuildResult } from '../index/build.ts';
import type { LibraryStatus, PageLibrary, ScopedOptions, WhyNotBuilt } from '../library.ts';

/** What an answering process is started with. */
export interface AnsweringOptions extends ModelOptions {
  /** Folder the index is in. */
  readonly embeddings: string;
  /** Name of the build to answer from, for as long as the process lives. */
  readonly build: string;
}

/** What a building process is started with. */
export interface BuildingOptions extends ModelOptions {
  readonly corpus: readonly string[];
  readonly embeddings: string;
  readonly cores: number;
  /** Number of the office under which it builds, where several processes could. */
  readonly office?: number;
  /** True to go back to the build before instead. */
  readonly rollsBack?: boolean;
}

/** What an answering process can be called for. */
export type Method = Exclude<keyof PageLibrary, 'close'>;

/** Methods whose stages can be told, and what they are called with beside that. */
export type Staged = 'ask' | 'explain';
export type Arguments<M extends Method> = M extends Staged
  ? [question: string, options?: ScopedOptions | undefined]
  : Parameters<PageLibrary[M]>;

/** To an answering process: a method of the library and what it is called with; the next when this is settled. */
export type Call = {
  [M in Method]: {
    readonly method: M;
    readonly args: Arguments<M>;
    readonly tellsStages?: M extends Staged ? boolean : never;
  };
}[Method];

/** From an answering process: first `opened` or `refused`, then stages and one `result` or `failed` a call. */
export type FromAnswering =
  | { readonly kind: 'opened'; readonly status: LibraryStatus }
  /** The build is no good; the process ends. `mayPass` where the system refused to hand it over. */
  | { readonly kind: 'refused'; readonly error: Error; readonly mayPass: boolean }
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'result'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly error: Error };

/** From a building process: progress and an estimate, then `built` or `failed`, and it ends. */
export type FromBuilding =
  | { readonly kind: 'progress'; readonly progress: BuildProgress }
  | { readonly kind: 'estimate'; readonly secondsLeft: number }
  | { readonly kind: 'built'; readonly result: BuildResult }
  | { readonly kind: 'rolledBack' }
  | { readonly kind: 'failed'; readonly error: Error; readonly why: WhyNotBuilt | null };
