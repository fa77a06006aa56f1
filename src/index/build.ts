/** Builds an index of a corpus beside the current one, checks it, and only then makes it the current one. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type CorpusListing, corpusFingerprint } from '../documents/list.ts';
import { CorpusError, type Problem } from '../documents/problem.ts';
import type { Embedder } from '../embedding/embedder.ts';
import { named } from '../file-error.ts';
import { SPLIT_VERSION } from '../passages/cut.ts';
import { ANALYSIS_VERSION } from '../text/analyze.ts';
import { dictionaryFingerprint } from '../text/data-file.ts';
import { checkCanaries } from './canaries.ts';
import { type Earlier, readEarlier } from './earlier.ts';
import { attempt, isRefusedBySystem, messageOf, remove, syncFolder } from './files.ts';
import { type Gathered, type GatherProgress, gather } from './gather.ts';
import { nameBuild, publish, readPublished, removeOthers, removeUnfinished } from './generations.ts';
import { openJournal } from './journal.ts';
import { withLock } from './lock.ts';
import {
  FORMAT_VERSION,
  INDEX_FILES,
  IndexError,
  isWhole,
  type Manifest,
  readManifest,
  UnreadBuildError,
  writeManifest,
} from './manifest.ts';
import { openIndex } from './open.ts';
import { writeSkipped } from './skipped.ts';
import { typicalDate } from './typical-date.ts';
import { type Graph, writeGraph } from './write-graph.ts';

const JOURNAL = 'embedded.journal';

export interface BuildProgress {
  /** `read`: bytes of the corpus files; `link`: vectors put into the graph. */
  readonly step: 'read' | 'link';
  readonly done: number;
  readonly total: number;
  /** Of `read`: passages that go through the model in a second, and the seconds that are left; null while none can be told. */
  readonly perSecond?: number;
  readonly secondsLeft?: number | null;
}

export interface BuildOptions {
  /** Takes nothing over from the build before or from an interrupted one. */
  readonly isFull?: boolean;
  readonly onProgress?: (progress: BuildProgress) => void;
  /** Takes a build that is whole and checked to where it is asked, before it becomes the current one; what it throws fails the build. */
  readonly onBuilt?: (build: string) => Promise<void>;
  /** Number of the office under which it is built; see `Pointer`. */
  readonly office?: number;
  /** Told once, after the first 100 passages that go through the model: the time until all have. */
  readonly onEstimate?: (secondsLeft: number) => void;
}

export interface BuildResult {
  readonly manifest: Manifest;
  readonly problems: readonly Problem[];
  /** Passages that went through the model; the others kept the vectors of the build before or of an interrupted one. */
  readonly embedded: number;
  /** Lines for the person who builds: why the build before could not be used, what could not be removed. */
  readonly notes: readonly string[];
}

/**
 * Builds `embeddings/<build>/` and points `embeddings/current.json` to it.
 * Throws {@link CorpusError} where the corpus holds no article that can be used, {@link IndexError} where the result
 * fails its checks, UnreadError where a file of the corpus cannot be read just now, FileError, {@link UnreadBuildError},
 * and LockedError where another process builds; the index before it then stays as it is.
 */
export function buildIndex(
  listing: CorpusListing,
  embeddings: string,
  embedder: Embedder,
  {
    isFull = false,
    onProgress = () => {},
    office,
    onBuilt = async () => {},
    onEstimate = () => {},
  }: BuildOptions = {},
): Promise<BuildResult> {
  return withLock(embeddings, async (notes) => {
    const before = readBefore(embeddings, embedder, isFull, notes);
    const build = nameBuild();
    const folder = join(embeddings, build);
    const { fingerprint, dimensions } = embedder;
    const origin = { fingerprint, analysisVersion: ANALYSIS_VERSION, splitVersion: SPLIT_VERSION };
    const journalPath = join(embeddings, JOURNAL);
    if (isFull) remove(journalPath);
    const journal = openJournal(journalPath, origin, dimensions);
    try {
      named(folder, 'made', () => mkdirSync(folder));
      const total = listing.files.reduce((sum, { bytes }) => sum + bytes, 0);
      const onGathered = ({ bytes, perSecond, secondsLeft }: GatherProgress): void =>
        onProgress({ step: 'read', done: bytes, total, perSecond, secondsLeft });
      const { earlier } = before;
      const gathered = await gather(listing, folder, embedder, earlier, journal, onGathered, onEstimate);
      if (gathered.articles === 0) throw new CorpusError(gathered.problems);
      const graph = writeGraph(gathered, folder, dimensions, earlier, (linked) =>
        onProgress({ step: 'link', done: linked, total: gathered.vectors.length }),
      );
      writeManifest(folder, describeBuild(gathered, graph, embedder, corpusFingerprint(listing)));
      writeSkipped(folder, gathered.problems);
      syncFolder(folder);
      syncFolder(embeddings);
      const index = openIndex(embeddings, embedder, build);
      await checkCanaries(index, embedder);
      await onBuilt(build);
      const previous = previousOf(index.manifest, embeddings, before);
      publish(embeddings, { build, previous, rolledBack: false, ...(office !== undefined && { office }) });
      notes.push(...removeOthers(embeddings, [build, previous]), ...messageOf(journal.remove));
      return { manifest: index.manifest, problems: gathered.problems, embedded: gathered.embedded, notes };
    } catch (error) {
      // Vectors of an index that fails its checks may be to blame; those of other failures are kept for the next build.
      attempt(error instanceof IndexError ? journal.remove : journal.close);
      attempt(() => remove(folder));
      throw error;
    }
  });
}

/** The build that is current now, as far as the new one has to do with it. */
interface Before {
  /** Name of the whole one that a rollback is to go to; null where there is none. */
  readonly build: string | null;
  /** Name of the one before that. */
  readonly previous: string | null;
  /** What can be taken over from it. */
  readonly earlier: Earlier | null;
}

/** Removes what dead builds left, too. */
function readBefore(embeddings: string, embedder: Embedder, isFull: boolean, notes: string[]): Before {
  notes.push(...removeUnfinished(embeddings));
  const { pointer, note } = readPublished(embeddings);
  if (note !== null) notes.push(pointer === null ? `Everything is built anew: ${note}` : note);
  if (pointer === null) return { build: null, previous: null, earlier: null };
  const { build, previous } = pointer;
  try {
    if (!isFull) return { build, previous, earlier: readEarlier(embeddings, build, embedder) };
  } catch (error) {
    if (!(error instanceof IndexError)) throw error;
    // It may be whole: only the person can say that it is given up.
    if (isRefusedBySystem(error)) throw new UnreadBuildError(error);
    notes.push(`Everything is built anew: ${error.reason}`);
  }
  // One of another model can be rolled back to, a damaged one cannot.
  if (isWhole(join(embeddings, build))) return { build, previous, earlier: null };
  return { build: previous, previous: null, earlier: null };
}

/** The build that a rollback of the new one goes to: one that differs from it, so that a build without changes costs none. */
function previousOf({ model, files }: Manifest, embeddings: string, before: Before): string | null {
  if (before.build === null || before.previous === null) return before.build;
  const other = readManifest(join(embeddings, before.build));
  const isSame =
    other.model.fingerprint === model.fingerprint &&
    INDEX_FILES.every((name) => other.files[name]?.sha256 === files[name]?.sha256);
  return isSame && isWhole(join(embeddings, before.previous)) ? before.previous : before.build;
}

function describeBuild(
  { articles, vectors, days, languages, servers, files }: Gathered,
  { ef, recall, file }: Graph,
  { model, fingerprint, dimensions }: Embedder,
  corpus: string,
): Manifest {
  return {
    formatVersion: FORMAT_VERSION,
    analysisVersion: ANALYSIS_VERSION,
    splitVersion: SPLIT_VERSION,
    dictionary: named('dictionary', 'read', dictionaryFingerprint),
    builtAt: new Date().toISOString(),
    model: { name: model, fingerprint },
    dimensions,
    metric: 'cosine',
    articles,
    passages: vectors.length,
    languages,
    servers,
    typicalDate: typicalDate(days),
    recall,
    ef,
    corpus,
    files: { ...files, 'vectors.hnsw': file },
  };
}
